"""In whose words another's stand: "Reuters said police had counted nine dead"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model import Attribution

NEAR = 8  # contents that begin before a source, among which it may stand


def with_tellers(found: Sequence[Attribution], known: Sequence[Attribution]) -> Iterator[Attribution]:
    """What was found, each told by the one among the known in whose words its source stands, if any."""
    contents = sorted((c.start, c.end, n) for n, k in enumerate(known) for c in k.content)
    for a in found:
        at = bisect_right(contents, a.source[0].start, key=lambda c: c[0]) if a.source else 0
        near = contents[max(0, at - NEAR) : at]
        over = [(end - start, n) for start, end, n in near if all(start <= s.start and s.end <= end for s in a.source)]
        yield replace(a, parent=min(over)[1]) if a.parent is None and over else a
