"""Pages of invented reports, made of text alone."""

from __future__ import annotations

from counterclaim.cataloguing import load_catalogue
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Page, Passage, Reuse, Role, Span
from counterclaim.parties import Catalogue
from counterclaim.reuse.pages import find_reuse

WIRE = (
    "Shells fell on the market of Tarnholt on Tuesday, killing at least 12 people and wounding dozens, the Tarn Watch "
    "group said. Rescuers dug through the night for those still under the rubble of two houses. The Orsk army did not "
    "answer questions about the attack, the third on the town in a week."
)
OTHER = (
    "Talks about the price of grain will open in Veskad next month, the lake trade board announced, after a winter in "
    "which barges lay frozen at their moorings and mills stood still along the whole of the northern shore."
)


def paper(id_: str, text: str, relays: tuple[str, ...] = (), **fields: str) -> Page:
    """A page whose every line is an article's paragraph."""
    passages, at = [], 0
    for line in text.split("\n"):
        if line:
            passages.append(Passage(Span.of(text, at, at + len(line)), Role.BODY))
        at += len(line) + 1
    return Page(Document(id_, text, **fields), tuple(passages), (), (), relays)


def reuse(*pages: Page, catalogue: Catalogue | None = None) -> tuple[Reuse, ...]:
    return find_reuse(pages, catalogue or load_catalogue(), load_lexicon())
