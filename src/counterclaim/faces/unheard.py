"""A remark on a judgement of a name that stands nowhere in the casebook: most often it is written otherwise there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from counterclaim.judging.values import decode
from counterclaim.model import JudgementKind, Opinion

if TYPE_CHECKING:
    from counterclaim.casebook import Casebook

LIKE = 3  # names shown, the likest first
NAMED = {JudgementKind.VOICE: "voice", JudgementKind.RELIABILITY: "voice or outlet"}


def unheard(casebook: Casebook, opinion: Opinion) -> str | None:
    """What to say of a judged name that nothing in the casebook has, with the names most like it; None where one has.

    The judgement may stand all the same: pages that have the name may come later.
    """
    if opinion.kind not in NAMED or opinion.name is None:
        return None
    known = _names(casebook, opinion)
    if opinion.name in known:
        return None
    folded = {name.casefold(): name for name in sorted(known)}
    like = [folded[name] for name in get_close_matches(opinion.name.casefold(), sorted(folded), LIKE)]
    hint = f"; most like it: {', '.join(map(repr, like))}" if like else ""
    return f"no {NAMED[opinion.kind]} in the casebook is called {opinion.name!r}{hint}"


def _names(casebook: Casebook, opinion: Opinion) -> set[str]:
    """Names that were read, and those that people gave in the place of one."""
    judged = (j.opinion.says for j in casebook.judgements())
    given = {str(decode(field, text)) for says in judged for field, text in says if field == "voice"}
    known = {*casebook.voices(), *given}
    if opinion.kind is JudgementKind.RELIABILITY:
        known |= {page.outlet for page in casebook.headers() if page.outlet}
    return known
