"""Small records for tests, with only what a test is about spelled out."""

from __future__ import annotations

from typing import Any

from counterclaim.model import Claim, Document, Interval, Page, Place, Span, content_id

TARN = Place("Tarnholt", lat=10.0, lon=20.0, precision=1, ref="t:1")
VESK = Place("Veskad", lat=10.0, lon=21.5, precision=1, ref="t:2")


def day(first: str, last: str | None = None) -> Interval:
    return Interval(first, last or first)


def claim(document: str, start: int = 0, exact: str = "12 people", **fields: Any) -> Claim:
    """A claim that 12 people were killed, unless `fields` say otherwise."""
    given: dict[str, Any] = {"aspect": "killed", "low": 12, "high": 12, "bound": "exactly", "who": "people"} | fields
    id_ = content_id(document, start, exact, given["aspect"], given.get("voice"), given.get("party"))
    return Claim(id=id_, document=document, span=Span(start, start + len(exact), exact), **given)


def page(document: str, *claims: Claim, text: str = "", **fields: Any) -> Page:
    """A page that bears these claims; its text is made long enough to hold their spans."""
    if not text:
        letters = list(" " * max([c.span.end for c in claims], default=1))
        for c in claims:
            letters[c.span.start : c.span.end] = c.span.exact
        text = "".join(letters)
    return Page(Document(document, text, **fields), (), (), claims)
