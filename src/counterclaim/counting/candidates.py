"""Which words of harm may govern which counts of a sentence, as far as grammar says, and how the two stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.counting.bystanders import does, told_of
from counterclaim.counting.layout import ARTICLES, RELATIVE, Count, Scene
from counterclaim.counting.triggers import DISPLACED, KILLED, Trigger
from counterclaim.counting.victims import BARS, HARMED

BESIDE_NOBODY = frozenset(
    {"to", "by", "with", "for", "from", "of", "on", "at"}
)  # "harm to nobody", "claimed by no one"
OPENING = frozenset({'"', "“", "«", "``"})
OBJECT_TAGS = frozenset({"DT", "PRP$", "PRP"})
RIGHT_ROLES = ("state", "counted", "gerund", "active", "noun", "toll")
LEFT_ROLES = ("active", "gerund", "noun", "intransitive", "state", "counted")
OBJECTS = frozenset({"active", "past", "gerund"})  # forms that may stand before the people to whom it is done
AFTER_ALL = frozenset({"past", "state", "intransitive"})  # forms that may stand away from the count before them
SUBJECTS = frozenset({"intransitive", "state", "counted"})  # forms that may follow the people of whom they tell
NAMES = frozenset({"noun", "gerund"})  # forms of a noun for harm: "the killing of"
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "one"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass"})
APART = ([","], ["and"], [",", "and"], [";"], ["while"], [",", "while"])
UNKNOWN = frozenset({"unknown", "known"})
FATE_REACH = 6  # tokens from the people to "unknown"
LEAVING = frozenset({"displaced", "evacuated"})  # "Ana Holm, a nurse who fled the town, said"
ADVERBS = frozenset({"fatally"})  # words of harm only right after the people: "two were hit, one fatally"


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


def candidates(scene: Scene, i: int) -> Iterator[tuple[Trigger, Placing]]:
    """The triggers that may govern count `i`, each with its place."""
    return ((t, _placing(scene, i, t)) for t in scene.triggers if _may_govern(scene, i, t))


def _may_govern(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether grammar allows it at all: neither the doer after "by" nor the subject of "claimed" is a victim."""
    if (
        _describes_another(scene, i, t)
        or _is_of_bodies(scene, scene.counts[i], t)
        or _is_found_again(scene, scene.counts[i], t)
    ):
        return False
    if _is_unharmed(scene, i, t) or _is_shared_out(scene, i, t) or _has_its_own(scene, i, t) or _is_done(scene, i, t):
        return False
    return not _is_of_the_dead(scene.counts[i], scene, t) and _may_be_told(scene, i, t)


def _may_be_told(scene: Scene, i: int, t: Trigger) -> bool:
    count = scene.counts[i]
    if t.weak and not _may_be_weak(scene, count, t):
        return False
    if t.first >= count.stop:
        return _may_follow(scene, count, t)
    if _is_spared(scene, count) or _is_weaker(scene, count, t):
        return False
    if count.kind == "none" and (len(t.aspects) > 1 or scene.words[count.first - 1] in BESIDE_NOBODY):
        return False  # "no casualties were reported" tells of no one, "harm to nobody" of no one killed
    if t.stop > count.first:
        return not _done_to(scene, count, t)
    return not (_is_out_of_reach(scene, count, t) or _is_quoted_apart(scene, t.stop, count.first))


