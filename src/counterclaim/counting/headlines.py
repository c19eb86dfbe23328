"""One person named by a bare noun, as headlines write: "Nurse killed", "Shelling injures woman and child"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.counting.numerals import Numerals
from counterclaim.counting.triggers import Triggers
from counterclaim.counting.victims import Victims
from counterclaim.syntax import Parse

DETERMINERS = frozenset({"DET", "PRON", "ADP", "PART", "AUX", "ADV"})
GROUPS = frozenset({"children", "women", "men", "civilians", "fighters", "soldiers", "medics", "journalists", "other"})
NOUNS = ("NOUN", "PROPN")
TAGS = ("NN", "NNP", "JJ", "UH")  # "Boy killed" begins with what parsers take for a cry
ENDS = (".", "!", "?")
OPEN = ("", "including")  # what may stand before, whatever it determines


@dataclass(frozen=True, slots=True)
class Headlines:
    """Reads bare nouns with the lexicon's people, words of harm and numbers."""

    victims: Victims
    triggers: Triggers
    numerals: Numerals

    def names_one(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether the bare noun at token `at` is one person of whom harm is told."""
        sentence = parse.sentence(at)
        if not self._is_noun(parse, words, at) or "the" in words[sentence.first : sentence.stop]:
            return False
        first = self._phrase_start(parse, words, at)
        before = words[first - 1] if first > sentence.first else ""
        after = words[at + 1] if at + 1 < sentence.stop else ""
        if before not in OPEN and self._determines(parse, words, first - 1):
            return False
        if after and parse.tokens[at + 1].pos in NOUNS and not self.triggers.follows(after):
            return False
        if before == "and" and any(c.tag == "PRP$" for c in parse.children(first - 2)):  # "her mother and aunt"
            return False
        if after == "of" and before == "and":  # "a husband and father of two" is one person
            return False
        opens, ended = first == sentence.first, words[sentence.stop - 1] in ENDS
        told = before in ("and", "including") or self.triggers.knows(before)
        told = told or (self._is_harm(words, at + 1, sentence.stop) and (opens or not ended))
        return told or self._is_listed(parse, words, at, headline=opens and not ended)

    def _is_harm(self, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a word of harm stands at a token, or after "found"."""
        at += words[at : at + 1] == ["found"]
        return at < stop and self.triggers.follows(words[at])

    def _is_listed(self, parse: Parse, words: Sequence[str], at: int, *, headline: bool) -> bool:
        """Whether others come after it or, in a headline, an age: "Woman and child", "Nurse, 40, killed"."""
        stop = parse.sentence(at).stop
        if at + 2 >= stop:
            return False
        if words[at + 1] == "and":
            return self.victims.group(words[at + 2]) is not None
        if words[at + 1] != "," or not headline:
            return False
        aged = words[at + 2].isdigit() and words[at + 3 : at + 4] == [","] and at + 4 < stop
        return (aged and self.triggers.follows(words[at + 4])) or self._names_people(parse, words, at + 2, stop)

    def _names_people(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether people follow that are no age: "Woman, two sons killed", not "Woman, 40, killed"."""
        number = self.numerals.read(words, at)
        if number is None:
            return at < stop and self.victims.group(words[at]) is not None
        counted = self.victims.counted(parse, words, number.stop) if number.stop < stop else None
        return counted is not None and counted.known and bool(counted.heads)

    def _is_noun(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        if parse.tokens[at].tag not in TAGS:
            return False
        if self.victims.group(words[at]) not in GROUPS and words[at] not in self.victims.alone:
            return False
        if parse.tokens[at].text.isupper() and words[at].endswith("s") and len(words[at]) > 1:
            return False  # "TROOPS NEUTRALISE TERRORISTS"
        told = self.triggers.follows(words[at])  # "took them captive"
        return not told and words[at] not in self.victims.collectives

    def _phrase_start(self, parse: Parse, words: Sequence[str], at: int) -> int:
        first = parse.sentence(at).first
        while at > first and parse.tokens[at - 1].pos in ("ADJ", *NOUNS) and not self.triggers.knows(words[at - 1]):
            at -= 1
        return at

    def _determines(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        if at > parse.sentence(at).first and self.triggers.knows(words[at]) and self._is_modifier(parse, words, at):
            return True
        if parse.tokens[at].pos == "NUM":
            return self.numerals.read(words, at) is not None
        return parse.tokens[at].pos in DETERMINERS

    def _is_modifier(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether a word of harm belongs to the noun after it and both to a determiner: "a wounded woman"."""
        return parse.tokens[at].tag in ("VBN", "JJ") and self._determines(parse, words, at - 1)
