"""Which words say where, when, of what type and by whom: on the claim's own sentence or elsewhere on the page."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.explaining.notes import NOT_SAID, Notes
from counterclaim.model import RESPONSIBILITY, Evidence, Finding, Interval, Place, Setting, Span

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
        return Evidence("party", None, "a clash: no one side is taken to have done it" if clash else NOT_SAID)
    blamed = [
        (f.span, s.occurrence)
        for f, s in zip(notes.findings, notes.settings, strict=True)
        if f.aspect == RESPONSIBILITY and f.party == setting.party and f.polarity == "affirms"
    ]
    own = [span for span, occurrence in blamed if occurrence == setting.occurrence]
    here = [span for span, _ in blamed if notes.sentence(span) == notes.sentence(finding.span)]
    span = setting.party_span or notes.nearest(here or own or [span for span, _ in blamed], finding.span)
    return _told(notes, "party", span, finding, setting)


def _place(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.place is None:
        return Evidence("place", None, NOT_SAID)
    span = setting.place_span or notes.nearest(_naming(notes, setting.place), finding.span)
    return _told(notes, "place", span, finding, setting)


def _naming(notes: Notes, place: Place) -> Iterator[Span]:
    """The words of the page that name a place: its mentions, else its name as it stands."""
    named = [m.span for m in notes.mentions if m.place and _is_one(m.place, place)]
    if named:
        yield from named
        return
    text, at = notes.document.text, -1
    while place.name and (at := text.find(place.name, at + 1)) >= 0:
        yield Span.of(text, at, at + len(place.name))


def _is_one(a: Place, b: Place) -> bool:
    return (a.ref is not None and a.ref == b.ref) or a.name == b.name


def _date(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.date is None:
        return Evidence("date", None, NOT_SAID)
    span = setting.date_span or notes.nearest(_dating(notes, setting.date), finding.span)
    anchor = next((t.anchor for t in notes.times if t.anchor and span and t.span == span), None)
    return _told(notes, "date", span, finding, setting, f"reckoned from {anchor}" if anchor else "")


def _dating(notes: Notes, date: Interval) -> list[Span]:
    """The words that date something to just these days, else those that give one end of them."""
    exact = [t.span for t in notes.times if t.interval == date]
    ends = {date.earliest, date.latest}
    return exact or [t.span for t in notes.times if t.interval and {t.interval.earliest, t.interval.latest} & ends]


def _event(notes: Notes, finding: Finding, setting: Setting) -> Evidence:
    if setting.event_type is None:
        return Evidence("event_type", None, NOT_SAID)
    if setting.event_span:
        return _told(notes, "event_type", setting.event_span, finding, setting)
    exact = [notes.parse.span(e.first, e.stop) for e in notes.events if e.kind == setting.event_type]
    trigger = notes.parse.span(finding.trigger, finding.trigger + 1)
    if setting.event_type in MOVED and notes.sentence(trigger) not in {notes.sentence(s) for s in exact}:
        return Evidence("event_type", trigger, "the word for what became of them says so")
    if exact:
        return _told(notes, "event_type", notes.nearest(exact, finding.span), finding, setting)
    loose = notes.nearest([notes.parse.span(e.first, e.stop) for e in notes.events if e.kind in LOOSE], finding.span)
    return _told(notes, "event_type", loose, finding, setting, "the page says no more of how")
