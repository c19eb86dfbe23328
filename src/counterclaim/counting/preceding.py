"""Whether a word of harm before a count, or among its words, may be about it."""

from __future__ import annotations

from counterclaim.counting.harm import BE, HAVE, Trigger
from counterclaim.counting.layout import ARTICLES, RELATIVE, Count, Scene
from counterclaim.syntax import SUBJECTS

BESIDE_NOBODY = frozenset(
    {"to", "by", "with", "for", "from", "of", "on", "at"}
)  # "harm to nobody", "claimed by no one"
BE_OR_HAVE = BE | HAVE
OPENING = frozenset({'"', "“", "«", "``"})
OBJECTS = frozenset({"active", "past", "gerund"})  # forms that may stand before the people to whom it is done
NAMES = frozenset({"noun", "gerund"})  # forms of a noun for harm: "the killing of"


def may_precede(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether a word of harm before a count, or among its words, may be about it."""
    if _is_spared(scene, count) or _is_weaker(scene, count, t):
        return False
    if count.kind == "none" and (len(t.aspects) > 1 or scene.words[count.first - 1] in BESIDE_NOBODY):
        return False  # "no casualties were reported" tells of no one, "harm to nobody" of no one killed
    if t.stop > count.first:
        return not _done_to(scene, count, t)
    return not (_is_out_of_reach(scene, count, t) or _is_quoted_apart(scene, t.stop, count.first))


def _is_spared(scene: Scene, count: Count) -> bool:
    """Whether the verb whose object the people are tells of good done to them: "killed two guards and freed ten"."""
    token = scene.parse.tokens[count.head]
    if token.dep == "dobj" and token.head < count.first and scene.words[token.head] in scene.hints.sparing:
        return True
    at = count.stop
    while at < len(scene.words) and scene.words[at] in BE_OR_HAVE:
        at += 1
    captive = any(scene.words[h] in scene.hints.captives for h in count.counted.heads)
    return captive and at < len(scene.words) and scene.words[at] in scene.hints.sparing  # "four hostages were freed"


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
    return token.dep in SUBJECTS and verb.pos in ("VERB", "AUX") and verb.index > count.head and not told


def _is_past_verb(scene: Scene, start: int, stop: int) -> bool:
    """Whether another verb stands between a noun for harm and the count, and nothing says that a list begins."""
    gap = scene.words[start:stop]
    if not scene.hints.markers.isdisjoint(gap) or ":" in gap:
        return False
    return any(t.pos == "VERB" and t.lower not in scene.hints.light for t in scene.parse.tokens[start:stop])


def _speaks(scene: Scene, count: Count) -> bool:
    """Whether a verb of speech with nobody after it follows: "two officials said."."""
    stop = scene.parse.sentence(count.first).stop
    if not count.counted.known or count.stop >= stop or scene.words[count.stop] not in scene.hints.speech:
        return False
    return count.stop + 1 == stop or scene.parse.tokens[count.stop + 1].pos not in ("DET", "PROPN", "NOUN", "ADJ")


def _done_to(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether something else is done to people whom the word only describes: "kidnapped the two wounded men"."""
    itself = "counted" in t.forms and t.first == count.head and not count.counted.of
    if t.first >= count.stop or itself:
        return False
    before = (u for u in scene.triggers if u.stop <= count.first and not u.weak and not u.passive)
    return any(set(scene.words[u.stop : count.first]) <= ARTICLES and u.forms & OBJECTS for u in before)
