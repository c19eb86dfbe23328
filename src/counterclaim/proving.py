"""What follows from a page's text by itself: that spans are its words, that ids are hashes of what they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from counterclaim.model import Claim, Page, Span, Statement, claim_id, statement_id


def check_page(page: Page) -> Iterator[tuple[str, str]]:
    """What is off: the record, and why. Nothing on a page as it was read."""
    text = page.document.text
    for name, spans in _spans(page):
        yield from ((name, why) for span in spans if (why := _span_fault(span, text)))
    yield from _order(page)
    yield from _statements(page)
    yield from _claims(page)


def _spans(page: Page) -> Iterator[tuple[str, Iterable[Span | None]]]:
    """Every record of the page that has spans, with these."""
    yield from ((f"passage {n}", (p.span,)) for n, p in enumerate(page.passages))
    for s in page.statements:
        yield f"statement {s.id}", (*s.source, *s.cue, *s.content, s.voice_span, *(span for _, span in s.joint))
    for c in page.claims:
        evidence = (e.span for e in c.evidence)
        yield f"claim {c.id}", (c.span, c.voice_span, c.cue_span, *evidence)
    yield from ((f"assertion {n}", (a.span,)) for n, a in enumerate(page.assertions))


def _span_fault(span: Span | None, text: str) -> str:
    if span is None or (0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.exact):
        return ""
    return f"its words do not stand at {span.start} to {span.end} of the text"


def _order(page: Page) -> Iterator[tuple[str, str]]:
    for n, (before, after) in enumerate(pairwise(page.passages), 1):
        if before.span.end > after.span.start:
            yield f"passage {n}", "it begins before the one before it ends"


def _statements(page: Page) -> Iterator[tuple[str, str]]:
    ids = {s.id for s in page.statements}
    for s in page.statements:
        name = f"statement {s.id}"
        if s.document != page.document.id:
            yield name, f"it says that it is of the page {s.document}"
        if s.id != statement_id(page.document, s.manner, _parts(s)):
            yield name, "its id does not follow from its words"
        if s.parent is not None and s.parent not in ids:
            yield name, f"the statement {s.parent}, in which it stands, is not there"


def _parts(statement: Statement) -> tuple[Span, ...]:
    return (*statement.source, *statement.cue, *statement.content)


def _claims(page: Page) -> Iterator[tuple[str, str]]:
    ids, statements = {c.id for c in page.claims}, {s.id for s in page.statements}
    if len(ids) < len(page.claims):
        yield "claims", "two have one id"
    for c in page.claims:
        name = f"claim {c.id}"
        if c.document != page.document.id:
            yield name, f"it says that it is of the page {c.document}"
        if c.id not in _possible_ids(c, page):
            yield name, "its id does not follow from its words, voice and polarity"
        if c.part_of is not None and c.part_of not in ids:
            yield name, f"the claim {c.part_of}, of which it is a part, is not there"
        if c.statement is not None and c.statement not in statements:
            yield name, f"the statement {c.statement}, in which it is made, is not there"


def _possible_ids(c: Claim, page: Page) -> set[str]:
    """The id has the polarity and party of the words; what surrounds them may deny the whole, or name who did it."""
    polarities = {c.polarity, "affirms"}
    return {
        claim_id(page.document, c.aspect, c.span.start, c.span.end, (c.voice, party, polarity))
        for party, polarity in product((c.party, None), polarities)
    }
