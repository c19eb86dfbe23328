"""What the bench of casebooks makes of a page, round after round."""

from itertools import islice

from benches import load_bench
from casebooks import made
from counterclaim.model import Document


def test_rounds_are_other_pages_whose_spans_hold() -> None:
    page = made(text="At least 12 people were killed in Qarwan, the ministry said.", published="2019-04-09T10:00:00")
    first, *others = islice(load_bench("casebook").rounds([page]), 30)
    assert first.document.text == page.document.text
    assert len({p.document.id for p in (first, *others)}) == len({p.document.text for p in others}) + 1 == 30
    for other in others:
        text = other.document.text
        assert len(text) == len(page.document.text)
        for span in (c.span for c in other.claims):
            assert text[span.start : span.end] == span.exact
        assert isinstance(other.document, Document)
        assert other.document.published[10:] == "T10:00:00"
        assert other.document.published > page.document.published
        assert other.claims[0].low == page.claims[0].low
        assert other.claims[0].id != page.claims[0].id
        assert other.claims[0].place.ref is None
