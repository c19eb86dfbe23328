"""Blame taken: "claimed responsibility", "claims to have struck", "admitted the raid", "apologised for it"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.blaming.authors import PAST
from counterclaim.blaming.clauses import GERUND, NOUNS, PRESENT
from counterclaim.blaming.phrasing import Blame, Frames
from counterclaim.syntax import Token

PRONOUNS = frozenset({"it", "them", "this"})
OWNERS = frozenset({"its", "their", "his", "her", "our"})
ONTO = frozenset({"for", "to"})  # "apologised for the raid", "owned up to it"


class Taking(Frames):
    """Finds such frames on one page; who takes the blame is the voice."""

    def claim(self, t: Token) -> Iterator[Blame]:
        """Claimed responsibility, took credit, claimed the attack, claims to have attacked."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        by = [p for p in self.parse.children(t.index, "agent", "prep") if p.lower == "by"]
        objects = self.parse.children(t.index, "dobj") if self._is_told_in(t) else self.phrasing.afflicted(t)
        taken = self._is_participle(t) and bool(by) and self.deeds.targets.is_after_harm(t.index)
        attack = self.clauses.lemma(t) in self.lists["attacks"] and (taken or any(self._is_claimed(o) for o in objects))
        if not attack and not any(o.lower in self.lists["credit"] for o in objects):
            yield from self._to_have_done(t)
            return
        passive = taken or self.clauses.is_passive(t)
        named = [o for p in by for o in self.parse.children(p.index, "pobj")]
        yield from self._by(named if passive else self.phrasing.speakers(t), t)

    def _is_told_in(self, t: Token) -> bool:
        """Whether a noun tells the claim: "a statement claiming responsibility"."""
        return t.dep == "acl" and t.tag == GERUND

    def _to_have_done(self, t: Token) -> Iterator[Blame]:
        """Claims to have struck, claims to be behind the attack."""
        if self.clauses.lemma(t) not in self.lists["attacks"]:
            return
        for x in self.parse.children(t.index, "xcomp"):
            behind = any(c.lower in self.lists["predicate"] for c in self.parse.children(x.index))
            if self._is_deed(x) or (behind and self.deeds.targets.is_after_harm(t.index)):
                yield from self._by(self.clauses.subjects(t), x)

    def _is_deed(self, x: Token) -> bool:
        return x.pos == "VERB" and self.deeds.targets.is_deed(x, passive=False) and not self.phrasing.is_aid(x)

    def _by(self, takers: list[Token], cue: Token, *, known: bool = False) -> Iterator[Blame]:
        for c in (c for s in takers for c in self.phrasing.behind(s, known=known)):
            yield Blame(cue.index, c, speaker=c.token, own=True)

    def _is_claimed(self, o: Token) -> bool:
        """Whether an object of "claim" is an attack, or a pronoun for one that the sentence has told of."""
        before = self.parse.tokens[self.parse.sentence(o.index).first : o.index]
        if o.lower in PRONOUNS:
            return self.deeds.targets.is_after_harm(o.index, 1) or any(
                self.deeds.targets.is_attack(t.index) or self.deeds.targets.is_weapon(t.index) for t in before
            )
        return self.deeds.targets.is_attack(o.index) or o.lower in self.lists["claimed"]

    def _is_participle(self, t: Token) -> bool:
        """Whether a verb has neither subject nor object of its own: "an attack, also claimed by"."""
        return t.tag in PAST and not self.parse.children(t.index, "nsubj", "dobj")

    def post(self, t: Token) -> Iterator[Blame]:
        """Posted, issued a claim of it."""
        posted = [o for o in self.parse.children(t.index, "dobj") if o.lower in self.lists["posted"]]
        told = [o for o in posted if self.phrasing.preps(o, "of", "for") or self.deeds.targets.is_after_harm(o.index)]
        if t.pos == "VERB" and told and self.phrasing.holds(t):
            yield from self._by(self.clauses.subjects(t), t)

    def admit(self, t: Token) -> Iterator[Blame]:
        """Admitted the raid, acknowledged the strike on the school, confirmed carrying it out."""
        if not self._is_confession(t):
            return
        takers = self.clauses.subjects(t)
        if self.clauses.lemma(t) in self.lists["admit"] and any(
            self._is_own(o) for o in self.parse.children(t.index, "dobj")
        ):
            yield from self._by(takers, t, known=True)
        for x in self.parse.children(t.index, "xcomp"):
            if x.tag == GERUND and self._is_deed(x):
                yield from self._by(takers, x, known=True)

    def own_up(self, t: Token) -> Iterator[Blame]:
        """Owned up to the raid, apologised for the strike, admitted to killing nine."""
        if not self._is_confession(t):
            return
        preps = [p for p in self.parse.children(t.index, "prep") if p.lower in ONTO]
        preps += [p for a in self.parse.children(t.index, "prt") for p in self.parse.children(a.index, "prep")]
        done = [x for p in preps for x in self.parse.children(p.index, "pcomp") if self._is_deed(x)]
        if done or any(
            self._is_own(o) or self._is_toll(o) for p in preps for o in self.parse.children(p.index, "pobj")
        ):
            yield from self._by(self.clauses.subjects(t), done[0] if done else t, known=True)

    def _is_confession(self, t: Token) -> bool:
        """Whether somebody owns to one deed; "rarely acknowledges strikes" tells of none."""
        return t.pos == "VERB" and t.tag not in PRESENT and self.phrasing.holds(t) and not self.clauses.is_passive(t)

    def _is_toll(self, o: Token) -> bool:
        """Whether somebody owns to the dead: "apologised for the deaths", with nobody named for them."""
        return o.lower in self.lists["deaths"] and not self.authors.agents(o.index)

    def _is_own(self, o: Token) -> bool:
        """Whether the object is an attack that names no other author, and none on oneself: "the raid on its base"."""
        if o.pos not in NOUNS or not self.deeds.targets.is_attack(o.index) or self.authors.agents(o.index):
            return False
        named = any(d.event == o.index for d in self.deeds)
        hit = [x for p in self.parse.children(o.index, "prep") for x in self.parse.subtree(p.index)]
        weak = self.deeds.culprits.stem(o.index) in self.deeds.words.weak
        return not named and not weak and all(x.lower not in OWNERS for x in hit)
