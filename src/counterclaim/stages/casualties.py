"""Counts to casualty findings: which aspect governs the count, who the victims are, which is part of which."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Quantity
from counterclaim.syntax import Parse


def find_casualties(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> tuple[Finding, ...]:
    """Find killed, injured, missing, detained, displaced and evacuated, in page order; `part_of` is an index in it."""
    return ()
