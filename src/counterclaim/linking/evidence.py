"""How strongly two occurrences speak for one incident: one weight a comparison, in log-odds to the base 2.

The weights follow the pattern of Fellegi and Sunter (1969): agreement on something rare speaks for a match, plain
disagreement against it, and what is unknown says nothing. The figures are set by hand in this version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterclaim.distance import distance_km
from counterclaim.model import Interval, Occurrence, Place

CUMULATIVE_DAYS = 45  # a span longer than this is a running toll, not the date of one occurrence
ANOTHER_TIME = -8.0
UNKNOWN_PLACE = -0.5  # a street or hamlet without coordinates may lie within the other
FEW_DAYS = 4
YEAR = 365
COUNTRY = 6  # UCDP's where-precision
WAR_TOLL = 5_000  # people; single occurrences of that size are dated
FAMILIES = {
    "Air/drone strike": "air",
    "Shelling/artillery/missile attack": "shelling",
    "Chemical weapon": "chemical",
    "Remote explosive/landmine/IED": "bomb",
    "Suicide bomb": "bomb",
    "Grenade": "bomb",
    "Armed clash": "clash",
    "Government regains territory": "clash",
    "Non-state actor overtakes territory": "clash",
    "Attack": "attack",
    "Abduction/forced disappearance": "detention",
    "Arrests": "detention",
    "Evacuation": "moving",
    "Displacement": "moving",
}
CLOSE_FAMILIES = frozenset(
    frozenset(pair)
    for pair in (
        ("air", "shelling"),
        ("shelling", "clash"),
        ("air", "chemical"),
        ("bomb", "attack"),
        ("attack", "clash"),
    )
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison's weight, with the reason in words."""

    name: str
    weight: float
    reason: str


def compare(a: Occurrence, b: Occurrence) -> tuple[Comparison, ...]:
    """All comparisons of two occurrences that say anything."""
    found = (_time(a, b), _where(a.place, b.place), _kind(a, b), _counts(a, b))
    return tuple(c for c in found if c is not None)


def weight(a: Occurrence, b: Occurrence) -> float:
    """The sum of the weights: above zero speaks for one incident."""
    return sum(c.weight for c in compare(a, b))


def is_cumulative(occurrence: Occurrence) -> bool:
    """Whether it is a running toll: over a long time; or undated, of a whole country, and in the thousands."""
    if occurrence.date is not None:
        return occurrence.date.days > CUMULATIVE_DAYS
    is_country = occurrence.place is None or occurrence.place.precision == COUNTRY
    return is_country and any((c.low or 0) >= WAR_TOLL for c in occurrence.claims)


def _time(a: Occurrence, b: Occurrence) -> Comparison | None:
    running = is_cumulative(a)
    if running != is_cumulative(b):
        return Comparison("time", -20.0, "a running toll and a single occurrence")
    if running:
        return _running(a.date, b.date)
    if a.date and b.date:
        return _dated(a.date, b.date)
    return _undated(a, b)


def _undated(a: Occurrence, b: Occurrence) -> Comparison | None:
    """At least one of the two has no date: the days of publication bound it, and are never taken for it."""
    known, other = (a, b) if a.date else (b, a)
    if known.date and other.published:
        return _reported(known.date, other.published)
    if a.published and b.published:
        days = abs((a.published - b.published).days)
        steps = ((2, 1.0), (7, -1.0))
        found = next((w for limit, w in steps if days <= limit), ANOTHER_TIME)
        return Comparison("time", found, f"pages published {days} days apart")
    return None


def _running(a: Interval | None, b: Interval | None) -> Comparison:
    """Running tolls are one when they count from about the same time; they run on from page to page."""
    if a is None or b is None:
        return Comparison("time", 2.0, "running tolls")
    years = abs(int(a.earliest[:4]) - int(b.earliest[:4]))
    if years == 0 and a.days > YEAR and b.days > YEAR:
        return Comparison("time", 3.0, "running tolls since the same year")
    return Comparison(
        "time", 4.0 if a == b else -4.0, "running tolls over " + ("the same" if a == b else "other") + " times"
    )


def _dated(a: Interval, b: Interval) -> Comparison:
    if a == b:
        return Comparison("time", 5.0 if a.days <= 2 else 2.5, "the same date")
    gap = _gap(a, b)
    if gap <= 0 and (max(a.days, b.days) <= FEW_DAYS or min(a.days, b.days) > FEW_DAYS):
        return Comparison("time", 2.0, "dates overlap")
    if gap <= 0:
        return Comparison("time", -1.5, "a day and a longer time that takes it in")
    if gap == 1:
        return Comparison("time", -1.0, "dates one day apart")
    return Comparison("time", -8.0, f"dates {gap} days apart")


def _gap(a: Interval, b: Interval) -> int:
    later, earlier = max(a.earliest, b.earliest), min(a.latest, b.latest)
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _reported(when: Interval, published: date) -> Comparison:
    days = (published - date.fromisoformat(when.latest)).days
    if 0 <= days <= 3:
        return Comparison("time", 1.0, f"the undated page came {days} days after")
    if 3 < days <= 14:
        return Comparison("time", -1.0, f"the undated page came {days} days after")
    return Comparison("time", ANOTHER_TIME, "the undated page is from another time")


def _where(a: Place | None, b: Place | None) -> Comparison | None:
    if a is None or b is None:
        return None
    wide = max(a.precision or 1, b.precision or 1) >= 4
    if (a.ref and a.ref == b.ref) or a.name.casefold() == b.name.casefold():
        return Comparison("place", 1.0 if wide else 4.0, f"both at {a.name}")
    km = distance_km(a, b)
    if km is None:
        return Comparison("place", UNKNOWN_PLACE, f"{a.name} and {b.name}, of which one is on no map here")
    if wide:
        return Comparison("place", 0.0 if km < 150 else -6.0, f"{a.name} and {b.name}, {km:.0f} km apart")
    steps = ((8, 2.0), (30, -1.0), (80, -4.0))
    return Comparison(
        "place", next((w for limit, w in steps if km <= limit), -8.0), f"{a.name} and {b.name}, {km:.0f} km apart"
    )


def _kind(x: Occurrence, y: Occurrence) -> Comparison | None:
    if is_cumulative(x) and is_cumulative(y):
        return None  # a war's toll is of every kind
    a, b = x.event_type, y.event_type
    first, second = FAMILIES.get(a or ""), FAMILIES.get(b or "")
    if first is None or second is None:
        return None
    if first == second:
        return Comparison("kind", 1.5, f"both {a}")
    if frozenset((first, second)) in CLOSE_FAMILIES:
        return Comparison("kind", -0.5, f"{a} and {b}")
    return Comparison("kind", -3.0, f"{a} and {b}")


def _counts(a: Occurrence, b: Occurrence) -> Comparison | None:
    mine, theirs = _figures(a), _figures(b)
    shared = mine & theirs
    if shared:
        aspect, figure = max(shared, key=lambda f: (f[1], f[0]))
        return Comparison("count", 3.0 if figure > 9 else 1.0, f"both give {figure} {aspect}")
    if mine and theirs:
        return Comparison("count", -0.5, "no figure in common")
    return None


def _figures(occurrence: Occurrence) -> set[tuple[str, int]]:
    return {(c.aspect, c.low) for c in occurrence.claims if c.low is not None and c.low > 2 and c.bound != "vague"}
