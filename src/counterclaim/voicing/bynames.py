"""A speaker by the words alone: a party of the catalogue, a body of the page's country, a name, or nobody named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from counterclaim.folding import key
from counterclaim.model import Party
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.fullnames import fuller_name
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States
from counterclaim.voicing.voice import UNNAMED
from counterclaim.voicing.words import SpeakerWords

MARKS = re.compile(r"^[^\w\"“'‘]+")  # emoji and what is left of them
PLACED = re.compile(r"\s+(?:in|at|near|outside)\s+")
OWN = re.compile(r"(?<=s)\s+own\b", re.IGNORECASE)  # "the country's own ministry"
TOWN_OF = re.compile(r"\bof the (?:city|town|village) of ")  # "the mayor of the city of X"
REGIONS_HEAD = re.compile(r"\s+(?:region|oblast|province)(?:['’]?s)?\s+(?=governor)")
SEATED = re.compile(r"^(?:(?P<forces>(?:[A-Z]\w+ )+forces) in [A-Z]\w+|(?:[\w-]+ )?authorities in (?P<seat>[A-Z]\w+))$")
KIND_BEFORE = re.compile(r"^(?:[a-z-]+ ){0,2}(?P<noun>[a-z]+) (?P<name>[A-Z][\w'’-]+(?: [\w'’-]+){0,4})$")
COUNTRYS = re.compile(r"^(?:country|nation)['’]?s?\s*(?:['’]s\s+|\s)", re.IGNORECASE)

POSSESSED = re.compile(r"['’]s (?=[a-z]+$)")  # "X's mayor"
PLACE = 3  # words of a place's name
NEWS_KINDS = frozenset({"agency", "media"})
Named = tuple[str, str, Party | None]


@dataclass(frozen=True)
class Namer:
    """Names speakers of one page as `(name, kind, party)`, where the kind is that of a Voice."""

    parse: Parse
    catalogue: Catalogue
    words: SpeakerWords
    states: States

    def name(self, speaker: Speaker) -> Named:
        """By the words themselves: a body with a name, or somebody unnamed."""
        speaker = replace(speaker, name=_shortened(OWN.sub("", COUNTRYS.sub("", speaker.name))))
        return self._of_party(speaker) or self._of_seat(speaker) or self._of_body(speaker) or self._unnamed(speaker)

    def office(self, speaker: Speaker) -> Named:
        """The body that a named person speaks for ("Prime Minister X": the government), or the person."""
        found = self.states.office(speaker)
        if isinstance(found, Party):
            return found.name, "person", found
        office = _shortened(speaker.office) if speaker.office else None
        house = office if office and not self._is_no_body(office.lower()) else None
        name = (fuller_name(self.parse, house, speaker.span.start) or house) if house else None
        full = speaker.person if speaker.person and " " in speaker.person else None
        party = next((p for p in (self.catalogue.lookup(n) for n in (name, full) if n) if p), None)
        party = party or self.local_rescue(name or "", speaker)
        if party:
            return party.name, "person", party
        if found or name:
            return found or name or "", "person", None
        if speaker.behind and _is_spokesman(speaker):
            return UNNAMED + speaker.behind, "person" if speaker.person else "unnamed", None
        house = self._house_of(speaker.name)
        if house != speaker.name:
            return house, "person", None
        return (speaker.person, "person", None) if speaker.person else self._unnamed(speaker)

    def local_rescue(self, name: str, speaker: Speaker) -> Party | None:
        """The listed rescue service of the country, of which a town's is a part: "Orla Civil Defence"."""
        town, _, noun = name.partition(" ")
        if not town.istitle() or self.catalogue.bodies.get(key(noun), ("", "", True))[1] != "rescue":
            return None
        party = self.states.body(key(noun), speaker.span, local=True)
        return party if party and party.aliases and not self.catalogue.lookup(town) else None

    def _is_no_body(self, office: str) -> bool:
        """Whether it only says what somebody heads: "hospital", or a region whose head speaks as himself."""
        office = office.removeprefix("the ")
        is_circle = office in self.words.generic | self.words.circles | self.words.topics
        return is_circle or office.rsplit(maxsplit=1)[-1] in self.words.settled - self.words.bodies

    def _of_party(self, speaker: Speaker) -> Named | None:
        is_common = speaker.name.lower() in self.words.generic
        party = None if is_common else self._looked_up(speaker.name)
        if party is None and (not speaker.proper or speaker.head in self.words.unnamed):
            party = self.states.behind(speaker)
        if party is None and speaker.proper and self._is_everywhere(speaker.name):
            party = self.states.body(speaker.name.lower(), speaker.span)
        party = party or self.states.of_owner(speaker) or self.local_rescue(speaker.name, speaker)
        return (party.name, "body", party) if party else None

    def _is_everywhere(self, name: str) -> bool:
        """Whether it is a rescue service that each country has under one name: "the Red Crescent"."""
        return self.catalogue.bodies.get(key(name), ("", "", True))[1] == "rescue"

    def _of_seat(self, speaker: Speaker) -> Named | None:
        """Forces and authorities by where they sit: "the X forces in Y", "the separatist authorities in Y"."""
        seated = SEATED.match(speaker.name) if speaker.pointing else None
        name = (seated["forces"] or f"{seated['seat']} authorities") if seated else ""
        return (name, "body", self.catalogue.lookup(name)) if name else None

    def _of_body(self, speaker: Speaker) -> Named | None:
        plain = self.states.plain(speaker.name)
        if plain:
            return plain, "body", None
        if _is_spokesman(speaker) and (speaker.office or speaker.behind) and not speaker.person:
            return self.office(speaker)
        full = fuller_name(self.parse, speaker.name, speaker.span.start) if speaker.pointing else None
        if full:
            known = self.catalogue.lookup(full)
            return (known.name if known else full), "body", known
        if self._is_one_head(speaker):
            head, of, place = speaker.name.replace("'s office in ", " of ").replace(" in ", " of ").partition(" of ")
            name = f"{place} {head.lower()}" if of else POSSESSED.sub(" ", speaker.name)
            party = self.catalogue.lookup(name)
            return party.name if party else name, "person", party
        is_body = speaker.head in self.words.bodies and not speaker.many
        is_named = speaker.head not in self.words.unnamed and not self._is_trade(speaker)
        is_press = speaker.head in ("media", "press") and speaker.name.islower()  # "western media"
        if speaker.proper and (is_body or is_named) and not self._is_only_placed(speaker) and not is_press:
            return MARKS.sub("", self._house_of(speaker.name)), "body", None
        is_bare = is_body and speaker.name.lower() == speaker.head and (speaker.pointing or is_named)
        is_bare = (
            is_bare and not _is_one_of_many(speaker) and speaker.head not in self.words.unnamed | self.words.settled
        )
        return (speaker.name, "body", None) if is_bare else None

    def _is_one_head(self, speaker: Speaker) -> bool:
        """Whether the one head of a place is meant who is given no name: "the mayor of X"."""
        head, of, place = speaker.name.partition(" of ")
        head, of, place = (head, of, place) if of else speaker.name.partition(" in ")
        is_place = bool(of) and place[:1].isupper() and len(place.split()) <= PLACE
        before, _, last = POSSESSED.sub(" ", speaker.name).rpartition(" ")
        head = head.removesuffix("'s office")
        if not speaker.pointing:  # as a label: "X mayor: …"
            return last in self.words.place_heads and before.istitle() and speaker.span.exact.startswith(before)
        return (head.lower() in self.words.place_heads | {"prosecutor", "prefect"} and is_place) or (
            last in self.words.place_heads and before[:1].isupper() and not of
        )

    def _is_trade(self, speaker: Speaker) -> bool:
        """Whether a lone plural that opens a sentence is no name but what some people do: "Gravediggers"."""
        is_lone = speaker.many and speaker.name.lower() == speaker.head and speaker.name.istitle()
        return is_lone and speaker.head.endswith(self.words.trades) and not self.catalogue.lookup(speaker.name)

    def _is_only_placed(self, speaker: Speaker) -> bool:
        """Whether nothing but a place is named: "police in X", "a hospital in X"."""
        noun = PLACED.split(speaker.name)[0]
        if noun == speaker.name:
            return False
        if _is_one_of_many(speaker):  # "a police captain in X"
            return noun.islower() or noun.lower() == speaker.head
        return noun.lower() == speaker.head and noun.lower() in self.words.local

    def _house_of(self, name: str) -> str:
        """The house in "Name Surname of the X Service", else the name itself."""
        person, of, house = name.partition(" of the ")
        last = house.rpartition(" ")[2]
        is_house = last[:1].isupper() and last.lower() in self.words.bodies
        is_person = person.istitle() and " " in person and self.words.bodies.isdisjoint(person.lower().split())
        return house if of and is_house and is_person else name

    def in_full(self, name: str, speaker: Speaker) -> str:
        """The whole name that the page has given before for a short one, else the name itself."""
        kind = KIND_BEFORE.match(name)
        name = kind["name"] if kind and kind["noun"] in self.words.points_to else name
        return (fuller_name(self.parse, name, speaker.span.start) if speaker.pointing else None) or name

    def _unnamed(self, speaker: Speaker) -> Named:
        first = speaker.name.partition(" ")[0]
        is_common = first.lower() in self.words.generic or not (speaker.proper or first[:2].isupper())
        opens = speaker.span.exact.startswith(speaker.name)
        return UNNAMED + (_small(speaker.name) if opens and is_common else speaker.name), "unnamed", None

    def _looked_up(self, name: str) -> Party | None:
        """The catalogue's party, also where a possessive lost its apostrophe."""
        first, _, rest = name.partition(" ")
        house = self.catalogue.lookup(first.removesuffix("s")) if first[-1:] == "s" and first[:-1].isupper() else None
        if house and rest in self.words.own_people.get(house.kind, frozenset()):
            return house
        return self.catalogue.lookup(name) or self.news_house(name) or self.catalogue.misspelt(name)

    def news_house(self, name: str) -> Party | None:
        """The listed house behind a name that only says more of what it is: "X TV channel", "X news website"."""
        words = name.split()
        while len(words) > 1 and words[-1].lower() in self.words.house_words:
            words.pop()
            party = self.catalogue.lookup(" ".join(words))
            if party is not None and party.kind in NEWS_KINDS:
                return party
        return None


def _shortened(name: str) -> str:
    """An office without what only says that its place is a town or a region: "X region's governor"."""
    return REGIONS_HEAD.sub(" ", TOWN_OF.sub("of ", name))


def _is_spokesman(speaker: Speaker) -> bool:
    return speaker.head.startswith("spoke") or any(n.startswith("spoke") for n in speaker.nouns)


def _is_one_of_many(speaker: Speaker) -> bool:
    return speaker.span.exact.lower().startswith(("a ", "an "))


def _small(name: str) -> str:
    """A name with its first letter made small: no name, but a word that opened a sentence."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
