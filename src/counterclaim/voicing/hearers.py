"""What somebody told a house without "that": "a doctor told Radio X four were hurt", which parsers misread."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from counterclaim.model import Attribution, Mention, overlapping
from counterclaim.syntax import Parse, Token

LONGEST = 5  # words of a house
HOUSES = frozenset({"agency", "media"})


def find_told_houses(
    parse: Parse, attributions: Sequence[Attribution], mentions: Sequence[Mention], nameless: Collection[str]
) -> tuple[Attribution, ...]:
    """Read "told", where no attribution has it for its cue, with what stands behind the house that was told."""
    cues = [c for a in attributions for c in a.cue]
    found = []
    for verb in parse.tokens:
        if verb.lower != "told" or verb.pos != "VERB" or overlapping(cues, parse.span(verb.index, verb.index + 1)):
            continue
        subject = next(iter(parse.children(verb.index, "nsubj")), None)
        house = _house(parse, verb, mentions, nameless)
        stop = parse.sentence(verb.index).stop
        while stop > verb.index and parse.tokens[stop - 1].pos in ("PUNCT", "SPACE"):
            stop -= 1
        if subject is None or house is None or subject.index > verb.index or stop - house < 2:
            continue
        first, last = parse.edges(subject.index)
        source, cue = parse.span(first, min(last + 1, verb.index)), parse.span(verb.index, verb.index + 1)
        found.append(Attribution((source,), (cue,), (parse.span(house, stop),), "indirect"))
    return tuple(found)


def _house(parse: Parse, verb: Token, mentions: Sequence[Mention], nameless: Collection[str]) -> int | None:
    """Where the words for a house end that stand right behind the verb."""
    for m in mentions:
        is_house = m.kind == "outlet" or (m.party is not None and m.party.kind in HOUSES)
        if is_house and all(t.pos == "DET" for t in parse.tokens[verb.index + 1 : m.first]) and m.first > verb.index:
            return m.stop
    return next((stop for stop, words in _runs(parse, verb) if words in nameless), None)


def _runs(parse: Parse, verb: Token) -> Iterator[tuple[int, str]]:
    first = verb.index + 1
    for stop in range(min(first + LONGEST, parse.sentence(verb.index).stop), first, -1):
        yield stop, " ".join(t.lower for t in parse.tokens[first:stop] if t.pos != "DET")
