"""Which words say where, when, of what type and by whom: on the claim's own sentence or elsewhere on the page."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.explaining.notes import NOT_SAID, Notes
from counterclaim.model import RESPONSIBILITY, Evidence, Finding, Setting, Span

NOT_OF_THIS = "none of the {} on the page is given for this"
CLASH = "Armed clash"
LOOSE = ("Unspecified", "Bombing")  # words that say that there was violence, and leave open of what type
MOVED = ("Evacuation", "Displacement", "Arrests")  # types that the word of the aspect gives by itself


def placed(notes: Notes, finding: Finding, setting: Setting) -> Iterator[Evidence]:
    """The evidence for party, place, date and event_type."""
    yield _party(notes, finding, setting)
    yield _place(notes, finding, setting)
    yield _date(notes, finding, setting)
    yield _event(notes, finding, setting)


def _told(notes: Notes, field: str, span: Span | None, finding: Finding, setting: Setting, more: str = "") -> Evidence:
    """The evidence for a field that is there; without words of its own it was made out of others."""
    where = notes.where(span, finding.span, setting.occurrence) if span else "inferred from what the page tells besides"
    return Evidence(field, span, "; ".join(filter(None, (where, more))))


def _party(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if finding.aspect == RESPONSIBILITY and finding.party:
        return Evidence("party", finding.span, f"said {'' if finding.polarity == 'affirms' else 'not '}to have done it")
    if setting.party is None:
        clash = setting.event_type == CLASH
        blames = "none of those blamed on the page is blamed for this" if notes.blamed else NOT_SAID
        return Evidence("party", None, "a clash: no one side is taken to have done it" if clash else blames)
    blamed = notes.blamed.get(setting.party, {})
    nearest = notes.nearest(blamed.get(None, ()), finding.span)
    if nearest and notes.sentence(nearest) != notes.sentence(finding.span):
        nearest = notes.nearest(blamed.get(setting.occurrence, ()), finding.span) or nearest
    return _told(notes, "party", setting.party_span or nearest, finding, setting)


def _place(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.place is None:
        return Evidence("place", None, NOT_OF_THIS.format("places") if notes.placed else NOT_SAID)
    place = setting.place
    named = notes.placed.get(place.ref or place.name) or notes.placed.get(place.name) or notes.spelt(place.name)
    return _told(notes, "place", notes.nearest(named, finding.span), finding, setting)


def _date(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.date is None:
        return Evidence("date", None, NOT_OF_THIS.format("days") if notes.dated else NOT_SAID)
    dated, days = notes.dated, setting.date
    words = dated.get(days) or dated.get(days.earliest) or dated.get(days.latest) or ()
    span = notes.nearest(words, finding.span)
    anchor = notes.anchors.get(span) if span else None
    return _told(notes, "date", span, finding, setting, f"reckoned from {anchor}" if anchor else "")


def _event(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.event_type is None:
        return Evidence("event_type", None, NOT_SAID)
    exact = notes.nearest(notes.events.get(setting.event_type, ()), finding.span)
    trigger = notes.parse.span(finding.trigger, finding.trigger + 1)
    if setting.event_type in MOVED and (exact is None or notes.sentence(exact) != notes.sentence(trigger)):
        return Evidence("event_type", trigger, "the word for what became of them says so")
    if exact:
        return _told(notes, "event_type", exact, finding, setting)
    loose = notes.nearest(sorted(s for kind in LOOSE for s in notes.events.get(kind, ())), finding.span)
    return _told(notes, "event_type", loose, finding, setting, "the page says no more of how")
