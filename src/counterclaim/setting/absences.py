"""Places beside what happened: where those sit or fight who only tell, whence victims came, where they died later.

Any of them is named in a clause or phrase of its own, and something else than an attack is told there.
"""

from __future__ import annotations

from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import SUBJECTS, UNDERGOING, Parse, Token

CLAUSES = ("acl", "relcl")
SPEAKING = ("nsubj", "agent")
INSIDE = frozenset({"in", "at", "near", "outside"})
TOWARDS = frozenset({"to", "toward", "towards", "into"})
DAYS = ("DATE", "TIME", "NORP", "PERSON")
VERBS = ("VERB", "AUX")
PRONOUNS = frozenset({"they", "he", "she", "it", "we", "i", "who", "that"})
HAD = frozenset({"has", "have", "had"})


class Absences:
    """Reads them from one page. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int], events: frozenset[int]) -> None:
        self.parse, self.words, self.told, self.events = parse, words, told, events

    def is_one(self, token: Token) -> bool:
        """Whether a place is such a one."""
        if token.dep == "pobj" and self._is_beside(token):
            return True
        return self._is_in_clause(token)

    def _is_beside(self, token: Token) -> bool:
        """Whether the preposition before a place says so."""
        prep = self.parse.head(token.index)
        if prep.lower in INSIDE and (noun := self.parse.head(prep.index)).dep == "pobj":
            over = self.parse.head(noun.index)
            if noun.lower in self.words.sites and over.lower == "from":
                return self._is_home(over)
        if prep.lower == "from":
            return self._is_home(prep) or self._is_called_from(prep)
        up = self.parse.head(prep.index)
        if prep.lower in TOWARDS:
            return up.lemma in self.words.absence.fleeing and prep.index > up.index
        if prep.lower not in INSIDE:
            return False
        return self._is_deathbed(prep, up) or self._is_mourned(prep, up) or self._is_attackers(up)

    def _is_attackers(self, noun: Token) -> bool:
        """Whether those only stood there who attacked another place: "rebels in Arven shelled the town of Tarn"."""
        verb = self.parse.head(noun.index)
        if noun.dep != "nsubj" or noun.lemma.lower() not in self.words.armed:
            return False
        if verb.lemma not in self.words.struck | self.words.stormed | self.words.firing:
            return False
        aims = [*self.parse.children(verb.index, "dobj"), *self._of(verb)]
        return any(self._is_named(aim) for aim in aims)

    def _is_named(self, noun: Token) -> bool:
        """Whether what is attacked is a place with a name, or is at one."""
        below = (noun, *self.parse.children(noun.index, "compound", "nmod", "poss"), *self._of(noun))
        return any(t.pos == "PROPN" and t.entity not in DAYS for t in below)

    def _is_home(self, prep: Token) -> bool:
        """Whether victims came from there: "nine traders from Arven were killed", "two of the dead were from Arven"."""
        noun = self.parse.head(prep.index)
        fallen = self.words.absence.fallen
        if noun.lemma == "be":
            return any(self._is_people(s) for s in self.parse.children(noun.index, "nsubj"))
        verb = self.parse.head(noun.index)
        if noun.pos not in ("NOUN", "NUM", "ADJ") or not self._is_people(noun):
            return False
        return (noun.dep in SUBJECTS or noun.dep in ("dobj", "attr", "appos")) and (
            verb.lemma in fallen or (noun.dep == "appos" and self.parse.head(verb.index).lemma in fallen)
        )

    def _is_people(self, noun: Token) -> bool:
        """Whether a noun counts people."""
        if noun.pos == "NUM":
            return True
        return any(t.pos == "NUM" or t.lower == "several" for t in self.parse.children(noun.index, "nummod", "amod"))

    def _is_called_from(self, prep: Token) -> bool:
        """Whether somebody was only told something from there: "told the Marrow Wire from Arven that nine died"."""
        heard = self.parse.head(prep.index)
        return heard.dep in ("dobj", "dative") and self.parse.head(heard.index).lemma == "tell"

    def _is_deathbed(self, prep: Token, up: Token) -> bool:
        """Whether the wounded died there or lie there: "died of their wounds in Arven"."""
        words = self.words.absence
        below = [t for p in self.parse.children(up.index, "prep") for t in self.parse.children(p.index, "pobj")]
        if up.lower in words.condition or any(t.lower in words.condition for t in below):
            return True
        if up.lower in words.wounds and self._is_died_of(up):
            return True
        if up.lemma not in self.words.carrying.passed or prep.index < up.index:
            return False
        hurt = [t for s in self.parse.children(up.index, "nsubj") for t in (s, *self._of(s))]
        return any(t.lower in words.wounds for t in (*below, *hurt))

    def _is_died_of(self, noun: Token) -> bool:
        of = self.parse.head(noun.index)
        return of.lower in ("of", "from") and self.parse.head(of.index).lemma in self.words.carrying.passed

    def _of(self, noun: Token) -> list[Token]:
        return [t for p in self.parse.children(noun.index, "prep") for t in self.parse.children(p.index, "pobj")]

    def _is_mourned(self, prep: Token, up: Token) -> bool:
        """Whether the dead are only mourned there: "funerals were held in Arven", "mourners in Arven buried nine"."""
        mourning = self.words.absence.mourning
        if up.lower in mourning:
            return up.dep not in UNDERGOING or up.head not in self.events
        subjects = self.parse.children(up.index, *SUBJECTS)
        return up.index not in self.told and any(s.lower in mourning for s in subjects)

    def _is_in_clause(self, token: Token) -> bool:
        """Whether a place stands in a clause that is said of a speaker, or of what was another day."""
        below = token
        for up in self.parse.ancestors(token.index):
            if below.index in self.told and not self._is_going_on(below):
                return False
            if up.pos in VERBS and up.dep in CLAUSES:
                if self._is_speaker(self.parse.head(up.index)):
                    return self._is_quiet(up) and up.lemma not in self.words.absence.undergone
            elif up.pos in VERBS and up.dep == "advcl" and self._is_other_day(up):
                return self._is_quiet(up)
            elif up.pos in VERBS and up.dep not in ("xcomp", "conj"):
                return False
            below = up
        return False

    def _is_quiet(self, verb: Token) -> bool:
        """Whether a clause tells of no attack, but for one that has been going on."""
        first, last = self.parse.edges(verb.index)
        return self.told.isdisjoint(range(first, last + 1)) or self._is_going_on(verb)

    def _is_going_on(self, verb: Token) -> bool:
        return any(t.lower in HAD for t in self.parse.children(verb.index, "aux"))

    def _is_speaker(self, noun: Token) -> bool:
        """Whether a noun, or the name that it explains, is who says something."""
        while noun.dep == "appos":
            noun = self.parse.head(noun.index)
        verb = self.parse.head(noun.index)
        return noun.dep in SPEAKING and verb.lemma in self.words.reporting | self.words.telling

    def _is_other_day(self, verb: Token) -> bool:
        """Whether a clause tells what was days before or after, or who met meanwhile: "a day after they took Arven"."""
        marks = [t for t in self.parse.children(verb.index, "mark") if t.lower in ("after", "before")]
        if any(self.parse.tokens[t.index - 1].lower in self.words.absence.spans for t in marks):
            return True
        subjects = self.parse.children(verb.index, "nsubj")
        return verb.lemma in self.words.reporting and any(s.lower not in PRONOUNS for s in subjects)
