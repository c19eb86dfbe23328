"""The demo pages read once, as a case for every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import claim, page
from counterclaim.batch import read_pages
from counterclaim.export.case import Case
from counterclaim.export.formats import ExportFormat
from counterclaim.faces.demo import demo_folder
from counterclaim.faces.exporting import exported
from counterclaim.ingest import read_documents
from counterclaim.model import Document, Incident, Judged, Page, Place

HOSTILE = '=cmd|"/c calc"!A1 <script>alert(1)</script> \u202e"}],"@context":"https://evil.example", \x00\x07 \ud800'


@pytest.fixture(scope="session")
def demo_pages() -> tuple[Page, ...]:
    folder = demo_folder()
    outcomes = read_pages(read_documents([folder / "pages"]), parties=folder / "parties.toml")
    return tuple(o for o in outcomes if isinstance(o, Page))


@pytest.fixture(scope="session")
def demo(demo_pages: tuple[Page, ...]) -> Callable[[ExportFormat], Case]:
    """The demo as a case for a format."""
    made: dict[ExportFormat, Case] = {}

    def case(format_: ExportFormat) -> Case:
        if format_ not in made:
            made[format_] = exported(
                format_, demo_pages, Judged(demo_pages), parties=demo_folder() / "parties.toml"
            ).case
        return made[format_]

    return case


@pytest.fixture
def hostile() -> Case:
    """One page whose every field is meant to do harm."""
    text = f"{HOSTILE} 12 people {HOSTILE}"
    start = text.index("12 people")
    found = claim(HOSTILE, start, voice=HOSTILE, relays=(HOSTILE, "+1"), party=HOSTILE, place=Place(HOSTILE))
    document = Document(HOSTILE, text, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)", lang=HOSTILE)
    held = page(HOSTILE, found)
    incident = Incident("i1", HOSTILE, HOSTILE, Place(HOSTILE, lat=1.5, lon=2.5, precision=1), None, (found,))
    return Case((replace(held, document=document),), (incident,))
