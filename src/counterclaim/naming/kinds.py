"""What the words of a name or beside it say of its kind: "Velka Oblast", "Velk Norda Village", "four Velkans"."""

from __future__ import annotations

from counterclaim.naming.surroundings import Surroundings


class Kinds:
    """Reads them from one page."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.tokens, self.words = around, around.tokens, around.words

    def is_counted(self, i: int) -> bool:
        """Whether a number counts what bears the name: people, as "four Velkans"."""
        before, t = self.around.before(i), self.tokens[i]
        return before is not None and before.pos == "NUM" and before.head == i and t.text.endswith("s")

    def is_land(self, stop: int) -> bool:
        """Whether what the parser took for a surname says what kind of place it is: "Velka Oblast"."""
        noun = self.around.after(stop)
        if noun is None or noun.lower not in self.words.wide | self.words.lands:
            noun = self.tokens[stop - 1]
        return noun.text.istitle() and noun.lower in (self.words.wide | self.words.lands)

    def is_part_of_village(self, i: int, stop: int) -> bool:
        """Whether a place's name is a part of an unknown village's in capitals: "Velk Norda Village"."""
        end = stop
        if self.tokens[i].text in self.words.villages:
            return stop - i == 1
        while (t := self.around.after(end)) is not None and t.pos == "PROPN" and t.text.istitle():
            end += 1
            if t.text in self.words.villages:
                return end - stop > 1
        return False
