"""Which sentences of a page tell of which of its occurrences: each of the one whose claim stands nearest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from counterclaim.model import Claim, Page

SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?![\s\"”’')])[^.!?\n]*)*[.!?\n]?[\"”’')]*")  # up to a stop before a blank


def sentences_told(page: Page) -> list[tuple[int, str]]:
    """The sentences of a page's article, each with the number of the occurrence that it tells of.

    A headline that stands apart from the text goes with what the page tells first.
    """
    claims = sorted(page.claims, key=lambda c: c.span)
    if not claims:
        return []
    starts = [c.span.start for c in claims]
    title = page.document.title
    apart = [(claims[0].occurrence, title)] if title and not page.document.text.startswith(title) else []
    return [*apart, *((_nearest(claims, starts, at, at + len(told)), told) for at, told in _sentences(page))]


def _sentences(page: Page) -> Iterator[tuple[int, str]]:
    text = page.document.text
    parts = [(p.span.start, p.span.end) for p in page.passages if p.role.is_article] or [(0, len(text))]
    for first, last in parts:
        for found in SENTENCE.finditer(text, first, last):
            if found.group().strip():
                yield found.start(), found.group().strip()


def _nearest(claims: Sequence[Claim], starts: Sequence[int], first: int, last: int) -> int:
    """The occurrence of the last claim within `first` and `last`, else of the nearest before or after."""
    after = bisect_left(starts, last)
    before = after - 1
    if before < 0:
        return claims[after].occurrence
    if starts[before] >= first or after == len(claims):
        return claims[before].occurrence
    return claims[before if first - starts[before] <= starts[after] - last else after].occurrence
