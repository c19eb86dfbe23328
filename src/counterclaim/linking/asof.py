"""What was claimed by a day: the pages published up to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counterclaim.model import Page


@dataclass(frozen=True, slots=True)
class AsOf:
    """The pages known on a day, those that came later, and those of which nobody knows when they came."""

    day: date
    pages: tuple[Page, ...]
    later: tuple[Page, ...]
    undated: tuple[Page, ...]


def pages_by(day: date, pages: Iterable[Page]) -> AsOf:
    """Part the pages by whether they were published by the end of that day; one without a date is left out."""
    known: list[Page] = []
    later: list[Page] = []
    undated: list[Page] = []
    for page in pages:
        when = page.document.published_on
        (undated if when is None else known if when <= day else later).append(page)
    return AsOf(day, tuple(known), tuple(later), tuple(undated))
