"""Lines that share a total out: "Idlib: 6" below "11 civilians were killed", "Tarnholt: 9 by shelling", "• 4 boys"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.counting.carried import ITEMS
from counterclaim.counting.layout import Count, Scene
from counterclaim.model import Finding
from counterclaim.syntax import FINITE

LABEL = 6  # tokens at most before the mark that ends a line's label
LINE = 40  # tokens at most of such a line
BELOW = 3  # sentences from the total, or from the line before, down to a line
DONE = FINITE | {"VBN"}  # "• 4 prisoners freed" tells what became of them itself
MARKS = frozenset({":", "–", "—", "-"})
NAMES = frozenset({"PROPN", "NOUN", "ADJ"})  # what the parser takes a place's name for at the start of a line


def rows(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """The counts of such a line as parts of the total above it, whose numbers they stay below."""
    whole = _total(scene, found) if _is_row(scene) or _is_item(scene, found) else None
    if whole is None:
        return
    for count in scene.counts:
        if _fits(count, found[whole]):
            yield _part(scene, count, found[whole], whole)


def _is_row(scene: Scene) -> bool:
    """Whether a name opens the line, its first count stands right behind a mark, and no sentence is told in it."""
    tokens = scene.parse.tokens
    sentence = scene.parse.sentence(scene.counts[0].first)
    first = sentence.first + (scene.words[sentence.first] in ITEMS)
    at = scene.counts[0].quantity.first - 1
    if not first < at <= first + LABEL or scene.words[at] not in MARKS or sentence.stop - first > LINE:
        return False
    named = tokens[at - 1].pos in NAMES and tokens[at - 1].tag != "NNS" and tokens[first].text[:1].isupper()
    if not named or not scene.hints.other_labels.isdisjoint(scene.words[first:at]):
        return False
    return not any(t.tag in FINITE for t in tokens[first : sentence.stop])


def _is_item(scene: Scene, found: Sequence[Finding]) -> bool:
    """Whether an item of a list opens with people, right below a total before a colon or an item: "• 24 civilians"."""
    tokens, sentence, count = scene.parse.tokens, scene.parse.sentence(scene.counts[0].first), scene.counts[0]
    if scene.words[sentence.first] not in ITEMS or count.first != sentence.first + 1 or not count.counted.known:
        return False
    behind = tokens[count.stop : min(count.stop + 1, sentence.stop)]
    if not found or any(t.tag in DONE for t in (*tokens[sentence.first : count.stop], *behind)):
        return False
    above = scene.parse.at(found[-1].span.start)
    if above is None or above.sentence != scene.index - 1:
        return False
    if found[-1].part_of is None:
        return scene.words[sentence.first - 1] == ":"
    return scene.words[scene.parse.sentence(above.index).first] in ITEMS


def _total(scene: Scene, found: Sequence[Finding]) -> int | None:
    """The finding above that is shared out: the last one, or that of which the line before tells parts."""
    if not found:
        return None
    token = scene.parse.at(found[-1].span.start)
    if token is None or scene.index - token.sentence > BELOW:
        return None
    part_of = found[-1].part_of
    return len(found) - 1 if part_of is None else part_of


def _fits(count: Count, total: Finding) -> bool:
    low = count.quantity.low
    apart = count.counted.thing or count.counted.of
    return count.may_be_people and not apart and low is not None and total.low is not None and low < total.low


def _part(scene: Scene, count: Count, total: Finding, whole: int) -> Finding:
    q = count.quantity
    stop = max((q.stop, *(h + 1 for h in count.counted.heads if count.counted.known)))
    return replace(
        total, span=scene.parse.span(q.first, stop), trigger=q.first, event=q.first, low=q.low, high=q.high,
        bound=q.bound, who=scene.victims.who(scene.words, count.first, count.counted) or total.who, part_of=whole,
    )  # fmt: skip
