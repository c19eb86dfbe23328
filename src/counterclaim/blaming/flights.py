"""Shells and jets told without one who fires: "came from", "Rurian shells fell on", "its planes did not fly there"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.blaming.authors import Authors
from counterclaim.blaming.clauses import PRESENT, Clauses
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.targets import THEY, Targets
from counterclaim.blaming.words import Words
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

THOSE = frozenset({"men", "ones", "people", "persons", "those"})


@dataclass(frozen=True)
class Flights:
    """Reads such verbs on one page."""

    parse: Parse
    culprits: Culprits
    clauses: Clauses
    authors: Authors
    targets: Targets
    words: Words

    def by_verb(self, t: Token) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """Each author with how sure it is and whether it is denied."""
        fired = self.clauses.tells(t, "fired") and not self.parse.children(t.index, "dobj")
        if fired or self.clauses.tells(t, "come"):
            yield from self._by_origin(t)
        if self.clauses.tells(t, "belong"):
            yield from self._by_belonging(t)
        if self.clauses.tells(t, "land", "fly"):
            yield from self._by_landing(t)
        if self.clauses.is_real(t)[1] or self.targets.is_of_none(t):
            yield from ((c, "certain", True) for c in self._by_no_flight(t))

    def _by_origin(self, t: Token) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """Shells that came from somebody, or from where he stands: "from positions held by the Dawn League"."""
        fell = self.parse.children(t.index, "nsubjpass") or self.clauses.subjects(t)
        fell = [self.parse.head(t.index)] if t.dep == "acl" else fell
        shells = any(self.targets.is_harm(s, self.targets.missiles) or s.lower in THEY for s in fell)
        real, negated = self.clauses.is_real(t)
        shells &= self.targets.is_after_harm(t.index) or not any(s.lower in THEY for s in fell)
        preps = self.parse.children(t.index, "prep") if shells and real else []
        joined = [j for p in preps for j in self.parse.children(p.index, "conj")]  # "from A or from B"
        for p in (*preps, *joined):
            if p.lower == "from":
                for c in self.authors.objects(p.index) or self.authors.origin(p):
                    yield c, self.clauses.verb_doubt(t), negated

    def _by_belonging(self, t: Token) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """To whom those who struck, or what did, belong: "the shooters belonged to the Dawn League"."""
        real, negated = self.clauses.is_real(t)
        struck = {self.culprits.stem(s.index) for s in self.clauses.subjects(t)}
        struck &= self.words.around["doers"] | self.targets.missiles | self.words.around["flying"] - {"force"}
        those = [s for s in self.clauses.subjects(t) if s.lower in THOSE]
        struck |= {s.lower for s in those if any(self._is_deed(x) for x in self.parse.children(s.index, "relcl"))}
        if real and struck and self.targets.is_after_harm(t.index):
            for p in self.parse.children(t.index, "prep"):
                yield from ((c, self.clauses.verb_doubt(t), negated) for c in self.authors.objects(p.index))

    def _is_deed(self, x: Token) -> bool:
        return x.pos == "VERB" and self.targets.is_deed(x, passive=False)

    def _by_landing(self, t: Token) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """Whose shells hit something, though nobody is said to fire: "Rurian shells fell on Tarn"."""
        real, negated = self.clauses.is_real(t)
        into = self.words.around["into" if self.clauses.tells(t, "fly") else "onto"]
        onto = any(p.lower in into for p in self.parse.children(t.index, "prep"))
        for s in self.clauses.subjects(t) if onto and real else ():
            if self.targets.is_harm(s, self.targets.missiles):
                named = self.culprits.before(s.index) or self.authors.actors(s.index)
                yield from ((c, self.clauses.verb_doubt(t), negated) for c in named)

    def _by_no_flight(self, t: Token) -> list[Culprit]:
        """Who says that nothing of his was in the air: "its planes did not fly there", "carried out no missions"."""
        if t.tag in PRESENT or not self.clauses.is_real(t)[0]:
            return []
        subjects = self.clauses.subjects(t)
        if t.pos == "VERB" and self.clauses.tells(t, "attack"):  # "the army said no air strike had hit the house"
            raids = any(self.targets.is_attack(s.index) for s in subjects)
            return self.culprits.first_person(t.index) if raids else []
        if not (self._is_flown(t) or self.clauses.tells(t, "fly")):
            return []
        by = self.authors.agents(t.index, own=True) or self.culprits.first_person(t.index)
        flying = [s for s in subjects if self.culprits.stem(s.index) in self.words.around["flying"]]
        return [*(by if self.clauses.is_passive(t) else ()), *(c for s in flying for c in self.authors.actors(s.index))]

    def _is_flown(self, t: Token) -> bool:
        objects = self.parse.children(t.index, "dobj", "nsubjpass")
        flown = any(self.culprits.stem(o.index) in self.words.around["flights"] for o in objects)
        return flown and self.clauses.tells(t, "light")
