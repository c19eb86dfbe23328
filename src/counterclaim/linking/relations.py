"""How two positions stand to each other: one kind, with its reason and the claims at which it can be seen.

The tests and their order are those of docs/decisions/0015. A relation is a pure function of the two positions and of
what is known of their voices and pages; whether `a` or `b` is handed in first makes no difference but for the sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from counterclaim.linking.questions import OF_THESE
from counterclaim.linking.ranges import is_denied, is_one_figure, is_vague, meet, range_of
from counterclaim.linking.relations_blame import relate_blames
from counterclaim.linking.relations_voices import relate_voices, seen_at
from counterclaim.linking.revisions import figure, order_of, share_a_page
from counterclaim.linking.witnesses import Witnesses, is_one_voice
from counterclaim.model import RESPONSIBILITY, Account, Position, Relation, RelationKind

REPLACING = frozenset({RelationKind.REVISES, RelationKind.DENIES})


def find_relations(account: Account, witnesses: Witnesses) -> Iterator[Relation]:
    """All relations between the positions of an account, question by question, then subsets and their totals.

    `witnesses` must bear the copies of this account (`positions.witnesses_of`).
    """
    for question in account.questions:
        for a, b in combinations(question.positions, 2):
            yield from _if_any(relate(a, b, witnesses))
    positions = [p for q in account.questions for p in q.positions]
    for a, b in combinations(positions, 2):
        if a.aspect == b.aspect and a.question != b.question and _belong_together(a, b):
            yield from _if_any(relate(a, b, witnesses))


def relate(a: Position, b: Position, witnesses: Witnesses) -> Relation | None:
    """How one position stands to another of the same incident and aspect.

    None when they count different people, or when people judge that what is found does not hold.
    """
    found = relation_read(a, b, witnesses)
    return found if found is None or witnesses.holds(found) else None


def relation_read(a: Position, b: Position, witnesses: Witnesses) -> Relation | None:
    """The same whatever people judge."""
    if a.aspect != b.aspect:
        return None
    if a.aspect == RESPONSIBILITY:
        return relate_blames(a, b, witnesses)
    if a.question != b.question:
        return _subset(a, b)
    if a.question.endswith(OF_THESE) and not (is_one_figure(a, b) and a.who == b.who):
        return None  # some and some others
    return _relate_counts(a, b, witnesses)


def _if_any(relation: Relation | None) -> Iterator[Relation]:
    if relation is not None:
        yield relation


def _relate_counts(a: Position, b: Position, witnesses: Witnesses) -> Relation:
    """Two counts of the same people."""
    if is_denied(a) != is_denied(b):
        return _denial(a, b)
    if is_one_voice(a, b) and a.voice is not None:
        return _one_voice(a, b, witnesses)
    if not meet(a, b):
        return seen_at(RelationKind.OTHER_NUMBER, a, b, "they cannot both be right")
    return relate_voices(a, b, witnesses, is_one_value=_is_taken_over(a, b))


def replaced_among(positions: Iterable[Position], witnesses: Witnesses) -> frozenset[str]:
    """The ids of those positions of one question that their own voice has revised or taken back."""
    by_voice: dict[str, list[Position]] = defaultdict(list)
    for position in positions:
        if position.voice is not None:
            by_voice[position.voice].append(position)
    pairs = ((a, b) for held in by_voice.values() for a, b in combinations(held, 2) if is_one_voice(a, b))
    found = (relate(a, b, witnesses) for a, b in pairs)
    return frozenset(_the_replaced(r, witnesses).id for r in found if r is not None and r.kind in REPLACING)


def _the_replaced(relation: Relation, witnesses: Witnesses) -> Position:
    """Of a figure and its own voice's denial the earlier is taken back; of a revision the revised."""
    if relation.kind is RelationKind.REVISES:
        return relation.b
    order = order_of(relation.a, relation.b, witnesses.pages, witnesses.marks)
    return relation.b if order.first_is_later else relation.a


def _belong_together(a: Position, b: Position) -> bool:
    """Whether the pages set the two side by side: one voice counts both, or the one is told as some of the other."""
    ids = {c.id for c in (*a.claims, *b.claims)}
    return a.voice == b.voice or any(c.part_of in ids for c in (*a.claims, *b.claims))


def _subset(a: Position, b: Position) -> Relation | None:
    for part, whole in ((a, b), (b, a)):
        ids = {c.id: c for c in whole.claims}
        told = next(((c, ids[c.part_of]) for c in part.claims if c.part_of in ids), None)
        if told:
            return Relation(RelationKind.SUBSET, part, whole, "the page counts them among these", *told)
        if whole.question == whole.aspect and _may_hold(part, whole):
            x, y = share_a_page(part, whole) or (part.claims[0], whole.claims[0])
            kind = part.question.rpartition(" · ")[2]
            reason = "some of these" if kind == OF_THESE else f"{kind} are some of all {whole.aspect}"
            return Relation(RelationKind.SUBSET, part, whole, reason, x, y)
    return None


def _may_hold(part: Position, whole: Position) -> bool:
    is_all_civil = whole.who == "civilians" and part.who in ("fighters", "soldiers")
    return not is_all_civil and range_of(part)[0] <= range_of(whole)[1]


def _denial(a: Position, b: Position) -> Relation:
    """One denies a count and the other affirms one: whether it is the same."""
    denier, other = (a, b) if is_denied(a) else (b, a)
    if figure(denier) and not meet(a, b):
        return seen_at(RelationKind.COMPATIBLE, denier, other, f"what is denied is not {other.value}")
    return seen_at(RelationKind.DENIES, denier, other, f"{denier.value}, says the one; {other.value}, says the other")


def _one_voice(a: Position, b: Position, witnesses: Witnesses) -> Relation:
    if is_one_figure(a, b):
        return seen_at(RelationKind.REPEATS, a, b, f"one voice, one figure: {figure(a):,}")
    if meet(a, b) and (is_vague(a) or is_vague(b)):
        return seen_at(RelationKind.COMPATIBLE, a, b, "one voice; the vague word spans the figure")
    order = order_of(a, b, witnesses.pages, witnesses.marks)
    if meet(a, b) and order.cue is None and (share_a_page(a, b) or _is_open(a, b)):
        return seen_at(RelationKind.COMPATIBLE, a, b, "one voice gives both, and both can be right")
    first, other = (a, b) if order.first_is_later else (b, a)
    x, y = order.claims if order.first_is_later else order.claims[::-1]
    return Relation(RelationKind.REVISES, first, other, order.reason, x, y, order.cue)


def _is_open(a: Position, b: Position) -> bool:
    """Whether the one bounds from below and the other from above: "over 250" and "up to 400"."""
    return (a.high is None and b.low is None) or (a.low is None and b.high is None)


def _is_taken_over(a: Position, b: Position) -> bool:
    """Whether one may have its value from the other: the same figure, or the same rounded."""
    return is_one_figure(a, b) or a.value == b.value or "about" in (a.claims[0].bound, b.claims[0].bound)
