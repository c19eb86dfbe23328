"""Who the attackers were: "identified the attackers as", "named X as responsible", "attackers, thought to be X,"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.blaming.authors import PAST
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.phrasing import Blame, Frames
from counterclaim.syntax import Token

LONG = 8  # sentences back to the attack whose attackers are told of


class Identities(Frames):
    """Finds such frames on one page."""

    def identify(self, t: Token) -> Iterator[Blame]:
        """Named X as the perpetrator or as responsible, identified the attackers as X."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        preps = self.phrasing.preps(t, "as")
        as_what = [o for p in preps for o in self.parse.children(p.index, "pobj", "pcomp", "amod", "acomp")]
        told = self.phrasing.afflicted(t)
        if any(self._is_doer(o) or o.lower in self.lists["guilty"] for o in as_what):
            yield from self.phrasing.laid(t, [c for o in told for c in self.authors.actors(o.index)])
        elif any(self._is_doer(o) for o in told) and self.deeds.targets.is_after_harm(t.index, LONG):
            yield from self.phrasing.laid(t, [c for o in as_what for c in self.authors.actors(o.index)])

    def thought(self, t: Token) -> Iterator[Blame]:
        """The attackers, believed to be X, fled; were suspected of being X."""
        if t.tag not in PAST or not self.deeds.targets.is_after_harm(t.index, LONG):
            return
        doers = [o for o in self._whom(t) if self._is_doer(o)]
        if not doers or self.clauses.is_real(t)[1] or any(d.culprit.token in self._all(doers[0]) for d in self.deeds):
            return
        for c in self._who(t):
            yield Blame(t.index, c, certainty="hedged")

    def kindred(self, t: Token) -> Iterator[Blame]:
        """The gunmen were linked to X, are affiliated with X."""
        doers = self.parse.children(t.index, "nsubjpass") if t.tag in PAST else []
        if any(self._is_doer(o) for o in doers) and self._is_told(t):
            for p in self.phrasing.preps(t, "to", "with"):
                yield from (Blame(t.index, c, certainty="hedged") for c in self.authors.objects(p.index))

    def origin(self, t: Token) -> Iterator[Blame]:
        """The attackers were from X, of whom a group alone is one."""
        verb = self.parse.head(t.index)
        if t.dep != "prep" or verb.lemma not in ("be", "come"):
            return
        if any(self._is_doer(o) for o in self.parse.children(verb.index, "nsubj")) and self._is_told(verb):
            groups = (c for c in self.authors.objects(t.index) if c.sort == "group")
            yield from (Blame(t.index, c, certainty=self.clauses.verb_doubt(verb)) for c in groups)

    def suspect(self, t: Token) -> Iterator[Blame]:
        """X is the prime suspect, the likely perpetrators were X's men."""
        verb = self.parse.head(t.index)
        if t.dep != "attr" or not self._is_told(verb):
            return
        for c in (c for s in self.parse.children(verb.index, "nsubj") for c in self.authors.actors(s.index)):
            yield Blame(t.index, c, certainty="hedged")

    def _is_told(self, verb: Token) -> bool:
        """Whether a verb tells what was so, after an attack."""
        real, negated = self.clauses.is_real(verb)
        return real and not negated and self.deeds.targets.is_after_harm(verb.index, LONG)

    def _all(self, doer: Token) -> set[int]:
        """The words of the noun phrase of those who did it: what is told of them tells already who they were."""
        return {x.index for x in self.parse.subtree(doer.index)}

    def _whom(self, t: Token) -> list[Token]:
        """Of whom it is thought: the noun before a participle, the passive's subject, or what was taken for it."""
        if t.dep == "acl":
            return [self.parse.head(t.index)]
        return self.parse.children(t.index, "nsubjpass") or self.parse.children(t.index, "nsubj")

    def _who(self, t: Token) -> list[Culprit]:
        """Who they are thought to be: "to be X", "of being X", "suspected X"."""
        being = [*self.parse.children(t.index, "xcomp")]
        being += [x for p in self.parse.children(t.index, "prep") for x in self.parse.children(p.index, "pcomp")]
        nouns = [a for x in being for a in self.parse.children(x.index, "attr")]
        nouns += self.parse.children(t.index, "oprd")
        if not nouns:  # "the attackers believed to be bandits fled", its commas lost
            nouns += [s for x in being for c in self.parse.children(x.index, "ccomp") for s in self.clauses.subjects(c)]
        found = [
            c for a in nouns for c in self.phrasing.culprits.before(a.index, own=True) or self.authors.actors(a.index)
        ]
        return found or [c for x in being for c in self._from(x)]

    def _from(self, x: Token) -> list[Culprit]:
        """The armed group whose men they are thought to be: "believed to be from the M5"."""
        preps = [p for p in self.parse.children(x.index, "prep") if p.lower in ("from", "of", "with")]
        return [c for p in preps for c in self.authors.objects(p.index) if c.sort == "group"]

    def _is_doer(self, o: Token) -> bool:
        """Whether a noun tells those who did it: "the attackers", "those behind the attack"."""
        if self.deeds.culprits.stem(o.index) in self.deeds.words.around["doers"]:
            return True
        return o.lower in self.lists["those"] and any(
            c.lower in self.lists["predicate"] for c in self.parse.children(o.index)
        )
