"""Which words gave a claim's value, its aspect, its people, and the larger count that it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from counterclaim.counting.victims import load_victims
from counterclaim.explaining.notes import NOT_SAID, Notes
from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Bound, Evidence, Finding, Quantity, Span
from counterclaim.phrases import Phrases

NO_NOUN = "no word says who they were"
MARKER_REACH = 3  # tokens between "including" and the count that it opens
AFTER_REACH = 12  # tokens from a count to "among the dead"
SHARES = frozenset({"of", "among", "amongst"})
WHOLES = frozenset({"them", "whom", "these", "those", "which"})
DEFINITE = frozenset({"the", "those", "these"})
BEFORE_NOUN = SHARES | WHOLES | DEFINITE | {"all"}


def counted(notes: Notes, finding: Finding) -> Iterator[Evidence]:
    """The evidence for value, aspect, who and part_of; responsibility has an aspect alone."""
    if finding.aspect != RESPONSIBILITY:
        yield from _value(notes, finding)
    yield _aspect(notes, finding)
    if finding.aspect != RESPONSIBILITY:
        yield _who(notes, finding)
        yield from _part_of(notes, finding)


def _value(notes: Notes, finding: Finding) -> Iterator[Evidence]:
    quantity = notes.counts.get(finding.span.start)
    if quantity is None or quantity.single:
        yield Evidence("value", finding.span, "one person" if quantity else "")
        return
    first, stop, bounds = _parted(notes, quantity)
    for low, high in bounds:
        yield Evidence("value", notes.parse.span(low, high), f"read as “{quantity.bound}”")
    yield Evidence("value", notes.parse.span(first, stop), _number_reason(quantity))


def _number_reason(q: Quantity) -> str:
    if q.low == q.high == 0:
        return "nobody"
    if q.bound != "vague":
        return ""
    return "no number is said" if q.low is None else f"a vague number, taken as at least {q.low:,}"


def _parted(notes: Notes, q: Quantity) -> tuple[int, int, list[tuple[int, int]]]:
    """The tokens of the number alone (first, stop), and those of the words that bound it."""
    before, after, leads = _bound_words(notes.lexicon)
    first, stop, found = q.first, q.stop, []
    while first < stop:
        bound, lead = before.match(notes.words, first), leads.match(notes.words, first)
        end = max((m[1] for m in (bound, lead) if m), default=first)
        if end == first or end >= stop:
            break
        if bound and bound[1] == end:
            found.append((first, end))
        first = end
    for at in range(first + 1, stop):
        behind = after.match(notes.words, at)
        if behind and behind[1] == stop:
            return first, at, [*found, (at, stop)]
    return first, stop, found


@lru_cache(maxsize=4)
def _bound_words(lexicon: Lexicon) -> tuple[Phrases[Bound], Phrases[Bound], Phrases[bool]]:
    """The phrases that bound a number before it and after it, and those that only go with it."""
    table = lexicon.table
    leads = Phrases.of(lexicon.words("quantities", "lead_ins"), value=True)
    return Phrases[Bound](table("quantities", "bounds")), Phrases[Bound](table("quantities", "bounds_after")), leads


def _aspect(notes: Notes, finding: Finding) -> Evidence:
    """The word that governs the count, or tells the deed; of a count carried over, the word of the count before."""
    if finding.aspect == RESPONSIBILITY:
        return Evidence("aspect", notes.parse.span(finding.trigger, finding.trigger + 1), "tells the deed or the blame")
    trigger = notes.triggers.get(finding.trigger)
    if trigger:
        return Evidence("aspect", notes.parse.span(trigger.first, trigger.stop))
    whole = None if finding.part_of is None else notes.triggers.get(notes.findings[finding.part_of].trigger)
    if whole:
        return Evidence("aspect", notes.parse.span(whole.first, whole.stop), "told of the count that it is part of")
    return Evidence("aspect", notes.parse.span(finding.trigger, finding.trigger + 1))


def _who(notes: Notes, finding: Finding) -> Evidence:
    """The noun for the people counted, else a word beside the count that says who they are."""
    own = _noun(notes, finding)
    if own and _only_tells_harm(notes, finding, own):
        own = None
    if own and finding.who in ("people", "other", "mixed", *_groups(notes, own)):
        return Evidence("who", own)
    first, stop = _tokens(notes, finding)
    sentence = notes.parse.sentence(first)
    victims = load_victims(notes.lexicon)
    said = [i for i in range(sentence.first, sentence.stop) if victims.group(notes.words[i]) == finding.who]
    if said and finding.who != "people":
        at = min(said, key=lambda i: max(first - i, i - stop + 1))
        return Evidence("who", notes.parse.span(at, at + 1), "said beside the count")
    if own:
        return Evidence("who", own)
    total = None if finding.part_of is None else notes.findings[finding.part_of]
    if total and total.who == finding.who and (whole := _noun(notes, total)):
        return Evidence("who", whole, "said of the count that it is part of")
    return Evidence("who", None, NO_NOUN if finding.who == "people" else NOT_SAID)


def _tokens(notes: Notes, finding: Finding) -> tuple[int, int]:
    first, stop = notes.parse.within(finding.span)
    return min(first, len(notes.parse.tokens) - 1), max(stop, first + 1)


def _noun(notes: Notes, finding: Finding) -> Span | None:
    """The words of a finding behind its number."""
    quantity = notes.counts.get(finding.span.start)
    first, stop = _tokens(notes, finding)
    start = first if quantity is None else max(first, quantity.stop)
    if quantity and quantity.single and quantity.noun is not None and quantity.noun < quantity.stop:
        start = quantity.noun
    while start < stop and notes.words[start] in BEFORE_NOUN:
        start += 1
    return notes.parse.span(start, stop) if start < stop else None


def _only_tells_harm(notes: Notes, finding: Finding, noun: Span) -> bool:
    """Whether the noun is the word of harm itself: "17 dead"."""
    trigger = notes.triggers.get(finding.trigger)
    return trigger is not None and notes.parse.span(trigger.first, trigger.stop).covers(noun)


def _groups(notes: Notes, span: Span) -> set[str]:
    victims = load_victims(notes.lexicon)
    return {g for i in range(*notes.parse.within(span)) if (g := victims.group(notes.words[i]))}


def _part_of(notes: Notes, finding: Finding) -> Iterator[Evidence]:
    """The larger count's words, and the words that make this one its part, where there are any."""
    if finding.part_of is None:
        yield Evidence("part_of", None, "counted by itself")
        return
    whole = notes.findings[finding.part_of]
    yield Evidence("part_of", whole.span, notes.where(whole.span, finding.span).replace("taken over from", "in"))
    marker = _marker(notes, finding)
    if marker:
        yield Evidence("part_of", marker, "marks it as a part")


def _marker(notes: Notes, finding: Finding) -> Span | None:
    """What stands right before the count ("including"), in it ("of whom"), or behind it ("among the dead")."""
    first, stop = _tokens(notes, finding)
    sentence, words = notes.parse.sentence(first), notes.words
    markers = notes.lexicon.words("casualties", "markers")
    for i in range(first - 1, max(sentence.first, first - MARKER_REACH) - 1, -1):
        if words[i] in markers:
            return notes.parse.span(i, i + 1)
    quantity = notes.counts.get(finding.span.start)
    start = quantity.stop if quantity else stop
    for i in (*range(start, min(sentence.stop - 1, start + AFTER_REACH)), *range(sentence.first, first - 1)):
        if words[i] in SHARES and words[i + 1] in WHOLES:
            return notes.parse.span(i, i + 2)
        if words[i] in SHARES and words[i + 1] in DEFINITE and i + 2 < sentence.stop:
            return notes.parse.span(i, i + 3)
    return None
