"""What is told of a count through another one or a pronoun: its whole, its like before it, "killing them"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.counting.given import is_given
from counterclaim.counting.harm import BE, DETAINED, MISSING, Trigger
from counterclaim.counting.joined_people import told_of_the_next
from counterclaim.counting.layout import Scene, Told
from counterclaim.counting.own_words import said_dead
from counterclaim.counting.uncounted import KILLED
from counterclaim.syntax import SUBJECTS

WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "each",
        "around",
        "inside",
        "east",
        "west",
        "north",
        "south",
        "on",
        "overnight",
        "elsewhere",
        "there",
    }
)
PARTS = frozenset({";", "and", "while", "but", ","})
CLOSING = frozenset({".", ";", ",", "!", ")", "–", "—"})
FORMER = (
    ["up", "from"],
    ["down", "from"],
    ["revised", "from"],
)  # the figure that held before: "ten dead, up from seven"
AGENTS = frozenset({"by", "from", "with", "against", "the", "of"})
ENDS = frozenset({".", ";", "!"})
NAMED = frozenset({"noun", "single", "headline"})  # kinds of counts of people that are named
TELLING = frozenset({"past", "state", "intransitive"})
DIED = frozenset({"died", "perished"})
LIKEWISE = 2  # tokens of "as did"
AUXILIARY = frozenset({"did", "were", "was", "had", "have", "do"})
BEING = (["were"], ["are"], ["was"])
VERBAL = 4  # tokens of "have since been freed"
SAID = 5  # tokens of "were women and"
ONE = frozenset({"him", "her"})
MANY = frozenset({"them"})


class Borrowing:
    """The counts of one sentence and what is told of each so far; `told` may be filled while this is in use."""

    def __init__(self, scene: Scene, portions: Mapping[int, int], told: Sequence[Told]) -> None:
        self.scene = scene
        self.portions = portions
        self.told = told

    def own_or_borrowed(self, i: int) -> Told:
        """What is told of a count, else of the whole that it is part of, of its like before it, or by a pronoun."""
        own, whole = self.told[i], self.portions.get(i)
        if self.scene.bystanders[i] or (not own and self._is_object(i)):
            return own
        apart = own and own == said_dead(self.scene, self.scene.counts[i])  # "including 34 the army says are dead"
        if whole is not None and not own and self._got_free(i, self.told[whole]):
            return own
        if whole is not None and not apart and self.told[whole] and (not own or self._is_far(i, own[0][0])):
            return self.told[whole]
        if own and self._is_where_they_died(i, own[0][0]):
            return self.told[i - 1]
        if own and own[0][0].weak and own[0][0].first < self.scene.counts[i].first:
            return self._by_pronoun(i) or own  # "shot two men, killing them"
        near = own or self._said_likewise(i) or self._closing(i) or self._of_list(i) or self._of_the_next(i)
        near = near or self._likewise(i)
        return near or self._elided(i) or self._placed(i) or self._by_pronoun(i) or self._retold(i)

    def _of_the_next(self, i: int) -> Told:
        """What is told of the next count that the tree joins to it: "a man who drove a van and a girl were killed"."""
        return told_of_the_next(self.scene, i, self.told[i + 1]) if i + 1 < len(self.told) else []

    def _is_where_they_died(self, i: int, t: Trigger) -> bool:
        """Whether a hospital is where others died too: "Five died at the scene and seven in hospital"."""
        count, words = self.scene.counts[i], self.scene.words
        if i == 0 or "in" not in words[count.stop : t.stop] or words[count.first - 1] != "and" or not self.told[i - 1]:
            return False
        died = self.told[i - 1][0][0]
        return words[died.first] in DIED and self.scene.counts[i - 1].stop <= died.first and died.stop < count.first - 1

    def _got_free(self, i: int, told: Told) -> bool:
        """Whether some of those taken are free again: "Of the 40 pupils abducted, 12 have been freed"."""
        scene, stop = self.scene, self.scene.counts[i].stop
        free = scene.hints.sparing | scene.hints.found_again
        after = range(stop, min(stop + VERBAL, scene.parse.sentence(scene.counts[i].first).stop))
        taken = bool(told) and told[0][1] in (*DETAINED, *MISSING)
        return taken and any(scene.words[k] in free and scene.light(stop, k) for k in after)

    def _said_likewise(self, i: int) -> Told:
        """What is told of the count before, each with who they were: "12 were women and nine were boys"."""
        if i == 0 or self.scene.counts[i].kind != "alone" or not self.told[i - 1]:
            return []
        gap = self.scene.words[self.scene.counts[i - 1].stop : self.scene.counts[i].first]
        said = is_said_to_be(self.scene, i - 1) and is_said_to_be(self.scene, i)
        return self.told[i - 1] if said and gap[-1] in PARTS and len(gap) <= SAID else []

    def _likewise(self, i: int) -> Told:
        """What is told of the count before, by "as did" and the like: "Five soldiers died, as did seven rebels"."""
        count = self.scene.counts[i]
        before = self.scene.words[max(0, count.first - LIKEWISE) : count.first]
        said = len(before) == LIKEWISE and before[0] in ("as", "so") and before[1] in AUXILIARY
        return next((told for told in reversed(self.told[:i]) if told), []) if said else []

    def _closing(self, i: int) -> Told:
        """What a word tells that follows a count at once and ends the sentence: "02 guards slightly wounded."."""
        scene, count = self.scene, self.scene.counts[i]
        if not count.may_be_people or count.kind == "none" or scene.words[count.first - 1] in AGENTS:
            return []
        stop = scene.parse.sentence(count.first).stop
        for t in scene.triggers:
            near = t.first >= count.stop and not t.weak and t.forms & TELLING and scene.light(count.stop, t.first)
            ended = t.stop >= stop or scene.words[t.stop] in ENDS
            unreal = (t.modal or t.infinitive) and t.aspects != MISSING
            if near and ended and not unreal and not scene.negated(t):
                return [(t, aspect) for aspect in t.aspects]
        return []

    def _of_list(self, i: int) -> Told:
        """What is told of the others in one list: "a nurse, a guard and three women were hit"."""
        scene = self.scene
        first, last = scene.lists[i]
        alike = all(c.kind in NAMED and not scene.tells_itself(c) for c in scene.counts[first : last + 1])
        if first == last or not alike:
            return []
        start, stop = scene.counts[first].first, scene.counts[last].stop
        for k in range(first, last + 1):
            outside = [(t, a) for t, a in self.told[k] if t.stop <= start or t.first >= stop]
            if k != i and outside and not scene.bystanders[k]:
                return outside
        return []

    def _placed(self, i: int) -> Told:
        """What is told of a count before, where only the place comes first: "five died in Aran; in Belt, two"."""
        count, scene = self.scene.counts[i], self.scene
        stop = scene.parse.sentence(count.first).stop
        if i == 0 or count.counted.of or count.kind not in ("alone", "others", "noun"):
            return []
        if count.stop < stop and scene.words[count.stop] not in CLOSING:
            return []
        k = next((k for k in range(i - 1, -1, -1) if self.told[k] and k not in self.portions), None)
        if k is None:
            return []
        breaks = [j for j in range(scene.counts[k].stop, count.first) if scene.words[j] in PARTS]
        for at in reversed(breaks):
            gap = scene.parse.tokens[at + 1 : count.first]
            if len(gap) > 1 and gap[0].lower in WHERE and not any(t.pos in ("VERB", "AUX") for t in gap):
                return self.told[k]
        return []

    def _retold(self, i: int) -> Told:
        """What is told of the count before, where somebody gives another number for it: "the army admitted to five"."""
        count = self.scene.counts[i]
        former = self.scene.words[max(0, count.first - 2) : count.first] in FORMER
        if not former and (count.kind != "alone" or count.quantity.low == 1 or not is_given(self.scene, count)):
            return []
        return self.told[i - 1] if i > 0 else []

    def _is_object(self, i: int) -> bool:
        """Whether something else is done to a share: "later released 20 of them"."""
        count, parse = self.scene.counts[i], self.scene.parse
        token = parse.tokens[count.quantity.stop - 1]
        verb = parse.head(token.index)
        told = any(t.first <= verb.index < t.stop for t in self.scene.triggers)
        return count.counted.of and token.dep == "dobj" and verb.index < count.first and not told

    def _is_far(self, i: int, t: Trigger) -> bool:
        """Whether more than auxiliaries stands between a part and its trigger."""
        count = self.scene.counts[i]
        if t.first >= count.stop:
            if t.forms == {"intransitive"} and self.scene.words[t.first].endswith("ing"):
                return True
            return not self.scene.light(count.stop, t.first)
        return t.stop <= count.first and t.stop < count.first

    def _elided(self, i: int) -> Told:
        """What is told of the count before, where only the place is new: "five died in Aran and two in Belt"."""
        count, scene = self.scene.counts[i], self.scene
        if i == 0 or not self.told[i - 1] or count.stop >= len(scene.words):
            return []
        found = scene.words[count.stop + 1 : count.stop + 2]
        again = scene.words[count.stop] in BE and not scene.hints.found_again.isdisjoint(found)
        if scene.words[count.stop] not in WHERE and not (again and self.told[i - 1][0][1] == KILLED):
            return []
        subject = scene.parse.tokens[count.head].dep in SUBJECTS
        if count.counted.of or (count.counted.heads if again else subject):
            return []
        told = self.told[i - 1]
        opening = next(c for c, t in zip(scene.counts, self.told, strict=True) if t == told)
        after = opening.first <= told[0][0].first < count.first
        return told if after or self._goes_on(opening.stop, count.first) else []

    def _goes_on(self, start: int, stop: int) -> bool:
        """Whether "and" joins a count to one before it past no verb but of speech: ", radio said, and three more"."""
        between = self.scene.parse.tokens[start:stop]
        if not between or between[-1].lower != "and":
            return False
        return all(t.pos not in ("VERB", "AUX") or t.lower in self.scene.hints.speech for t in between)

    def _by_pronoun(self, i: int) -> Told:
        """What is told by a pronoun right after a word of harm: "hit a man on the road, killing him"."""
        scene, count = self.scene, self.scene.counts[i]
        pronouns = ONE if count.quantity.single else MANY
        for t in scene.triggers:
            if t.first < count.stop or t.stop >= len(scene.words) or t.passive or scene.words[t.stop] not in pronouns:
                continue
            rivals = [
                c for c in scene.counts[i + 1 :] if c.stop <= t.first and c.quantity.single == count.quantity.single
            ]
            if scene.parse.tokens[t.stop].tag == "PRP$":  # "charged with killing her father"
                continue
            if not rivals and scene.parse.tokens[count.head].dep != "nsubj" and t.forms & {"active", "past", "gerund"}:
                return [(t, aspect) for aspect in t.aspects]
        return []


def is_said_to_be(scene: Scene, i: int) -> bool:
    """Whether a bare number is followed by who those are: "12 were women", "nine children"."""
    count = scene.counts[i]
    return (
        scene.words[count.stop : count.stop + 1] in BEING
        and scene.victims.predicated(scene.words, count.stop) is not None
    )
