"""Whether a sentence goes on with the report of a source named before it.

Each sentence between the source and the finding is looked at for a few plain signs ("another 12", "since the war
began", the source named again right after), whose weights are summed. The weights were fitted by training/carrying.py
on pages whose claims people had given to their voices; they stand in lexicons/…/standing.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from counterclaim.lexicon import Lexicon
from counterclaim.model import Span, Statement
from counterclaim.syntax import Parse

REACH = 8  # sentences: no source carries further
FAR = 2  # sentences from the source on which a paragraph of its own parts what is told from it
PAPER = re.compile(r"\b(?:statement|release|bulletin|communiqu[eé])\b", re.IGNORECASE)  # what is printed at length
NEAR = 2  # sentences within which the source's next word counts as taking up the report
BOUND = 2  # words of a bound before a number
BOUNDS = frozenset({("at", "least"), ("more", "than"), ("up", "to"), ("as", "many")})
LARGE = re.compile(
    r"(?!(?:19|20)\d\d$)\d{1,3}(?:,\d{3})+$|(?!(?:19|20)\d\d$)\d{4,}$|(?:hundreds|tens|thousands|millions)$"
)
QUOTES = "\"“‘«'"
LINE = re.compile(r"\W*[^\W\d_][\w'’‘-]*(?: [^\W\d_][\w'’‘-]*){0,2}\s*:\s")  # a line under a place: "X: nine dead"
POST = re.compile(  # who posts, and when; and when a line of a live page was written
    r"(?m)^[^\n]{0,60}@\w+[ \t]*(?:[·•|-][^\n]{0,30})?$|^\W{0,6}\d{1,2}[:.h]\d{2}\b(?![-–]\d)[^\n]{8}"
)
COUNT = 2  # words of a bare count: "one killed"
EARLY = 2  # the last sentence at the top of a page
NAMING = frozenset({"GPE", "LOC", "FAC", "ORG", "NORP", ""})  # the parser's kinds of names, but for people and dates
GOES_ON = re.compile(  # behind what somebody says, up to what is still his: "…; its toll", "… and gave", "…, with"
    r"[^,;:.]{0,40}[;:]\s|(?:\s+(?:dead|killed|wounded|injured))?\s*,?\s*\band\s+(?:\w+\s+)?$|[^,;:.]{0,60},\s+with\s+$"
    r"|\s+(?:dead|killed|wounded|injured|victims|martyrs|casualties|people),\s+$"
    r"|(?:\s+[–—-]\s[^–—.;\n]{1,60})?\s+[–—-]\s+and\s+$"
    r"|,\s+which\s+(?:raise|brought|bring|took|take|put)(?:s|d)?\b[^,;:.]{0,60}\s+$"
)
FINISHES = re.compile(  # behind "…, X said": the rest of the sentence is still X's
    r"[^,;:.]{0,40},\s+(?:and|while|with|whose|[a-z]+ing)\b(?!.*\b(?:which|where|who)\b)|,\s+after\s+$", re.DOTALL
)
# Behind "put its losses", and before "the wounded at six".
PUT_AT = re.compile(r"[^,;:.]{0,60}\bat\s+(?:[^,;:.]{0,40}\band\s+)?$")


@dataclass(frozen=True)
class CarryWords:
    """The lists of lexicons/…/standing.toml; phrases as tuples of words."""

    counts_on: tuple[tuple[str, ...], ...]
    second: tuple[tuple[str, ...], ...]
    turns: frozenset[str]
    whole: re.Pattern[str]
    turned: re.Pattern[str]
    besides: re.Pattern[str]
    points_back: frozenset[str]
    shows: frozenset[str]
    recalls: tuple[str, ...]
    puts: frozenset[str]
    opines: frozenset[str]
    weights: Mapping[str, float]


@lru_cache(maxsize=4)
def carry_words(lexicon: Lexicon) -> CarryWords:
    """Compile the lists once a lexicon; raises DataError when one is missing."""

    def any_of(name: str) -> re.Pattern[str]:
        words = sorted(map(re.escape, lexicon.words("standing", name)), key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)

    return CarryWords(
        counts_on=tuple(tuple(p.split()) for p in sorted(lexicon.words("standing", "counts_on"))),
        second=tuple(tuple(p.split()) for p in sorted(lexicon.words("standing", "counts_on_second"))),
        turns=lexicon.words("standing", "turns"),
        whole=any_of("whole"),
        turned=any_of("turned"),
        besides=any_of("besides"),
        points_back=lexicon.words("standing", "points_back"),
        shows=lexicon.words("standing", "shows"),
        recalls=tuple(sorted(lexicon.words("standing", "recalls"))),
        puts=frozenset(lexicon.table("voices", "figures")["puts"]),
        opines=lexicon.words("standing", "opines"),
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
        self._told: dict[int, list[Statement]] = {}
        for statement in statements:
            sentence = self._sentence_of(statement)
            if sentence is not None and statement.voice and statement.source and not self._opines(statement):
                self._told.setdefault(sentence, []).append(statement)
                known = self._leads.get(sentence)
                if known is None or _end(statement) >= _end(known):
                    self._leads[sentence] = statement

    def _opines(self, statement: Statement) -> bool:
        """Whether somebody only says what he thinks of it or wants done: no report goes on from that."""
        return any(not self.words.opines.isdisjoint(cue.exact.lower().split()) for cue in statement.cue)

    def carried(self, span: Span) -> Statement | None:
        """The statement on whose word the words of `span` still stand, None where they are the outlet's own."""
        token = self.parse.at(span.start)
        beside = self._beside(span, token.sentence) if token else None
        if beside is not None:
            return beside
        lead = self.lead(token.sentence) if token else None
        if token is None or lead is None or self._addresses(token.sentence) or self._parted(lead, token.sentence):
            return None
        signs = self.signs(lead, token.sentence)
        if "counts on" not in signs and self._is_further_down(lead, token.sentence):
            return None
        score = weighed(self.words.weights, signs)
        return lead.statement if score > 0 else None

    def _beside(self, span: Span, sentence: int) -> Statement | None:
        """The statement of the same sentence that goes on behind a semicolon: "X counted nine; its toll was 12"."""
        before = (s for s in self._told.get(sentence, ()) if _end(s) <= span.start)
        statement = max(before, key=_end, default=self._leads.get(sentence))
        if statement is None:
            return None
        end = max(s.end for s in (*statement.source, *statement.cue, *statement.content))
        between = self.parse.text[end : span.start]
        if span.start >= end and not between.strip() and self.parse.text[: span.start].endswith(" and "):
            return statement
        if between.strip() == "," and self._ends_in_count(statement.content[-1]):
            return statement
        behind = statement.source[0].start > statement.content[0].start
        puts = not behind and any(c.exact.lower() in self.words.puts for c in statement.cue)
        if puts and PUT_AT.match(between) and span.start >= end:
            return statement
        if behind and FINISHES.match(between):
            return statement
        return statement if GOES_ON.match(between) and not self.words.turned.search(between) else None

    def _ends_in_count(self, content: Span) -> bool:
        """Whether words end in a number and a word with it: "… and its own at one killed", before more of them."""
        first, stop = self.parse.within(content)
        return any(t.pos == "NUM" for t in self.parse.tokens[max(first, stop - COUNT) : stop])

    def _addresses(self, sentence: int) -> bool:
        """Whether the outlet turns to its readers: "Make no mistake: …"."""
        text = self.parse.sentence_span(sentence).exact.lower().lstrip()
        if text.startswith(self.words.recalls) or (LINE.match(text) and self._opens(sentence)):
            return True
        first = next((t for t in self.parse.sentence_tokens(sentence) if t.pos not in ("PUNCT", "SPACE")), None)
        return first is not None and first.tag == "VB"

    def _opens(self, sentence: int) -> bool:
        """Whether a sentence opens a paragraph."""
        first = self.parse.sentence_span(sentence).start
        before = self.parse.text[:first].rstrip(" \t")
        return not before or before.endswith("\n")

    def _parted(self, lead: Lead, sentence: int) -> bool:
        """Whether another post begins between the source and the sentence: a line with its writer's handle."""
        words = self.parse.sentence_span(lead.sentence)
        return POST.search(self.parse.text[words.end : self.parse.sentence_span(sentence).end]) is not None

    def _is_further_down(self, lead: Lead, sentence: int) -> bool:
        """Whether a paragraph and a sentence lie between: what comes then is another matter, as newsrooms write."""
        between = self.parse.text[
            self.parse.sentence_span(lead.sentence).end : self.parse.sentence_span(sentence).start
        ]
        printed = any(PAPER.search(s.exact) for s in (*lead.statement.source, *lead.statement.cue))
        return sentence - lead.sentence >= FAR and "\n" in between and not printed

    def _is_parted_by_line(self, lead: Lead, sentence: int) -> bool:
        """Whether a line ends between the source's sentence and this one."""
        start = self.parse.sentence_span(lead.sentence).start
        return "\n" in self.parse.text[start : self.parse.sentence_span(sentence).start].strip()

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
        return frozenset(found | self._around(lead, sentence) | self._names(lead, sentence))

    def _around(self, lead: Lead, sentence: int) -> set[str]:
        """How the source stands on the page: what comes after it and where it stands."""
        statement = lead.statement
        after = next((i for i in range(sentence + 1, sentence + 1 + REACH) if i in self._leads), None)
        following = self._leads[after] if after is not None and after - sentence <= NEAR + 1 else None
        near = self._leads[after] if after is not None and after - sentence <= NEAR else None
        signs = {
            "source again": near is not None and near.party == statement.party,
            "points back after": following is not None and _first_word(following) in self.words.points_back,
            "source early": lead.sentence <= EARLY,
            "paragraph": self._is_parted_by_line(lead, sentence),
            "source behind": statement.source[0].start > statement.content[0].start,
        }
        return {name for name, holds in signs.items() if holds}

    def _names(self, lead: Lead, sentence: int) -> set[str]:
        """Whether the sentence names what the source's own sentence names, and anything that it does not."""
        here, there = self._named(sentence), self._named(lead.sentence)
        signs = {"shares a name": bool(here & there), "new name": bool(here - there)}
        return {name for name, holds in signs.items() if holds}

    def _named(self, sentence: int) -> set[str]:
        tokens = self.parse.sentence_tokens(sentence)
        return {t.lower.removesuffix("s") for t in tokens if t.pos == "PROPN" and t.entity in NAMING}

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
            "dated": any(t.entity == "DATE" for t in tokens),
            "besides": self.words.besides.search(text) is not None,
        }
        return {name for name, holds in signs.items() if holds}

    def _counts_on(self, words: Sequence[str]) -> bool:
        """Whether the sentence goes on counting those told of: "Five of them", "At least five of the dead"."""
        words = words[BOUND:] if tuple(words[:BOUND]) in BOUNDS else words
        if any(tuple(words[: len(p)]) == p for p in self.words.counts_on):
            return True
        return any(tuple(words[1 : 1 + len(p)]) == p for p in self.words.second)

    def _sentence_of(self, statement: Statement) -> int | None:
        if not statement.source:
            return None
        token = self.parse.at(statement.source[0].start)
        return token.sentence if token else None


def weighed(weights: Mapping[str, float], signs: Iterable[str]) -> float:
    """What signs weigh together with the bias; the sum is exact, so that no order of a set tips what is even."""
    return fsum((weights["bias"], *(weights.get(s, 0.0) for s in signs)))


def _first_word(statement: Statement) -> str:
    return statement.source[0].exact.lower().partition(" ")[0]


def _end(statement: Statement) -> int:
    return max(c.end for c in statement.content)
