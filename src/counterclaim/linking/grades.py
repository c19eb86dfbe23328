"""A grade for an incident in Airwars' words, suggested and never given: that is for a person to do.

Airwars grades by whether a belligerent accepts responsibility, whether two or more credible sources report the harm,
and whether responsibility is disputed. Here a voice is credible when it is named and independent (docs/decisions/0015);
how reliable it is nobody has said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from counterclaim.linking.questions import ARMED
from counterclaim.linking.ranges import is_denied
from counterclaim.linking.relations_blame import blamed, owns_up, relate_blames
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import RESPONSIBILITY, Claim, Grade, GradeName, Position, Question, RelationKind

HARM = frozenset({"killed", "injured"})
RIVAL = frozenset({RelationKind.BLAMES, RelationKind.COUNTER_BLAMES})


def suggest_grade(questions: Sequence[Question], witnesses: Witnesses) -> Grade | None:
    """The grade that the claims suggest, None where nobody is said to have been killed or injured."""
    harm = [p for q in questions if q.aspect in HARM for p in q.positions if not is_denied(p)]
    if not harm:
        return None
    blames = [p for q in questions if q.aspect == RESPONSIBILITY for p in q.positions if p.id not in q.replaced]
    counted = {v for q in questions for v in q.voices}
    named = [p for p in blames if p.voice in counted]
    return (
        _confirmed(named, witnesses)
        or _contested(named, witnesses)
        or _discounted(harm)
        or _by_voices([p for p in harm if p.voice in counted], _denied(named, witnesses), witnesses)
    )


def _confirmed(blames: Sequence[Position], witnesses: Witnesses) -> Grade | None:
    for p in blames:
        if not is_denied(p) and owns_up(p.voice, blamed(p), witnesses):
            others = [o.voice for o in blames if not is_denied(o) and relate_blames(o, p, witnesses).kind in RIVAL]
            but = f", though {_listed(others)} names somebody else" if others else ""
            return Grade(GradeName.CONFIRMED, f"{p.voice} itself says that it did it{but}", p.claims)
    return None


def _contested(blames: Sequence[Position], witnesses: Witnesses) -> Grade | None:
    accusing = [p for p in blames if not is_denied(p)]
    for a, b in combinations(accusing, 2):
        if a.voice != b.voice and relate_blames(a, b, witnesses).kind in RIVAL:
            reason = f"{a.voice} names {blamed(a)}, {b.voice} names {blamed(b)}"
            return Grade(GradeName.CONTESTED, reason, (a.claims[0], b.claims[0]))
    return None


def _discounted(harm: Sequence[Position]) -> Grade | None:
    if any(c.who not in ARMED for p in harm for c in p.claims):
        return None
    return Grade(GradeName.DISCOUNTED, "all who are counted were armed", _first(harm))


def _denied(blames: Sequence[Position], witnesses: Witnesses) -> str:
    denying = [p.voice for p in blames if is_denied(p) and owns_up(p.voice, blamed(p), witnesses)]
    return f"; {_listed(denying)} denies that it did it" if denying else ""


def _by_voices(harm: Sequence[Position], denied: str, witnesses: Witnesses) -> Grade:
    by_side: dict[str, Position] = {}
    for p in harm:
        if p.voice is not None:
            by_side.setdefault(witnesses.side_of(p.voice) or p.voice, p)
    told = _first(by_side.values())
    voices = [p.voice for p in by_side.values()]
    if len(voices) > 1:
        reason = f"{len(voices)} independent voices tell of victims: {_listed(voices)}{denied}"
        return Grade(GradeName.FAIR, reason, told)
    reason = f"one voice tells of victims: {voices[0]}" if voices else "nobody named tells of victims"
    return Grade(GradeName.WEAK, reason + denied, told)


def _first(positions: Iterable[Position]) -> tuple[Claim, ...]:
    return tuple(p.claims[0] for p in positions)


def _listed(voices: Sequence[str | None]) -> str:
    names = list(dict.fromkeys(v or "" for v in voices))
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
