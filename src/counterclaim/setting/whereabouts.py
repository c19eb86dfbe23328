"""Which of a sentence's places belongs to what happened, and which to those who tell of it or came from there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.distance import distance_km
from counterclaim.model import Mention, Place
from counterclaim.setting.addresses import Addresses
from counterclaim.setting.apportioning import Apportioning
from counterclaim.setting.lying import Lying
from counterclaim.setting.nearness import (
    COUNTRY,
    HUB_KM,
    PROVINCE,
    bare_key,
    fineness,
    is_namesake,
    place_key,
    relation,
)
from counterclaim.setting.objections import Objections
from counterclaim.setting.ordered import Ordered
from counterclaim.setting.spots import NEVER, PlaceWords, Spot
from counterclaim.setting.unlisted import UnlistedPlaces
from counterclaim.setting.unnamed import Unnamed
from counterclaim.syntax import UNDERGOING, Parse

DISTRICT = 3  # UCDP's precision of a district
OUTLYING = 3.0  # against a town from which the page counts the miles to a place
SURE = 0.6  # a cost below which nothing in the sentence speaks against a place
NEAREST = 3.0  # a cost from which on a place hardly is where something happened
FARTHEST = 6.0  # what distance within one sentence costs at most
LANDS = frozenset({"GPE", "LOC"})
PARTED = 4  # other counts' worth of distance when a place is that of a part: "nine died, four of them in Arven"
AGAINST = 4.2  # a cost from which on something speaks against a place, be it small or large
OPENING = 3  # tokens at the head of a sentence: a place or date there holds for all of it


def _nowhere(a: Place, b: Place) -> bool:
    return False


class Whereabouts:
    """Reads the places of one page's sentences. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(
        self, parse: Parse, mentions: Sequence[Mention], told: frozenset[int], events: frozenset[int], words: PlaceWords
    ) -> None:
        self.parse, self.words = parse, words
        self.objections = Objections(parse, words, told, events)
        self.lying = Lying(parse, words, told)
        self.portioned = Apportioning(parse, words, told)
        self.spots: dict[int, list[Spot]] = {}
        self._paths: dict[tuple[int, int], int] = {}
        self._ups: dict[int, dict[int, int]] = {}
        self.apart: dict[int, list[Spot]] = {}  # those at which nothing told can have happened
        self.named: dict[tuple[str, str | None], Place] = {}
        sure = [m for m in mentions if m.party or m.kind in ("place", "party", "outlet", "people")]
        taken = {i for m in sure for i in range(m.first, m.stop)}
        named = [m for m in mentions if m.kind == "place" and m.place is not None]
        named += [
            replace(m, party=None, place=Place(m.span.exact, precision=PROVINCE)) for m in mentions if self._is_land(m)
        ]
        known = [m.place for m in named if m.place and m.place.country]
        self.countries = Counter(p.country for p in known if p.country)
        countries = (m for m in named if m.place and fineness(m.place) == COUNTRY)
        self.addresses = Addresses(parse, words, {i for m in countries for i in range(m.first, m.stop)})
        unnamed = Unnamed(parse, words)
        last: Spot | None = None
        before: Spot | None = None
        for m in sorted([*named, *UnlistedPlaces(parse, words, told).find(taken)], key=lambda m: m.first):
            place = self._one(self._trusted(m, known))
            around = fineness(place) < PROVINCE and unnamed.is_only_near(m)
            place = replace(place, precision=PROVINCE) if around else place
            cost = self.objections.cost(m, place)
            if last and cost < NEVER and self._is_led_to(last, m, place, cost):
                cost = NEVER
            elif before and cost < before.cost < NEVER and self._is_alike(before, Spot(m, place, cost)):
                cost = before.cost
            before = Spot(m, place, cost)
            if fineness(place) != COUNTRY:
                last = before if cost >= NEVER and self.objections.is_brought(m) else None
            kept = self.spots if cost < NEVER else self.apart
            kept.setdefault(parse.tokens[m.token].sentence, []).append(Spot(m, place, cost, around))
        for sentence, found in [*self.spots.items()]:
            measured = self._measured(found)
            self.spots[sentence] = [s for s in measured if s.cost < NEVER]
            self.apart.setdefault(sentence, []).extend(s for s in measured if s.cost >= NEVER)
        self.ordered = Ordered(parse, self.spots)
        names = {m.place.ref for m in named if m.place}
        for m in mentions:  # a country that the page names only by its people: "Norrin warplanes"
            if m.homeland and m.homeland.ref not in names:
                self.apart.setdefault(parse.tokens[m.token].sentence, []).append(Spot(m, m.homeland, NEVER))

    def _is_alike(self, a: Spot, b: Spot) -> bool:
        """Whether what speaks against a place does against the next of its list: "in hospitals of Arven and Tarn"."""
        return a.cost > AGAINST and self.parse.tokens[b.mention.token].dep == "conj" and self.addresses.joined(a, b)

    def _is_led_to(self, last: Spot, m: Mention, place: Place, cost: float) -> bool:
        """Whether a place only says where another lies, to which people were brought: "taken to Arven in Ostra"."""
        return self.addresses.leads(Spot(last.mention, last.place, 0.0), Spot(m, place, cost))

    def _measured(self, found: list[Spot]) -> list[Spot]:
        """A sentence's spots, dearer those that only say how far off another lies: "Old Marrow, 7 km from Arven"."""
        found = found[:1] + [replace(b, cost=b.cost + self._outlying(a, b)) for a, b in pairwise(found)]
        lain = self.lying.located([s.mention for s in found]) if len(found) > 1 else None
        return found if lain is None else [replace(s, cost=s.cost + lain[n]) for n, s in enumerate(found)]

    def _outlying(self, a: Spot, b: Spot) -> float:
        """What speaks against a place from which the page only counts the miles to another, or shows the way there."""
        far = self.addresses.leads(a, b) and self.addresses.is_measured(a, b)
        return OUTLYING if far or self.addresses.is_beacon(a, b) else 0.0

    def _is_land(self, m: Mention) -> bool:
        """Whether a party is a land too, though no list has that as a country: "in Norland", where Norland rules."""
        if m.kind != "party" or m.party is None or m.party.kind != "state":
            return False
        words = self.parse.tokens[m.first : m.stop]
        bodies = self.words.bodies - {"state", "republic"}
        return self.parse.tokens[m.token].entity in LANDS and not any(t.lower in bodies for t in words)

    def _trusted(self, m: Mention, known: Sequence[Place]) -> Place:
        """A mention's place, without its whereabouts where they are those of a far namesake."""
        place = self._whole(m, known) or self._widened(m, m.place or Place(m.name))
        if m.party and m.party.country and place.country != m.party.country:
            return replace(place, precision=COUNTRY, country=m.party.country)
        common = max(self.countries, key=lambda c: self.countries[c], default=None)
        if fineness(place) == COUNTRY or place.country in (common, None) or self.countries[place.country] > 2:
            return place
        near = [p for p in known if p.country == common and fineness(p) < COUNTRY]
        return Place(place.name) if near and all(is_namesake(place, p) for p in near) else place

    def _whole(self, m: Mention, known: Sequence[Place]) -> Place | None:
        """The known place whose last word alone names it again: "the Strip" after "the Marrow Strip"."""
        before = self.parse.tokens[m.first - 1] if m.first > self.parse.sentence(m.first).first else None
        if m.place is None or m.place.ref or m.stop - m.first > 1 or before is None or before.lower != "the":
            return None
        word = f" {m.span.exact}"
        return next((p for p in known if p.ref and p.name.endswith(word)), None)

    def _one(self, place: Place) -> Place:
        """A town with the whereabouts of the first of its name and country: "Arven" and "the town of Arven" are one."""
        if fineness(place) >= PROVINCE or place.lat is None:
            return place
        first = self.named.setdefault((bare_key(place.name), place.country), place)
        far = distance_km(first, place)
        if first.ref == place.ref or far is None or far > HUB_KM:
            return place
        return replace(place, geonames=first.geonames, lat=first.lat, lon=first.lon, ref=first.ref)

    def _widened(self, m: Mention, place: Place) -> Place:
        """A town around which the page says that something was: "the countryside of the city of Arven"."""
        if place.lat is None or fineness(place) >= PROVINCE:
            return place
        tokens, i = self.parse.tokens, m.first - 1
        first = self.parse.sentence(m.first).first
        while i > first and tokens[i].lower in ("the", "of", "city", "town", "province", "governorate"):
            i -= 1
        around = i + 1 < m.first and tokens[i].lower in self.words.around
        return replace(place, precision=PROVINCE) if around else place

    def place_of(self, anchors: Sequence[int], others: Sequence[int]) -> tuple[Place | None, float]:
        """The place of what happened at the tokens `anchors`, with its cost; `others` are tokens of other counts."""
        found = self.spots.get(self.parse.tokens[anchors[0]].sentence, [])
        shared = self.portioned.share(found, anchors, others)
        if shared is not None:
            return found[shared].place, 0.0
        pointed = self.pointed(anchors, others)
        if pointed is not None:
            return pointed.place, 0.0
        costs = [s.cost + self.distance(s.mention.token, anchors, others) for s in found]
        best = min(range(len(found)), key=lambda i: costs[i], default=None)
        if best is None:
            return None, NEVER
        spot = self.addresses.finest(found, best)
        return self._inner(found, spot).place, costs[best]

    def pointed(self, anchors: Sequence[int], others: Sequence[int]) -> Spot | None:
        """The place that words point back to: "in the latter", "Arven in Ostra, where ten died"."""
        spot = self.ordered.there(anchors)
        if spot is None:
            return self.ordered.of(anchors, others)
        found = self.spots[self.parse.tokens[anchors[0]].sentence]
        return self.addresses.finest(found, found.index(spot))

    def _inner(self, found: Sequence[Spot], spot: Spot) -> Spot:
        """The one town of the sentence that lies in a region."""
        again = self._again(found, spot)
        if again is not spot or fineness(spot.place) < DISTRICT:
            return self._part(found, again)
        towns = [s for s in found if fineness(s.place) < DISTRICT and s.cost < SURE]
        if len(towns) != 1 or towns[0].place.country not in (spot.place.country, None):
            return spot
        prep = self.objections.preposition(self.parse.tokens[towns[0].mention.token])
        if prep not in self.words.locative or prep in self.words.beside or self.addresses.leads(spot, towns[0]):
            return spot
        return towns[0] if relation(towns[0].place, spot.place, _nowhere) in ("in", "unknown") else spot

    def _again(self, found: Sequence[Spot], spot: Spot) -> Spot:
        """The place inside a spot's own that is named where the sentence names that again: a heading run into it."""
        i, name = found.index(spot), self._own_words(spot)
        for j, s in enumerate(found[i + 1 :] if name else (), start=i + 1):
            if self._own_words(s) == name and s.cost < NEAREST:
                finest = self.addresses.finest(found, j)
                return spot if self._own_words(finest) == name else finest
        return spot

    def _own_words(self, spot: Spot) -> list[str]:
        """The words of a place's name without those that say what it is: "Arven" of "Arven province"."""
        words = self.parse.tokens[spot.mention.first : spot.mention.stop]
        return [t.lower for t in words if t.text[:1].isupper() and t.lower not in self.words.sites]

    def _part(self, found: Sequence[Spot], spot: Spot) -> Spot:
        """The part of a town that is named apart from it: "In Arven three died when a bomb hit the Tarn area"."""
        fine = [s for s in found if fineness(s.place) < PROVINCE]
        other = next((s for s in fine if s is not spot), spot)
        if (
            len(fine) != 2
            or self.addresses.leads(spot, other)
            or other.cost >= SURE
            or not self._is_part(other)
            or self._is_part(spot)
        ):
            return spot
        token = self.parse.tokens[other.mention.token]
        word = self.objections.landing(token)
        there = word in self.words.locative and word not in self.words.beside
        if not there and not (token.dep in UNDERGOING and token.head in self.objections.told):
            return spot
        return other if relation(other.place, spot.place, _nowhere) in ("in", "near", "unknown") else spot

    def _is_part(self, spot: Spot) -> bool:
        """Whether a place is called a part of a town."""
        m = spot.mention
        words = (*self.parse.tokens[m.first : m.stop], *self.parse.tokens[max(0, m.first - 2) : m.first])
        return any(t.lower in self.words.parts for t in words)

    def share(self, anchors: Sequence[int], others: Sequence[int]) -> Spot | None:
        """The place that is one count's alone, where its sentence tells several place by place."""
        found = self.spots.get(self.parse.tokens[anchors[0]].sentence, [])
        i = self.portioned.share(found, anchors, others)
        return None if i is None else found[i]

    def in_list(self, sentence: int, spot: Spot) -> Iterator[str]:
        """How a place stands to the lists of places in its sentence: first or later in one, or beside it."""
        found = self.spots.get(sentence, [])
        if spot not in found:
            return
        i = found.index(spot)
        joined = [self._is_joined(a, b) for a, b in pairwise(found)]
        before, after = i > 0 and joined[i - 1], i < len(joined) and joined[i]
        if before or after:
            yield "in-list"
            yield "in-list:later" if before else "in-list:first"
        elif any(joined):
            yield f"beside-list:{min(sum(joined), 3)}"

    def _is_joined(self, a: Spot, b: Spot) -> bool:
        """Whether two names follow each other in a list, be it one whose commas were lost."""
        return a.mention.stop == b.mention.first or self.addresses.joined(a, b)

    def distance(self, token: int, anchors: Sequence[int], others: Sequence[int] = ()) -> float:
        """How far a token is from what happened: steps in the tree, words between, other counts between."""
        near = min(anchors, key=lambda a: abs(a - token))
        between = sum(min(near, token) < o < max(near, token) for o in others)
        between += PARTED * self.portioned.is_of_part(token, anchors, others)
        if token - self.parse.sentence(token).first <= OPENING:
            return 2.0 + 1.2 * between
        apart = 0.5 * min(self.path(a, token) for a in anchors) + min(0.06 * abs(near - token), 3.0)
        return min(apart, FARTHEST) + 1.2 * between

    def path(self, a: int, b: int) -> int:
        """Steps between two tokens in the tree; 12 where they are in different sentences."""
        if (a, b) not in self._paths:
            self._paths[a, b] = self._path(a, b)
        return self._paths[a, b]

    def _path(self, a: int, b: int) -> int:
        if a not in self._ups:
            self._ups[a] = {a: 0} | {t.index: n for n, t in enumerate(self.parse.ancestors(a), start=1)}
        up = self._ups[a]
        if b in up:
            return up[b]
        return next((n + up[t.index] for n, t in enumerate(self.parse.ancestors(b), start=1) if t.index in up), 12)

    def chains(self) -> set[tuple[str, str]]:
        """Pairs of places, by `place_key`, of which the page says that the first lies in or beside the second."""
        return self.addresses.chains(self.spots)

    def hubs(self, chains: Collection[tuple[str, str]]) -> set[str]:
        """Places after which the page names what lies around them, by `place_key`, less those named so themselves."""
        towns = {place_key(s.place) for found in self.spots.values() for s in found if fineness(s.place) < PROVINCE}
        return {outer for _, outer in chains} - {inner for inner, outer in chains if outer in towns}
