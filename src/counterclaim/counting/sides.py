"""Who the victims of a sentence's counts are, also where a count has no noun of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.counting.borrowing import is_said_to_be
from counterclaim.counting.layout import Scene, Told
from counterclaim.counting.shares import narrowed, said_of, share_stop
from counterclaim.counting.uncounted import INJURED
from counterclaim.counting.victims import HARMED, is_plural
from counterclaim.model import Who
from counterclaim.syntax import FINITE

OF_WHOM = (["of", "whom"], ["of", "which"])
OF_THOSE = (["of", "the"], ["of", "those"], ["of", "these"])
OWN_REACH = 3  # tokens before "losses" where it is said whose they are
ADMIT_REACH = 4  # tokens from "admitted" to the count
JOIN_REACH = 3  # tokens of "killed and" between two counts
SHARE = 5  # tokens of "of the dead," before the first of them
LABEL = 8  # tokens of a line's label at most
OWN = frozenset({"its", "their"})
PLACING = frozenset({"in", "at", ",", "by", "since", "has", "had", "from"})
SIDES = frozenset({"civilians", "fighters", "soldiers", "medics", "journalists"})
ARMED = frozenset({"fighters", "soldiers"})


class Sides:
    """The counts of one sentence, what is told of each, and who "them" are where the sentence does not say."""

    def __init__(self, scene: Scene, portions: Mapping[int, int], told: Sequence[Told], them: Who | None) -> None:
        self.scene = scene
        self.portions = portions
        self.told = told
        self.them = them

    def who(self, i: int) -> Who:
        """Who the victims are; a count without a noun is of the people told of beside it, if of one side."""
        scene = self.scene
        count = scene.counts[i]
        own = scene.victims.who(scene.words, count.first, count.counted)
        if own is None and (scene.words[max(0, count.first - 2) : count.first] in OF_WHOM or self._is_shared_out(i)):
            own = scene.victims.predicated(scene.words, count.stop)
        own = narrowed(own, self._of_those_told(i))
        if own is None and i in self.portions:
            own = self._under_label(i) or self._of_those(i)
        if own is not None and own not in ("people", "other"):
            return own
        if i in self.portions:
            near = self._said_who(self.portions[i])
        elif own is None:
            t = self.told[i][0][0]
            toll = "toll" in t.forms or scene.words[t.first] in scene.hints.losses
            said = self._on_side(i) or self._of_them(i) or self._labelled(i) or self._said_before(i)
            near = self._in_toll(i) if toll else said or self._armed_after(i) or self._admitted(i) or self._going_on(i)
        else:
            head = scene.words[count.head] if own == "people" else ""
            near = self._admitted(i) if head in HARMED or head in scene.hints.losses else None
            near = near or ((self._labelled(i) or self._said_just_before(i)) if head in HARMED else None)
        return near if near in SIDES else own or "people"

    def _on_side(self, i: int) -> Who | None:
        """Whose side a sentence opens with: "On the rebel side, 30 were killed"."""
        words, opening = self.scene.words, self.scene.parse.sentence(self.scene.counts[i].first).first
        label = words[opening : min(self.scene.counts[i].first, opening + LABEL)]
        if label[:1] != ["on"] or "side" not in label:
            return None
        return self.scene.victims.force(label[1 : label.index("side")])

    def _under_label(self, i: int) -> Who | None:
        """Who a part's label in brackets says they are: "dead: 8 (children 3, women 2)"."""
        first = self.scene.counts[i].first
        if self.scene.words[first - 2] not in ("(", ",", "and") or self.scene.counts[i].kind != "alone":
            return None
        return self.scene.victims.label(self.scene.words[first - 1])

    def _of_those_told(self, i: int) -> Who | None:
        """Who some of those told of are said to be: "five of those who died were children"."""
        words, victims, count = self.scene.words, self.scene.victims, self.scene.counts[i]
        following = self.scene.counts[i + 1 : i + 2]
        number = bool(following) and following[0].first == count.quantity.stop + 2
        stop = share_stop(words, count.quantity.stop, number, victims)
        at = None if stop is None else said_of(words, stop)
        return None if at is None else victims.predicated(words, at)

    def _of_those(self, i: int) -> Who | None:
        """Who some of a number counted before are said to be: "three of the six are schoolgirls"."""
        stop, following = self.scene.counts[i].quantity.stop, self.scene.counts[i + 1 : i + 2]
        again = following and following[0].first == stop + 2 and self.scene.words[stop : stop + 2] == ["of", "the"]
        return self.scene.victims.predicated(self.scene.words, following[0].stop) if again else None

    def _is_shared_out(self, i: int) -> bool:
        """Whether the sentence opens with those of whom they are some: "Of the dead, four were women"."""
        first = self.scene.counts[i].first
        opening = self.scene.parse.sentence(first).first
        near = first - opening <= SHARE or (i > 0 and is_said_to_be(self.scene, i - 1))
        return near and self.scene.words[opening : opening + 2] in OF_THOSE

    def _in_toll(self, i: int) -> Who | None:
        """Who the words for a toll say: "the number of civilians killed"."""
        t = self.told[i][0][0]
        own = self.scene.victims.force(self.scene.words[max(0, t.first - OWN_REACH) : t.first])
        if own is not None and self.scene.words[t.first] in self.scene.hints.losses:  # "the army's losses at 40"
            return own
        stop = next((k for k in range(t.stop, self.scene.counts[i].first) if self.scene.words[k] in PLACING), t.stop)
        return next((g for w in self.scene.words[t.first : stop] if (g := self.scene.victims.group(w)) in SIDES), None)

    def _of_them(self, i: int) -> Who | None:
        """Who "them" are: the last people called by a noun before it: "hit the rescuers, killing four of them"."""
        scene, count = self.scene, self.scene.counts[i]
        if scene.words[count.quantity.stop : count.quantity.stop + 2] != ["of", "them"]:
            return None
        before = scene.parse.tokens[scene.parse.sentence(count.first).first : count.first]
        nouns = (t for t in reversed(before) if is_plural(t, t.lower) and t.pos == "NOUN" and t.dep != "compound")
        named = (scene.victims.group(t.lower) for t in nouns)
        return next((group for group in named if group), self.them)

    def _admitted(self, i: int) -> Who | None:
        """Whose losses a force admits: "the rebels admitted to 14 dead", "the army lost nine"."""
        scene, first = self.scene, self.scene.counts[i].first
        opening = scene.parse.sentence(first).first
        lost = next(
            (
                k
                for k in range(first - 1, max(opening, first - ADMIT_REACH), -1)
                if scene.words[k] in scene.hints.losses
            ),
            None,
        )
        if lost is not None:  # "put the army's losses at 17 killed"
            owned = OWN.isdisjoint(scene.words[lost - 2 : lost])  # "the army put its own losses at 17"
            return scene.victims.force(scene.words[max(opening, lost - OWN_REACH) if owned else opening : lost])
        at = next(
            (
                k
                for k in range(first - 1, max(opening, first - ADMIT_REACH) - 1, -1)
                if scene.words[k] in scene.hints.losing_own
            ),
            None,
        )
        return None if at is None else scene.victims.force(scene.words[opening:at])

    def _going_on(self, i: int) -> Who | None:
        """Who those are of whom the sentence before tells, where a bare count opens this one: "Two gave up."."""
        if self.them not in ARMED:
            return None
        count, words = self.scene.counts[i], self.scene.words
        opening = count.first == self.scene.parse.sentence(count.first).first and self.told[i][0][1] != INJURED
        more = self.them == "fighters" and (count.counted.bare or words[count.first] == "another")
        return self.them if more or (opening and count.kind in ("alone", "single")) else None

    def _labelled(self, i: int) -> Who | None:
        """Who a line says they are before its mark: "Terrorists: 271 neutralised", "Army side: 3 dead, 6 wounded"."""
        scene, first = self.scene, self.scene.counts[i].first
        opening = scene.parse.sentence(first).first
        mark = next((k for k in range(opening, min(first, opening + LABEL)) if scene.words[k] == ":"), None)
        if mark is None or any(t.tag in FINITE for t in scene.parse.tokens[opening:first]):
            return None
        label = scene.words[opening:mark]
        if not scene.hints.side_labels.isdisjoint(label):
            return scene.victims.force(label)
        return next(
            (g for w in label if w not in scene.hints.line_speakers and (g := scene.victims.group(w)) in SIDES), None
        )

    def _armed_after(self, i: int) -> Who | None:
        """Who the next people told of are, where they bear arms: "killed 28 and wounded 30 rebels"."""
        if i + 1 >= len(self.scene.counts) or i + 1 in self.portions:
            return None
        who = self._said_who(i + 1)
        return who if who in ARMED else None

    def _said_before(self, i: int) -> Who | None:
        """Who the last people told of before count `i` are, parts of a whole left out."""
        k = next((k for k in range(i - 1, -1, -1) if k not in self.portions and self.told[k]), None)
        return None if k is None else self._said_who(k) or self._said_before(k)

    def _said_just_before(self, i: int) -> Who | None:
        """Who those are to whom the hurt are joined: "12 soldiers fallen and eight wounded"."""
        gap = self.scene.words[self.scene.counts[i - 1].stop : self.scene.counts[i].first] if i else []
        return self._said_before(i) if 0 < len(gap) <= JOIN_REACH and gap[-1] in ("and", ",") else None

    def _said_who(self, i: int) -> Who | None:
        count = self.scene.counts[i]
        return self.scene.victims.who(self.scene.words, count.first, count.counted)
