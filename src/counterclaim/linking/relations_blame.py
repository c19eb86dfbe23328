"""Two positions on who did it: blame, claim of responsibility, denial, counter-accusation."""

from __future__ import annotations

from counterclaim.linking.ranges import is_denied
from counterclaim.linking.relations_voices import relate_voices, seen_at
from counterclaim.linking.witnesses import Witnesses, is_definite, is_one_voice
from counterclaim.model import Position, Relation, RelationKind


def relate_blames(a: Position, b: Position, witnesses: Witnesses) -> Relation:
    """How two positions on who did it stand to each other; see docs/decisions/0015 for the order of the tests."""
    if is_same_blame(a, b, witnesses):
        return _one_party(a, b, witnesses)
    if is_denied(a) or is_denied(b):
        return seen_at(RelationKind.COMPATIBLE, a, b, "one only clears a party that the other does not name")
    if is_one_voice(a, b):
        return seen_at(RelationKind.COMPATIBLE, a, b, "one voice names both: they may have done it together")
    for first, other in ((a, b), (b, a)):
        if accused(other, first, witnesses):
            return seen_at(RelationKind.COUNTER_BLAMES, first, other, f"{first.voice}, accused, names {blamed(first)}")
    vague = next((p for p in (a, b) if not is_definite(blamed(p))), None)
    if vague:
        return seen_at(RelationKind.COMPATIBLE, a, b, f"{blamed(vague)} is no definite party")
    return seen_at(RelationKind.BLAMES, a, b, f"{blamed(a)}, says the one; {blamed(b)}, says the other")


def blamed(position: Position) -> str:
    """The party that a position on who did it names, or clears."""
    return position.claims[0].party or "somebody unknown"


def is_same_blame(a: Position, b: Position, witnesses: Witnesses) -> bool:
    """Whether both name (or clear) one party, perhaps one by its arm."""
    return witnesses.is_same_party(blamed(a), blamed(b))


def accused(accusation: Position, voice: Position, witnesses: Witnesses) -> bool:
    """Whether the one accuses the other's voice of having done it."""
    return not is_denied(accusation) and owns_up(voice.voice, blamed(accusation), witnesses)


def owns_up(voice: str | None, party: str, witnesses: Witnesses) -> bool:
    """Whether a voice that names this party names itself, or the one for which it speaks."""
    return voice is not None and is_definite(party) and witnesses.is_same_party(voice, party)


def _one_party(a: Position, b: Position, witnesses: Witnesses) -> Relation:
    party = blamed(a)
    if is_denied(a) != is_denied(b):
        denier, other = (a, b) if is_denied(a) else (b, a)
        return seen_at(
            RelationKind.DENIES, denier, other, f"the one says that it was {party}, the other that it was not"
        )
    if is_one_voice(a, b):
        return seen_at(RelationKind.REPEATS, a, b, "one voice, one party")
    for first, other in ((a, b), (b, a)):
        if not is_denied(first) and owns_up(first.voice, blamed(first), witnesses):
            return seen_at(RelationKind.CLAIMS, first, other, f"{first.voice} itself says that it did it")
    return relate_voices(a, b, witnesses, is_one_value=True)
