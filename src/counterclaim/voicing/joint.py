"""The parts of a source that names several speakers at once: "the army and residents", "X, Y and Z"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.model import Mention
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.heads import NOMINAL, head_of
from counterclaim.voicing.words import SpeakerWords

LISTING = frozenset({"and", "&", ",", "the", "both", "as", "well"})


def pieces(
    parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords
) -> list[list[Token]]:
    """Split at the conjunction of whole noun phrases; titles of one person and parts of one name stay together."""
    listed = _listed(parse, tokens, mentions)
    if listed:
        return listed
    inside = {t.index for t in tokens}
    head = head_of(parse, tokens)
    heads = [head]
    for t in tokens:
        joins = t.dep == "conj" and t.head in {h.index for h in heads}
        if t.pos in NOMINAL and (joins or _is_beside(parse, heads[-1], t)):
            joined = any(m.first <= t.index < m.stop and m.first <= t.head < m.stop for m in mentions)
            titled = parse.tokens[t.head].lower in words.titles - words.bodies or t.lower in words.speaks_for
            if not joined and not titled and not t.text.isdigit():
                heads.append(t)
    if len(heads) == 1:
        return [list(tokens)]
    starts = [min((i for i in range(*_reach(parse, h)) if i in inside), default=h.index) for h in heads[1:]]
    cuts = [tokens[0].index, *sorted(starts), tokens[-1].index + 1]
    parts = [[t for t in tokens if a <= t.index < b] for a, b in pairwise(cuts)]
    return [p for p in ([t for t in part if t.dep != "cc"] for part in parts) if p] or [list(tokens)]


def two_sorts(tokens: Sequence[Token], words: SpeakerWords) -> tuple[list[Token], list[Token]] | None:
    """Two sorts of the same people: in "police and medical sources" the words of the first, and those of the second.

    The noun that both share stands in the second alone.
    """
    at = next((n for n, t in enumerate(tokens) if t.dep == "cc" and t.lower == "and"), None)
    if at is None or not 0 < at < len(tokens) - 2:
        return None
    one, other, head = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    if head.lower not in words.sorted_people or not {one.lower, other.lower} <= words.sorts:
        return None
    return list(tokens[:at]), list(tokens[at + 1 :])


def _is_beside(parse: Parse, before: Token, token: Token) -> bool:
    """Whether a parser has made two subjects of what "and" joins: "a security source and two residents said"."""
    if token.dep != "nsubj" or (token.dep, token.head) != (before.dep, before.head):
        return False
    first = parse.edges(token.index)[0]
    return before.index < first - 1 and parse.tokens[first - 1].dep == "cc"


def _listed(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[list[Token]]:
    """The parties in which a source ends, side by side and the last behind "and"; empty where they are not a list."""
    first, last = tokens[0].index, tokens[-1].index
    inside = [
        m for m in mentions if m.party is not None and m.kind != "people" and first <= m.first and m.stop <= last + 1
    ]
    chain: list[Mention] = []
    for m in reversed(inside):
        between = parse.tokens[m.stop : chain[-1].first if chain else last + 1]
        if any(t.lower not in LISTING for t in between) or not (chain or m.stop == last + 1):
            break
        chain.append(m)
    parted = [t for t in parse.tokens[chain[-1].stop : chain[0].first] if t.dep == "cc"] if len(chain) > 1 else []
    before = [t for t in parse.tokens[first : chain[-1].first] if t.lower not in LISTING] if parted else []
    if not parted or (before and (before[-1].pos == "ADP" or before[-1].tag == "POS" or before[0].pos == "PROPN")):
        return []
    return [list(parse.tokens[m.first : m.stop]) for m in reversed(chain)]


def _reach(parse: Parse, token: Token) -> tuple[int, int]:
    first, last = parse.edges(token.index)
    return first, last + 1
