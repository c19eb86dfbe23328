"""Blame laid and taken in so many words: "accused the army of", "claimed the attack"; with the blame refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterclaim.blaming.answering import Answering
from counterclaim.blaming.authors import PAST
from counterclaim.blaming.clauses import NOUNS, RELATIVE
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.deeds import Deeds
from counterclaim.blaming.identities import Identities
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.phrasing import VERBS, Blame, Phrasing
from counterclaim.blaming.presence import Presence
from counterclaim.blaming.refusals import Refusals
from counterclaim.blaming.taking import Taking
from counterclaim.blaming.untrue import Untrue
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

PRONOUNS = frozenset({"it", "them", "this"})
UNDER = frozenset({"acl", "advcl", "relcl"})  # "in raids the agency blamed on", whatever it is joined to
BEHIND = 5  # tokens from "behind" to the attack
EACH_OTHER = frozenset({"other", "another"})


class Blames:
    """Finds the frames of blame on one page; `denied` are the tokens of what is denied in them."""

    def __init__(self, parse: Parse, culprits: Culprits, deeds: Deeds, lexicon: Lexicon) -> None:
        self.parse = parse
        self.deeds = deeds
        self.phrasing = Phrasing(parse, culprits, deeds, lexicon)
        self.refusals = Refusals(self.phrasing)
        answering = Answering(self.phrasing)
        presence = Presence(self.phrasing)
        taking = Taking(self.phrasing)
        identities = Identities(self.phrasing)
        untrue = Untrue(self.phrasing, self.refusals.denied, self.refusals.waved)
        self.clauses = deeds.clauses
        self.authors = deeds.authors
        self.lists = self.phrasing.lists
        readers: dict[str, Callable[[Token], Iterator[Blame]]] = {
            "accuse": self._accuse,
            "attribute": self._attribute,
            "hold": self._hold,
            "point": self._point,
            "trade": self._trade,
            "hallmark": self._hallmark,
            "involve": self._involve,
            "predicate": self._predicate,
            "deny": self.refusals.deny,
            "apart": self.refusals.apart,
            "denial": self.refusals.denial,
            "called": untrue.called,
            "claim": taking.claim,
            "post": taking.post,
            "identify": identities.identify,
            "thought": identities.thought,
            "kindred": identities.kindred,
            "origins": identities.origin,
            "suspects": identities.suspect,
            "clear": answering.clear,
            "have": presence.have,
            "untrue": untrue.untrue,
            "lay": answering.lay,
            "account": answering.account,
            "owe": answering.owe,
            "rest": answering.rest,
            "admit": taking.admit,
            "confirm": taking.admit,
            "own_up": taking.own_up,
            "absent": presence.absent,
        }
        self._readers: dict[str, list[Callable[[Token], Iterator[Blame]]]] = {}
        for name, reader in readers.items():
            for word in self.lists[name]:
                self._readers.setdefault(word, []).append(reader)

    @property
    def denied(self) -> set[int]:
        """The tokens of what is denied in the frames found so far."""
        return self.refusals.denied

    def all(self) -> list[Blame]:
        """All frames in page order."""
        found: list[Blame] = []
        for t in self.parse.tokens:
            for reader in self._readers.get(self.clauses.lemma(t) if t.pos in VERBS else t.lower, ()):
                found += reader(t)
        return self.refusals.settle(found)

    # --- blame laid

    def _accuse(self, t: Token) -> Iterator[Blame]:
        """Accused X of, blamed X for, blamed it on X, suspects X of."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        if any(o.lower in EACH_OTHER for o in self.parse.children(t.index, "dobj")):
            yield from self._mutual(t)
        onto = [o for p in self.phrasing.preps(t, "on") for o in self.parse.children(p.index, "pobj")]
        on = [c for o in onto for c in self.authors.actors(o.index) or self.authors.agents(o.index)]
        on = on or self._on_at_end(t)
        charges = self._charges(t)
        if on and self.clauses.lemma(t) in self.lists["on"]:
            accused = on if self._is_laid_on(t) else []
        elif any(self.phrasing.charges_harm(p) for p in charges) or (not charges and self._is_bare(t)):
            headline = self.parse.children(t.index, "nsubj") if t.tag in PAST else []  # "Army accused of killing nine"
            objects = self.phrasing.afflicted(t) or headline or self._misread(t)
            accused = [c for o in objects for c in self.authors.actors(o.index)]
        else:  # "condemned the massacre by the army"
            harms = [o for o in self.phrasing.afflicted(t) if o.lower in self.lists["harm"]]
            accused = [c for o in harms for c in self.authors.agents(o.index, own=True)]
        yield from self.phrasing.laid(t, accused)

    def _charges(self, t: Token) -> list[Token]:
        """What somebody is charged with; where blame needs no charge, "in the eastern quarters" is none."""
        charges = self.phrasing.charges(t)
        if self.clauses.lemma(t) in self.lists["bare"]:
            return [p for p in charges if p.lower != "in" or self.phrasing.charges_harm(p)]
        return charges

    def _misread(self, t: Token) -> list[Token]:
        """The accused that the parser made the subject of a clause: "suspects gunmen linked to the M5"."""
        clauses = [c for c in self.parse.children(t.index, "ccomp") if c.tag == "VBN"]
        bare = [c for c in clauses if not self.parse.children(c.index, "aux", "auxpass", "mark")]
        return [s for c in bare for s in self.parse.children(c.index, "nsubj")]

    def _is_laid_on(self, t: Token) -> bool:
        """Whether a deed is blamed on somebody: "blamed the raid on"; "a raid in Tarn, which they blame on"."""
        if any(self.phrasing.is_harm(o) for o in self.phrasing.afflicted(t)):
            return True
        return t.dep in UNDER and self.deeds.targets.is_after_harm(t.index)

    def _is_bare(self, t: Token) -> bool:
        """Whether blame needs no charge: "blamed the rebels"; to accuse or suspect, a deed was just told."""
        lemma = self.clauses.lemma(t)
        if lemma in self.lists["bare"]:
            return True
        label = t.dep == "amod" and self.parse.head(t.index).dep != "appos"  # "suspected rebels said"
        if self.parse.children(t.index, "xcomp") or label:  # "are suspected to be rebels"
            return False
        charged = self.phrasing.preps(t, *self.lists["charges"])  # with something else than a deed
        return lemma in self.lists["anew"] and not charged and self.deeds.targets.is_after_harm(t.index)

    def _on_at_end(self, t: Token) -> list[Culprit]:
        """Those named with "on" at the end of a long object: "blamed the shells that hit the town on the army"."""
        objects = [o for o in self.phrasing.afflicted(t) if self.clauses.lemma(t) in self.lists["on"]]
        below = [x for o in objects for x in self.parse.subtree(o.index) if x.index > o.index]
        last = max((x.index for x in below if x.lower == "on"), default=0)
        return self.authors.objects(last) if last and not self.authors.actors(objects[0].index) else []

    def _attribute(self, t: Token) -> Iterator[Blame]:
        """Attributed the raid to X, pinned it on X."""
        if (
            t.pos == "VERB"
            and self.phrasing.holds(t)
            and any(self._is_ascribed(o, t) for o in self.phrasing.afflicted(t))
        ):
            yield from self.phrasing.laid(
                t, [c for p in self.phrasing.preps(t, "to", "on", "with") for c in self.authors.objects(p.index)]
            )
        elif self._is_tied(t):
            yield from self.phrasing.laid(
                t, [c for o in self.phrasing.afflicted(t) for c in self.authors.actors(o.index)]
            )

    def _is_tied(self, t: Token) -> bool:
        """Whether somebody is tied to an attack: "linked the M5 to the bombing"."""
        if t.pos != "VERB" or self.clauses.lemma(t) not in self.lists["tied"] or not self.phrasing.holds(t):
            return False
        return any(self.phrasing.charges_attack(p) for p in self.phrasing.preps(t, "to", "with"))

    def _is_ascribed(self, o: Token, t: Token) -> bool:
        """Whether a deed is ascribed; to link is so only of the deed itself, for people are linked to others too."""
        if self.clauses.lemma(t) in self.lists["unsure"]:
            return o.lower in PRONOUNS or o.lower in self.lists["harm"] or self.deeds.targets.is_attack(o.index)
        return self.phrasing.is_harm(o) or (t.dep == "relcl" and self._is_doer(o)) or self._is_cut_off(o)

    def _is_cut_off(self, o: Token) -> bool:
        """Whether the parser cut a clause off what it tells of: "raids that the mayor attributed to Ruria killed"."""
        first = self.parse.edges(o.index)[0]
        if first < self.parse.sentence(o.index).first + 2 or self.parse.tokens[first - 1].lower not in RELATIVE:
            return False
        return self.deeds.targets.is_attack(first - 2)

    def _is_doer(self, o: Token) -> bool:
        """Whether a noun tells those by whom something was done: "by men whom the mayor attributes to the M5"."""
        above = [a.index for a in (o, *self.parse.ancestors(o.index)) if a.dep == "agent"]
        return any(self.deeds.is_attacking(self.parse.head(i)) for i in above[:1])

    def _hold(self, t: Token) -> Iterator[Blame]:
        """Held X responsible for."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        for r in self.parse.children(t.index, "oprd", "acomp", "ccomp"):
            if r.lower in self.lists["guilty"] and self._is_guilt_of_harm(r):
                held = [*self.phrasing.afflicted(t), *self.parse.children(r.index, "nsubj")]
                yield from self.phrasing.laid(t, [c for o in held for c in self.authors.actors(o.index)])

    def _is_guilt_of_harm(self, r: Token) -> bool:
        """Whether one is responsible for a deed of war, or for what was just told."""
        charges = self.phrasing.preps(r, "for", "of")
        if not charges:
            return self.deeds.targets.is_after_harm(r.index)
        return any(self.phrasing.charges_harm(p) for p in charges)

    def _point(self, t: Token) -> Iterator[Blame]:
        """Pointed the finger at X; after a deed also just pointed at X."""
        bare = not self.parse.children(t.index, "dobj") and self.deeds.targets.is_after_harm(t.index)
        if bare or any(o.lower in self.lists["finger"] for o in self.phrasing.afflicted(t)):
            yield from self.phrasing.laid(
                t, [c for p in self.phrasing.preps(t, "at", "to") for c in self.authors.objects(p.index)]
            )

    def _trade(self, t: Token) -> Iterator[Blame]:
        """Two who trade blame: each lays it on the other."""
        if t.pos == "VERB" and any(o.lower in self.lists["traded"] for o in self.phrasing.afflicted(t)):
            yield from self._mutual(t)

    def _mutual(self, t: Token) -> Iterator[Blame]:
        both = [c for s in self.clauses.subjects(t) for c in self.authors.actors(s.index)]
        if len(both) == 2 and self.phrasing.is_about_harm(t):
            yield Blame(t.index, both[1], speaker=both[0].token, framed=True)
            yield Blame(t.index, both[0], speaker=both[1].token, framed=True)

    def _hallmark(self, t: Token) -> Iterator[Blame]:
        """The work of X, the hallmarks of X."""
        seen = t.lower not in self.lists["seen"] or self.clauses.lemma(self.parse.head(t.index)) in self.lists["sees"]
        if t.pos in NOUNS and t.dep in ("attr", "dobj", "pobj") and seen:
            doubt: Certainty = "certain" if t.lower in self.lists["sure"] else "hedged"
            sees = self.phrasing.speakers(self.parse.head(t.index)) if t.lower in self.lists["seen"] else []
            speaker = sees[0].index if sees and t.dep == "dobj" else None
            for p in self.phrasing.preps(t, "of"):
                for c in self.authors.objects(p.index):
                    yield Blame(t.index, c, certainty=doubt, speaker=speaker)

    def _predicate(self, t: Token) -> Iterator[Blame]:
        """X was behind it, is responsible or to blame for it, bears the responsibility."""
        verb = self.parse.head(t.index)
        if t.pos in VERBS and t.dep != "xcomp":
            return  # "blamed" and not "to blame"
        if t.dep != "dobj" and self.clauses.lemma(verb) in self.lists["hold"]:
            return  # "holding Ruria responsible": read with that verb
        if verb.pos in NOUNS and ((t.dep == "amod" and self.phrasing.is_about_harm(t)) or self._is_behind(t)):
            doubt = self.clauses.verb_doubt(t)
            yield from (Blame(t.index, c, certainty=doubt) for c in self.authors.actors(verb.index))
        none = any(d.lower == "no" for d in self.parse.children(t.index, "det"))  # "bears no responsibility"
        if t.dep == "dobj" and (none or self.clauses.lemma(verb) not in self.lists["bear"]):
            return
        if verb.pos not in VERBS or not self.phrasing.is_about_harm(t):
            return
        real, negated = self.clauses.is_real(verb)
        subjects = self.clauses.subjects(verb) if real or self.clauses.is_guess(verb) else []
        for c in (c for s in subjects for c in self.authors.actors(s.index) or self.authors.agents(s.index)):
            yield Blame(t.index, c, "denies" if negated else "affirms", self.clauses.verb_doubt(verb))

    def _is_behind(self, t: Token) -> bool:
        """Whether those are named who are behind an attack: in a headline "Rebels behind market blast, police say"."""
        stop = min(t.index + BEHIND, self.parse.sentence(t.index).stop)
        near = t.dep == "prep" and t.lower in self.lists["behind"]
        return near and any(self.deeds.targets.is_attack(i) for i in range(t.index + 1, stop))

    def _is_in_harm(self, t: Token) -> bool:
        """Whether one is involved in a deed of war; "was not involved" is said of what was just told."""
        if self.phrasing.preps(t, "in"):
            return self.phrasing.is_about_harm(t)
        told = t.dep == "ccomp" or self.clauses.is_real(t)[1]  # "denied that herders were involved"
        return told and self.deeds.targets.is_after_harm(t.index)

    def _involve(self, t: Token) -> Iterator[Blame]:
        """X was (not) involved in it; implicated X in it."""
        objects = self.parse.children(t.index, "dobj")
        if t.pos == "VERB" and objects and not self.clauses.is_passive(t):
            if self._is_in_harm(t) and self.phrasing.holds(t):
                yield from self.phrasing.laid(t, [c for o in objects for c in self.authors.actors(o.index)])
            return
        if t.pos == "VERB" and t.tag in PAST and self._is_in_harm(t):
            real, negated = self.clauses.is_real(t)
            subjects = self.parse.children(t.index, "nsubjpass", "nsubj") if real else []
            for c in (c for s in subjects for c in self.authors.actors(s.index)):
                yield Blame(t.index, c, "denies" if negated else "affirms", self.clauses.verb_doubt(t))
