"""What people judged, beside what it was judged of: signs and remarks on the screen."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.faces.wording import JUDGED, printable
from counterclaim.judging.tally import APART, CLAIM, INCIDENT, NAME, RATING, RELATION
from counterclaim.judging.values import FIELDS, shown
from counterclaim.model import Answer, Claim, Incident, Judged, JudgementKind, Question

CONTESTED = f"{JUDGED}≠"
OF_CLAIMS = frozenset({CLAIM, NAME, RATING, RELATION, *FIELDS})
SHOWN = 8  # places named in a remark


@dataclass(frozen=True)
class Marks:
    """The judgements behind what is shown, for the screen; `names` are those of the pages."""

    judged: Judged
    names: Mapping[str, str]

    def sign(self, claim: Claim) -> str:
        """What stands beside the place of a claim on which somebody has judged, empty where nobody has."""
        answers = self._of(claim)
        if any(a.is_contested for a in answers):
            return f" {CONTESTED}"
        return f" {JUDGED}" if answers else ""

    def remark(self, question: Question) -> str:
        """By whom the claims of a question were judged, and where two differ; empty where nobody has judged."""
        claims = {c.id: c for p in question.positions for c in p.claims}
        settled: dict[tuple[str, ...], list[str]] = defaultdict(list)
        contested: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for claim in claims.values():
            for is_contested, home in ((False, settled), (True, contested)):
                some = [a for a in self._of(claim) if a.is_contested == is_contested]
                for people in dict.fromkeys(a.people for a in some):
                    if told := ", ".join(_labels([a for a in some if a.people == people])):
                        home[people].append(f"{self._place(claim)} ({told})")
        parts = [f"{JUDGED} Judged by {listed(who)}: {_some(places)}." for who, places in settled.items()]
        parts += [
            f"{CONTESTED} Contested by {listed(who)}: {_some(places)}; what was read stands."
            for who, places in contested.items()
        ]
        return " ".join(parts)

    def linking(self, incident: Incident) -> Iterator[str]:
        """What people say of its claims being one incident, or two with those of another."""
        there = {c.id for c in incident.claims}
        told: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
        for a in self.judged.answers:
            if a.field == INCIDENT and not there.isdisjoint(a.claims) and all(id_ in self._claims for id_ in a.claims):
                places = told.setdefault((self._ruling(a, there), a.people), {})
                places |= dict.fromkeys(self._place(self._claims[id_]) for id_ in a.claims)
        for (ruling, people), places in told.items():
            yield f"{ruling.format(listed(people))}: {_some(sorted(places))}."

    def left_out(self) -> Iterator[str]:
        """The claims that were judged wrong, and by whom."""
        by: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for claim in self.judged.left_out:
            people = next(a.people for a in self.judged.by_claim[claim.id] if a.field == CLAIM)
            by[people].append(self._place(claim))
        for who, places in by.items():
            yield f"{JUDGED} Left out as wrong, judged by {listed(who)}: {_some(places)}."

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {c.id: c for c in (*self.judged.left_out, *(c for p in self.judged.pages for c in p.claims))}

    def _of(self, claim: Claim) -> list[Answer]:
        return [a for a in self.judged.by_claim.get(claim.id, ()) if a.field in OF_CLAIMS]

    def _ruling(self, answer: Answer, there: set[str]) -> str:
        if answer.is_contested:
            return CONTESTED + " Contested by {} whether these are of one incident"
        if answer in self.judged.clashes:
            return CONTESTED + " One incident, says {}, which other judgements rule out"
        if answer.value == APART:
            return JUDGED + " Of two incidents, judged by {}"
        return JUDGED + (" One incident, judged by {}" if there.issuperset(answer.claims) else " Judged by {}")

    def _place(self, claim: Claim) -> str:
        return f"{self.names.get(claim.document, claim.document)}:{claim.span.start}"


def claim_lines(claim: Claim, judged: Judged, names: Mapping[str, str]) -> Iterator[str]:
    """All that people say of a claim, a line each: who, when, what, and why."""
    for answer in judged.by_claim.get(claim.id, ()):
        for value, j in answer.said:
            if j.kind is JudgementKind.RIGHT and answer.field != CLAIM:
                continue  # told once, and not for every field
            if j.kind is JudgementKind.VALUE and answer.field == CLAIM:
                continue
            end = f": {printable(j.note)}" if j.note else ""
            but = ", contested: what was read stands" if answer.is_contested else ""
            who = f"{JUDGED} {printable(j.person)}, {j.at[:10]} (judgement {j.number})"
            yield f"{who}: {_says(answer, value)}{_with(answer, claim, judged, names)}{but}{end}"


def _with(answer: Answer, claim: Claim, judged: Judged, names: Mapping[str, str]) -> str:
    """The other claim of a pair, named by its place."""
    others = [c for p in judged.pages for c in p.claims if c.id in answer.claims and c.id != claim.id]
    return "".join(f" with {names.get(c.document, c.document)}:{c.span.start}" for c in others)


def _says(answer: Answer, value: str) -> str:
    match answer.field:
        case "claim":
            return "right" if value == "true" else "wrong"
        case "incident":
            return "of one incident" if value != APART else "of two incidents"
        case "relation":
            return f"{answer.name or 'the relation'} {'holds' if value == 'true' else 'does not hold'}"
        case "name":
            return f"{printable(answer.name or '')} is {printable(json.loads(value))}"
        case "rating":
            return f"holds it {printable(json.loads(value))}"
    return f"{answer.field.replace('_', ' ')} is {printable(shown(answer.field, value))}"


def _labels(answers: Iterable[Answer]) -> Iterator[str]:
    """In a word each, what was judged: "right", or the field with another value."""
    for answer in answers:
        kinds = {j.kind for _, j in answer.said}
        if answer.field == CLAIM:
            if kinds != {JudgementKind.VALUE}:
                yield "right" if not answer.is_contested else "whether it is a claim"
        elif answer.field == RATING:
            yield f"held {printable(' or '.join(json.loads(value) for value, _ in answer.said))}"
        elif answer.field == RELATION:
            yield f"{answer.name or 'relations'} {'does' if answer.name else 'do'} not hold"
        elif kinds != {JudgementKind.RIGHT}:
            yield "voice" if answer.field == NAME else answer.field.replace("_", " ")


def _some(places: Sequence[str]) -> str:
    more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
    return ", ".join(places[:SHOWN]) + more


def listed(people: Sequence[str]) -> str:
    """Names as a list in words."""
    safe = [printable(name) for name in people]
    return " and ".join(filter(None, [", ".join(safe[:-1]), safe[-1]]))
