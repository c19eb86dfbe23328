"""Incidents, positions and relations as JSON lines: the contract of docs/formats.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.export.jsonl import place_row, span_row
from counterclaim.model import (
    NOTHING_JUDGED,
    Account,
    Assertion,
    Bounds,
    Claim,
    Estimate,
    Judged,
    Position,
    Question,
    Relation,
    Rivalry,
)


def incident_row(account: Account) -> dict[str, Any]:
    """One incident with its questions; `claims` are ids."""
    incident, grade = account.incident, account.grade
    when = incident.date
    return {
        "id": incident.id,
        "title": incident.title,
        "event_type": incident.event_type,
        "place": place_row(incident.place),
        "date": None if when is None else {"earliest": when.earliest, "latest": when.latest},
        "documents": sorted({c.document for c in incident.claims}),
        "claims": [c.id for c in incident.claims],
        "questions": [_question_row(q) for q in account.questions],
        "suggested_grade": grade
        and {"grade": grade.name.value, "reason": grade.reason, "claims": [c.id for c in grade.claims]},
    }


def position_rows(account: Account, judged: Judged = NOTHING_JUDGED) -> Iterator[dict[str, Any]]:
    """The positions of an incident; `stands` is false of what its voice revised or took back.

    `judged_by` are those on whose judgement of a claim it rests, `contested_by` those who differ.
    """
    for question in account.questions:
        for position, rating in zip(question.positions, question.ratings, strict=True):
            answers = [a for c in position.claims for a in judged.by_claim.get(c.id, ())]
            yield {
                "id": position.id,
                "incident": position.incident,
                "question": position.question,
                "aspect": position.aspect,
                "who": position.who,
                "voice": position.voice,
                "independent": position.voice in question.voices,
                "value": position.value,
                "low": position.low,
                "high": position.high,
                "stands": position.id not in question.replaced,
                "documents": sorted({c.document for c in position.claims}),
                "claims": [c.id for c in position.claims],
                "reliability": rating.reliability,
                "credibility": rating.credibility,
                "judged_by": sorted({who for a in answers if not a.is_contested for who in a.people}),
                "contested_by": sorted({who for a in answers if a.is_contested for who in a.people}),
            }


def relation_row(relation: Relation) -> dict[str, Any]:
    """One relation: its kind, the two sides each with the words at which it can be seen, and why."""
    return {
        "incident": relation.a.incident,
        "kind": relation.kind.value,
        "a": _side_row(relation.a, relation.a_claim),
        "b": _side_row(relation.b, relation.b_claim),
        "reason": relation.reason,
        "cue_span": span_row(relation.cue),
    }


def rivalry_row(rivalry: Rivalry) -> dict[str, Any]:
    """Two statements that contradict each other: the matter, why, and each with its words."""
    return {
        "matter": rivalry.a.matter,
        "reason": rivalry.reason,
        "a": _assertion_row(rivalry.a),
        "b": _assertion_row(rivalry.b),
    }


def _assertion_row(assertion: Assertion) -> dict[str, Any]:
    return {
        "statement": assertion.statement,
        "document": assertion.document,
        "voice": assertion.voice,
        "span": span_row(assertion.span),
        "plus": assertion.plus,
        "about": assertion.about,
        "agent": assertion.agent,
    }


def _side_row(position: Position, claim: Claim) -> dict[str, Any]:
    return {
        "position": position.id,
        "question": position.question,
        "voice": position.voice,
        "value": position.value,
        "claim": claim.id,
        "document": claim.document,
        "span": span_row(claim.span),
    }


def _question_row(question: Question) -> dict[str, Any]:
    return {
        "question": question.label,
        "aspect": question.aspect,
        "verdict": question.verdict.value,
        "voices": list(question.voices),
        "one_side": question.one_side,
        "reason": question.reason,
        "positions": [p.id for p in question.positions],
        **_bounds_row(question.bounds),
    }


def _bounds_row(bounds: Bounds | None) -> dict[str, Any]:
    if bounds is None:
        return {"low": None, "best": None, "high": None, "rule": None}
    low, best, high = (_estimate_row(e) for e in (bounds.low, bounds.best, bounds.high))
    return {"low": low, "best": best, "high": high, "rule": bounds.rule}


def _estimate_row(estimate: Estimate) -> dict[str, Any]:
    return {"figure": estimate.figure, "position": estimate.position.id, "claim": estimate.claim.id}
