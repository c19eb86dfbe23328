"""What one page says in all of its main incident: how many killed, injured, missing …, with the claims that say so.

The main incident is the occurrence whose dead the page tells of first; without any dead, the one that it tells of first
of all. Its figure for an aspect is what the first claim says that is part of no other and denies nothing, with those
joined to it in a list ("a man and two children" is three) and with the persons whom the page names and counts nowhere.
A page puts its own figure first; earlier tolls, other incidents and persons told of again come after it. Measured by
bench/gva.py.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import COUNTED, Claim, Page

JOINING = re.compile(
    r"(?:\s|,|;|&|\b(?:and|also|then|plus|with|along|together|as|well|were|was|both|his|her|their|its|the)\b"
    r"|\b(?:has|have|had|shot|killed|killing|murdered|stabbed|fatally)\b)*"  # "killed his two sons" and himself
)
DEFINITE = re.compile(r"(?i:the|his|her|their|its|my|our)\b")
NAME = re.compile(r"(?!(?:An?|One|Another|Some|He|She)\b)[A-Z]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A page's figure: `low` and `high` as in a claim, None where that side is open; `claims` are those added up."""

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]


def page_figures(page: Page) -> Mapping[str, Figure]:
    """The figures of the page's main incident by aspect, in the order of `COUNTED`; what is not claimed is left out."""
    told = [c for c in page.claims if c.aspect in COUNTED and c.polarity == "affirms" and c.part_of is None]
    told = [c for c in told if c.low is not None or c.high is not None]
    if not told:
        return {}
    main = next((c for c in told if c.aspect == "killed"), told[0]).occurrence
    found: dict[str, Figure] = {}
    for aspect in COUNTED:
        here = [c for c in told if c.aspect == aspect]
        first = next((i for i, c in enumerate(here) if c.occurrence == main), None)
        if first is not None:
            listed = _list(here[first:], page.document.text)
            found[aspect] = _added((*listed, *(c for c in here if c not in listed and _is_known(c))))
    return found


def _list(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The first claim and those joined to it; a claim of another voice on the same words adds nothing."""
    found = [claims[0]]
    for claim in claims[1:]:
        if claim.span == found[-1].span:
            continue
        between = text[found[-1].span.end : claim.span.start]
        if not between.strip() or not JOINING.fullmatch(between):
            break
        found.append(claim)
    return tuple(found)


def _is_known(claim: Claim) -> bool:
    """Whether the claim is of one person called by name or with "the", of whom a page has one claim only."""
    exact, one = claim.span.exact, claim.low == claim.high == 1
    return one and bool(DEFINITE.match(exact) or (claim.who == "people" and NAME.match(exact)))


def _added(claims: tuple[Claim, ...]) -> Figure:
    lows, highs = [c.low or 0 for c in claims], [c.high for c in claims]
    low = None if len(claims) == 1 and claims[0].low is None else sum(lows)
    return Figure(low, None if None in highs else sum(h for h in highs if h is not None), claims)
