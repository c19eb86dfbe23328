"""Which country a page writes of at one place of it: whose army "the army" is, where no nationality stands beside it.

Where things happen weighs more than who acts, what stands near more than what stands far off, and a lone town nothing:
its name may have been taken for that of another. The weights were set by hand on pages of many wars. An adjective that
no list knows counts too, where the page uses it as one of nationality ("the Orlan army", "in Orla").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.folding import key
from counterclaim.model import Mention, Span
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.words import SpeakerWords

SCENE, PEOPLE, TOWN, LOOSE, HOUSE = 2.0, 1.0, 1.0, 0.5, 0.5
BODIES: Mapping[str, float] = {
    "ministry": 1.0, "rescue": 1.0, "court": 1.0, "armed_group": 0.5, "monitor": 0.5, "ngo": 0.5, "un": 0.5,
    "state": 0.5, "other": 0.5, "armed_forces": 0.25,
}  # fmt: skip
OPENING, DATELINE, BESIDE, JUST_BEFORE, AHEAD = 1.5, 2.0, 2.0, 1.5, 0.5  # factors by where a clue stands
JUST = 2  # sentences
ENOUGH, CLEAR = 1.0, 1.5  # the least weight that names a country, and how many times that of the next
AT_HOME = 12.0  # what a loyal outlet's own country weighs besides where its army may act abroad
TOWNS = 3  # towns of one country that bear each other out
FAMILY = 2  # words of one unknown nation on a page, from which on it is one
NATION = re.compile(r"[A-Z][a-z]{2,}(?:an|ese|ish|i)$")
STEM = 2  # letters: what an adjective may have more than its country's name


@dataclass(frozen=True)
class Clue:
    """Words that tell of a country, by the adjective for it; `firm` marks those that cannot be another's namesake.

    `loyal` is an outlet that stands on its country's side: its "defence ministry" is its own, wherever its army fights.
    """

    token: int
    adjective: str
    weight: float
    name: str
    firm: bool = True
    loyal: bool = False


@dataclass(frozen=True)
class Homelands:
    """The clues of one page; `unknown` are adjectives of nations that no list knows."""

    parse: Parse
    clues: tuple[Clue, ...]
    unknown: frozenset[str]
    abroad: tuple[str, ...]

    @classmethod
    def of(
        cls, parse: Parse, mentions: Sequence[Mention], catalogue: Catalogue, words: SpeakerWords, house: str | None
    ) -> Homelands:
        """Gather the clues of a page whose outlet is `house`."""
        reader = _Reader(parse, mentions, catalogue, words)
        foreign = reader.unknown(house)
        known = [c for m in mentions for c in reader.clues(m)]
        clues = (*known, *foreign, *reader.house(house))
        return cls(parse, clues, frozenset(c.adjective for c in foreign), words.abroad)

    def adjective(self, at: Span, noun: str = "") -> str | None:
        """The adjective of the country that the page clearly writes of around the words, None where it is not clear.

        `noun` is the pattern of the body that is asked for: one that acts abroad is that of a loyal outlet's country
        rather than that where it acts, if the page names both.
        """
        token = self.parse.at(at.start)
        scores: defaultdict[str, float] = defaultdict(float)
        for clue in self.clues:
            scores[clue.adjective] += clue.weight * self._nearness(clue, token)
            if clue.loyal and any(word in noun for word in self.abroad) and self._is_named(clue.adjective):
                scores[clue.adjective] += AT_HOME
        sure = sorted(((-s, a) for a, s in scores.items() if s >= ENOUGH and self._is_borne_out(a)))
        if not sure:
            return None
        rest = max((s for a, s in scores.items() if a != sure[0][1]), default=0.0)
        return sure[0][1] if -sure[0][0] >= CLEAR * rest else None

    def _is_named(self, adjective: str) -> bool:
        """Whether the page names that country, its people or its bodies outright."""
        return any(c.token >= 0 and c.firm and c.adjective == adjective for c in self.clues)

    def _nearness(self, clue: Clue, token: Token | None) -> float:
        if clue.token < 0 or token is None:
            return 1.0
        sentence = self.parse.tokens[clue.token].sentence
        factor = OPENING if sentence == 0 else 1.0
        if sentence == token.sentence:
            return factor * BESIDE
        if sentence > token.sentence:
            return factor * AHEAD
        return factor * (JUST_BEFORE if sentence >= token.sentence - JUST else 1.0)

    def _is_borne_out(self, adjective: str) -> bool:
        own = [c for c in self.clues if c.adjective == adjective]
        return any(c.firm for c in own) or len({c.name.lower() for c in own}) >= TOWNS


@dataclass(frozen=True)
class _Reader:
    """Reads single words as clues."""

    parse: Parse
    mentions: Sequence[Mention]
    catalogue: Catalogue
    words: SpeakerWords

    def clues(self, mention: Mention) -> Iterator[Clue]:
        country = (mention.place.country if mention.place else None) or (mention.party and mention.party.country)
        adjective = self._adjective(mention, country or None)
        weight = self._weight(mention)
        if adjective and weight:
            dateline = mention.kind == "place" and mention.first <= 1
            firm = mention.party is not None
            yield Clue(mention.first, adjective, weight * (DATELINE if dateline else 1.0), mention.name, firm)

    def _adjective(self, mention: Mention, country: str | None) -> str | None:
        known = self.catalogue.adjectives
        if mention.party is not None and mention.party.name in known:
            return known[mention.party.name]
        return adjective_of(country, self.catalogue)

    def _weight(self, mention: Mention) -> float:
        if mention.kind == "place":
            return self._of_place(mention)
        if mention.kind == "people":
            return self._of_people(mention)
        if mention.kind == "outlet" or mention.party is None or mention.span.exact.islower():
            return 0.0
        if mention.kind == "person":
            return LOOSE
        if any(word in mention.party.name for word in self.words.abroad):
            return min(LOOSE, BODIES.get(mention.party.kind, 0.0))
        return BODIES.get(mention.party.kind, 0.0)

    def _of_place(self, mention: Mention) -> float:
        if mention.party is None:
            return TOWN
        token = self.parse.tokens[mention.token]
        while token.dep == "conj" and token.head < token.index:  # "X and Y are to meet"
            token = self.parse.head(token.index)
        if token.dep in ("nsubj", "nsubjpass", "agent", "dobj"):
            return 0.0
        if token.dep == "poss":
            return SCENE if self._is_home(self.parse.head(token.index)) or not _is_whole(mention) else 0.0
        if token.dep == "pobj":
            return SCENE if self.parse.head(token.index).lower in self.words.whereabouts else LOOSE
        return SCENE

    def _is_home(self, token: Token) -> bool:
        """Whether what belongs to a country is a part or a body of it: "X's north", "X's interior ministry"."""
        is_place = any(m.kind == "place" and m.first <= token.index < m.stop for m in self.mentions)
        return is_place or token.lower in self.words.bodies | self.words.settled

    def _of_people(self, mention: Mention) -> float:
        token = self.parse.tokens[mention.token]
        if mention.stop < len(self.parse.tokens):
            following = self.parse.tokens[mention.stop].lower
            if following in self.words.settled:
                return SCENE
            if following in self.words.unnamed | self.words.bodies | self.words.titles:
                return PEOPLE
        return LOOSE if token.dep in ("nsubjpass", "dobj") else 0.0

    def house(self, house: str | None) -> Iterator[Clue]:
        """A page's own outlet is a weak clue: by its name ("The Orlan Times") or by where the catalogue has it."""
        if not house:
            return
        words = [w for w in house.split() if w[:1].isupper()]
        for word in words:
            entry = self.catalogue.entry(word)
            if entry and entry.party.name in self.catalogue.adjectives:
                yield Clue(-1, self.catalogue.adjectives[entry.party.name], PEOPLE, house)
                return
        party = self.catalogue.lookup(house)
        adjective = adjective_of(party.country, self.catalogue) if party else None
        if adjective:
            yield Clue(-1, adjective, HOUSE, house, firm=False, loyal=bool(party and party.side))

    def unknown(self, house: str | None) -> list[Clue]:
        """Adjectives before bodies and people that no list knows, with the country's name where something is in it."""
        taken = {i for m in self.mentions if m.party is not None for i in range(m.first, m.stop)}
        own = [t.index for t in self.parse.tokens if t.index not in taken and NATION.match(t.text)]
        weighed = [(i, self._before_body(i)) for i in own if self.parse.tokens[i].lower not in self.words.no_nations]
        adjectives = {self.parse.tokens[i].text for i, weight in weighed if weight}
        found = [Clue(i, self.parse.tokens[i].text, weight, "") for i, weight in weighed if weight]
        for adjective in sorted(adjectives):
            family = [t for t in self.parse.tokens if _is_kin(t.text, adjective)]
            if len(family) + (adjective in (house or "")) < FAMILY or self.catalogue.lookup(adjective):
                found = [c for c in found if c.adjective != adjective]
            else:
                found += [Clue(t.index, adjective, SCENE, t.text) for t in family if self._is_where(t)]
                found += [Clue(-1, adjective, PEOPLE, "")] if adjective in (house or "") else []
        return found

    def _before_body(self, i: int) -> float:
        """What an unknown adjective weighs by the words after it: nothing unless they are a body of state or people."""
        after = [t.lower for t in self.parse.tokens[i + 1 : i + 4]]
        for n in range(len(after), 0, -1):
            body = self.catalogue.bodies.get(key(" ".join(after[:n])))
            if body:
                return LOOSE if any(word in body[0] for word in self.words.abroad) else PEOPLE
        return PEOPLE if after and after[0] in self.words.unnamed | self.words.settled else 0.0

    def _is_where(self, token: Token) -> bool:
        before = self.parse.tokens[max(0, token.index - 2) : token.index]
        return any(t.lower in self.words.whereabouts for t in before) and not NATION.match(token.text)


def adjective_of(country: str | None, catalogue: Catalogue) -> str | None:
    """The adjective for a country's code, None when the catalogue has no such state."""
    return catalogue.adjectives_by_country.get(country or "")


def _is_whole(mention: Mention) -> bool:
    return mention.place is not None and mention.place.precision in (5, 6)


def _is_kin(word: str, adjective: str) -> bool:
    return word[:1].isupper() and word.startswith(adjective[:-STEM]) and len(word) <= len(adjective) + 1


def names_of(mentions: Iterable[Mention], catalogue: Catalogue) -> list[Mention]:
    """Those that name a state or its people."""
    return [m for m in mentions if m.party is not None and m.party.name in catalogue.adjectives]
