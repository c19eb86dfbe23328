"""Which of a sentence's dates is that of what happened, and which only that of the words that tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Interval, TimeMention
from counterclaim.setting.clauses import VERBS, Clauses
from counterclaim.setting.datelines import heads_item, is_dateline
from counterclaim.setting.datewords import DateWords
from counterclaim.setting.reckoning import ends_caption, run_up_to
from counterclaim.setting.spells import LENGTH
from counterclaim.syntax import Parse, Token

HEAD = 260  # characters at the page's top within which its own date stands
LOOK_LEFT = 30  # tokens before a date in which the verb that it dates stands
HOURS = 3  # tokens before a date in which its hours stand: "the night of"
ATTRIBUTES = frozenset({"amod", "compound"})
LISTED = re.compile(r"\d\d?/\d\d?")  # heads an item of a list
YEAR = re.compile(r"(?:19|20)\d\d\b")
CLOCK = 6  # tokens of a clock's time before a date
HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?|[ap]\.?m?\.?|m\.?|[:.,]|on|local|time|o'clock|noon|midnight")
RECORDED = 7  # days: what is recorded in so long a time happened in it: "In the first half of 2018 it documented 12"
COMPARED = 220  # characters before a date in which what it is compared with stands
WHEN = re.compile(r"\s*,?\s+when\b", re.I)
LAST_WORD = re.compile(r"([\w']+)\W*$")


@dataclass(frozen=True, slots=True)
class Dating:
    """A date mention that dates something told; `opens` when it is the beginning of what goes on."""

    mention: TimeMention
    opens: bool
    running: bool

    @property
    def interval(self) -> Interval | None:
        """The days, None when unknown."""
        return self.mention.interval


class Datings:
    """Reads the dates of one page's sentences. `told` are the tokens of harm and of attacks."""

    def __init__(self, parse: Parse, times: Sequence[TimeMention], told: frozenset[int], words: DateWords) -> None:
        self.parse, self.words = parse, words
        self.told = frozenset(i for i in told if parse.tokens[i].lemma not in words.reporting)
        self.clauses = Clauses(parse, self.told, words.clause)
        self.by_sentence: dict[int, list[Dating]] = {}
        self.said: dict[int, Interval | None] = {}  # sentences whose words are dated, and the days of those words
        self.said_by: dict[int, TimeMention] = {}  # and what dates them
        self._of: dict[tuple[int, bool], list[Dating]] = {}
        self.counted: set[int] = set()  # sentences that say by when there were so many
        self.page_day: str | None = None
        happened: list[tuple[TimeMention, int]] = []
        for t in times:
            sentence = parse.sentence(t.first)
            if self._is_page_date(t):
                self.page_day = self.page_day or (t.interval.latest if t.interval else None)
            elif not self.clauses.counts_from(t) and self._dates_words(t, sentence.first):
                self.said.setdefault(sentence.index, t.interval)
                self.said_by.setdefault(sentence.index, t)
                self.counted |= {sentence.index} if self._is_by(t) else set()
            elif not self.clauses.is_set(t):
                happened.append((t, sentence.index))
        for t, index in happened:
            self.by_sentence.setdefault(index, []).append(self._dating(t, index))

    def of(self, sentence: int, *, likened: bool = False) -> Sequence[Dating]:
        """The dates in a sentence that date something told there; `likened`: also of what that is held against."""
        key = sentence, likened
        if key not in self._of:
            found = self.by_sentence.get(sentence, ())
            self._of[key] = [
                d for d in found if (likened and self._is_likened(d.mention)) or not self._is_compared(d.mention)
            ]
        return self._of[key]

    def token(self, dating: Dating) -> int:
        """The token that stands for a date in the tree."""
        return min(range(dating.mention.first, dating.mention.stop), key=self.parse.depth)

    def _dating(self, t: TimeMention, sentence: int) -> Dating:
        before = self.parse.tokens[max(self.parse.sentences[sentence].first, t.first - 4) : t.first]
        words = t.span.exact.lower()
        running = words.startswith(self.words.running) or LENGTH.match(words) is not None
        said = self.said.get(sentence)
        if running and t.interval and said:
            t = replace(t, interval=run_up_to(t.interval, said, begun=words.startswith("since")))
        opens = any(x.lemma in self.words.begun for x in before) or self._began(t)
        return Dating(t, opens, running)

    def _began(self, t: TimeMention) -> bool:
        """Whether a date is that of a beginning: "the war, which began with protests in 2011"."""
        verb = next((x for x in self.parse.ancestors(t.first) if x.pos in ("VERB", "AUX")), None)
        if verb is None or verb.lemma not in self.words.begun or verb.index > t.first or self._at_an_hour(t):
            return False
        if any(x.lower in self.words.incidents for x in self.doers(verb)):  # "the attack, which started on Monday"
            return False
        first, last = self.parse.edges(verb.index)
        return not any(x.pos == "VERB" and x.index in self.told for x in self.parse.tokens[first : last + 1])

    def doers(self, verb: Token) -> Iterator[Token]:
        """The subjects of a verb, of a relative clause what it is told of."""
        for x in self.parse.children(verb.index, "nsubj", "nsubjpass"):
            yield x if x.lower not in ("which", "that") else self.parse.head(verb.index)

    def _at_an_hour(self, t: TimeMention) -> bool:
        """Whether the hours are told at which it was: "launched a search on the night of 14 June"."""
        near = self.parse.tokens[max(0, t.first - HOURS) : t.stop]
        return any(x.lower in self.words.hours for x in near)

    def _is_page_date(self, t: TimeMention) -> bool:
        """Whether a date is the page's own: in a dateline, or a full one at its top with no preposition before it."""
        if (
            t.interval
            and t.interval.days == 1
            and not LISTED.fullmatch(t.span.exact)
            and is_dateline(self.parse.text, t.span.start, t.span.end, self.words.told)
        ):
            return True
        if self.words.heading.days.counted.match(t.span.exact):  # "yesterday 27 July 2015" dates what is told
            return False
        if t.span.start > HEAD or not YEAR.search(t.span.exact) or t.interval is None or t.interval.days > 1:
            return False
        if heads_item(self.parse.text, t.span.start, t.span.end):
            return False
        line = self.parse.text[max(0, t.span.start - 30) : t.span.start].rpartition("\n")[2].lower()
        before = LAST_WORD.search(line)
        return not (before and before[1] in self.words.told) and not ends_caption(self.parse.text, t.span.start)

    def _is_likened(self, t: TimeMention) -> bool:
        """Whether a date is that of the figure that another is held against: "up from seven on Saturday"."""
        return self.words.likened.search(self.parse.text, max(0, t.span.start - COMPARED), t.span.start) is not None

    def _is_compared(self, t: TimeMention) -> bool:
        """Whether a date is one since when nothing like what is told had been: "the bloodiest day since May"."""
        if self._is_likened(t):
            return True
        before = self.parse.text[max(0, t.span.start - COMPARED) : t.span.start]
        said = t.span.exact.lower().startswith("since") or WHEN.match(self.parse.text, t.span.end)
        return not said and self.words.comparing.search(before) is not None

    def _dates_words(self, t: TimeMention, first: int) -> bool:
        """Whether the date is that of a statement: what stands before it decides, then what it hangs on."""
        over = self.over(t)
        if self._is_by(t) or any(self._is_aftermath(x) for x in self._up_to_verb(over)):
            return True
        if self._is_recalled(t, first) or (
            over.index in self.told and over.pos == "NOUN"
        ):  # "claimed Tuesday's attack"
            return False
        for token in reversed(self.parse.tokens[max(first, t.first - LOOK_LEFT) : t.first]):
            if token.lower == "that":  # "said that on Friday two died"
                return False
            if (token.lower in self.words.reports and token.index >= t.first - 3) or self._tells_toll(token, t):
                return True
            if token.index in self.told or (token.pos == "VERB" and token.dep not in ATTRIBUTES):
                return token.index not in self.told and token.lemma in self.words.reporting
        return self._hangs_on_words(t)

    def _is_recalled(self, t: TimeMention, first: int) -> bool:
        """Whether a clause before a date says that this was told before: "As reported, on 6 May two died"."""
        led = self.parse.tokens[first].lower == "as"
        return led and any(x.lower == "," for x in self.parse.tokens[max(first, t.first - 3) : t.first])

    def _up_to_verb(self, token: Token) -> Iterator[Token]:
        yield token
        for x in self.parse.ancestors(token.index) if token.pos not in VERBS else ():
            yield x
            if x.pos in VERBS:
                return

    def _is_aftermath(self, verb: Token) -> bool:
        """Whether a verb tells what came of what happened before: wounds that killed later, bodies that were found."""
        if verb.lemma in self.words.outlasting:
            return True
        if (
            verb.lemma in self.words.lasting
            and verb.dep != "conj"
            and (
                verb.index not in self.told
                or any(x.lower == "being" for x in self.parse.children(verb.index, "auxpass"))
            )
        ):
            return True
        found = (
            self.parse.children(verb.index, "dobj", "obj", "nsubjpass") if verb.lemma in self.words.uncovering else ()
        )
        return any(x.lemma in self.words.remains for x in found)

    def _tells_toll(self, token: Token, t: TimeMention) -> bool:
        """Whether a verb, or the verb of a noun, says how many there are: "put the toll at 12", "the toll rose"."""
        verb = token if token.pos == "VERB" else self.parse.head(token.index)
        if self.over(t).pos in ("NOUN", "PROPN"):
            return False
        put, rose = verb.lemma in self.words.tolling, verb.lemma in self.words.rising
        deps = ("dobj", "obj", "nsubjpass") if put else ("nsubj",) if rose else ()
        return bool(deps) and any(x.lemma in self.words.clause.tolls for x in self.parse.children(verb.index, *deps))

    def tells_toll(self, verb: Token) -> bool:
        """Whether a verb says that a toll has changed: "the toll has since climbed to 16"."""
        subjects = self.parse.children(verb.index, "nsubj") if verb.lemma in self.words.rising else ()
        return any(x.lemma in self.words.clause.tolls for x in subjects)

    def _is_by(self, t: TimeMention) -> bool:
        """Whether a date is that by which there were so many: "had counted 80 bodies by Wednesday"."""
        first = self.parse.sentence(t.first).first
        at = t.first
        while at > max(first, t.first - CLOCK) and HOUR.fullmatch(self.parse.tokens[at - 1].lower):
            at -= 1  # "as of 9 a.m. today"
        one, two = ([""] * 2 + [x.lower for x in self.parse.tokens[max(0, at - 2) : at]])[-2:]
        led = two in ("by", "until", "till") or (one, two) in (("as", "of"), ("as", "at"), ("up", "to"))
        return led and t.interval is not None and t.interval.days == 1

    def over(self, t: TimeMention) -> Token:
        """What a date modifies, prepositions left out."""
        for x in self.parse.ancestors(t.first):
            if not (t.first <= x.index < t.stop or x.pos == "ADP" or x.lower in self.words.hours):
                return x
        return self.parse.tokens[t.first]

    def _hangs_on_words(self, t: TimeMention) -> bool:
        below = self.parse.tokens[t.first]
        for up in self.parse.ancestors(t.first):
            if up.pos == "VERB" and self._tells_toll(up, t):
                return True
            if up.index in self.told or up.dep == "ccomp":
                return False
            if up.pos in ("VERB", "AUX"):
                between = self.parse.tokens[t.stop : up.index]  # "On Friday a blast killed two, they said"
                told = any(x.index in self.told and x.pos == "VERB" for x in between)
                told |= up.lemma in self.words.recording and (t.interval is None or t.interval.days > RECORDED)
                return up.lemma in self.words.reporting and below.index < up.index and not told
            below = up
        return False
