"""What a clause says of its verb: whether it happened, to whom, by whom, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.stretches import HYPHENS
from counterclaim.blaming.words import Words
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

NOUNS = frozenset({"NOUN", "PROPN"})
RELATIVE = frozenset({"which", "who", "that"})
OBJECTS = NOUNS | {"ADJ", "DET", "NUM"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
GERUND = "VBG"
PRESENT = frozenset({"VBZ", "VBP"})
IF = frozenset({"if", "whether", "unless"})
NEITHER = frozenset({"neither", "nor"})
NONE = frozenset({"neither", "no", "none"})
DEEDS = ("attack", "light", "use", "toll", "fire", "enter")
CLIMB = 5  # clauses up to the one that has the subject


class Clauses:
    """Reads the clauses of one page."""

    def __init__(self, parse: Parse, culprits: Culprits, words: Words) -> None:
        self.parse = parse
        self.culprits = culprits
        self.words = words
        self._lemmas: dict[int, str] = {}
        self._reals: dict[int, tuple[bool, bool]] = {}

    def lemma(self, t: Token) -> str:
        """A verb in its dictionary form, with what a hyphen ties to it where both make one word: "booby-trap"."""
        if t.index not in self._lemmas:
            self._lemmas[t.index] = self._lemma(t)
        return self._lemmas[t.index]

    def _lemma(self, t: Token) -> str:
        lemma = self.words.forms.get(t.lower, t.lemma)
        if t.index > 1 and self.parse.tokens[t.index - 1].text in HYPHENS:
            whole = self.parse.tokens[t.index - 2].lower + t.lower
            return self.words.forms.get(whole, lemma)
        return lemma

    def tells(self, t: Token, *kinds: str) -> bool:
        """Whether a verb is of one of these kinds in the lexicon."""
        lemma, verbs = self.lemma(t), self.words.verbs
        return any(lemma in verbs[kind] for kind in kinds)

    def is_passive(self, t: Token) -> bool:
        """Whether the verb's subject suffers what it tells."""
        marks = self.parse.children(t.index, "auxpass", "nsubjpass")
        if any(self.culprits.mention(m.index) is None or m.dep == "nsubjpass" for m in marks):
            return True
        return t.tag == "VBN" and t.dep in ("acl", "amod") and not self.parse.children(t.index, "aux", "nsubj")

    def is_headline_verb(self, t: Token) -> bool:
        """Whether what the parser took for a noun is a headline's verb: "Houthis shell camp", "Gunmen Abduct 30"."""
        sentence, tokens = self.parse.sentence(t.index), self.parse.tokens
        if not sentence.first < t.index < sentence.stop - 1 or tokens[t.index + 1].pos not in OBJECTS:
            return False
        before, mention = tokens[t.index - 1], self.culprits.mention(t.index - 1)
        if mention is not None and mention.kind == "place":
            return False
        return before.pos in NOUNS and before.lower.endswith(("s", "men")) and before.lower[-2:] not in ("ss", "'s")

    def is_real(self, t: Token) -> tuple[bool, bool]:
        """Whether the verb tells what happened, and whether it says that it did not."""
        if t.index not in self._reals:
            self._reals[t.index] = self._is_real(t)
        return self._reals[t.index]

    def _is_real(self, t: Token) -> tuple[bool, bool]:
        negated = any(self._is_nobody(s) for s in self.parse.children(t.index, "nsubj", "nsubjpass"))
        above = self.lemma(self.parse.head(t.index))
        for c in self.parse.children(t.index, "neg", "aux", "mark", "preconj"):
            if c.dep == "neg":
                negated = True
            elif (c.tag == "MD" and not self._is_past(t, c)) or c.lower in IF or self._is_inverted(t, c):
                return False, False
            elif c.lower == "to":
                return t.dep == "xcomp" and above in self.words.verbs["begun"], False
        head = self.parse.head(t.index)
        if t.dep == "conj" and any(c.lower in NEITHER for c in self.parse.children(head.index, "preconj", "cc")):
            negated = True
        if t.dep == "conj" and t.tag == "VB" and not self.parse.children(t.index, "aux", "nsubj") and t.head != t.index:
            return self.is_real(self.parse.head(t.index))
        held_back = t.dep == "pcomp" and self.parse.head(t.head).lower == "short"  # "stopped short of blaming"
        if held_back or (t.dep in ("xcomp", "pcomp") and (t.tag == "VB" or above in self.words.verbs["averted"])):
            return False, False
        if t.dep == "pcomp" and t.index != self.parse.head(t.head).index and self.parse.head(t.head).pos == "VERB":
            return self.is_real(self.parse.head(t.head))[0], negated
        return True, negated

    def is_guess(self, t: Token) -> bool:
        """Whether a modal guesses at what somebody is: "may be behind it", not "may not be", "if he may be"."""
        found = self.parse.children(t.index, "neg", "aux", "mark")
        plain = t.lemma == "be" and all(c.dep != "neg" and c.lower not in IF for c in found)
        return plain and any(c.tag == "MD" and c.lower in self.words.doubts for c in found)

    def _is_nobody(self, s: Token) -> bool:
        """Whether a subject says that none of them did: "none of its units", "no Rurian jet"."""
        return s.lower in NONE or any(d.lower in NONE for d in self.parse.children(s.index, "det", "preconj"))

    def is_asked(self, t: Token) -> bool:
        """Whether a clause leaves open if it is so: "whether it was hit by", "if they strike"."""
        return t.pos in ("VERB", "AUX") and any(m.lower in IF for m in self.parse.children(t.index, "mark"))

    def _is_inverted(self, t: Token, c: Token) -> bool:
        """Whether a clause only supposes, by its order: "had Ruria struck the dam"."""
        subjects = self.parse.children(t.index, "nsubj", "nsubjpass")
        return t.dep == "advcl" and c.dep == "aux" and any(c.index < s.index for s in subjects)

    def _is_past(self, t: Token, modal: Token) -> bool:
        """Whether a modal guesses at the past: "may have hit"."""
        return modal.lower in self.words.doubts and any(a.lower == "have" for a in self.parse.children(t.index, "aux"))

    def subjects(self, t: Token, climb: int = 0) -> list[Token]:
        """The heads of the verb's subject, taken over from the clause above where it has none."""
        found = self.named_aux(t) or self.parse.children(t.index, "nsubj")
        if self._is_aside(t):
            return []
        labels = [s for s in found if self._is_label(s)] if len(found) > 1 else []
        found = [s for s in found if s not in labels] or found
        head = self.parse.head(t.index)
        if found and climb and len(found) > 1 and self.tells(t, "thought"):
            found = found[:-1]  # "Ruria, the mayor said, shelled the town, killing six"
        if found:
            return [head if s.lower in RELATIVE and t.dep == "relcl" else s for s in found]
        if climb > CLIMB or t.head == t.index:
            return self._neighbour(t)
        if t.dep == "acl" and t.tag == GERUND:
            return [] if self.tells(t, "transitive") else [head]
        if t.dep == "pcomp" and head.dep == "prep":
            accused = self.parse.head(head.index)  # the parser hangs a charge on the verb or on the accused
            charged = accused.dep == "dobj" and self.tells(self.parse.head(accused.index), "charging")
            return [accused] if charged else self._above(accused, climb)
        under = t.dep in ("conj", "xcomp", "advcl") or self._is_after_doubt(t, head)
        told = self._told_before(t, head) if under else None
        above = self.subjects(told, climb + 1) if told else self._above(head, climb) if under else []
        return above or self._neighbour(t)

    def _told_before(self, t: Token, head: Token) -> Token | None:
        """What a deed behind who tells of it goes on with: "shells hit Tarn, the army said, killing six"."""
        if t.index < head.index or not self.tells(t, *DEEDS):
            return None
        above = [self.parse.head(head.index)] if head.dep == "parataxis" else []
        told = [c for c in (*above, *self.parse.children(head.index, "ccomp")) if c.index < head.index]
        return told[-1] if told else None

    def _is_after_doubt(self, t: Token, head: Token) -> bool:
        """Whether the parser took a doubt for the verb: "jets thought to be Rurian hit the town"."""
        return t.dep == "ccomp" and self.tells(head, "thought") and bool(self.parse.children(head.index, "xcomp"))

    def _is_aside(self, t: Token) -> bool:
        """Whether somebody's saying so stands between a verb and its subject: "an attack Ruria says killed nine"."""
        if t.tag not in FINITE or t.index == self.parse.sentence(t.index).first:
            return False
        before = self.parse.tokens[t.index - 1]
        return before.tag in FINITE and before.pos == "VERB" and self.tells(before, "thought")

    def _is_label(self, t: Token) -> bool:
        """Whether a noun only says what a line is about: "Bastan: Rurian jets bombed"."""
        after = t.index + 1
        return after < len(self.parse.tokens) and self.parse.tokens[after].text == ":"

    def named_aux(self, t: Token) -> list[Token]:
        """A name in capitals that the parser took for a form of "be": "IS says"."""
        return [a for a in self.parse.children(t.index, "auxpass", "aux") if self.culprits.mention(a.index)]

    def _above(self, head: Token, climb: int) -> list[Token]:
        if self.tells(head, "charging"):
            return self.parse.children(head.index, "dobj")
        passive = self.parse.children(head.index, "nsubjpass")
        if passive and self.tells(head, "thought"):  # "Ruria is believed to have"
            return passive
        if head.pos not in ("VERB", "AUX") or passive or self._is_come_upon(head):
            return []
        return self.subjects(head, climb + 1)

    def _is_come_upon(self, t: Token) -> bool:
        """Whether a verb's subject suffers what comes: "came under fire near Tarn, killing six"."""
        return t.lemma == "come" and any(p.lower == "under" for p in self.parse.children(t.index, "prep"))

    def _neighbour(self, t: Token) -> list[Token]:
        """The noun right before a verb that the parser left without a subject."""
        if t.tag not in FINITE or self.parse.children(t.index, "auxpass", "nsubjpass"):
            return []
        helpers = self.parse.children(t.index, "aux", "advmod")
        first = min(a.index for a in (t, *helpers))
        if first == self.parse.sentence(t.index).first:
            return []
        before = self.parse.tokens[first - 1]
        mention = self.culprits.mention(before.index)
        return [before] if before.pos in NOUNS and not (mention and mention.kind == "place") else []

    def verb_doubt(self, t: Token) -> Certainty:
        """How sure the adverbs, the modal and the verb above make what a verb tells."""
        near = [*self.parse.children(t.index, "advmod", "aux", "npadvmod", "acomp")]
        if t.dep == "xcomp":
            head = self.parse.head(t.index)
            near += [head, *self.parse.children(head.index, "advmod", "aux")]
        return worst([self.words.doubts.get(n.lower) for n in near])


def worst(found: Sequence[str | None]) -> Certainty:
    """The weakest of several degrees of certainty."""
    if "unverified" in found:
        return "unverified"
    return "hedged" if "hedged" in found else "certain"
