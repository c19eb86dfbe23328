"""Low, best and high for one question, each with the claim behind it.

After UCDP's practice (Sundberg and Melander 2013; UCDP's definitions): low and high are the lowest and the highest
figure of the reports that stand, and where nothing tells which of several is the more reliable, the lower is the best.
What stands is here decided by rule and not by reading: see `find_bounds`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from counterclaim.linking.ranges import is_denied, is_vague, meet
from counterclaim.linking.revisions import figure
from counterclaim.linking.witnesses import Witnesses, is_apart
from counterclaim.model import Bounds, Estimate, Position

ONLY = "the only figure that stands"
LOWER = "of several alike the lower"


def find_bounds(
    positions: Sequence[Position], voices: Collection[str], replaced: Collection[str], witnesses: Witnesses
) -> Bounds | None:
    """Bounds of the positions on one question, None where nobody gives a figure.

    A position stands when its voice has neither revised nor taken it back (`replaced`, ids) nor denies it, and when it
    is a figure and no vague word. Those of the independent `voices` are taken, where there are none those of the
    unnamed, and else the pages' own word. Best is the figure of a voice apart from all sides (monitor, United Nations,
    rescuers), where one stands; of several figures the one that most other voices bear out, then the lower.
    """
    standing = [p for p in positions if p.id not in replaced and not is_denied(p) and not is_vague(p)]
    pool, rule = _pool(standing, voices)
    if not pool:
        return None
    neutral = [p for p in pool if witnesses.is_neutral(p.voice)]
    if neutral and len(neutral) < len(pool):
        rule = "a voice apart from the sides"
    chosen = neutral or pool
    borne_out = {p.id: _support(p, pool, witnesses) for p in chosen}
    most = max(borne_out.values())
    best = min((p for p in chosen if borne_out[p.id] == most), key=_key)
    if len({figure(p) for p in pool}) == 1:
        told = ONLY if not rule else f"{rule}; {ONLY}"
    else:
        told = _told(rule, most, tied=sum(n == most for n in borne_out.values()) > 1)
    return Bounds(_estimate(min(pool, key=_key)), _estimate(best), _estimate(max(pool, key=_highest), top=True), told)


def _pool(standing: Sequence[Position], voices: Collection[str]) -> tuple[list[Position], str]:
    named = [p for p in standing if p.voice in voices]
    if named:
        return named, ""
    unnamed = [p for p in standing if p.voice is not None and is_apart(p.voice)]
    if unnamed:
        return unnamed, "nobody named gives a figure"
    return list(standing), "only the pages' own word"


def _support(position: Position, pool: Sequence[Position], witnesses: Witnesses) -> int:
    """How many other voices, not of its side and each side once, give values that can be right with it."""
    voice = position.voice or ""
    others = {p.voice for p in pool if p.voice and p.voice != voice and meet(p, position)}
    return len({witnesses.side_of(v) or v for v in others if not witnesses.one_side(v, voice)})


def _told(rule: str, most: int, *, tied: bool) -> str:
    borne = f"borne out by {most} other voice{'' if most == 1 else 's'}" if most else ""
    return ", ".join(filter(None, [rule, borne, LOWER if tied else ""]))


def _key(position: Position) -> tuple[int, str, str]:
    return figure(position), position.voice or "", position.id


def _highest(position: Position) -> tuple[int, str, str]:
    top = position.high if position.high is not None else position.low or 0
    return top, position.voice or "", position.id


def _estimate(position: Position, *, top: bool = False) -> Estimate:
    return Estimate(_highest(position)[0] if top else figure(position), position, position.claims[0])
