"""Sentences that say who some of those are of whom a page has told: "Of the 12, five were children"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.counting.carried import FURTHER, WERE, taking, whole_before
from counterclaim.counting.layout import Count, Scene
from counterclaim.counting.shares import narrowed
from counterclaim.model import Finding

BEING_SO = tuple([w] for w in sorted(WERE))
SHARED = 5  # tokens of "of the terrorists," before the first of them
SOME = (["the"], ["those"], ["them"], ["these"])
INCLUDING = (["included"], ["include"], ["were"], ["are"])


def shared(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """The bare counts of a sentence that opens with those of whom they are some: "Of the dead, 33 were from Kaduna"."""
    sentence = scene.parse.sentence(scene.counts[0].first)
    opening = scene.words[sentence.first : sentence.first + 2]
    again = scene.counts[0].first == sentence.first + opening.index("the") + 1 if "the" in opening else False
    counts = scene.counts[again:]  # "Of the 12, five were children"
    near = bool(counts) and counts[0].first - sentence.first <= SHARED
    told = scene.words[scene.counts[0].stop : scene.counts[0].stop + 1] if again else opening[1:]
    including = told in INCLUDING and (again or opening[0] in ("they", "these"))
    listed = near and (including or (opening[:1] in (["of"], ["among"]) and opening[1:] in SOME))
    end = scene.counts[scene.lists[0][1]].stop
    after = scene.words[end : end + 3]
    if not listed and (again or after[:1] not in BEING_SO or after[1:] != ["among", "them"]):
        return
    whole = whole_before(scene, found, counts[0].quantity.low or 0, FURTHER)
    if whole is None or (again and found[whole].low != scene.counts[0].quantity.low):
        return
    left = found[whole].low or 0
    for part in counts:
        left -= part.quantity.low or 0
        if left < 0 or part.kind not in ("alone", "noun", "single"):
            return
        own = scene.victims.who(scene.words, part.first, part.counted)
        who = narrowed(own, scene.victims.predicated(scene.words, part.stop)) or found[whole].who
        yield taking(scene, part, found[whole], who, whole)


def said_on(scene: Scene, told: Sequence[Finding], rest: Sequence[Count]) -> Iterator[Finding]:
    """The bare counts joined to a share of a sentence: "Of the dead, five were children and two were women"."""
    for count in rest:
        last, first = told[-1], scene.words[count.first - 1]
        if last.part_of is None or count.kind != "alone" or first not in ("and", ","):
            return
        if WERE.isdisjoint(scene.words[count.stop : count.stop + 1]):
            return
        who = scene.victims.predicated(scene.words, count.stop)
        if who is None:
            return
        yield taking(scene, count, last, who, last.part_of)
