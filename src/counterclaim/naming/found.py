"""A stretch of tokens that was found to name something, before it is decided which of the namesakes it names."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.gazetteer import Site
from counterclaim.model import MentionKind
from counterclaim.parties import Entry


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens that names something; `sites` are the places it may stand for.

    `noun` is the word after the name that says what the place is, `cut` the number of letters at the end of the words
    that are not the name's (a possessive "s" that lost its apostrophe).
    """

    first: int
    stop: int
    kind: MentionKind
    entry: Entry | None = None
    sites: tuple[Site, ...] = ()
    noun: str | None = None
    cut: int = 0
