"""A sentence as the linking of counts and words of harm sees it: who is joined to whom, and what stands between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterclaim.counting.bystanders import describes, does, is_agent, speaks, told_of
from counterclaim.counting.triggers import Trigger
from counterclaim.counting.victims import Counted, Victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.syntax import Parse

AND = frozenset({"and", "or", "&", ",", "as", "well", "plus", "along", "with", "also", "/", "both"})
OWN = frozenset({"her", "his", "their", "its"})
ARTICLES = frozenset({"the", "these", "those", *OWN})
MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "particularly", "especially", "notably"})
RELATIVE = frozenset({"who", "which", "that", "when", "where", "after", "as", "because", "if", "while", "but"})
ADVERBS = frozenset({"fatally"})  # words of harm only right after the people: "two were hit, one fatally"
OBJECT_TAGS = frozenset({"DT", "PRP$", "PRP"})
RIGHT_ROLES = ("state", "counted", "gerund", "active", "noun", "toll")
LEFT_ROLES = ("active", "gerund", "noun", "intransitive", "state", "counted")
OBJECTS = frozenset({"active", "past", "gerund"})  # forms that may stand before the people to whom it is done
AFTER_ALL = frozenset({"past", "state", "intransitive"})  # forms that may stand away from the count before them
SUBJECTS = frozenset({"intransitive", "state", "counted"})  # forms that may follow the people of whom they tell


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity with what it counts, and the tokens both take up."""

    quantity: Quantity
    counted: Counted
    first: int
    stop: int

    @property
    def head(self) -> int:
        """The token that stands for the whole in the tree."""
        return self.counted.heads[0] if self.counted.heads else self.quantity.stop - 1

    @property
    def kind(self) -> str:
        """How the people are named: none, headline, single, of, others, alone, noun, or unknown."""
        q, counted = self.quantity, self.counted
        if q.low == 0 and q.high == 0:
            return "none"
        if q.single:
            return "headline" if q.noun is not None and q.first == q.noun else "single"
        if counted.of or counted.bare:
            return "of" if counted.of else "others"
        if not counted.heads:
            return "alone"
        return "noun" if counted.known else "unknown"

    @property
    def may_be_people(self) -> bool:
        """Whether nothing says that the counted are no people."""
        if self.counted.heads:
            return self.counted.known or self.counted.bare
        return self.counted.bare or not self.counted.of


