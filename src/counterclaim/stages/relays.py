"""Through whom the whole page came: bylines, datelines, sign-offs and credits."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Mention, Passage
from counterclaim.parties import Catalogue


def find_page_relays(
    document: Document,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """Name the agencies that the page as a whole is credited to, without the outlet itself."""
    return ()
