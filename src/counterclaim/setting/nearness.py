"""How two places of one page stand to each other: the same, one in the other, or apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from counterclaim.distance import distance_km
from counterclaim.folding import key
from counterclaim.model import Place

Relation = Literal["same", "in", "over", "near", "apart", "unknown"]
Within = Callable[[Place, Place], bool]

PROVINCE = 4
COUNTRY = 6
WATER = 7
PARTS = ("north", "south", "east", "west", "central", "rural", "upper", "lower", "greater")  # of a name: a region
OVER = ("rural", "upper", "lower", "greater")  # also of a town
REGIONS = ("countryside", "province", "governorate", "suburbs of", "outskirts of")
QUARTERS = (
    "neighborhood", "neighbourhood", "quarter", "street", "square", "roundabout", "mosque", "market", "school",
    "hospital", "hotel", "church", "station", "bakery", "building", "shrine", "stadium", "park",
)  # fmt: skip
# Nouns after a name that leave open whether they belong to it.
PLAIN_KINDS = frozenset(
    {
        "village", "town", "city", "hamlet", "township", "neighborhood", "neighbourhood", "quarter", "district", "area",
        "suburb", "residential", "villages", "neighborhoods", "neighbourhoods", "districts", "areas",
    }
)  # fmt: skip
HUB_KM = 70.0  # around a town after which its surroundings too are named
ONE_TOWN_KM = 12.0  # places so near may be one town and its quarter
NAMESAKE_KM = 1200.0  # farther apart than that, one of two places on a page is likelier a namesake mistaken
# From the middle of a place of that precision to what lies in it, and to what may: kilometres.
REACH_KM = {2: (15.0, 20.0), 3: (20.0, 30.0), 4: (60.0, 130.0), 5: (90.0, 200.0)}


@lru_cache(maxsize=4096)
def bare_key(name: str) -> str:
    """A name's key without the nouns after it that only say what it is: "Old Marrow" of "Old Marrow village"."""
    words = key(name).split()
    while len(words) > 1 and words[-1] in PLAIN_KINDS:
        words.pop()
    return " ".join(words)


def place_key(place: Place) -> str:
    """What a place is known by within one page."""
    return place.ref or bare_key(place.name)


def fineness(place: Place) -> int:
    """UCDP's precision, 0 for a part of a town; an unknown name counts as a village, a river as a region."""
    return _fineness(place.name, place.precision or 1, place.lat is None)


@lru_cache(maxsize=4096)
def _fineness(name: str, precision: int, unlisted: bool) -> int:
    name = name.casefold()
    wide = name.startswith(PARTS if unlisted else OVER)
    if precision < PROVINCE and (wide or any(w in name for w in REGIONS)):
        return PROVINCE
    if unlisted and name.endswith(QUARTERS):
        return 0
    return 5 if precision == WATER else precision


def may_lie_in(a: Place, b: Place) -> bool:
    """Whether one of two places is a spot that no gazetteer knows and the other large enough to hold it."""
    small, large = sorted((a, b), key=fineness)
    return small.lat is None and fineness(small) < fineness(large)


def relation(a: Place, b: Place, within: Within) -> Relation:
    """How place `a` stands to `b`: "in" when it lies in it, "over" the other way round; `within` is the page's word."""
    if place_key(a) == place_key(b) or a.name.casefold() == b.name.casefold():
        return "same"
    if within(a, b):
        return "in"
    if within(b, a):
        return "over"
    return _by_country(a, b) if COUNTRY in (a.precision, b.precision) else _by_distance(a, b)


def _by_country(a: Place, b: Place) -> Relation:
    if a.precision == b.precision:
        return "apart"
    if a.country != b.country:
        return "unknown" if not a.country or not b.country else "apart"
    return "over" if a.precision == COUNTRY else "in"


def _by_distance(a: Place, b: Place) -> Relation:
    far = distance_km(a, b)
    if far is None or far > NAMESAKE_KM:
        return "unknown"
    if fineness(a) == fineness(b):
        return "near" if far < ONE_TOWN_KM else "apart"
    sure, perhaps = REACH_KM[max(fineness(a), fineness(b))]
    if far < sure:
        return "over" if fineness(a) > fineness(b) else "in"
    return "unknown" if far < perhaps else "apart"


def is_namesake(a: Place, b: Place) -> bool:
    """Whether two places are so far apart that one page hardly tells of both."""
    far = distance_km(a, b)
    return far is not None and far > NAMESAKE_KM
