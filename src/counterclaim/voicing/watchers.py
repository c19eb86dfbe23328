"""Whom "a monitor" means: the body that keeps watch and that the page names further on, or before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.identity import fold
from counterclaim.model import Mention, Party
from counterclaim.syntax import Token
from counterclaim.voicing.heard import Heard
from counterclaim.voicing.homelands import adjective_of
from counterclaim.voicing.named import called
from counterclaim.voicing.pointing import keeps_watch
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States
from counterclaim.voicing.titled import named_behind, named_later
from counterclaim.voicing.voice import Voice

KEEP_WATCH = frozenset({"monitor", "ngo"})
FURTHER_ON = 3  # sentences within which an unlisted one is named


@dataclass(kw_only=True)
class Watchers(Heard):
    """The voices of one page, with those that keep watch."""

    states: States
    mentions: Sequence[Mention] = ()

    def _is_watching(self, noun: str) -> bool:
        return bool(KEEP_WATCH & self.words.points_to.get(noun, frozenset()))

    def _watcher(self, speaker: Speaker) -> Voice | None:
        """What the page calls, further on or before, the one that is here "a monitor" or "an NGO"."""
        if not speaker.watching or (speaker.many and speaker.head != "monitors") or speaker.proper:
            return None
        if fold(speaker.span.exact).partition(" ")[0] in self.words.several:
            return None
        kinds = ("monitor",) if any(n.startswith(self.words.counters) for n in speaker.nouns) else KEEP_WATCH
        at = speaker.span.start
        party = self.named.after(at, kinds) or self.named.earlier(at, kinds)
        if party:
            return self._new(speaker, called(party), "body", party.party)
        return self._unlisted(speaker) or self._short_named(speaker, kinds) or self._seated(speaker)

    def _seated(self, speaker: Speaker) -> Voice | None:
        """The one that sits abroad where the words say, and keeps watch on the country that the page writes of."""
        said = fold(speaker.span.exact.replace("-", " ")).split()
        if "based" not in said:
            return None
        adjective = self.states.homelands.adjective(speaker.span)
        for name, seats in self.words.seated.items():
            party = self.catalogue.lookup(name)
            if party and adjective_of(party.country, self.catalogue) == adjective and not seats.isdisjoint(said):
                return self._new(speaker, party.name, "body", party)
        return None

    def _named_later(self, speaker: Speaker) -> Voice | None:
        """A body that is only described here, by the name that the page gives it a little further on."""
        is_body = speaker.head in self.words.bodies & self.words.points_to.keys()
        if not is_body or speaker.many or speaker.proper or speaker.span.exact[:2].lower() not in ("a ", "an"):
            return None
        inside = self.parse.tokens[slice(*self.parse.within(speaker.span))]
        noun = next((t for t in inside if t.lower == speaker.head), None)
        name = self._name_of(noun) if noun is not None else None
        party = self.catalogue.lookup(name) if name else None
        return self._new(speaker, party.name if party else name, "body", party) if name else None

    def _name_of(self, noun: Token) -> str | None:
        naming = self.words.naming
        return named_behind(self.parse, noun, naming) or named_later(self.parse, noun, naming)

    def _of_country(self, noun: Token) -> Party | None:
        """The one monitor of the country that the page writes of whose name has the noun: "the Observatory"."""
        country = self.states.homelands.adjective(self.parse.span(noun.index, noun.index + 1))
        monitors = self.catalogue.monitors if country else ()
        own = {p.name: p for p in monitors if adjective_of(p.country, self.catalogue) == country}
        fitting = [p for name, p in own.items() if noun.lower in name.lower().split()]
        return fitting[0] if len(fitting) == 1 else None

    def _unlisted(self, speaker: Speaker) -> Voice | None:
        """The one that no list knows, by a name that says what it does: "the X Watch said" a little further on."""
        here = self.parse.at(speaker.span.start)
        for m in self.mentions:
            near = here is not None and 0 <= self.parse.tokens[m.first].sentence - here.sentence <= FURTHER_ON
            is_body = m.kind == "organisation" and m.party is None and " " in m.name
            if near and is_body and m.span.start > speaker.span.start and keeps_watch(m.name, self.words):
                return self._new(speaker, m.name, "body")
        return None

    def _short_named(self, speaker: Speaker, kinds: Iterable[str]) -> Voice | None:
        """The one that the page calls by no more than a noun in capitals: "the Observatory"."""
        for t in self.parse.tokens:
            if t.text[:1].isupper() and self._is_watching(t.lower) and t.start > speaker.span.start:
                party = self.catalogue.lookup(t.text) or self._of_country(t)
                if (party is None and t.start >= speaker.span.end) or (party is not None and party.kind in kinds):
                    return self._new(speaker, party.name if party else t.text, "body", party)
        return None
