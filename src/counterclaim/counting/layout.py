"""A sentence as the linking of counts and words of harm sees it: who is joined to whom, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from itertools import pairwise

from counterclaim.counting.beside import Beside
from counterclaim.counting.bystanders import describes, is_agent, is_cited, is_target, speaks
from counterclaim.counting.harm import DISPLACED, Trigger
from counterclaim.counting.victims import Counted, Victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.syntax import Parse

AND = frozenset({"and", "or", "&", ",", "as", "well", "plus", "along", "with", "also", "/", "both"})
OF = frozenset({"of", "among"})
OWN = frozenset({"her", "his", "their", "its"})
ARTICLES = frozenset({"the", "these", "those", *OWN})
MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "particularly", "especially", "notably"})
RELATIVE = frozenset({"who", "which", "that", "when", "where", "after", "as", "because", "if", "while", "but"})
NOT = frozenset({"not", "n't", "never", "nor"})
NONE_OF = (["none", "of", "the"], ["none", "of", "its"], ["none", "of", "their"], ["neither", "of", "the"])
AROUND_AGE = ((",", ","), ("(", ")"))
MARKS_OF_AGE = 3  # digits
ALIVE = (["survived"], ["survive"], ["survives"], ["unharmed"], ["unhurt"], ["uninjured"], ["safe"])
INSIDE = frozenset({"in", "at", "inside"})  # before things: "four people died in two of them"
TOLD = frozenset({"past", "state"})  # forms of a word of harm that follows its people
NOT_REACH = 5  # tokens from "not" to its verb

Told = list[tuple[Trigger, str]]  # the words that tell what became of a count's people, each with its aspect


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
    found_again: frozenset[str]
    sparing: frozenset[str]
    of_people: frozenset[str]
    captives: frozenset[str]
    raising: frozenset[str]
    risen: frozenset[str]
    other_labels: frozenset[str]
    giving: frozenset[str]
    bodies: frozenset[str]
    victims_told: frozenset[str]
    losing_own: frozenset[str]
    bodies_giving: frozenset[str]
    grades: frozenset[str]
    conditions: frozenset[str]
    grave: frozenset[str]
    growing: frozenset[str]
    suspecting: frozenset[str]
    risks: frozenset[str]
    losses: frozenset[str]
    side_labels: frozenset[str]
    line_speakers: frozenset[str]
    martyrs: frozenset[str]
    dead: frozenset[str]
    endings: frozenset[str]
    endings_of_many: frozenset[str]
    correcting: frozenset[str]
    graver: frozenset[str]
    carrying: frozenset[str]
    no_persons: frozenset[str]
    citing: frozenset[str]
    aimed: frozenset[str]
    deadly: frozenset[str]
    onward: frozenset[str]


@dataclass(frozen=True)
class Scene:
    """One sentence's counts and triggers."""

    parse: Parse
    words: Sequence[str]
    counts: tuple[Count, ...]
    triggers: tuple[Trigger, ...]
    victims: Victims
    hints: Hints

    @property
    def index(self) -> int:
        """The place of the sentence on the page."""
        at = self.counts[0].first if self.counts else self.triggers[0].first
        return self.parse.tokens[at].sentence

    @cached_property
    def lists(self) -> tuple[tuple[int, int], ...]:
        """For each count the first and last of those that it is joined to: "two women, a child and 5 men"."""
        joined = [self._listed(a, b) for a, b in pairwise(self.counts)]
        opens = [0, *(i for i, one in enumerate(joined, start=1) if not one), len(self.counts)]
        return tuple((first, stop - 1) for first, stop in pairwise(opens) for _ in range(first, stop))

    def _listed(self, left: Count, right: Count) -> bool:
        """Whether two counts stand in one list and no word of harm sets them apart ("killing 4 and 13 injured")."""
        if not self.joined(left, right) or self.tells_itself(left) or self.tells_itself(right):
            return False
        own_left = any(t.stop <= left.first and self.light(t.stop, left.first) for t in self.triggers if not t.weak)
        return not (own_left and (self.harmed_after(right) or self._die(right)))

    def _die(self, count: Count) -> bool:
        """Whether a word of dying follows the count at once: "wounded 30 people and 12 died"."""
        return any(t.forms == {"intransitive"} and not t.weak for t in self.beside.after(count.stop))

    def tells_itself(self, count: Count) -> bool:
        """Whether a word of harm is the very noun that is counted: "one dead"."""
        own = (t for t in self.triggers if count.quantity.stop <= t.first < count.stop and "counted" in t.forms)
        return any(t.aspects != DISPLACED or t.stop > count.head for t in own)  # "three displaced women" are women

    def harmed_after(self, count: Count) -> bool:
        """Whether a word of harm follows the count with no more than auxiliaries between."""
        return any(not t.forms.isdisjoint(TOLD) for t in self.beside.after(count.stop))

    @cached_property
    def beside(self) -> Beside:
        """What stands right beside what."""
        return Beside(self.counts, self.triggers, self.light)

    @cached_property
    def harmed(self) -> frozenset[int]:
        """The heads of the counts that a word of harm follows."""
        return frozenset(c.head for c in self.counts if self.harmed_after(c))

    @cached_property
    def heads(self) -> frozenset[int]:
        """The tokens of the people counted."""
        return frozenset(h for c in self.counts for h in c.counted.heads)

    @cached_property
    def _reaches(self) -> dict[int, int]:
        return {}

    def joined(self, left: Count, right: Count) -> bool:
        """Whether nothing but "and" and the like stands between two counts."""
        gap = self.words[left.stop + self._age_after(left) : right.first]
        return right.first > left.first and all(w in AND or (w in OWN and len(gap) > 1) for w in gap)

    def _age_after(self, count: Count) -> int:
        """How many tokens an age after one person takes up: "a man, 45, and", "a girl (12), her"."""
        if not count.quantity.single:
            return 0
        opening, age, closing = (*self.words[count.stop : count.stop + 3], "", "", "")[:3]
        aged = len(age) < MARKS_OF_AGE and age.isdigit() and (opening, closing) in AROUND_AGE
        return (2 if closing == "," else 3) if aged else 0

    def light(self, first: int, stop: int) -> bool:
        """Whether only auxiliaries, adverbs and the like stand there, or who most of them are ("mostly children")."""
        if stop <= first:
            return True
        if first not in self._reaches:
            self._reaches[first] = self._reach(first)
        return stop <= self._reaches[first]

    def _reach(self, first: int) -> int:
        """The first token from there on that is more."""
        aside, words, light = False, self.words, self.hints.light
        for i in range(first, len(words)):
            word = words[i]
            aside = word in MOSTLY or (aside and (word in AND or self.victims.group(word) is not None))
            if not aside and word not in light:
                return i
        return len(words)

    def negated(self, t: Trigger) -> bool:
        """Whether "not" or "never" stands among the auxiliaries of a word of harm."""
        i = t.first - 1
        while i > 0 and t.first - i < NOT_REACH and (self.words[i] in self.hints.light or self.words[i] in NOT):
            if self.words[i] in NOT and self.words[i + 1] not in ("only", "just", "yet"):
                return True
            i -= 1
        return False

    @cached_property
    def bystanders(self) -> tuple[bool, ...]:
        """For each count whether its people speak, did it, or only describe somebody named."""
        return tuple(self._is_bystander(count) for count in self.counts)

    def _is_bystander(self, count: Count) -> bool:
        if count.first and count.counted.bare and count.counted.of and self.words[count.first - 1] in INSIDE:
            return True
        if not count.counted.heads or not count.counted.known:
            return False
        parse, words, head = self.parse, self.words, count.head
        verb = parse.head(head).index
        given = any(
            t.first <= verb < t.stop and t.forms == {"intransitive"} for t in self.triggers
        )  # "gave their lives"
        if (
            (not given and speaks(parse, words, head, count.first, self.hints.speech | self.hints.telling))
            or is_agent(parse, head)
            or is_target(parse, head, self.hints.aimed)
            or is_cited(parse, head, count.first, self.hints.citing)
            or _is_of_nobody(words, count.first)
            or (words[count.first - 1] == "whom" and words[count.first - 2] not in OF)  # "whom a relative named"
        ):
            return True
        if words[count.stop : count.stop + 1] in ALIVE:
            return True  # "only one child survived"
        one = count.quantity.stop - 1
        if count.counted.of and words[one] == "one" and describes(parse, words, one, one):
            return True  # "Ana Holm, one of the guards"
        return count.quantity.single and (describes(parse, words, head, count.first) or self._says_who(count))

    def _says_who(self, count: Count) -> bool:
        """Whether a single noun says who the one person counted before it is: "one more person, a teacher, died"."""
        token = self.parse.tokens[count.head]
        if token.dep != "appos" or self.words[count.first - 1] != ",":
            return False
        ones = (c for c in self.counts if c.stop < count.first and c.quantity.low == c.quantity.high == 1)
        return any(c.head == token.head and self.victims.group(self.words[c.head]) == "people" for c in ones)


def _is_of_nobody(words: Sequence[str], first: int) -> bool:
    """Whether it is said of none of them: "none of the 12 was hurt", "nobody among the 45"."""
    if words[max(0, first - 3) : first] in NONE_OF:
        return True
    among = first > 2 and words[first - 1] in ARTICLES and words[first - 2] in OF
    return among and (words[first - 3] == "nobody" or words[max(0, first - 4) : first - 2] == ["no", "one"])


@lru_cache(maxsize=4)
def load_hints(lexicon: Lexicon) -> Hints:
    """The lexicon's word lists."""
    return Hints(*(lexicon.words("casualties", field.name) for field in fields(Hints)))
