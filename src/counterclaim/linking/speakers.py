"""Pages that speak for themselves: a monitor's own site, a ministry's communiqué, an agency that others quote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from counterclaim.model import Page
from counterclaim.parties import Catalogue

CARRIERS = frozenset({"agency", "media"})  # they pass on the word of others, unless somebody quotes their own


def page_speakers(pages: Iterable[Page], catalogue: Catalogue) -> Mapping[str, str]:
    """Document ids to the voice that the page's own word is, for pages published by a voice.

    An outlet is a voice when the catalogue knows it as a party to events rather than a carrier of news, or when one
    of the pages names it as the voice of a claim.
    """
    pages = list(pages)
    quoted = {c.voice.casefold(): c.voice for p in pages for c in p.claims if c.voice}
    found: dict[str, str] = {}
    for page in pages:
        outlet = page.document.outlet
        party = catalogue.lookup(outlet) if outlet else None
        name = party.name if party else outlet
        if name and name.casefold() in quoted:
            found[page.document.id] = quoted[name.casefold()]
        elif party and party.kind not in CARRIERS:
            found[page.document.id] = party.name
    return found
