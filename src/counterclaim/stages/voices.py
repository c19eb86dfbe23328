"""Source words to the party behind them."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Document, Mention, Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse


def resolve_voices(  # all that a page's evidence consists of
    document: Document,
    attributions: Sequence[Attribution],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[Statement, ...]:
    """Resolve each attribution's source; the statements stand in the order of the attributions."""
    return ()
