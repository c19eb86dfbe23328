"""What speaks for and against a word of harm governing a count, as named features for the model in governing.py."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import AND, RELATIVE, Count, Scene
from counterclaim.counting.placing import Placing
from counterclaim.syntax import Token

STRONG = frozenset({";", ":", "—", "|", "(", ")", "…", "?", "!"})
OBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
PREPOSITIONS = frozenset(
    {"of", "by", "in", "with", "from", "to", "for", "at", "against", "between", "on", "than", "as"}
)
CLOSE = frozenset({"next", "light", "article", "arrived"})  # gaps that need no closer look
LENGTHS = ((0, "0"), (2, "2"), (5, "5"), (10, "10"), (20, "20"))
MANY = 3  # so many and more are alike
NOT_REACH = 4  # tokens before a trigger where "not" is looked for


def for_trigger(scene: Scene, i: int, t: Trigger, place: Placing) -> tuple[str, ...]:
    """The features of trigger `t` governing count `i`."""
    return tuple(_features(scene, i, t, place))


def for_none(scene: Scene, i: int) -> tuple[str, ...]:
    """The features of nothing governing count `i`."""
    return tuple(_none(scene, i))


def _features(scene: Scene, i: int, t: Trigger, place: Placing) -> Iterator[str]:
    count, side, gap = scene.counts[i], place.side, place.gap
    base, kind = f"{side}:{place.role}", count.kind
    yield from (base, f"{base}:{gap}", f"{base}:{kind}", f"{side}:{gap}:{kind}")  # no aspect: that does not carry over
    if t.weak:
        yield from (f"{base}:weak", f"{side}:weak:{gap}", f"weak:{kind}")
    if base == "R:past" and count.counted.heads:
        yield f"{base}:who:{scene.victims.group(scene.words[count.head])}"
    if gap not in CLOSE:
        yield from _between(scene, base, "T" if "toll" in t.forms else side, place)
    yield from _rivals(scene, base, i, t)
    yield f"tree:{place.role}:{_path(scene, count.head, t)}"
    if not (side == "R" and scene.words[place.start : place.stop] == ["to"]):  # "forced thousands to flee" did happen
        yield from _mood(scene, t)


def _between(scene: Scene, base: str, side: str, place: Placing) -> Iterator[str]:
    start, stop = place.start, place.stop
    tokens, words = scene.parse.tokens[start:stop], scene.words[start:stop]
    yield f"{side}:len{next((name for n, name in LENGTHS if len(tokens) <= n), '+')}"
    verbs, preps, objects = _kinds(tokens, words, scene.hints.light)
    yield f"{side}:verbs{min(verbs, 3)}"
    yield f"{base}:verbs{min(verbs, 1)}"
    yield f"{side}:triggers{min(scene.beside.triggers_in(start, stop), 2)}"
    yield f"{side}:counts{min(scene.beside.counts_in(start, stop), 2)}"
    yield f"{side}:preps{min(preps, 3)}"
    yield f"{base}:objects{min(objects, 2)}"
    for name, cues in (("strong", STRONG), ("comma", {","}), ("relative", RELATIVE), ("and", {"and"})):
        if not cues.isdisjoint(words):
            yield f"{side}:{name}"
    if not scene.hints.markers.isdisjoint(words):
        yield f"{side}:marker"


def _kinds(tokens: Sequence[Token], words: Sequence[str], light: Set[str]) -> tuple[int, int, int]:
    """How many verbs, prepositions and nouns or pronouns stand there, beyond MANY at a guess; auxiliaries left out."""
    verbs = preps = objects = 0
    for token, word in zip(tokens, words, strict=True):
        if token.pos == "VERB":
            verbs += word not in light
        elif token.pos == "ADP":
            preps += 1
        elif token.pos in OBJECTS:
            objects += 1
            if min(verbs, preps, objects) >= MANY:
                break
    return verbs, preps, objects


def _rivals(scene: Scene, base: str, i: int, t: Trigger) -> Iterator[str]:
    """Other triggers beside the count, and other counts beside the trigger."""
    first, last = scene.lists[i]
    for u in scene.beside.after(scene.counts[last].stop):
        if u is not t:
            yield f"{base}:trigger-after"
    for u in scene.beside.before(scene.counts[first].first):
        if u is not t:
            yield f"{base}:trigger-before"
    for j in scene.beside.counts_before(t.first):
        if not first <= j <= last:
            yield f"{base}:count-before"
    for j in scene.beside.counts_after(t.stop):
        if not first <= j <= last:
            own = scene.beside.after(scene.counts[j].stop)
            yield f"{base}:count-after" + ("-own" if own else "")
    if t.stop < len(scene.words) and scene.parse.tokens[t.stop].pos in ("DET", "PRON"):
        yield f"{base}:object-after"


def _path(scene: Scene, head: int, t: Trigger) -> str:
    """The way in the tree from the count's head up to the trigger, or from the trigger up to it."""
    deps = [scene.parse.tokens[head].dep]
    for above in scene.parse.ancestors(head):
        if t.first <= above.index < t.stop:
            return ">".join(deps)
        if len(deps) == 3:
            break
        deps.append(above.dep)
    below = [scene.parse.tokens[t.first].dep]
    for above in scene.parse.ancestors(t.first):
        if above.index == head:
            return "<".join(below)
        if len(below) == 2:
            break
        below.append(above.dep)
    return "none"


def _mood(scene: Scene, t: Trigger) -> Iterator[str]:
    before = scene.words[max(0, t.first - NOT_REACH) : t.first]
    if t.infinitive:
        yield "mood:infinitive"
    if t.modal:
        yield "mood:modal"
    if "not" in before or "n't" in before:
        yield "mood:not"


def _none(scene: Scene, i: int) -> Iterator[str]:
    count = scene.counts[i]
    kind = count.kind
    yield from ("none", f"none:{kind}")
    start = scene.counts[scene.lists[i][0]].first
    if start > 1 and scene.words[start - 1] == "," and scene.parse.tokens[start - 2].pos == "PROPN":
        yield f"none:after-name:{kind}"
    token = scene.parse.tokens[count.head]
    head = scene.parse.head(count.head)
    yield f"none:dep:{token.dep}"
    governs = any(t.first <= head.index < t.stop for t in scene.triggers)
    yield f"none:under:{'trigger' if governs else head.pos}:{token.dep}"
    if count.counted.heads:
        yield f"none:who:{scene.victims.group(scene.words[count.head])}"
    yield from _beside(scene, count, kind)


def _beside(scene: Scene, count: Count, kind: str) -> Iterator[str]:
    sentence = scene.parse.sentence(count.first)
    before = scene.parse.tokens[count.first - 1] if count.first > sentence.first else None
    after = scene.parse.tokens[count.stop] if count.stop < sentence.stop else None
    if before is not None:
        word = scene.words[before.index]
        yield f"none:before:{word if word in PREPOSITIONS or word in AND else before.pos}"
    if after is not None:
        yield f"none:after:{after.pos}"
        if scene.words[after.index] in scene.hints.speech:
            yield f"none:speaks:{kind}"
