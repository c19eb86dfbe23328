"""Which place is one count's alone by the clauses of its sentence: "In Arven nine died; in Tarn two were killed"."""

from __future__ import annotations

from collections import defaultdict

from counterclaim.setting.candidates import Key, identity
from counterclaim.setting.ground import Ground
from counterclaim.setting.nearness import PROVINCE
from counterclaim.syntax import Token

CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "relcl", "acl", "parataxis"})
VERBS = frozenset({"VERB", "AUX"})
SURE = 1.2  # a cost below which a place is where something happened
SEVERAL = 2  # counts


class Owning:
    """Reads it from one page: a place belongs to the nearest clause over it that counts somebody."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._owned: dict[int, dict[int, set[Key]]] = {}

    def is_anothers(self, i: int, k: Key) -> bool:
        """Whether a place is that of another count of finding number `i`'s sentence, which has one of its own."""
        sentence = self.ground.homes[i][0].sentence
        if len(self.ground.beside[sentence]) < SEVERAL or self._is_told_again(i, sentence):
            return False
        if sentence not in self._owned:
            self._owned[sentence] = self._shared_out(sentence)
        own = self._clause(self.ground.reader.findings[i].event)
        mine = self._owned[sentence].get(own, set())
        others = {key for clause, keys in self._owned[sentence].items() if clause != own for key in keys}
        stand = self.ground.told.stand
        return len(mine) == 1 and k in others and all(stand(key, k) == "apart" for key in mine)

    def _is_told_again(self, i: int, sentence: int) -> bool:
        """Whether a count is a part of another, or one that its sentence gives twice."""
        findings = self.ground.reader.findings
        same = (j for j in self.ground.beside[sentence] if j != i)
        mine = findings[i]
        again = any((findings[j].aspect, findings[j].low) == (mine.aspect, mine.low) for j in same)
        return again or mine.part_of is not None

    def _shared_out(self, sentence: int) -> dict[int, set[Key]]:
        """The places of a sentence by the clause that counts over them."""
        counting = {self._clause(self.ground.reader.findings[j].event) for j in self.ground.beside[sentence]}
        found: dict[int, set[Key]] = defaultdict(set)
        for spot in self.ground.reader.where.spots.get(sentence, ()):
            key = identity(spot.place)
            if spot.cost < SURE and key[1] < PROVINCE:
                over = (self._clause(t.index) for t in self._chain(spot.mention.token))
                owner = next((c for c in over if c in counting), None)
                if owner is not None:
                    found[owner].add(key)
        return found

    def _chain(self, index: int) -> list[Token]:
        parse = self.ground.parse
        return [parse.tokens[index], *parse.ancestors(index)]

    def _clause(self, index: int) -> int:
        """The verb of the clause in which a token stands."""
        chain = self._chain(index)
        return next((t.index for t in chain if t.pos in VERBS and t.dep in CLAUSES), chain[-1].index)
