"""What the frames of blame are read by: whether they tell what was done, of whom, and for what harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.blaming.clauses import GERUND, NOUNS, RELATIVE, worst
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.deeds import Deeds
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.words import frame_words
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty, Polarity
from counterclaim.syntax import Parse, Token

ANAPHORS = frozenset({"it", "this", "that", "them", "these", "those", "both", "which", "who"})
VERBS = frozenset({"VERB", "AUX"})
TAKES_UP = frozenset({"it", "they"})
MENTIONED = frozenset({"it", "this", "that", "which"})
DEEP = 5  # steps from a charge down to its deed: "of having been behind any of the attacks"
BEFORE = 8  # words before the head of a speaker's noun phrase that may name whom it speaks for


@dataclass(frozen=True, slots=True)
class Blame:
    """A party said (not) to have done something: `cue` is the token of the word that lays or refuses the blame.

    `speaker` is the token of the one who does so, where the frame itself names one; `own` says that it is the party,
    `framed` that nothing but the frame tells the speaker.
    """

    cue: int
    culprit: Culprit
    polarity: Polarity = "affirms"
    certainty: Certainty = "certain"
    speaker: int | None = None
    own: bool = False
    framed: bool = False


class Phrasing:
    """Reads the parts of one page's frames; `lists` are the words that frames are read by."""

    def __init__(self, parse: Parse, culprits: Culprits, deeds: Deeds, lexicon: Lexicon) -> None:
        self.parse = parse
        self.culprits = culprits
        self.deeds = deeds
        self.clauses = deeds.clauses
        self.authors = deeds.authors
        self.lists = frame_words(lexicon)

    def holds(self, t: Token) -> bool:
        """Whether the frame's verb tells what was done, and not what nobody did."""
        real, negated = self.clauses.is_real(t)
        words = [c.lower for s in self.speakers(t) for c in [s, *self.parse.children(s.index)]]
        return real and not negated and not any(w in self.lists["nobody"] for w in words)

    def speakers(self, t: Token) -> list[Token]:
        """The verb's subjects; of "said nine had died and blamed rebels" the one who said so.

        Where what is told is itself a word of somebody ("said the army denied it and blamed rebels") this one goes on.
        """
        told = self.parse.head(t.index)
        above = self.parse.head(told.index)
        joined = t.dep == "conj" and told.dep == "ccomp" and not self.parse.children(t.index, "nsubj", "nsubjpass")
        if joined and above.index < told.index and t.tag == above.tag and self._says(above) and not self._says(told):
            return self.clauses.subjects(above)
        if t.dep == "acl" and t.tag == GERUND and told.dep == "dobj" and above.pos == "VERB":
            return self.clauses.subjects(above)  # "issued a statement denying"
        return self.clauses.subjects(t)

    def _says(self, t: Token) -> bool:
        lemma = self.clauses.lemma(t)
        return t.pos == "VERB" and any(lemma in self.lists[name] for name in ("telling", "accuse", "deny"))

    def laid(self, t: Token, accused: list[Culprit]) -> Iterator[Blame]:
        """Each of the accused, on the word of the verb's subject or of the one after "by"."""
        by = [o for p in self.parse.children(t.index, "agent") for o in self.parse.children(p.index, "pobj")]
        subjects = by if self.clauses.is_passive(t) or self._stands(t) or by else self.speakers(t)
        doubt = worst(["hedged" if self.clauses.lemma(t) in self.lists["unsure"] else None, self.clauses.verb_doubt(t)])
        for c in accused:
            yield Blame(t.index, c, "affirms", doubt, subjects[0].index if subjects else None)

    def charges(self, t: Token) -> list[Token]:
        """The verb's prepositions that can open a charge: "for", "of"; what only tells who the accused are does not.

        "Blamed the rebels of the Dawn League", "accused men in Tarn".
        """
        found = [p for p in self.preps(t, *self.lists["charges"]) or self._far_charge(t) if not self.is_aid(p)]
        return [p for p in found if p.head == t.index or not self._tells_who(p)]

    def _far_charge(self, t: Token) -> list[Token]:
        """A charge that the parser hung on where the accused are from: "accused men from the Tarn clan of killing"."""
        below = [o for p in self.parse.children(t.index, "prep") for o in self.parse.children(p.index, "pobj")]
        found = [p for o in below for p in self.parse.children(o.index, "prep") if p.lower in self.lists["charges"]]
        return [p for p in found if self.parse.children(p.index, "pcomp")]

    def _tells_who(self, p: Token) -> bool:
        if p.lower not in ("in", "of") or self.tells_harm(p):
            return False
        objects = self.parse.children(p.index, "pobj")
        return any(self.culprits.mention(o.index) is not None or self.culprits.of(o.index) for o in objects)

    def charges_harm(self, p: Token) -> bool:
        """Whether a charge is of a deed of war, or of "it" where one was told before."""
        if self.tells_harm(p):
            return True
        taken_up = any(o.lower in MENTIONED for o in self.parse.children(p.index, "pobj"))
        taken_up |= any(
            s.lower == "so" for d in self.parse.children(p.index, "pcomp") for s in self.parse.children(d.index)
        )
        return taken_up and self.deeds.targets.is_after_harm(p.index)

    def charges_attack(self, p: Token) -> bool:
        """Whether somebody is tied to an attack itself: "linked the M5 to the bombing", "to it"."""
        objects = self.parse.children(p.index, "pobj")
        return any(o.lower in self.lists["harm"] or self.deeds.targets.is_attack(o.index) for o in objects)

    def preps(self, t: Token, *words: str) -> list[Token]:
        """The verb's prepositions, also where the parser hung them on its object."""
        near = [t, *self.parse.children(t.index, "dobj", "prep", "oprd", "nsubjpass"), *self.strays(t)]
        near += [c for n in near if n.dep == "dobj" for c in self.parse.children(n.index, "conj", "appos")]
        near += [o for p in self.parse.children(t.index, "agent") for o in self.parse.children(p.index, "pobj")]
        return [p for n in near for p in self.parse.children(n.index, "prep") if p.lower in words]

    def afflicted(self, t: Token) -> list[Token]:
        """The verb's object, the passive's subject, or the noun that a participle stands by."""
        if t.dep == "acl" or (t.dep == "amod" and self.parse.head(t.index).index == t.index + 1):
            return [self.parse.head(t.index)]
        if self.clauses.is_passive(t):
            return self.parse.children(t.index, "nsubjpass")
        if self._stands(t):
            return self.parse.children(t.head, "nsubj")
        if t.dep == "compound" and t.head > t.index:  # "Banner claims responsibility", in a headline
            return [self.parse.head(t.index)]
        objects = self.parse.children(t.index, "dobj")
        if t.dep == "relcl" and all(o.lower in RELATIVE for o in objects):  # "in raids that it blamed on Ruria"
            return [self.parse.head(t.index)]
        return [*objects, *self.strays(t)]

    def _stands(self, t: Token) -> bool:
        """Whether somebody "stands accused"."""
        return t.dep in ("acomp", "oprd") and self.parse.head(t.index).lemma == "stand"

    def strays(self, t: Token) -> list[Token]:
        """Nouns after a comma and "and" that the parser joined to the verb and not to its object."""
        return [c for c in self.parse.children(t.index, "conj") if c.pos in NOUNS and c.index > t.index]

    def is_aid(self, o: Token) -> bool:
        """Whether a charge is of helping others, and not of a deed: "of arming the rebels"."""
        verbs = [o, *self.parse.children(o.index, "pcomp")]
        return any(v.pos == "VERB" and self.clauses.lemma(v) in self.lists["aid"] for v in verbs)

    def is_harm(self, o: Token) -> bool:
        """Whether a word tells of a deed of war, or takes one up."""
        return o.lower in ANAPHORS or self.tells_harm(o)

    def tells_harm(self, top: Token) -> bool:
        """Whether the words under a token tell of a deed of war."""
        return any(
            x.lower in self.lists["harm"]
            or self.deeds.targets.is_attack(x.index)
            or self.deeds.is_attacking(x)
            or x.index in self.deeds.events
            for x in self.parse.subtree(top.index)
            if self.parse.depth(x.index) - self.parse.depth(top.index) <= DEEP
        )

    def is_about_harm(self, t: Token) -> bool:
        """Whether what a predicate is said of is a deed of war, or is left open."""
        preps = [t] if t.pos == "ADP" else self.preps(t, "for", "in", "of", "over")
        open_ends = [o for p in preps for o in self.parse.children(p.index, "pobj") if o.lower in ANAPHORS]
        weapons = (o for p in preps for o in self.parse.children(p.index, "pobj"))
        if not preps or open_ends or any(self.deeds.targets.is_weapon(o.index) for o in weapons):
            return True
        return any(self.tells_harm(p) for p in preps)

    def _taken_up(self, s: Token, *, known: bool) -> list[Culprit]:
        """Whom a pronoun that opens a sentence means: the subject of the sentence before, or of what is told in it."""
        opening = self.parse.sentence(s.index).first
        before = self.parse.sentence_tokens(self.parse.tokens[opening - 1].sentence) if opening else ()
        subjects = [t for t in before if t.dep in ("nsubj", "nsubjpass") and t.lower not in TAKES_UP]
        meant = [t for t in subjects if self.parse.depth(t.index) == 1] + subjects
        at = self.parse.span(s.index, s.index + 1)
        found = next((c for t in meant if t.pos != "PRON" and (c := self.behind(t, known=known))), [])
        return [Culprit(c.party, at, s.index, c.sort) for c in found]

    def _opens(self, s: Token) -> bool:
        """Whether a pronoun is the first in its sentence that does something: "In a statement it denied"."""
        first = self.parse.sentence(s.index).first
        verb = self.parse.head(s.index)
        led = verb.dep == "ROOT" and all(
            t.dep not in ("nsubj", "nsubjpass") for t in self.parse.tokens[first : s.index]
        )
        return s.index == first or (led and s.dep == "nsubj" and self.parse.tokens[first].dep in ("prep", "advmod"))

    def behind(self, s: Token, *, known: bool = False) -> list[Culprit]:
        """The party that a speaker stands for: for a ministry its state; an unknown body itself, unless `known`."""
        found = self.authors.actors(s.index) or self.authors.office(s.index, known=known)
        if found:
            return found
        if s.lower in TAKES_UP and self._opens(s):
            return self._taken_up(s, known=known)
        first = max(self.parse.sentence(s.index).first, s.index - BEFORE)
        for i in range(s.index, first - 1, -1):
            culprit = self.culprits.speaker(i, known=known)
            if culprit and (i == s.index or first <= self.parse.tokens[i].head <= s.index):
                return [culprit]
        return []


class Frames:
    """What those who find frames of one kind have at hand of a page."""

    def __init__(self, phrasing: Phrasing) -> None:
        self.phrasing = phrasing
        self.parse = phrasing.parse
        self.deeds = phrasing.deeds
        self.clauses = phrasing.clauses
        self.authors = phrasing.authors
        self.lists = phrasing.lists
