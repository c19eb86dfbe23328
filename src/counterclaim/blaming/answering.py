"""Blame in roundabout words: "put the blame on", "held to account", "must take responsibility"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.blaming.clauses import worst
from counterclaim.blaming.phrasing import Blame, Frames
from counterclaim.model import Certainty
from counterclaim.syntax import Token

RESTS = frozenset({"on", "upon", "with"})
ONTO = ("at", "on", "upon", "with")
ACCOUNT = "account"


class Answering(Frames):
    """Finds such frames on one page."""

    def lay(self, t: Token) -> Iterator[Blame]:
        """Put, laid or placed the blame on X for it."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        laid = [o for o in self.phrasing.afflicted(t) if o.lower in self.lists["onus"]]
        preps = [p for n in (t, *laid) for p in self.parse.children(n.index, "prep")]
        onto = [o for p in preps if p.lower in ONTO for o in self.parse.children(p.index, "pobj")]
        onto = onto or self._at_end(preps)
        doors = self._doors([*onto, *(o for p in self.phrasing.preps(t, *ONTO) for o in self.deeds.targets.below(p))])
        if doors and any(o in laid or self.phrasing.is_harm(o) for o in self.phrasing.afflicted(t)):
            yield from self._on(doors, t)
        elif laid and self._is_of_harm([p for p in preps if p.lower not in ONTO], t):
            yield from self._on(onto, t)

    def _at_end(self, preps: list[Token]) -> list[Token]:
        """On whom blame is put that the parser hung on the charge: "put the blame for the raid squarely on X"."""
        charged = [o for p in preps for o in self.parse.children(p.index, "pobj")]
        last = [p for o in charged for p in self.parse.children(o.index, "prep") if p.lower in ONTO][-1:]
        return [o for p in last for o in self.parse.children(p.index, "pobj")]

    def _doors(self, onto: list[Token]) -> list[Token]:
        """Whose door, feet or doorstep something is laid at."""
        return [x for o in onto if o.lower in self.lists["doors"] for x in self.deeds.targets.objects_of(o)]

    def account(self, t: Token) -> Iterator[Blame]:
        """Held X to account for it."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        below = self.parse.children(t.index, "prep", "advcl", "xcomp")
        nouns = [o for p in below if p.lower == "to" for o in self.parse.children(p.index, "pobj")]
        found = [x for x in (*below, *nouns) if x.lower == ACCOUNT]
        charges = [p for x in (t, *found) for p in self.parse.children(x.index, "prep") if p.lower in ("for", "over")]
        if found and self._is_of_harm(charges, t):
            yield from self._on(self.phrasing.afflicted(t), t)

    def clear(self, t: Token) -> Iterator[Blame]:
        """Cleared X of the attack, exonerated X."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        charges = self.phrasing.preps(t, "of", "from", "in", "over")
        onus = any(x.lower in self.lists["onus"] for p in charges for x in self.deeds.targets.below(p))
        bare = (
            not charges and self.clauses.lemma(t) in self.lists["wholly"] and self.deeds.targets.is_after_harm(t.index)
        )
        if bare or onus or any(self.phrasing.charges_harm(p) for p in charges):
            for b in self._on(self.phrasing.afflicted(t), t):
                yield replace(b, polarity="denies")

    def rest(self, t: Token) -> Iterator[Blame]:
        """The responsibility for it lies with X, the blame or the suspicion falls on X."""
        subjects = self.parse.children(t.index, "nsubj")
        guessed: Certainty | None = "hedged" if any(s.lower in self.lists["suspicion"] for s in subjects) else None
        laid = [s for s in subjects if guessed or s.lower in self.lists["onus"]]
        if t.pos != "VERB" or not laid or not self.phrasing.holds(t):
            return
        charges = [p for s in laid for p in self.parse.children(s.index, "prep")]
        if self._is_of_harm(charges, t):
            preps = [p for p in self.parse.children(t.index, "prep") if p.lower in RESTS]
            for c in (c for p in preps for c in self.authors.objects(p.index)):
                yield Blame(t.index, c, "affirms", worst([guessed, self.clauses.verb_doubt(t)]))

    def owe(self, t: Token) -> Iterator[Blame]:
        """X must take the responsibility for it, bears the blame in others' eyes."""
        modal = any(a.lower in self.lists["duty"] for a in self.parse.children(t.index, "aux"))
        objects = [o for o in self.parse.children(t.index, "dobj") if o.lower in self.lists["onus"]]
        if t.pos != "VERB" or not modal or not objects or self.parse.children(t.index, "neg"):
            return
        charges = [p for x in (t, *objects) for p in self.parse.children(x.index, "prep") if p.lower in ("for", "of")]
        if charges and (self._is_of_harm(charges, t) or self.deeds.targets.is_after_harm(t.index)):
            for c in (c for s in self.clauses.subjects(t) for c in self.authors.actors(s.index)):
                yield Blame(t.index, c)

    def _is_of_harm(self, charges: list[Token], t: Token) -> bool:
        """Whether a charge is of a deed of war; without one, whether such a deed was just told."""
        charges = [p for p in charges if p.lower in self.lists["charges"]]
        if not charges:
            return self.deeds.targets.is_after_harm(t.index)
        return any(self.phrasing.charges_harm(p) for p in charges)

    def _on(self, accused: list[Token], t: Token) -> Iterator[Blame]:
        subjects = [] if self.clauses.is_passive(t) else self.phrasing.speakers(t)
        speaker = subjects[0].index if subjects else None
        for c in (c for o in accused for c in self.authors.actors(o.index)):
            yield Blame(t.index, c, "affirms", self.clauses.verb_doubt(t), speaker)
