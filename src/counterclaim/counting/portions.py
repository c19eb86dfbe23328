"""Which counts of a sentence are part of which: "12, three of them children", "43: 20 civilians, 23 fighters"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.counting.layout import AND, Count, Scene
from counterclaim.counting.uncounted import INJURED

AMONG = frozenset({"among", "amongst"})
OPENED = AMONG | {"of"}
SHARE_REACH = 3  # tokens from the sentence's start to a count after "of the"
OPENING = frozenset({":", "(", "–", "—"})
OF_WHOM = (["of", "whom"], ["of", "which"])
AMONG_THEM = ["among", "them"]
BEING = (["are"], ["were"], ["is"], ["was"])
REST = (["the", "other"], ["the", "remaining"])
OF_OTHERS = (["of", "others"], ["of", "other"], ["of", "more"])
BRACKET_REACH = 3  # tokens from a count to the bracket behind it: "30 people killed ("
STOPS = frozenset({")", ";", "."})
PLACING = frozenset({"in", "at", "near", "from", "around"})
JOINTS = frozenset({",", "and"})
PARTING = frozenset({",", ";", ".", "|", "/", "-", "–", "—", "(", "•"})  # what parts one label from the next
CLOSED = frozenset({",", ".", ";"})  # what ends those who make up a total
THOSE = frozenset({"the", "those", "these"})
TWO = 2  # parts at least
LABELLED = 2  # tokens of ", women" between two numbers
MARKER_REACH = 3  # tokens between "including" and the count that it opens


def find_portions(scene: Scene) -> dict[int, int]:
    """For each count that is part of another one of the sentence, the index of that other one."""
    found: dict[int, int] = {}
    for i in range(len(scene.counts)):
        total = _total(scene, found, i)
        if total is not None:
            found[i] = total
        for part in _among(scene, found, i):
            found[part] = i
    for i in range(len(scene.counts)):
        if i not in found:
            found.update(dict.fromkeys(_adding_up(scene, found, i) or _set_in(scene, i), i))
    return found


def _adding_up(scene: Scene, found: dict[int, int], i: int) -> list[int]:
    """The bare counts that follow and make up count `i`: "15 were hurt, five by fire and ten by stones"."""
    left = scene.counts[i].quantity.low or 0 if scene.counts[i].kind == "noun" else 0
    parts: list[int] = []
    for k in range(i + 1, len(scene.counts)):
        count = scene.counts[k]
        bare = count.kind == "alone" or (scene.counts[i].kind == "alone" and count.kind in ("noun", "single"))
        alone = bare and not scene.harmed_after(count) and not scene.tells_itself(count)
        if not alone or not left or found.get(k, i) != i or count.quantity.bound != "exactly":
            return []
        parts.append(k)
        left -= count.quantity.low or 0
        if left <= 0:
            return parts if left == 0 and len(parts) > 1 else []
    return []


def _total(scene: Scene, found: dict[int, int], i: int) -> int | None:
    again = _counted_again(scene, i) if i else None
    if i == 0 or again is not None:
        return again
    count, before = scene.counts[i], scene.counts[i - 1]
    nested = _nested(scene, found, i)
    if nested is not None:
        return nested
    shared = count.counted.of and count.counted.bare and not _is_of_others(scene, count)
    shared = shared or scene.words[max(0, count.first - 2) : count.first] in OF_WHOM
    shared = shared or _are_among_them(scene, i)
    shared = shared or (i - 1 in found and _is_the_rest(scene, count))
    if shared or _marked(scene, before, count) or _graded(scene, count) or _opened(scene, before, count):
        return next((k for k in _wholes(found, i) if may_hold(scene.counts[k], count)), None)
    if (
        i - 1 in found
        and (
            scene.joined(before, count)
            or _said_of(scene, before, count)
            or _labelled(scene, before, count)
            or _placed(scene, before, count)
        )
        and may_hold(scene.counts[found[i - 1]], count)
    ):
        return found[i - 1]
    return None


def _are_among_them(scene: Scene, i: int) -> bool:
    """Whether "among them" follows the count, or the list in which it stands: "a nurse and two boys among them"."""
    first, last = scene.lists[i]
    listed = first < i or (i < last and not scene.joined(scene.counts[i - 1], scene.counts[i]))
    ends = (scene.counts[i].stop, scene.counts[last].stop if listed else 0)
    return any(stop and scene.words[stop : stop + 2] == AMONG_THEM for stop in ends)


def _set_in(scene: Scene, i: int) -> list[int]:
    """The counts between commas that make up count `i`: "six people, four guards and two boys, were killed"."""
    first, last = scene.lists[i]
    if i + 1 == len(scene.counts) or first != i:
        return []
    if last > i and scene.victims.group(scene.words[scene.counts[i].head]) != "people":
        return []  # "six women, four children and two men" are twelve
    last = scene.lists[i + 1][1] if last == i else last
    whole, parts = scene.counts[i], scene.counts[i + 1 : last + 1]
    if len(parts) < TWO or not _is_before_comma(scene, whole, parts[0]) or scene.harmed_after(parts[-1]):
        return []
    after = scene.words[parts[-1].stop : parts[-1].stop + 1]
    exact = all(c.quantity.low == c.quantity.high is not None for c in parts)
    same = exact and sum(c.quantity.low or 0 for c in parts) == whole.quantity.low
    return list(range(i + 1, last + 1)) if same and CLOSED.issuperset(after) else []


def _is_before_comma(scene: Scene, whole: Count, part: Count) -> bool:
    """Whether no more than what befell them and a comma stands between a total and the first part."""
    gap = scene.words[whole.stop : part.first]
    if gap[-1:] != [","] or "," in gap[:-1]:
        return False
    told = next((t for t in scene.triggers if t.stop == part.first - 1), None)
    return len(gap) == 1 or (told is not None and scene.light(whole.stop, told.first))


def _nested(scene: Scene, found: dict[int, int], i: int) -> int | None:
    """The count of which another is a part whatever the list says: "30: 12 dead, including five boys, 18 hurt"."""
    count, before = scene.counts[i], scene.counts[i - 1]
    marked = i - 1 in found and scene.harmed_after(before) and _marked(scene, before, count)
    if (marked or _in_brackets(scene, before, count)) and may_hold(before, count):
        return i - 1
    if i > 1 and scene.words[before.first - 1 : count.first] == [",", "one"]:  # "five people, one a child, died"
        return next((k for k in _wholes(found, i - 1) if may_hold(scene.counts[k], count)), None)
    if scene.words[count.first - 1] == ":" and count.kind == "alone":  # "three died and nine were hurt: two in Harl, …"
        rest = sum(c.quantity.low or 0 for c in scene.counts[i:])
        return next((k for k in _wholes(found, i) if scene.counts[k].quantity.low == rest and k < i - 1), None)
    return None


def _is_of_others(scene: Scene, count: Count) -> bool:
    """Whether those it counts are others than the ones told of: "dozens of others"."""
    return scene.words[count.quantity.stop : count.quantity.stop + 2] in OF_OTHERS


def _is_the_rest(scene: Scene, count: Count) -> bool:
    """Whether it counts those that are left: "15 of them died in Harl, the other two on the road"."""
    return scene.words[max(0, count.first - 1) : count.first + 1] == ["the", "other"] or (
        scene.words[max(0, count.first - 2) : count.first] in REST
    )


def _in_brackets(scene: Scene, before: Count, count: Count) -> bool:
    """Whether a bracket behind the count before opens with it: "seven wounded: 30 killed (19 men, 9 women)"."""
    gap = scene.words[before.stop : count.first]
    return len(gap) <= BRACKET_REACH and gap[-1:] == ["("] and all(w not in STOPS for w in gap)


def _placed(scene: Scene, before: Count, count: Count) -> bool:
    """Whether bare numbers share a total out over places: "131 dead: 49 in Harl and its suburbs, 38 in Orm"."""
    if (
        before.kind != "alone"
        or count.kind != "alone"
        or not before.stop < count.first <= count.stop < len(scene.words)
    ):
        return False
    gap = scene.parse.tokens[before.stop : count.first]
    if gap[0].lower not in PLACING or scene.words[count.stop] not in PLACING or gap[-1].lower not in JOINTS:
        return False
    return not any(t.pos in ("VERB", "AUX") or t.lower in STOPS for t in gap)


def _counted_again(scene: Scene, i: int) -> int | None:
    """The count that the number after "of the" takes up: "six dead and ten wounded; three of the six are children"."""
    count = scene.counts[i]
    stop, following = count.quantity.stop, next(iter(scene.counts[i + 1 : i + 2]), None)
    if following is None or scene.words[stop : stop + 2] != ["of", "the"] or following.first != stop + 2:
        return None
    return next((k for k in range(i) if scene.counts[k].quantity.low == following.quantity.low), None)


def _labelled(scene: Scene, before: Count, count: Count) -> bool:
    """Whether the next of several labels in brackets stands before it: "dead: 8 (children 3, women 2)"."""
    gap = scene.words[before.stop : count.first]
    return len(gap) == LABELLED and gap[0] in (",", "and") and scene.victims.label(gap[1]) is not None


def _wholes(found: dict[int, int], i: int) -> Iterator[int]:
    """The counts before `i` that are not parts, the nearest first."""
    return (k for k in range(i - 1, -1, -1) if k not in found)


def _marked(scene: Scene, before: Count, count: Count) -> bool:
    """Whether "including" or the like opens the list that the count stands in."""
    start = max(before.stop, count.first - MARKER_REACH)
    gap = scene.words[start : count.first]
    return any(w in scene.hints.markers for w in gap) and not (gap[-1] in AMONG and count.first - before.stop <= 2)


def _opened(scene: Scene, before: Count, count: Count) -> bool:
    """Whether a colon, dash or bracket sets the count off from the total before it."""
    gap = scene.words[before.stop : count.first]
    if gap[-1:] == [":"] and any(t.stop == count.first - 1 and _is_label(scene, t.first) for t in scene.triggers):
        return False  # "killed: 12, missing: 4"
    return bool(gap) and (
        gap[-1] in OPENING
        or ("(" in gap and ")" not in gap and not any(t.first > before.stop + gap.index("(") for t in scene.triggers))
        or _is_dash(scene, count.first - 1)
        or (":" in gap[-3:] and not any(t.first > before.stop for t in scene.triggers))
    )


def _is_label(scene: Scene, at: int) -> bool:
    """Whether a word of harm stands alone at the head of its item."""
    return scene.words[at - 1] in PARTING


def _said_of(scene: Scene, before: Count, count: Count) -> bool:
    """Whether it is joined to who the part before are said to be: "four of whom are men and one a woman"."""
    gap = scene.words[before.stop : count.first]
    some = before.counted.of or scene.words[max(0, before.first - 2) : before.first] in OF_WHOM
    if not some or gap[:1] not in BEING:
        return False
    return all(w in AND or scene.victims.group(w) is not None for w in gap[1:])


def _is_dash(scene: Scene, at: int) -> bool:
    """Whether the token is a hyphen with a space to either side: "two people died - a man and a woman"."""
    before, mark, after = scene.parse.tokens[at - 1 : at + 2]
    return mark.text == "-" and before.end < mark.start and mark.end < after.start


def _graded(scene: Scene, count: Count) -> bool:
    """Whether the count only says how badly some were hurt: "two were injured, one seriously"."""
    after = scene.words[count.stop : count.stop + 2]
    hurt = any(t.stop == count.first and t.aspects == (INJURED,) for t in scene.triggers)  # "were hurt four seriously"
    if count.counted.heads or not (hurt or scene.words[count.first - 1] in JOINTS) or not after:
        return False
    condition = after[0] == "in" and after[-1] in scene.hints.conditions
    return (after[0] in scene.hints.grades or condition) and not scene.parse.tokens[count.head].dep.startswith("nsubj")


def _shared(scene: Scene, i: int) -> bool:
    """Whether the sentence opens with count `i` as what the next one is taken out of: "of the 38 killed, 20 were"."""
    first, opening = scene.counts[i].first, scene.parse.sentence(scene.counts[i].first).first
    return first - opening <= SHARE_REACH and not OPENED.isdisjoint(scene.words[opening:first])


def _among(scene: Scene, found: dict[int, int], i: int) -> Iterator[int]:
    """The counts that are said to be among count `i`: "a child among three people"."""
    count = scene.counts[i]
    if i == 0 and len(scene.counts) > 1 and _shared(scene, i) and may_hold(count, scene.counts[1]):
        yield from range(1, scene.lists[1][1] + 1)
    before = scene.words[count.first - 1 - (scene.words[count.first - 1] in THOSE)]
    if i == 0 or before not in AMONG:
        return
    k = next(_wholes(found, i), None)
    if k is None:
        return
    first, last = scene.lists[k]
    for part in range(first, max(last, k) + 1):
        if part != i and part not in found and may_hold(count, scene.counts[part]):
            yield part


def may_hold(whole: Count, part: Count) -> bool:
    """Whether the numbers allow the one count to be part of the other."""
    if whole.quantity.low is None and whole.quantity.high is None:
        return True
    most = whole.quantity.high if whole.quantity.bound in ("exactly", "between", "about") else None
    least = part.quantity.low or 0
    return most is None or least <= most
