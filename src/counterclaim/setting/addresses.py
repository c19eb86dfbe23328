"""Names that stand together as one address: "the market of Arven, near Tarn, in the Ostra valley"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from counterclaim.distance import distance_km
from counterclaim.model import Place
from counterclaim.setting.nearness import COUNTRY, DISTRICT, HUB_KM, PROVINCE, fineness, place_key
from counterclaim.setting.spots import CONNECTS, PlaceWords, Spot
from counterclaim.syntax import Parse, Token

LONG_LIST = 3  # places named in a row from which on the whole is told by what encloses them
GAP = 8  # words between two names that may still be one address
NEAR = frozenset({"near", "outside", "around", "beside"})
GENITIVES = frozenset({"'s", "’s", "'", "’", "s"})


def keys(a: Place, b: Place) -> tuple[tuple[str, str], tuple[str, str]]:
    """What a pair of places is known by: by their keys, and by their names where one mention alone could be found."""
    return (place_key(a), place_key(b)), (a.name.casefold(), b.name.casefold())


class Addresses:
    """Reads the addresses of one page. `countries` are the tokens that name countries: they part no address."""

    def __init__(self, parse: Parse, words: PlaceWords, countries: Collection[int]) -> None:
        self.parse, self.words, self.countries = parse, words, countries

    def finest(self, spots: Sequence[Spot], best: int) -> Spot:
        """The smallest place of the address that a spot is a part of: "the market of A, near B, in C"."""
        i = self._listed(spots, best)
        while i > 0 and self.leads(spots[i - 1], spots[i]) and not self._is_house(spots[i - 1], spots[i]):
            i = self._first(spots, i - 1)
        if i + 1 < len(spots) and self.leads(spots[i], spots[i + 1]) and self._is_house(spots[i], spots[i + 1]):
            i += 1
        while i + 1 < len(spots) and self._holds(spots[i], spots[i + 1]):
            i += 1
        return spots[i]

    def _is_house(self, left: Spot, right: Spot) -> bool:
        """Whether a street or a house is named with the part of a town that it is in: "Tarn Street in Old Marrow"."""
        return not (
            self._kinds(left).isdisjoint(self.words.houses)
            or self._kinds(right).isdisjoint(self.words.quarters)
            or not self._kinds(left).isdisjoint(self.words.quarters)
        )

    def _kinds(self, spot: Spot) -> set[str]:
        """The words that may say what a place is: the last of its name and the one after it."""
        m = spot.mention
        return {t.lower for t in self.parse.tokens[m.stop - 1 : m.stop + 1]}

    def leads(self, left: Spot, right: Spot) -> bool:
        """Whether the left place lies in or beside the right one."""
        if left.cost > 3 or not self._linked(left, right):
            return False
        gap = [t.lower for t in self.parse.tokens[left.mention.stop : right.mention.first]]
        wide, narrow = fineness(left.place), fineness(right.place)
        if not gap:  # "Arven Norland", where a page lost its commas
            told = [t.lower for t in self.parse.tokens[max(0, left.mention.first - 2) : left.mention.first]]
            village = told[1:] == ["of"] and told[0] in self.words.villages
            known = village or (left.place.lat is not None and right.place.lat is not None)  # no quarter of Arven
            return wide < PROVINCE <= narrow or (known and wide < DISTRICT <= narrow)
        aimed = gap[0] == "," and narrow <= wide and self.is_aim(left)  # "a village south of Arven, Old Marrow"
        if gap[0] in GENITIVES or self._is_kind(gap) or self._is_beside(left, right) or aimed:
            return False  # "Arven's Old Marrow", "the Arven suburb of Old Marrow", "near Arven in Old Marrow village"
        if gap[0] == "outside" and wide != COUNTRY:  # "the Ostra valley outside Arven"
            return True
        if wide in (COUNTRY, PROVINCE) and narrow < PROVINCE:
            return False
        return narrow >= wide or gap[0] in ("in", "of", ",") or any(word in self.words.beside for word in gap)

    def _holds(self, left: Spot, right: Spot) -> bool:
        """Whether the right place lies in the left one: "Arven's Old Marrow", "the province of Arven near Tarn"."""
        if not self._linked(left, right) or self.leads(left, right) or right.cost > 3:
            return False
        if self.is_beacon(left, right):
            return False
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        if not gap:
            return fineness(left.place) > fineness(right.place) or right.place.lat is None
        if gap[0].lower in GENITIVES or self._is_kind([t.lower for t in gap]) or self._is_beside(left, right):
            return True
        return right.cost < 2 and fineness(left.place) > fineness(right.place)

    def is_beacon(self, left: Spot, right: Spot) -> bool:
        """Whether a town only says where a region lies: "the Ostra region, west of Arven"."""
        return PROVINCE <= fineness(left.place) < COUNTRY and self.is_aim(right) and self._linked(left, right)

    def is_aim(self, spot: Spot) -> bool:
        """Whether a place only says in which direction from it another lies: "south of Arven"."""
        before = [t.lower for t in self.parse.tokens[max(0, spot.mention.first - 2) : spot.mention.first]]
        return len(before) > 1 and before[1] in ("of", "from") and before[0] in self.words.directions

    def _is_kind(self, gap: Sequence[str]) -> bool:
        """Whether the words between two names say what the second is: "the Arven suburb of Old Marrow"."""
        return len(gap) == 2 and gap[0] in self.words.sites and gap[1] == "of"

    def _is_beside(self, left: Spot, right: Spot) -> bool:
        """Whether the left place only tells where the right one is: "near Arven in Old Marrow village"."""
        tokens, m = self.parse.tokens, right.mention
        first = left.mention.first
        if right.place.lat is not None or not first or tokens[first - 1].lower not in NEAR:
            return False
        gap = [t.lower for t in tokens[left.mention.stop : m.first]]
        if not gap or gap[0] not in ("in", "at") or not left.place.ref:
            return False
        words = {t.lower for t in (*tokens[m.first : m.stop], *tokens[m.first - 2 : m.first])}
        return not words.isdisjoint(self.words.small)

    def _linked(self, left: Spot, right: Spot) -> bool:
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        return len(gap) <= GAP and all(self._links(t) for t in gap)

    def _links(self, t: Token) -> bool:
        """Whether a word between two names leaves them one address: also "from" after "7 km"."""
        if t.lower in self.words.chain or t.pos == "NUM" or t.index in self.countries:
            return True
        if t.pos == "ADJ" and t.text.islower():  # "near the coastal city of Arven"
            return True
        return t.lower == "from" and self.parse.tokens[t.index - 1].lower in self.words.directions

    def _listed(self, spots: Sequence[Spot], i: int) -> int:
        """The first of a short list of places, what encloses a long one."""
        first = last = i
        while first > 0 and self.joined(spots[first - 1], spots[first]):
            first -= 1
        while last + 1 < len(spots) and self.joined(spots[last], spots[last + 1]):
            last += 1
        after = last + 1
        encloses = after < len(spots) and self._linked(spots[last], spots[after])
        return after if last - first >= LONG_LIST and encloses else first

    def _first(self, spots: Sequence[Spot], i: int) -> int:
        """The first place of the list that one is in."""
        while i > 0 and self.joined(spots[i - 1], spots[i]):
            i -= 1
        return i

    def joined(self, left: Spot, right: Spot) -> bool:
        """Whether two names stand in one list: "Arven, Tarn and Lowmere"."""
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        if COUNTRY in (left.place.precision, right.place.precision) or len(gap) > 3:
            return False
        joins = any(t.lower in CONNECTS for t in gap)
        return joins and all(t.lower in CONNECTS or t.lower in self.words.sites for t in gap)

    def chains(self, by_sentence: Mapping[int, Sequence[Spot]]) -> set[tuple[str, str]]:
        """Pairs of places, by `place_key`, of which the page says that the first lies in or beside the second."""
        found: set[tuple[str, str]] = set()
        for spots in by_sentence.values():
            below: list[Spot] = []  # places that what comes next may enclose
            for a, b in pairwise(spots):
                below.append(a)
                if self.leads(a, b) and (not self._is_far(a, b) or self.is_measured(a, b)):
                    found |= {pair for x in below for pair in keys(x.place, b.place)}
                elif self._holds(a, b) and not self._are_apart(a.place, b.place):
                    found.update(keys(b.place, a.place))
                    below = []
                elif not self.joined(a, b):
                    below = []
        return {(a, b) for a, b in found if a != b}

    @staticmethod
    def _are_apart(a: Place, b: Place) -> bool:
        """Whether two towns lie too far from each other for one address."""
        far = distance_km(a, b)
        return far is not None and far > HUB_KM and max(fineness(a), fineness(b)) < PROVINCE

    def is_measured(self, left: Spot, right: Spot) -> bool:
        """Whether the page says how far an unknown place is from one that is known: "Old Marrow, 7 km from Tarn"."""
        gap = self.parse.tokens[left.mention.stop : right.mention.first + 1]
        far = [b for a, b in pairwise(gap) if a.pos == "NUM"]
        return left.place.lat is None and bool(far) and all(t.lower in self.words.directions for t in far)

    def _is_far(self, left: Spot, right: Spot) -> bool:
        """Whether the page counts the miles between two places."""
        return any(t.pos == "NUM" for t in self.parse.tokens[left.mention.stop : right.mention.first])
