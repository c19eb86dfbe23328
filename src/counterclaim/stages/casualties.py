"""Counts to casualty findings: which aspect governs the count, who the victims are, which is part of which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from counterclaim.counting.carried import carry, gapped, given, heading, listed, retold
from counterclaim.counting.doubts import load_doubts
from counterclaim.counting.fates import Fate, find_fates, last_names
from counterclaim.counting.got_away import got_away
from counterclaim.counting.governing import Governing
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Scene
from counterclaim.counting.linker import Linker
from counterclaim.counting.moved_wounded import as_wounded
from counterclaim.counting.pronouns import taken_up
from counterclaim.counting.rows import rows
from counterclaim.counting.scenes import find_scenes
from counterclaim.counting.shared_out import said_on, shared
from counterclaim.counting.uncounted import KILLED, load_cues, take_in
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Quantity, Who
from counterclaim.syntax import Parse


def find_casualties(
    parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon, governing: Governing
) -> tuple[Finding, ...]:
    """Find killed, injured, missing, detained, displaced and evacuated, in page order; `part_of` is an index in it."""
    found: list[Finding] = []
    fates: list[Fate] = []
    names, deadly = last_names(parse), False
    untold: Scene | None = None  # the sentence before, where it counts people and says nothing of what befell them
    over: tuple[Trigger, int] | None = None  # the heading of a list, and the sentence down to which it reaches
    for scene in find_scenes(parse, quantities, lexicon):
        deadly = deadly or any(scene.words[t.first] in scene.hints.deadly for t in scene.triggers)
        fates.extend(find_fates(scene, load_doubts(lexicon), KILLED, names))
        told = len(found)
        if scene.counts and scene.triggers:
            linker = Linker(scene, governing, load_doubts(lexicon), _said_last(scene, found))
            found.extend(as_wounded(_unknown(_linked(scene, found, linker), found, parse), found, scene))
        elif scene.counts:
            below = list(listed(scene, over[0])) if over and over[1] == scene.index - 1 else []
            found.extend(below or _untold(scene, found, (carry, retold, rows, shared, gapped)))
            over = (over[0], scene.index) if over and below else None
        elif above := heading(scene):
            over = above, scene.index
        elif untold is not None:
            found.extend(taken_up(scene, untold))
        untold = scene if scene.counts and len(found) == told else None
    return take_in(found, fates, parse, load_victims(lexicon), load_cues(lexicon), deadly=deadly)


def _linked(scene: Scene, found: Sequence[Finding], linker: Linker) -> Sequence[Finding]:
    """What the words of harm of a sentence tell of its counts, and a bare number that somebody gives before them."""
    at = given(scene)
    again = at is not None and not any(linker.told[: at + 1])  # "the number was 20, and three were missing"
    lead = list(retold(scene, found)) if again else []
    told = [*lead, *linker.findings(len(found) + len(lead))]
    if not told:
        return _untold(scene, found, (carry, shared, gapped))
    rest = tuple(c for c, known in zip(scene.counts, linker.told, strict=True) if not known)
    if lead or not rest:
        return told
    if rest[0].kind != "of":
        return [*told, *said_on(scene, told, rest)]
    return [
        *told,
        *carry(replace(scene, counts=rest), found),
    ]  # "said seven of the victims were women and two were hurt"


Way = Callable[[Scene, Sequence[Finding]], Iterator[Finding]]


def _untold(scene: Scene, found: Sequence[Finding], ways: Sequence[Way]) -> Sequence[Finding]:
    """What the first way that knows anything makes of a sentence no word of which governs its counts."""
    return next((told for way in ways if (told := list(way(scene, found)))), ())


def _unknown(told: Sequence[Finding], found: Sequence[Finding], parse: Parse) -> Sequence[Finding]:
    """What a sentence tells without those told of before or got away; a part whose whole goes stands alone."""
    before = [_known_as(f, [*found, *told[:k]], parse) for k, f in enumerate(told)]
    away = [got_away(f, found, parse) for f in told]
    if all(k is None for k in before) and not any(away):
        return told
    kept = [k for k, again in enumerate(before) if again is None and not away[k]]
    left, place = [told[k] for k in kept], [len(found) + k for k in kept]
    new = {old: len(found) + n for n, old in enumerate(place)}
    new |= {len(found) + k: again for k, again in enumerate(before) if again is not None and again < len(found)}
    return [f if f.part_of is None or f.part_of < len(found) else replace(f, part_of=new.get(f.part_of)) for f in left]


def _known_as(f: Finding, found: Sequence[Finding], parse: Parse) -> int | None:
    """Which one told of before it tells again, by a bare number: "killed three; … killed the three"."""
    at = parse.within(f.span)[0]
    if f.low is None or f.low < 2 or at == 0 or parse.tokens[at - 1].lower != "the" or not _is_bare(f, parse):
        return None
    return next((k for k, g in enumerate(found) if f.low == g.low and f.aspect == g.aspect), None)


def _is_bare(f: Finding, parse: Parse) -> bool:
    return f.span.exact.isalnum() and parse.tokens[parse.within(f.span)[1] - 1].pos == "NUM"


def read_scenes(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Scene]:
    """The sentences that have a count and a word of harm."""
    return (scene for scene in find_scenes(parse, quantities, lexicon) if scene.counts and scene.triggers)


def _said_last(scene: Scene, found: Sequence[Finding]) -> Who | None:
    """Who the last people are of whom the sentence before tells."""
    token = scene.parse.at(found[-1].span.start) if found else None
    return found[-1].who if token is not None and token.sentence == scene.index - 1 else None
