"""One stretch of the words before a noun read as the party that it names: "Ruria-backed M5 rebels" are the M5."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from counterclaim.blaming.described import Described
from counterclaim.blaming.homeland import Homeland, country_of
from counterclaim.blaming.nouns import Culprit, Nouns
from counterclaim.blaming.recalled import Recalled
from counterclaim.blaming.stretches import GENITIVES, HYPHENS
from counterclaim.model import Mention, Party
from counterclaim.parties import Catalogue

COUNTRY = 6  # UCDP's precision code of a whole country


@dataclass
class _Stretch:
    """What one stretch of modifiers names, that nearest the noun first."""

    powers: list[Culprit] = field(default_factory=list)
    groups: list[Culprit] = field(default_factory=list)
    people: int | None = None
    described: Culprit | None = None


class Segments:
    """Reads the stretches of one page; `accountable` is the party that bears the blame for what another does."""

    def __init__(
        self,
        nouns: Nouns,
        described: Described,
        home: Homeland,
        recalled: Recalled,
        catalogue: Catalogue,
        accountable: Callable[[Party | None], Party | None],
    ) -> None:
        self._parse = nouns.parse
        self._at = nouns.at
        self._stems = nouns.stems
        self._words = nouns.words
        self._nouns = nouns
        self._described = described
        self._home = home
        self._recalled = recalled
        self._catalogue = catalogue
        self._accountable = accountable

    def resolve(self, segment: list[int], head: int) -> list[Culprit]:
        """One stretch of modifiers as parties: a group's name before a description, this before a nation."""
        tokens = self._parse.tokens
        if any(tokens[i].text in HYPHENS and tokens[i + 1].lower in self._words.lists["held"] for i in segment[:-1]):
            return []  # "rebel-held Tarn" tells who holds a place
        found = _Stretch()
        for i in reversed(segment):
            mention = self._at.get(i)
            if mention is None or mention.party is None or self._described.is_unit(mention):
                self._note_word(i, head, found)
            elif mention.first == i or i == segment[0]:
                linked = self._linked(mention, found.described)
                if linked is not None:  # "Ruria-backed M5 rebels" are the M5
                    return self._choose(found) if found.groups else linked
                self._note_name(mention, segment, head, found)
        return self._choose(found)

    def _note_word(self, i: int, head: int, found: _Stretch) -> None:
        if self._stems[i] in self._words.lists["peoples"]:
            found.people = i
        elif styled := self._described.styled_group(i, head):
            found.groups.append(styled)
        elif found.described is None:
            found.described = self._described.describe(i)
        elif found.described.sort == "group" and (power := self._described.describe(i)):
            found.powers += [power] if power.sort == "power" else []  # "the army's Sixth Division"

    def _note_name(self, mention: Mention, segment: list[int], head: int, found: _Stretch) -> None:
        party = self._accountable(mention.party)
        if self._stems[mention.stop - 1] in self._words.lists["peoples"]:
            found.people = mention.stop - 1
        elif party is not None:
            civil = self._stems[head] in self._words.lists["civil"]
            party = self._recalled.by_style(mention.first) or (party if civil else self._home.armed(party))
            culprit = self._nouns.culprit(party.name, mention.first, mention.stop, self._nouns.sort(party))
            if culprit.sort == "described":
                group = self._described.describe(mention.stop - 1)  # "the rebels" of a war with one such group
                found.described = group if group and group.sort == "group" else culprit
            elif culprit.sort == "group" or (mention.kind == "person" and found.described):  # "Bastan's militias"
                found.groups.append(culprit)
            elif cause := self._described.cause(mention, head):
                found.groups.append(cause)
            elif mention.kind != "place" or self._acts(mention, segment, head):
                found.powers.append(culprit)

    def _choose(self, found: _Stretch) -> list[Culprit]:
        if found.groups:  # "Ahrar Rurian army": a comma was lost
            return [found.groups[0], *(p for p in found.powers[:1] if p.token > found.groups[0].token)]
        if found.people is not None:
            return self._described.of_people(found.people, found.described)
        if found.described and found.described.sort == "described":
            return [self._hired(found) or found.described]
        return self._allied(found.powers) or some(found.described)

    def _hired(self, found: _Stretch) -> Culprit | None:
        """Fighters of the state named before them: "Rurian mercenaries", "Ruria's factions"."""
        patron = self._at.get(found.powers[0].token) if found.powers else None
        if patron is None or found.described is None:
            return None
        if self._stems[found.described.token] in self._words.lists["proxies"]:
            return self._described.proxy(patron, found.described)
        owned = any(t.lower in GENITIVES for t in self._parse.tokens[patron.stop : patron.stop + 1])
        return self._described.proxy_of(found.powers[0], found.described.token) if owned else None

    def _allied(self, powers: Sequence[Culprit]) -> list[Culprit]:
        """The power nearest the noun, with the one tied to it: "Rurian-Velmese raids"."""
        if len(powers) < 2:
            return list(powers)
        near, other = powers[0], powers[1]
        between = self._parse.tokens[other.token + 1 : near.token + 1]
        tied = len(between) == 2 and between[0].text in HYPHENS | {"/"}
        return [near, other] if tied else [near]

    def _acts(self, mention: Mention, segment: list[int], head: int) -> bool:
        """Whether a country's name before a noun means its government: "Ruria strikes", not so for where it is."""
        tokens = self._parse.tokens
        after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
        if after in self._words.stand_ins and self.is_seat(mention):  # "the Velm regime"
            return True
        if mention.stop <= head and (self.is_seat(mention) or tokens[mention.first].text[0].islower()):
            return after in GENITIVES
        if mention.stop > head or after in GENITIVES or mention.span.exact.endswith("s"):
            return True
        if any(self._stems[i] in self._words.stand_ins for i in segment if i >= mention.stop):
            return True
        return country_of(mention) != self._home.country

    def _linked(self, mention: Mention, described: Culprit | None) -> list[Culprit] | None:
        """What "Ruria-backed", "Ruria-led" or "anti-Ruria" makes of the noun; None when the name stands by itself."""
        tokens = self._parse.tokens
        j = mention.stop
        if j + 1 < len(tokens) and self._stems[j] in self._words.stand_ins and tokens[j + 1].text in HYPHENS:
            j += 1  # "Rurian regime-backed fighters"
        if j + 1 < len(tokens) and tokens[j].text in HYPHENS and tokens[j + 1].lower in self._words.lists["backed"]:
            if tokens[j + 1].lower == "led":
                party = self._catalogue.lookup(f"{mention.span.exact}-led coalition")
                if party:
                    return [self._nouns.culprit(party.name, mention.first, j + 2, "power")]
                group = mention.party if mention.party and self._nouns.sort(mention.party) == "group" else None
                return [self._nouns.culprit(group.name, mention.first, j, "group")] if group else some(described)
            is_described = described is not None and described.sort == "described"
            return [self._described.proxy(mention, described)] if described and is_described else some(described)
        i = mention.first
        if i >= 2 and tokens[i - 1].text in HYPHENS and tokens[i - 2].lower in ("anti", "pro"):
            return some(described)
        return None

    def is_seat(self, m: Mention) -> bool:
        """Whether a mention is a town that stands for its government."""
        if m.kind != "place" or m.place is None or m.place.precision == COUNTRY:
            return False
        return not self._home.is_state(m)


def some(culprit: Culprit | None) -> list[Culprit]:
    """The one or none as a list."""
    return [culprit] if culprit else []
