"""An incident's claims to questions and positions: one voice's value, with the claims that carry it.

Positions are derived anew each time and never stored (docs/decisions/0004). A voice is counted once however many pages
carry it; the pages' own word and unnamed sources are shown, and never counted as independent voices. Nor is an outlet
whose own words stand on another page too (docs/decisions/0012).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.linking.copies import NO_COPIES, Copies, copies_of, independent_voices, trace_copies
from counterclaim.linking.reasons import tell_reason
from counterclaim.model import (
    ASPECTS,
    RESPONSIBILITY,
    Account,
    Claim,
    Incident,
    Position,
    Question,
    Reuse,
    Verdict,
    one_line,
)

SideOf = Callable[[str], str | None]
NOBODY: Mapping[str, str] = {}
NO_REUSE: Mapping[str, Sequence[Reuse]] = {}
NAMED_VICTIMS = frozenset({"civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists"})
ALWAYS_PART = frozenset({"children", "women", "medics", "journalists"})  # never everybody who was hit


@dataclass(frozen=True)
class _Scales:
    """What claims are weighed by, besides their own words."""

    side_of: SideOf
    speakers: Mapping[str, str]
    copies: Copies


def weigh_positions(
    incident: Incident,
    side_of: SideOf,
    speakers: Mapping[str, str] = NOBODY,
    reuse: Mapping[str, Sequence[Reuse]] = NO_REUSE,
) -> Account:
    """All questions that the incident's claims answer, in the order of the aspects, the total before its subsets.

    `side_of` gives the side on which a voice stands by its own account, None where it stands apart. `speakers` names,
    by document, the voice whose own page it is: what such a page says in its own word is that voice's. `reuse` is what
    the pages have in common word for word, by the first of each two.
    """
    shared = copies_of(incident.claims, reuse)
    copies = trace_copies(incident.claims, shared) if shared else NO_COPIES
    groups: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in incident.claims:
        groups[ASPECTS.index(claim.aspect), _label(claim)].append(claim)
    scales = _Scales(side_of, speakers, copies)
    questions = [_question(incident.id, label, claims, scales) for (_, label), claims in sorted(groups.items())]
    return Account(incident, tuple(questions), shared)


def _label(claim: Claim) -> str:
    if claim.aspect == RESPONSIBILITY:
        return "who did it"
    if claim.who in ALWAYS_PART:
        return f"{claim.aspect} · {claim.who}"
    if claim.part_of is not None:
        return f"{claim.aspect} · {claim.who if claim.who in NAMED_VICTIMS else 'of these'}"
    return claim.aspect


def _question(incident: str, label: str, claims: Sequence[Claim], scales: _Scales) -> Question:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.voice or scales.speakers.get(claim.document, ""), value_words(claim)].append(claim)
    positions = [_position(incident, label, voice, value, found) for (voice, value), found in groups.items()]
    heard = {p.voice: 0 for p in positions}
    for p in positions:
        heard[p.voice] += len({c.document for c in p.claims})
    positions.sort(key=lambda p: (is_apart(p.voice), -heard[p.voice], p.voice or "", _order(p)))
    heard_of = tuple(dict.fromkeys(p.voice for p in positions if p.voice and not is_apart(p.voice)))
    voices = independent_voices(heard_of, claims, scales.speakers, scales.copies)
    unnamed = any(c.voice and is_apart(c.voice) for c in claims)
    return Question(
        label,
        claims[0].aspect,
        tuple(positions),
        _verdict(positions, voices),
        voices,
        _one_side(voices, scales.side_of),
        tell_reason(claims, voices, scales.copies, unnamed=unnamed),
    )


def _position(incident: str, label: str, voice: str, value: str, claims: Sequence[Claim]) -> Position:
    first = claims[0]
    carried = tuple(sorted(claims, key=lambda c: (c.document, c.span.start, c.id)))
    return Position(incident, label, first.aspect, first.who, voice or None, value, first.low, first.high, carried)


def _order(position: Position) -> tuple[int, str]:
    return (position.low if position.low is not None else position.high or 0, position.value)


def is_apart(voice: str | None) -> bool:
    """Whether a voice cannot be counted as an independent one: the page's own word, or somebody unnamed."""
    return voice is None or voice.startswith("unnamed")


def value_words(claim: Claim) -> str:
    """The value as the screen shows it: `≥112`, `≤30`, `~30`, `20–30`, `126`, “dozens”, `not Russia`."""
    if claim.aspect == RESPONSIBILITY:
        party = claim.party or "?"
        return f"not {party}" if claim.polarity == "denies" else party
    words = _count_words(claim)
    if claim.polarity == "denies" and claim.low == claim.high == 0:
        return "none"
    return f"not {words}" if claim.polarity == "denies" else words


def _count_words(claim: Claim) -> str:
    low, high = claim.low, claim.high
    if claim.bound == "vague" or (low is None and high is None):
        return f"“{one_line(claim.span.exact)}”"
    if low is not None and high is not None and low != high:
        return f"{low:,}–{high:,}"
    if high is None:
        return f"≥{low:,}"
    if low is None:
        return f"≤{high:,}"
    return f"~{low:,}" if claim.bound == "about" else f"{low:,}"


def _verdict(positions: Sequence[Position], voices: Sequence[str]) -> Verdict:
    if any(c.polarity == "denies" for p in positions for c in p.claims):
        return Verdict.DENIED
    named = [p for p in positions if p.voice in voices]
    told = {p.value for p in positions if p in named or (p.voice and is_apart(p.voice))}
    if positions[0].aspect == RESPONSIBILITY and len(told) > 1:
        return Verdict.RIVAL
    if len(voices) > 1:
        return Verdict.AGREE if _compatible(named) else Verdict.OTHER_NUMBER
    if len(voices) == 1 and len({(p.low, p.high) for p in named}) > 1:
        return Verdict.REVISED
    values = {p.value for p in named}
    repeating = [p for p in positions if p in named or (p.value in values and not (p.voice and is_apart(p.voice)))]
    pages = {c.document for p in repeating for c in p.claims}
    return Verdict.REPEATED if len(voices) == 1 and len(pages) > 1 else Verdict.SINGLE


def _compatible(positions: Sequence[Position]) -> bool:
    """Whether some number lies in a range of every voice; each voice's last value is not known here, so any will do."""
    ranges: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for p in positions:
        low = float(p.low) if p.low is not None else 0.0
        ranges[p.voice].append((low, float(p.high) if p.high is not None else float("inf")))
    ends = sorted({low for spans in ranges.values() for low, _ in spans})
    return any(all(any(lo <= n <= hi for lo, hi in spans) for spans in ranges.values()) for n in ends)


def _one_side(voices: Sequence[str], side_of: SideOf) -> str | None:
    sides = {side_of(v) for v in voices}
    side = sides.pop() if len(sides) == 1 else None
    return side if len(voices) > 1 else None
