"""People counted in one clause while the word of harm tells of others in another: "12 were rescued and 74 died"."""

from __future__ import annotations

from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Count, Scene
from counterclaim.syntax import Token

SUBJECT_DEPS = ("nsubj", "nsubjpass")
COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "xcomp", "prep", "advmod", "ccomp"})  # said of a verb's subject
LEAVING = frozenset({"leaving", "left", "leaves", "leave"})
CLIMB = 4  # steps from a word of harm to the verb that has its subject
RISE = 6  # steps from a count to the verb of its clause


def befell_others(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether a word of harm after a count tells of others who are counted between them."""
    between = [c for c in scene.counts if count.stop <= c.first < t.first]
    if between and not scene.hints.markers.isdisjoint(scene.words[count.stop : between[0].first]):
        return False  # "30 fighters, among them six minors, were killed"
    if not between or scene.lists[scene.counts.index(count)] == scene.lists[scene.counts.index(between[-1])]:
        return False
    if any(scene.words[c.first - 1] in LEAVING for c in between):
        return True  # "a boat with 45 people sank, leaving 12 dead"
    if scene.parse.tokens[count.head].dep == "attr":
        return False
    subject, verb = _subject(scene, t), _clause(scene, count)
    if subject is None or verb is None or verb.index >= subject.index:
        return False
    return any(c.first <= subject.index < c.stop for c in between) and subject.head != verb.index


def is_carried(scene: Scene, count: Count) -> bool:
    """Whether the people are only what is said to be in something of which more is told: "a bus carrying 45 hit"."""
    before = scene.words[count.first - 1] if count.first else ""
    return before in scene.hints.carrying and scene.parse.tokens[count.first - 1].tag == "VBG"


def _clause(scene: Scene, count: Count) -> Token | None:
    """The verb of the clause in which a count stands."""
    at = scene.parse.tokens[count.head]
    for _ in range(RISE):
        at = scene.parse.head(at.index)
        if at.pos in ("VERB", "AUX"):
            return at
    return None


def _subject(scene: Scene, t: Trigger) -> Token | None:
    """The subject of the clause of a word of harm: "74" of "74 are feared dead"."""
    at = scene.parse.tokens[t.first]
    for _ in range(CLIMB):
        verbs = (at, *scene.parse.children(at.index, "aux", "auxpass"))
        found = next((s for v in verbs for s in scene.parse.children(v.index, *SUBJECT_DEPS)), None)
        if found is not None:
            return found
        if at.dep not in COMPLEMENTS:
            return None
        at = scene.parse.head(at.index)
    return None
