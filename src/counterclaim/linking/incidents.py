"""Occurrences of many pages to incidents: the strongest pairs first, never against the weight of the whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from counterclaim.linking.evidence import is_cumulative, weight
from counterclaim.model import Incident, Interval, Occurrence, Place, content_id

THRESHOLD = 2.5  # set on the gold incidents of training pages, by hand
CELL = 0.5  # degrees; pairs farther apart than two cells are compared only when a date and a figure agree
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


def link_incidents(occurrences: Sequence[Occurrence]) -> tuple[Incident, ...]:
    """Cluster occurrences into incidents, largest first. Every occurrence is in exactly one."""
    ordered = sorted(occurrences, key=lambda o: (o.document, o.number))
    groups = _clusters(ordered)
    incidents = [_incident([ordered[i] for i in members]) for members in groups]
    return tuple(sorted(incidents, key=lambda i: (-_pages(i), -len(i.claims), i.title, i.id)))


def _clusters(occurrences: Sequence[Occurrence]) -> list[list[int]]:
    scored = [(weight(occurrences[i], occurrences[j]), i, j) for i, j in _candidates(occurrences)]
    home = list(range(len(occurrences)))
    members = {i: [i] for i in home}
    for _, i, j in sorted((s for s in scored if s[0] >= THRESHOLD), key=lambda s: (-s[0], s[1], s[2])):
        a, b = home[i], home[j]
        if a != b and _mean([weight(occurrences[x], occurrences[y]) for x in members[a] for y in members[b]]) > 0:
            for x in members[b]:
                home[x] = a
            members[a] += members.pop(b)
    return [sorted(m) for m in members.values()]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _candidates(occurrences: Sequence[Occurrence]) -> list[tuple[int, int]]:
    """Pairs that share a place, a neighbourhood, or a day and a figure: the others cannot reach the threshold."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for n, occurrence in enumerate(occurrences):
        for key in set(_keys(occurrence)):
            blocks[key].append(n)
    pairs = {(a, b) for block in blocks.values() for k, a in enumerate(block) for b in block[k + 1 :]}
    return sorted(p for p in pairs if occurrences[p[0]].document != occurrences[p[1]].document)


def _keys(occurrence: Occurrence) -> Iterable[object]:
    place = occurrence.place
    if place is not None:
        yield ("name", place.ref or place.name.casefold())
        if place.lat is not None and place.lon is not None:
            row, column = round(place.lat / CELL), round(place.lon / CELL)
            yield from (("cell", row + r, column + c) for r in (0, 1) for c in (0, 1))
    for day in _days(occurrence):
        yield from (("day", day, c.aspect, c.low) for c in occurrence.claims if c.low is not None and c.low > 2)


def _days(occurrence: Occurrence) -> Iterable[str]:
    if occurrence.date and not is_cumulative(occurrence):
        start = date.fromisoformat(occurrence.date.earliest)
        yield from ((start + timedelta(days=n)).isoformat() for n in range(occurrence.date.days))
    elif occurrence.published:
        yield from ((occurrence.published - timedelta(days=n)).isoformat() for n in range(4))


def _incident(members: Sequence[Occurrence]) -> Incident:
    claims = tuple(c for o in members for c in o.claims)
    place = _spelling([o.place for o in members if o.place])
    when = _when([o.date for o in members if o.date])
    kind = _commonest([o.event_type for o in members if o.event_type])
    title = " · ".join(
        filter(None, [PLAIN.get(kind or "", kind or "Incident"), place.name if place else None, day_words(when)])
    )
    return Incident(content_id("incident", *sorted(c.id for c in claims)), title, kind, place, when, claims)


def _pages(incident: Incident) -> int:
    return len({c.document for c in incident.claims})


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
