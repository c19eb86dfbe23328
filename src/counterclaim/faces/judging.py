"""Judgements made from outside: who judges, when, on which claim of the casebook, and with what value."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from counterclaim.errors import JudgementError, NotFoundError
from counterclaim.faces.excerpt import claims_at
from counterclaim.faces.target import SHORTEST, page_called
from counterclaim.faces.wording import page_names
from counterclaim.gazetteer import load_gazetteer
from counterclaim.judging import view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.judging.values import Value, parse
from counterclaim.model import Anchor, Claim, Judgement, Opinion, Page, PageMark, Place

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

PERSON = "COUNTERCLAIM_PERSON"
COMPARED = "`counterclaim compare` prints places, PAGE:OFFSET"


def person(given: str | None = None) -> str:
    """Who judges: as given, else COUNTERCLAIM_PERSON, else the name of the system's user; raises JudgementError."""
    try:
        name = given or os.environ.get(PERSON) or getpass.getuser()
    except (KeyError, OSError, ImportError):
        name = ""
    if not name.strip():
        raise JudgementError(f"nobody knows who judges: give a name with --by, or in {PERSON}")
    return name.strip()


def judge(casebook: Casebook, opinion: Opinion, *, by: str | None = None) -> Judgement:
    """Record an opinion in the casebook, with the time; raises JudgementError where it takes back what it may not."""
    who = person(by)
    if opinion.undoes is not None:
        _check_undo(casebook, opinion.undoes, who)
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return casebook.append_judgement(lambda last: following(last, opinion, person=who, at=at))


def _check_undo(casebook: Casebook, number: int, who: str) -> None:
    found = [j for j in casebook.judgements(after=number - 1)[:1] if j.number == number]
    if not found:
        raise JudgementError(f"there is no judgement {number} to undo")
    if found[0].person != who:
        raise JudgementError(f"judgement {number} is {found[0].person}'s: say the contrary, both will be shown")


class Targets:
    """Claims and pages of a casebook as people name them; only the pages that are named are loaded."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._pages: dict[str, Page] = {}

    @cached_property
    def names(self) -> dict[str, str]:
        """The short name of each page by its id."""
        return page_names(self._casebook.headers())

    def mark(self, name: str) -> PageMark:
        """A page by its name or id, or the start of its id; raises NotFoundError."""
        return self._shelf(self._page(name)).mark(self._page(name))

    def anchor(self, target: str) -> Anchor:
        """A claim as it was read, by PAGE:OFFSET or id; raises NotFoundError where it is none or may be several."""
        found = self.claim(target)
        return self._shelf(found.document).anchor(found.id)

    def claim(self, target: str) -> Claim:
        """The same, as the claim that was read."""
        page, colon, offset = target.rpartition(":")
        if colon and offset.isdecimal():
            found = claims_at(self._load(self._page(page)), int(offset))
            exact = [c for c in found if c.span.start <= int(offset) < c.span.end]
            return _the_one(exact or found, target, self._beside(page, int(offset)))
        on = self._casebook.holding(target) if len(target) >= SHORTEST else ()
        return _the_one([c for id_ in on for c in self._load(id_).claims if c.id.startswith(target)], target)

    def shown(self, claim: Claim) -> Claim:
        """The claim as people judge it up to now, as it was read where they have judged it wrong."""
        judged = view([self._load(claim.document)], self._casebook.judgements())
        return next((c for p in judged.pages for c in p.claims if c.id == claim.id), claim)

    def value(self, claim: Claim, field: str, text: str) -> Value:
        """A field's value as written; a place by its name alone is looked up on the page and in the gazetteer."""
        value = parse(field, text)
        if isinstance(value, Place) and value.lat is None:
            return known_place(value, claim, self._load(claim.document).claims)
        return value

    def _page(self, name: str) -> str:
        return page_called(name, self.names, self.names)

    def _beside(self, page: str, offset: int) -> str:
        """Where to look when no claim stands there: the claim of the page that is nearest."""
        name = self._page(page)
        starts = [c.span.start for c in self._load(name).claims]
        if not starts:
            return f"nothing is claimed on {self.names[name]}"
        return f"the nearest claim is {self.names[name]}:{min(starts, key=lambda s: abs(s - offset))}"

    def _load(self, id_: str) -> Page:
        if id_ not in self._pages:
            page = self._casebook.page(id_)
            if page is None:
                raise NotFoundError(f"no page has the id {id_!r}")
            self._pages[id_] = page
        return self._pages[id_]

    def _shelf(self, id_: str) -> Shelf:
        return Shelf([self._load(id_)])


def _the_one(found: list[Claim], target: str, try_instead: str = COMPARED) -> Claim:
    if len(found) == 1:
        return found[0]
    if found:
        told = ", ".join(f"{c.id} ({c.aspect}, {c.voice or 'the page itself'})" for c in found)
        raise NotFoundError(f"{target!r} may be any of {len(found)} claims, name one by its id: {told}")
    raise NotFoundError(f"no claim is at {target!r}; {try_instead}")


def known_place(place: Place, claim: Claim, claims: Iterable[Claim]) -> Place:
    """The place of that name on the page, else in the gazetteer, first in the country of what was read."""
    for there in (c.place for c in claims if c.place):
        if there.name.casefold() == place.name.casefold():
            return there
    country = claim.place.country if claim.place else None
    found = sorted(load_gazetteer().lookup(place.name), key=lambda p: p.country != country)
    return replace(found[0], name=place.name) if found else place
