"""How the voices on one question stand to each other, in a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import combinations

from counterclaim.linking.questions import OF_THESE
from counterclaim.linking.ranges import is_denied, is_one_figure, meet_all
from counterclaim.linking.relations import relate, relation_read
from counterclaim.linking.witnesses import Witnesses, is_apart
from counterclaim.model import RESPONSIBILITY, Position, RelationKind, Verdict

RIVAL = frozenset({RelationKind.BLAMES, RelationKind.COUNTER_BLAMES})


def judge(
    positions: Sequence[Position], voices: Sequence[str], replaced: Collection[str], witnesses: Witnesses
) -> Verdict:
    """The verdict on one question; `voices` are the independent ones, `replaced` the ids of what does not stand."""
    if any(is_denied(p) and _denies(p, positions, witnesses) for p in positions):
        return Verdict.DENIED
    named = [p for p in positions if p.voice in voices]
    if positions[0].aspect == RESPONSIBILITY and _are_rivals(positions, voices, witnesses):
        return Verdict.RIVAL
    if len(voices) > 1:
        return _of_several([p for p in named if p.id not in replaced], witnesses)
    if any(p.id in replaced for p in named):
        return Verdict.REVISED
    values = {p.value for p in named}
    unnamed = {p.voice for p in positions if p.voice and is_apart(p.voice)}
    repeating = [p for p in positions if p.voice in voices or (p.value in values and p.voice not in unnamed)]
    pages = {c.document for p in repeating for c in p.claims}
    return Verdict.REPEATED if len(voices) == 1 and len(pages) > 1 else Verdict.SINGLE


def _are_rivals(positions: Sequence[Position], voices: Collection[str], witnesses: Witnesses) -> bool:
    """Whether voices, be they unnamed, name different parties: not the page's own word, which names what it is told."""
    heard = [p for p in positions if p.voice in voices or (p.voice and is_apart(p.voice))]
    found = (relate(a, b, witnesses) for a, b in combinations(heard, 2))
    return any(r is not None and r.kind in RIVAL for r in found)


def _denies(denial: Position, positions: Sequence[Position], witnesses: Witnesses) -> bool:
    """Whether a denial counts: not where people judge that it denies none of what others say."""
    if not witnesses.unrelated:
        return True
    found = [r for p in positions if p is not denial and (r := relation_read(denial, p, witnesses))]
    denied = [r for r in found if r.kind is RelationKind.DENIES]
    return not denied or any(map(witnesses.holds, denied))


def _of_several(standing: Sequence[Position], witnesses: Witnesses) -> Verdict:
    if standing and standing[0].question.endswith(OF_THESE):  # each may count other people
        agreeing = any(a.voice != b.voice and is_one_figure(a, b) for a, b in combinations(standing, 2))
        return Verdict.AGREE if agreeing else Verdict.SINGLE
    by_voice: dict[str | None, list[Position]] = defaultdict(list)
    for position in standing:
        by_voice[position.voice].append(position)
    if meet_all(by_voice.values()) or (witnesses.unrelated and not _clash(standing, witnesses)):
        return Verdict.AGREE
    return Verdict.OTHER_NUMBER


def _clash(standing: Sequence[Position], witnesses: Witnesses) -> bool:
    """Whether some two say that the other is wrong, and nobody has judged that they do not."""
    found = (relate(a, b, witnesses) for a, b in combinations(standing, 2))
    return any(r is not None and r.kind is RelationKind.OTHER_NUMBER for r in found)
