"""Places to which people are brought: the hospital where the wounded are treated, where the dead are buried."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse, Token

STEPS = 6  # up the tree
INTO = frozenset({"to", "into", "at", "in", "inside"})
TO = frozenset({"to", "into"})
PASSIVE = ("nsubjpass", "auxpass")
WHERE = "where"


@dataclass(frozen=True, slots=True)
class CarryWords:
    """The lexicon's words for it: verbs of care, of bringing, being brought, dying there; its nouns and houses."""

    cared: frozenset[str]
    brought: frozenset[str]
    carried: frozenset[str]
    passed: frozenset[str]
    receiving: frozenset[str]
    staying: frozenset[str]
    care: frozenset[str]
    wards: frozenset[str]
    crews: frozenset[str]
    hurt: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> CarryWords:
        """Read them; raises DataError when a list is missing."""
        table = lexicon.table("settings", "carrying")
        return cls(*(frozenset(table[name]) for name in cls.__slots__))


class Carrying:
    """Reads one page."""

    def __init__(self, parse: Parse, words: CarryWords) -> None:
        self.parse, self.words = parse, words

    def is_brought(self, token: Token) -> bool:
        """Whether people were only brought to the place that a token names, or are cared for there."""
        words, below, ward = self.words, token, token.lower in self.words.wards
        if self._is_where(token):
            return True
        passed: set[str] = set()
        for up in list(self.parse.ancestors(token.index))[:STEPS]:
            if up.lower in words.care and below.lower in INTO and not self._is_ones(up):
                return True
            ward |= up.lower in words.wards
            if up.pos in ("VERB", "AUX"):
                if ward and below.dep == "nsubj" and up.lemma in words.receiving:
                    return True  # "the hospital in Arven received nine wounded"
                ward |= up.lemma in words.passed and self._is_warded(up)
                if ward and below.lower in INTO and up.lemma in words.staying:
                    return True
                return below.index > up.index and self._is_brought_by(up, passed, ward=ward)
            passed.add(up.lower)
            below = up
        return False

    def _is_where(self, token: Token) -> bool:
        """Whether a place is said to be one of care: "Arven, where some of the wounded were treated"."""
        for verb in self.parse.children(token.index, "relcl"):
            cared = verb.lemma in self.words.cared and verb.lemma != "recover"
            if cared and any(True for _ in self.parse.children(verb.index, *PASSIVE)):
                return any(t.lower == WHERE for t in self.parse.children(verb.index, "advmod"))
        return False

    def _is_passive(self, verb: Token) -> bool:
        """Whether something is done to a verb's subject, though another verb may share that: "were hurt and flown"."""
        over = self.parse.head(verb.index)
        if any(True for _ in self.parse.children(verb.index, "auxpass")):
            return True
        shared = verb.dep == "conj" and not any(True for _ in self.parse.children(verb.index, "nsubj", "aux"))
        return any(True for v in (verb, over)[: 1 + shared] for _ in self.parse.children(v.index, "nsubjpass"))

    def _is_ones(self, noun: Token) -> bool:
        """Whether a noun names a house and no care: "hit their shelter in Arven"."""
        return any(True for _ in self.parse.children(noun.index, "det", "poss"))

    def _is_hurt(self, verb: Token) -> bool:
        """Whether who is brought was hurt just before: "nine were injured and evacuated to Arven"."""
        return verb.dep == "conj" and self.parse.head(verb.index).lemma in self.words.hurt and self._is_passive(verb)

    def _is_warded(self, verb: Token) -> bool:
        """Whether somebody died in hospital: "died in hospital in Arven"."""
        preps = [p for p in self.parse.children(verb.index, "prep") if p.lower in INTO]
        return any(n.lower in self.words.wards for p in preps for n in self.parse.children(p.index, "pobj"))

    def _is_brought_by(self, verb: Token, passed: Collection[str], *, ward: bool) -> bool:
        """Whether a verb brings people to where the words `passed` lead, `ward` says that it is a hospital."""
        cares = any(t.lower in self.words.care for t in self.parse.children(verb.index, "dobj"))
        if ward and verb.lemma in self.words.passed and self._is_warded(verb) and not INTO.isdisjoint(passed):
            return True
        if verb.lemma == "recover" and any(True for _ in self.parse.children(verb.index, "nsubjpass", "dobj")):
            return False  # bodies are recovered where they were found
        if any(t.lemma.lower() in self.words.crews for t in self.parse.children(verb.index, "nsubj")):
            return cares  # "crews treated ten people in Arven"
        if cares or verb.lemma in self.words.cared:
            return not INTO.isdisjoint(passed)
        led = self._leading(verb, ward=ward)
        return led is not None and not led.isdisjoint(passed)

    def _leading(self, verb: Token, *, ward: bool) -> frozenset[str] | None:
        """The words that lead to where a verb brings people, if it does."""
        if verb.lemma in self.words.carried and self._is_passive(verb):
            return INTO if self._is_warded(verb) else TO
        return TO if verb.lemma in self.words.brought and (ward or self._is_hurt(verb) or self._is_care(verb)) else None

    def _is_care(self, verb: Token) -> bool:
        """Whether people are brought to be cared for: "evacuated to Arven for treatment"."""
        aims = [p for p in self.parse.children(verb.index, "prep") if p.lower == "for"]
        return any(n.lower in self.words.care for p in aims for n in self.parse.children(p.index, "pobj"))
