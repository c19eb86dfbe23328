"""Two positions whose values can both be right: whether their voices are independent, or one origin."""

from __future__ import annotations

from counterclaim.linking.revisions import share_a_page
from counterclaim.linking.witnesses import Witnesses, is_apart
from counterclaim.model import Claim, Position, Relation, RelationKind


def seen_at(kind: RelationKind, a: Position, b: Position, reason: str) -> Relation:
    """The relation at two claims of one page, else at the first claims of both."""
    x, y = share_a_page(a, b) or (a.claims[0], b.claims[0])
    return Relation(kind, a, b, reason, x, y)


def relate_voices(a: Position, b: Position, witnesses: Witnesses, *, is_one_value: bool) -> Relation:
    """Corroborates, repeats or compatible, for values that do not exclude each other.

    `is_one_value` says that one may have its value from the other.
    """
    return (is_one_value and _one_origin(a, b, witnesses)) or _side_by_side(a, b, witnesses)


def _one_origin(a: Position, b: Position, witnesses: Witnesses) -> Relation | None:
    if pair := _copied(a, b, witnesses):
        return Relation(RelationKind.REPEATS, a, b, "in the same words on another page", *pair)
    for first, other in ((a, b), (b, a)):
        passed = next((c for c in other.claims if first.voice is not None and first.voice in c.relays), None)
        if passed:
            x = next((c for c in first.claims if c.document == passed.document), first.claims[0])
            reason = f"{first.voice} passes on {other.voice or 'it'}"
            return Relation(RelationKind.REPEATS, first, other, reason, x, passed)
    for first, other in ((a, b), (b, a)):
        if first.voice is None and other.voice is not None and (pair := share_a_page(first, other)):
            reason = f"the page's own word for what it has from {other.voice}"
            return Relation(RelationKind.REPEATS, first, other, reason, *pair)
    return None


def _copied(a: Position, b: Position, witnesses: Witnesses) -> tuple[Claim, Claim] | None:
    same = witnesses.copies.same
    return next(((x, y) for x in a.claims if x.id in same for y in b.claims if y.id in same[x.id]), None)


def _side_by_side(a: Position, b: Position, witnesses: Witnesses) -> Relation:
    for position in (a, b):
        if is_apart(position.voice):
            who = "the page's own word" if position.voice is None else "somebody unnamed"
            return seen_at(RelationKind.COMPATIBLE, a, b, f"both can be right, but {who} is no independent voice")
    assert a.voice is not None and b.voice is not None  # noqa: S101  # neither stands apart
    if side := witnesses.one_side(a.voice, b.voice):
        return seen_at(RelationKind.COMPATIBLE, a, b, f"both can be right, but both speak for one side ({side})")
    return seen_at(RelationKind.CORROBORATES, a, b, "both can be right, and neither has it from the other")
