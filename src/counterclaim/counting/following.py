"""Whether a word of harm after a count may be about it."""

from __future__ import annotations

from counterclaim.counting.clauses_apart import befell_others, is_carried
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import ARTICLES, Count, Scene
from counterclaim.counting.noun_runs import BARS
from counterclaim.counting.placing import right_role

OWNING = ARTICLES | {"whose"}
OBJECT_TAGS = frozenset({"DT", "PRP$", "PRP"})
AFTER_ALL = frozenset({"past", "state", "intransitive"})  # forms that may stand away from the count before them
SUBJECTS = frozenset({"intransitive", "state", "counted"})  # forms that may follow the people of whom they tell
ADVERBS = frozenset({"fatally"})  # words of harm only right after the people: "two were hit, one fatally"


def may_follow(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether a word of harm after a count may be about it."""
    if not BARS.isdisjoint(scene.words[count.stop : t.first]) or (t.first > count.stop and is_carried(scene, count)):
        return False
    if ";" in scene.words[count.stop : t.first] and any(count.stop < c.first < t.first for c in scene.counts):
        return False
    if scene.words[t.first] in ADVERBS and t.stop == t.first + 1 and not scene.light(count.stop, t.first):
        return False
    if t.first > count.stop and (t.forms.isdisjoint(AFTER_ALL) or scene.words[count.first - 1] == "by"):
        return False
    own = _has_own_subject(scene, count, t) or _has_own_object(scene, count, t) or befell_others(scene, count, t)
    reduced = scene.parse.tokens[t.first].tag == "VBN" and t.first == count.stop  # "six villagers shot by gunmen"
    if own or (t.weak and not t.passive and not reduced and t.forms.isdisjoint(SUBJECTS)):
        return False
    role = right_role(t)
    return role != "perfect" and not (role == "past" and (_has_doer(scene, count, t) or _has_object(scene, t)))


def _has_own_subject(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether somebody else, known to the page, is its subject: "was with two friends when the boy was shot"."""
    if not t.passive:
        return False
    verb = next(x for x in scene.parse.tokens[t.first : t.stop] if not t.first <= x.head < t.stop or x.head == x.index)
    subject = next((s for s in scene.parse.children(verb.index, "nsubjpass") if count.stop <= s.index < t.first), None)
    beside = scene.parse.tokens[count.head]
    if beside.dep == "nsubjpass" and beside.head == verb.index:  # "a girl (12), her mother and her aunt were killed"
        return False
    if subject is None or subject.tag not in ("NN", "NNP") or scene.victims.group(subject.lower) is None:
        return False
    owners = {c.lower for c in scene.parse.children(subject.index, "det", "poss")}
    return not owners.isdisjoint(OWNING) and subject.lower not in scene.victims.collectives


def _has_own_object(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether it is said of the verb's object that follows the count: "with friends looking on he shot Vask dead"."""
    token = scene.parse.tokens[t.first]
    objects = scene.parse.children(token.head, "dobj") if token.dep == "oprd" else ()
    return any(count.stop <= o.index < t.first for o in objects)


def _has_doer(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether another did it, after the count, to some of them: "took 40 pilgrims and a bomb killed six of them"."""
    if t.passive or not any(c.first == t.stop and c.counted.of for c in scene.counts):
        return False
    doers = scene.parse.children(t.first, "nsubj")
    return any(count.stop <= d.index < t.first and scene.victims.group(d.lower) is None for d in doers)


def _has_object(scene: Scene, t: Trigger) -> bool:
    """Whether a count right after the verb is its object, so that the one before it is the doer."""
    following = next((c for c in scene.counts if c.first == t.stop), None)
    if following is not None:
        return not following.counted.of and not scene.harmed_after(following)
    after = scene.words[t.stop : t.stop + 2]
    object_ = len(after) == 2 and scene.parse.tokens[t.stop].tag in OBJECT_TAGS
    return object_ and after[1] not in scene.hints.times
