"""Whether a sentence goes on with the report of a source named before it.

Each sentence between the source and the finding is looked at for a few plain signs ("another 12", "since the war
began", the source named again right after), whose weights are summed. The weights were fitted by training/carrying.py
on pages whose claims people had given to their voices; they stand in lexicons/…/standing.toml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Span, Statement
from counterclaim.syntax import Parse

REACH = 8  # sentences: no source carries further
NEAR = 2  # sentences within which the source's next word counts as taking up the report
LARGE = re.compile(
    r"(?!(?:19|20)\d\d$)\d{1,3}(?:,\d{3})+$|(?!(?:19|20)\d\d$)\d{4,}$|(?:hundreds|tens|thousands|millions)$"
)
QUOTES = "\"“‘«'"


@dataclass(frozen=True)
class CarryWords:
    """The lists of lexicons/…/standing.toml; phrases as tuples of words."""

    counts_on: tuple[tuple[str, ...], ...]
    second: frozenset[str]
    turns: frozenset[str]
    whole: re.Pattern[str]
    occurrences: frozenset[str]
    weights: Mapping[str, float]


@lru_cache(maxsize=4)
def carry_words(lexicon: Lexicon) -> CarryWords:
    """Compile the lists once a lexicon; raises DataError when one is missing."""
    whole = "|".join(sorted(map(re.escape, lexicon.words("standing", "whole")), key=len, reverse=True))
    return CarryWords(
        counts_on=tuple(tuple(p.split()) for p in sorted(lexicon.words("standing", "counts_on"))),
        second=lexicon.words("standing", "counts_on_second"),
        turns=lexicon.words("standing", "turns"),
        whole=re.compile(rf"\b(?:{whole})\b", re.IGNORECASE),
        occurrences=lexicon.words("standing", "occurrences"),
        weights=lexicon.table("standing", "weights"),
    )


@dataclass(frozen=True)
class Lead:
    """The last statement with a voice before a sentence, and how many sentences lie between."""

    statement: Statement
    sentence: int


class Carrier:
    """Looks back from a finding to the source that may carry it. Built once a page."""

    def __init__(self, parse: Parse, statements: Sequence[Statement], words: CarryWords) -> None:
        self.parse, self.words = parse, words
        self._signs: dict[int, frozenset[str]] = {}
        self._leads: dict[int, Statement] = {}
        for statement in statements:
            sentence = self._sentence_of(statement)
            if sentence is not None and statement.voice and statement.source:
                known = self._leads.get(sentence)
                if known is None or _end(statement) >= _end(known):
                    self._leads[sentence] = statement

    def carried(self, span: Span) -> Statement | None:
        """The statement on whose word the words of `span` still stand, None where they are the outlet's own."""
        token = self.parse.at(span.start)
        lead = self.lead(token.sentence) if token else None
        if token is None or lead is None:
            return None
        signs = self.signs(lead, token.sentence)
        weights = self.words.weights
        score = weights["bias"] + sum(weights.get(s, 0.0) for s in signs)
        return lead.statement if score > 0 else None

    def lead(self, sentence: int) -> Lead | None:
        """The last statement before a sentence, if it is within reach."""
        for at in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
            if at in self._leads:
                return Lead(self._leads[at], at)
        return None

    def signs(self, lead: Lead, sentence: int) -> frozenset[str]:
        """The signs for and against: of the sentence, of those between, and of how it stands to the source."""
        found = set(self._of(sentence) - {"present"})
        if sentence == lead.sentence + 1:
            found.add("next")
        between = frozenset().union(*(self._of(i) for i in range(lead.sentence + 1, sentence)))
        if between & {"turns", "whole", "present"}:
            found.add("turned before")
        if self._takes_up(lead, sentence):
            found.add("same occurrence")
        return frozenset(found | self._around(lead, sentence))

    def _around(self, lead: Lead, sentence: int) -> set[str]:
        found = set()
        after = next((i for i in range(sentence + 1, sentence + 1 + REACH) if i in self._leads), None)
        if after is None:
            found.add("no source after")
        elif self._leads[after].party == lead.statement.party and after - sentence <= NEAR:
            found.add("source again")
        if lead.sentence == 0:
            found.add("source in first sentence")
        if (lead.statement.party or "").startswith("unnamed"):
            found.add("unnamed source")
        return found

    def _takes_up(self, lead: Lead, sentence: int) -> bool:
        """Whether the sentence names an occurrence that was spoken of."""
        said = {w for c in lead.statement.content for w in c.exact.lower().split()}
        return bool(said & self.words.occurrences & {t.lower for t in self.parse.sentence_tokens(sentence)})

    def _of(self, sentence: int) -> frozenset[str]:
        if sentence not in self._signs:
            self._signs[sentence] = frozenset(self._read(sentence))
        return self._signs[sentence]

    def _read(self, sentence: int) -> set[str]:
        tokens = self.parse.sentence_tokens(sentence)
        words = [t.lower for t in tokens if t.pos != "PUNCT"]
        text = self.parse.sentence_span(sentence).exact
        signs = {
            "counts on": self._counts_on(words),
            "turns": words[:1] != [] and words[0] in self.words.turns,
            "whole": self.words.whole.search(text) is not None,
            "large": any(LARGE.match(w) for w in words),
            "perfect": any(t.lower in ("has", "have") and t.pos == "AUX" for t in tokens),
            "present": any(t.dep == "ROOT" and t.tag in ("VBZ", "VBP") for t in tokens),
            "quoted": text[:1] in QUOTES,
            "long": len(words) > 35,
        }
        return {name for name, holds in signs.items() if holds}

    def _counts_on(self, words: Sequence[str]) -> bool:
        if any(tuple(words[: len(p)]) == p for p in self.words.counts_on):
            return True
        return len(words) > 1 and words[1] in self.words.second

    def _sentence_of(self, statement: Statement) -> int | None:
        if not statement.source:
            return None
        token = self.parse.at(statement.source[0].start)
        return token.sentence if token else None


def _end(statement: Statement) -> int:
    return max(c.end for c in statement.content)
