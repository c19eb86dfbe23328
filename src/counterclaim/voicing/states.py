"""Bodies that every state has, named plainly: "the army", "a military statement", "the prime minister"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.folding import key
from counterclaim.model import Mention, Party, Span
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords

SCENE, OPENING, ACTOR, LOCAL, AHEAD = 1.0, 2.5, 0.4, 0.5, 0.5  # set by hand on pages of many wars
WHOLE_COUNTRY = 6  # UCDP's where-precision
LOCAL_KINDS = frozenset({"ministry", "rescue", "armed_group", "police", "monitor", "ngo"})


@dataclass(frozen=True)
class States:
    """The states that one page speaks of, by its mentions of places."""

    parse: Parse
    places: Sequence[Mention]
    bodies: Sequence[Mention]
    catalogue: Catalogue
    words: SpeakerWords

    def have(self, noun: str) -> bool:
        """Whether every state has such a body: "the army", "state television"."""
        return key(noun) in self.catalogue.bodies

    def body(self, noun: str, at: Span, *, near: bool = False, heard: Collection[str] = frozenset()) -> Party | None:
        """That body of the state that the words name, else one of those `heard`, else by sentence and page.

        `near` takes any state named before in the sentence, else it must be said where ("in X the army …").
        """
        if not self.have(noun):
            return None
        looked_up = (self.catalogue.lookup(f"{adjective} {noun}") for adjective in self._adjectives(at, near))
        found = [party for party in looked_up if party]
        if heard and not any(at.covers(m.span) for m in self.places):
            found = [party for party in found if party.name in heard] or found
        return found[0] if found else None

    def behind(self, speaker: Speaker) -> Party | None:
        """The body behind a plain name: "the army", "a military statement", "a civil defence official"."""
        noun, head = speaker.name.lower(), speaker.head
        if head in self.words.papers:
            nouns = [w for w in noun.split()[:-1] if self.have(w)]
            return self.body(nouns[0], speaker.span) if nouns else None
        party = self.body(noun, speaker.span) if head in self.words.bodies else None
        return party or self._of_own_people(noun.partition(head)[0].split(), speaker)

    def office(self, speaker: Speaker, heard: Collection[str]) -> Party | None:
        """The body that a title before a name speaks for: "Prime Minister X", the government."""
        titles = speaker.span.exact.partition(speaker.person or "\0")[0].split()
        for n in range(len(titles)):
            for stop in range(len(titles), n, -1):
                party = self.body(" ".join(titles[n:stop]), speaker.span, near=True, heard=heard)
                if party:
                    return party
        return None

    def _of_own_people(self, before: Sequence[str], speaker: Speaker) -> Party | None:
        for n in range(len(before)):
            party = self.body(" ".join(before[n:]), speaker.span)
            if party:
                return party if speaker.head in self.words.own_people.get(party.kind, frozenset()) else None
        return None

    def _adjectives(self, at: Span, near: bool) -> Iterator[str]:
        """Adjectives of states, likeliest first: those named beside, then by where the page's places lie."""
        known = self.catalogue.adjectives
        for m in self._named_beside(at, near):
            yield known[m.party.name if m.party else ""]
        named = {m.party.country: m.party.name for m in self.places if m.party and m.party.name in known}
        scores = self._scores(at)
        for country, _ in sorted(scores.items(), key=lambda c: (-c[1], c[0])):
            state = named.get(country) or self._state_of(country)
            yield known.get(state, state)

    def _scores(self, at: Span) -> dict[str, float]:
        """How much the page speaks of each country around the words: where things happen weighs more than who acts."""
        scores: dict[str, float] = {}
        opened = False
        for m in self.located:
            country, weight = self._weight(m)
            if not opened and weight == SCENE:
                opened, weight = True, OPENING
            scores[country] = scores.get(country, 0.0) + (weight if m.span.start <= at.start else weight * AHEAD)
        return scores

    def _weight(self, mention: Mention) -> tuple[str, float]:
        if mention.kind != "place":
            return (mention.party.country if mention.party else "") or "", LOCAL
        is_state = mention.party is not None and mention.party.name in self.catalogue.adjectives
        named = mention.place.country if mention.place else None
        if named and mention.place and (mention.place.precision or WHOLE_COUNTRY) < WHOLE_COUNTRY:
            return named, SCENE
        country = (mention.party.country if mention.party else None) or named or ""
        return country, ACTOR if is_state and self.parse.tokens[mention.token].dep != "pobj" else SCENE

    @cached_property
    def located(self) -> tuple[Mention, ...]:
        """Mentions that tell of a country: places, and bodies at home there; news agencies are read everywhere."""
        local = [m for m in self.bodies if m.party and m.party.kind in LOCAL_KINDS]
        both = sorted({m.span.start: m for m in (*local, *self.places)}.items())
        return tuple(m for _, m in both if self._weight(m)[0])

    def _named_beside(self, at: Span, near: bool) -> list[Mention]:
        """States named in the words themselves, then those that open the sentence ("In X the army …")."""
        token = self.parse.at(at.start)
        first = self.parse.sentences[token.sentence].first if token else 0
        known = [m for m in self.places if m.party and m.party.name in self.catalogue.adjectives]
        inside = [m for m in known if at.covers(m.span)]
        before = [m for m in known if m.first >= first and m.span.start < at.start]
        opening = [m for m in before if m.first <= first + 3 and self.parse.tokens[max(m.first - 1, 0)].lower == "in"]
        return inside + (before[::-1] if near else opening)

    def _state_of(self, country: str) -> str:
        """The name of a country's government by its code."""
        for name in self.catalogue.adjectives:
            party = self.catalogue.lookup(name)
            if party and party.country == country:
                return name
        return country
