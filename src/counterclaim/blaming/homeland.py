"""What a page leaves unsaid because its readers know the country: whose army "the army" is, which "the coalition"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from counterclaim.blaming.stretches import DASHES
from counterclaim.model import Mention, Party
from counterclaim.parties import STATE as BY_STATE
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

ACTING = frozenset({"armed_group", "coalition", "state"})
INSIDE = frozenset({"in", "inside", "across", "throughout", "within"})
LOCAL = frozenset({"armed_group", "monitor", "rescue", "armed_forces", "state"})
ARMY = "army"
# How much each kind of mention tells about where the page's war is: a place, or a state as a place, the most.
PLACE, BODY, STATE = 4, 2, 1
LINE = 8  # words in a dateline


class Homeland:
    """The country that one page is about, with its powers."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention], catalogue: Catalogue) -> None:
        self._mentions = mentions
        self._catalogue = catalogue
        self.country = _country(parse, mentions)
        self.force: Party | None = None
        """The army or armed group whose own page this is."""

    def accountable(self, party: Party | None) -> Party | None:
        """The party that bears the blame for what this one does: for an army or a ministry it is the state."""
        if party is None or (party.kind in ACTING and (party.kind != "state" or party.side in (None, party.name))):
            return party
        if party.kind == "armed_forces" and party.side == party.name:
            return party  # an army that is a side of its own
        if party.kind not in ("armed_forces", "ministry", "other", "state"):
            return None
        above = self._catalogue.lookup(party.parent) if party.parent else None
        if above and above.kind in ACTING:
            return above
        return party if party.kind in ("armed_forces", "state") else None

    def is_state(self, m: Mention) -> bool:
        """Whether a mention is a country by its own name, though no gazetteer has it."""
        entry = self._catalogue.entry(m.span.exact)
        return entry is not None and entry.how == BY_STATE

    def armed(self, party: Party) -> Party:
        """A state's army before a noun of war, where the army is a side of its own: "Rurian soldiers"."""
        if party.kind != "state":
            return party
        army = self._catalogue.lookup(f"{self._catalogue.adjectives.get(party.name, party.name)} {ARMY}")
        return army if army and army.kind == "armed_forces" and army.side == army.name else party

    def stands_for(self, role: str, index: int, leagues: Mapping[str, str], armies: Mapping[str, str]) -> str | None:
        """The party that "army", "government" or "coalition" means at a token; None when the page does not tell."""
        if role == "coalition":
            return self._coalition(index, leagues)
        if role == ARMY and self.force:
            return self.force.name
        states = {party.country: party for party in self._catalogue.demonyms.values()}
        state = states.get(self.country)
        if role == ARMY and (self.country or "") in armies:
            return armies[self.country or ""]
        if state is None or role != ARMY:
            return state.name if state else None
        army = self._catalogue.lookup(f"{self._catalogue.adjectives.get(state.name, state.name)} {ARMY}")
        party = self.accountable(army)
        return party.name if party else state.name

    def _coalition(self, index: int, leagues: Mapping[str, str]) -> str | None:
        """The coalition named nearest before, else after, else the one that fights in the country."""
        named = [
            m
            for m in self._mentions
            if m.span.exact.lower().endswith(("coalition", "alliance")) and " " in m.span.exact
        ]
        if named:
            nearest = min(named, key=lambda m: (m.first > index, abs(m.first - index)))
            return nearest.party.name if nearest.party and nearest.party.kind == "coalition" else None
        parents = [self._catalogue.lookup(m.party.parent) for m in self._mentions if m.party and m.party.parent]
        leading = next((p.name for p in parents if p and p.kind == "coalition"), None)  # its inquiry speaks on the page
        return leading or leagues.get(self.country or "", leagues.get(""))


def country_of(mention: Mention) -> str | None:
    """The ISO code of the country that a mention belongs to."""
    if mention.party and mention.party.country:
        return mention.party.country
    return mention.place.country if mention.place else None


def _is_dateline(parse: Parse, m: Mention) -> bool:
    """Whether a place is the town that a report was written in: "VELM (Agency) -", "VELM, Ruria —"."""
    line = {t.text for t in parse.tokens[m.stop : m.stop + LINE]}
    return m.first == parse.sentence(m.first).first and m.span.exact.isupper() and bool(line & DASHES)


def _country(parse: Parse, mentions: Sequence[Mention]) -> str | None:
    """Where most of the page's places and armed groups are."""
    counts: Counter[str] = Counter()
    for m in mentions:
        country = country_of(m)
        if country and m.kind == "place" and _is_dateline(parse, m):
            counts[country] += STATE
        elif country and m.kind == "place":
            before = parse.tokens[m.first - 1].lower if m.first else ""
            within = m.party is None or before in INSIDE or parse.tokens[m.first].text[0].islower()
            counts[country] += PLACE if within else STATE
        elif country and m.party and m.party.kind in LOCAL and not m.party.name.islower():  # every war has "rebels"
            counts[country] += BODY
    return counts.most_common(1)[0][0] if counts else None
