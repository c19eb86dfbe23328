"""Which word of harm governs which count in a sentence: a small log-linear model over readable features.

For each count the candidates are the sentence's triggers and "none"; a candidate's score is the sum of the weights of
its features, and the best one wins (a conditional logit; McFadden 1974). The weights were learnt by
training/governing.py and stand in models/governing.json, with their card beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from counterclaim.errors import DataError
from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.syntax import Parse
from counterclaim.triggers import Trigger
from counterclaim.victims import Counted, Victims

AND = frozenset({"and", "or", "&", ",", "as", "well", "plus", "along", "with", "also", "/", "both"})
ARTICLES = frozenset({"the", "these", "those", "its", "his", "her", "their", "our"})
MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly"})
STRONG = frozenset({";", ":", "—", "|", "(", ")", "…", "?", "!"})
RELATIVE = frozenset({"who", "which", "that", "when", "where", "after", "as", "because", "if", "while", "but"})
OBJECTS = ("NOUN", "PROPN", "PRON")
PREPOSITIONS = frozenset(
    {"of", "by", "in", "with", "from", "to", "for", "at", "against", "between", "on", "than", "as"}
)
RIGHT_ROLES = ("state", "counted", "gerund", "active", "noun", "toll")
LEFT_ROLES = ("active", "gerund", "noun", "intransitive", "state", "counted")
SUBJECTS = frozenset({"intransitive", "state", "counted"})  # forms that may follow the people of whom they tell
LENGTHS = ((0, "0"), (2, "2"), (5, "5"), (10, "10"), (20, "20"))


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


@dataclass(frozen=True)
class Hints:
    """Word lists that the features look at."""

    light: frozenset[str]
    arrivals: frozenset[str]
    markers: frozenset[str]
    speech: frozenset[str]


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
        return not (own_left and self._harmed_after(right))

    def _tells_itself(self, count: Count) -> bool:
        return any(count.quantity.stop <= t.first < count.stop and "counted" in t.forms for t in self.triggers)

    def _harmed_after(self, count: Count) -> bool:
        after = (t for t in self.triggers if t.first >= count.stop and not t.weak and t.forms & {"past", "state"})
        return any(self.light(count.stop, t.first) for t in after)

    def joined(self, left: Count, right: Count) -> bool:
        """Whether nothing but "and" and the like stands between two counts."""
        return right.first > left.first and all(w in AND for w in self.words[left.stop : right.first])

    def light(self, first: int, stop: int) -> bool:
        """Whether only auxiliaries, adverbs and the like stand there, or who most of them are ("mostly children")."""
        aside = False
        for i in range(first, stop):
            word = self.words[i]
            aside = word in MOSTLY or (aside and (word in AND or self.victims.group(word) is not None))
            if not aside and word not in self.hints.light:
                return False
        return True

    def candidates(self, i: int) -> Iterator[tuple[Trigger, tuple[str, ...]]]:
        """The triggers that may govern count `i`, each with its features."""
        for t in self.triggers:
            if self._may_govern(i, t):
                yield t, tuple(self._features(i, t))

    def _may_govern(self, i: int, t: Trigger) -> bool:
        """Whether grammar allows it at all: the doer after "by" and the subject of "claimed" are no victims."""
        if t.first >= self.counts[i].stop:
            if t.weak and not t.passive and t.forms.isdisjoint(SUBJECTS):
                return False
            return _right_role(t) != "past" or not self._has_object(t)
        return t.first >= self.counts[i].first or self.words[self.counts[i].first - 1] != "by"

    def _side(self, i: int, t: Trigger) -> tuple[str, str, int, int]:
        """Where the trigger stands (R after the count, L before, I in it), its role there, and what is between."""
        first, last = self.lists[i]
        left, right = self.counts[first].first, self.counts[last].stop
        if t.first >= right:
            return "R", _right_role(t), right, t.first
        if t.stop <= left:
            return "L", _left_role(t), t.stop, left
        if t.first >= self.counts[i].quantity.stop:
            return "I", _right_role(t), t.first, t.first
        start, stop = sorted((t.stop, self.counts[i].first))
        return "J", _right_role(t), start, stop

    def _has_object(self, t: Trigger) -> bool:
        """Whether a count right after the verb is its object, so that the one before it is the doer."""
        following = next((c for c in self.counts if c.first == t.stop), None)
        return following is not None and not following.counted.of and not self._harmed_after(following)

    def _features(self, i: int, t: Trigger) -> Iterator[str]:
        count = self.counts[i]
        side, role, start, stop = self._side(i, t)
        kind, noun = self._gap_kind(side, role, start, stop), _noun_kind(count)
        base = f"{side}:{role}"
        yield from (base, f"{base}:{kind}", f"{side}:aspect:{t.aspects[0]}", f"{base}:{noun}", f"{side}:{kind}:{noun}")
        if t.weak:
            yield from (f"{base}:weak", f"{side}:weak:{kind}", f"weak:{noun}")
        if side == "R" and role == "past" and count.counted.heads:
            yield f"{base}:who:{self.victims.group(self.words[count.head])}"
        if kind not in ("next", "light", "article", "arrived"):
            yield from self._between(base, "T" if "toll" in t.forms else side, start, stop)
        yield from self._rivals(base, i, t)
        yield f"tree:{role}:{self._path(count.head, t)}"
        if not (side == "R" and self.words[start:stop] == ["to"]):  # "forced thousands to flee" did happen
            yield from self._mood(t)

    def _gap_kind(self, side: str, role: str, start: int, stop: int) -> str:
        gap = self.words[start:stop]
        if not gap:
            return "next"
        if role in ("toll", "toll-noun") and gap[-1] in self.hints.arrivals:
            return "arrived"
        if side == "L" and gap[0] in ("of", "to") and len(gap) <= 2:
            return "of"
        if side == "L" and len(gap) == 1 and gap[0] in ARTICLES:
            return "article"
        if side == "L" and any(w in self.hints.markers for w in gap):
            return "marker"
        return "light" if self.light(start, stop) else "far"

    def _between(self, base: str, side: str, start: int, stop: int) -> Iterator[str]:
        tokens = self.parse.tokens[start:stop]
        words = self.words[start:stop]
        yield f"{side}:len{next((name for n, name in LENGTHS if len(tokens) <= n), '+')}"
        verbs = sum(x.pos == "VERB" and w not in self.hints.light for x, w in zip(tokens, words, strict=True))
        yield f"{side}:verbs{min(verbs, 3)}"
        yield f"{base}:verbs{min(verbs, 1)}"
        triggers = sum(start <= u.first < stop and not u.weak for u in self.triggers)
        yield f"{side}:triggers{min(triggers, 2)}"
        yield f"{side}:counts{min(sum(start <= c.first < stop for c in self.counts), 2)}"
        yield f"{side}:preps{min(sum(x.pos == 'ADP' for x in tokens), 3)}"
        yield f"{base}:objects{min(sum(x.pos in OBJECTS for x in tokens), 2)}"
        if any(w in STRONG for w in words):
            yield f"{side}:strong"
        if "," in words:
            yield f"{side}:comma"
        if any(w in RELATIVE for w in words):
            yield f"{side}:relative"
        if "and" in words:
            yield f"{side}:and"
        if any(w in self.hints.markers for w in words):
            yield f"{side}:marker"

    def _rivals(self, base: str, i: int, t: Trigger) -> Iterator[str]:
        """Other triggers beside the count, and other counts beside the trigger."""
        left, right = (self.counts[k] for k in self.lists[i])
        for u in self.triggers:
            if u is t or u.weak:
                continue
            if u.first >= right.stop and self.light(right.stop, u.first):
                yield f"{base}:trigger-after"
            if u.stop <= left.first and self.light(u.stop, left.first):
                yield f"{base}:trigger-before"
        for j, c in enumerate(self.counts):
            if self.lists[j] == self.lists[i]:
                continue
            if c.stop <= t.first and self.light(c.stop, t.first):
                yield f"{base}:count-before"
            if c.first >= t.stop and self.light(t.stop, c.first):
                own = any(u.first >= c.stop and self.light(c.stop, u.first) for u in self.triggers if not u.weak)
                yield f"{base}:count-after" + ("-own" if own else "")
        if t.stop < len(self.words) and self.parse.tokens[t.stop].pos in ("DET", "PRON"):
            yield f"{base}:object-after"

    def _path(self, head: int, t: Trigger) -> str:
        """The way in the tree from the count's head up to the trigger, or from the trigger up to it."""
        deps = [self.parse.tokens[head].dep]
        for above in self.parse.ancestors(head):
            if t.first <= above.index < t.stop:
                return ">".join(deps)
            if len(deps) == 3:
                break
            deps.append(above.dep)
        below = [self.parse.tokens[t.first].dep]
        for above in self.parse.ancestors(t.first):
            if above.index == head:
                return "<".join(below)
            if len(below) == 2:
                break
            below.append(above.dep)
        return "none"

    def _mood(self, t: Trigger) -> Iterator[str]:
        before = self.words[max(0, t.first - 4) : t.first]
        if t.infinitive:
            yield "mood:infinitive"
        if t.modal:
            yield "mood:modal"
        if "not" in before or "n't" in before:
            yield "mood:not"

    def none(self, i: int) -> tuple[str, ...]:
        """The features for no trigger at all."""
        return tuple(self._none(self.counts[i]))

    def _none(self, count: Count) -> Iterator[str]:
        yield "none"
        yield f"none:{_noun_kind(count)}"
        start = self.counts[self.lists[self.counts.index(count)][0]].first
        if start > 1 and self.words[start - 1] == "," and self.parse.tokens[start - 2].pos == "PROPN":
            yield f"none:after-name:{_noun_kind(count)}"
        token = self.parse.tokens[count.head]
        head = self.parse.head(count.head)
        yield f"none:dep:{token.dep}"
        governs = any(t.first <= head.index < t.stop for t in self.triggers)
        yield f"none:under:{'trigger' if governs else head.pos}:{token.dep}"
        sentence = self.parse.sentence(count.first)
        before = self.parse.tokens[count.first - 1] if count.first > sentence.first else None
        after = self.parse.tokens[count.stop] if count.stop < sentence.stop else None
        if before is not None:
            word = self.words[before.index]
            yield f"none:before:{word if word in PREPOSITIONS or word in AND else before.pos}"
        if after is not None:
            yield f"none:after:{after.pos}"
            if self.words[after.index] in self.hints.speech:
                yield f"none:speaks:{_noun_kind(count)}"
        if count.counted.heads:
            yield f"none:who:{self.victims.group(self.words[count.head])}"


