"""Who is said (not) to have done it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Mention, Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse


def find_responsibility(
    parse: Parse, mentions: Sequence[Mention], statements: Sequence[Statement], catalogue: Catalogue, lexicon: Lexicon
) -> tuple[Finding, ...]:
    """Find blame, denial and claims of responsibility, in page order; `party` is set in each."""
    return ()
