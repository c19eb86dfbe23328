"""Counts to casualty findings: which aspect governs the count, who the victims are, which is part of which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.governing import AND, Count, Governing, Scene, load_hints
from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Quantity
from counterclaim.phrases import plain_words
from counterclaim.syntax import Parse
from counterclaim.triggers import BE, HAVE, Trigger, load_triggers
from counterclaim.victims import load_victims


def find_casualties(
    parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon, governing: Governing
) -> tuple[Finding, ...]:
    """Find killed, injured, missing, detained, displaced and evacuated, in page order; `part_of` is an index in it."""
    found: list[Finding] = []
    for scene in read_scenes(parse, quantities, lexicon):
        found.extend(Linker(scene, governing, len(found)).findings())
    return tuple(found)


def read_scenes(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Scene]:
    """The sentences that have a count and a word of harm."""
    words, victims, hints = plain_words(parse), load_victims(lexicon), load_hints(lexicon)
    counts: dict[int, list[Count]] = {}
    for q in quantities:
        counted = victims.counted(parse, words, q.stop) if not _bare_noun(q) else None
        count = Count(q, counted or victims.itself(q.first), q.first, max(q.stop, counted.stop if counted else 0))
        counts.setdefault(parse.tokens[q.first].sentence, []).append(count)
    triggers: dict[int, list[Trigger]] = {}
    for t in load_triggers(lexicon).find(parse, words):
        triggers.setdefault(parse.tokens[t.first].sentence, []).append(t)
    for number, here in counts.items():
        if number in triggers:
            yield Scene(parse, words, tuple(here), tuple(triggers[number]), victims, hints)


def _bare_noun(q: Quantity) -> bool:
    return q.noun is not None and q.noun < q.stop


class Linker:
    """Links the counts of one sentence to its triggers."""

    def __init__(self, scene: Scene, governing: Governing, offset: int) -> None:
        self.scene = scene
        self.governing = governing
        self.offset = offset

    def findings(self) -> list[Finding]:
        """The findings of one sentence."""
        scene = self.scene
        found: list[Finding] = []
        parents = self._subsets()
        index: dict[int, list[int]] = {}
        chosen: list[list[tuple[Trigger, str]]] = []
        for i, count in enumerate(scene.counts):
            best = self.governing.best(scene, i)
            links = self._aspects(best, i) if best else []
            parent = parents.get(i)
            if not links and parent is not None:
                links = chosen[parent]
            chosen.append(links)
            for trigger, aspect in links:
                part = None
                if parent is not None:
                    part = next((k for k in index.get(parent, ()) if found[k].aspect == aspect), None)
                found.append(self._finding(count, trigger, aspect, None if part is None else self.offset + part))
                index.setdefault(i, []).append(len(found) - 1)
        return found

    def _subsets(self) -> dict[int, int]:
        found: dict[int, int] = {}
        counts = self.scene.counts
        for i in range(1, len(counts)):
            gap = self.scene.words[max(counts[i - 1].stop, counts[i].first - 3) : counts[i].first]
            if any(w in self.scene.hints.markers for w in gap):
                found[i] = found.get(i - 1, i - 1)
            elif i - 1 in found and self.scene.joined(counts[i - 1], counts[i]):
                found[i] = found[i - 1]
        return found

    def _aspects(self, best: Trigger, i: int) -> list[tuple[Trigger, str]]:
        found = [(best, aspect) for aspect in best.aspects]
        for t in self._companions(best, self.scene.counts[i]):
            found.extend((t, aspect) for aspect in t.aspects if all(aspect != a for _, a in found))
        return found

    def _companions(self, best: Trigger, count: Count) -> Iterator[Trigger]:
        """Triggers joined to the best one that take the same count: "killed and wounded dozens"."""
        counts, words = self.scene.counts, self.scene.words
        for t in self.scene.triggers:
            if t is best or t.weak:
                continue
            left, right = sorted((t, best), key=lambda x: x.first)
            gap = words[left.stop : right.first]
            if len(gap) > 3 or not all(w in AND or w in BE or w in HAVE for w in gap):
                continue
            after = next((c for c in counts if c.first >= right.stop), None)
            on_right = after is not None and after.first - right.stop <= 1
            if count.first >= right.stop:  # killed and wounded dozens
                if not (left.passive and any(c.stop <= left.first for c in counts)):
                    yield t
            elif (count.stop <= left.first and not on_right) or (
                left.first >= count.first and right.stop <= count.stop + 1
            ):
                yield t

    def _finding(self, count: Count, t: Trigger, aspect: str, part_of: int | None) -> Finding:
        q, scene = count.quantity, self.scene
        stop = max(q.stop, *(h + 1 for h in count.counted.heads)) if count.counted.heads else q.stop
        return Finding(
            aspect=aspect, span=scene.parse.span(q.first, stop), trigger=t.first, event=t.first,
            low=q.low, high=q.high, bound=q.bound, who=scene.victims.who(scene.words, q.first, count.counted),
            part_of=part_of, polarity="denies" if q.low == 0 and q.high == 0 else "affirms",
        )  # fmt: skip
