"""Place names and the places they may stand for, compiled from GeoNames and UCDP GED; see data/README.md."""

from __future__ import annotations

import gzip
import hashlib
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from counterclaim.errors import DataError, InputError
from counterclaim.folding import alike, key, skeleton
from counterclaim.model import Place

SiteKind = Literal["country", "province", "region", "water", "district", "town", "village", "area"]
KINDS: dict[str, SiteKind] = {
    "c": "country", "p": "province", "r": "region", "w": "water", "d": "district", "t": "town", "v": "village",
    "a": "area",
}  # fmt: skip
# UCDP's where-precision of an event at a place of that kind, when the page says no more (UCDP GED Codebook 19.1).
PRECISION: dict[SiteKind, int] = {
    "country": 6, "province": 4, "region": 5, "water": 7, "district": 3, "town": 1, "village": 1, "area": 1,
}  # fmt: skip
OWN_WEIGHT = 1_000_000  # a place that the user names is meant wherever its name stands
# Countries whose names need no transliteration: there a name is spelled as it is.
LATIN = frozenset({
    "US", "GB", "CA", "AU", "NZ", "IE", "FR", "DE", "NL", "BE", "AT", "CH", "LU", "IT", "ES", "PT", "SE", "NO",
    "DK", "FI", "IS", "PL", "CZ", "SK", "HU", "SI", "HR", "RO", "EE", "LV", "LT", "MX", "BR", "AR", "CL", "PE",
    "CO", "EC", "BO", "PY", "UY", "VE", "CR", "PA", "GT", "HN", "SV", "NI", "CU", "DO", "JM", "ZA", "PH", "ID",
    "MY",
})  # fmt: skip
ARTICLE = re.compile(r"^A[rsztdnl]h? (?=[A-Z])")  # "Ar Raqqah" and "Raqqa" are one
DIVISION = "\tp"
SHORT = 4  # letters: shorter names are taken only as they stand


@dataclass(frozen=True, slots=True)
class Site:
    """A place with what decides between namesakes: its kind, inhabitants (or a stand-in), first-level division.

    `exact` says that the spelling is a known one, `first` that it is the place's first name and not a further one.
    `area` is the country's code with GeoNames' code of the division ("SY.09"), the country's alone where unknown.
    `seat` says that a town bears its division's name, however spelled.
    """

    place: Place
    kind: SiteKind
    population: int
    exact: bool
    first: bool = True
    area: str = ""
    seat: bool = False


