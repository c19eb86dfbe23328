"""The name that somebody of no name gives: "an eyewitness, who identified himself simply as Osmo"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.syntax import Parse, Token
from counterclaim.voicing.words import SpeakerWords

FARTHEST = 4  # words from the verb of naming to its "as"
LONGEST = 3  # words of a name
WITHIN = 14  # words behind the noun in which the verb stands
RELATIVE = frozenset({"WP", "WDT"})


def self_named(parse: Parse, head: Token, words: SpeakerWords) -> str | None:
    """The name behind "who identified himself as" for a speaker whom they call by a plain noun."""
    if head.pos != "NOUN" or head.lower not in words.unnamed:
        return None
    stop = min(parse.sentence(head.index).stop, head.index + WITHIN)
    for token in parse.tokens[head.index + 1 : stop]:
        if token.lower in words.gives_name:
            behind = [t.lower for t in parse.tokens[token.index + 1 : token.index + 1 + FARTHEST]]
            is_given = "as" in behind and _is_his(parse, head, token)
            return _name(parse.tokens[token.index + 2 + behind.index("as") :]) if is_given else None
    return None


def _is_his(parse: Parse, head: Token, verb: Token) -> bool:
    """Whether the verb is of the clause about the one who speaks, with no verb before that clause."""
    between = parse.tokens[head.index + 1 : verb.index]
    relative = next((t.index for t in between if t.tag in RELATIVE), None)
    before = between if relative is None else parse.tokens[head.index + 1 : relative]
    return all(t.pos not in ("VERB", "AUX") for t in before) and (relative is not None or verb.tag == "VBN")


def _name(tokens: Sequence[Token]) -> str | None:
    """The capitals with which the words begin."""
    name: list[str] = []
    for token in tokens[:LONGEST]:
        if not (token.text.istitle() and token.pos == "PROPN"):
            break
        name.append(token.text)
    return " ".join(name) or None
