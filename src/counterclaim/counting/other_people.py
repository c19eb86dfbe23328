"""Words of harm that tell of other people than those counted, or only say who these are."""

from __future__ import annotations

from counterclaim.counting.bystanders import does, told_of
from counterclaim.counting.harm import DETAINED, DISPLACED, EVACUATED, KILLED, MISSING, Trigger
from counterclaim.counting.layout import ARTICLES, Count, Scene
from counterclaim.counting.victims import HARMED

DEAD = frozenset({"martyr", "martyrs", "dead"})
NAMES = frozenset({"noun", "gerund"})  # forms of a noun for harm: "the killing of"
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "one"})
VERBAL = 4  # tokens of "have since been freed"
APART = ([","], ["and"], [",", "and"], [";"], ["while"], [",", "while"])
LEAVING = frozenset({"displaced", "evacuated"})  # "Ana Holm, a nurse who fled the town, said"


def tells_of_others(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether trigger `t` is not about the people of count `i`: it describes them, or what it tells befell others."""
    count = scene.counts[i]
    if _describes_another(scene, i, t) or _is_of_bodies(scene, count, t) or _is_found_again(scene, count, t):
        return True
    if _is_unharmed(scene, i, t) or _is_shared_out(scene, i, t) or _has_its_own(scene, i, t) or _is_done(scene, i, t):
        return True
    return _is_of_the_dead(count, scene, t) or _is_let_go(count, scene, t)


def _is_of_the_dead(count: Count, scene: Scene, t: Trigger) -> bool:
    """Whether the word only says who some of those are whom harm befell: "two of the dead are displaced people"."""
    if t.aspects == DETAINED and t.first == count.stop and _is_killed_before(scene, count):
        return True  # "massacred 250 troops taken hostage"
    if t.aspects == EVACUATED and scene.words[count.head] in DEAD | scene.hints.bodies:  # "evacuated 13 martyrs"
        return True
    return t.aspects == DISPLACED and count.counted.of and scene.words[count.head] in HARMED


def _is_let_go(count: Count, scene: Scene, t: Trigger) -> bool:
    """Whether those counted after the captives got away: "abducted 31 pupils, but 12 escaped"."""
    of_them = count.counted.of and count.quantity.stop <= t.first < count.stop  # "12 of the abducted pupils escaped"
    apart = t.stop <= count.first or of_them
    if t.aspects not in (DETAINED, MISSING) or not apart or scene.words[count.first - 1] == "whom":
        return False
    freed, stop = (scene.hints.sparing | scene.hints.found_again) - {"alive"}, scene.parse.sentence(count.first).stop
    after = range(count.stop, min(count.stop + VERBAL, stop))
    return any(scene.words[k] in freed and scene.light(count.stop, k) for k in after)


def _is_killed_before(scene: Scene, count: Count) -> bool:
    """Whether a verb of killing has the counted for its object, right before them."""
    return any(
        u.aspects == KILLED and u.stop == count.first and not u.weak and not u.passive and u.forms & {"active", "past"}
        for u in scene.triggers
    )


def _describes_another(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the word only describes other people: "seized the two injured men and three others"."""
    if any(k != i for k in scene.beside.described(t.first)):
        return True
    token, before = scene.parse.tokens[t.first], scene.words[t.first - 1 : t.first]
    described = token.dep == "amod" and token.head > t.first and token.head not in scene.heads
    return described and t.stop == t.first + 1 and not DETERMINERS.isdisjoint(before)


def _is_of_bodies(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether the word only says who those are whose bodies are told of: "the bodies of five abducted men"."""
    if t.aspects == KILLED or not count.first <= t.first < count.stop:
        return False
    nouns = (u for u in scene.triggers if u.aspects == KILLED and u.forms & NAMES)
    return any(scene.words[u.stop : count.first] in (["of"], ["of", "the"]) for u in nouns)


def _is_found_again(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether people that are called missing were found: "the bodies of three missing miners were recovered"."""
    if t.aspects != ("missing",) or not count.quantity.stop <= t.first < count.head:
        return False
    sentence = scene.parse.sentence(count.first)
    return not scene.hints.found_again.isdisjoint(scene.words[sentence.first : sentence.stop])


def _is_shared_out(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the verb is of some of the people only: "ten of the 12 were shot", not "two of the six dead"."""
    first, count = scene.counts[i].first, scene.counts[i]
    if t.first >= count.stop and (_is_of_whom(scene, i + 1, t) or _tells_of_whole(scene, i, t)):
        return True
    if i == 0 or scene.words[first - 1] not in ARTICLES or scene.words[first - 2] != "of":
        return False
    return scene.counts[i - 1].quantity.stop == first - 2 and (t.passive or t.first > count.stop)


def _tells_of_whole(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the word belongs to those of whom count `i` is some: "two of the 14 wounded died"."""
    if i + 1 >= len(scene.counts) or not scene.counts[i].counted.of:
        return False
    whole = scene.counts[i + 1].quantity
    apart = whole.first == scene.counts[i].quantity.stop + 2 and t.first == whole.stop
    return apart and any(u.first >= t.stop and scene.light(t.stop, u.first) for u in scene.triggers if not u.weak)


def _is_of_whom(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the verb is of count `i` alone: "1,400 men, 140 of whom were killed"."""
    if i >= len(scene.counts):
        return False
    stop = scene.counts[i].stop
    return scene.words[stop - 1] == "whom" and t.first >= stop and scene.light(stop, t.first)


def _has_its_own(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether a word after the count tells of it, and the one before of another: "killing 18; 48 were wounded"."""
    if t.stop > scene.counts[i].first or not scene.harmed_after(scene.counts[i]):
        return False
    if "counted" in t.forms and any(c.quantity.stop <= t.first < c.stop for c in scene.counts[:i]):
        return True  # "1 fatality, 3 wounded"
    return any(
        t.stop <= c.first < scene.counts[i].first and scene.lists[k] != scene.lists[i]
        for k, c in enumerate(scene.counts)
    )


def _is_done(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the word is of the people before it, and another follows these: "a boy killed, another charged"."""
    count = scene.counts[i]
    if scene.words[t.stop : count.first] not in APART or count.stop >= scene.parse.sentence(count.first).stop:
        return False
    if not any(k < i for k in scene.beside.counts_before(t.first)):
        return False
    after = scene.parse.tokens[count.stop]
    told = any(u.first == count.stop for u in scene.triggers)
    return told or (after.tag in ("VBN", "VBD") and scene.words[count.stop] not in scene.hints.light)


def _is_unharmed(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the people speak, did it themselves, or only describe somebody named."""
    bystander, count = scene.bystanders[i], scene.counts[i]
    if bystander and (t.aspects[0] in LEAVING or not told_of(scene.parse, count.head, t.first)):
        return True
    if t.passive or "intransitive" in t.forms:
        return False
    return does(scene.parse, count.head, (t.first, t.stop), scene.harmed)
