"""Lists of places in a sentence: what was told of all of them together was at none of them alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.setting.candidates import Key, identity, size
from counterclaim.setting.ground import Ground
from counterclaim.setting.nearness import COUNTRY
from counterclaim.setting.spots import Spot
from counterclaim.syntax import Token

JOINS = frozenset({"and", "&", "or", "plus"})
BETWEEN = frozenset(
    {
        "the", "of", "in", "on", "at", "near", "both", "also", "to", ",", "northern", "southern", "eastern", "western",
        "north", "south", "east", "west", "central",
    }
)  # fmt: skip
GAP = 6  # words between two names of a list
MOST = 4  # so many places and more are alike
SUM = 2  # places of which none alone is where something happened
MORE = frozenset({"other", "others", "several", "some", "many", "surrounding", "nearby", "neighbouring", "neighboring"})


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Places that a sentence names in a row; `many` counts those that it does not name too."""

    spots: tuple[Spot, ...]
    many: int


class Lists:
    """Reads the lists of one page."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.parse, self.where = ground, ground.parse, ground.reader.where
        self._lists: dict[int, list[PlaceList]] = {}

    def is_one_of_many(self, sentence: int, k: Key) -> bool:
        """Whether a sentence names a place in a row of two or more."""
        return any(one.many >= SUM and k in map(_key, one.spots) for one in self._of(sentence))

    def signs(self, sentence: int, context: str, k: Key, here: Spot) -> Iterator[str]:
        """How a place that a sentence names, here at a spot, stands to its lists: in one, or over all of one."""
        told = self.ground.told
        for one in self._of(sentence):
            keys = [_key(s) for s in one.spots]
            if k in keys:
                at = "first" if keys[0] == k else "last" if keys[-1] == k else "inner"
                yield from (f"list:{one.many}:{at}", f"list:{one.many}:in", f"list:{one.many}:in|{context}")
                continue
            where = "after" if here.mention.first > one.spots[-1].mention.first else "before"
            over = all(told.may_lie(x, k) and not told.may_lie(k, x) for x in keys)
            yield f"list:{one.many}:{'over' if over else 'beside'}|{where}"
            if over:
                yield f"list:{one.many}:over:{size(k)}"

    def _of(self, sentence: int) -> list[PlaceList]:
        if sentence not in self._lists:
            self._lists[sentence] = list(self._read(sentence))
        return self._lists[sentence]

    def _read(self, sentence: int) -> Iterator[PlaceList]:
        run: list[Spot] = []
        for s in self.where.spots.get(sentence, ()):
            if s.place.precision == COUNTRY:
                continue
            if run and self._are_joined(run[-1], s):
                run.append(s)
            else:
                yield from self._whole(run)
                run = [s]
        yield from self._whole(run)

    def _whole(self, run: Sequence[Spot]) -> Iterator[PlaceList]:
        """A run of places as a list, where an "and" makes it one."""
        more = bool(run) and self._goes_on(run[-1])
        if (more or any(self._has_and(a, b) for a, b in pairwise(run))) and len(run) + more > 1:
            yield PlaceList(tuple(run), min(MOST, len(run) + 2 * more))

    def _gap(self, a: Spot, b: Spot) -> Sequence[Token]:
        return self.parse.tokens[a.mention.stop : b.mention.first]

    def _has_and(self, a: Spot, b: Spot) -> bool:
        return any(t.lower in JOINS for t in self._gap(a, b))

    def _are_joined(self, a: Spot, b: Spot) -> bool:
        """Whether two names follow each other in a list, be it one whose commas were lost."""
        gap = self._gap(a, b)
        if not gap:
            return True
        if len(gap) > GAP or not any(t.lower in JOINS or t.text == "," for t in gap):
            return False
        if not self._has_and(a, b) and len(gap) > 1 and self.where.addresses.leads(a, b):
            return False
        return all(t.lower in JOINS or t.lower in BETWEEN or t.lower in self.where.words.sites for t in gap)

    def _goes_on(self, last: Spot) -> bool:
        """Whether a list ends in places without names: "Arven and other villages"."""
        sites, i = self.where.words.sites, last.mention.stop
        ahead = [t.lower for t in self.parse.tokens[i : min(self.parse.sentence(i - 1).stop, i + GAP)]]
        ahead = ahead[1:] if ahead and ahead[0] in sites else ahead
        return (
            len(ahead) > 2
            and ahead[0] in JOINS
            and not MORE.isdisjoint(ahead[1:3])
            and not sites.isdisjoint(ahead[2:5])
        )


def _key(spot: Spot) -> Key:
    return identity(spot.place)
