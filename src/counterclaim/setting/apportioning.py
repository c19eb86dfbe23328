"""Which of several counts a place is told for: "four in Arven, two in Tarn", "nine died, four of them in Arven"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.setting.spots import PlaceWords, Spot
from counterclaim.syntax import Parse, Token

SHARE = 9  # words from a count to the place that is its own alone
SHARED = 1.2  # a cost below which a place may be one count's alone
ASIDE, LONG_ASIDE = 2, 8  # commas around what is said of a count before its place, and its words
PLAIN = frozenset({"ADP", "DET", "ADJ", "PRON", "PUNCT", "NOUN", "ADV", "AUX", "NUM"})
WITHIN = 4  # tokens before a count in which it is said to be a part
INCLUDING = frozenset({"including", "among", "of"})
OF_THEM = 4  # tokens in which a count says that it is a part
THEM = frozenset({"them", "whom", "these", "those", "which"})
MOST = frozenset({"most", "many", "some", "half", "several", "majority"})
LED = ("ADP", "SCONJ", "VERB", "AUX", "ADV")


class Apportioning:
    """Reads it from one page. `told` are tokens of harm and attacks."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int]) -> None:
        self.parse, self.words, self.told = parse, words, told

    def share(self, found: Sequence[Spot], anchors: Sequence[int], others: Sequence[int]) -> int | None:
        """The place of one of several counts that are told place by place: "four in A, two in the city of B"."""
        following = min((o for o in others if o > anchors[-1] and not self._is_included(o)), default=None)
        if not others or (
            following is None and min(others) > anchors[0] and not self._is_told_apart(found, anchors, others)
        ):
            return None
        stop = following if following is not None else self.parse.sentence(anchors[0]).stop
        for i, s in enumerate(found):
            if anchors[-1] < s.mention.first < stop and s.cost < SHARED:
                gap = self._without_aside(self.parse.tokens[anchors[-1] + 1 : s.mention.first])
                plain = len(gap) < SHARE and all(self._is_plain(t) and t.index not in others for t in gap)
                return i if plain else None
        return None

    def _is_included(self, count: int) -> bool:
        """Whether a count is told between commas as a part of the one before: "nine people, including two boys, in"."""
        before = self.parse.tokens[max(0, count - WITHIN) : count]
        return any(a.text == "," and b.lower in INCLUDING for a, b in pairwise(before))

    @staticmethod
    def _without_aside(gap: Sequence[Token]) -> Sequence[Token]:
        """What stands between a count and a place, but for words between commas: "two, a mother and her son, in"."""
        commas = [n for n, t in enumerate(gap) if t.text == ","]
        return gap[commas[-1] + 1 :] if len(commas) == ASIDE and not commas[0] and commas[-1] <= LONG_ASIDE else gap

    @staticmethod
    def _is_told_apart(found: Sequence[Spot], anchors: Sequence[int], others: Sequence[int]) -> bool:
        """Whether a place stands between a count and the one before it: "killed four in Arven and two in Tarn"."""
        last = max(others)
        return any(last < s.mention.first < anchors[-1] for s in found)

    def _is_plain(self, t: Token) -> bool:
        """Whether a word between a count and a place leaves them one: "nine were killed by strikes in"."""
        return t.pos in PLAIN or t.lower in self.words.sites or t.index in self.told

    def is_of_part(self, token: int, anchors: Sequence[int], others: Sequence[int]) -> bool:
        """Whether a place after what happened is that of a part of it: "nine died, four of them in Arven"."""
        return any(anchors[-1] < o < token and self._is_of_them(o) for o in others)

    def is_of_most(self, token: int, anchors: Sequence[int]) -> bool:
        """Whether a place after what happened is where only most of it was: "nine died, most of them in Arven"."""
        gap = self.parse.tokens[anchors[-1] + 1 : token]
        words = [t.lower for t in gap]
        return any(a in MOST and b == "of" and c in THEM for a, b, c in zip(words, words[1:], words[2:], strict=False))

    def _is_of_them(self, count: int) -> bool:
        """Whether a count is of a part of those counted before, of which where or how follows: "four of them in"."""
        ahead = self.parse.tokens[count : count + OF_THEM]
        of = next((i for i, (a, b) in enumerate(pairwise(ahead)) if a.lower == "of" and b.lower in THEM), None)
        last = self.parse.tokens[count + of + 2 : count + of + 3] if of is not None else ()
        return bool(last) and last[0].pos in LED
