"""Whether a clause is said to be so, or not so, or only wished, feared, asked, or set under a condition."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.asserting.words import MatterWords
from counterclaim.syntax import Parse, Token

COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp", "acomp", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
STEPS = 12  # how far up a clause's governors are looked at


class Clauses:
    """Judges predicates of one page."""

    def __init__(self, parse: Parse, words: MatterWords) -> None:
        self._parse = parse
        self._words = words

    def stands(self, index: int, first: int, stop: int) -> bool | None:
        """True when the clause of this predicate is affirmed, False when denied, None when it is neither.

        Only words between `first` and `stop` (token indices of what is said) count.
        """
        if self._parse.sentence_tokens(self._parse.tokens[index].sentence)[-1].text == "?":
            return None
        affirmed, below, token = True, self._parse.tokens[index], self._parse.tokens[index]
        for _ in range(STEPS):
            alone = token is not below and below.pos not in VERBAL
            affirmed ^= self._is_negated(token, [] if alone else range(first, stop))
            head = self._parse.head(token.index)
            is_top = head is token or not first <= head.index < stop
            verdict = not self._is_goal(token) if is_top else self._governed(token, head)
            if self._is_unreal(token) or (is_top and not verdict) or verdict is None:
                return None
            if is_top:
                return affirmed
            if not self._goes_up(token):
                return None if self._is_about_nothing(head, first, stop) else affirmed
            affirmed, below, token = affirmed ^ (not verdict), token, head
        return None

    def _governed(self, token: Token, head: Token) -> bool | None:
        """What its governor makes of a clause: True as it is, False the opposite, None nothing that is said to be."""
        if head.lower in self._words.lists["unreal"]["nouns"]:
            return None
        if head.lower in self._words.lists["turning"]["words"]:
            return False
        lemma = head.lemma
        if token.dep in COMPLEMENT | {"dobj", "prep"}:
            if self._words.has("turning", "verbs", lemma):
                return False
            if self._words.has("unreal", "verbs", lemma) and token.dep != "dobj":
                return None
        if self._is_goal(token):
            return True if token.dep == "xcomp" and self._words.has("aspect", "verbs", lemma) else None
        return None if token.dep == "pcomp" and head.lower in ("from", "before", "to") else True

    def _goes_up(self, token: Token) -> bool:
        """Whether the governor's negation holds of the clause too."""
        if token.dep == "conj":
            head = self._parse.head(token.index)
            joined = {t.lower for t in self._parse.children(head.index, "cc")}
            own = self._parse.children(token.index, "nsubj", "nsubjpass")
            return not own and bool(joined & {"or", "nor"})
        return token.dep in COMPLEMENT or token.dep in ("prep", "attr", "dobj", "nsubj", "nsubjpass", "pobj")

    def _is_about_nothing(self, noun: Token, first: int, stop: int) -> bool:
        """Whether a clause tells of what is hoped, feared or planned: "no hope of aid being delivered"."""
        nouns = self._words.lists["unreal"]["nouns"]
        for _ in range(STEPS):
            if noun.lower in nouns:
                return True
            head = self._parse.head(noun.index)
            if noun.dep not in ("pobj", "prep", "acl") or head.index == noun.index or not first <= head.index < stop:
                return False
            noun = head
        return False

    def _is_goal(self, token: Token) -> bool:
        """Whether a clause is an infinitive: what somebody may do, and not what he did."""
        if token.dep == "conj" and not self._parse.children(token.index, "aux", "nsubj", "nsubjpass"):
            return token.tag in ("VB", "VBP") and self._is_goal(self._parse.head(token.index))
        return any(t.lower == "to" for t in self._parse.children(token.index, "aux"))

    def _is_unreal(self, token: Token) -> bool:
        lists = self._words.lists["unreal"]
        for t in self._parse.children(token.index):
            if t.dep == "aux" and t.lower in lists["modals"]:
                return True
            if t.dep in ("mark", "advmod") and t.lower in lists["marks"]:
                return True
        if token.dep == "conj" and not self._parse.children(token.index, "aux", "nsubj"):
            head = self._parse.head(token.index)
            return head.pos in VERBAL and self._is_unreal(head)
        return False

    def _is_negated(self, token: Token, among: Sequence[int]) -> bool:
        """Whether a word is negated, by itself or by that (`among` these) of which it is said: "no bus was hit"."""
        nots = self._words.lists["turning"]["nots"]
        below = self._parse.children(token.index)
        if any(t.lower in nots and t.dep in ("neg", "det", "advmod", "preconj", "cc", "aux", "mark") for t in below):
            return True
        if any(t.lower == "longer" and t.dep == "advmod" for t in below):
            return True
        if token.pos not in VERBAL:
            return False
        named = (t for t in below if t.index in among and t.dep in ("nsubj", "nsubjpass", "dobj", "attr", "expl"))
        return any(self._is_none(t) for t in named)

    def _is_none(self, noun: Token) -> bool:
        """Whether a noun stands for nothing: "no hospital", "none of the hospitals"."""
        nots = self._words.lists["turning"]["nots"]
        return noun.lower in nots or any(t.lower in nots for t in self._parse.children(noun.index, "det", "neg"))
