"""What a comparison found, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from counterclaim.distance import distance_km
from counterclaim.linking.records import (
    Record,
    all_figures,
    called,
    copied_words,
    figures,
    place_key,
    shared_words,
    victims,
)
from counterclaim.linking.titles import PLAIN, day_words
from counterclaim.model import COUNTED, Interval

SHOWN = 4  # words that both share, the rarest first
TOLLS = {
    "toll and occurrence": "a running toll and a single occurrence",
    "tolls": "running tolls, of which one tells no beginning",
    "tolls since": "running tolls since about the same day",
    "other tolls": "running tolls since other times",
}
LIKE = {
    "half": "half of their words", "third": "a third of their words", "quarter": "a quarter of their words",
    "much": "many words", "some": "some words", "little": "few words", "none": "hardly a word",
}  # fmt: skip


def reason(comparison: str, level: str, a: Record, b: Record) -> str:
    """Why two occurrences are at a comparison's level."""
    return WORDING[comparison](level, a, b)


def _time(level: str, a: Record, b: Record) -> str:
    if level in TOLLS:
        return TOLLS[level]
    one, two = a.occurrence.date, b.occurrence.date
    if one is None or two is None:
        return _told(one or two, b if one else a)
    if one == two:
        return f"both on {day_words(one)}"
    return f"{day_words(one)} and {day_words(two)}{_gap(one, two)}"


def _told(when: Interval | None, undated: Record) -> str:
    published = undated.occurrence.published
    told = f", its page published on {published:%-d %b %Y}" if published else ""
    return f"{day_words(when)} and an occurrence without a date{told}"


def _gap(one: Interval, two: Interval) -> str:
    later, earlier = max(one.earliest, two.earliest), min(one.latest, two.latest)
    if later <= earlier:
        return ", which overlap"
    days = Interval(earlier, later).days - 1
    return f", {days} {'day' if days == 1 else 'days'} apart"


def _published(level: str, a: Record, b: Record) -> str:
    one, two = a.occurrence.published, b.occurrence.published
    days = abs((one - two).days) if one and two else 0
    return "pages of one day" if days == 0 else f"pages published {days} {'day' if days == 1 else 'days'} apart"


def _place(level: str, a: Record, b: Record) -> str:
    one, two = a.occurrence.place, b.occurrence.place
    if one is None or two is None:
        return "no place"
    if level.startswith("same"):
        alike = "is" if place_key(one) == place_key(two) or called(one) == called(two) else "is named like"
        return f"both in {one.name}" if one.name == two.name else f"{one.name} {alike} {two.name}"
    km = None if level == "unmapped" else distance_km(one, two)
    told = ", of which one is on no map here" if km is None else f", {km:,.0f} km apart"
    common = {c.place.name for c in a.occurrence.claims if c.place} & {
        c.place.name for c in b.occurrence.claims if c.place
    }
    also = f"; both name {min(common)}" if level == "one in common" and common else ""
    also = also or ("; neither page names the other's" if level == "apart, neither named" else "")
    return f"{one.name} and {two.name}{told}{also}"


def _kind(level: str, a: Record, b: Record) -> str:
    one, two = (PLAIN.get(r.occurrence.event_type or "", r.occurrence.event_type) for r in (a, b))
    return f"both {one}" if one == two else f"{one} and {two}"


def _party(level: str, a: Record, b: Record) -> str:
    one, two = ({c.party for c in r.occurrence.claims if c.party and c.polarity == "affirms"} for r in (a, b))
    if one & two:
        return f"both blame {_listed(sorted(one & two))}"
    return f"one blames {_listed(sorted(one))}, the other {_listed(sorted(two))}"


def _victims(level: str, a: Record, b: Record) -> str:
    one, two = victims(a.occurrence), victims(b.occurrence)
    if one & two:
        return f"{_listed(sorted(one & two))} harmed in both"
    return f"{_listed(sorted(one))} harmed here, {_listed(sorted(two))} there"


def _copied(level: str, a: Record, b: Record) -> str:
    common = sorted(copied_words(a.occurrence) & copied_words(b.occurrence))
    return f"a count told word for word alike: “{common[0]}”" if common else "no count told in the same words"


def _count(*aspects: str) -> Callable[[str, Record, Record], str]:
    def told(level: str, a: Record, b: Record) -> str:
        for aspect in aspects:
            one, two = (figures(r.occurrence.claims, aspect) for r in (a, b))
            if one & two:
                return f"both give {max(one & two):,} {aspect}"
            if one and two:
                return f"{max(one):,} and {max(two):,} {aspect}"
        return "other aspects"

    return told


def _figures(level: str, a: Record, b: Record) -> str:
    one, two = all_figures(a.occurrence), all_figures(b.occurrence)
    common = [f"{n:,} {aspect}" for aspect, n in sorted(one & two, key=lambda told: (-told[1], told[0]))]
    fewer = min(len(one), len(two))
    return f"of {fewer} figures both give {_listed(common)}" if common else f"none of {fewer} figures in common"


def _target(level: str, a: Record, b: Record) -> str:
    one, two = (sorted(r.targets) for r in (a, b))
    common = [t for t in one if t in two]
    return f"both name {_listed(common)}" if common else f"{_listed(one)} here, {_listed(two)} there"


def _names(level: str, a: Record, b: Record) -> str:
    common = [w.shown for w in shared_words(a.words, b.words) if w.name]
    return f"both name {_listed(common)}" if common else "no rare name in common"


def _page_names(level: str, a: Record, b: Record) -> str:
    common = [w.shown for w in shared_words(a.page, b.page) if w.name]
    return f"both pages name {_listed(common)}" if common else "their pages have no rare name in common"


def _words(level: str, a: Record, b: Record) -> str:
    common = [w.shown for w in shared_words(a.words, b.words)]
    return f"told with {LIKE[level]} in common" + (f": {_listed(common)}" if common else "")


def _page(level: str, a: Record, b: Record) -> str:
    common = [w.shown for w in shared_words(a.page, b.page)]
    share = LIKE[level.removeprefix("leads, ")]
    what = "what leads the two pages; they have" if level.startswith("leads") else "the two pages have"
    return f"{what} {share} in common" + (f": {_listed(common)}" if common else "")


def _listed(words: Iterable[str]) -> str:
    words = list(words)
    return ", ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


WORDING: Mapping[str, Callable[[str, Record, Record], str]] = {
    "time": _time,
    "published": _published,
    "place": _place,
    "kind": _kind,
    "party": _party,
    "victims": _victims,
    "killed": _count("killed"),
    "injured": _count("injured"),
    "others": _count(*COUNTED[2:]),
    "figures": _figures,
    "target": _target,
    "names": _names,
    "words": _words,
    "copied": _copied,
    "page_names": _page_names,
    "page": _page,
}
