"""Headlines and paragraphs that name their source at the end: "Raid kills ten: monitor", "Ten dead. — A. Name"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model import Attribution, Mention
from counterclaim.syntax import Parse, Token

LINES = 3  # passages at the top of a page among which a headline stands
LONGEST = 32  # words: what is longer is no headline
LABEL = 4  # words of a label at most
SHORTEST = 4  # words of what a headline says at least
SIGNATURE = 9  # words of a signature at most
DASHES = frozenset({"—", "–"})
SEPARATORS = frozenset({":", "-", "–", "—", "|", "--", "−"})
STOPS = frozenset({".", "…"})


@dataclass(frozen=True)
class LabelWords:
    """`labels` are plain sources as headlines have them ("monitor", "state tv"), `dates` words that begin a date."""

    labels: frozenset[str]
    dates: frozenset[str]


def find_labels(parse: Parse, mentions: Sequence[Mention], words: LabelWords) -> tuple[Attribution, ...]:
    """Read the labels of the page's first lines as attributions with a source and no cue but the mark between."""
    found: list[Attribution] = []
    for first, stop in _lines(parse):
        starts = {m.first for m in mentions if m.kind == "outlet" and m.span.exact.lower() not in words.labels}
        ends = list(_ends(parse, first, min(stop, first + LONGEST), stop, starts, words))
        for end in ends:
            label = _label(parse, first, end, end in starts, mentions, words)
            if label is not None:
                found.append(label)
                break
    return tuple(found)


def find_signatures(parse: Parse, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """Paragraphs that end in a dash and the name of a person, whose words the paragraph gives: "… — mayor A. Name."."""
    people = [m for m in mentions if m.kind == "person"]
    found = []
    for number in dict.fromkeys(s.passage for s in parse.sentences):
        inside = [s for s in parse.sentences if s.passage == number]
        first, stop = inside[0].first, inside[-1].stop
        while (
            stop > first
            and parse.tokens[stop - 1].pos in ("PUNCT", "SPACE", "SYM")
            and parse.tokens[stop - 1].text not in DASHES
        ):
            stop -= 1
        dash = next(
            (i for i in range(stop - 1, max(first, stop - SIGNATURE - 2), -1) if parse.tokens[i].text in DASHES), None
        )
        if dash is not None and dash - first >= SHORTEST and any(dash < m.first and m.stop == stop for m in people):
            found.append(
                Attribution(
                    (parse.span(dash + 1, stop),), (parse.span(dash, dash + 1),), (parse.span(first, dash),), "indirect"
                )
            )
    return tuple(found)


def _lines(parse: Parse) -> Iterator[tuple[int, int]]:
    """Token ranges of the first passages."""
    numbers = list(dict.fromkeys(s.passage for s in parse.sentences[:12]))[:LINES]
    for number in numbers:
        inside = [s for s in parse.sentences if s.passage == number]
        yield inside[0].first, inside[-1].stop


def _ends(parse: Parse, first: int, limit: int, stop: int, starts: set[int], words: LabelWords) -> Iterator[int]:
    """Where a headline may end: before a byline or a date, at a full stop, at the end of a short line."""
    for i in range(first + SHORTEST, limit):
        t = parse.tokens[i]
        if i in starts or t.text in STOPS or (t.lower in words.dates and i + 1 < stop):
            yield i
    if stop <= limit:
        yield stop


def _label(
    parse: Parse, first: int, end: int, before_byline: bool, mentions: Sequence[Mention], words: LabelWords
) -> Attribution | None:
    tokens = parse.tokens
    for size in range(LABEL, 0, -1):
        at = end - size
        if at - first < SHORTEST:
            continue
        parted = tokens[at - 1].text in SEPARATORS
        text = " ".join(t.lower for t in tokens[at:end])
        inside = any(m.first < end and at < m.stop and not at <= m.first <= m.stop <= end for m in mentions)
        plain = (
            text in words.labels
            and not inside
            and (parted or before_byline or _is_capital(tokens[at:end], tokens[at - 1]))
        )
        party = next((m.party for m in mentions if m.first == at and m.stop == end), None)
        # "… - NAME" under a picture is a credit when NAME is a news house; "…: NAME" is not
        credit = party is not None and party.kind in ("agency", "media") and tokens[at - 1].text != ":"
        if plain or (parted and party is not None and not credit):
            stop = at - 1 if parted else at
            cue = (parse.span(stop, at),) if parted else ()
            return Attribution((parse.span(at, end),), cue, (parse.span(first, stop),), "indirect")
    return None


def _is_capital(label: Sequence[Token], before: Token) -> bool:
    """Whether a label without a mark before it is set off by its capital, in a headline that has others in small."""
    return label[0].text[:1].isupper() and before.pos not in ("DET", "ADP", "ADJ", "CCONJ", "VERB")
