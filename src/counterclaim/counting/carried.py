"""Counts of people told of in the sentence before: "Eight people died. Five of them were children."."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.layout import Count, Scene
from counterclaim.model import Finding

OPENING = 2  # tokens that may stand before the count
REACH = 5  # tokens from "were" to the noun or the age
WERE = frozenset({"were", "was", "are", "is"})
AGES = frozenset({"under", "over", "below", "aged", "between", "younger"})
GIVING = frozenset(
    {
        "confirmed",
        "confirms",
        "said",
        "says",
        "counted",
        "counts",
        "reported",
        "reports",
        "recorded",
        "registered",
        "documented",
        "gave",
        "gives",
        "claimed",
        "listed",
        "announced",
        "cited",
    }
)
SPEAKING = (["spoke"], ["spoken"], ["speaks"], ["speaking"], ["talked"], ["told"], ["tells"], ["heard"])
PUTTING = (["put", "it", "at"], ["puts", "it", "at"], ["put", "them", "at"])
ENDS = frozenset({".", ",", ";", "!", '"', "”", ")", "so", "–", "—", "in", "at", "by"})
EXACT = frozenset({"exactly", "between", "about"})


def carry(scene: Scene, found: Sequence[Finding]) -> Finding | None:
    """The first count of a sentence that has no word of harm, as part of the last one of the sentence before."""
    count = scene.counts[0]
    if count.kind not in ("of", "others", "alone") or count.counted.heads or not _describes(scene, count.stop):
        return None
    whole = _whole(scene, found, count.quantity.low or count.quantity.high or 0)
    if whole is None:
        return None
    q, said = count.quantity, found[whole]
    who = scene.victims.predicated(scene.words, count.stop) or said.who
    trigger = count.stop
    return Finding(
        aspect=said.aspect, span=q.span, trigger=trigger, event=trigger, low=q.low, high=q.high, bound=q.bound,
        who=who, part_of=whole, polarity=said.polarity, certainty=said.certainty,
    )  # fmt: skip


def retold(scene: Scene, found: Sequence[Finding]) -> Finding | None:
    """A bare number that somebody gives for what was told in the sentence before: "The doctor confirmed 18."."""
    count = scene.counts[0]
    if len(scene.counts) > 1 or count.kind != "alone" or count.quantity.low == 1 or not _is_given(scene, count):
        return None
    whole = _whole(scene, found, 0)
    if whole is None:
        return None
    q, said = count.quantity, found[whole]
    return Finding(
        aspect=said.aspect, span=q.span, trigger=q.first, event=q.first, low=q.low, high=q.high, bound=q.bound,
        who=said.who, part_of=None, polarity=said.polarity, certainty="certain",
    )  # fmt: skip


def _is_given(scene: Scene, count: Count) -> bool:
    """Whether the number is all that a verb of telling tells: "also says at least 11.", "had spoken of 29."."""
    before, stop = scene.words[max(0, count.first - 3) : count.first], scene.parse.sentence(count.first).stop
    told = bool(before) and (
        before[-1] in GIVING or (before[-1] == "of" and before[-2:-1] in SPEAKING) or before[-3:] in PUTTING
    )
    return told and (count.stop == stop or scene.words[count.stop] in ENDS)


def _describes(scene: Scene, at: int) -> bool:
    """Whether "were" and a noun for people, or an age, follow."""
    first, stop = at, min(at + REACH + 1, scene.parse.sentence(at - 1).stop)
    if (
        first >= stop
        or scene.words[first] not in WERE
        or (scene.counts[0].first > _start(scene) + OPENING and scene.words[scene.counts[0].first - 1] != "that")
    ):
        return False
    return any(scene.words[i] in AGES or _is_person(scene, i) for i in range(first + 1, stop))


def _is_person(scene: Scene, at: int) -> bool:
    return scene.parse.tokens[at].pos in ("NOUN", "PROPN") and scene.victims.group(scene.words[at]) is not None


def _start(scene: Scene) -> int:
    return scene.parse.sentence(scene.counts[0].first).first


def _whole(scene: Scene, found: Sequence[Finding], size: int) -> int | None:
    """The last finding of the sentence before that is no part of another and can hold `size` people."""
    here = scene.parse.sentence(scene.counts[0].first).index
    for k in range(len(found) - 1, -1, -1):
        token = scene.parse.at(found[k].span.start)
        if token is None or token.sentence < here - 1:
            return None
        most = found[k].high if found[k].bound in EXACT else None
        if token.sentence == here - 1 and found[k].part_of is None and (most is None or most > size):
            return k
    return None
