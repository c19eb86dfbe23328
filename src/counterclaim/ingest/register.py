"""From drafts to documents: what every page must be, and that ids within one run are unambiguous."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from counterclaim.errors import PageError
from counterclaim.ingest.draft import MAX_CHARACTERS, Draft, excerpt, has_surrogates
from counterclaim.ingest.language import is_english, require_english
from counterclaim.ingest.text import too_long
from counterclaim.model import Document, Skipped, content_id

SAME = ("published", "title", "lang")
"""Fields in which two readings of one page may differ; of outlet and address, a page has one of each."""


@dataclass(slots=True)
class Register:
    """The pages of one run, by id (without their texts).

    A page that comes twice is one page. A page of another text, outlet or address under an id that is taken gets that
    id with a hash of its own behind it, and that is said.
    """

    _pages: dict[str, tuple[str, Document]] = field(default_factory=dict)

    def enter(self, draft: Draft) -> Iterator[Document | Skipped]:
        """The draft as a document, if it is new, and what is to be said about it.

        Raises PageError when it has no text, is too long, or is not in English.
        """
        document = document_of(draft)
        notes = list(draft.notes)
        first = self._first(document)
        if first and not _is_same_page(first, document):
            taken, document = document.id, replace(document, id=_distinct_id(document))
            other = first[1].source
            why = f"the id {excerpt(taken)} is that of another page ({other}); this one is read as {document.id}"
            notes.append(Skipped(draft.name, why, "give each page an id of its own", part="id"))
            first = self._first(document)
        if first:
            notes.extend(_differences(first[1], document))
        else:
            self._pages[document.id] = (document.text_hash, replace(document, text=""))
            yield document
        yield from notes

    def _first(self, document: Document) -> tuple[str, Document] | None:
        return self._pages.get(document.id)


def document_of(draft: Draft) -> Document:
    """The draft as a document, its id given or a hash of its content; raises PageError when it cannot be read."""
    if not draft.text.replace("\ufeff", "").strip():
        raise PageError(draft.name, "the page has no text")
    if len(draft.text) > MAX_CHARACTERS:
        raise too_long(draft.name)
    if has_surrogates(draft.text):
        raise PageError(draft.name, "the text holds half of a surrogate pair, which no file can hold", "mend the text")
    found = require_english(draft.text, draft.lang, draft.declared, name=draft.name)
    said = filter(is_english, (draft.lang, draft.declared))
    return Document(
        id=draft.id or page_id(draft.text, draft.outlet, draft.url),
        text=draft.text,
        outlet=draft.outlet,
        published=draft.published,
        title=draft.title,
        url=draft.url,
        lang=next(said, found),
        source=draft.name,
    )


def page_id(text: str, outlet: str | None, url: str | None) -> str:
    """The id of a page that was given none: a hash of its text and, where they are known, its outlet and address.

    One wire report on two outlets is two pages; without outlet and address the text alone counts.
    """
    return content_id("page", text, outlet or "", url or "") if outlet or url else content_id("page", text)


def _is_same_page(first: tuple[str, Document], document: Document) -> bool:
    text_hash, known = first
    return (text_hash, known.outlet, known.url) == (document.text_hash, document.outlet, document.url)


def _distinct_id(document: Document) -> str:
    return f"{document.id}~{page_id(document.text, document.outlet, document.url)}"


def _differences(first: Document, again: Document) -> Iterator[Skipped]:
    """What the second reading of a page says otherwise than the first; what it leaves out is no difference."""
    for name in SAME:
        known, other = getattr(first, name), getattr(again, name)
        if other is not None and other != known:
            was = f"was read before ({first.source}) with {name} {excerpt(known)}"
            why = f"the page {again.id} {was}, not {excerpt(other)}"
            yield Skipped(str(again.source), why, "the first reading is kept", part=name)
