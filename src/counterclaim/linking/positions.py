"""An incident's claims to questions and positions: one voice's value, with the claims that carry it.

Positions are derived anew each time and never stored (docs/decisions/0004). A voice is counted once however many pages
carry it; the pages' own word and unnamed sources are shown, and never counted as independent voices. Nor is an outlet
whose own words stand on another page too (docs/decisions/0012).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.linking.bounds import find_bounds
from counterclaim.linking.copies import NO_COPIES, copies_of, independent_voices, trace_copies
from counterclaim.linking.grades import suggest_grade
from counterclaim.linking.questions import OF_THESE, Questions
from counterclaim.linking.ratings import rate_positions
from counterclaim.linking.reasons import tell_reason
from counterclaim.linking.relations import replaced_among
from counterclaim.linking.verdicts import judge
from counterclaim.linking.witnesses import Witnesses, is_apart
from counterclaim.model import (
    ASPECTS,
    RESPONSIBILITY,
    Account,
    Claim,
    Incident,
    Position,
    Question,
    Reuse,
    one_line,
)

NO_REUSE: Mapping[str, Sequence[Reuse]] = {}


def weigh_positions(
    incident: Incident, witnesses: Witnesses, reuse: Mapping[str, Sequence[Reuse]] = NO_REUSE
) -> Account:
    """All questions that the incident's claims answer, in the order of the aspects, the total before its subsets.

    `reuse` is what the pages have in common word for word, by the first of each two.
    """
    shared = copies_of(incident.claims, reuse)
    witnesses = witnesses_of(incident, witnesses, shared)
    asked = Questions(incident.claims, witnesses.pages)
    groups: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in incident.claims:
        groups[ASPECTS.index(claim.aspect), asked.label(claim)].append(claim)
    questions = tuple(_question(incident.id, label, claims, witnesses) for (_, label), claims in sorted(groups.items()))
    return Account(incident, questions, shared, suggest_grade(questions, witnesses))


def witnesses_of(incident: Incident, witnesses: Witnesses, shared: Sequence[Reuse]) -> Witnesses:
    """What is known of voices and pages, with what copied words say of this incident's claims."""
    return replace(witnesses, copies=trace_copies(incident.claims, shared) if shared else NO_COPIES)


def _question(incident: str, label: str, claims: Sequence[Claim], witnesses: Witnesses) -> Question:
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.voice or witnesses.speakers.get(claim.document, ""), _value_key(claim)].append(claim)
    positions = [_position(incident, label, voice, found) for (voice, _), found in groups.items()]
    heard = {p.voice: 0 for p in positions}
    for p in positions:
        heard[p.voice] += len({c.document for c in p.claims})
    positions.sort(key=lambda p: (is_apart(p.voice), -heard[p.voice], p.voice or "", _order(p)))
    heard_of = tuple(dict.fromkeys(p.voice for p in positions if p.voice and not is_apart(p.voice)))
    voices = independent_voices(heard_of, claims, witnesses.speakers, witnesses.copies)
    unnamed = any(c.voice and is_apart(c.voice) for c in claims)
    gone = replaced_among(positions, witnesses)
    is_total = claims[0].aspect != RESPONSIBILITY and not label.endswith(OF_THESE)
    return Question(
        label,
        claims[0].aspect,
        tuple(positions),
        judge(positions, voices, gone, witnesses),
        voices,
        _one_side(voices, witnesses),
        tell_reason(claims, voices, witnesses.copies, unnamed=unnamed),
        find_bounds(positions, voices, gone, witnesses) if is_total else None,
        gone,
        rate_positions(positions, voices, gone, witnesses),
    )


def _position(incident: str, label: str, voice: str, claims: Sequence[Claim]) -> Position:
    carried = tuple(sorted(claims, key=lambda c: (c.document, c.span.start, c.id)))
    first = min(carried, key=lambda c: len(c.span.exact)) if claims[0].bound == "vague" else carried[0]
    return Position(
        incident, label, first.aspect, first.who, voice or None, value_words(first), first.low, first.high, carried
    )


def _value_key(claim: Claim) -> str:
    """What makes two values one: what the screen shows, and for vague words what they span ("dozens", "Dozens of")."""
    is_spanning = claim.bound == "vague" and claim.aspect != RESPONSIBILITY and claim.low is not None
    return f"{claim.polarity} {claim.low}–{claim.high}" if is_spanning else value_words(claim)


def _order(position: Position) -> tuple[int, str]:
    return (position.low if position.low is not None else position.high or 0, position.value)


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


def _one_side(voices: Sequence[str], witnesses: Witnesses) -> str | None:
    sides = {witnesses.side_of(v) for v in voices}
    side = sides.pop() if len(sides) == 1 else None
    return side if len(voices) > 1 else None
