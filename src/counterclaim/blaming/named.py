"""Authors of deeds told by a noun that is no attack: "it was a Rurian drone", "a new crime of the militia"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.blaming.authors import Authors
from counterclaim.blaming.clauses import Clauses
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.targets import Targets
from counterclaim.blaming.words import Words
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

EVERY = frozenset({"any", "each", "every", "no"})
LIKENED = frozenset({"it", "that", "this"})
HAND = "hand"
THOSE = frozenset({"men", "ones", "people", "persons", "those"})
BEHIND = frozenset({"behind", "responsible"})
DEAD = 8  # words from the dead to those at whose hands they died
LONG = 8  # sentences back to the blow that "this is a Rurian drone" explains


@dataclass(frozen=True)
class Named:
    """Reads such nouns on one page."""

    parse: Parse
    culprits: Culprits
    clauses: Clauses
    authors: Authors
    targets: Targets
    words: Words

    def by_noun(self, t: Token, word: str) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """Each author with how sure it is and whether it is denied; `word` is the noun as the lexicon has it."""
        if t.dep == "attr":
            yield from self._by_likeness(t, word)
        if word in self.words.around["crimes"]:
            yield from ((c, "certain", False) for c in self._guilty(t))
        if word == HAND and self.parse.head(t.index).lower == "at":
            yield from ((c, "certain", False) for c in self._at_hands(t))
        if word in self.words.around["lives"] and self._is_taken(t):
            yield from ((c, "certain", False) for c in self.authors.agents(t.index))

    def by_adjective(self, t: Token) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """Whose arms it was, by an adjective or a genitive: "the missile was Rurian", "was that of the rebels"."""
        mention, verb = self.culprits.mention(t.index), self.parse.head(t.index)
        if not any(self._is_arm(s) for s in self.parse.children(verb.index, "nsubj")):
            return
        named = self.authors.objects_of(t.index) if t.dep == "attr" else self.culprits.named(mention) if mention else []
        real, denied = self.clauses.is_real(verb)
        if real and self.targets.is_after_harm(verb.index):
            yield from ((c, self.clauses.verb_doubt(verb), denied) for c in named)

    def _by_likeness(self, t: Token, word: str) -> Iterator[tuple[Culprit, Certainty, bool]]:
        """What did it, or who they were: "it was a Rurian drone", "the killers were herders"."""
        verb = self.parse.head(t.index)
        subjects = self.parse.children(verb.index, "nsubj") or self._thought(verb)
        real, denied = self.clauses.is_real(verb)
        weapon = word in self.words.weapons and any(s.lower in LIKENED or self._is_arm(s) for s in subjects)
        asked = any(s.lower == "what" for s in subjects)  # "lost a son to what she says was a Rurian mortar"
        doers = any(self.culprits.stem(s.index) in self.words.around["doers"] or self._is_behind(s) for s in subjects)
        if asked and word in self.words.weapons:
            told = any(self.clauses.tells(a, "suffer", "attack") for a in self.parse.ancestors(verb.index))
        else:
            told = (weapon or doers) and self.targets.is_after_harm(verb.index, LONG)
            told |= doers and any(self.targets.is_attack(a.index) for a in self._around(verb))
        blow = any(s.lower == "it" or self._is_arm(s) or self.targets.is_attack(s.index) for s in subjects)
        those = blow and self._is_band(t)  # "it was jihadists", "the shells were the army's"
        told = told or (those and self.targets.is_after_harm(verb.index))
        if not real or not told:
            return
        found = self.culprits.before(t.index, own=doers or those) or (self.culprits.of(t.index) if doers else [])
        for c in found:
            yield c, self.clauses.verb_doubt(verb), denied

    def _is_behind(self, s: Token) -> bool:
        """Whether those are meant who did it: "those behind the attack"."""
        below = [p for p in self.parse.children(s.index, "prep", "amod") if p.lower in BEHIND]
        return s.lower in THOSE and any(
            self.targets.is_attack(x.index) for p in below for x in self.parse.subtree(p.index)
        )

    def _thought(self, verb: Token) -> list[Token]:
        """Those who are thought to be somebody: "the attackers are believed to be herders"."""
        above = self.parse.head(verb.index)
        if verb.dep != "xcomp" or not self.clauses.tells(above, "thought") or self.clauses.is_real(above)[1]:
            return []
        return self.parse.children(above.index, "nsubjpass")

    def _around(self, verb: Token) -> list[Token]:
        """The words of a verb's sentence."""
        return list(self.parse.sentence_tokens(self.parse.tokens[verb.index].sentence))

    def _is_band(self, t: Token) -> bool:
        """Whether a noun, of which no clause goes on to tell, means armed men or those who send them."""
        mention = self.culprits.mention(t.index)
        owner = bool(self.parse.children(t.index, "case"))  # "the strike was Ruria's"
        named = mention is not None and mention.party is not None and (owner or mention.kind != "place")
        armed = bool(self.culprits.armed(t.index)) or self.culprits.is_stand_in(t.index)
        return (named or armed) and not self.parse.children(t.index, "relcl", "acl", "appos")

    def _is_arm(self, s: Token) -> bool:
        return self.culprits.stem(s.index) in self.words.weapons

    def _guilty(self, t: Token) -> list[Culprit]:
        """Whose one crime it was: "a new crime of the militia", not so "every crime"."""
        if t.tag != "NN" or any(d.lower in EVERY for d in self.parse.children(t.index, "det")):
            return []
        preps = (p for p in self.parse.children(t.index, "prep") if p.lower in ("of", "by"))
        return [c for p in preps for c in self.authors.objects(p.index)]

    def _at_hands(self, t: Token) -> list[Culprit]:
        """At whose hands people died, told without a deed: "lost nine men at the hands of rebels"."""
        above = [a for a in self.parse.ancestors(t.index) if self.clauses.tells(a, "suffer")][:1]
        if self._is_after_dead(t):
            return self.authors.objects_of(t.index)
        lost = [o for a in above for o in self.parse.children(a.index, "dobj")]
        lives = any(self.culprits.stem(o.index) in self.words.around["lives"] for o in lost)
        suffered = bool(above) and (not lost or lives or self.targets.is_toll(above[0]))
        return self.authors.objects_of(t.index) if suffered else []

    def _is_after_dead(self, t: Token) -> bool:
        """Whether a number of dead stands shortly before: "131 dead today at the hands of the army"."""
        first = max(self.parse.sentence(t.index).first, t.index - DEAD)
        near = self.parse.tokens[first : t.index]
        numbers = {x.index for x in near if x.pos == "NUM"}
        return any(x.lower in self.words.around["dead"] and x.index - 1 in numbers for x in near)

    def _is_taken(self, t: Token) -> bool:
        """Whether people are taken captive without a verb of their own: "nine killed and forty taken hostage by"."""
        return any(self.clauses.tells(v, "toll") for v in self.parse.children(t.index, "amod"))
