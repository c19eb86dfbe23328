"""Tolls that are given rather than said: "it put the death toll at 23", "giving a lower toll of 19"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from counterclaim.model import Attribution
from counterclaim.syntax import Parse, Token

SUBJECTS = ("nsubj",)
VICTIMS = frozenset({"those"})  # "that those killed were X, and put their number at 12"
OBJECTS = ("dobj", "attr", "oprd")


@dataclass(frozen=True)
class TollWords:
    """`gives` are verbs (lemmas) whose object is a toll, `tolls` nouns (lemmas) for one."""

    gives: frozenset[str]
    tolls: frozenset[str]


def find_tolls(parse: Parse, words: TollWords) -> tuple[Attribution, ...]:
    """Read who puts, gives or raises a toll as attributions, in page order."""
    return tuple(_tolls(parse, words))


def _tolls(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    for noun in parse.tokens:
        if noun.lemma not in words.tolls or noun.dep not in OBJECTS:
            continue
        verb = parse.head(noun.index)
        subject = _subject(parse, verb) if verb.lemma in words.gives else None
        if subject is None:
            continue
        last = max(parse.edges(t.index)[1] for t in (noun, *parse.children(verb.index, "prep")))
        first = min(parse.edges(noun.index)[0], noun.index)
        if last < first or not _names(parse, subject, verb):
            continue
        source = parse.span(*_names(parse, subject, verb))
        yield Attribution(
            (source,), (parse.span(verb.index, verb.index + 1),), (parse.span(first, last + 1),), "indirect"
        )


def _subject(parse: Parse, verb: Token) -> Token | None:
    """The verb's subject, or that of the verb that it hangs on ("reported strikes, giving a toll of eight")."""
    for at in (verb, *islice(parse.ancestors(verb.index), 2)):
        found = parse.children(at.index, *SUBJECTS)
        if found and found[0].lower not in VICTIMS:
            return found[0]
        if at.dep not in ("advcl", "conj", "xcomp", "ccomp"):
            return None
    return None


def _names(parse: Parse, subject: Token, verb: Token) -> tuple[int, int]:
    """The subject's token range, cut before the verb."""
    first, last = parse.edges(subject.index)
    return first, min(last + 1, verb.index) if verb.index > first else last + 1
