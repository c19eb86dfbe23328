"""How many toponyms of annotated news are found, and how many of these are put where they are.

    python bench/places.py TR-News.xml

TR-News (118 articles; Kamalloo and Rafiei 2018) comes with "A Pragmatic Guide to Geoparsing Evaluation" (Gritta,
Pilehvar and Collier 2019). All its toponyms count, adjectives such as "Turkish" too, which the program takes for people
and not for places. A toponym is found when a place that the program reads shares a character with it; it is put right
when it is the same entry of GeoNames, or within 161 km (100 miles), the usual limit, of the coordinates given.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from counterclaim.distance import distance_km
from counterclaim.model import Document, Mention, Place
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.mentions import find_mentions
from counterclaim.stages.passages import split_passages

NEAR_KM = 161.0


@dataclass(frozen=True)
class Toponym:
    """A stretch of an article, and the point that its annotators gave it, where they gave one."""

    start: int
    end: int
    point: Place | None

    def is_at(self, place: Place | None) -> bool:
        """Whether a place is the one annotated; a country has no one point, so the entry decides first."""
        if place is None or self.point is None:
            return False
        far = distance_km(place, self.point)
        return place.geonames == self.point.geonames is not None or (far is not None and far <= NEAR_KM)


def articles(path: Path) -> Iterator[tuple[Document, list[Toponym]]]:
    """The articles of the corpus with their toponyms."""
    for article in etree.parse(path, etree.XMLParser(recover=True, resolve_entities=False)).getroot().iter("article"):
        yield Document(article.get("docid"), article.findtext("text")), [*map(toponym, article.iter("toponym"))]


def toponym(node: etree._Element) -> Toponym:
    """One annotation."""
    lat, lon = node.findtext("gaztag/lat"), node.findtext("gaztag/lon")
    tag = node.find("gaztag")
    entry = int(tag.get("geonameid")) if tag is not None and (tag.get("geonameid") or "").isdecimal() else None
    point = Place("", geonames=entry, lat=float(lat), lon=float(lon)) if lat and lon else None
    return Toponym(int(node.findtext("start")), int(node.findtext("end")), point)


def places(document: Document, resources: Resources) -> list[Mention]:
    """The places that the program reads."""
    parse = resources.parser(document.text, split_passages(document, resources.lexicon))
    mentions = find_mentions(parse, resources.catalogue, resources.gazetteer, resources.lexicon)
    return [m for m in mentions if m.kind == "place"]


def count(document: Document, gold: list[Toponym], resources: Resources) -> Counter[str]:
    """Toponyms, those found, those with a point, those put near it; places read, and those that are toponyms."""
    read = places(document, resources)
    told: Counter[str] = Counter(gold=len(gold), read=len(read))
    for t in gold:
        hit = next((m for m in read if m.span.start < t.end and t.start < m.span.end), None)
        told["found"] += hit is not None
        if hit is not None and t.point is not None:
            told["pointed"] += 1
            told["near"] += t.is_at(hit.place)
    told["right"] = sum(any(m.span.start < t.end and t.start < m.span.end for t in gold) for m in read)
    return told


def main() -> None:
    """Print the figures."""
    resources, told = load_resources(), Counter[str]()
    for document, gold in articles(Path(sys.argv[1])):
        told += count(document, gold, resources)
    for name, part, whole in (
        ("toponyms found, recall", "found", "gold"),
        ("places that are toponyms, precision", "right", "read"),
        ("of those found, put right", "near", "pointed"),
    ):
        print(f"{name:38}{100 * told[part] / told[whole]:6.1f}  ({told[part]} of {told[whole]})")


if __name__ == "__main__":
    main()
