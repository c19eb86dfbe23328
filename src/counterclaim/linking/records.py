"""An occurrence as the row of a table that two occurrences are compared by: numbers and lists of numbers only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, radians, sin, sqrt

from counterclaim.folding import skeleton
from counterclaim.linking.words import Rarity, Word, hash_of, runs_of, tokens, words_of
from counterclaim.model import COUNTED, Claim, Interval, Occurrence, Place

LONG = 45  # days; a longer span is no occurrence's date
WAR_TOLL = {"killed": 5_000, "injured": 5_000, "missing": 5_000, "detained": 5_000, "displaced": 500_000}
"""People from whom on what is told of a long time, or without a date of a country, is a war's toll."""
IN_A_TOWN, IN_DAYS = {"killed": 30_000}, {"killed": 100_000}
"""The same for what is placed in a town without a date, and for what seems to be of a few days."""
NAMES = 40  # of an occurrence's names and words the rarest are compared
WORDS = 60
PAGE_WORDS = 100
SHORT_PAGE = 40  # words: the few of a note are alike by chance, and are weighed as if there were so many
RARE = 5  # bits: commoner words tell nothing
PROVINCE, COUNTRY = 4, 6  # UCDP's where-precision
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
"""ACLED's sub-event types that one occurrence may be told as."""
SELDOM = ("Chemical weapon",)
"""Sub-event types of which there are so few that one year and country has hardly two."""
VICTIMS = {
    **dict.fromkeys(("civilians", "children", "women", "medics", "journalists"), "civilians"),
    "fighters": "fighters",
    "soldiers": "soldiers",
}
HARM = COUNTED[:2]


@dataclass(frozen=True)
class Record:
    """An occurrence with its words, those of its page, all places of its page, what it names as hit, and its row."""

    occurrence: Occurrence
    words: Mapping[str, Word]
    page: Mapping[str, Word]
    places: frozenset[Place]
    targets: frozenset[str]
    row: Mapping[str, object]


def records_of(occurrences: Sequence[Occurrence], rarity: Rarity, targets: frozenset[str]) -> list[Record]:
    """Make the rows of occurrences, all of a page together; `targets` are the words for what is hit, folded."""
    pages: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in occurrences:
        pages[occurrence.document].append(occurrence)
    made = {
        (page, record.occurrence.number): record
        for page, found in pages.items()
        for record in _records(found, words_of(found[0].page, rarity), targets)
    }
    return [made[o.document, o.number] for o in occurrences]


def _records(occurrences: Sequence[Occurrence], page: Mapping[str, Word], targets: frozenset[str]) -> Iterator[Record]:
    """The records of one page's occurrences."""
    keys_of = {s: {key for key, *_ in tokens(s)} for o in occurrences for s in o.told}
    common = {**_page(page), "page": hash_of(occurrences[0].document)}
    places = frozenset(c.place for o in occurrences for c in o.claims if c.place)
    for occurrence in occurrences:
        keys = {key for sentence in occurrence.told for key in keys_of[sentence]}
        words = {key: page[key] for key in sorted(keys & page.keys())}
        hit = targets & words.keys()
        yield Record(occurrence, words, page, places, hit, {**common, **_row(occurrence, words, hit)})


def _row(occurrence: Occurrence, words: Mapping[str, Word], hit: Iterable[str]) -> dict[str, object]:
    return {
        **_time(occurrence),
        **_place(occurrence),
        **_counts(occurrence.claims),
        **_words(words),
        "leads": occurrence.leads,
        "kind": occurrence.event_type,
        "family": FAMILIES.get(occurrence.event_type or "", occurrence.event_type),
        "parties": _numbers(c.party for c in occurrence.claims if c.party and c.polarity == "affirms"),
        "targets": _numbers(hit),
        "victims": _numbers(victims(occurrence)),
        "copied": _numbers(copied_words(occurrence)),
        "figures": _several(all_figures(occurrence)),
    }


def victims(occurrence: Occurrence) -> set[str]:
    """Whom it killed or hurt, as far as that tells sides apart: civilians, fighters, soldiers."""
    return {VICTIMS[c.who] for c in occurrence.claims if c.aspect in HARM and c.who in VICTIMS}


def copied_words(occurrence: Occurrence) -> set[str]:
    """The runs of words by which copies are known: those of the sentences that hold one of its counts."""
    counts = {c.span.exact for c in occurrence.claims if c.aspect in COUNTED}
    return {run for told in occurrence.told if any(exact in told for exact in counts) for run in runs_of(told)}


def all_figures(occurrence: Occurrence) -> set[tuple[str, int]]:
    """Every number that it gives, each with what it counts."""
    return {(c.aspect, c.low) for c in occurrence.claims if c.low and c.bound != "vague"}


def _several(told: Iterable[tuple[str, int]]) -> list[int] | None:
    """Figures as they are compared, None where there are fewer than two: that a single one agrees is seen elsewhere."""
    numbers = _numbers(f"{aspect} {n}" for aspect, n in told)
    return numbers if numbers and len(numbers) > 1 else None


def _numbers(words: Iterable[str]) -> list[int] | None:
    """What words are compared by, None where there is none."""
    return sorted({hash_of(word) for word in words}) or None


