"""From judgements to answers: of each person the latest opinion on each question, as far as it counts.

The rule (docs/judging.md): an undo takes one of one's own judgements away, and being unsure one's say on that claim.
Where all who have an opinion agree it applies; where two differ what was read stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.errors import JudgementError
from counterclaim.judging.anchoring import Shelf, is_as_it_was
from counterclaim.judging.values import FIELDS, canonical, decode
from counterclaim.model import (
    Anchor,
    Answer,
    Judgement,
    JudgementKind,
    Opinion,
    Orphan,
    OrphanReason,
    PageMark,
)

CLAIM, INCIDENT, RELATION, COPY, NAME, RELIABILITY, RATING = (
    "claim", "incident", "relation", "copy", "name", "reliability", "rating",
)  # fmt: skip
"""What a question can be about, besides the fields of a claim."""
YES, NO = "true", "false"
SAME, APART = canonical("one"), canonical("two")
Lost = tuple[Anchor | PageMark, OrphanReason]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: a field, and the claims, pages (ids) or name of which it is asked."""

    field: str
    claims: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    name: str | None = None


Vote = tuple[Asked, str | None]
"""An answer as canonical JSON; None takes back what the person said before."""


def in_force(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those that nobody has taken back, in their order. One can take back one's own, and the taking back as well."""
    of = {j.number: j for j in judgements}
    gone: set[int] = set()
    for j in sorted(judgements, key=lambda j: -j.number):
        target = of.get(j.opinion.undoes) if j.opinion.undoes is not None else None
        if j.number not in gone and target and target.person == j.person and target.number < j.number:
            gone.add(target.number)
    return sorted((j for j in judgements if j.number not in gone), key=lambda j: j.number)


def tally(judgements: Sequence[Judgement], shelf: Shelf) -> tuple[tuple[Answer, ...], tuple[Orphan, ...]]:
    """All answers, in the order in which questions were first answered, and the judgements that lost their hold.

    Raises JudgementError where one says what cannot be read: it was changed by other means.
    """
    said: dict[Asked, dict[str, tuple[str, Judgement]]] = {}
    orphans: list[Orphan] = []
    for judgement in in_force(judgements):
        found, lost = _read(judgement, shelf)
        orphans += (Orphan(judgement, on, why) for on, why in lost)
        for asked, value in found:
            people = said.setdefault(asked, {})
            people.pop(judgement.person, None)
            if value is not None:
                people[judgement.person] = (value, judgement)
    answers = (Answer(q.field, tuple(who.values()), q.claims, q.pages, q.name) for q, who in said.items() if who)
    return tuple(answers), tuple(orphans)


def _read(judgement: Judgement, shelf: Shelf) -> tuple[list[Vote], list[Lost]]:
    """The votes of a judgement, and what it was on that is lost."""
    try:
        for field, value in judgement.opinion.says:
            decode(field, value) if field in FIELDS else json.loads(value)
        return _votes(judgement.opinion, shelf)
    except (ValueError, KeyError) as error:
        why = f"what it says cannot be read ({error}); counterclaim verify names what was changed"
        raise JudgementError(f"judgement {judgement.number} by {judgement.person}: {why}") from error


def _votes(opinion: Opinion, shelf: Shelf) -> tuple[list[Vote], list[Lost]]:
    """What an opinion says on which questions, and what it was on that is lost."""
    lost: list[Lost] = [(mark, why) for mark in opinion.pages if (why := shelf.lost(mark)) is not None]
    claims: list[str] = []
    for anchor in opinion.claims:
        found = shelf.find(anchor)
        if isinstance(found, OrphanReason):
            lost.append((anchor, found))
        elif opinion.kind is JudgementKind.WRONG and not is_as_it_was(found, anchor):
            lost.append((anchor, OrphanReason.REREAD))
        else:
            claims.append(found.id)
    if opinion.pages and lost:
        return [], lost
    return list(_said(opinion, tuple(dict.fromkeys(claims)))), lost


def _said(opinion: Opinion, claims: tuple[str, ...]) -> Iterator[Vote]:
    """The votes of an opinion whose claims are these, as far as they were found."""
    says = dict(opinion.says)
    match opinion.kind:
        case JudgementKind.RIGHT | JudgementKind.VALUE | JudgementKind.WRONG | JudgementKind.RATING:
            for id_ in claims:
                yield from _of_claim(opinion, id_)
        case JudgementKind.UNSURE if len(opinion.claims) == 1:
            yield from ((Asked(field, (id_,)), None) for id_ in claims for field in (CLAIM, *FIELDS))
        case JudgementKind.UNSURE:
            yield from _of_pairs(claims, INCIDENT, None)
        case JudgementKind.ONE:
            yield from _of_pairs(claims, INCIDENT, SAME)
        case JudgementKind.TWO:
            yield from _of_pairs(claims, INCIDENT, APART)
        case JudgementKind.UNRELATED:
            yield from _of_pairs(claims, RELATION, says["holds"], json.loads(says["relation"]))
        case _:
            yield from _of_the_rest(opinion, says)


def _of_claim(opinion: Opinion, id_: str) -> Iterator[Vote]:
    if opinion.kind is not JudgementKind.RATING:
        yield Asked(CLAIM, (id_,)), NO if opinion.kind is JudgementKind.WRONG else YES
    yield from ((Asked(field, (id_,)), value) for field, value in opinion.says)


def _of_pairs(claims: Iterable[str], field: str, value: str | None, name: str | None = None) -> Iterator[Vote]:
    for pair in combinations(sorted(claims), 2):
        yield Asked(field, pair, name=name), value


def _of_the_rest(opinion: Opinion, says: dict[str, str]) -> Iterator[Vote]:
    if opinion.kind is JudgementKind.VOICE and opinion.name is not None:
        yield Asked(NAME, pages=tuple(p.document for p in opinion.pages), name=opinion.name), says["voice"]
    elif opinion.kind is JudgementKind.RELIABILITY and opinion.name is not None:
        yield Asked(RELIABILITY, name=opinion.name.strip().casefold()), says["reliability"]
    elif opinion.kind is JudgementKind.COPY:
        page, original = (p.document for p in opinion.pages)
        which = canonical(page) if says["copy"] == YES else "null"
        yield Asked(COPY, pages=tuple(sorted((page, original)))), which
