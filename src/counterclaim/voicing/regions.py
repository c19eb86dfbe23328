"""Whose "the regional prosecutor's office" is: that of the region which the page has named, where it is plain which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords

PARTS = frozenset({"district", "county", "township", "tehsil", "raion"})
ACRONYM = 3  # letters
PROVINCE = 4  # UCDP's where-precision code
ADMINISTRATION = "regional military administration"
HEADED = re.compile(r"^(?:(?:deputy |acting )?(?:head|chief|chairman|leader)s? of (?:the )?)", re.IGNORECASE)
HEAD = re.compile(r"\s+(?:head|chief|chairman|spokesman|spokeswoman|spokesperson)$", re.IGNORECASE)


@dataclass(frozen=True)
class Regions:
    """The regions that one page names, and the offices that each region has."""

    parse: Parse
    mentions: Sequence[Mention]
    catalogue: Catalogue
    words: SpeakerWords

    def office(self, speaker: Speaker) -> str | None:
        """The whole name of an office of a region that the words leave out; None where they mean none of these."""
        held = self._held(speaker)
        if held is None:
            return None
        region = self._region(speaker.span.start)
        return f"{region} {held}" if region else None

    def _held(self, speaker: Speaker) -> str | None:
        """The office meant, in the words that follow a region's name: "regional council", "governor"."""
        name = speaker.name.lower().replace("’", "'")
        if not speaker.pointing and speaker.office is None:
            return None
        for said in (name, (speaker.office or "").lower().replace("’", "'")):
            area, _, noun = HEAD.sub("", HEADED.sub("", said)).partition(" ")
            if area in self.words.areas and noun in self.words.area_offices:
                return f"{area} {noun}"
        return "governor" if name.removesuffix("'s office") in ("governor", "regional governor") else None

    def _region(self, at: int) -> str | None:
        """The region named last before the offset, else the first one behind it."""
        found = [(m.span.start, name) for m in self.mentions for name in [self._named(m)] if name]
        before = [name for start, name in found if start < at]
        behind = dict.fromkeys(name for _, name in found)
        return before[-1] if before else next(iter(behind)) if len(behind) == 1 else None

    def _named(self, mention: Mention) -> str | None:
        """A region's bare name: a province, a town before "region", or one after which a known office is called."""
        if mention.kind != "place" or mention.place is None:
            return None
        words = mention.span.exact.split()
        while len(words) > 1 and words[-1].lower() in self.words.area_nouns:
            words.pop()
        name = " ".join(words)
        after = self.parse.tokens[mention.stop : mention.stop + 1]
        is_region = len(words) < len(mention.span.exact.split()) or mention.place.precision == PROVINCE
        is_region = is_region or any(t.lower in self.words.area_nouns for t in after)
        within = [t.lower for t in self.parse.tokens[max(0, mention.first - 2) : mention.first]]
        is_region = is_region or (within[-1:] == ["of"] and within[0] in PARTS)  # "in the X district of Y"
        if is_region or self.catalogue.lookup(f"{name} {ADMINISTRATION}"):
            name = name.title() if name.isupper() and len(name) > ACRONYM else name  # as datelines have it
            return name.removeprefix("the ").strip() or None
        return None