def _may_be_weak(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether nothing speaks against a word of broader meaning: the counted may be people, and more than one left."""
    if t.stop == t.first + 1 and scene.words[t.first] in scene.hints.of_people:
        known = bool(count.counted.heads) and count.counted.known and not count.counted.bare
        return known and t.first >= count.stop and scene.light(count.stop, t.first)
    if scene.words[t.first] == "fate":  # "the fate of 14 miners is not known", not "the fate of many was unclear"
        following = scene.words[count.stop : count.stop + FATE_REACH]
        return count.may_be_people and count.quantity.low is not None and not UNKNOWN.isdisjoint(following)
    if t.aspects == DISPLACED and any(scene.words[h] in scene.hints.captives for h in count.counted.heads):
        return False
    return count.may_be_people and not _is_one_who_left(count, t)


def _is_spared(scene: Scene, count: Count) -> bool:
    """Whether the verb whose object the people are tells of good done to them: "killed two guards and freed ten"."""
    token = scene.parse.tokens[count.head]
    return token.dep == "dobj" and token.head < count.first and scene.words[token.head] in scene.hints.sparing


def _is_weaker(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether the count's own noun tells more than the word before it: "the shooting left one dead"."""
    return (t.weak or len(t.aspects) > 1) and t.stop <= count.first and scene.tells_itself(count)


def _is_quoted_apart(scene: Scene, start: int, stop: int) -> bool:
    """Whether a quotation opens between them and says something else first: killed him: "I do not want several"."""
    opened = next((i for i in range(start, stop) if scene.words[i] in OPENING), None)
    if opened is None:
        return False
    return any(t.pos in ("VERB", "AUX") for t in scene.parse.tokens[opened + 1 : stop])


def _is_out_of_reach(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether a word of harm before the count cannot be about it: its clause is over, or the people act."""
    if t.forms == {"intransitive"} or (t.forms <= NAMES and _is_past_verb(scene, t.stop, count.first)):
        return True
    acts = _acts(scene, count)
    if acts and scene.parse.head(count.head).lower in scene.hints.speech and scene.words[count.first - 1] == ",":
        return True  # "after the death, several witnesses reported"
    apart = t.passive or scene.harmed_after(count) or acts
    clause = apart and not RELATIVE.isdisjoint(scene.words[t.stop : count.first])
    return clause or scene.words[count.first - 1] == "by" or _speaks(scene, count)


def _acts(scene: Scene, count: Count) -> bool:
    """Whether the people are the subject of a verb that tells of no harm to them: "hurt after a bomber hit"."""
    token, verb = scene.parse.tokens[count.head], scene.parse.head(count.head)
    told = any(t.first <= verb.index < t.stop for t in scene.triggers)
    return token.dep in SUBJECT_DEPS and verb.pos in ("VERB", "AUX") and verb.index > count.head and not told


def _is_of_the_dead(count: Count, scene: Scene, t: Trigger) -> bool:
    """Whether the word only says who some of those are whom harm befell: "two of the dead are displaced people"."""
    return t.aspects == DISPLACED and count.counted.of and scene.words[count.head] in HARMED


def _describes_another(scene: Scene, i: int, t: Trigger) -> bool:
    """Whether the word only describes other people: "seized the two injured men and three others"."""
    for k, c in enumerate(scene.counts):
        if k != i and c.counted.heads and c.quantity.stop <= t.first < c.head:
            return True
    token, before = scene.parse.tokens[t.first], scene.words[t.first - 1 : t.first]
    counted = {h for c in scene.counts for h in c.counted.heads}
    described = token.dep == "amod" and token.head > t.first and token.head not in counted
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


def _is_past_verb(scene: Scene, start: int, stop: int) -> bool:
    """Whether another verb stands between a noun for harm and the count, and nothing says that a list begins."""
    gap = scene.words[start:stop]
    if not scene.hints.markers.isdisjoint(gap) or ":" in gap:
        return False
    return any(t.pos == "VERB" and t.lower not in scene.hints.light for t in scene.parse.tokens[start:stop])


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
    if not any(c.stop <= t.first and scene.light(c.stop, t.first) for c in scene.counts[:i]):
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
    harmed = {c.head for c in scene.counts if scene.harmed_after(c)}
    return does(scene.parse, count.head, (t.first, t.stop), harmed)


def _done_to(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether something else is done to people whom the word only describes: "kidnapped the two wounded men"."""
    itself = "counted" in t.forms and t.first == count.head and not count.counted.of
    if t.first >= count.stop or itself:
        return False
    before = (u for u in scene.triggers if u.stop <= count.first and not u.weak and not u.passive)
    return any(set(scene.words[u.stop : count.first]) <= ARTICLES and u.forms & OBJECTS for u in before)


def _may_follow(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether a word of harm after a count may be about it."""
    if not BARS.isdisjoint(scene.words[count.stop : t.first]):
        return False
    if ";" in scene.words[count.stop : t.first] and any(count.stop < c.first < t.first for c in scene.counts):
        return False
    if scene.words[t.first] in ADVERBS and t.stop == t.first + 1 and not scene.light(count.stop, t.first):
        return False
    if t.first > count.stop and (t.forms.isdisjoint(AFTER_ALL) or scene.words[count.first - 1] == "by"):
        return False
    own = _has_own_subject(scene, count, t) or _has_own_object(scene, count, t)
    if own or (t.weak and not t.passive and t.forms.isdisjoint(SUBJECTS)):
        return False
    role = _right_role(t)
    return role != "perfect" and not (role == "past" and _has_object(scene, t))


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
    return not owners.isdisjoint(ARTICLES) and subject.lower not in scene.victims.collectives


def _has_own_object(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether it is said of the verb's object that follows the count: "with friends looking on he shot Vask dead"."""
    token = scene.parse.tokens[t.first]
    objects = scene.parse.children(token.head, "dobj") if token.dep == "oprd" else ()
    return any(count.stop <= o.index < t.first for o in objects)


def _speaks(scene: Scene, count: Count) -> bool:
    """Whether a verb of speech with nobody after it follows: "two officials said."."""
    stop = scene.parse.sentence(count.first).stop
    if not count.counted.known or count.stop >= stop or scene.words[count.stop] not in scene.hints.speech:
        return False
    return count.stop + 1 == stop or scene.parse.tokens[count.stop + 1].pos not in ("DET", "PROPN", "NOUN", "ADJ")


def _has_object(scene: Scene, t: Trigger) -> bool:
    """Whether a count right after the verb is its object, so that the one before it is the doer."""
    following = next((c for c in scene.counts if c.first == t.stop), None)
    if following is not None:
        return not following.counted.of and not scene.harmed_after(following)
    after = scene.words[t.stop : t.stop + 2]
    object_ = len(after) == 2 and scene.parse.tokens[t.stop].tag in OBJECT_TAGS
    return object_ and after[1] not in scene.hints.times


def _placing(scene: Scene, i: int, t: Trigger) -> Placing:
    first, last = scene.lists[i]
    left, right = scene.counts[first].first, scene.counts[last].stop
    if t.stop <= left:
        role = _left_role(t)
        return Placing("L", role, _gap_before(scene, role, t.stop, left), t.stop, left)
    if t.first >= right:
        side, start, stop = "R", right, t.first
    elif t.first >= scene.counts[i].quantity.stop:
        side, start, stop = "I", t.first, t.first
    else:
        side, (start, stop) = "J", sorted((t.stop, scene.counts[i].first))
    gap = "next" if start == stop else "light" if scene.light(start, stop) else "far"
    return Placing(side, _right_role(t), gap, start, stop)


def _gap_before(scene: Scene, role: str, start: int, stop: int) -> str:
    """How the gap between a trigger and a count after it is filled."""
    gap = scene.words[start:stop]
    if not gap:
        return "next"
    if role in ("toll", "toll-noun") and gap[-1] in scene.hints.arrivals:
        return "arrived"
    if gap[0] in ("of", "to") and len(gap) <= 2:
        return "of"
    if len(gap) == 1 and gap[0] in ARTICLES:
        return "article"
    if not scene.hints.markers.isdisjoint(gap):
        return "marker"
    return "light" if scene.light(start, stop) else "far"


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
