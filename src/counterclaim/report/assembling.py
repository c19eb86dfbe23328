"""The report as one file: head, incidents, contradictions, pages, foot; whole, or with parts that open when asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from counterclaim.faces.wording import printable
from counterclaim.model import Page, Reuse, Rivalry
from counterclaim.report.assets import load_assets, policy
from counterclaim.report.foot import foot
from counterclaim.report.incidents import head_facts, incident_row, incident_section, published_words
from counterclaim.report.judgements import judgements_section
from counterclaim.report.marks import copied_marks
from counterclaim.report.markup import EMPTY, Html, data_block, el, join, lazy_block
from counterclaim.report.material import Material
from counterclaim.report.overview import overview_section
from counterclaim.report.pages import legend, page_article, writer_of
from counterclaim.report.places import places_named
from counterclaim.report.reading import ANCHOR as READING
from counterclaim.report.shelf import Shelf, incident_anchor
from counterclaim.report.standing import rivals_section
from counterclaim.report.words import counted, facts, kept_together

WHOLE = 60  # pages up to which all is in the document; above it incidents and pages are opened when asked for
STANCE = "This report says who claims what, on whose word and through whom. It never says what is true."
LAZY = "This is the report of many pages: incidents and pages open when they are asked for, which needs scripts. "
LAZY += (
    "The table of incidents below needs none, nor does the report of one incident (counterclaim report --incident ID) "
)
LAZY += f"or of up to {WHOLE} pages."


@dataclass(frozen=True)
class _Layout:
    """A report in the making."""

    material: Material
    shelf: Shelf
    lazy: bool

    @property
    def ordered(self) -> list[Page]:
        """The pages in the report's order."""
        by_id = {p.document.id: p for p in self.material.pages}
        return [by_id[id_] for id_ in self.shelf.documents]


def assemble(material: Material, *, whole: int = WHOLE) -> str:
    """The file's text; the same material gives the same bytes. Up to `whole` pages nothing in it needs a script."""
    layout = _Layout(
        material, Shelf.of(material.pages, material.accounts, material.judged), len(material.pages) > whole
    )
    assets = load_assets()
    kind = "index" if layout.lazy else "full"
    html = el("html", _head(layout, assets), _body(layout, assets), lang="en", data_kind=kind)
    return f"<!doctype html>\n{html}\n"


def _head(layout: _Layout, assets: Mapping[str, str]) -> Html:
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy(assets)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="generator", content=layout.material.making.program),
        el("title", f"{_title(layout)} · counterclaim"),
        el("style", Html(assets["report.css"])) if "report.css" in assets else None,
    )


def _body(layout: _Layout, assets: Mapping[str, str]) -> Html:
    material, shelf = layout.material, layout.shelf
    return el(
        "body",
        el("a", "Skip to the report", cls="skip", href="#main"),
        _top(layout),
        _contents(layout),
        el("main", *_main(layout), id="main", tabindex="-1"),
        foot(material, shelf, assets),
        data_block(_data(layout), id_="report-data"),
        _borders(layout, assets),
        el("script", Html(assets["report.js"])) if "report.js" in assets else None,
    )


def _title(layout: _Layout) -> str:
    accounts = layout.material.accounts
    if len(accounts) == 1:
        return printable(accounts[0].incident.title)
    return counted(len(accounts), "incident") if accounts else "No claims"


def _top(layout: _Layout) -> Html:
    material = layout.material
    voices = {v for a in material.accounts for q in a.questions for v in q.voices}
    claims = sum(len(a.incident.claims) for a in material.accounts)
    told = [("page", len(material.pages)), ("claim", claims), ("named voice", len(voices))]
    about: list[tuple[str, Html | str | None]] = [("read", " · ".join(counted(n, word) for word, n in told))]
    about.append(("published", published_words(layout.shelf.documents.values())))
    if len(material.accounts) == 1:
        about = head_facts(material.accounts[0], layout.shelf)
    return el(
        "header",
        el("p", "counterclaim report", cls="kicker"),
        el("h1", kept_together(_title(layout))),
        facts(about),
        *(el("p", note, cls="note") for note in material.notes),
        el("p", STANCE, " ", el("a", "How to read it", href=f"#{READING}"), cls="stance"),
        el("p", LAZY, cls="note scriptless") if layout.lazy else None,
        id="head",
    )


