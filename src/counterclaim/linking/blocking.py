"""Which occurrences are compared at all: those that share a time and a place, a rare name or a figure; or rare names.

Besides, accounts of one day in one region are compared, those of about one day and one kind that name one thing as hit
in one country, and within some weeks those that have a sentence with a count alike, two figures alike, or one seldom
kind in one country.

Every key of an occurrence depends on nothing but itself, and is narrow, so that the number of pairs grows with that of
the occurrences and a page more brings no pair between the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from counterclaim.linking.records import (
    LONG,
    PROVINCE,
    SELDOM,
    Record,
    called,
    copied_words,
    day_number,
    is_cumulative,
    place_key,
)
from counterclaim.linking.words import Word, hash_of

WEEK = 7  # days of one bucket of time
BEFORE = 14  # days before its publication in which an undated occurrence is looked for
CELL = 0.25  # degrees: what is told within about fifty kilometres is compared
TELLING = 8  # bits: names from that rarity on bring occurrences together
NAMES = 16  # of an occurrence, the most telling
AGAIN, OFTEN = 2, 4  # bits that a name gains each time that it is told again, up to so often
ALONE = 9  # rarest names any two of which bring occurrences together at whatever time
FEW_DAYS = 3
REGION = 2.0  # degrees: what is told of one day is compared over a region
FEW = 2  # a larger figure brings together what was on the same days
SOME = 9  # one still larger what was reported on the same days
LARGEST, MONTH = 4, 28  # any two of so many figures bring together what was in so many days
YEAR = 370  # days: a seldom kind told of so long a time is looked for in all its months


def keys(record: Record) -> list[int]:
    """The keys of an occurrence, as numbers: two that share one are compared."""
    return sorted({hash_of(key) for key in _keys(record)})


def _keys(record: Record) -> Iterator[str]:
    occurrence = record.occurrence
    if is_cumulative(occurrence):
        return
    words = record.page if occurrence.leads else record.words
    names, where, figures = _names(words.values()), list(_where(record)), _figures(record)
    about = [*where, *names, *figures]
    yield f"page {occurrence.document}"
    yield from (f"{month} copied {run}" for month, run in product(_months(record), copied_words(occurrence)))
    larger = [key for key, n in figures.items() if n > SOME]
    yield from (f"{week} {key}" for week, key in product(_reported(record), [*names, *larger]))
    yield from (f"{week} {key}" for week, key in product(_weeks(record, 1), about))
    yield from (f"{week} {key}" for week, key in product(_weeks(record, FEW_DAYS), where))
    yield from (f"{month} {a} {b}" for month, (a, b) in product(_months(record), _two_of(figures)))
    yield from (f"{day} {cell}" for day, cell in product(_days(record), _regions(record)))
    yield from (f"{a} {b}" for a, b in combinations(sorted(names[:ALONE]), 2))
    yield from (f"{day} {hit}" for day, hit in product(_days(record, 1), _hit(record)))
    if occurrence.event_type in SELDOM:
        yield from (f"{month} {c} {occurrence.event_type}" for month, c in product(_year(record), _countries(record)))
    if occurrence.published is None:
        yield from (key for key in about if not key[0].isdigit())
        yield from (f"{record.row['family']} {key}" for key in where if occurrence.date is None)


def _names(words: Iterable[Word]) -> list[str]:
    """Rare names, those first that are told of again and again: victims, suspects, the street."""
    rare = [w for w in words if w.name and w.rarity >= TELLING]
    rare.sort(key=lambda w: (-w.rarity - AGAIN * min(w.times, OFTEN), w.key))
    return [w.key for w in rare[:NAMES]]


def _reported(record: Record) -> range:
    """The buckets of the days about its publication: its date may be misread."""
    published = record.occurrence.published
    if published is None:
        return range(0)
    day = published.toordinal()
    return range((day - FEW_DAYS) // WEEK, (day + FEW_DAYS) // WEEK + 1)


def _weeks(record: Record, margin: int) -> Sequence[int]:
    """The buckets of the days on which it may have been, and of days before and after; of a long time both ends."""
    when, published = record.occurrence.date, record.occurrence.published
    if when:
        first, last = day_number(when.earliest) - margin, day_number(when.latest) + margin
    elif published:
        first, last = published.toordinal() - BEFORE, published.toordinal() + margin
    else:
        return range(0)
    weeks = range(first // WEEK, last // WEEK + 1)
    return sorted({weeks[0], weeks[-1]}) if last - first > LONG else weeks


def _days(record: Record, after: int = 0) -> range:
    """The days on which it was, if they are few, else those shortly before its publication; and so many after them."""
    when, published = record.occurrence.date, record.occurrence.published
    if when and when.days <= FEW_DAYS:
        return range(day_number(when.earliest), day_number(when.latest) + 1 + after)
    if when or not published:
        return range(0)
    return range(published.toordinal() - FEW_DAYS, published.toordinal() + 1 + after)


def _regions(record: Record) -> set[str]:
    """Overlapping squares of the map in which it was; where nobody knows, in which anything of its page was."""
    own = [record.occurrence.place] if record.occurrence.place else []
    if not any(p.lat is not None for p in own):
        own = list(record.places)
    return {
        f"{round(p.lat / REGION) + r}::{round(p.lon / REGION) + c}"
        for p in own
        if p.lat is not None and p.lon is not None
        for r in (0, 1)
        for c in (0, 1)
    }


def _where(record: Record) -> Iterator[str]:
    """Its places by what is known of them and by name, for another page may put them elsewhere; and its squares."""
    fine = {c.place for c in record.occurrence.claims if c.place and (c.place.precision or 1) < PROVINCE}
    yield from {key for place in fine for key in (place_key(place), f"called {called(place)}")}
    place = record.occurrence.place
    if place and place.lat is not None and place.lon is not None and (place.precision or 1) < PROVINCE:
        row, column = round(place.lat / CELL), round(place.lon / CELL)
        yield from (f"{row + r}:{column + c}" for r in (0, 1) for c in (0, 1))


def _figures(record: Record) -> dict[str, int]:
    """Its numbers by what brings those together that give the same."""
    told = [c for c in record.occurrence.claims if c.bound != "vague"]
    return {f"{c.aspect} {c.low}": c.low for c in told if c.low is not None and c.low > FEW}


def _two_of(figures: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Every two of its largest figures: they bring together what one page dates wrongly."""
    largest = sorted(figures, key=lambda key: (-figures[key], key))[:LARGEST]
    yield from combinations(sorted(largest), 2)


def _months(record: Record) -> Sequence[int]:
    """The buckets of four weeks, each overlapping the next, of its first and last day and of its publication."""
    when, published = record.occurrence.date, record.occurrence.published
    days = [day_number(day) for day in (when.earliest, when.latest)] if when else []
    days += [published.toordinal()] if published else []
    return sorted({(day + offset) // MONTH for day in days for offset in (0, MONTH // 2)}) or [0]


def _year(record: Record) -> Sequence[int]:
    """The same, with all months between the days where they are of one year."""
    when = record.occurrence.date
    if when is None or when.days > YEAR:
        return _months(record)
    half = MONTH // 2
    between = range(day_number(when.earliest), day_number(when.latest) + 1, half)
    return sorted({*_months(record), *((day + offset) // MONTH for day in between for offset in (0, half))})


def _hit(record: Record) -> set[str]:
    """What it names as hit, with kind and country: where a place is on no map no square brings together."""
    family = record.row["family"]
    return {f"{family} {thing} {c}" for thing, c in product(record.targets, _countries(record))} if family else set()


def _countries(record: Record) -> set[str]:
    """Its country; where nobody knows, those of its page."""
    place = record.occurrence.place
    places = [place] if place and place.country else record.places
    return {p.country for p in places if p.country}
