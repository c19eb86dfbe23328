"""Some of a number of people: "six of the 20 soldiers were killed" tells of six, "five of the 12 dead" of both."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.harm import BE, HAVE, Trigger
from counterclaim.counting.layout import Count, Scene, Told
from counterclaim.counting.uncounted import KILLED

OWNERS = frozenset({"the", "its", "their", "his", "her", "those", "these"})
OWNED = frozenset({"'s", "’s", "'", "’"})
LINK = 4  # tokens of "of the bus's" at most
BEHIND = 12  # tokens from those harmed to the verb that tells of some of them
TELLING = BE | HAVE
FOLLOWING = frozenset({"past", "state", "intransitive"})  # forms that tell of the people before them


def taken_out(scene: Scene, told: list[Told]) -> Iterator[tuple[int, int]]:
    """Settle in `told` what befell some and what befell all; yields each share with that of which it is a part."""
    if len(scene.counts) > 1 and _opens(scene, scene.counts[0]):
        own = list(_own(scene, scene.counts[0], scene.counts[0]))
        told[0] = [(t, aspect) for t in own[:1] for aspect in t.aspects]
    for i in range(len(scene.counts) - 1):
        share, whole = scene.counts[i], scene.counts[i + 1]
        if share.counted.of and _is_out_of(scene, share, whole):
            own = list(_own(scene, share, whole))
            told[i] = _of_share(scene, told[i] or told[i + 1], own, whole)
            told[i + 1] = [(t, aspect) for t in own[:1] for aspect in t.aspects]
            if {a for _, a in told[i]} & {a for _, a in told[i + 1]}:
                yield i, i + 1


def crossed(scene: Scene, i: int) -> Told:
    """What the tree tells of who did harm and suffered it: "A man who killed 12 people was arrested"."""
    count = scene.counts[i]
    token = scene.parse.tokens[count.head]
    verb = next((t for t in scene.triggers if t.first <= token.head < t.stop and not t.weak), None)
    if verb is None or token.dep not in ("nsubjpass", "dobj"):
        return []
    if token.dep == "dobj":
        other = next((c for c in scene.counts[:i][-1:] if scene.parse.tokens[c.head].dep == "nsubjpass"), None)
        passive = next((t for t in scene.triggers if other and t.first >= count.stop and t.passive), None)
        suffered = other is not None and passive is not None and _is_subject(scene, other, passive)
        return [(verb, a) for a in verb.aspects] if suffered and verb.stop <= count.first else []
    between = (c for c in scene.counts[i + 1 :] if c.stop <= verb.first)
    object_ = any(scene.parse.tokens[c.head].dep == "dobj" and _doer(scene, c) for c in between)
    return [(verb, a) for a in verb.aspects] if verb.passive and object_ else []


def _is_subject(scene: Scene, count: Count, t: Trigger) -> bool:
    return t.first <= scene.parse.tokens[count.head].head < t.stop


def _doer(scene: Scene, count: Count) -> bool:
    """Whether people are the object of a word of harm before them."""
    verb = scene.parse.tokens[count.head].head
    return any(t.first <= verb < t.stop <= count.first for t in scene.triggers)


def overtaken(scene: Scene, i: int, told: Told) -> Told:
    """The death of those whom only their own words call taken, missing or hurt: "12 abducted men were found dead"."""
    count = scene.counts[i]
    if not told or any(a == KILLED or not count.quantity.stop <= t.first < count.stop for t, a in told):
        return []
    later = (t for t in scene.triggers if t.first >= count.stop and t.aspects == (KILLED,) and not t.weak)
    dead = next((t for t in later if t.forms & FOLLOWING and scene.light(count.stop, t.first)), None)
    return [] if dead is None or scene.negated(dead) else [(dead, KILLED)]


def _opens(scene: Scene, whole: Count) -> bool:
    """Whether a sentence opens with those of whom it tells something of some: "Of the 45 passengers, 12 died"."""
    first = scene.parse.sentence(whole.first).first
    opening = scene.words[first : whole.first]
    return opening in (["of"], ["of", "the"], ["out", "of"], ["out", "of", "the"]) and whole.kind == "noun"


def _is_out_of(scene: Scene, share: Count, whole: Count) -> bool:
    gap = scene.words[share.quantity.stop : whole.first]
    if not 1 <= len(gap) <= LINK or gap[0] != "of" or whole.kind == "of" or whole.quantity.single:
        return False
    return len(gap) == 1 or (len(gap) == 1 + 1 and gap[1] in OWNERS) or gap[-1] in OWNED


def _own(scene: Scene, share: Count, whole: Count) -> Iterator[Trigger]:
    """The words that say of all of them what befell them: "the 12 dead", "the 12 people killed were"."""
    stop = scene.parse.sentence(whole.first).stop
    named = scene.parse.tokens[share.quantity.stop - 1].dep == "attr"  # "he was one of two people killed"
    for t in scene.triggers:
        inside = whole.quantity.stop <= t.first < whole.stop
        behind = t.first == whole.stop and not t.passive and not t.forms.isdisjoint(("past", "counted"))
        after = scene.words[t.stop : min(t.stop + BEHIND, stop)]
        more = not TELLING.isdisjoint(after) or any(t.stop <= u.first < stop for u in scene.triggers)
        if (inside and (not t.weak or scene.words[t.first] in scene.hints.bodies)) or (behind and (more or named)):
            yield t


def _of_share(scene: Scene, told: Told, own: list[Trigger], whole: Count) -> Told:
    """What befell the share: another word than that of all of them, or this one where the rest says who they are."""
    others = [(t, aspect) for t, aspect in told if t not in own]
    if others or not own:
        return others
    first = max(whole.stop, own[-1].stop)
    later = (t for t in scene.triggers if t.first >= first and not t.weak and not t.forms.isdisjoint(FOLLOWING))
    found = next((t for t in later if scene.light(first, t.first) and not scene.negated(t)), None)
    if found is not None:
        return [(found, aspect) for aspect in found.aspects]
    stop = min(first + BEHIND, scene.parse.sentence(whole.first).stop)
    at = next((k for k in range(first, stop) if scene.words[k] in BE), None)
    said = at is not None and scene.victims.predicated(scene.words, at) is not None
    return [(own[0], aspect) for aspect in own[0].aspects] if said else []
