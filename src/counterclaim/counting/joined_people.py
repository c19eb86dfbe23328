"""People of whom harm is told with the person after them: "A man who drove a van and a girl were killed"."""

from __future__ import annotations

from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Scene, Told
from counterclaim.syntax import SUBJECTS

PLURAL = frozenset({"were", "are", "have"})
BEFALLEN = frozenset({"past", "state", "intransitive"})


def told_of_the_next(scene: Scene, i: int, following: Told) -> Told:
    """What is told of the person after person `i` where both are subjects of one verb, with a clause between them."""
    if i + 1 >= len(scene.counts) or not following:
        return []
    count, second = scene.counts[i], scene.counts[i + 1]
    both = count.kind == second.kind == "single" and scene.words[second.first - 1] == "and"
    subject = scene.parse.tokens[count.head]
    if not both or subject.dep not in SUBJECTS or subject.head < second.stop:
        return []
    return following if _befell(scene, second.stop, following[0][0]) else []


def _befell(scene: Scene, start: int, t: Trigger) -> bool:
    """Whether the word of harm stands right after both, with a verb for more than one."""
    if t.first < start or t.forms.isdisjoint(BEFALLEN) or not scene.light(start, t.first):
        return False
    return not PLURAL.isdisjoint(scene.words[start : t.first])
