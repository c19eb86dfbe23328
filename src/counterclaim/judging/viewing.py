"""Pages as people judge them: a pure function of the pages as read, in whatever order, and of the judgements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.grouping import group
from counterclaim.judging.naming import Names
from counterclaim.judging.tally import CLAIM, COPY, NO, RELATION, RELIABILITY, tally
from counterclaim.judging.values import FIELDS, put
from counterclaim.model import Answer, Claim, CopyRuling, Guidance, Judged, Judgement, Page, Reliability


def view(pages: Iterable[Page], judgements: Sequence[Judgement]) -> Judged:
    """Leave out claims judged wrong, change values, name voices, part and join occurrences; say what linking must obey.

    Without judgements the pages are what they were.
    """
    pages = tuple(pages)
    if not judgements:
        return Judged(pages)
    judged = _judged_pages(judgements)
    answers, orphans = tally(judgements, Shelf(p for p in pages if p.document.id in judged))
    settled = [a for a in answers if not a.is_contested]
    wrong = {a.claims[0] for a in settled if (a.field, a.value) == (CLAIM, NO)}
    corrected = _corrected(pages, settled, wrong)
    names = Names.of(settled)
    grouped = group([names.rename(p) for p in corrected], settled)
    guidance = Guidance(
        one=grouped.one,
        two=grouped.two,
        unrelated=_unrelated(settled),
        copies=_copies(settled, {p.document.id for p in pages}),
        reliability=_reliability(settled),
    )
    left_out = tuple(c for p in pages for c in p.claims if c.id in wrong)
    renamed = names.behind(c for p in corrected for c in p.claims)
    return Judged(grouped.pages, guidance, answers, orphans, left_out, grouped.clashes, renamed)


def _judged_pages(judgements: Iterable[Judgement]) -> set[str]:
    anchored = {a.document for j in judgements for a in j.opinion.claims}
    return anchored | {p.document for j in judgements for p in j.opinion.pages}


def _corrected(pages: Iterable[Page], settled: Iterable[Answer], wrong: set[str]) -> list[Page]:
    """The pages without the wrong claims and with the right values in the others."""
    values: dict[str, list[tuple[str, str]]] = {}
    for answer in settled:
        if answer.field in FIELDS and answer.value is not None:
            values.setdefault(answer.claims[0], []).append((answer.field, answer.value))
    return [_page(page, values, wrong) for page in pages]


def _page(page: Page, values: Mapping[str, Sequence[tuple[str, str]]], wrong: set[str]) -> Page:
    if not any(c.id in values or c.id in wrong for c in page.claims):
        return page
    return replace(page, claims=tuple(_claim(c, values.get(c.id, ())) for c in page.claims if c.id not in wrong))


def _claim(claim: Claim, values: Iterable[tuple[str, str]]) -> Claim:
    for field, value in values:
        claim = put(claim, field, value)
    return claim


def _unrelated(settled: Iterable[Answer]) -> frozenset[tuple[str | None, frozenset[str]]]:
    return frozenset((a.name, frozenset(a.claims)) for a in settled if (a.field, a.value) == (RELATION, NO))


def _copies(settled: Iterable[Answer], there: set[str]) -> tuple[CopyRuling, ...]:
    found = []
    for a in settled:
        if a.field == COPY and a.value is not None and there.issuperset(a.pages):
            page = json.loads(a.value)
            first, other = a.pages
            copied = page or first
            found.append(CopyRuling(copied, other if copied == first else first, page is not None, a.people))
    return tuple(sorted(found, key=lambda r: (r.page, r.original)))


def _reliability(settled: Iterable[Answer]) -> tuple[tuple[str, Reliability, tuple[str, ...]], ...]:
    return tuple(
        sorted((a.name or "", json.loads(a.value), a.people) for a in settled if a.field == RELIABILITY and a.value)
    )
