"""What one page says in all of its main incident: how many killed, injured, missing …, with the claims that say so.

The main incident is the occurrence whose dead the page tells of first; without any dead, the one that it tells of first
of all. Its figure for an aspect is what the first claim says that is part of no other and denies nothing, with those
joined to it in a list ("a man and two children" is three) and with the persons whom the page names and counts nowhere.
A page puts its own figure first; earlier tolls, other incidents and persons told of again come after it. Figures over
months or of several incidents ("in separate shootings") are passed over, and where a page opens with single persons, a
fuller figure of the same incident holds. Measured by bench/gva.py.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.model import COUNTED, Claim, Page

JOINING = re.compile(  # "killed his two sons" and himself; names and ages of those told of may stand between
    r"(?:\s|,|;|&|\b(?:and|also|then|plus|with|along|together|as|well|were|was|both|his|her|their|its|the)\b"
    r"|\b(?:has|have|had|is|are|shot|killed|killing|murdered|stabbed|fatally|dead|found|allegedly|apparently)\b"
    r"|\b(?:appears?|appeared|believed|said|suspected|thought) to\b"
    r"|\d{1,3}(?=,)|(?:[A-Z][\w.’'-]+\s?){1,4}(?=[,;]))*"
)
SHARED = re.compile(r"\b(?:one|first|second|third|last|latest) of (?:the )?$")  # "the first of two killed that day"
ACROSS = re.compile(  # several incidents in one figure
    r"\b(?:separate|unrelated|different) (?:[\w-]+ ){0,2}"
    r"(?:incidents|shootings|attacks|accidents|cases|slayings|homicides|deaths|crashes)\b"
    r"|\b(?:two|three|four|five|six|several|multiple|\d+) (?:[\w-]+ )?(?:shootings|homicides|accidents|crashes)\b"
    r"|\b(?:in|over|during|within) (?:[\w-]+ ){0,2}(?:\d+|two|three|four|several|few) (?:hours|days|weeks)\b"
    r"|\b(?:weeks?|days|hours) (?:of each other|apart)\b|\bviolent (?:\d+ hours|weekend|night|day|week)\b"
)
SENTENCE = re.compile(r"[.!?]\s|\n")
BEFORE = 20  # characters for "the first of the"
REACH = 300  # characters of a sentence to either side of a claim
RECENT = 30  # days within which somebody hurt may have died
LONGEST = 45  # days within which one incident happens
DEFINITE = re.compile(r"(?i:the|his|her|their|its|my|our)\b|[A-Z]\w+['’]s\b")
NAME = re.compile(r"(?!(?:An?|One|Another|Some|He|She)\b)[A-Z]")


@dataclass(frozen=True, slots=True)
class Figure:
    """A page's figure: `low` and `high` as in a claim, None where that side is open; `claims` are those added up."""

    low: int | None
    high: int | None
    claims: tuple[Claim, ...]


def page_figures(page: Page, headline: Page | None = None) -> Mapping[str, Figure]:
    """The figures of the page's main incident by aspect, in the order of `COUNTED`; what is not claimed is left out.

    `headline` is the page's title, read as a page of its own. A text tells bit by bit of those whom its headline adds
    up: the headline's figure holds where the text has less. Of those hurt only where the text has no dead or the
    headline has too: "man shoots three" was written before they died.
    """
    found = _figures(page)
    above = {} if headline is None else dict(_figures(headline))
    if "killed" in found and "killed" not in above:
        above = {}
    return {a: max((f[a] for f in (found, above) if a in f), key=_least) for a in COUNTED if a in found or a in above}


def _least(figure: Figure) -> int:
    return figure.low or figure.high or 0


def _figures(page: Page) -> Mapping[str, Figure]:
    """The figures of one text."""
    told = [c for c in page.claims if c.aspect in COUNTED and c.polarity == "affirms" and c.part_of is None]
    told = [c for c in told if (c.low is not None or c.high is not None) and not _is_statistic(c)]
    text = page.document.text
    if not told:
        return {}
    main = next((c for c in told if c.aspect == "killed" and not _is_older(c, told[0])), told[0]).occurrence
    found: dict[str, Figure] = {}
    for aspect in COUNTED:
        here = [c for c in told if c.aspect == aspect and not (aspect == "injured" and _is_told_again(c, told))]
        first = next((i for i, c in enumerate(here) if c.occurrence == main), None)
        if first is not None:
            own = [c for c in here[first:] if not _is_across(c, text)]
            found[aspect] = _figure(own, here, text) if own else Figure(1, None, (here[first],))
    return found


def _is_older(claim: Claim, first: Claim) -> bool:
    """Whether the claim is of an incident long before the one with which the page opens."""
    if not claim.date or not first.date or not claim.date.latest or not first.date.earliest:
        return False
    days = dt.date.fromisoformat(first.date.earliest) - dt.date.fromisoformat(claim.date.latest)
    return claim.occurrence != first.occurrence and days.days > RECENT


def _is_told_again(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether those hurt are people that the page holds known and counts among its dead: "shot the other three"."""
    dead = max((c.low or 0 for c in told if c.aspect == "killed"), default=0)
    return claim.span.exact.startswith(("the ", "The ")) and 1 < (claim.low or 0) <= dead


def _is_statistic(claim: Claim) -> bool:
    """Whether the claim is over months or years: "last year four children died in the county"."""
    ends = (claim.date.earliest, claim.date.latest) if claim.date else (None, None)
    if not ends[0] or not ends[1]:
        return False
    return (dt.date.fromisoformat(ends[1]) - dt.date.fromisoformat(ends[0])).days > LONGEST


def _is_across(claim: Claim, text: str) -> bool:
    """Whether the claim's sentence adds several incidents up: "two died in separate shootings"."""
    first = max(0, claim.span.start - REACH)
    start = max((m.end() for m in SENTENCE.finditer(text, first, claim.span.start)), default=first)
    end = SENTENCE.search(text, claim.span.end, claim.span.end + REACH)
    return claim.low != 1 and ACROSS.search(text, start, end.start() if end else claim.span.end + REACH) is not None


def _figure(claims: Sequence[Claim], here: Sequence[Claim], text: str) -> Figure:
    """The figure of the list that opens `claims`; where it is of single persons only, of a fuller one if there is."""
    listed = _list(claims, text)
    if all(c.low == c.high == 1 for c in listed):
        main = claims[0].occurrence
        own = [c for c in claims if c.occurrence == main and not SHARED.search(_before(c, text))]
        fuller = max((_list(own[i:], text) for i in range(len(own))), key=_total, default=listed)
        single = all(c.low == c.high == 1 for c in fuller)
        if _total(fuller) > _total(listed) and not single:
            return _added(fuller)
    if any(c.low != 1 for c in listed):
        return _added(listed)
    return _added((*listed, *(c for c in here if c not in listed and _is_known(c))))


def _before(claim: Claim, text: str) -> str:
    return text[max(0, claim.span.start - BEFORE) : claim.span.start]


def _total(claims: Sequence[Claim]) -> int:
    return sum(c.low or 0 for c in claims)


def _list(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The first claim and those joined to it; a claim of another voice on the same words adds nothing."""
    found = [claims[0]]
    for claim in claims[1:]:
        if claim.span == found[-1].span:
            continue
        between = text[found[-1].span.end : claim.span.start]
        if not between.strip() or len(between) > REACH or not JOINING.fullmatch(between):
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
