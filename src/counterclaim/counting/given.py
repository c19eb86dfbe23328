"""Bare numbers that somebody gives for what was told before: "The doctor confirmed 18.", "corrected this to six"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.counting.layout import Count, Scene

RISING = frozenset(
    {"rises", "rose", "risen", "climbs", "climbed", "is", "was", "stands", "stood", "now", "reached", "to", "at"}
    | {"becomes", "became"}
)
QUOTES = frozenset({'"', "“", "``", "‘"})
OF = frozenset({"of", "to"})
SPEAKING = (
    ["admitted"],
    ["confessed"],
    ["spoke"],
    ["spoken"],
    ["speaks"],
    ["speaking"],
    ["talked"],
    ["told"],
    ["tells"],
    ["heard"],
)
PUTTING = (["put", "it", "at"], ["puts", "it", "at"], ["put", "them", "at"])
BEING = frozenset({"was", "is", "at"})
FIGURES = (["number"], ["total"], ["figure"], ["toll"], ["tally"], ["count"], ["stands"], ["stood"])
FIGURED = (
    ["figure", "of"],
    ["number", "at"],
    ["figure", "at"],
    ["is", "now"],
    ["stands", "now"],
    ["now", "stands"],
    ["that", "makes"],
    ["total", "to"],
    ["figure", "as"],
    ["number", "as"],
    ["toll", "as"],
    ["settled", "on"],
    ["it", "was"],
    ["it", "is"],
    ["closer", "to"],
)  # what only a figure follows, where a toll is told before
PUT_RIGHT = 3  # tokens of "corrected this to"
TAKEN_UP = frozenset({"this", "that", "it"})  # a figure that is put right: "corrected this to six"
ENDS = frozenset({".", ",", ";", "!", '"', "”", ")", "so", "–", "—", "in", "at", "by"})
LABEL = 8  # tokens of a line that says who gives the number after its mark


def is_given(scene: Scene, count: Count) -> bool:
    """Whether the number is all that a verb of telling tells: "also says at least 11.", "had spoken of 29."."""
    stop = scene.parse.sentence(count.first).stop
    first = count.first - (count.first > 0 and scene.words[count.first - 1] in QUOTES)
    before = scene.words[max(0, first - 3) : first]
    told = bool(before) and (
        before[-1] in scene.hints.giving
        or (before[-1] in BEING and before[-2:-1] in FIGURES)
        or (before[-1] in OF and (before[-2:-1] in SPEAKING or before[-3:-2] in SPEAKING))
        or scene.words[count.stop : count.stop + 2] == ["according", "to"]
        or before[-3:] in PUTTING
        or before[-2:] in FIGURED
        or _is_put_right(scene, before, scene.parse.sentence(count.first).first)
        or is_figure(before)
        or _is_labelled(scene, count, stop)
    )
    return told and (count.stop == stop or scene.words[count.stop] in ENDS)


def _is_labelled(scene: Scene, count: Count, stop: int) -> bool:
    """Whether all that a line says is who gives the number: "Hospital director: 19.", "Toll at noon: 31"."""
    first = scene.parse.sentence(count.first).first
    label = scene.words[first : count.first - 1]
    if scene.words[count.first - 1] != ":" or not label or len(label) > LABEL or count.quantity.low == 1:
        return False
    if count.stop < stop and scene.words[count.stop] not in (".", "!"):
        return False
    last = scene.parse.tokens[count.first - 2]
    named = last.tag != "NNS" and scene.victims.group(label[-1]) is not None
    figured = any([w] in FIGURES and after != "of" for w, after in pairwise([*label, ""]))
    return named or figured or label[-1] in scene.hints.bodies_giving


def _is_put_right(scene: Scene, before: Sequence[str], opening: int) -> bool:
    """Whether a figure told before changes: "corrected this to six", "It has since risen to 15."."""
    if before[-1] != "to" or len(before) < PUT_RIGHT:
        return False
    risen = before[-2] in scene.hints.risen and scene.words[opening] in TAKEN_UP
    return risen or (before[-2] in TAKEN_UP and before[-3] in scene.hints.correcting)


def is_figure(before: Sequence[str]) -> bool:
    """Whether "number" and words for rising lead to a figure: "the number rises to 8", "number now at 12"."""
    rising = next((k for k in range(len(before) - 1, -1, -1) if before[k] not in RISING), None)
    return rising is not None and rising < len(before) - 1 and [before[rising]] in FIGURES
