"""Words of harm joined to the one that governs a count: "killed and wounded dozens"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.harm import BE, HAVE, Trigger
from counterclaim.counting.layout import AND, Count, Scene, Told


def with_companions(scene: Scene, best: Trigger, count: Count) -> Told:
    """What the word that governs a count tells, and what the words joined to it tell besides."""
    found = [(best, aspect) for aspect in best.aspects]
    for t in _companions(scene, best, count):
        found.extend((t, aspect) for aspect in t.aspects if all(aspect != a for _, a in found))
    return found


def _companions(scene: Scene, best: Trigger, count: Count) -> Iterator[Trigger]:
    """Triggers joined to the best one that take the same count: "killed and wounded dozens"."""
    counts, words = scene.counts, scene.words
    for t in scene.triggers:
        if t is best or t.weak:
            continue
        left, right = sorted((t, best), key=lambda x: x.first)
        gap = words[left.stop : right.first]
        if left.stop == right.first and words[right.first] in (
            "with",
            "in",
            "under",
            "beneath",
        ):  # "found dead with wounds", "died in custody"
            continue
        if left.stop == right.first and "intransitive" in right.forms:  # "two of the wounded died"
            continue
        if len(gap) > 3 or not all(w in AND or w in BE or w in HAVE or _is_then(scene, left.stop, w) for w in gap):
            continue
        if any(c is not count and c.first < t.first < c.stop for c in counts):  # "kills 7 refugees, injures 20"
            continue
        if count.first >= right.stop:  # killed and wounded dozens
            taken = left.passive or left.forms == {
                "state"
            }  # of those before: "drove 900 from their homes and killed 5"
            if not (taken and any(c.stop <= left.first for c in counts)):
                yield t
            continue
        takes_next = any(  # were killed and wounded 30
            right.stop <= c.first <= right.stop + 1 and not c.counted.of for c in counts
        )
        inside = left.first >= count.first and right.stop <= count.stop + 1
        both = left.stop == count.stop > left.first and "counted" in left.forms & right.forms
        both = both and all(c.first != right.stop for c in counts)  # "claimed 21 lives and wounded dozens"
        if inside or both or (count.stop <= left.first and not takes_next):
            yield t


def _is_then(scene: Scene, joint: int, word: str) -> bool:
    """Whether a word after "and" says only when or how it went on: "abducted and later killed"."""
    return scene.words[joint] in AND and word in scene.hints.onward