def _contents(layout: _Layout) -> Html:
    accounts = layout.material.accounts
    parts = [("overview", "Incidents")] if len(accounts) > 1 else []
    parts += [(incident_anchor(accounts[0].incident), "Claims")] if len(accounts) == 1 else []
    parts += [("against", "Contradictions")] if layout.material.rivals else []
    parts += [("judgements", "Judged")] if layout.material.judged.answers else []
    parts += [("pages", "Pages"), ("foot", "About")]
    links = [el("li", el("a", words, href=f"#{anchor}")) for anchor, words in parts]
    return el("nav", el("ul", *links), id="contents", aria_label="Contents")


def _main(layout: _Layout) -> Iterator[Html]:
    material = layout.material
    if not material.accounts:
        yield el("p", "No claims were found on these pages.", cls="note")
    if len(material.accounts) > 1:
        yield el("section", id="filters", hidden=True, aria_label="Filters")
        yield overview_section(material.accounts)
    if layout.lazy:
        yield el("section", id="opened", aria_live="polite", aria_label="Opened incident")
    yield from _incidents(layout)
    yield rivals_section(material.rivals, layout.shelf)
    yield judgements_section(material.judged, layout.shelf)
    articles = _pages(layout)
    opened = EMPTY if layout.lazy else join(*(article for _, article in articles))
    yield el("section", el("h2", "The pages as read"), legend(), opened, id="pages")
    if layout.lazy:
        yield from (lazy_block(article, anchor) for anchor, article in articles)


def _incidents(layout: _Layout) -> Iterator[Html]:
    for account in layout.material.accounts:
        section, drawn = incident_section(account, layout.material, layout.shelf)
        if layout.lazy:
            yield lazy_block(section, incident_anchor(account.incident))
            yield drawn
        else:
            yield Html(f"{section.removesuffix('</section>')}{drawn}</section>")


def _pages(layout: _Layout) -> list[tuple[str, Html]]:
    """Each page's anchor and article."""
    material, shelf = layout.material, layout.shelf
    incidents = {c.id: a.incident.id for a in material.accounts for c in a.incident.claims}
    copied, reuse, rivals = copied_marks(material.reuse, shelf), _reuse_by_page(material), _rivals_by_page(material)
    found = []
    for page in layout.ordered:
        id_ = page.document.id
        sha256 = material.hashes.get(id_, page.document.text_hash)
        writer = writer_of(page, shelf, incidents, copied.get(id_, ()), rivals.get(id_, ()))
        found.append((shelf.anchors[id_], page_article(page, shelf, writer, reuse.get(id_, ()), sha256)))
    return found


def _reuse_by_page(material: Material) -> Mapping[str, list[Reuse]]:
    found: dict[str, list[Reuse]] = defaultdict(list)
    for pair in material.reuse:
        found[pair.a].append(pair)
        found[pair.b].append(pair)
    return found


def _rivals_by_page(material: Material) -> Mapping[str, list[Rivalry]]:
    found: dict[str, list[Rivalry]] = defaultdict(list)
    for r in material.rivals:
        for page in dict.fromkeys((r.a.document, r.b.document)):
            found[page].append(r)
    return found


def _data(layout: _Layout) -> dict[str, Any]:
    material, shelf = layout.material, layout.shelf
    on: dict[str, list[str]] = defaultdict(list)
    for account in material.accounts:
        for page in dict.fromkeys(c.document for c in account.incident.claims):
            on[page].append(incident_anchor(account.incident))
    return {
        "version": 1,
        "kind": "index" if layout.lazy else "full",
        "made_with": material.making.program,
        "pages": [
            {
                "id": shelf.anchors[d.id],
                "name": shelf.names[d.id],
                "outlet": printable(d.outlet) if d.outlet else None,
                "published": d.published,
                "title": printable(d.title) if d.title else None,
                "incidents": on.get(d.id, []),
                "words": len(d.text.split()),
            }
            for d in shelf.documents.values()
        ],
        "incidents": [incident_row(account, material) for account in material.accounts],
        "towns": _towns(layout),
    }


def _towns(layout: _Layout) -> list[dict[str, Any]]:
    if layout.material.towns is None:
        return []
    places = chain.from_iterable(
        [p for p, claims in places_named(a).values() for _ in claims] for a in layout.material.accounts
    )
    found = layout.material.towns.near(places)
    return [{"name": t.place.name, "lat": t.place.lat, "lon": t.place.lon, "people": t.people} for t in found]


def _borders(layout: _Layout, assets: Mapping[str, str]) -> Html | None:
    """The borders, where there is a place to draw."""
    text = assets.get("borders.json")
    placed = any(p.lat is not None for a in layout.material.accounts for p, _ in places_named(a).values())
    if not text or not placed:
        return None
    return el("script", Html(text), type="application/json", id="borders")
