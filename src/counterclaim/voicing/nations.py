"""Bodies of a nation among the voices: whose "the ministry" is, and what "the coalition" means in one country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Party
from counterclaim.parties import NAME
from counterclaim.voicing.homelands import adjective_of
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.voice import Voice
from counterclaim.voicing.watchers import Watchers

GLUED = 2  # words of a place before a name
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(kw_only=True)
class Nations(Watchers):
    """The voices of one page, with the states that it names."""

    def _whole(self, speaker: Speaker) -> Party | None:
        """The party that all the words name together, where a parser found but a part: "X's government-run TV".

        The place in which the content ends may be glued to the name on pages that lost their commas.
        """
        words = ARTICLE.sub("", speaker.span.exact).split()
        if len(words) < 2:
            return None
        starts = range(1 + GLUED if self._hangs_on_place(speaker) else 1)
        entries = (self.catalogue.entry(" ".join(words[n:])) for n in starts if len(words) - n > 1)
        return next((e.party for e in entries if e and e.how == NAME), None)

    def _hangs_on_place(self, speaker: Speaker) -> bool:
        first = self.parse.within(speaker.span)[0]
        return first > 0 and self.parse.tokens[first - 1].lower in self.words.whereabouts

    def _of_no_town(self, speaker: Speaker) -> Party | None:
        """The state's house where a word before is glued to it: "in the X district state media said"."""
        words = speaker.name.lower().split()
        tails = (" ".join(words[n:]) for n in range(1, len(words) - 1) if words[n] == "state")
        tail = next((t for t in tails if self.states.plain(t)), None)
        return self.states.body(tail, speaker.span) if tail else None

    def _is_of_any_state(self, body: str) -> bool:
        """Whether every state has such a body, or its paper: "Defence Ministry statement"."""
        before, _, last = body.rpartition(" ")
        return self.states.have(body) or (last.lower() in self.words.papers and self.states.have(before))

    def _usual(self, speaker: Speaker) -> Voice | None:
        """What "the coalition" means where one alone fights in the country that the page writes of."""
        kinds = self.words.points_to.get(speaker.head, frozenset())
        if kinds != {"coalition"} or not speaker.pointing or speaker.name.lower() != speaker.head:
            return None
        adjective = self.states.homelands.adjective(speaker.span)
        known = {e.party.name: e.party for row in self.catalogue.entries.values() for e in row if e.party.kind in kinds}
        own = [p for p in known.values() if adjective and adjective_of(p.country, self.catalogue) == adjective]
        if not own and adjective and len(speaker.span.exact.split()) > 2:  # whose spokesman has a name
            leagues, state = self.words.coalitions, self.catalogue.demonyms.get(adjective.lower())
            usual = leagues.get((state and state.country) or "", leagues.get("", ""))
            own = [known[usual]] if usual in known else []
        return self._new(speaker, own[0].name, "body", own[0]) if len(own) == 1 else None

    def _arm(self, speaker: Speaker) -> Voice | None:
        """The body of the United Nations that "the UN agency" points back to."""
        is_whole = speaker.party is not None and speaker.party == self.catalogue.lookup("UN")
        if not is_whole or not speaker.pointing or "un" not in self.words.points_to.get(speaker.head, frozenset()):
            return None
        bodies = (v for v in self._before(speaker.span.start) if v.party and v.party.kind == "un")
        known = next((v for v in bodies if v.party != speaker.party), None)
        return self._again(speaker, known) if known else None

    def _mission(self, speaker: Speaker) -> Voice | None:
        """The mission of the United Nations in the country that the page writes of: "the UN mission"."""
        whole = self.catalogue.lookup("UN")
        if speaker.head != "mission" or whole is None or speaker.party != whole:
            return None
        adjective = self.states.homelands.adjective(speaker.span)
        known = {e.party.name: e.party for row in self.catalogue.entries.values() for e in row if _is_mission(e.party)}
        own = [p for p in known.values() if adjective and adjective_of(p.country, self.catalogue) == adjective]
        return self._new(speaker, own[0].name, "body", own[0]) if len(own) == 1 else None

    def _of_last_state(self, voice: Voice) -> Voice | None:
        """The same voice as that of the state which spoke just before: "X denied it. Foreign ministry spokesman …"."""
        if voice.party is not None or not self.states.have(voice.name):
            return None
        states = (
            v.party.name
            for v in self._before(voice.at)
            if v.party and v.party.kind == "state" and self._is_near(voice, v)
        )
        adjective = next((self.catalogue.adjectives[n] for n in states if n in self.catalogue.adjectives), None)
        party = self.catalogue.lookup(f"{adjective} {voice.name}") if adjective else None
        return replace(voice, name=party.name, party=party) if party else None

    def _of_state(self, speaker: Speaker) -> Party | None:
        """The country's own for a body that each has under one name ("the Red Crescent"), or a minister's ministry."""
        is_state = speaker.party is not None and speaker.party.kind == "state"
        if is_state and self.states.have(speaker.behind):
            return self.states.body(speaker.behind, speaker.span, local=True)
        titled = self.states.office(speaker) if speaker.person and is_state else None
        if isinstance(titled, Party) and titled.kind == "ministry":
            return titled
        party = speaker.party
        if party is None or party.country or not self.states.have(party.name):
            return None
        return self.states.body(party.name, speaker.span)

    def _is_of(self, voice: Voice, nations: Sequence[str]) -> bool:
        """Whether a voice is of one of the nations that the words name: "the X ministry" is not that of Y."""
        if not nations or voice.kind == "unnamed":
            return True
        if voice.party is None:
            return voice.name.startswith(tuple(nations))
        owners = (voice.party.name, voice.party.parent or voice.party.side)
        adjectives = {self.catalogue.adjectives.get(o) for o in owners if o}
        adjectives.add(adjective_of(voice.party.country, self.catalogue))
        return voice.party.name.startswith(tuple(nations)) or not adjectives.isdisjoint(nations)


def _is_mission(party: Party) -> bool:
    """Whether a party is what the United Nations keep in a country, and no inquiry from without."""
    names = " ".join((party.name, *party.aliases)).lower()
    return party.kind == "un" and "mission " in names.replace("commission ", "") and "fact-finding" not in names
