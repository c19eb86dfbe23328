"""Lines of a JSONL export brought back as pages: what cannot be trusted is named, with its line, and left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.export.whole import page_of, read_row
from counterclaim.model import Page, Skipped

EXPORTED = "import what `counterclaim export jsonl --pages PAGES.jsonl` wrote: name that file of pages"


@dataclass(frozen=True, slots=True)
class Restored:
    """A page as it was exported, where it stood, and which version of the reader had read it."""

    page: Page
    where: str
    reader: str


def restore(lines: Iterable[tuple[str, bytes | None]]) -> Iterator[Restored | Skipped]:
    """The pages of lines, each given with its name ("file:3"; None for one too long), in order; then what was refused.

    A line that is a claim is checked against its page: it must be among what was read there, at the same words.
    """
    spans: dict[str, dict[str, tuple[int, int]]] = {}
    claims: list[tuple[str, Mapping[str, Any]]] = []
    for where, line in lines:
        try:
            row = _row(line)
            if "aspect" in row and "text" not in row:
                claims.append((where, row))
                continue
            page, reader = page_of(row)
            if page.document.id in spans:
                raise ValueError(f"the page {page.document.id!r} has come before")  # noqa: TRY301
        except (ValueError, RecursionError) as error:
            yield Skipped(where, f"not imported: {error or type(error).__name__}", EXPORTED)
            continue
        spans[page.document.id] = {c.id: (c.span.start, c.span.end) for c in page.claims}
        yield Restored(page, where, reader)
    for where, row in claims:
        why = _refused(row, spans)
        if why:
            yield Skipped(where, f"not imported: {why}", EXPORTED)


def _row(line: bytes | None) -> Mapping[str, Any]:
    if line is None:
        raise ValueError("the line is too long")
    row = read_row(line)
    if "text" not in row and "aspect" not in row:
        raise ValueError("it is neither a page nor a claim")
    return row


def _refused(row: Mapping[str, Any], spans: Mapping[str, Mapping[str, tuple[int, int]]]) -> str | None:
    """Why a claim's line does not fit the pages, None where it does."""
    document, id_, span = row.get("document"), row.get("id"), row.get("span")
    if not isinstance(document, str) or not isinstance(id_, str) or not isinstance(span, dict):
        return "the claim lacks its document, id or span"
    if document not in spans:
        return f"the page {document!r} of the claim is not among the lines"
    if spans[document].get(id_) != (span.get("start"), span.get("end")):
        return f"nothing that was read on the page {document!r} is the claim {id_!r} at these words"
    return None
