"""How many toponyms of annotated news are found, and how many of these are put where they are.

    python bench/places.py TR-News.xml [GeoVirus.xml …]

TR-News (118 articles; Kamalloo and Rafiei 2018) and GeoVirus (229; Gritta, Pilehvar and Collier 2018) come with "A
Pragmatic Guide to Geoparsing Evaluation" (Gritta, Pilehvar and Collier 2019). A toponym is found when something that
the program reads shares a character with it; it is put right when it is the same entry of GeoNames, or within 161 km
(100 miles), the usual limit, of the coordinates given. A country has no one point: where a corpus names no entries of
GeoNames, as GeoVirus does not, the title of the Wikipedia page tells which country it is. Each corpus is read in three
ways:

places      what the program takes for places, against all toponyms
names       states that act under their own name ("Russia denied") too, against toponyms that are no adjectives
demonyms    peoples and their adjectives ("Turkish") too, against all toponyms: TR-News counts those, GeoVirus does not
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from counterclaim.distance import distance_km
from counterclaim.gazetteer import Gazetteer
from counterclaim.model import Document, Mention, Place
from counterclaim.parties import ADJECTIVE, PEOPLE, SEAT, STATE, Catalogue
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.mentions import find_mentions
from counterclaim.stages.passages import split_passages

NEAR_KM = 161.0
DEMONYM = (ADJECTIVE, PEOPLE)


@dataclass(frozen=True)
class Toponym:
    """A stretch of an article, and the point that its annotators gave it, where they gave one."""

    start: int
    end: int
    point: Place | None
    country: int | None = None  # the entry of GeoNames, where it is a country known by its name alone

    def is_at(self, place: Place | None) -> bool:
        """Whether a place is the one annotated; a country has no one point, so the entry decides first."""
        if place is None or self.point is None:
            return False
        far = distance_km(place, self.point)
        same = place.geonames is not None and place.geonames in (self.point.geonames, self.country)
        return same or (far is not None and far <= NEAR_KM)


@dataclass(frozen=True)
class Read:
    """What the program reads as a toponym; `how` is "place", or how the name stands for a state (parties.Entry)."""

    start: int
    end: int
    place: Place | None
    how: str


def articles(path: Path, gazetteer: Gazetteer) -> Iterator[tuple[Document, list[Toponym]]]:
    """The articles of a corpus with their toponyms."""
    parser = etree.XMLParser(recover=True, resolve_entities=False)
    for number, article in enumerate(etree.parse(path, parser).getroot().iter("article")):
        text = article.findtext("text")
        found = [toponym(node, gazetteer) for node in article.iter("toponym", "location")]
        yield Document(article.get("docid") or str(number), text), found


def toponym(node: etree._Element, gazetteer: Gazetteer) -> Toponym:
    """One annotation, in the form of either corpus."""
    tag = node.find("gaztag") if node.find("gaztag") is not None else node
    lat, lon, entry = tag.findtext("lat"), tag.findtext("lon"), tag.get("geonameid") or ""
    geonames = int(entry) if entry.isdecimal() else None
    point = Place("", geonames=geonames, lat=float(lat), lon=float(lon)) if lat and lon else None
    title = unquote(node.findtext("page") or "").rpartition("/")[2].replace("_", " ")
    sites = gazetteer.sites(title) if title else ()
    country = sites[0].place.geonames if sites and sites[0].kind == "country" else None
    first = 1 if node.tag == "location" else 0  # GeoVirus counts characters from one
    return Toponym(int(node.findtext("start")) - first, int(node.findtext("end")) - first, point, country)


def toponyms(document: Document, resources: Resources) -> list[Read]:
    """The toponyms that the program reads."""
    parse = resources.parser(document.text, split_passages(document, resources.lexicon))
    mentions = find_mentions(parse, resources.catalogue, resources.gazetteer, resources.lexicon)
    return [r for m in mentions if (r := read(m, resources))]


def read(m: Mention, resources: Resources) -> Read | None:
    """A mention as a toponym, None where it is none."""
    if m.kind == "place":
        return Read(m.span.start, m.span.end, m.place, "place")
    how = stands(m.span.exact, resources.catalogue)
    if not how or not m.party or m.kind not in ("party", "people"):
        return None
    country = resources.gazetteer.country(m.party.country)
    return Read(m.span.start, m.span.end, country[0].place if country else None, how)


def stands(words: str, catalogue: Catalogue) -> str | None:
    """How words stand for a state, None where they do not."""
    entry = catalogue.entry(words)
    return entry.how if entry and entry.how in (STATE, SEAT, *DEMONYM) else None


@dataclass(frozen=True)
class Way:
    """One way to read a corpus: which of the program's toponyms count, and which of the annotators'."""

    name: str
    hows: frozenset[str]
    wanted: Callable[[str, Catalogue], bool]


WAYS = (
    Way("places", frozenset({"place"}), lambda words, catalogue: True),
    Way("names", frozenset({"place", STATE, SEAT}), lambda words, catalogue: stands(words, catalogue) not in DEMONYM),
    Way("demonyms", frozenset({"place", STATE, SEAT, *DEMONYM}), lambda words, catalogue: True),
)


def count(gold: Sequence[Toponym], found: Sequence[Read]) -> Counter[str]:
    """Toponyms, those found, those with a point, those put near it; toponyms read, and those that are right."""
    told: Counter[str] = Counter(gold=len(gold), read=len(found))
    for t in gold:
        hit = next((r for r in found if r.start < t.end and t.start < r.end), None)
        told["found"] += hit is not None
        if hit is not None and t.point is not None:
            told["pointed"] += 1
            told["near"] += t.is_at(hit.place)
    told["right"] = sum(any(r.start < t.end and t.start < r.end for t in gold) for r in found)
    return told


def measure(path: Path, resources: Resources) -> dict[str, Counter[str]]:
    """The counts of one corpus, by the way in which it is read."""
    told: dict[str, Counter[str]] = {way.name: Counter() for way in WAYS}
    for document, gold in articles(path, resources.gazetteer):
        found = toponyms(document, resources)
        for way in WAYS:
            wanted = [t for t in gold if way.wanted(document.text[t.start : t.end], resources.catalogue)]
            told[way.name] += count(wanted, [r for r in found if r.how in way.hows])
    return told


def share(part: int, whole: int) -> float:
    """Per cent."""
    return 100 * part / whole if whole else 0.0


def main() -> None:
    """Print the figures."""
    resources = load_resources()
    print(f"{'corpus':14}{'read as':10}{'precision':>10}{'recall':>8}{'F1':>7}{'within 161 km':>15}{'toponyms':>10}")
    for path in map(Path, sys.argv[1:]):
        for way, told in measure(path, resources).items():
            precision, recall = share(told["right"], told["read"]), share(told["found"], told["gold"])
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            near = share(told["near"], told["pointed"])
            print(f"{path.stem:14}{way:10}{precision:10.1f}{recall:8.1f}{f1:7.1f}{near:15.1f}{told['gold']:10}")


if __name__ == "__main__":
    main()
