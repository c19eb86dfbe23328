"""Many pages: in order, the same however many processes, one fault never the end of the others."""

from collections.abc import Iterator

import pytest

from counterclaim import batch
from counterclaim.model import Document, Page, Skipped
from counterclaim.resources import Resources

PAGES = [Document(f"p{n}", f"At least {n + 2} people were killed in Tarnholt, officials said.") for n in range(5)]


def test_order_is_kept_and_what_was_skipped_passes_through() -> None:
    skipped = Skipped("x", "empty")
    outcomes = list(batch.read_pages([PAGES[0], skipped, PAGES[1]]))
    assert [o.document.id if isinstance(o, Page) else o for o in outcomes] == ["p0", skipped, "p1"]


def test_two_processes_give_the_same() -> None:
    assert list(batch.read_pages(PAGES, processes=2)) == list(batch.read_pages(PAGES))


def test_a_fault_on_one_page_is_named_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = batch.read_page

    def faulty(document: Document, resources: Resources, *, explain: bool) -> Page:
        if document.id == "p1":
            raise IndexError("a fault")
        return honest(document, resources, explain=explain)

    monkeypatch.setattr(batch, "read_page", faulty)
    first, second, third = batch.read_pages(PAGES[:3])
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert isinstance(second, Skipped)
    assert second.name == "p1"
    assert "IndexError: a fault" in second.why


def test_documents_are_taken_as_they_are_needed() -> None:
    taken = []

    def source() -> Iterator[Document]:
        for document in PAGES:
            taken.append(document.id)
            yield document

    next(batch.read_pages(source()))
    assert taken == ["p0"]
