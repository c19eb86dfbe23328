"""Positions in the two marks of the Admiralty system: a letter for the source, a number for the information.

The letter is set by people, F ("reliability cannot be judged") where nobody has. The number is derived, by what NATO's
STANAG 2511 says of each: 1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6
truth cannot be judged. Only independent voices are counted, those of one side once; see docs/decisions/0021.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from counterclaim.linking.relations import relate
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Position, Rating, RelationKind

FOR = frozenset({RelationKind.CORROBORATES, RelationKind.CLAIMS})
AGAINST = frozenset(
    {RelationKind.OTHER_NUMBER, RelationKind.DENIES, RelationKind.BLAMES, RelationKind.COUNTER_BLAMES}
)  # fmt: skip


def rate_positions(
    positions: Sequence[Position], voices: Collection[str], replaced: Collection[str], witnesses: Witnesses
) -> tuple[Rating, ...]:
    """The rating of each position on one question; `voices` are the independent ones, `replaced` ids of positions."""
    found = []
    for position in positions:
        credibility, reason = _credibility(position, positions, voices, replaced, witnesses)
        found.append(Rating(position.id, *witnesses.reliability_of(position), credibility, reason))
    return tuple(found)


def _credibility(
    position: Position,
    positions: Sequence[Position],
    voices: Collection[str],
    replaced: Collection[str],
    witnesses: Witnesses,
) -> tuple[int, str]:
    if position.voice not in voices:
        return 6, "no independent voice says it"
    if position.id in replaced:
        return 5, "its own voice has revised it or taken it back"
    others = [p for p in positions if p.voice != position.voice and p.id not in replaced and p.voice in voices]
    related = [(p, relate(position, p, witnesses)) for p in others]
    bearing = _sides((p for p, r in related if r is not None and r.kind in FOR), witnesses)
    against = _sides((p for p, r in related if r is not None and r.kind in AGAINST), witnesses)
    return _number(len(bearing - against) + 1, len(against))


def _number(saying: int, against: int) -> tuple[int, str]:
    """The mark for so many who say it, its own voice among them, and so many who say otherwise."""
    others = saying - 1
    told = f"borne out by {others} other independent voice{'' if others == 1 else 's'}" if others else "one voice"
    contradicted = f"contradicted by {against}"
    if not against:
        return (1, f"{told}, contradicted by none") if others else (3, "one voice, contradicted by none")
    if saying > against:
        return 2, f"{told}, {contradicted}"
    return (4 if saying == against else 5), f"{told}, {contradicted}"


def _sides(positions: Iterable[Position], witnesses: Witnesses) -> set[str]:
    """The sides for which they speak, those apart each by itself."""
    return {witnesses.side_of(p.voice) or p.voice for p in positions if p.voice is not None}