def shared_words(a: Mapping[str, Word], b: Mapping[str, Word]) -> list[Word]:
    """The words that both have, those that tell anything, the rarest first."""
    common = [a[key] for key in a.keys() & b.keys() if a[key].rarity >= RARE]
    return rarest(common, len(common))


def is_cumulative(occurrence: Occurrence) -> bool:
    """Whether it is a war's running toll: over a long time or undated, of a whole country, and in the thousands.

    What was counted over some months or of fewer people is compared as any other: it is the toll of a siege or of one
    side's attacks, or an occurrence of which the page tells the year.
    """
    least = _toll_of(occurrence.date, occurrence.place)
    return any((c.low or 0) >= least[c.aspect] for c in occurrence.claims if c.aspect in least)


def _toll_of(when: Interval | None, where: Place | None) -> Mapping[str, int]:
    if when is not None:
        return WAR_TOLL if when.days > LONG else IN_DAYS
    return WAR_TOLL if where is None or where.precision == COUNTRY else IN_A_TOWN


def day_number(day: str) -> int:
    """The number of an ISO date's day."""
    return date.fromisoformat(day).toordinal()


def place_key(place: Place) -> str:
    """What a place is known by: what its namesakes and spellings share."""
    return place.ref or f"called {called(place)}"


def called(place: Place) -> str:
    """Its name in whatever transliteration, without words of the kind of "neighbourhood" or "village"."""
    proper = [word for word in place.name.split() if word != word.lower()]
    return skeleton(" ".join(proper) or place.name) or place.name


def names_in(place: Place) -> set[str]:
    """The names within a place's name, as the words of pages are compared."""
    return {key for key, _, is_name in tokens(place.name) if is_name}


def figures(claims: Iterable[Claim], aspect: str) -> set[int]:
    """The numbers that claims give for an aspect: what is told by a number, vague words left out."""
    told = [c for c in claims if c.aspect == aspect and c.bound != "vague" and c.polarity == "affirms"]
    return {n for c in told for n in (c.low, c.high) if n}


def _time(occurrence: Occurrence) -> dict[str, object]:
    when, running = occurrence.date, is_cumulative(occurrence)
    return {
        "first": day_number(when.earliest) if when else None,
        "last": day_number(when.latest) if when else None,
        "published": occurrence.published.toordinal() if occurrence.published else None,
        "running": running,
    }


def _place(occurrence: Occurrence) -> dict[str, object]:
    """The place, its point on the unit sphere, how wide it is, and all places of the claims.

    Where only the page says in or by what a place lies, that is no point: it is compared by its name.
    """
    place = occurrence.place
    is_told = place is not None and place.ref is None and place.lat is not None
    places = {place_key(c.place): c.place for c in occurrence.claims if c.place}
    fine = [k for k, p in places.items() if (p.precision or 1) < PROVINCE]
    x, y, z = _point(None if is_told else place)
    return {
        "place": hash_of(place_key(place)) if place else None,
        "place_words": _numbers(names_in(place)) if place else None,
        "place_name": called(place).replace(" ", "").encode("utf-8", "replace").decode() if place else None,
        "places": _numbers(fine),
        "width": 1 if is_told else (place.precision or 1) if place else None,
        "country": place.country if place else None,
        "x": x,
        "y": y,
        "z": z,
    }


def _point(place: Place | None) -> tuple[float | None, float | None, float | None]:
    if place is None or place.lat is None or place.lon is None:
        return None, None, None
    lat, lon = radians(place.lat), radians(place.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _counts(claims: Sequence[Claim]) -> dict[str, object]:
    """The figures of each aspect, and of killed and injured the largest that is no part of another."""
    whole = [c for c in claims if c.part_of is None]
    killed, injured = figures(whole, "killed"), figures(whole, "injured")
    others = {f"{aspect} {n}" for aspect in COUNTED[2:] for n in figures(claims, aspect)}
    return {
        "killed": sorted(figures(claims, "killed")) or None,
        "injured": sorted(figures(claims, "injured")) or None,
        "others": _numbers(others),
        "most_killed": max(killed, default=None),
        "most_injured": max(injured, default=None),
    }


def _page(words: Mapping[str, Word]) -> dict[str, object]:
    plain = rarest((w for w in words.values() if w.rarity >= RARE), PAGE_WORDS)
    names = rarest((w for w in words.values() if w.name and w.rarity >= RARE), NAMES)
    return {
        "named": sorted(hash_of(w.key) for w in words.values() if w.name),
        "page_names": [w.code for w in names],
        "page_words": [w.code for w in plain],
        "page_length": sqrt(sum(w.rarity**2 for w in plain) * max(1.0, SHORT_PAGE / max(1, len(plain)))),
    }


def _words(words: Mapping[str, Word]) -> dict[str, object]:
    names = rarest((w for w in words.values() if w.name and w.rarity >= RARE), NAMES)
    plain = rarest((w for w in words.values() if w.rarity >= RARE), WORDS)
    return {
        "names": [w.code for w in names],
        "words": [w.code for w in plain],
        "length": sqrt(sum(w.rarity**2 for w in plain)),
    }


def rarest(words: Iterable[Word], most: int) -> list[Word]:
    """The rarest words first, at most so many; of equally rare ones those that come first by their letters."""
    return sorted(words, key=lambda w: (-w.rarity, w.key))[:most]
