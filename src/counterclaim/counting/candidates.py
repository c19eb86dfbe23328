"""Which words of harm may govern which counts of a sentence, as far as grammar says."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.following import may_follow
from counterclaim.counting.harm import DETAINED, DISPLACED, MISSING, Trigger
from counterclaim.counting.layout import Count, Scene
from counterclaim.counting.other_people import tells_of_others
from counterclaim.counting.placing import Placing, placing
from counterclaim.counting.preceding import may_precede

UNKNOWN = frozenset({"unknown", "known"})
FATE_REACH = 6  # tokens from the people to "unknown"
HARMED = frozenset({"killed", "injured", "missing"})
ESCAPED = frozenset({"escaped", "escape", "escapes", "escaping"})
LABEL = frozenset({"counted"})  # the forms of a word that only ever names those counted: "7 WIA"


def candidates(scene: Scene, i: int) -> Iterator[tuple[Trigger, Placing]]:
    """The triggers that may govern count `i`, each with its place; where its own noun says it all, that alone."""
    own = [t for t in scene.triggers if _is_label(t) and t.first == scene.counts[i].quantity.stop]
    return ((t, placing(scene, i, t)) for t in own or scene.triggers if _may_govern(scene, i, t))


def _is_label(t: Trigger) -> bool:
    """Whether a word names people by their harm alone; the displaced and evacuees may be killed besides."""
    return t.forms == LABEL and HARMED.issuperset(t.aspects)


def _may_govern(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether grammar allows it at all: neither the doer after "by" nor the subject of "claimed" is a victim."""
    return not tells_of_others(scene, i, t) and _may_be_told(scene, scene.counts[i], t)


def _may_be_told(scene: Scene, count: Count, t: Trigger) -> bool:
    sought = t.aspects == MISSING and scene.words[t.stop - 1] == "for"
    if sought and any(scene.words[h] in scene.hints.captives for h in count.counted.heads):
        return False  # "searching for three gunmen"
    if t.aspects == DISPLACED and count.quantity.single and count.first <= t.first < count.stop:
        return False  # "a displaced man" says who he is
    if t.weak and not _may_be_weak(scene, count, t):
        return False
    return may_follow(scene, count, t) if t.first >= count.stop else may_precede(scene, count, t)


def _may_be_weak(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether nothing speaks against a word of broader meaning: the counted may be people, and more than one left."""
    if t.stop == t.first + 1 and scene.words[t.first] in scene.hints.of_people:
        known = bool(count.counted.heads) and count.counted.known and not count.counted.bare
        some = (
            count.kind in ("alone", "others", "of")
            and count.quantity.low != 1
            and count.quantity.bound != "vague"
            and scene.words[count.first] != "the"
        )
        return (known or some) and t.first >= count.stop and scene.light(count.stop, t.first)
    if scene.words[t.first] == "fate":  # "the fate of 14 miners is not known", not "the fate of many was unclear"
        following = scene.words[count.stop : count.stop + FATE_REACH]
        return count.may_be_people and count.quantity.low is not None and not UNKNOWN.isdisjoint(following)
    if t.aspects == DISPLACED and any(scene.words[h] in scene.hints.captives for h in count.counted.heads):
        return False
    if scene.words[t.first] in ESCAPED and any(u.aspects == DETAINED for u in scene.triggers):
        return False  # "thirty are still in captivity; twelve escaped"
    return count.may_be_people and not _is_one_who_left(count, t)


def _is_one_who_left(count: Count, t: Trigger) -> bool:
    return count.quantity.high == 1 and t.aspects[0] in ("displaced", "evacuated")
