"""Where places lie that the gazetteer does not know: at what the page itself says encloses them.

UCDP codes an event at a place that it cannot find by the next larger or nearest one that it can, with a coarser
where-precision (UCDP GED Codebook 19.1); so do we. The name stays that of the page, and no GeoNames id is claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from counterclaim.folding import key, plain
from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Mention, Place, Setting
from counterclaim.syntax import Parse

BESIDE = 5  # tokens between two names of which the one is told beside the other
PAUSES = (",", "(")
NEAR, DISTRICT, WIDEST = 2, 3, 5  # UCDP's where-precision; wider than a region (countries, waters) says nothing


class Anchor(NamedTuple):
    """A known place by which an unknown one is placed; `inside` says that the page puts the one in the other."""

    place: Place
    inside: bool


def anchor_places(
    findings: Sequence[Finding],
    settings: Sequence[Setting],
    mentions: Sequence[Mention],
    parse: Parse,
    lexicon: Lexicon,
) -> tuple[Setting, ...]:
    """The settings in the same order, with coordinates for places that only the page places.

    A place lies in or by what is named beside it. A quarter, a street, a hospital of which no more is said lies in the
    town that its sentence names, else where the page's nearest finding was. In a town that is precision 2 (near), else
    3 at least (the district). What nothing places stays unplaced.
    """
    anchors = _Anchors(findings, settings, mentions, parse, lexicon)
    return tuple(replace(s, place=anchors.anchored(s.place, f)) for f, s in zip(findings, settings, strict=True))


def is_mapped(place: Place | None) -> bool:
    """Whether a place has coordinates, and is not so wide that they say nothing of what lies in it."""
    return place is not None and place.lat is not None and (place.precision or 1) <= WIDEST


class _Anchors:
    """What a page names: the mapped places in reading order, and where each name stands."""

    def __init__(
        self,
        findings: Sequence[Finding],
        settings: Sequence[Setting],
        mentions: Sequence[Mention],
        parse: Parse,
        lexicon: Lexicon,
    ) -> None:
        self.parse = parse
        self.within, self.owning = lexicon.words("anchoring", "within"), lexicon.words("anchoring", "owning")
        self.parts = lexicon.words("names", "quarters") | lexicon.table("names", "facilities").keys()
        self.named: dict[str, list[Mention]] = defaultdict(list)
        self.mapped: dict[int, list[tuple[Mention, Place]]] = defaultdict(list)
        for m in mentions:
            if m.place:
                self.named[key(m.place.name)].append(m)
            if m.place and is_mapped(m.place):
                self.mapped[parse.tokens[m.first].sentence].append((m, m.place))
        given = [(f.event, s.place) for f, s in zip(findings, settings, strict=True)]
        self.known: dict[tuple[str, int | None], Anchor | None] = {}
        self.told = [(event, place) for event, place in given if place and is_mapped(place)]

    def anchored(self, place: Place | None, finding: Finding) -> Place | None:
        """The place with the coordinates of what encloses it, where it has none of its own."""
        if place is None or place.lat is not None or (place.precision or 1) > WIDEST:
            return place
        part = plain(place.name).rpartition(" ")[2] in self.parts
        asked = key(place.name), None if part else BESIDE
        if asked not in self.known:
            self.known[asked] = self._named(*asked)
        anchor = self.known[asked] or (self._told(finding) if part else None)
        if anchor is None:
            return place
        known = anchor.place
        least = NEAR if anchor.inside else DISTRICT
        precision = max(least, place.precision or 1, known.precision or 1)
        return replace(place, lat=known.lat, lon=known.lon, precision=precision, country=known.country)

    def _named(self, name: str, reach: int | None) -> Anchor | None:
        """The known place told nearest to a name in a sentence, those first that enclose it; `reach` in tokens."""
        found = []
        for spot in self.named.get(name, ()):
            for m, known in self.mapped.get(self.parse.tokens[spot.first].sentence, ()):
                after = m.first >= spot.stop
                gap = m.first - spot.stop if after else spot.first - m.stop
                inside = gap <= BESIDE and self._is_inside(spot, m)
                if reach is None or gap <= reach:
                    found.append(((not inside, gap > BESIDE, not after, gap, m.first), Anchor(known, inside)))
        return min(found, key=lambda f: f[0])[1] if found else None

    def _is_inside(self, spot: Mention, m: Mention) -> bool:
        """Whether the words between say that the spot lies in what the mention names."""
        after = m.first >= spot.stop
        between = self.parse.tokens[spot.stop : m.first] if after else self.parse.tokens[m.stop : spot.first]
        words = self.within if after else self.owning
        told = [t.lower for t in between if t.text not in PAUSES]
        listed = bool(between) and not told  # "V, T" may be two of a list
        return not listed and all(word in words for word in told)

    def _told(self, finding: Finding) -> Anchor | None:
        """Where the page's finding nearest to it was, of two as near the earlier."""
        near = min(((abs(event - finding.event), event, n) for n, (event, _) in enumerate(self.told)), default=None)
        return Anchor(self.told[near[2]][1], inside=False) if near else None
