"""What the figures of two counts say for and against their being of one occurrence: the names of features."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.setting.company import FEW, SOME
from counterclaim.setting.reader import HARM
from counterclaim.setting.retelling import Retold
from counterclaim.setting.steps import Steps, step

TIMES: Steps = ((1.5, "close"), (10, "times"))  # one figure over the other
LARGE = 300  # a count that is seldom one strike's


def counts(a: Retold, b: Retold, where: str, gaps: str) -> Iterator[str]:
    """Whether two counts can be of the same people, or of one whole."""
    one, two = a.finding, b.finding
    if one.part_of == b.number or two.part_of == a.number:
        yield "part"
    if one.part_of is not None and one.part_of == two.part_of:
        yield "siblings"
    if one.aspect == two.aspect:
        yield from _figures(a, b, where)
    else:
        harm = "harm" if one.aspect in HARM and two.aspect in HARM else "other"
        yield from (f"aspect:{harm}", f"aspect:{harm}|{gaps}")
    if ((one.low or 0) >= LARGE) != ((two.low or 0) >= LARGE):
        yield "one large"
    if a.nouns and b.nouns:
        noun = "same" if a.nouns & b.nouns else "other"
        yield from (f"noun:{noun}", f"noun:{noun}|{where}")


def _figures(a: Retold, b: Retold, where: str) -> Iterator[str]:
    one, two = a.finding, b.finding
    who = "same" if one.who == two.who else "people" if "people" in (one.who, two.who) else "other"
    yield from (f"who:{who}", f"who:{who}|{where}")
    if one.low is None or two.low is None:
        yield "value:open"
    elif one.low == two.low:
        size = "few" if one.low <= FEW else "some" if one.low <= SOME else "many"
        yield from ("value:same", f"value:same:{size}", f"value:same|{where}", f"who:{who}|value:same")
    else:
        times = step(max(one.low, two.low) / max(1, min(one.low, two.low)), TIMES)
        more = "more" if two.low > one.low else "less"
        yield from (f"value:{times}", f"value:{times}|{where}", f"value:{times}|{more}")
