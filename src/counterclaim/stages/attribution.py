"""Source, cue and content: who is said to say what, in the page's own words."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Mention, Passage, QuotedStretch
from counterclaim.syntax import Parse


def find_attributions(
    parse: Parse,
    passages: Sequence[Passage],
    quotations: Sequence[QuotedStretch],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> tuple[Attribution, ...]:
    """Find attributions in reading order of their first word; `parent` points into the same tuple."""
    return ()
