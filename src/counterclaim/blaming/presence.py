"""Blame refused by absence: "none of our troops were near", "we have no aircraft there", "had no part in it"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.blaming.phrasing import ANAPHORS, VERBS, Blame, Frames
from counterclaim.syntax import Token

NO = frozenset({"no", "none", "neither"})


class Presence(Frames):
    """Reads where one says that nothing of his own was when a deed was done."""

    def absent(self, t: Token) -> Iterator[Blame]:
        """Soon after a deed, the speaker's own men or arms were not there, or he has none there."""
        if t.pos not in VERBS or not self._is_somewhere(t) or not self.deeds.targets.is_after_harm(t.index):
            return
        speaking = {c.party for c in self.phrasing.culprits.first_person(t.index)}
        for men in self._missed(t) if speaking else ():
            owners = self.authors.actors(men.index) or [
                c for s in self.parse.children(t.index, "nsubj") if s is not men for c in self.authors.actors(s.index)
            ]
            owners = owners or self.phrasing.culprits.first_person(men.index)
            yield from (Blame(t.index, c, "denies") for c in owners if c.party in speaking)

    def _missed(self, t: Token) -> list[Token]:
        """The men or arms that were not there."""
        owned = self.parse.children(t.index, "dobj")
        found = owned if self.clauses.lemma(t) in self.lists["have"] else self.parse.children(t.index, "nsubj")
        negated = bool(self.parse.children(t.index, "neg"))
        return [o for o in found if self._is_arm(o) and (negated or self._is_none(o))]

    def _is_arm(self, o: Token) -> bool:
        inner = [o, *self.deeds.targets.objects_of(o)]
        return any(self.deeds.culprits.stem(x.index) in self.lists["own_arms"] for x in inner)

    def _is_none(self, o: Token) -> bool:
        return o.lower in NO or any(d.lower in NO for d in self.parse.children(o.index, "det"))

    def _is_somewhere(self, t: Token) -> bool:
        """Whether a place is told with the verb or its object."""
        near = [t, *self.parse.children(t.index, "dobj", "attr")]
        below = [x for n in near for x in self.parse.children(n.index, "prep", "advmod")]
        return any(x.lower in self.lists["somewhere"] for x in below)

    def have(self, t: Token) -> Iterator[Blame]:
        """Had no part in it, has nothing to do with it."""
        if t.pos not in VERBS:
            return
        for o in self.parse.children(t.index, "dobj"):
            no = any(d.lower == "no" for d in self.parse.children(o.index, "det"))
            if (o.lower == "nothing" or (no and o.lower in self.lists["part"] | self.lists["tie"])) and self._is_tied(
                o
            ):
                subjects = self.clauses.subjects(t)
                for c in (c for s in subjects for c in self.phrasing.behind(s, known=True)):
                    yield Blame(t.index, c, "denies", self.clauses.verb_doubt(t))

    def _is_tied(self, o: Token) -> bool:
        """Whether "nothing" or "no part" is said of a deed of war."""
        below = {x.lower for x in self.parse.subtree(o.index)}
        beside = [p for p in self.parse.children(o.head, "prep") if p.index > o.index and p.lower in ("for", "in")]
        if o.lower != "nothing" and any(self.phrasing.charges_harm(p) for p in beside):
            return True
        return ("do" in below or o.lower != "nothing") and bool(below & ANAPHORS or self.phrasing.tells_harm(o))
