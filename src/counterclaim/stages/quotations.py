"""Stretches between quotation marks, as pages really print them."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Passage, QuotedStretch


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[QuotedStretch, ...]:
    """Find quoted stretches, in page order."""
    return ()
