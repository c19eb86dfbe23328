"""The foot of a report: what was left out, what it was made with, and how to check it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.faces.wording import printable
from counterclaim.model import Document, Skipped
from counterclaim.report.markup import EMPTY, Html, bdi, el, join
from counterclaim.report.material import Making, Material
from counterclaim.report.reading import reading_section
from counterclaim.report.shelf import Shelf
from counterclaim.report.words import counted

PARTS = ("Read the words", "Compare the hash", "Read the pages again")
HOW = (
    "Every figure leads to the words it stands on: follow the link and read the passage.",
    "A page's name and offset (such as page:445) count characters of its text from 0, as Unicode code points: "
    "counterclaim show PAGE:OFFSET PATH prints the same words from your own copy of the page.",
    "The SHA-256 below is that of a page's text as UTF-8. counterclaim read PATH --pages pages.jsonl writes the texts; "
    "each hashes to the same 64 signs where it is the same text.",
    "counterclaim report PATH with the same version and parties file gives the same report, with the same ids.",
    "This report says who claims what. It does not say what is true: low, best and high, the verdicts and the grade "
    "follow rules that are written down in the program's documentation.",
)


def foot(material: Material, shelf: Shelf, assets: Mapping[str, str]) -> Html:
    """The whole foot."""
    return el(
        "footer",
        el("h2", "About this report"),
        _notes(material.notes),
        reading_section(),
        el("section", el("h3", "How to verify"), el("ol", *(el("li", told) for told in HOW)), id="verify"),
        _skipped(material.skipped),
        _versions(material.making, assets.get("versions.json", "")),
        _files(material.making),
        _inputs(material.hashes, shelf),
        _licences(assets.get("licences.txt", "")),
        id="foot",
    )


def _notes(notes: Sequence[str]) -> Html:
    return join(*(el("p", note, cls="note") for note in notes))


def _skipped(skipped: Sequence[Skipped]) -> Html:
    if not skipped:
        return el(
            "section",
            el("h3", "Pages left out"),
            el("p", "None was skipped: all pages that were named, or are in the casebook, could be read."),
            id="skipped",
        )
    items = [
        el("li", bdi(printable(s.name)), ": ", "" if s.part == "page" else "read, but ", printable(s.why),
           f" ({printable(s.hint)})" if s.hint else None)
        for s in skipped
    ]  # fmt: skip
    return el("section", el("h3", f"Pages left out ({len(skipped)})"), el("ul", *items), id="skipped")


def _versions(making: Making, drawn_with: str) -> Html:
    pairs = [("counterclaim", making.program), *making.versions, *_drawn_with(drawn_with)]
    rows = [el("tr", el("th", name, scope="row"), el("td", told)) for name, told in pairs]
    head = el("thead", el("tr", el("th", "program", scope="col"), el("th", "version", scope="col")))
    return _folded("versions", f"Versions ({len(pairs)})", _table("Versions", head, el("tbody", *rows)))


def _drawn_with(text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield from ((str(name), str(told)) for name, told in json.loads(text).items())


def _files(making: Making) -> Html:
    """Weights and data, each with its hash."""
    if not making.files:
        return EMPTY
    rows = [
        el("tr", el("th", f.name, scope="row"), el("td", f.told), el("td", el("code", f.sha256))) for f in making.files
    ]
    names = ("file", "what it is", "SHA-256")
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in names)))
    return _folded("models", f"Models and data ({len(rows)})", _table("Models and data", head, el("tbody", *rows)))


def _inputs(hashes: Mapping[str, str], shelf: Shelf) -> Html:
    rows = [_input(document, hashes, shelf) for document in shelf.documents.values()]
    names = ("page", "outlet", "characters", "SHA-256 of its text")
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in names)))
    told = f"Pages by hash ({counted(len(rows), 'page')})"
    return _folded("inputs", told, _table("Pages by hash", head, el("tbody", *rows)))


def _input(document: Document, hashes: Mapping[str, str], shelf: Shelf) -> Html:
    return el(
        "tr",
        el("th", shelf.page_ref(document.id), scope="row"),
        el("td", bdi(shelf.outlet(document.id))),
        el("td", f"{len(document.text):,}"),
        el("td", el("code", hashes.get(document.id, document.text_hash))),
    )


def _licences(text: str) -> Html:
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    shown = [el("p", block, cls="licence") for block in blocks]
    return _folded("licences", "Licences of the parts that draw this page", join(*shown)) if blocks else EMPTY


def _table(caption: str, head: Html, body: Html) -> Html:
    return el(
        "div",
        el("table", el("caption", caption), head, body),
        cls="scroll",
        role="region",
        tabindex="0",
        aria_label=caption,
    )


def _folded(id_: str, summary: str, *content: Html) -> Html:
    return el("details", el("summary", summary), *content, id=id_)
