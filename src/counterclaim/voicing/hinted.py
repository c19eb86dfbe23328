"""Bodies for which the words only hint who speaks: a coalition's man, the rulers' news house, a rescuer named later."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from counterclaim.folding import key
from counterclaim.model import Party
from counterclaim.voicing.persons import surnames
from counterclaim.voicing.pointers import Pointers, just_before
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.voice import Voice

COALITIONS = re.compile(  # what stands before or behind the name of one who speaks for it
    r"^(?:the |a )?coalition (?:spokes\w+|commander)\b|\b(?:spokes\w+|commander) (?:for|of) the coalition\b",
    re.IGNORECASE,
)
STATES = re.compile(r"^(?:the )?(?:regime|government|state)(?:['’]s?|s)? ")


@dataclass(kw_only=True)
class Hinted(Pointers):
    """The voices of one page, with those at whom the words only hint."""

    def _of_news_house(self, voice: Voice) -> Voice | None:
        """The state's news agency for "state media", where the page names it and no other house of that state."""
        if not voice.name.lower().endswith("state media"):
            return None
        own = {m.party.name: m.party for m in self.named.mentions if m.party and m.party.kind in ("agency", "media")}
        country = voice.party.country if voice.party else None
        found = [p for p in own.values() if p.side and p.country and country in (None, p.country)]
        agency = found[0] if len(found) == 1 and found[0].kind == "agency" else None
        if agency is None or (self.house and agency == self.catalogue.lookup(self.house)):
            return None
        heard = (replace(voice, at=m.span.start) for m in self.named.mentions if m.party == agency)
        if not any(self._is_near(a, b) for known in heard for a, b in ((voice, known), (known, voice)) if a.at >= b.at):
            return None
        return replace(voice, name=agency.name, party=agency)

    def _just_described(self, speaker: Speaker) -> Voice | None:
        """The rescue service of which an unnamed man told just before whose name stands here without a word of him."""
        last = self.voices[-1] if self.voices else None
        bare = speaker.person is not None and not speaker.office and not speaker.nouns - {"injured", "wounded"}
        if (
            last is None
            or not bare
            or last.person
            or last.many
            or not self._is_near(replace(last, at=speaker.span.start), last)
        ):
            return None
        if last.head in self.words.of_place and not self._named_before(speaker, last.at):
            return replace(self._through(speaker, last), person=speaker.person, kind="person", at=speaker.span.start)
        own = self.words.own_people.get("rescue", frozenset()) | {"source"}
        party = last.party if last.party and last.party.kind == "rescue" else None
        if last.head not in own or (party is None and last.kind != "unnamed"):
            return None
        if self._named_before(speaker, last.at):
            return None
        party = party or self._rescue_named(last.name)
        return self._new(speaker, party.name, "person", party) if party else None

    def _named_before(self, speaker: Speaker, at: int) -> bool:
        """Whether the page has named somebody by that name before an offset."""
        wanted = surnames(speaker.person or "")
        return any(wanted & surnames(m.name) for m in just_before(self.persons.people, at))

    def _rescue_named(self, name: str) -> Party | None:
        """The rescue service of the page's country that a description names: "local civil defence source"."""
        words = key(name).split()
        runs = (" ".join(words[n:stop]) for n in range(len(words)) for stop in range(len(words), n, -1))
        noun = next((r for r in runs if self.catalogue.bodies.get(r, ("", "", True))[1] == "rescue"), None)
        at = self.voices[-1].at
        return self.states.body(noun, self.parse.span(*self._words_at(at)), local=True) if noun else None

    def _words_at(self, at: int) -> tuple[int, int]:
        token = self.parse.at(at)
        return (token.index, token.index + 1) if token else (0, 0)

    def _for_the_coalition(self, speaker: Speaker) -> Voice | None:
        """The voice of the coalition for which somebody named speaks: "coalition spokesman Colonel X Y"."""
        if speaker.person is None or not COALITIONS.search(speaker.span.exact):
            return None
        group = replace(
            speaker,
            head="coalition",
            name="coalition",
            pointing=True,
            nouns=frozenset(),
            person=None,
            body=None,
            party=None,
        )
        known = self._usual(group) or self._pointed_back(group)
        is_one = known is not None and known.party is not None and known.party.kind == "coalition"
        return (
            replace(self._through(speaker, known), kind="person", at=speaker.span.start) if known and is_one else None
        )

    def _rulers(self, group: Speaker) -> Voice | None:
        """Those who rule the country that the page writes of, by the one noun for them: "the junta"."""
        is_body = group.head in self.words.bodies - self.words.rulers
        adjective = None if is_body else self.states.homelands.adjective(group.span)
        party = self.catalogue.lookup(f"{adjective} {group.head}") if adjective else None
        return self._new(group, party.name, "body", party) if party else None

    def _states_house(self, speaker: Speaker) -> Party | None:
        """The news house of the rulers of the page's country: "the regime's news agency"."""
        owner, _, noun = STATES.sub("state ", speaker.name.lower(), count=1).partition(" ")
        is_house = owner == "state" and noun in self.words.rulers_houses and speaker.name.lower()[:5] != "state"
        return self.states.body(f"state {noun}", speaker.span) if is_house else None
