"""One person called by age alone: "a 16-year-old has died", "3-year-old dies of burns"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.counting.numerals import Numerals
from counterclaim.counting.triggers import Triggers
from counterclaim.syntax import Parse

SELF = (["himself"], ["herself"], ["itself"], ["self"])
YEARS_OLD = (["year", "old"], ["month", "old"], ["years", "old"])
HYPHENS = frozenset({"-", "–"})


@dataclass(frozen=True, slots=True)
class Ages:
    """Reads ages with the lexicon's numbers and words of harm."""

    numerals: Numerals
    triggers: Triggers

    def after_article(self, parse: Parse, words: Sequence[str], at: int) -> int | None:
        """Where the age of somebody ends whose article is at token `at`: "a 16-year-old has died"."""
        number = next((i for i in range(at + 1, min(at + 3, len(words))) if parse.tokens[i].pos != "ADJ"), at + 1)
        stop = self._stop(words, number)  # "an unarmed 13-year-old"
        if stop is None:
            return None
        following = stop < parse.sentence(at).stop and parse.tokens[stop].pos in ("NOUN", "PROPN", "ADJ")
        apart = parse.tokens[stop - 1].dep not in ("amod", "compound", "nmod")  # "of a 13-year-old last week"
        return None if following and not apart and not self.triggers.follows(words[stop]) else stop

    def at_start(self, parse: Parse, words: Sequence[str], at: int) -> int | None:
        """Where an age ends with which a headline begins, if harm is told of its bearer: "3-year-old dies of burns"."""
        stop = self._stop(words, at)
        if stop is None:
            return None
        verb = next((i for i in range(stop, min(stop + 2, len(words))) if parse.tokens[i].pos != "ADV"), stop)
        if verb >= parse.sentence(at).stop:
            return None
        harmed = self.triggers.knows(words[verb]) and words[verb + 1 : verb + 2] in SELF
        return stop if harmed or self.triggers.follows(words[verb]) else None

    def _stop(self, words: Sequence[str], at: int) -> int | None:
        """Where "16-year-old" ends that begins at a token, None when none does."""
        age = self.numerals.read(words, at)
        if age is None:
            return None
        said = [i for i in range(age.stop, min(age.stop + 4, len(words))) if words[i] not in HYPHENS][:2]
        return said[-1] + 1 if [words[i] for i in said] in YEARS_OLD else None