class Governing:
    """The learnt weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def best(self, scene: Scene, i: int) -> Trigger | None:
        """The trigger that governs count `i`, None when none does."""
        chosen, highest = None, self.score(scene.none(i))
        for trigger, features in scene.candidates(i):
            score = self.score(features)
            if score > highest:
                chosen, highest = trigger, score
        return chosen

    def score(self, features: Sequence[str]) -> float:
        """The sum of the features' weights."""
        return sum(self._weights.get(f, 0.0) for f in features)


@lru_cache(maxsize=1)
def load_governing() -> Governing:
    """Read the weights that come with the package; raises DataError when they are missing or damaged."""
    try:
        text = (files("counterclaim") / "models" / "governing.json").read_text(encoding="utf-8")
        return Governing({str(k): float(v) for k, v in json.loads(text)["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"models/governing.json cannot be read: {error}") from error


@lru_cache(maxsize=4)
def load_hints(lexicon: Lexicon) -> Hints:
    """The lexicon's word lists for the features."""
    return Hints(*(lexicon.words("casualties", name) for name in ("light", "arrivals", "markers", "speech")))


def _noun_kind(count: Count) -> str:
    if count.quantity.low == 0 and count.quantity.high == 0:
        return "none"
    if count.quantity.single:
        return "headline" if count.quantity.noun is not None and count.quantity.noun < count.quantity.stop else "single"
    if count.counted.of:
        return "of"
    if count.counted.bare:
        return "others"
    if not count.counted.heads:
        return "alone"
    return "noun" if count.counted.known else "unknown"


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
