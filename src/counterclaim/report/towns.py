"""What the gazetteer knows around a place: how far a province or country reaches, and larger towns for orientation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from counterclaim.distance import distance_km
from counterclaim.model import Place

WITHIN = 0.9  # share of a province's towns that its disc takes in
FEWEST = 5  # towns from which a reach is told
# Kilometres by UCDP's where-precision. 2 is UCDP's own ("within about 25 km"); the others are ours, for drawing only.
NOMINAL = {1: 3.0, 2: 25.0, 3: 40.0, 4: 100.0, 5: 100.0, 6: 300.0, 7: 100.0}
WIDE = (4, 6)  # province, country
LARGEST = 40  # towns given for one report
LEAST_PEOPLE = 20_000
RARE = 100  # places, of which one alone is not what a map of all is about
AROUND = range(-4, 5)  # degrees about a place in which towns help to see where it is
SETTLED = ("t", "v")


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its inhabitants and the division in which it lies ("SY.09", or "SY" where only that is known)."""

    place: Place
    people: int
    area: str


@dataclass(frozen=True)
class Towns:
    """The rows of a gazetteer: GeoNames id, name, latitude, longitude, division, kind, inhabitants, by tabs."""

    rows: Sequence[str]
    _known: dict[Place, float] = field(default_factory=dict, compare=False)

    def reach_km(self, place: Place) -> float | None:
        """The radius within which the place lies, None where it has no coordinates.

        For provinces and countries it takes in nine tenths of their towns, else it goes by the precision alone.
        """
        if place.lat is None or place.lon is None:
            return None
        if place not in self._known:
            self._known[place] = self._reach(place)
        return self._known[place]

    def _reach(self, place: Place) -> float:
        code = self._code(place)
        found = sorted(d for t in self._of(code) if (d := distance_km(place, t.place)) is not None) if code else []
        if len(found) >= FEWEST:
            return round(found[int(len(found) * WITHIN)], 1)
        return NOMINAL.get(place.precision or 6, NOMINAL[6])

    def near(self, places: Iterable[Place], most: int = LARGEST) -> list[Town]:
        """The largest towns not too far from the places; where less than one in a hundred lies, none."""
        told = Counter(_box(p) for p in places if p.lat is not None and p.lon is not None)
        boxes = [box for box, n in told.items() if n * RARE >= told.total()]
        around = {(lat + up, lon + on) for lat, lon in boxes for up in AROUND for on in AROUND}
        close = [t for t in self._large if _box(t.place) in around]
        return sorted(close, key=lambda t: (-t.people, t.place.name))[:most]

    def _code(self, place: Place) -> str | None:
        """The division that a province or country is, None for other places."""
        if place.precision not in WIDE or place.country is None:
            return None
        return place.country if place.precision == WIDE[1] else self._provinces.get((place.lat or 0, place.lon or 0))

    def _of(self, code: str) -> Iterator[Town]:
        """The towns and villages of a division; of a country those of all its divisions."""
        starts = (f"\t{code}\t",) if "." in code else (f"\t{code}\t", f"\t{code}.")
        for start in starts:
            yield from (_town(row) for row in self.rows if start in row and row.split("\t")[5] in SETTLED)

    @cached_property
    def _provinces(self) -> dict[tuple[float, float], str]:
        found = (_town(row) for row in self.rows if "\tp\t" in row)
        return {(t.place.lat or 0, t.place.lon or 0): t.area for t in found if "." in t.area}

    @cached_property
    def _large(self) -> tuple[Town, ...]:
        return tuple(t for row in self.rows if "\tt\t" in row and (t := _town(row)).people >= LEAST_PEOPLE)


def _town(row: str) -> Town:
    _, name, lat, lon, area, _, people = row.split("\t")
    return Town(Place(name, lat=float(lat), lon=float(lon), country=area.partition(".")[0]), int(people), area)


def _box(place: Place) -> tuple[int, int]:
    return round(place.lat or 0), round(place.lon or 0)
