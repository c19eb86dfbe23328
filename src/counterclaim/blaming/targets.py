"""What a verb's objects make of it: an attack on somebody, a weapon used, or a blow that hurts nobody."""

from __future__ import annotations

from counterclaim.blaming.authors import OWNERS, PAST
from counterclaim.blaming.clauses import RELATIVE, Clauses
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.supposed import QUOTES
from counterclaim.blaming.words import Words
from counterclaim.syntax import Parse, Token

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
TAKEN_UP = frozenset({"it", "that", "this"})
THEY = frozenset({"they", "it", "both", "these", "those"})  # shells told of before: "they were fired by"
ANY = frozenset({"any", "anything", "none", "nothing"})
ONTO = frozenset({"into", "on", "onto", "over", "upon"})
ABOVE = 2  # clauses up to the dead
RECENT = 3  # sentences that "it" may look back for its deed
SOME = frozenset({"all", "both", "it", "many", "most", "several", "some", "them"})


class Targets:
    """Reads the verbs and objects of one page; `missiles` are the weapons that are not also vehicles."""

    def __init__(self, parse: Parse, culprits: Culprits, clauses: Clauses, words: Words) -> None:
        self.parse = parse
        self.culprits = culprits
        self.clauses = clauses
        self.words = words
        self.missiles = words.weapons - words.around["carriers"]

    def is_attack(self, index: int) -> bool:
        """Whether the noun is an attack."""
        return self.culprits.stem(index) in self.words.attacks

    def is_to_death(self, t: Token) -> bool:
        """Whether a verb tells a killing by its end: "hacked nine villagers to death"."""
        if not self.clauses.tells(t, "fatal"):
            return False
        near = [t, *self.parse.children(t.index, "dobj")]
        ends = [p for n in near for p in self.parse.children(n.index, "prep") if p.lower == "to"]
        return any(o.lower == "death" for p in ends for o in self.parse.children(p.index, "pobj"))

    def is_after_harm(self, index: int, recent: int = RECENT) -> bool:
        """Whether a deed of war is told shortly before a word, so that "it" or "this" may mean it."""
        sentence = self.parse.tokens[index].sentence
        first = self.parse.sentences[max(0, sentence - recent)].first
        return any(
            self.is_attack(i) or self.is_weapon(i) or self._is_attacking(self.parse.tokens[i])
            for i in range(first, index)
        )

    def _is_attacking(self, t: Token) -> bool:
        return t.pos == "VERB" and self.clauses.tells(t, "attack")

    def takes_up(self, t: Token) -> bool:
        """Whether a verb tells the authors of a deed told before: "did this", "had carried it out"."""
        if self.clauses.lemma(t) not in self.words.around["commits"]:
            return False
        if not any(o.lower in TAKEN_UP for o in self.parse.children(t.index, "dobj", "nsubjpass")):
            return False
        parts = {c.lower for c in self.parse.children(t.index, "prt")}
        if self.clauses.lemma(t) in self.words.around["carries"] and "out" not in parts:
            return False
        return self.is_after_harm(t.index) or self._is_after_death(t)

    def _is_after_death(self, t: Token) -> bool:
        """Whether the dead of a deed were told of shortly before: "found nine bodies"."""
        first = self.parse.sentences[max(0, t.sentence - 1)].first
        return any(self.culprits.stem(i) in self.words.around["dead"] for i in range(first, t.index))

    def is_of_none(self, t: Token) -> bool:
        """Whether a verb has no attack, shot or flight for its object: "carried out no strikes", "fired no shells"."""
        objects = self.parse.children(t.index, "dobj", "nsubjpass")
        none = [o for o in objects if any(d.lower == "no" for d in self.parse.children(o.index, "det"))]
        return any(self.is_harm(o, self.missiles | self.words.around["flights"]) for o in none)

    def is_weapon(self, index: int) -> bool:
        """Whether the noun is a thing that hurts."""
        return self.culprits.stem(index) in self.words.weapons

    def is_deed(self, t: Token, *, passive: bool) -> bool:
        """Whether a verb and its objects tell an attack."""
        accident = self._is_of_accident(t)
        if accident or self.takes_up(t):
            return not accident
        if self.clauses.tells(t, "attack") or self.is_to_death(t):
            return passive or self._has_target(t)
        if self.clauses.tells(t, "enter"):
            return self._is_deadly_entry(t)
        objects = self.parse.children(t.index, "dobj", "nsubjpass")
        lemma = self.clauses.lemma(t)
        if lemma in self.words.around["resorts"] | self.words.around["responds"]:
            by = "to" if lemma in self.words.around["resorts"] else "with"
            objects = [o for p in self.parse.children(t.index, "prep") if p.lower == by for o in self.below(p)]
        if self.clauses.tells(t, "light"):
            return self._is_carried_out(t, objects, passive=passive)
        if self.clauses.tells(t, "use"):
            return any(self.is_harm(o, self.missiles) for o in objects)
        active = t.dep != "acl" and (t.tag != "VBN" or self.parse.children(t.index, "aux"))
        return bool(active or passive) and (
            any(self.culprits.stem(o.index) in self.words.around["lives"] for o in objects)
            or self._is_taken_away(t, objects, passive=passive)
        )

    def _is_deadly_entry(self, t: Token) -> bool:
        """Whether people die as somebody comes: "nine were killed when gunmen invaded the village"."""
        if t.dep not in ("advcl", "ccomp", "relcl"):
            return False
        return any(self.clauses.tells(a, "suffer", "transitive") for a in [*self.parse.ancestors(t.index)][:ABOVE])

    def _is_taken_away(self, t: Token, objects: list[Token], *, passive: bool) -> bool:
        """Whether a number of people are led away: "took away four drivers", "nine men were taken by rebels"."""
        if self.clauses.lemma(t) not in self.words.around["takes"]:
            return False
        parts = {c.lower for c in self.parse.children(t.index, "prt", "advmod", "oprd", "acomp")}
        to = [p for p in self.parse.children(t.index, "prep") if p.lower == "to"]
        counted = [o for o in objects if self.parse.children(o.index, "nummod")]
        people = any(self.culprits.stem(o.index) in self.words.around["people"] for o in counted)
        alone = any(o.pos == "NUM" for o in objects)
        if any(self.culprits.stem(x.index) in self.words.around["cared_for"] for p in to for x in self.below(p)):
            return False
        away = not parts.isdisjoint(self.words.around["away"])
        return (people and passive) or ((people or alone) and away)

    def _is_carried_out(self, t: Token, objects: list[Token], *, passive: bool) -> bool:
        """Whether a light verb has an attack or a weapon for its object, or a target after "at"."""
        if (passive and t.dep == "acl") or (t.dep == "relcl" and not objects):
            objects = [self.parse.head(t.index)]
        elif t.dep == "relcl" and self.is_harm(self.parse.head(t.index), self.missiles):
            objects = [*objects, self.parse.head(t.index)]  # "a mine that rebels had laid off Tarn"
        elif passive and not objects:
            return True
        if any(o.lower in REFLEXIVE for o in objects):
            return False
        if self.clauses.lemma(t) in self.words.around["up"]:
            return any(c.lower == "up" for c in self.parse.children(t.index, "prt"))
        preps = self.parse.children(t.index, "prep") if self.clauses.tells(t, "fire") else []
        aimed = any(p.lower in self.words.around["at"] for p in preps)
        aimed |= any(p.lower == "from" for p in preps) and not objects and self.is_after_harm(t.index)
        named = passive and any(o.lower in THEY and self.is_after_harm(o.index) for o in objects)
        named |= any(o.lower in ANY and self.is_after_harm(o.index) for o in objects)
        return aimed or named or any(self._is_launched(o) for o in objects)

    def _is_launched(self, o: Token) -> bool:
        if o.lower in RELATIVE:
            return True
        weak = (
            self.culprits.stem(o.index) in self.words.weak and self.clauses.lemma(self.parse.head(o.index)) != "cause"
        )
        soft = self.clauses.lemma(self.parse.head(o.index)) in self.words.around["soft"]
        weak |= any(c.lower in self.words.around["imagined"] for c in self.parse.children(o.index, "amod", "compound"))
        weak |= any(self.clauses.tells(v, "gain") for n in (o, self.parse.head(o.index)) for v in self._purposes(n))
        crime = o.tag == "NN" and self.culprits.stem(o.index) in self.words.around["crimes"]
        return crime or (not weak and self.is_harm(o, frozenset() if soft else self.missiles))

    def _purposes(self, t: Token) -> list[Token]:
        """The verbs that tell what something is done for: "to retake the town"."""
        verbs = self.parse.children(t.index, "acl", "advcl", "relcl", "xcomp")
        return [v for v in verbs if any(c.lower == "to" for c in self.parse.children(v.index, "aux"))]

    def _has_target(self, t: Token) -> bool:
        """Whether somebody is attacked: "fighters killed in Hama" without an object are the victims themselves."""
        found = self.parse.children(t.index, "dobj", "ccomp", "dative", "oprd")
        if self._is_harmless(t, found):
            return False
        found += [p for p in self.parse.children(t.index, "prep") if p.lower in self.words.around["rough"]]
        active = t.tag not in PAST or self.parse.children(t.index, "aux")
        if active or not self.clauses.tells(t, "transitive"):
            return True
        return (bool(found) or self._is_before_count(t)) and not self._is_headline_passive(t)

    def _is_harmless(self, t: Token, objects: list[Token]) -> bool:
        """Whether what is hit makes the blow none: one's own goods, a missile in the air, a deal that is struck."""
        parts = {c.lower for c in self.parse.children(t.index, "prt", "advmod")}
        if any(o.lower in REFLEXIVE for o in objects):  # a bomber who blows himself up
            return True
        if "back" in parts or any(self.culprits.stem(o.index) in self.words.around["idle"] for o in objects):
            return True
        goods = [p for o in objects for p in self.parse.children(o.index, "poss") if p.lower in OWNERS]
        if goods and self.clauses.lemma(t) in self.words.around["scrapped"]:
            return True
        down = "down" in parts
        if not down and self.clauses.lemma(t) not in self.words.around["downing"]:
            return False
        aimed = self.words.around["intercepted"]
        if not objects:
            return not self._is_before_count(t)
        return any(self.is_harm(o, aimed) or (down and o.lower in SOME) for o in objects)

    def _is_headline_passive(self, t: Token) -> bool:
        """Whether a number of people were killed, in a headline: "4 Rurian troops killed in", "killed 5 wounded in"."""
        counted = [s for s in self.parse.children(t.index, "nsubj") if self.parse.children(s.index, "nummod")]
        after = self.parse.tokens[t.index + 1 : t.index + 3]
        if not counted or not after:
            return False
        return after[0].pos == "ADP" or (after[0].pos == "NUM" and after[-1].tag == "VBN")

    def _is_before_count(self, t: Token) -> bool:
        """Whether a verb with a subject stands right before a number that the parser gave to another verb."""
        sentence = self.parse.sentence(t.index)
        after = (self.parse.tokens[i] for i in range(t.index + 1, min(sentence.stop, t.index + 4)))
        number = next((x for x in after if x.lower not in self.words.around["bounds"] | QUOTES), None)
        return number is not None and number.pos == "NUM" and bool(self.parse.children(t.index, "nsubj"))

    def is_harm(self, o: Token, words: frozenset[str]) -> bool:
        """Whether an object is an attack or one of `words`, through "a number of"."""
        near = [o, *self.parse.children(o.index, "compound", "amod", "nmod", "conj")]
        for p in self.objects_of(o):
            near += [p, *self.parse.children(p.index, "compound", "amod", "nmod")]
        return any(self.culprits.stem(x.index) in words or self.is_attack(x.index) for x in near)

    def is_toll(self, t: Token) -> bool:
        """Whether a verb has a number of people for its object."""
        return any(
            self.parse.children(o.index, "nummod") or o.pos == "NUM" for o in self.parse.children(t.index, "dobj")
        )

    def _is_of_accident(self, t: Token) -> bool:
        """Whether the dead are those of a crash or of a mine driven over: "an army plane crashed, killing nine"."""
        above = self.parse.head(t.index)
        if t.dep != "advcl" or t.tag != "VBG" or self.parse.children(t.index, "nsubj", "mark"):
            return False
        ridden = self.words.around["ridden"]
        if not any(self.culprits.stem(s.index) in ridden for s in self.clauses.subjects(above)):
            return False
        if self.clauses.tells(above, "wreck"):
            return True
        hit = [*self.parse.children(above.index, "dobj")]
        hit += [o for p in self.parse.children(above.index, "prep") for o in self.below(p) if p.lower in ONTO]
        return any(self.culprits.stem(o.index) in self.words.around["laid"] for o in hit)

    def is_defence(self, t: Token) -> bool:
        """Whether a blow only stops the one who struck: "shot the attacker"."""
        joined = [t, *self.parse.children(t.index, "conj")]  # "shot and killed the attacker"
        hit = [o for v in joined for o in self.parse.children(v.index, "dobj", "nsubjpass")]
        return any(o.tag == "NN" and self.culprits.stem(o.index) in self.words.around["assailants"] for o in hit)

    def objects_of(self, t: Token) -> list[Token]:
        """The nouns after "of"."""
        return [o for p in self.parse.children(t.index, "prep") if p.lower == "of" for o in self.below(p)]

    def below(self, prep: Token) -> list[Token]:
        """The nouns after a preposition."""
        return self.parse.children(prep.index, "pobj")
