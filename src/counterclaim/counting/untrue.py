"""Counts that a sentence calls untrue: "It is not true that nine died", "Reports that nine died are false"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from counterclaim.counting.harm import BE
from counterclaim.counting.layout import Count, Scene
from counterclaim.lexicon import Lexicon

BREAKS = frozenset({";", ":", "but", "while", "although", "though"})
ENDS = frozenset({".", ",", ";", "!", "and", "but", '"', "”"})
SAYING_SO = frozenset({"as", "to"})  # "dismissed as false", "called reports … to be false"
BEFORE = 3  # tokens from "not" to "true that"


class Untruths:
    """The lexicon's words for what is not so and for what is passed on, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._untrue = lexicon.words("casualties", "untrue")
        self._told = lexicon.words("casualties", "passed_on")

    def called(self, scene: Scene, count: Count) -> bool:
        """Whether the count stands in what the sentence calls untrue."""
        if self._untrue.isdisjoint(scene.words) and "true" not in scene.words:
            return False
        sentence = scene.parse.sentence(count.first)
        before = scene.words[sentence.first : count.first]
        after = scene.words[count.stop : sentence.stop]
        return self._before(before) or (any(w in self._told for w in before) and self._after(after))

    def _before(self, words: Sequence[str]) -> bool:
        """Whether "not true that" or "false that" opens what the count stands in."""
        for i in range(len(words) - 1, 0, -1):
            if words[i] in BREAKS:
                return False
            if words[i] == "that":
                denied = words[i - 1] == "true" and not {"not", "n't", "never"}.isdisjoint(
                    words[max(0, i - BEFORE) : i]
                )
                return denied or words[i - 1] in self._untrue
        return False

    def _after(self, words: Sequence[str]) -> bool:
        """Whether the clause ends in "are false", "as false", or in a bare "false" after its verb."""
        for i, word in enumerate(words):
            if word in BREAKS:
                return False
            if word == "true" and words[max(0, i - 1) : i] == ["not"]:
                return True
            if word in self._untrue:
                judged = i > 0 and (words[i - 1] in BE or words[i - 1] in SAYING_SO or words[i - 2 : i - 1] == ["are"])
                return judged or i + 1 == len(words) or words[i + 1] in ENDS
        return False


@lru_cache(maxsize=4)
def load_untruths(lexicon: Lexicon) -> Untruths:
    """The compiled lists of a lexicon."""
    return Untruths(lexicon)
