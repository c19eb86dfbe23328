"""On whose word each finding stands: the statement it is heard in, or one carried over from the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Mention, Standing, Statement
from counterclaim.syntax import Parse


def find_standing(
    findings: Sequence[Finding],
    statements: Sequence[Statement],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> tuple[tuple[Standing, ...], ...]:
    """For each finding its standings: one, or one a voice where several stand for it jointly."""
    return tuple((Standing(relays=tuple(page_relays)),) for _ in findings)
