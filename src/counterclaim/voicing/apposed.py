"""Sources of which the name was left out: "X Y, a volunteer with the Z, told", heard as "a volunteer" or as nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from counterclaim.model import Attribution, Span
from counterclaim.syntax import FINITE, Parse, Token

ARTICLES = frozenset({"a", "an", "the", "one"})
NEAR = 8  # words before "told" among which who told it is sought
LONGEST = 18  # words of an apposition
NAME = (2, 4)  # words of a personal name
PERSONS = frozenset({"PERSON", "GPE", "ORG", ""})  # what a parser takes the words of a personal name for
RELATIVE = frozenset({"who", "whose", "which", "that", "where"})
OPENS = frozenset({",", '"', "”", "“", "'", "’", ".", ":", "—", "–"})


def with_names(
    parse: Parse, attributions: Sequence[Attribution], titles: Collection[str], people: Collection[str] = ()
) -> tuple[Attribution, ...]:
    """The attributions, with the name before an apposition where only that, or nothing, was taken for who says it.

    So too where the house that was told was taken for who told it. What is said ends before the name then. An
    apposition begins with an article or one of the `titles` ("director", "spokesman").
    """
    opening = ARTICLES | frozenset(titles)
    return tuple(_named(parse, a, opening, people) for a in attributions)


def _named(parse: Parse, attribution: Attribution, opening: frozenset[str], people: Collection[str]) -> Attribution:
    cue = parse.at(attribution.cue[0].start) if attribution.cue else None
    if cue is None or len(attribution.source) > 1:
        return attribution
    first, stop = parse.within(attribution.source[0]) if attribution.source else (cue.index, cue.index)
    if first > cue.index and cue.lower == "told":  # the house that heard it
        first = stop = cue.index
        attribution = _teller(parse, attribution, cue, people)
    if first > cue.index or (first == cue.index and (cue.tag not in FINITE or parse.tokens[first - 1].text != ",")):
        return attribution
    comma = first - 1 if first < cue.index else _comma_before(parse, cue, opening)
    name = _name_before(parse, comma) if comma is not None and comma > 0 else None
    if name is None or comma is None or not _is_apposition(parse.tokens[comma : cue.index], opening):
        return attribution
    words = _trimmed(parse, name, stop)
    return replace(attribution, source=(words,), content=tuple(_without(parse, c, words) for c in attribution.content))


def _teller(parse: Parse, attribution: Attribution, cue: Token, people: Collection[str]) -> Attribution:
    """The attribution with the subject of "told" for its source, where a page without commas lost it to the house."""
    subject = next((t for t in parse.children(cue.index, "nsubj") if t.index < cue.index), None)
    noun = next((t for t in reversed(parse.tokens[max(0, cue.index - NEAR) : cue.index]) if t.lower in people), None)
    if not attribution.source or (subject is None and noun is None):
        return attribution
    first = parse.edges(subject.index)[0] if subject else noun.index if noun else cue.index
    while subject is None and first and parse.tokens[first - 1].pos in ("DET", "ADJ"):
        first -= 1
    words = _trimmed(parse, first, cue.index)
    content = tuple(_without(parse, c, words) for c in attribution.content)
    return replace(attribution, source=(words,), content=content)


def _comma_before(parse: Parse, cue: Token, opening: frozenset[str]) -> int | None:
    """The last comma before a cue with an article or a title behind it."""
    start = max(parse.sentence(cue.index).first, cue.index - LONGEST)
    commas = (i for i in range(cue.index - 2, start, -1) if parse.tokens[i].text == ",")
    return next((i for i in commas if parse.tokens[i + 1].lower in opening), None)


def _name_before(parse: Parse, comma: int) -> int | None:
    """Where the personal name begins that ends before a comma, and has a mark before it."""
    first = comma
    while first and parse.tokens[first - 1].pos == "PROPN" and parse.tokens[first - 1].entity in PERSONS:
        first -= 1
    is_name = NAME[0] <= comma - first <= NAME[1] and parse.tokens[comma].text == ","
    is_name = is_name and any(t.entity == "PERSON" for t in parse.tokens[first:comma])
    return first if is_name and first and parse.tokens[first - 1].text in OPENS else None


def _is_apposition(words: Sequence[Token], opening: frozenset[str]) -> bool:
    """Whether ", a volunteer with the Y," stands between a name and the cue, and no clause of its own."""
    if not 2 < len(words) <= LONGEST or words[1].lower not in opening:
        return False
    main = words[: next((n for n, t in enumerate(words) if t.lower in RELATIVE), len(words))]
    return all(t.tag not in FINITE for t in main)


def _trimmed(parse: Parse, first: int, stop: int) -> Span:
    while stop > first and parse.tokens[stop - 1].pos in ("PUNCT", "SPACE"):
        stop -= 1
    return parse.span(first, stop)


def _without(parse: Parse, content: Span, words: Span) -> Span:
    """A content that ran on into the source, without it."""
    if not content.overlaps(words) or content.start >= words.start:
        return content
    return _trimmed(parse, parse.within(content)[0], parse.within(words)[0])
