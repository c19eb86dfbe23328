"""The counts of one sentence linked to the words that tell what became of the people counted."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.borrowing import Borrowing
from counterclaim.counting.companions import with_companions
from counterclaim.counting.doubts import LEVELS, Doubts
from counterclaim.counting.governing import Governing
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Count, Scene, Told
from counterclaim.counting.out_of import crossed, overtaken, taken_out
from counterclaim.counting.own_words import deed, done_to, fate, of_the_dead
from counterclaim.counting.portions import find_portions, may_hold
from counterclaim.counting.sides import Sides
from counterclaim.counting.uncounted import INJURED, KILLED
from counterclaim.model import Certainty, Finding, Who

THEM = frozenset({"of", "them", "the"})
GRAVITY_REACH = 3
SHARING = frozenset({"(", ":", ",", "-", "–", "—", "including", "which", "whom"})  # open a total's parts
APART = frozenset({".", ";", "and", "while", "but"})
BEFORE = frozenset({"displaced", "detained", "evacuated"})  # what befell people who may then be killed


class Linker:
    """Links the counts of one sentence to the words that tell what became of the people counted."""

    def __init__(self, scene: Scene, governing: Governing, doubts: Doubts, them: Who | None = None) -> None:
        self.scene = scene
        self.doubts = doubts
        self.portions = find_portions(scene)
        self.told: list[Told] = []
        for i in range(len(scene.counts)):
            best = governing.best(scene, i)
            told = with_companions(scene, best, scene.counts[i]) if best else []
            told = (
                overtaken(scene, i, told)
                or deed(scene, i)
                or crossed(scene, i)
                or fate(scene, i, told)
                or of_the_dead(scene, i, told)
                or told
                or done_to(scene, i)
            )
            self.told.append(_beyond(scene.counts[i], told))
        borrowing = Borrowing(scene, self.portions, self.told)
        for i in range(len(scene.counts)):
            self.told[i] = borrowing.own_or_borrowed(i)
        self.portions.update(taken_out(scene, self.told))
        self.portions.update(self._last_deaths())
        self.sides = Sides(scene, self.portions, self.told, them)

    def findings(self, offset: int) -> Iterator[Finding]:
        """The findings of the sentence; `offset` is the number of those before it on the page."""
        kept = [i for i, told in enumerate(self.told) if self._is_told(told) and not self._is_said_again(i)]
        place = {(i, aspect): k for k, (i, aspect) in enumerate((i, a) for i in kept for _, a in self.told[i])}
        for i in kept:
            for trigger, aspect in self.told[i]:
                whole = place.get((self.portions.get(i, -1), aspect))
                yield self._finding(self.scene.counts[i], trigger, aspect, None if whole is None else offset + whole)

    def _last_deaths(self) -> Iterator[tuple[int, int]]:
        """Those by whom a toll of the same sentence grew: "rose to 14 after two of the injured died"."""
        scene = self.scene
        for k, told in enumerate(self.told):
            if not told or "toll" not in told[0][0].forms or told[0][1] != KILLED or k in self.portions:
                continue
            for i, other in enumerate(self.told):
                first, last = sorted((i, k))
                gap = scene.words[scene.counts[first].stop : scene.counts[last].first]
                grown = (
                    i != k
                    and i not in self.portions
                    and other
                    and other[0][1] == KILLED
                    and "toll" not in other[0][0].forms
                )
                if grown and not scene.hints.growing.isdisjoint(gap) and may_hold(scene.counts[k], scene.counts[i]):
                    yield i, k

    def _is_told(self, told: Told) -> bool:
        return bool(told) and not self.doubts.is_unreal(self.scene, told[0][0])

    def _is_said_again(self, i: int) -> bool:
        return self._is_named_next(i) or self._is_shared_out(i)

    def _is_shared_out(self, i: int) -> bool:
        """Whether the next count says how many of the casualties died or were hurt: "30 casualties (12 killed, …)"."""
        if i + 1 >= len(self.told) or len(self.told[i + 1]) != 1:
            return False
        count = self.scene.counts[i]
        if len(self.told[i][0][0].aspects) == 1 and not self._is_sum(i):
            return False
        gap = self.scene.words[count.stop : self.scene.counts[i + 1].first]
        return bool(gap) and not SHARING.isdisjoint(gap) and not any(w in APART for w in gap)

    def _is_sum(self, i: int) -> bool:
        """Whether the next two counts are dead and hurt who make it up: "12 children (four killed and eight hurt)"."""
        parts = self.told[i + 1 : i + 3]
        if [aspect for told in parts for _, aspect in told] not in ([KILLED, INJURED], [INJURED, KILLED]):
            return False
        low, *lows = (c.quantity.low or 0 for c in self.scene.counts[i : i + 3])
        return sum(lows) == low and self.scene.words[self.scene.counts[i].stop] in ("(", ":")

    def _is_named_next(self, i: int) -> bool:
        """Whether the next count says who this one is: "one of them a woman"."""
        if i + 1 >= len(self.scene.counts) or not self.told[i + 1]:
            return False
        count, following = self.scene.counts[i], self.scene.counts[i + 1]
        words, heads = self.scene.words, count.counted.heads
        dead = count.quantity.high == 1 and all(words[h] in self.scene.victims.ends for h in heads)
        share = count.counted.of and ((count.counted.bare and not heads) or (bool(heads) and dead))
        if share and self._is_set_in(count, following):
            return True
        return share and following.quantity.single and self.scene.light(count.stop, following.first)

    def _is_set_in(self, count: Count, following: Count) -> bool:
        """Whether the next count stands between commas right after this one: "one of them, a boy, was wounded"."""
        words = self.scene.words
        stop = next((i for i in range(count.stop, following.first) if words[i] not in THEM), following.first)
        set_in = words[stop : following.first] == [","] and words[following.stop : following.stop + 1] == [","]
        return set_in and count.quantity.high == following.quantity.high == 1

    def _certainty(self, count: Count, t: Trigger) -> Certainty:
        """How sure the page is of the count; of a part it is no surer than of the whole."""
        whole = self.portions.get(self.scene.counts.index(count))
        counts = (count,) if whole is None else (count, self.scene.counts[whole])
        return max((self.doubts.certainty(self.scene, c, t) for c in counts), key=LEVELS.index)

    def _finding(self, count: Count, t: Trigger, aspect: str, part_of: int | None) -> Finding:
        q, scene = count.quantity, self.scene
        stop = max((q.stop, *(h + 1 for h in count.counted.heads if count.counted.known)))
        denied = q.low == q.high == 0 or (scene.negated(t) and not _is_of_gravity(scene, t))
        denied = denied or self.doubts.untruths.called(scene, count)
        return Finding(
            aspect=aspect, span=scene.parse.span(q.first, stop), trigger=t.first, event=t.first,
            low=q.low, high=q.high, bound=q.bound, who=self.sides.who(self.scene.counts.index(count)),
            part_of=part_of, polarity="denies" if denied else "affirms",
            certainty=self._certainty(count, t),
        )  # fmt: skip


def _beyond(count: Count, told: Told) -> Told:
    """What is told, less what only the noun tells of where worse befell them: "four displaced died", "two hostages"."""
    worse = [(t, aspect) for t, aspect in told if not (aspect in BEFORE and count.first <= t.first < count.stop)]
    killed = any(aspect == KILLED and t.first == count.head for t, aspect in worse)
    maimed = [(t, aspect) for t, aspect in worse if t.stop == count.head and aspect == INJURED]  # "mutilated corpses"
    return [x for x in worse if not (killed and x in maimed)] or told


def _is_of_gravity(scene: Scene, t: Trigger) -> bool:
    """Whether "not" only says how badly somebody was hurt: "did not suffer life-threatening wounds"."""
    after = scene.words[t.first : t.stop + GRAVITY_REACH]
    return t.aspects == (INJURED,) and not scene.hints.grave.isdisjoint(after)
