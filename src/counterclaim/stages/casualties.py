"""Counts to casualty findings: which aspect governs the count, who the victims are, which is part of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Quantity
from counterclaim.phrases import plain_words
from counterclaim.syntax import Parse
from counterclaim.triggers import BE, HAVE, Trigger, load_triggers
from counterclaim.victims import Counted, Victims, load_victims

AND = frozenset({"and", "or", "&", ",", "as", "well", "plus", "along", "with", "also", "/", "both"})
MARKERS = frozenset(
    {"including", "incl", "among", "amongst", "comprising", "included", "includes", "include", "involving"}
)
LIGHT = BE | HAVE | frozenset({"reportedly", "also", "reported", "confirmed", "believed", "feared", "to", "were", "not", "n't", "may",
    "might", "could", "would", "will", "later", "either", "have", "presumed", "then", "now", "still", "since", "so", "far", "already", "officially", "allegedly", "both", "all", "thought", "said", "estimated", "himself", "themselves", "\"", "”", "“", "'", ")", "(", ",", "least", "at"})  # fmt: skip
THRESHOLD = 4.0


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


@dataclass(frozen=True, slots=True)
class Link:
    """How strongly a trigger governs a count."""

    trigger: Trigger
    score: float


def find_casualties(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> tuple[Finding, ...]:
    """Find killed, injured, missing, detained, displaced and evacuated, in page order; `part_of` is an index in it."""
    words = plain_words(parse)
    reader = SentenceReader(parse, words, load_victims(lexicon))
    triggers = list(load_triggers(lexicon).find(parse, words))
    found: list[Finding] = []
    for sentence in parse.sentences:
        counts = [c for c in map(reader.count, quantities) if sentence.first <= c.first < sentence.stop]
        here = [t for t in triggers if sentence.first <= t.first < sentence.stop]
        found.extend(reader.read(counts, here, len(found)))
    return tuple(found)


class SentenceReader:
    """Links the counts of one sentence to its triggers."""

    def __init__(self, parse: Parse, words: Sequence[str], victims: Victims) -> None:
        self.parse = parse
        self.words = words
        self.victims = victims

    def count(self, quantity: Quantity) -> Count:
        """The quantity with what it counts."""
        counted = self.victims.counted(self.parse, self.words, quantity.stop)
        return Count(quantity, counted, quantity.first, max(quantity.stop, counted.stop))

    def read(self, counts: Sequence[Count], triggers: Sequence[Trigger], offset: int) -> list[Finding]:
        """The findings of one sentence."""
        subset = self._subsets(counts)
        found: list[Finding] = []
        index: dict[int, list[int]] = {}
        links = [self._links(c, i, counts, triggers) for i, c in enumerate(counts)]
        for i, count in enumerate(counts):
            chosen = links[i]
            parent = subset.get(i)
            if not chosen and parent is not None:
                chosen = links[parent]
                links[i] = chosen
            for link in chosen:
                part = None
                if parent is not None:
                    part = next((k for k in index.get(parent, ()) if found[k].aspect == link.trigger.aspect), None)
                found.append(self._finding(count, link.trigger, None if part is None else offset + part))
                index.setdefault(i, []).append(len(found) - 1)
        return found

    def _subsets(self, counts: Sequence[Count]) -> dict[int, int]:
        found: dict[int, int] = {}
        for i, count in enumerate(counts):
            if not i:
                continue
            if self._marked(count, counts[i - 1]):
                found[i] = i - 1 if i - 1 not in found else found[i - 1]
            elif i - 1 in found and self._joined(counts[i - 1], count):
                found[i] = found[i - 1]
        return found

    def _marked(self, count: Count, before: Count) -> bool:
        gap = self.words[max(before.stop, count.first - 3) : count.first]
        return any(w in MARKERS for w in gap)

    def _joined(self, left: Count, right: Count) -> bool:
        return all(w in AND for w in self.words[left.stop : right.first])

    def _links(self, count: Count, i: int, counts: Sequence[Count], triggers: Sequence[Trigger]) -> list[Link]:
        first, last = i, i
        while first > 0 and self._joined(counts[first - 1], counts[first]):
            first -= 1
        while last + 1 < len(counts) and self._joined(counts[last], counts[last + 1]):
            last += 1
        links = []
        for t in triggers:
            if t.first >= counts[last].stop:
                links.append(Link(t, self._right(count, counts[last], t, counts, triggers)))
            elif t.stop <= counts[first].first:
                links.append(Link(t, self._left(count, counts[first], t, counts, triggers)))
            elif count.quantity.stop <= t.first < count.stop + 1:
                links.append(Link(t, 4.5 if not t.weak or count.head == t.first else 0))
        best = max(links, key=lambda l: l.score, default=None)
        if best is None or best.score < THRESHOLD:
            return []
        return [best, *self._companions(best, count, counts, triggers)]

    def _companions(self, best: Link, count: Count, counts: Sequence[Count], triggers: Sequence[Trigger]) -> list[Link]:
        """Triggers joined to the best one that take the same count: "killed and wounded dozens"."""
        found = []
        for t in triggers:
            if t.aspect == best.trigger.aspect or t.weak:
                continue
            left, right = sorted((t, best.trigger), key=lambda x: x.first)
            gap = self.words[left.stop : right.first]
            if len(gap) > 3 or not all(w in AND or w in BE or w in HAVE for w in gap):
                continue
            after = next((c for c in counts if c.first >= right.stop), None)
            before = [c for c in counts if c.stop <= left.first]
            on_right = after is not None and after.first - right.stop <= 1
            if count.first >= right.stop:  # killed and wounded dozens
                if left.passive and before:
                    continue
                found.append(Link(t, best.score))
            elif (count.stop <= left.first and not on_right) or (left.first >= count.first and right.stop <= count.stop + 1):
                found.append(Link(t, best.score))
        return found

    def _gap(self, first: int, stop: int, counts: Sequence[Count], triggers: Sequence[Trigger]) -> float:
        """What stands between a count and a trigger, as a penalty."""
        tokens = self.parse.tokens[first:stop]
        verbs = sum(
            t.pos == "VERB" and self.words[t.index] not in LIGHT and t.tag not in ("VBG", "VBN") for t in tokens
        )
        others = sum(first <= c.first < stop for c in counts)
        between = sum(first <= t.first < stop and not t.weak for t in triggers)
        return 0.15 * len(tokens) + 1.5 * verbs + 0.5 * others + 2.5 * between

    def _right(
        self, count: Count, last: Count, t: Trigger, counts: Sequence[Count], triggers: Sequence[Trigger]
    ) -> float:
        if not t.forms & {"past", "state", "intransitive", "counted"}:
            return -9
        gap = self.words[last.stop : t.first]
        after = next((c for c in counts if c.first >= t.stop), None)
        object_follows = (
            after is not None
            and after.first <= t.stop + 1
            and not any(u.first <= after.stop + 1 and u.first >= after.stop for u in triggers)
        )
        score = 6.0 - self._gap(last.stop, t.first, counts, triggers)
        if all(w in LIGHT for w in gap):
            score += 3
        if t.passive:
            score += 1.5
        if "past" in t.forms and not t.passive and object_follows:
            score -= 5
        if t.perfect and "intransitive" not in t.forms:
            score -= 5
        if "intransitive" in t.forms and not t.forms & {"state"} and t.weak:
            score -= 2
        if t.weak and not t.passive:
            score -= 3
        if t.forms == {"counted"} and gap:
            score -= 4
        head = self.parse.head(count.head)
        if head.index == t.first or self.parse.head(head.index).index == t.first:
            score += 1
        if not count.counted.known:
            score -= 2
        return score

    def _left(
        self, count: Count, first: Count, t: Trigger, counts: Sequence[Count], triggers: Sequence[Trigger]
    ) -> float:
        if not t.forms & {"past", "active", "gerund", "noun", "toll"}:
            return -9
        gap = self.words[t.stop : first.first]
        score = 6.0 - self._gap(t.stop, first.first, counts, triggers)
        if not gap or (t.forms & {"noun", "toll"} and gap[0] in ("of", "to", "at", "by")):
            score += 3
        preps = sum(self.parse.tokens[i].pos == "ADP" for i in range(t.stop, first.first))
        if "toll" in t.forms:
            score += 1
        elif "noun" in t.forms:
            score -= 2 * max(0, preps - 1) + (0 if gap and gap[0] in ("of", "and", "or") else 5)
        else:
            score -= 2.5 * preps
        if t.passive:
            score -= 6
        if t.weak:
            score -= 2 if "toll" not in t.forms else 0
        path = [a.index for a in self.parse.ancestors(count.head)][:4]
        if t.first in path or t.stop - 1 in path:
            score += 1
        if not count.counted.known:
            score -= 2
        return score

    def _finding(self, count: Count, t: Trigger, part_of: int | None) -> Finding:
        q = count.quantity
        stop = max(q.stop, *(h + 1 for h in count.counted.heads)) if count.counted.heads else q.stop
        return Finding(
            aspect=t.aspect, span=self.parse.span(q.first, stop), trigger=t.first, event=t.first,
            low=q.low, high=q.high, bound=q.bound,
            who=self.victims.who(self.parse, self.words, q.first, count.counted), part_of=part_of,
            polarity="denies" if q.low == 0 and q.high == 0 else "affirms",
        )  # fmt: skip
