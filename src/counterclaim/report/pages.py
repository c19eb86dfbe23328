"""The pages as read: each with what is known of it, its words and what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from counterclaim.faces.wording import printable
from counterclaim.model import Page, Passage, Reuse, Rivalry, Role, Span
from counterclaim.report.marks import Mark, Writer, marks_of
from counterclaim.report.markup import EMPTY, Html, address, bdi, el, join
from counterclaim.report.shelf import Shelf
from counterclaim.report.words import counted, facts, told_on

LEGEND = (
    ("source", "source", "who speaks, in the page's words"),
    ("cue", "cue", "the words that say that somebody speaks"),
    ("content", "content", "what is said"),
    ("value", "value", "the words of a claim; a link back to its row"),
    ("against", "against", "contradicted elsewhere"),
    ("copied", "copied", "the same words stand on another page"),
)


def page_article(page: Page, shelf: Shelf, writer: Writer, reuse: Sequence[Reuse], sha256: str) -> Html:
    """One page; `reuse` is what it has in common with others, `sha256` the hash of its text as published."""
    document = page.document
    name, outlet = shelf.names[document.id], shelf.outlet(document.id)
    title = printable(document.title) if document.title else None
    about = facts(
        [
            ("title", el("cite", title, dir="auto") if title and not _begins_with(page, title) else None),
            ("published", told_on(document.published)),
            ("address", address(document.url)),
            ("credited to", join(*_commas(page.relays)) if page.relays else None),
            ("same words", _shared(document.id, reuse, shelf)),
            ("read", f"{counted(len(page.claims), 'claim')}, {counted(len(page.statements), 'statement')}"),
            ("SHA-256 of the text", el("code", sha256)),
        ]
    )
    head = el("header", el("h3", name, " · ", bdi(outlet)), about)
    text = el("div", *_passages(page, writer), cls="text", lang=document.lang or "en")
    return el("article", head, text, cls="page", id=shelf.anchors[document.id])


def legend() -> Html:
    """What the marks in the pages mean."""
    items = [el("li", el("span", sample, cls=f"mark {kind}"), f" {told}") for kind, sample, told in LEGEND]
    return el("ul", *items, cls="legend")


def writer_of(
    page: Page, shelf: Shelf, incidents: Mapping[str, str], copied: Iterable[Mark], rivals: Iterable[Rivalry]
) -> Writer:
    """What writes the words of a page with their marks."""
    return Writer(page.document.text, marks_of(page, copied, rivals), shelf, incidents)


def _passages(page: Page, writer: Writer) -> Iterator[Html]:
    """The article's passages, and between them the page's furniture folded away."""
    for is_article, group in groupby(_whole(page), key=lambda p: p.role.is_article):
        passages = list(group)
        shown = [_passage(p, writer) for p in passages]
        if is_article:
            yield join(*shown)
        else:
            roles = ", ".join(dict.fromkeys(p.role.value for p in passages))
            told = f"Not part of the article: {roles} ({counted(len(passages), 'passage')})"
            yield el("details", el("summary", told), *shown, cls="furniture")


def _passage(passage: Passage, writer: Writer) -> Html:
    start, end = passage.span.start, passage.span.end
    return el(
        "p",
        writer.write(start, end),
        cls=f"passage {passage.role.value}",
        dir="auto",
        data_start=str(start),
        data_end=str(end),
    )


def _whole(page: Page) -> Iterator[Passage]:
    """The passages, and whatever words stand between them, so that nothing of the page is left out."""
    text, at = page.document.text, 0
    for passage in page.passages:
        yield from _between(text, at, passage.span.start)
        yield passage
        at = passage.span.end
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Passage]:
    if text[start:end].strip():
        yield Passage(Span.of(text, start, end), Role.BODY)


def _shared(page: str, reuse: Iterable[Reuse], shelf: Shelf) -> Html | None:
    """With which pages it shares how many words, and which of the two had them first."""
    parts = []
    for pair in reuse:
        other, share = (pair.b, pair.a_in_b) if pair.a == page else (pair.a, pair.b_in_a)
        when = "" if pair.earlier is None else ", that one earlier" if pair.earlier == other else ", that one later"
        origin = f", {printable(pair.origin)} ({pair.known})" if pair.origin else ""
        parts.append(
            (
                pair.words,
                el(
                    "li",
                    shelf.page_ref(other),
                    f" {counted(pair.words, 'word')}, {share:.0%} of this page{when}{origin}",
                ),
            )
        )
    found = [item for _, item in sorted(parts, key=lambda part: -part[0])]
    return el("ul", *found) if found else None


def _begins_with(page: Page, title: str) -> bool:
    """Whether the text itself opens with its title, which then need not be told before it."""
    return printable(page.document.text[: 2 * len(title)]).startswith(title)


def _commas(names: Sequence[str]) -> Iterator[Html | str]:
    for n, name in enumerate(names):
        yield ", " if n else EMPTY
        yield bdi(printable(name))