@dataclass(frozen=True)
class Gazetteer:
    """Names to the places that bear them. `rows` are places, `names` lines of spellings sorted by skeleton.

    `own` are the user's places by folded name; they go before all others of their name.
    """

    version: str
    rows: Sequence[str]
    names: Sequence[str]
    own: Mapping[str, Site] = field(default_factory=dict)

    def lookup(self, name: str) -> Sequence[Place]:
        """All places of that name, likeliest first; empty when unknown."""
        return [site.place for site in self.sites(name)]

    def sites(self, name: str, *, variants: bool = True) -> Sequence[Site]:
        """All places of that name, likeliest first: those spelled so, else (with `variants`) those spelled alike."""
        return self._asked(name, variants)

    @cached_property
    def _asked(self) -> Callable[[str, bool], Sequence[Site]]:
        return lru_cache(maxsize=16384)(self._look_up)  # a page asks for a name again and again

    def _look_up(self, name: str, variants: bool) -> Sequence[Site]:
        folded = key(name)
        if folded in self.own:
            return (replace(self.own[folded], place=replace(self.own[folded].place, name=name)),)
        spellings = self._spellings(name)
        if exact := spellings.get(folded):
            return self._sites(exact, name, exact=True)
        if not variants or len(folded) < SHORT:
            return ()
        near = {i: None for spelling, found in spellings.items() if alike(spelling, folded) for i in found}
        sites = self._sites(list(near), name, exact=False)
        return tuple(s for s in sites if s.place.country not in LATIN)

    def country(self, code: str | None) -> Sequence[Site]:
        """The country of an ISO code, as a list of one; empty when unknown."""
        return self._countries.get(code or "", ())

    @cached_property
    def _countries(self) -> dict[str, tuple[Site, ...]]:
        rows = takewhile(lambda row: row.split("\t")[5] == "c", self.rows)  # countries come first
        return {row.split("\t")[4]: (_site(row, row.split("\t")[1], True),) for row in rows}

    def _spellings(self, name: str) -> dict[str, list[int]]:
        bones = skeleton(name) + "\t"
        i = bisect_left(self.names, bones)
        if bones == "\t" or i == len(self.names) or not self.names[i].startswith(bones):
            return {}
        pairs = (item.split("=") for item in self.names[i].split("\t")[1:])
        return {spelling: [int(n) for n in found.split(",")] for spelling, found in pairs}

    def _sites(self, found: Sequence[int], name: str, *, exact: bool) -> Sequence[Site]:
        sites = [self._seated(_site(self.rows[i], name, exact), self.rows[i]) for i in found]
        return tuple(sorted(sites, key=lambda s: (s.kind != "country", -s.population)))

    def _seated(self, site: Site, row: str) -> Site:
        """A site, marked where it is a town that bears its division's name."""
        if site.kind != "town" or (site.area, _bones(row.split("\t")[1])) not in self._divisions:
            return site
        return replace(site, seat=True)

    @cached_property
    def _divisions(self) -> frozenset[tuple[str, str]]:
        """The first-level divisions: their area and what any spelling of their name has in common."""
        cells = (row.split("\t") for row in self.rows if row.endswith(DIVISION, 0, row.rfind("\t")))
        return frozenset((row[4], _bones(row[1])) for row in cells)


@lru_cache(maxsize=1024)
def _bones(name: str) -> str:
    """A name's skeleton without an article that is written apart."""
    return skeleton(ARTICLE.sub("", name))


@lru_cache(maxsize=4096)
def _site(row: str, name: str, exact: bool) -> Site:
    geonames, own, lat, lon, area, kind, weight = row.split("\t")
    country = area.partition(".")[0]
    ref = f"geonames:{geonames}" if geonames else f"site:{own}:{lat},{lon}"
    place = Place(
        name, int(geonames) if geonames else None, float(lat), float(lon), PRECISION[KINDS[kind]], ref, country or None
    )
    return Site(place, KINDS[kind], int(weight), exact, key(own) == key(name), area)


@lru_cache(maxsize=8)
def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """Load the compiled gazetteer, with the table `places` of a user's file over it.

    Raises DataError when the shipped file is missing or damaged, InputError when the user's is not as it should be.
    """
    shipped = _load_shipped()
    return replace(shipped, own=_read_own(extra)) if extra is not None else shipped


@lru_cache(maxsize=1)
def _load_shipped() -> Gazetteer:
    try:
        packed = (files("counterclaim") / "data" / "gazetteer.tsv.gz").read_bytes()
        lines = gzip.decompress(packed).decode("utf-8").split("\n")
        count = int(lines[0])
    except (OSError, EOFError, ValueError) as error:
        raise DataError(f"the gazetteer cannot be read: {error}") from error
    return Gazetteer(hashlib.sha256(packed).hexdigest()[:12], lines[1 : count + 1], lines[count + 1 :])


def _read_own(path: Path) -> dict[str, Site]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("places", {})
        return {key(form): _own_site(name, row) for name, row in rows.items() for form in (name, *row.get("also", ()))}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError, TypeError, ValueError) as error:
        raise InputError(f"{path} has no good table of places: {error}") from error
    except KeyError as error:
        raise InputError(f"{path}: a place has an unknown kind {error}; known are {', '.join(PRECISION)}") from error


def _own_site(name: str, row: Mapping[str, Any]) -> Site:
    kind: SiteKind = row.get("kind", "town")
    lat, lon = (float(row[axis]) if axis in row else None for axis in ("lat", "lon"))
    place = Place(name, None, lat, lon, PRECISION[kind], f"own:{key(name)}", row.get("country"))
    return Site(place, kind, OWN_WEIGHT, exact=True)
