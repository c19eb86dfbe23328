"""Offices of regions and towns, and ministries by their capitals, whose names leave out where they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.folding import key
from counterclaim.voicing.hinted import Hinted
from counterclaim.voicing.regions import AREAS_OWN, HEADED, HEADS_REGION, Regions, Towns
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import CLAUSE
from counterclaim.voicing.voice import Voice

MINISTRY_IN = re.compile(r"^[Tt]he ministry in [A-Z][\w'’]+$")
MINISTER = re.compile(r"^(?:[Dd]eputy )?[Mm]inister (?:of|for) (?:the )?(?P<topic>\w+(?: \w+)?)$")
SEATED = re.compile(r"^(?P<noun>\w+) in [A-Z]\w+$")
FEDERAL = re.compile(r"^[Ff]ederal (?P<noun>(?:\w+ )*[Mm]inistry(?: (?:of|for) (?:\w+ ?)+)?)(?: in [A-Z].*)?$")
STATES_POLICE = re.compile(
    r"(?:^|\s)(?:state(?:['’]s)? [Pp]olice|[Pp]olice (?:[A-Z]\w+ )+in (?:the state|(?:[A-Z]\w+ )+State))\b"
)  # not "X State Police", which is a name
PARTED = re.compile(r"[,;]|\b(?:the|The|its|a)\s+")


@dataclass(kw_only=True)
class Areas(Hinted):
    """The voices of one page, with those who hold an office in one of the areas that it tells of."""

    def _of_an_area(self, speaker: Speaker) -> Voice | None:
        """An area's office that a parser took for a body's name: "the canton's Health Council", "the OVA"."""
        placed = MINISTRY_IN.match(speaker.span.exact)
        if placed:
            return self._ministry_in(speaker)
        seated = SEATED.match(speaker.name)
        if seated and "monitor" in self.words.points_to.get(seated["noun"].lower(), ()):
            known = self.catalogue.lookup(seated["noun"])
            voice = self._pointed_back(replace(speaker, name=seated["noun"]))
            return voice or (self._new(speaker, known.name, "body", known) if known else None)
        minister = MINISTER.match(speaker.name)
        if minister and not speaker.person:
            return self._topics_ministry(f"{minister['topic'].lower()} ministry", speaker)
        federal = FEDERAL.match(speaker.name)
        if federal:
            return self._topics_ministry(federal["noun"].lower(), speaker)
        said = key(speaker.name)
        shapes = (HEADS_REGION.match(said), AREAS_OWN.match(speaker.name))
        is_local = HEADED.sub("", said) in self.words.area_letters or any(shapes)
        if not is_local or speaker.party is not None or self.states.named_in(speaker.span):
            return None
        return self._of_region(replace(speaker, person=None, office=None, pointing=True))

    def _topics_ministry(self, noun: str, speaker: Speaker) -> Voice | None:
        """The ministry of a minister who is called by what he sees to: "the deputy minister of information"."""
        party = self.states.body(noun, speaker.span) if self.states.have(noun) else None
        name = party.name if party else self.states.plain(noun) if self.states.have(noun) else None
        return self._new(speaker, name, "person", party) if name else None

    def _ministry_in(self, speaker: Speaker) -> Voice | None:
        """The ministry of the state with that capital which the page named before, else that of defence."""
        defence = self.states.body("defence ministry", speaker.span) if self.states.named_in(speaker.span) else None
        before = (m for m in reversed(self.named.mentions) if m.span.start < speaker.span.start and m.party)
        known = next((m.party for m in before if m.party and m.party.kind == "ministry"), None)
        known = known if known and defence and known.country == defence.country else defence
        return self._new(speaker, known.name, "body", known) if known else None

    def _of_region(self, speaker: Speaker) -> Voice | None:
        """The office of the page's own region: "the regional prosecutor's office", "the governor"."""
        name = Regions(self.parse, self.mentions, self.catalogue, self.words, self.house).office(speaker)
        name = name or Towns(self.parse, self.mentions, self.words).office(speaker)
        party = self.catalogue.lookup(name) if name else None
        kind = "body" if speaker.head in self.words.bodies else "person"
        return self._new(speaker, party.name if party else name, kind, party) if name else None

    def _of_states_police(self, speaker: Speaker) -> Voice | None:
        """The police of one state of a federation: "the state police commissioner", "Police Spokesman in X State"."""
        said = speaker.span.exact
        words = [w.strip(".,;") for w in said.split()]
        lettered = any(one in ("The", "the") and two in self.words.police_letters for one, two in pairwise(words))
        if not (lettered or STATES_POLICE.search(said)):
            return None
        state = Regions(self.parse, self.mentions, self.catalogue, self.words, self.house).state(speaker.span.end)
        return self._new(speaker, f"{state} State police", "person" if speaker.person else "body") if state else None

    def _of_governor(self, speaker: Speaker) -> Voice | None:
        """The governor of the page's own region, of whom a spokesman speaks."""
        owner = self._of_region(replace(speaker, name="governor", office=None, pointing=True, person=None))
        return replace(self._through(speaker, owner), kind="person") if owner else None

    def _of_titled_region(self, speaker: Speaker) -> Voice | None:
        """The office of the page's own region that somebody named holds: "governor X Y", "head of the council, X Y"."""
        before, _, after = speaker.span.exact.partition(speaker.person or "\0")
        for title in (before, CLAUSE.split(after)[0]) if speaker.person else ():
            words = PARTED.sub(" ", title).strip()
            if words and not self.states.named_in(speaker.span):
                found = self._of_region(replace(speaker, name=words, office=words, pointing=True))
                if found:
                    return replace(found, person=speaker.person, kind="person")
        return None