@dataclass(frozen=True)
class Hints:
    """Word lists of what may stand around counts and triggers."""

    light: frozenset[str]
    arrivals: frozenset[str]
    markers: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a trigger stands to a count: `side` R after it, L before it, I and J within or across it.

    `role` is what the trigger may be to people on that side, `gap` how what stands between is filled, and `start` to
    `stop` are the tokens between.
    """

    side: str
    role: str
    gap: str
    start: int
    stop: int


@dataclass(frozen=True)
class Scene:
    """One sentence's counts and triggers."""

    parse: Parse
    words: Sequence[str]
    counts: tuple[Count, ...]
    triggers: tuple[Trigger, ...]
    victims: Victims
    hints: Hints

    @cached_property
    def lists(self) -> tuple[tuple[int, int], ...]:
        """For each count the first and last of those that it is joined to: "two women, a child and 5 men"."""
        joined = [self._listed(a, b) for a, b in zip(self.counts, self.counts[1:], strict=False)]
        found = []
        for i in range(len(self.counts)):
            first = last = i
            while first and joined[first - 1]:
                first -= 1
            while last < len(joined) and joined[last]:
                last += 1
            found.append((first, last))
        return tuple(found)

    def _listed(self, left: Count, right: Count) -> bool:
        """Whether two counts stand in one list and no word of harm sets them apart ("killing 4 and 13 injured")."""
        if not self.joined(left, right) or self._tells_itself(left) or self._tells_itself(right):
            return False
        own_left = any(t.stop <= left.first and self.light(t.stop, left.first) for t in self.triggers if not t.weak)
        return not (own_left and self.harmed_after(right))

    def _tells_itself(self, count: Count) -> bool:
        return any(count.quantity.stop <= t.first < count.stop and "counted" in t.forms for t in self.triggers)

    def harmed_after(self, count: Count) -> bool:
        """Whether a word of harm follows the count with no more than auxiliaries between."""
        after = (t for t in self.triggers if t.first >= count.stop and not t.weak and t.forms & {"past", "state"})
        return any(self.light(count.stop, t.first) for t in after)

    def joined(self, left: Count, right: Count) -> bool:
        """Whether nothing but "and" and the like stands between two counts."""
        gap = self.words[left.stop : right.first]
        return right.first > left.first and all(w in AND or (w in OWN and len(gap) > 1) for w in gap)

    def light(self, first: int, stop: int) -> bool:
        """Whether only auxiliaries, adverbs and the like stand there, or who most of them are ("mostly children")."""
        aside = False
        for i in range(first, stop):
            word = self.words[i]
            aside = word in MOSTLY or (aside and (word in AND or self.victims.group(word) is not None))
            if not aside and word not in self.hints.light:
                return False
        return True

    def candidates(self, i: int) -> Iterator[tuple[Trigger, Placing]]:
        """The triggers that may govern count `i`, each with its place."""
        return ((t, self._placing(i, t)) for t in self.triggers if self._may_govern(i, t))

    def _may_govern(self, i: int, t: Trigger) -> bool:
        """Whether grammar allows it at all: neither the doer after "by" nor the subject of "claimed" is a victim."""
        return not (self._is_unharmed(i, t) or self._is_shared_out(i, t)) and self._may_be_told(i, t)

    def _may_be_told(self, i: int, t: Trigger) -> bool:
        count = self.counts[i]
        if t.weak and (not count.may_be_people or _is_one_who_left(count, t)):
            return False
        if t.first >= count.stop:
            return self._may_follow(count, t)
        if count.kind == "none" and len(t.aspects) > 1:  # "no casualties were reported" tells of no one
            return False
        if t.stop > count.first:
            return not self._done_to(count, t)
        if t.forms == {"intransitive"}:
            return False
        apart = t.passive or self.harmed_after(count)
        clause = apart and not RELATIVE.isdisjoint(self.words[t.stop : count.first])
        return not (clause or self.words[count.first - 1] == "by" or self._speaks(count))

    def _is_shared_out(self, i: int, t: Trigger) -> bool:
        """Whether the verb is of some of the people only: "ten of the 12 were shot", not "two of the six dead"."""
        first, count = self.counts[i].first, self.counts[i]
        if i == 0 or self.words[first - 1] not in ARTICLES or self.words[first - 2] != "of":
            return False
        return self.counts[i - 1].quantity.stop == first - 2 and (t.passive or t.first > count.stop)

    def _is_unharmed(self, i: int, t: Trigger) -> bool:
        """Whether the people speak, did it themselves, or only describe somebody named."""
        bystander, count = self.bystanders[i], self.counts[i]
        if bystander and not told_of(self.parse, count.head, t.first):
            return True
        if t.passive or "intransitive" in t.forms:
            return False
        harmed = {c.head for c in self.counts if self.harmed_after(c)}
        return does(self.parse, count.head, (t.first, t.stop), harmed)

    @cached_property
    def bystanders(self) -> tuple[bool, ...]:
        """For each count whether its people speak, did it, or only describe somebody named."""
        return tuple(self._is_bystander(count) for count in self.counts)

    def _is_bystander(self, count: Count) -> bool:
        if not count.counted.heads or not count.counted.known:
            return False
        parse, words, head = self.parse, self.words, count.head
        if speaks(parse, words, head, count.first, self.hints.speech | self.hints.telling) or is_agent(parse, head):
            return True
        return count.quantity.single and describes(parse, words, head, count.first)

    def _done_to(self, count: Count, t: Trigger) -> bool:
        """Whether something else is done to people whom the word only describes: "kidnapped the two wounded men"."""
        itself = "counted" in t.forms and t.first == count.head and not count.counted.of
        if t.first >= count.stop or itself:
            return False
        before = (u for u in self.triggers if u.stop <= count.first and not u.weak and not u.passive)
        return any(set(self.words[u.stop : count.first]) <= ARTICLES and u.forms & OBJECTS for u in before)

    def _may_follow(self, count: Count, t: Trigger) -> bool:
        """Whether a word of harm after a count may be about it."""
        if ";" in self.words[count.stop : t.first] and any(count.stop < c.first < t.first for c in self.counts):
            return False
        if self.words[t.first] in ADVERBS and t.stop == t.first + 1 and not self.light(count.stop, t.first):
            return False
        if t.first > count.stop and (t.forms.isdisjoint(AFTER_ALL) or self.words[count.first - 1] == "by"):
            return False
        if t.weak and not t.passive and t.forms.isdisjoint(SUBJECTS):
            return False
        role = _right_role(t)
        return role != "perfect" and not (role == "past" and self._has_object(t))

    def _speaks(self, count: Count) -> bool:
        """Whether a verb of speech with nobody after it follows: "two officials said."."""
        stop = self.parse.sentence(count.first).stop
        if not count.counted.known or count.stop >= stop or self.words[count.stop] not in self.hints.speech:
            return False
        return count.stop + 1 == stop or self.parse.tokens[count.stop + 1].pos not in ("DET", "PROPN", "NOUN", "ADJ")

    def _has_object(self, t: Trigger) -> bool:
        """Whether a count right after the verb is its object, so that the one before it is the doer."""
        following = next((c for c in self.counts if c.first == t.stop), None)
        if following is not None:
            return not following.counted.of and not self.harmed_after(following)
        after = self.words[t.stop : t.stop + 2]
        object_ = len(after) == 2 and self.parse.tokens[t.stop].tag in OBJECT_TAGS
        return object_ and after[1] not in self.hints.times

    def _placing(self, i: int, t: Trigger) -> Placing:
        first, last = self.lists[i]
        left, right = self.counts[first].first, self.counts[last].stop
        if t.stop <= left:
            role = _left_role(t)
            return Placing("L", role, self._gap_before(role, t.stop, left), t.stop, left)
        if t.first >= right:
            side, start, stop = "R", right, t.first
        elif t.first >= self.counts[i].quantity.stop:
            side, start, stop = "I", t.first, t.first
        else:
            side, (start, stop) = "J", sorted((t.stop, self.counts[i].first))
        gap = "next" if start == stop else "light" if self.light(start, stop) else "far"
        return Placing(side, _right_role(t), gap, start, stop)

    def _gap_before(self, role: str, start: int, stop: int) -> str:
        """How the gap between a trigger and a count after it is filled."""
        gap = self.words[start:stop]
        if not gap:
            return "next"
        if role in ("toll", "toll-noun") and gap[-1] in self.hints.arrivals:
            return "arrived"
        if gap[0] in ("of", "to") and len(gap) <= 2:
            return "of"
        if len(gap) == 1 and gap[0] in ARTICLES:
            return "article"
        if not self.hints.markers.isdisjoint(gap):
            return "marker"
        return "light" if self.light(start, stop) else "far"


HINTS = ("light", "arrivals", "markers", "speech", "telling", "times")  # in the order of the fields


@lru_cache(maxsize=4)
def load_hints(lexicon: Lexicon) -> Hints:
    """The lexicon's word lists."""
    return Hints(*(lexicon.words("casualties", name) for name in HINTS))


def _is_one_who_left(count: Count, t: Trigger) -> bool:
    return count.quantity.high == 1 and t.aspects[0] in ("displaced", "evacuated")


def _right_role(t: Trigger) -> str:
    if "past" in t.forms and t.passive:
        return "passive"
    if "intransitive" in t.forms:
        return "intransitive"
    if "past" in t.forms:
        return "perfect" if t.perfect else "past"
    return next((r for r in RIGHT_ROLES if r in t.forms), "noun")


def _left_role(t: Trigger) -> str:
    if "toll" in t.forms:
        return "toll-noun" if "noun" in t.forms else "toll"
    if "past" in t.forms:
        return "passive" if t.passive else "past"
    return next((r for r in LEFT_ROLES if r in t.forms), "noun")
