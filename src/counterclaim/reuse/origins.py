"""Whose the shared words were first: the earlier page, where dates tell, and the agency that is credited for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from counterclaim.model import Document, Page
from counterclaim.parties import Catalogue

SUBSTANTIAL = 30  # same words, about a sentence and a half: fewer may be a quotation that both pages carry


@dataclass(frozen=True, slots=True)
class Origin:
    """Who the words of both pages are credited to, and the ids of the pages that say so."""

    name: str
    stated_by: tuple[str, ...]


def earlier_page(a: Document, b: Document) -> str | None:
    """The id of the page published first; None where a date is missing, or they are of one day and no hour is known."""
    first, second = _moment(a.published), _moment(b.published)
    if first is None or second is None:
        return None
    if not (_has_hour(a.published) and _has_hour(b.published)) or (first.tzinfo is None) != (second.tzinfo is None):
        first, second = (dt.datetime.combine(m.date(), dt.time()) for m in (first, second))
    if first == second:
        return None
    return a.id if first < second else b.id


def common_origin(a: Page, b: Page, words: int, catalogue: Catalogue) -> Origin | None:
    """The agency behind words that two pages share; None where neither credits one, or they credit others.

    Where only one page credits an agency, or is the agency's own, the other's words are inferred to be the agency's:
    if they are `words` enough, and the agency's page is not known to be the later.
    """
    first, second = _origins(a, catalogue), _origins(b, catalogue)
    both = [name for name in first if name in second]
    if both:
        return Origin(both[0], (a.document.id, b.document.id))
    credited = first or second
    if (first and second) or len(credited) != 1 or words < SUBSTANTIAL:
        return None
    source, other = (a, b) if first else (b, a)
    if not source.relays and earlier_page(a.document, b.document) == other.document.id:
        return None
    return Origin(credited[0], (source.document.id,))


def _origins(page: Page, catalogue: Catalogue) -> tuple[str, ...]:
    """Those whom a page credits; an agency's page that credits nobody is the agency's own."""
    if page.relays:
        return page.relays
    party = catalogue.lookup(page.document.outlet) if page.document.outlet else None
    return (party.name,) if party and party.kind == "agency" else ()


def _moment(published: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(published) if published else None
    except ValueError:
        return None  # a year alone, or words: no date to compare


def _has_hour(published: str | None) -> bool:
    return len(published or "") > len("2000-01-01")
