"""Bodies that every state has, named plainly: "the army", "a military statement", "the prime minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.folding import key
from counterclaim.model import Mention, Party, Span
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.homelands import Homelands
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords

MARKS = re.compile(r"\s*[,;]+\s*|(?<=\s)(?:the|The)\s+")  # between titles
POSSESSIVE = re.compile(r"^\s*['’]s?\s+")
OWNERS = frozenset({"party", "place"})
MEMBERSHIP = (["of"], ["with"], ["from"], ["in"], ["at"])
CLAUSE = re.compile(r"\b(?:who|whose|which|where)\b")
HEADLINES = 2  # sentences at the top of a page that say in short what comes below
JUST = 2  # sentences within which a body named with its state is the one meant


@dataclass(frozen=True)
class States:
    """The states that one page names, the bodies on it, and the country that it writes of."""

    parse: Parse
    nations: Sequence[Mention]
    bodies: Sequence[Mention]
    homelands: Homelands
    catalogue: Catalogue
    words: SpeakerWords

    def have(self, noun: str) -> bool:
        """Whether every state has such a body: "the army", "state television"."""
        return key(noun) in self.catalogue.bodies

    def plain(self, noun: str) -> str | None:
        """Such a body's name without a state ("Interior Ministry"), None for what names no one body."""
        pattern, kind, whole = self.catalogue.bodies.get(key(noun), ("", "", True))
        is_name = kind in ("ministry", "media") and " " in noun
        return pattern.replace("{adj} ", "") if is_name and not whole else None

    def body(self, noun: str, at: Span, *, local: bool = False) -> Party | None:
        """That body of the state that the words name, else the one just named, else that of the page's own country.

        `local` takes one that towns have as well for the state's.
        """
        if not self.have(noun):
            return None
        named = self.named_in(at)
        if named:
            return next((p for p in (self._of(a, noun) for a in named) if p), None)
        opening = next((p for p in (self._of(a, noun) for a in self._opening(at)) if p), None)
        if opening or (key(noun) in self.words.local and not local):
            return opening
        just = self._just_named(noun, at) or self._named_below(noun, at)
        if just:
            return just
        adjective = self._spoken(noun, at) or self.homelands.adjective(at, self.catalogue.bodies[key(noun)][0])
        return self._of(adjective, noun) if adjective else self._only_named(noun, at) or self._of_place(noun)

    def _spoken(self, noun: str, at: Span) -> str | None:
        """The one state that the page has let speak by its name, for who rules it: "Arvenia said … the president"."""
        if self.catalogue.bodies[key(noun)][1] != "state":
            return None
        before = [m for m in self.nations if m.party and m.span.start < at.start and self._speaks(m)]
        names = {m.party.name for m in before if m.party}
        return self.catalogue.adjectives.get(names.pop()) if len(names) == 1 else None

    def _speaks(self, nation: Mention) -> bool:
        token = self.parse.tokens[nation.token]
        return token.dep == "nsubj" and self.parse.head(token.index).lemma in self.words.states_say

    def _of_place(self, noun: str) -> Party | None:
        """That body of a place on the page which has one of its own: "Gaza's health ministry"."""
        nations = {m.name for m in self.nations} | {m.span.exact for m in self.nations}
        names = dict.fromkeys(c.name for c in self.homelands.clues if c.name and c.name not in nations)
        return next((p for p in (self.catalogue.lookup(f"{name} {noun}") for name in names) if p), None)

    def behind(self, speaker: Speaker) -> Party | None:
        """The body behind a plain name: "the army", "a military statement", "a civil defence official"."""
        noun, head = speaker.name.lower(), speaker.head
        if head in self.words.papers:
            before = noun.partition(head)[0].split()
            nouns = [" ".join(before[n:stop]) for n in range(len(before)) for stop in range(len(before), n, -1)]
            held = next((w for w in nouns if self.have(w)), None)
            return self.body(held, speaker.span) if held else None
        if head == "authorities" and not speaker.pointing and not self.named_in(speaker.span):
            return None
        is_body = head in self.words.bodies or (
            noun == head and head in self.words.of_state and self._is_the_one(speaker)
        )
        party = self.body(noun, speaker.span) if is_body else None
        return party or self._of_own_people(noun.partition(head)[0].split(), speaker)

    def _is_the_one(self, speaker: Speaker) -> bool:
        return speaker.pointing and not speaker.many

    def has_name(self, speaker: Speaker) -> bool:
        """Whether an owner that has a name stands before the noun: "the X government's ministry"."""
        owner, mark, _ = speaker.name.replace("’", "'").partition("'s ")
        return bool(mark) and any(w[:1].isupper() for w in owner.split())

    def of_owner(self, speaker: Speaker) -> Party | None:
        """A body named with its owner, be it a seat of power or no state: "the movement's health ministry"."""
        inside = [m for m in (*self.nations, *self.bodies) if speaker.span.covers(m.span) and m.kind in OWNERS]
        for m in inside:
            rest = speaker.span.exact[m.span.end - speaker.span.start :]
            noun = POSSESSIVE.sub("", rest)
            if self.have(noun) and noun != rest and m.party is not None:
                owner = self.catalogue.adjectives.get(m.party.name, m.party.name)
                found = (
                    self.catalogue.lookup(f"{form} {noun}") for form in (m.span.exact, owner, owner.removesuffix("s"))
                )
                return next((party for party in found if party), None)
        return None

    def office(self, speaker: Speaker) -> Party | str | None:
        """The body that a title before a name speaks for ("Prime Minister X": the government), else its plain name."""
        found = self._rescuing(speaker) or self.mouthpiece(speaker) or self._serving(speaker)
        if found:
            return found
        titles = self._titles(speaker)
        spans = [(n, stop) for n in range(len(titles)) for stop in range(len(titles), n, -1)]
        held = [" ".join(titles[n:stop]) for n, stop in spans if not self._goes_on(titles, n)]
        held = [noun for noun in held if self.have(noun)]
        for noun in held:
            party = self.body(noun, speaker.span, local=True)
            if party:
                return party
        named = self.named_in(speaker.span)
        if named and not held and self.words.military & {w.lower() for w in speaker.span.exact.split()}:
            return self._of(named[0], "military")
        forces = None if held else self._forces(speaker)
        if forces:
            return forces
        is_spokesman = any(n.startswith("spoke") for n in speaker.nouns)
        bare = next(
            (noun.lower().removeprefix("the ") for noun in held if is_spokesman and key(noun) not in self.words.local),
            None,
        )
        return next((name for name in map(self.plain, held) if name), bare)

    def _rescuing(self, speaker: Speaker) -> Party | None:
        """The rescue service whose own man the words make somebody: "X, a local civil defence official"."""
        own = self.words.own_people.get("rescue", frozenset())
        words = key(CLAUSE.split(speaker.span.exact)[0]).split()
        if {"former", "retired"} & set(words):
            return None
        ends = [n for n, w in enumerate(words) if w in own]
        nouns = [" ".join(words[first:n]) for n in ends for first in range(max(0, n - 3), n)]
        behind = [[w for w in words[n + 1 :] if w != "the"] for n in ends if words[n + 1 : n + 2] in MEMBERSHIP]
        nouns += [" ".join(rest[1:stop]) for rest in behind for stop in (4, 3, 2)]
        found = (n for n in nouns if self.catalogue.bodies.get(n, ("", "", True))[1] == "rescue")
        return next((party for party in (self.body(n, speaker.span, local=True) for n in found) if party), None)

    def _serving(self, speaker: Speaker) -> Party | None:
        """The force in which the words behind a name have its bearer serve: "X, a military officer in Y"."""
        _, _, behind = speaker.span.exact.partition(speaker.person or "\0")
        words = key(CLAUSE.split(behind)[0]).split()
        if words[:1] not in (["a"], ["an"]):
            return None
        pairs = pairwise(words[: words.index("in")] if "in" in words else words)
        nouns = (noun for noun, rank in pairs if rank in self.words.ranks and self._is_armed(noun))
        return next((party for party in (self.body(n, speaker.span, local=True) for n in nouns) if party), None)

    def _forces(self, speaker: Speaker) -> Party | None:
        """The armed forces named in the words with a general: "General X, who commands the army's third brigade"."""
        words = key(speaker.span.exact).split()
        if self.words.military.isdisjoint(words) or not {"former", "retired"}.isdisjoint(words):
            return None
        nouns = (w for w in words if self.catalogue.bodies.get(w, ("", "", True))[1] == "armed_forces")
        return next((party for party in (self.body(n, speaker.span, local=True) for n in nouns) if party), None)

    def mouthpiece(self, speaker: Speaker) -> Party | str | None:
        """The body whose officer for the public speaks: "the Police Public Relations Officer"."""
        words = key(MARKS.sub(" ", speaker.span.exact))
        phrase = next((p for p in self.words.mouthpieces if f" {p}" in words), None)
        before = words.partition(f" {phrase}")[0].split() if phrase else []
        if not before or not self.have(before[-1]):
            return None
        return self.body(before[-1], speaker.span, local=True) or (before[-1] if len(before) < 3 else None)

    def _goes_on(self, titles: Sequence[str], n: int) -> bool:
        """Whether the word before belongs to the name of another body: "Harbour Police"."""
        before = titles[n - 1] if n else ""
        if before == "State" and n > 1 and titles[n - 2][:1].isupper():  # "X State Police"
            return True
        common = self.words.titles | self.words.before_noun | self.words.speaks_for | self.words.bodies
        common = common | self.words.areas | self.words.town_areas
        is_state = before.lower() in self.catalogue.demonyms or before in self.homelands.unknown
        return before[:1].isupper() and before.lower().strip(".,") not in common and not is_state

    def _titles(self, speaker: Speaker) -> list[str]:
        """The words before a name, else those behind it as far as they say what its bearer heads."""
        before, _, after = MARKS.sub(" ", speaker.span.exact).partition(speaker.person or "\0")
        behind = CLAUSE.split(after)[0].split()
        heads = self.words.titles_of_body - self.words.private
        if any(self.have(w) for w in before.split()) or heads.isdisjoint(w.lower() for w in behind):
            return before.split()
        return before.split() if "former" in behind else [*before.split(), *behind]

    def named_in(self, at: Span) -> list[str]:
        """Adjectives of the states named in the words themselves, unless they only tell on whose side somebody is."""
        inside = [m for m in self.nations if at.covers(m.span) and not self._is_side(m)]
        known = [self.catalogue.adjectives[m.party.name] for m in inside if m.party]
        first, stop = self.parse.within(at)
        strange = [t.text for t in self.parse.tokens[first:stop] if t.text in self.homelands.unknown]
        return [*known, *strange]

    def _is_side(self, mention: Mention) -> bool:
        after = self.parse.tokens[mention.stop : mention.stop + 2]
        return len(after) > 1 and after[0].text == "-" and after[1].lower in self.words.sides

    def _of(self, adjective: str, noun: str) -> Party | None:
        """The body of the state with that adjective, made by the same pattern where no list knows the state."""
        if adjective not in self.homelands.unknown:
            held = self.words.occupied.get(adjective, adjective) if self._is_armed(noun) else adjective
            return self.catalogue.lookup(f"{held} {noun}")
        pattern, kind, _ = self.catalogue.bodies[key(noun)]
        return Party(pattern.format(adj=adjective), kind)

    def _is_armed(self, noun: str) -> bool:
        return self.catalogue.bodies.get(key(noun), ("", "", True))[1] == "armed_forces"

    def _of_own_people(self, before: Sequence[str], speaker: Speaker) -> Party | None:
        for n in range(len(before)):
            party = self.body(" ".join(before[n:]), speaker.span)
            if party:
                return party if speaker.head in self.words.own_people.get(party.kind, frozenset()) else None
        return None

    def _opening(self, at: Span) -> Iterator[str]:
        """States that open the sentence: "In X the army …", "In neighbouring Y, the police …"."""
        token = self.parse.at(at.start)
        first = self.parse.sentences[token.sentence].first if token else 0
        if self.parse.tokens and self.parse.tokens[first].lower == "in":
            for m in reversed(self.nations):
                opens = first < m.first <= first + 3 and m.span.start < at.start and m.kind == "place"
                if opens and m.party and all(t.pos != "ADP" for t in self.parse.tokens[first + 1 : m.first]):
                    yield self.catalogue.adjectives[m.party.name]

    def opened(self, at: Span) -> bool:
        """Whether the sentence says first in which state the words are to be read."""
        return next(self._opening(at), None) is not None

    def _named_before(self, noun: str, at: Span) -> list[Mention]:
        return [m for m in self._having(noun) if m.span.start < at.start]

    def _named_below(self, noun: str, at: Span) -> Party | None:
        """For a headline, the one such body that the page names further on with its state."""
        token = self.parse.at(at.start)
        if token is None or " " not in noun or token.sentence > HEADLINES or self._named_before(noun, at):
            return None
        named = self._having(noun)
        return named[0].party if len({m.party.name for m in named if m.party}) == 1 else None

    def _having(self, noun: str) -> list[Mention]:
        pattern, _, whole = self.catalogue.bodies[key(noun)]
        rest = pattern.partition("} ")[2]
        return [] if whole else [m for m in self.bodies if m.party and m.party.name.endswith(f" {rest}")]

    def _just_named(self, noun: str, at: Span) -> Party | None:
        token = self.parse.at(at.start)
        near = token.sentence - JUST if token else 0
        found = [m for m in self._named_before(noun, at) if self.parse.tokens[m.first].sentence >= near]
        return found[-1].party if found else None

    def _only_named(self, noun: str, at: Span) -> Party | None:
        named = {m.party.name: m.party for m in self._named_before(noun, at) if m.party}
        return next(iter(named.values())) if len(named) == 1 else None
