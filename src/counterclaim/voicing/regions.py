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

ACRONYM = 3  # letters
PROVINCE = 4  # UCDP's where-precision code
ADMINISTRATION = "regional military administration"
HEADED = re.compile(r"^(?:(?:deputy |acting )?(?:head|chief|chairman|leader)s? of (?:the )?)", re.IGNORECASE)
HEADS_REGION = re.compile(r"^(?:head|leader|chief) of (?:the )?(?:region|oblast|province)\b")
AREAS_OWN = re.compile(r"^(?:city|town|village|canton|district|township)['’]s [A-Z]")
OWNED = re.compile(r"^(?:the )?(?P<area>[a-z]+)(?:'s?)? (?P<noun>.+)$")
STATEWIDE = (4, 5, 6, 7)  # UCDP's where-precision codes of what is no town
HEAD = re.compile(r"\s+(?:head|chief|chairman|spokesman|spokeswoman|spokesperson)$", re.IGNORECASE)


@dataclass(frozen=True)
class Regions:
    """The regions that one page names, and the offices that each region has."""

    parse: Parse
    mentions: Sequence[Mention]
    catalogue: Catalogue
    words: SpeakerWords
    house: str | None = None

    def office(self, speaker: Speaker) -> str | None:
        """The whole name of an office of a region that the words leave out; None where they mean none of these."""
        held = self._held(speaker)
        if held is None:
            return None
        region = self._region(speaker.span.start)
        return f"{region} {held}" if region else None

    def state(self, at: int) -> str | None:
        """The bare name of the state of a federation that is named last before the offset: "X" of "in X State"."""
        called = [m for m in self.mentions if m.kind == "place" and m.span.end <= at and self._is_state(m)]
        named = (self._named(m) for m in reversed(called))
        return next((name for name in named if name), None)

    def _is_state(self, mention: Mention) -> bool:
        after = self.parse.tokens[mention.stop : mention.stop + 1]
        return mention.span.exact.lower().endswith(" state") or any(t.lower == "state" for t in after)

    def _held(self, speaker: Speaker) -> str | None:
        """The office meant, in the words that follow a region's name: "regional council", "governor"."""
        name = speaker.name.lower().replace("’", "'")
        in_headline = name == speaker.span.exact.lower()  # "governor says"
        if not speaker.pointing and speaker.office is None and not in_headline:
            return None
        if HEADED.sub("", name) in self.words.area_letters:
            return ADMINISTRATION
        if HEADS_REGION.match(name):
            return "governor"
        if name.removesuffix("'s office") == "deputy governor":
            return "deputy governor"
        for said in (name, (speaker.office or "").lower().replace("’", "'")):
            area, _, noun = HEAD.sub("", HEADED.sub("", said)).partition(" ")
            if area in self.words.areas and noun in self.words.area_offices:
                return f"{area} {noun}"
        return "governor" if name.removesuffix("'s office") in ("governor", "regional governor") else None

    def _region(self, at: int) -> str | None:
        """The region named last before the offset, else the outlet's own, else the only one behind it."""
        found = [(m.span.start, name) for m in self.mentions for name in [self._named(m)] if name]
        before = [name for start, name in found if start < at]
        behind = dict.fromkeys(name for _, name in found)
        own = (w for w in (self.house or "").split() if self.catalogue.lookup(f"{w} {ADMINISTRATION}"))
        return before[-1] if before else next(own, None) or (next(iter(behind)) if len(behind) == 1 else None)

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
        is_region = is_region or (within[-1:] == ["of"] and within[0] in self.words.parts_of_regions)
        if within[-1:] == ["in"] and within[0] in self.words.seated_rulers:
            return None
        if is_region or self.catalogue.lookup(f"{name} {ADMINISTRATION}"):
            name = " ".join(w for n, w in enumerate(name.split()) if n or w != w.lower() or w == "the")
            name = name.title() if name.isupper() and len(name) > ACRONYM else name  # as datelines have it
            return name.removeprefix("the ").strip() or None
        return None


@dataclass(frozen=True)
class Towns:
    """The towns that one page names, and the offices that each town has."""

    parse: Parse
    mentions: Sequence[Mention]
    words: SpeakerWords

    def office(self, speaker: Speaker) -> str | None:
        """The whole name of a town's office: "the mayor", "the town's council"; None where none, or no town, is meant.

        A word that only says that it is a town's is left out, one that belongs to its name stays.
        """
        held = self._held(speaker)
        town = self._town(speaker) if held else None
        if held is None or town is None:
            return None
        return f"{town} {held}"

    def _held(self, speaker: Speaker) -> str | None:
        name = speaker.name.lower().replace("’", "'").removesuffix("'s media office").removesuffix("'s press service")
        name = name.removesuffix(" there").removeprefix("acting ").replace("mayor's office", "mayor")
        if not speaker.pointing or speaker.person or speaker.many:
            return None
        if name in self.words.town_heads:
            return name
        found = OWNED.match(name)
        if found is None or found["noun"] not in self.words.town_offices:
            return None
        if found["area"] in self.words.town_names:
            bare = "military" in name or found["noun"] in self.words.of_place
            return found["noun"] if bare else name.replace("'s ", " ")
        return found["noun"] if found["area"] in self.words.town_nouns else None

    def _town(self, speaker: Speaker) -> str | None:
        """The town named last before the words in their paragraph, else the first that the page names."""
        token = self.parse.at(speaker.span.start)
        if token is None:
            return None
        passage = self.parse.sentences[token.sentence].passage
        towns = [m for m in self.mentions if self._is_town(m) and m.span.start < speaker.span.end]
        own = [m for m in towns if m.span.start > speaker.span.start and " and " not in speaker.span.exact]
        near = [m for m in towns if self.parse.sentences[self.parse.tokens[m.first].sentence].passage == passage]
        scenes = [m for m in near if self._is_scene(m)]
        found = own[:1] or scenes[-1:] or near[-1:] or towns[:1]
        words = found[0].name.split() if found else []
        while words and words[0].islower():
            words.pop(0)
        name = " ".join(words)
        bare = name.removesuffix(" City")  # "X City Council"
        name = bare if any(m.name == bare for m in self.mentions) else name
        return (name.title() if name.isupper() else name) or None

    def _is_scene(self, mention: Mention) -> bool:
        """Whether a town is said to be where something was, or opens a paragraph: not "families from X"."""
        before = self.parse.tokens[mention.first - 1].lower if mention.first else ""
        return before in self.words.whereabouts or self.parse.sentence(mention.first).first == mention.first

    def _is_town(self, mention: Mention) -> bool:
        if mention.kind != "place" or mention.party is not None or mention.place is None:
            return False
        after = self.parse.tokens[mention.stop : mention.stop + 1]
        is_part = any(t.lower in self.words.quarters | self.words.area_nouns for t in after)
        is_part = is_part or mention.name.rpartition(" ")[2].lower() in self.words.quarters
        return mention.place.precision not in STATEWIDE and not is_part
