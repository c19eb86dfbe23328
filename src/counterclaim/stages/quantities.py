"""Counts of people as they are written: numerals, words, vague plurals, bounds, single victims."""

from __future__ import annotations

from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.syntax import Parse


def find_quantities(parse: Parse, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find counts that may be of people, in page order; money, dates, ages, distances and weapons are left out."""
    return ()
