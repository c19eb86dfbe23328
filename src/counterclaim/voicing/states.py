"""Bodies that every state has, named plainly: "the army", "a military statement", "the prime minister"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.folding import key
from counterclaim.model import Mention, Party, Span
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords


@dataclass(frozen=True)
class States:
    """The states that one page speaks of, by its mentions of places."""

    parse: Parse
    places: Sequence[Mention]
    catalogue: Catalogue
    words: SpeakerWords

    def have(self, noun: str) -> bool:
        """Whether every state has such a body: "the army", "state television"."""
        return key(noun) in self.catalogue.bodies

    def body(self, noun: str, at: Span, *, near: bool = False) -> Party | None:
        """That body of the state that the sentence names, else of the one that the page speaks of most.

        `near` takes any state named before in the sentence, else it must be said where ("in X the army …").
        """
        if not self.have(noun):
            return None
        found = (self.catalogue.lookup(f"{adjective} {noun}") for adjective in self._adjectives(at, near))
        return next((party for party in found if party), None)

    def behind(self, speaker: Speaker) -> Party | None:
        """The body behind a plain name: "the army", "a military statement", "a civil defence official"."""
        noun, head = speaker.name.lower(), speaker.head
        if head in self.words.papers:
            nouns = [w for w in noun.split()[:-1] if self.have(w)]
            return self.body(nouns[0], speaker.span) if nouns else None
        party = self.body(noun, speaker.span) if head in self.words.bodies else None
        return party or self._of_own_people(noun.partition(head)[0].split(), speaker)

    def office(self, speaker: Speaker) -> Party | None:
        """The body that a title before a name speaks for: "Prime Minister X", the government."""
        titles = speaker.span.exact.partition(speaker.person or "\0")[0].split()
        for n in range(len(titles)):
            for stop in range(len(titles), n, -1):
                party = self.body(" ".join(titles[n:stop]), speaker.span, near=True)
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
        countries = Counter(m.place.country for m in self.places if m.place and m.place.country)
        countries.update(m.party.country for m in self.places if m.party and m.party.country)
        for country, _ in sorted(countries.items(), key=lambda c: (-c[1], c[0])):
            state = named.get(country) or self._state_of(country)
            yield known.get(state, state)

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
