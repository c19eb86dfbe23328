"""Counts that have no word of harm in their sentence and take what a sentence before tells.

"Eight people died. Five of them were children." "They have 24 dead. The doctor confirmed 18." "Killed:", and who they
are in the lines below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.counting.given import is_given
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Count, Scene
from counterclaim.counting.portions import find_portions
from counterclaim.counting.shares import narrowed, share_stop
from counterclaim.model import COUNTED, Certainty, Finding, Who

OPENING = 2  # tokens that may stand before the count
REACH = 5  # tokens from "were" to the noun or the age
WERE = frozenset({"were", "was", "are", "is"})
BELONGING = (["belonged", "to"], ["came", "from"], ["were", "from"], ["are", "from"], ["belong", "to"], ["was", "from"])
AGES = frozenset({"under", "over", "below", "aged", "between", "younger"})
ENDS = frozenset({".", ",", ";", "!", '"', "”", ")", "so", "–", "—", "in", "at", "by"})
CLOSING = frozenset({".", ";", ":", "–", "—", ")", "!"})  # what ends a line that leaves its verb out
EXACT = frozenset({"exactly", "between", "about"})
PLACE = 5  # tokens of a place between those told of and "were from"
TIMES = 10  # how many times a toll another number for it may be
RETOLD = 5  # sentences back to the toll for which somebody gives another number
PLACES = frozenset({"in", "at", "on", "from", "near", "around"})  # what opens a line that leaves its verb out
TOLLS = ("killed", "injured", "missing")  # of which numbers are given again, and in which order they are thought of
FURTHER = 2  # sentences back to those of whom "five of them" are some
HEADING = 5  # tokens at most of a line that heads a list
HEADED = frozenset({"state", "counted", "past", "active", "noun"})  # forms of a word that may head a list
AFTER_HEADING: tuple[list[str], ...] = ([], [":"], ["-"], ["–"])
ITEMS = frozenset({"-", "–", "—", "•", "·", "►", "*", "▪", "+", "●"})  # what opens an item of a list


def carry(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """The counts of a sentence that says who some of those were of whom the one before tells, as parts of them."""
    counts = [c for c, aside in zip(scene.counts, scene.bystanders, strict=True) if not aside]
    count = counts[0] if counts else scene.counts[0]
    named = any(scene.words[h] not in scene.hints.victims_told for h in count.counted.heads)
    if count.kind not in ("of", "others", "alone") or named or not _describes(scene, count):
        return
    reach = FURTHER if count.kind == "of" else 1
    dead = any(scene.words[h] in scene.hints.victims_told for h in count.counted.heads)
    size = count.quantity.low or count.quantity.high or 0
    whole = whole_before(scene, found, size, reach, TOLLS[:1]) if dead else None
    whole = whole_before(scene, found, size, reach) if whole is None else whole
    if whole is None:
        return
    left = found[whole].low or 0
    shared = share_stop(scene.words, count.quantity.stop, True, scene.victims) is not None
    again = [c for c in counts[1:2] if shared and c.first <= count.quantity.stop + 2]
    if again and again[0].quantity.low != left:  # "five of the 12 victims were children"
        return
    again += [c for c in counts[1:2] if c.first == count.stop + 1 and scene.words[count.stop] in WERE]  # who it was
    for part in (c for c in counts if c not in again):
        left -= part.quantity.low or 0
        said = not part.counted.heads and not WERE.isdisjoint(scene.words[part.stop : part.stop + 1])
        if part is not count and (left < 0 or not (said or _goes_on(scene, part))):
            return
        own = scene.victims.who(scene.words, part.first, part.counted)
        who = narrowed(own, scene.victims.predicated(scene.words, part.stop)) or found[whole].who
        yield taking(scene, part, found[whole], who, whole)


def _goes_on(scene: Scene, part: Count) -> bool:
    """Whether the verb is left out before a part: "Seven were rebels and five soldiers."."""
    joined = scene.words[part.first - 1] in ("and", ",", ";")
    ended = (ENDS | {"and"}).issuperset(scene.words[part.stop : part.stop + 1])
    return joined and part.counted.known and bool(part.counted.heads) and ended


def retold(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """A bare number that somebody gives for what a sentence before tells: "The doctor confirmed 18.", and its parts."""
    first = given(scene)
    if first is None:
        return
    count, portions = scene.counts[first], find_portions(scene)
    labelled = scene.words[count.first - 1] == ":"
    told = _last_told(scene, [f for f in found if f.aspect in TOLLS or not labelled], RETOLD, count)
    if told is None:
        return
    yield taking(scene, count, told, told.who, None)
    for part in (c for i, c in enumerate(scene.counts) if portions.get(i) == first):
        who = scene.victims.who(scene.words, part.first, part.counted)
        yield taking(scene, part, told, who or told.who, len(found))


def given(scene: Scene) -> int | None:
    """The index of the bare number that is all that somebody tells in a sentence."""
    bare = (i for i, c in enumerate(scene.counts) if c.kind == "alone" and c.quantity.low != 1)
    return next((i for i in bare if is_given(scene, scene.counts[i])), None)


def gapped(scene: Scene, found: Sequence[Finding]) -> Iterator[Finding]:
    """A count whose line says only where or when, of what the line before tells: "In Benue, eleven."."""
    count, sentence = scene.counts[0], scene.parse.sentence(scene.counts[0].first)
    if len(scene.counts) > 1 or count.kind not in ("alone", "others", "noun") or count.quantity.low == 1:
        return
    opening = scene.parse.tokens[sentence.first : count.first]
    if not opening or opening[0].lower not in PLACES or any(t.pos in ("VERB", "AUX") for t in opening):
        return
    ended = count.stop >= sentence.stop or scene.words[count.stop] in CLOSING
    told = _last_told(scene, found, 1) if ended else None
    if told is not None:
        yield taking(scene, count, told, scene.victims.who(scene.words, count.first, count.counted) or told.who, None)


def _last_told(scene: Scene, found: Sequence[Finding], reach: int, like: Count | None = None) -> Finding | None:
    """The first whole finding of the last sentence that has any, up to `reach` before, the dead before the hurt.

    With `like` only those are thought of for which that count may be another number.
    """
    here, last = scene.index, None
    nearest: list[Finding] = []
    for f in reversed(found):
        token = scene.parse.at(f.span.start)
        if token is None or token.sentence < here - reach or (last is not None and token.sentence != last):
            break
        if like is not None and not _is_like(like, f, here - token.sentence):
            continue
        if token.sentence < here and f.part_of is None and f.polarity == "affirms":
            last = token.sentence
            nearest.insert(0, f)
    return min(nearest, key=lambda f: f.aspect != TOLLS[0], default=None)


def _is_like(count: Count, told: Finding, back: int) -> bool:
    """Whether a count may be another number for a finding some sentences back: neither is many times the other."""
    one, other = (x.low or x.high or 0 for x in (count.quantity, told))
    return (told.aspect in TOLLS or back == 1) and one <= other * TIMES and other <= one * TIMES


def heading(scene: Scene) -> Trigger | None:
    """The word of harm that a short line puts over a list: "Killed:", "The wounded"."""
    t = scene.triggers[-1]
    sentence = scene.parse.sentence(t.first)
    after = scene.words[t.stop : sentence.stop]
    placed = after[-1:] == [":"] and after[0] in PLACES and t.first == sentence.first  # "Killed in Harl:"
    short = sentence.stop - sentence.first <= HEADING and (after in AFTER_HEADING or placed)
    return t if short and not t.weak and not t.passive and t.forms & HEADED else None


def listed(scene: Scene, over: Trigger) -> Iterator[Finding]:
    """The people with whom a line opens under a heading that says what became of them."""
    at, count = scene.parse.sentence(scene.counts[0].first).first, scene.counts[0]
    at += scene.words[at] in ITEMS and at < count.first
    if count.first != at or not count.counted.heads or not count.counted.known:
        return
    first, last = scene.lists[0]
    for part in scene.counts[first : last + 1]:
        who = scene.victims.who(scene.words, part.first, part.counted) or "people"
        for aspect in over.aspects:
            yield _finding(scene, part, aspect, who)


def taking(scene: Scene, count: Count, said: Finding, who: Who | None, part_of: int | None) -> Finding:
    """A finding that has what it does not say itself from another."""
    last = scene.parse.sentence(count.first).stop - 1  # a page may end with the count
    q, at = count.quantity, count.first if part_of is None else min(count.stop, last)
    certainty: Certainty = "certain" if part_of is None else said.certainty
    whole = count.counted.heads and count.counted.known and not count.counted.of and part_of is not None
    span = scene.parse.span(q.first, count.stop) if whole else q.span
    return replace(
        said, span=span, trigger=at, event=at, low=q.low, high=q.high, bound=q.bound, who=who,
        part_of=part_of, certainty=certainty,
    )  # fmt: skip


def _finding(scene: Scene, count: Count, aspect: str, who: Who) -> Finding:
    q = count.quantity
    span = scene.parse.span(q.first, max(q.stop, *(h + 1 for h in count.counted.heads)))
    return Finding(
        aspect=aspect, span=span, trigger=q.first, event=q.first, low=q.low, high=q.high, bound=q.bound, who=who
    )


def _describes(scene: Scene, count: Count) -> bool:
    """Whether "were" and a noun for people, or an age, follow a count near the beginning of what is said."""
    first = (count.kind == "of" and share_stop(scene.words, count.quantity.stop, True, scene.victims)) or count.stop
    stop = min(first + REACH + 1, scene.parse.sentence(count.first).stop)
    start = scene.parse.sentence(count.first).first
    if count.kind == "of" and scene.words[first : first + 2] in BELONGING:
        return True
    if count.kind == "of" and scene.words[first : first + 1] == ["in"]:  # "13 of those in Harl were from one family"
        first = next((i for i in range(first + 1, min(first + PLACE, stop)) if scene.words[i] in WERE), first)
        if scene.words[first : first + 2] in BELONGING:
            return True
    if first >= stop or scene.words[first] not in WERE:
        return False
    harmed = any(scene.words[h] in scene.hints.victims_told for h in count.counted.heads)
    if count.kind == "of" and harmed and scene.parse.tokens[min(first + 1, stop - 1)].pos == "NOUN":
        return scene.parse.tokens[first + 1].tag in ("NN", "NNS") and first + 2 < stop
    before = scene.words[count.first - 1]
    if count.first > start + OPENING and before != "that" and not (count.kind == "of" and before in scene.hints.giving):
        return False
    return any(scene.words[i] in AGES or _is_person(scene, i) for i in range(first + 1, stop))


def _is_person(scene: Scene, at: int) -> bool:
    return scene.parse.tokens[at].pos in ("NOUN", "PROPN") and scene.victims.group(scene.words[at]) is not None


def whole_before(
    scene: Scene, found: Sequence[Finding], size: int, reach: int = 1, aspects: Sequence[str] = COUNTED
) -> int | None:
    """The last finding of up to `reach` sentences before that is no part of another and can hold `size` people."""
    here = scene.parse.sentence(scene.counts[0].first).index
    for k in range(len(found) - 1, -1, -1):
        token = scene.parse.at(found[k].span.start)
        if token is None or token.sentence < here - reach:
            return None
        most = found[k].high if found[k].bound in EXACT else None
        fits = found[k].part_of is None and found[k].aspect in aspects and (most is None or most > size)
        if token.sentence < here and fits:
            return k
    return None
