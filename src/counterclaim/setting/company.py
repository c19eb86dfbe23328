"""What speaks for two findings telling of one occurrence besides themselves: the counts told with them, their voices.

"Two killed and six injured" in two sentences is one attack more surely than two and two alone; and where two voices
give two figures they mostly differ over one, while one voice that gives two tells of two.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.setting.retelling import Figure, Retold

FEW, SOME = 2, 10  # people


def mates(a: Retold, b: Retold, sorts: str) -> Iterator[str]:
    """Which of the counts told with two findings of different sentences agree, and whether some do not."""
    mine, yours = _figure(a), _figure(b)
    met = (a.counts & b.counts) - ({mine} if mine == yours else frozenset())
    if met:
        size = "some" if max(low for _, low in met) > FEW else "few"
        yield from (f"mates:{size}", f"mates:{size}|{sorts}")
        if sum(low > FEW for _, low in met) > 1:
            yield "mates:several"
        if max(low for _, low in met) > SOME:
            yield "mates:many"
    if (_aspects(a.counts - {mine}) & _aspects(b.counts - {yours})) - _aspects(met):
        yield from ("mates:differ", f"mates:differ|{sorts}")
    if mine != yours:
        if mine[1] > FEW and mine in b.counts:
            yield "mates:first"
        if yours[1] > FEW and yours in a.counts:
            yield "mates:second"


def voices(a: Retold, b: Retold, stand: str, where: str) -> Iterator[str]:
    """Whether two findings stand on one voice's word, and with that whether their figures agree."""
    one, two = a.finding.voice, b.finding.voice
    found = ("same" if one == two else "other") if one and two else "one" if one or two else "none"
    yield from (f"voice:{found}", f"voice:{found}|{where}", f"voice:{found}|{stand}")
    if a.finding.aspect == b.finding.aspect:
        yield f"voice:{found}|{'agree' if a.finding.low == b.finding.low else 'differ'}"


def _figure(told: Retold) -> Figure:
    return told.finding.aspect, told.finding.low or 0


def _aspects(figures: frozenset[Figure]) -> set[str]:
    return {aspect for aspect, _ in figures}
