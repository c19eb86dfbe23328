"""Words that name parties, outlets, people and places: catalogue and gazetteer first, then the parser's entities."""

from __future__ import annotations

from counterclaim.gazetteer import Gazetteer
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse


def find_mentions(parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find all mentions, in page order, none overlapping another."""
    return ()
