"""The places that one page tells of: each with all its mentions, and how they stand to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from counterclaim.distance import distance_km
from counterclaim.model import Place
from counterclaim.setting.nearness import COUNTRY, PROVINCE, Within, fineness, place_key, relation
from counterclaim.setting.spots import NEVER, Spot
from counterclaim.setting.whereabouts import Whereabouts

NEAREST = 16  # places told of before a finding, and as many after it, that are weighed
MOST = 8  # places told of most often that are weighed wherever they stand
REACH = 12  # mentions of a place on either side of a sentence that are looked at: a long page has thousands
NEAR = 2  # UCDP's precision of what is near a place
PROVINCE_KM = 130.0  # from a province's seat to what lies in it
KINDS = ("quarter", "town", "town", "district", "province", "region", "country", "region")  # by fineness

Key = tuple[str, int]
"""What one candidate is known by: the place, and how large a part of it is meant."""


def identity(place: Place) -> Key:
    """The key of a place."""
    return place_key(place), fineness(place)


def size(key: Key) -> str:
    """Whether a place is a spot, a country, or something between."""
    return "fine" if key[1] < PROVINCE else "country" if key[1] == COUNTRY else "wide"


@dataclass
class Candidate:
    """A place with its mentions in page order; `sentences` holds the sentence of each."""

    place: Place
    spots: list[Spot] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    good: int = 0  # mentions that may be where something happened
    _gaps: dict[int, tuple[int | None, int | None]] = field(default_factory=dict)

    @cached_property
    def kind(self) -> str:
        """How large it is, in a word."""
        return KINDS[fineness(self.place)]

    def around(self, sentence: int) -> list[tuple[int, Spot]]:
        """The mentions near a sentence, with theirs."""
        at = bisect_left(self.sentences, sentence)
        near = slice(max(0, at - REACH), at + REACH)
        return list(zip(self.sentences[near], self.spots[near], strict=True))

    def here(self, sentence: int) -> list[Spot]:
        """The mentions in a sentence."""
        return self.spots[bisect_left(self.sentences, sentence) : bisect_right(self.sentences, sentence)]

    def gaps(self, sentence: int) -> tuple[int | None, int | None]:
        """Sentences back to the last mention that may be where something happened, and ahead to the next one."""
        if sentence not in self._gaps:
            good = [s - sentence for s, spot in self.around(sentence) if spot.cost < NEVER]
            back, ahead = [-s for s in good if s < 0], [s for s in good if s > 0]
            self._gaps[sentence] = min(back, default=None), min(ahead, default=None)
        return self._gaps[sentence]

    def is_in(self, first: int, stop: int) -> bool:
        """Whether a sentence from `first` to `stop` (exclusive) names it."""
        return bisect_left(self.sentences, first) < bisect_left(self.sentences, stop)

    def named(self, sentence: int) -> Place:
        """The place as the mention nearest to a sentence names it, of two as near the one before."""
        near = min(self.around(sentence), key=lambda m: (abs(m[0] - sentence), m[1].cost >= NEVER, m[0] > sentence))
        place = near[1].place
        return replace(place, precision=NEAR) if near[1].around else place


class Candidates:
    """All places of one page."""

    def __init__(self, where: Whereabouts, within: Within) -> None:
        self.within = within
        self.all: dict[Key, Candidate] = {}
        for sentence in sorted(where.spots.keys() | where.apart.keys()):
            spots = [*where.spots.get(sentence, ()), *where.apart.get(sentence, ())]
            for spot in sorted(spots, key=lambda s: s.mention.first):
                one = self.all.setdefault(identity(spot.place), Candidate(spot.place))
                one.spots.append(spot)
                one.sentences.append(sentence)
                one.good += spot.cost < NEVER
        self.most = sorted(self.all, key=lambda k: -len(self.all[k].spots))[:MOST]
        self.country = self._country()
        named = any(c.good and c.place.country == self.country and k[1] < COUNTRY for k, c in self.all.items())
        country = self.country if named else None
        self.homes = [k for k, c in self.all.items() if country and k[1] == COUNTRY and c.place.country == country]
        self._told = sorted({(s, n, k) for n, (k, c) in enumerate(self.all.items()) for s in c.sentences})
        self._stands: dict[tuple[Key, Key], str] = {}
        self._wide = {k for k, c in self.all.items() if k[1] < PROVINCE and any(s.mention.wide for s in c.spots)}

    def __getitem__(self, key: Key) -> Candidate:
        return self.all[key]

    def known(self, place: Place | None) -> Key | None:
        """The key of a place that the page tells of."""
        key = identity(place) if place else None
        return key if key in self.all else None

    def near(self, sentence: int, first: Sequence[Key]) -> list[Key]:
        """The keys weighed for a finding in a sentence: those named `first`, then by nearness, then by frequency."""
        at, after = (bisect_left(self._told, (s, -1)) for s in (sentence, sentence + 1))
        here = [k for *_, k in self._told[at:after]]
        back = dict.fromkeys(k for *_, k in reversed(self._told[max(0, at - 4 * NEAREST) : at]))
        ahead = dict.fromkeys(k for *_, k in self._told[after : after + 4 * NEAREST])
        found = dict.fromkeys([*first, *here, *islice(back, NEAREST), *islice(ahead, NEAREST), *self.most, *self.homes])
        return [k for k in found if self.all[k].good or k in self.homes]

    def stand(self, a: Key, b: Key) -> str:
        """How place `a` stands to `b` (nearness.relation); a part of a place lies in it."""
        found = self._stands.get((a, b))
        if found is None:
            if a[0] == b[0]:
                found = "same" if a[1] == b[1] else "in" if a[1] < b[1] else "over"
            else:
                found = relation(self.all[a].place, self.all[b].place, self.within)
            self._stands[a, b] = found
        return found

    def may_lie(self, a: Key, b: Key) -> bool:
        """Whether `a` lies in `b`, or nobody knows where it lies."""
        stand = self.stand(a, b)
        if stand == "in" or (stand == "unknown" and self.all[a].place.lat is None):
            return True
        far = distance_km(self.all[a].place, self.all[b].place) if self.is_wide(b) else None
        return far is not None and far < PROVINCE_KM

    def is_wide(self, key: Key) -> bool:
        """Whether the page names a town by a name alone that is also its province's."""
        return key in self._wide

    def is_home(self, key: Key) -> bool:
        """Whether a place lies in the country of which the page tells most, or in none that is known."""
        country = self.all[key].place.country
        return country is None or country == self.country

    def _country(self) -> str | None:
        """The country in which most of the page's places lie."""
        votes: Counter[str] = Counter()
        for c in self.all.values():
            if c.place.country and c.place.ref:
                named = sum(s.mention.kind == "place" for s in c.spots)
                votes[c.place.country] += named * (1 if fineness(c.place) == COUNTRY else 2)
        return votes.most_common(1)[0][0] if votes.total() else None
