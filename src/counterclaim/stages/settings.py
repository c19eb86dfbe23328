"""Where, when, of what type and by whom: the occurrence that each finding tells of."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Finding, Mention, Setting, TimeMention
from counterclaim.syntax import Parse


def find_settings(
    document: Document,
    findings: Sequence[Finding],
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
) -> tuple[Setting, ...]:
    """One setting for each finding, in the same order."""
    return tuple(Setting() for _ in findings)
