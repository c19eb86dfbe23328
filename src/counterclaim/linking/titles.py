"""What an incident is called, and the kind, place and time that most of its claims give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from counterclaim.model import Incident, Interval, Occurrence, Place, content_id

PLAIN = {  # ACLED's names are made for tables; these are what people say
    "Air/drone strike": "Air strike",
    "Shelling/artillery/missile attack": "Shelling",
    "Remote explosive/landmine/IED": "Bombing",
    "Suicide bomb": "Suicide bombing",
    "Chemical weapon": "Chemical attack",
    "Armed clash": "Clash",
    "Abduction/forced disappearance": "Abduction",
    "Excessive force against protesters": "Force against protesters",
    "Non-state actor overtakes territory": "Capture",
    "Government regains territory": "Capture",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def name_incident(members: Sequence[Occurrence]) -> Incident:
    """The incident that these occurrences are, named after what most of them say."""
    claims = tuple(c for o in members for c in o.claims)
    place = _spelling([o.place for o in members if o.place])
    when = _when([o.date for o in members if o.date])
    kind = _commonest([o.event_type for o in members if o.event_type])
    title = " · ".join(
        filter(None, [PLAIN.get(kind or "", kind or "Incident"), place.name if place else None, day_words(when)])
    )
    return Incident(content_id("incident", *sorted(c.id for c in claims)), title, kind, place, when, claims)


def _commonest(values: Sequence[str]) -> str | None:
    counted = Counter(values)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _spelling(places: Sequence[Place]) -> Place | None:
    """The place most pages give, in the spelling most of them use; the more precise one at a tie."""
    if not places:
        return None
    name = Counter(p.name for p in places)
    ref = Counter(p.ref or p.name for p in places)
    return min(places, key=lambda p: (-ref[p.ref or p.name], p.precision or 9, -name[p.name], p.name))


def _when(dates: Sequence[Interval]) -> Interval | None:
    key = _commonest([f"{d.earliest}/{d.latest}" for d in dates])
    return next((d for d in dates if f"{d.earliest}/{d.latest}" == key), None)


def day_words(when: Interval | None) -> str | None:
    """An interval as people write it: "15 Apr 2017", "9–10 Jul 2016", "1 Sep – 31 Oct 2016"; None stays None."""
    if when is None:
        return None
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
    return f"{start} – {end}"
