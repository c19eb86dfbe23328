"""No name of a private person is left in any format, and people's ratings become reviews."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pyarrow.parquet as pq
import pytest

from counterclaim.export.formats import ExportFormat, Manner, chunks, page_chunks
from counterclaim.faces.exporting import exported
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.model import Judged, Judgement, Page
from counterclaim.redacting.deciding import Wishes

NAMES = ("Samira", "Khatib", "Rashed")
STRIKE = (
    "At least 12 people were killed on 3 May 2024 when a shell hit a market in Aleppo, Samira al-Khatib, 34, a nurse, "
    "told Reuters. Her brother Rashed was among the dead.\nMajor General Anton Breve, spokesman for the Norrin army, "
    "denied that the army had shelled the market. Khatib said that three children were killed."
)
AGAIN = "Twelve people were killed in Aleppo on 3 May 2024, Samira al-Khatib, a nurse, said. The Norrin army denied it."


@pytest.fixture(scope="module")
def pages(read: Callable[..., Page]) -> tuple[Page, ...]:
    named = {"title": "Samira al-Khatib's market", "url": "https://x.example/samira-al-khatib", "outlet": "Velm Press"}
    return (
        read(STRIKE, id="samira-al-khatib", published="2024-05-03", **named),
        read(AGAIN, id="b", published="2024-05-04"),
    )


def whole(format_: ExportFormat, pages: tuple[Page, ...], wishes: Wishes | None) -> str:
    """All that an export holds, as text."""
    made = exported(format_, pages, Judged(pages), wishes=wishes)
    out = b"".join([*chunks(format_, made.case, Manner(turtle=True)), *page_chunks(made.as_read)])
    if format_ is ExportFormat.PARQUET:
        table = b"".join(chunks(format_, made.case))
        return json.dumps(pq.read_table(io.BytesIO(table)).to_pylist(), default=str)
    return out.decode("utf-8", "replace")


@pytest.mark.parametrize("format_", ExportFormat)
def test_no_masked_name_is_left_in_any_format(pages: tuple[Page, ...], format_: ExportFormat) -> None:
    before, after = whole(format_, pages, None), whole(format_, pages, Wishes())
    for name in NAMES[:2]:
        assert name.lower() in before.lower() or format_ is ExportFormat.GEOJSON
    for name in NAMES:
        assert name.lower() not in after.lower()
    assert "private person 1" in after


def test_ids_and_offsets_stay_and_spans_stay_valid(pages: tuple[Page, ...]) -> None:
    plain = exported(ExportFormat.JSONL, pages, Judged(pages)).case
    masked = exported(ExportFormat.JSONL, pages, Judged(pages), wishes=Wishes()).case
    for (a, _), (b, document) in zip(plain.claims(), masked.claims(), strict=True):
        assert (a.id, a.span.start, a.span.end) == (b.id, b.span.start, b.span.end)
        assert document.text[b.span.start : b.span.end] == b.span.exact
        assert plain.incident_of[a.id] == masked.incident_of[b.id]


def test_the_users_lists_are_heard(pages: tuple[Page, ...]) -> None:
    out = whole(ExportFormat.JSONL, pages, Wishes(mask=["Anton Breve"], keep=["Rashed"]))
    assert "Breve" not in out
    assert "Rashed" in out


@pytest.fixture
def judgements(pages: tuple[Page, ...]) -> tuple[Judgement, ...]:
    """Two people rate one claim, one of them calls another misread."""
    shelf, (first, second, *_) = Shelf(pages), [c for p in pages for c in p.claims]
    said = [
        ("Anna Moreau", opinions.rating(shelf.anchor(first.id), "borne out", note="seen the register")),
        ("Ben Okoro", opinions.rating(shelf.anchor(first.id), "unproven")),
        ("Ben Okoro", opinions.wrong(shelf.anchor(second.id))),
    ]
    made: list[Judgement] = []
    for person, opinion in said:
        made.append(following(made[-1] if made else None, opinion, person=person, at="2026-11-22T05:41:00Z"))
    return tuple(made)


def test_only_people_review_claims_and_contrary_reviews_stand_side_by_side(
    pages: tuple[Page, ...], judgements: tuple[Judgement, ...]
) -> None:
    case = exported(ExportFormat.CLAIMREVIEW, pages, view(pages, judgements)).case
    graph = json.loads(b"".join(chunks(ExportFormat.CLAIMREVIEW, case)))["@graph"]
    reviews = [n for n in graph if n["@type"] == "ClaimReview"]
    assert [(r["author"]["name"], r["reviewRating"]["alternateName"]) for r in reviews] == [
        ("Anna Moreau", "borne out"),
        ("Ben Okoro", "unproven"),
    ]
    claims = {n["@id"] for n in graph if n["@type"] == "Claim"}
    assert {r["itemReviewed"]["@id"] for r in reviews} <= claims
    assert not any("ratingValue" in json.dumps(n) for n in graph)


def test_a_claim_judged_wrong_is_left_out_and_the_reading_stays(
    pages: tuple[Page, ...], judgements: tuple[Judgement, ...]
) -> None:
    made = exported(ExportFormat.JSONL, pages, view(pages, judgements))
    assert len(list(made.case.claims())) == len(list(made.as_read.claims())) - 1
    assert made.as_read.pages == pages
