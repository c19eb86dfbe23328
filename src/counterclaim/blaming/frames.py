"""Blame laid, refused and taken in so many words: "accused the army of", "denied any part in", "claimed the attack"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counterclaim.blaming.clauses import NOUNS, worst
from counterclaim.blaming.culprits import Culprit, Culprits
from counterclaim.blaming.deeds import Deeds
from counterclaim.blaming.words import frame_words
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty, Polarity
from counterclaim.syntax import Parse, Token

ANAPHORS = frozenset({"it", "this", "that", "them", "these", "those", "both", "which", "who"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = ("acl", "relcl", "ccomp", "prep")
NEAR = 3  # sentences that "the reports" may look back
BEFORE = 8  # words before the head of a speaker's noun phrase that may name whom it speaks for


@dataclass(frozen=True, slots=True)
class Blame:
    """A party said (not) to have done something: `cue` is the token of the word that lays or refuses the blame.

    `speaker` is the token of the one who does so, where the frame itself names one; `own` says that it is the party.
    """

    cue: int
    culprit: Culprit
    polarity: Polarity = "affirms"
    certainty: Certainty = "certain"
    speaker: int | None = None
    own: bool = False


class Blames:
    """Finds the frames of blame on one page; `denied` are the tokens of what is denied in them."""

    def __init__(self, parse: Parse, culprits: Culprits, deeds: Deeds, lexicon: Lexicon) -> None:
        self.parse = parse
        self.culprits = culprits
        self.deeds = deeds
        self.clauses = deeds.clauses
        self.authors = deeds.authors
        self.lists = frame_words(lexicon)
        self.denied: set[int] = set()
        readers: dict[str, Callable[[Token], Iterator[Blame]]] = {
            "accuse": self._accuse,
            "attribute": self._attribute,
            "hold": self._hold,
            "point": self._point,
            "trade": self._trade,
            "hallmark": self._hallmark,
            "predicate": self._predicate,
            "deny": self._deny,
            "denial": self._denial,
            "claim": self._claim,
        }
        self._readers: dict[str, list[Callable[[Token], Iterator[Blame]]]] = {}
        for name, reader in readers.items():
            for word in self.lists[name]:
                self._readers.setdefault(word, []).append(reader)

    def all(self) -> list[Blame]:
        """All frames in page order."""
        found: list[Blame] = []
        for t in self.parse.tokens:
            for reader in self._readers.get(self.clauses.lemma(t) if t.pos in VERBS else t.lower, ()):
                found += reader(t)
        return found

    # --- blame laid

    def _accuse(self, t: Token) -> Iterator[Blame]:
        """Accused X of, blamed X for, blamed it on X, suspects X of."""
        if t.pos != "VERB" or not self._holds(t):
            return
        on = [c for p in self._preps(t, "on") for c in self.authors.objects(p.index)]
        charges = self._preps(t, *self.lists["charges"])
        if on and self.clauses.lemma(t) in self.lists["on"]:
            accused = on if any(self._is_harm(o) for o in self._afflicted(t)) else []
        elif any(self._tells_harm(p) for p in charges) or (not charges and self.clauses.lemma(t) in self.lists["bare"]):
            accused = [c for o in self._afflicted(t) for c in self.authors.actors(o.index)]
        else:
            accused = []
        yield from self._laid(t, accused)

    def _attribute(self, t: Token) -> Iterator[Blame]:
        """Attributed the raid to X, pinned it on X."""
        if t.pos == "VERB" and self._holds(t) and any(self._is_harm(o) for o in self._afflicted(t)):
            yield from self._laid(
                t, [c for p in self._preps(t, "to", "on", "with") for c in self.authors.objects(p.index)]
            )

    def _hold(self, t: Token) -> Iterator[Blame]:
        """Held X responsible for."""
        if t.pos != "VERB" or not self._holds(t):
            return
        for r in self.parse.children(t.index, "oprd", "acomp", "ccomp"):
            if r.lower in self.lists["guilty"] and any(self._tells_harm(p) for p in self._preps(r, "for")):
                held = [*self._afflicted(t), *self.parse.children(r.index, "nsubj")]
                yield from self._laid(t, [c for o in held for c in self.authors.actors(o.index)])

    def _point(self, t: Token) -> Iterator[Blame]:
        """Pointed the finger at X."""
        if any(o.lower in self.lists["finger"] for o in self._afflicted(t)):
            yield from self._laid(t, [c for p in self._preps(t, "at", "to") for c in self.authors.objects(p.index)])

    def _trade(self, t: Token) -> Iterator[Blame]:
        """Two who trade blame: each lays it on the other."""
        if t.pos != "VERB" or not any(o.lower in self.lists["traded"] for o in self._afflicted(t)):
            return
        both = [c for s in self.clauses.subjects(t) for c in self.authors.actors(s.index)]
        if len(both) == 2 and self._is_about_harm(t):
            yield Blame(t.index, both[1], speaker=both[0].token)
            yield Blame(t.index, both[0], speaker=both[1].token)

    def _hallmark(self, t: Token) -> Iterator[Blame]:
        """The work of X, the hallmarks of X."""
        if t.pos in NOUNS and t.dep in ("attr", "dobj", "pobj"):
            doubt: Certainty = "certain" if t.lower in self.lists["sure"] else "hedged"
            for p in self._preps(t, "of"):
                for c in self.authors.objects(p.index):
                    yield Blame(t.index, c, certainty=doubt)

    def _predicate(self, t: Token) -> Iterator[Blame]:
        """X was behind it, is responsible or to blame for it, bears the responsibility."""
        verb = self.parse.head(t.index)
        if t.pos in VERBS and t.dep != "xcomp":
            return  # "blamed" and not "to blame"
        if verb.pos in NOUNS and t.dep == "amod" and self._is_about_harm(t):
            doubt = self.clauses.verb_doubt(t)
            yield from (Blame(t.index, c, certainty=doubt) for c in self.authors.actors(verb.index))
        if t.dep == "dobj" and self.clauses.lemma(verb) not in self.lists["bear"]:
            return
        if verb.pos not in VERBS or not self._is_about_harm(t):
            return
        real, negated = self.clauses.is_real(verb)
        subjects = self.clauses.subjects(verb) if real else []
        for c in (c for s in subjects for c in self.authors.actors(s.index)):
            yield Blame(t.index, c, "denies" if negated else "affirms", self.clauses.verb_doubt(verb))

    # --- blame refused

    def _deny(self, t: Token) -> Iterator[Blame]:
        """Denied that X did it, denied any part in it, rejected the accusations."""
        if t.pos != "VERB" or not self._holds(t):
            return
        content = self.parse.children(t.index, "dobj", "ccomp", "xcomp", "nsubjpass", "prep")
        if not self._is_refusal(t, content):
            return
        inside = {x.index for o in content for x in self.parse.subtree(o.index)} - self._goes_on(content)
        self.denied |= inside
        doers = [d.culprit for d in self.deeds.at(inside) if d.culprit.token in inside]
        subjects = self.clauses.subjects(t)
        own = [c for s in subjects for c in self._behind(s, known=True)]
        for c in {c.party: c for c in doers or own}.values():
            yield Blame(t.index, c, "denies", speaker=subjects[0].index if subjects else None)

    def _is_of_harm(self, charge: Token) -> bool:
        """Whether a bare "the reports" follows upon a deed of war, in its sentence or the ones just before."""
        sentence = self.parse.tokens[charge.index].sentence
        first = self.parse.sentences[max(0, sentence - NEAR)].first
        return any(
            self.deeds.is_attack(i) or self.deeds.is_attacking(self.parse.tokens[i]) for i in range(first, charge.index)
        )

    def _goes_on(self, content: list[Token]) -> set[int]:
        """What the denier says further: "rejected it, saying rebels had done it", "denied it and blamed rebels"."""
        words = [x for o in content for x in self.parse.subtree(o.index)]
        says = {x.index for x in words if x.lower in self.lists["saying"] for x in self.parse.subtree(x.index)}
        lays = [x.index for x in words if self.clauses.lemma(x) in self.lists["bare"] and x.pos in VERBS]
        return says | {x.index for x in words if lays and x.index >= min(lays)}

    def _denial(self, t: Token) -> Iterator[Blame]:
        """Denials by X, X's denial."""
        if t.pos in NOUNS:
            for c in [*self.authors.agents(t.index), *self.culprits.before(t.index)]:
                yield Blame(t.index, c, "denies", speaker=c.token, own=True)

    def _is_refusal(self, t: Token, content: list[Token]) -> bool:
        words = {x.lower for o in content for x in self.parse.subtree(o.index)}
        if words & self.lists["part"]:
            return True
        charges = [o for o in content if o.lower in self.lists["charge"] or o.lower in self.lists["hearsay"]]
        bare = [o for o in charges if not self.parse.children(o.index, *CLAUSES)]
        if any(o.lower in self.lists["charge"] or self._is_of_harm(o) for o in bare):
            return True
        if charges and any(self._tells_harm(o) for o in charges):
            return True
        return self.clauses.lemma(t) not in self.lists["weakly"] and any(self._tells_harm(o) for o in content)

    # --- blame taken

    def _claim(self, t: Token) -> Iterator[Blame]:
        """Claimed responsibility, took credit, claimed the attack; the claimer is the voice."""
        if t.pos != "VERB" or not self._holds(t):
            return
        passive = self.clauses.is_passive(t)
        objects = self._afflicted(t)
        attack = self.clauses.lemma(t) in self.lists["attacks"] and any(self.deeds.is_attack(o.index) for o in objects)
        if not attack and not any(o.lower in self.lists["credit"] for o in objects):
            return
        by = [p for p in self.parse.children(t.index, "agent", "prep") if p.lower == "by"]
        claimers = (
            [o for p in by for o in self.parse.children(p.index, "pobj")] if passive else self.clauses.subjects(t)
        )
        for c in (c for s in claimers for c in self._behind(s)):
            yield Blame(t.index, c, speaker=c.token, own=True)

    # --- parts of frames

    def _laid(self, t: Token, accused: list[Culprit]) -> Iterator[Blame]:
        subjects = [] if self.clauses.is_passive(t) else self.clauses.subjects(t)
        doubt = worst(["hedged" if self.clauses.lemma(t) in self.lists["unsure"] else None, self.clauses.verb_doubt(t)])
        for c in accused:
            yield Blame(t.index, c, "affirms", doubt, subjects[0].index if subjects else None)

    def _holds(self, t: Token) -> bool:
        """Whether the frame's verb tells what was done, and not what nobody did."""
        real, negated = self.clauses.is_real(t)
        words = [c.lower for s in self.clauses.subjects(t) for c in [s, *self.parse.children(s.index)]]
        return real and not negated and not any(w in self.lists["nobody"] for w in words)

    def _preps(self, t: Token, *words: str) -> list[Token]:
        """The verb's prepositions, also where the parser hung them on its object."""
        near = [t, *self.parse.children(t.index, "dobj", "prep", "oprd", "nsubjpass")]
        return [p for n in near for p in self.parse.children(n.index, "prep") if p.lower in words]

    def _afflicted(self, t: Token) -> list[Token]:
        """The verb's object, the passive's subject, or the noun that a participle stands by."""
        if t.dep == "acl" or (t.dep == "amod" and self.parse.head(t.index).index == t.index + 1):
            return [self.parse.head(t.index)]
        return self.parse.children(t.index, "nsubjpass" if self.clauses.is_passive(t) else "dobj")

    def _is_harm(self, o: Token) -> bool:
        return o.lower in ANAPHORS or self._tells_harm(o)

    def _tells_harm(self, top: Token) -> bool:
        """Whether the words under a token tell of a deed of war."""
        return any(
            x.lower in self.lists["harm"] or self.deeds.is_attack(x.index) or self.deeds.is_attacking(x)
            for x in self.parse.subtree(top.index)
        )

    def _is_about_harm(self, t: Token) -> bool:
        """Whether what a predicate is said of is a deed of war, or is left open."""
        preps = [t] if t.pos == "ADP" else self._preps(t, "for", "in", "of", "over")
        open_ends = [o for p in preps for o in self.parse.children(p.index, "pobj") if o.lower in ANAPHORS]
        return not preps or bool(open_ends) or any(self._tells_harm(p) for p in preps)

    def _behind(self, s: Token, *, known: bool = False) -> list[Culprit]:
        """The party that a speaker stands for: for a ministry its state; an unknown body itself, unless `known`."""
        found = self.authors.actors(s.index)
        if found:
            return found
        first = max(self.parse.sentence(s.index).first, s.index - BEFORE)
        for i in range(s.index, first - 1, -1):
            culprit = self.culprits.speaker(i, known=known)
            if culprit and (i == s.index or first <= self.parse.tokens[i].head <= s.index):
                return [culprit]
        return []
