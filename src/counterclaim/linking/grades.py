"""A grade for an incident in Airwars' words, suggested and never given: that is for a person to do.

Airwars grades by whether a belligerent accepts responsibility, whether two or more credible sources report the harm,
and whether responsibility is disputed. Here a voice is credible when it is named and independent (docs/decisions/0015),
unless a person has set its reliability to E, "unreliable" in the Admiralty system.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from counterclaim.linking.questions import ARMED
from counterclaim.linking.ranges import is_denied
from counterclaim.linking.relations import relate
from counterclaim.linking.relations_blame import blamed, owns_up
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import RESPONSIBILITY, Claim, Grade, GradeName, Position, Question, RelationKind

UNRELIABLE = "E"
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
            others = [o.voice for o in blames if not is_denied(o) and _are_rivals(o, p, witnesses)]
            but = f", though {_listed(others)} names somebody else" if others else ""
            return Grade(GradeName.CONFIRMED, f"{p.voice} itself says that it did it{but}", p.claims)
    return None


def _contested(blames: Sequence[Position], witnesses: Witnesses) -> Grade | None:
    accusing = [p for p in blames if not is_denied(p)]
    for a, b in combinations(accusing, 2):
        if a.voice != b.voice and _are_rivals(a, b, witnesses):
            reason = f"{a.voice} names {blamed(a)}, {b.voice} names {blamed(b)}"
            return Grade(GradeName.CONTESTED, reason, (a.claims[0], b.claims[0]))
    return None


def _are_rivals(a: Position, b: Position, witnesses: Witnesses) -> bool:
    relation = relate(a, b, witnesses)
    return relation is not None and relation.kind in RIVAL


def _discounted(harm: Sequence[Position]) -> Grade | None:
    if any(c.who not in ARMED for p in harm for c in p.claims):
        return None
    return Grade(GradeName.DISCOUNTED, "all who are counted were armed", _first(harm))


def _denied(blames: Sequence[Position], witnesses: Witnesses) -> str:
    denying = [p.voice for p in blames if is_denied(p) and owns_up(p.voice, blamed(p), witnesses)]
    return f"; {_listed(denying)} denies that it did it" if denying else ""


def _by_voices(harm: Sequence[Position], denied: str, witnesses: Witnesses) -> Grade:
    by_side: dict[str, Position] = {}
    unreliable = [p for p in harm if _letter(p, witnesses) == UNRELIABLE]
    for p in harm:
        if p.voice is not None and p not in unreliable:
            by_side.setdefault(witnesses.side_of(p.voice) or p.voice, p)
    told = _first(by_side.values() or unreliable)
    voices = [_rated(p, witnesses) for p in by_side.values()]
    names = dict.fromkeys(p.voice for p in unreliable)
    but = f"; {_listed(list(names))} {'is' if len(names) == 1 else 'are'} judged unreliable" if unreliable else ""
    if len(voices) > 1:
        reason = f"{len(voices)} independent voices tell of victims: {_listed(voices)}{but}{denied}"
        return Grade(GradeName.FAIR, reason, told)
    nobody = "nobody else named" if unreliable else "nobody named"
    reason = f"one voice tells of victims: {voices[0]}" if voices else f"{nobody} tells of victims"
    return Grade(GradeName.WEAK, reason + but + denied, told)


def _letter(position: Position, witnesses: Witnesses) -> str:
    return witnesses.reliability_of(position)[0]


def _rated(position: Position, witnesses: Witnesses) -> str:
    """The voice, with its letter where people have set it."""
    letter, by = witnesses.reliability_of(position)
    return f"{position.voice} ({letter})" if by else position.voice or ""


def _first(positions: Iterable[Position]) -> tuple[Claim, ...]:
    return tuple(p.claims[0] for p in positions)


def _listed(voices: Sequence[str | None]) -> str:
    names = list(dict.fromkeys(v or "" for v in voices))
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
