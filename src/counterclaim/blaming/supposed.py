"""Whose men or arms struck as far as is thought: "jets believed to be Rurian", "attackers suspected to be rebels"."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.blaming.clauses import NOUNS, Clauses
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.words import Words
from counterclaim.syntax import Parse

QUOTES = frozenset({"“", "”", '"', "’", "'"})
PAST = frozenset({"VBD", "VBN"})
BELONGS = frozenset({"from", "of", "with"})  # "believed to be from the M5"
SUPPOSED = 9  # words from arms to the party whose they are thought to be


@dataclass(frozen=True)
class Supposed:
    """Reads such nouns on one page."""

    parse: Parse
    culprits: Culprits
    clauses: Clauses
    words: Words

    def arms(self, index: int) -> list[Culprit]:
        """Whose arms they are thought to be: "jets believed to be Rurian", "planes, likely Rurian,"."""
        if not (
            self.culprits.stem(index) in self.words.weapons or self.culprits.stem(index) in self.words.around["flying"]
        ):
            return []
        tokens, stop = self.parse.tokens, self.parse.sentence(index).stop
        doubted = False
        for i in range(index + 1, min(stop, index + SUPPOSED)):
            t = tokens[i]
            told = t.tag == "VBN" or (t.tag in PAST and tokens[min(i + 1, stop - 1)].lower == "to")
            doubted |= t.lower in self.words.doubts or (told and self.clauses.tells(t, "thought"))
            mention = self.culprits.mention(i)
            if mention is not None:
                head = i if mention.stop - 1 <= i else mention.stop - 1
                return self.culprits.of(head) or self.culprits.named(mention) if doubted else []
            if not doubted and t.text not in QUOTES | {","}:
                return []
            if doubted and t.pos in NOUNS:
                return []
        return []

    def men(self, index: int) -> list[Culprit]:
        """Who those are thought to be that are named by their deed or arms alone: "gunmen thought to be herders"."""
        if self.culprits.stem(index) not in self.words.around["doers"]:
            return []
        being = [
            verb
            for t in (*self.parse.children(index, "acl"), self.parse.head(index))  # the parser may make it the verb
            if t.tag in PAST and self.clauses.tells(t, "thought") and not self.clauses.is_real(t)[1]
            for verb in self.parse.children(t.index, "xcomp")
        ]
        nouns = [a for verb in being for a in self.parse.children(verb.index, "attr")]
        found = [c for a in nouns for c in self.culprits.before(a.index, own=True) or self.culprits.of(a.index)]
        preps = [p for verb in being for p in self.parse.children(verb.index, "prep") if p.lower in BELONGS]
        men = (o for p in preps for o in self.parse.children(p.index, "pobj"))
        return found or [c for o in men for c in self.culprits.of(o.index) if c.sort == "group"]
