"""What in the grammar keeps a date from what is told beside it: "the planner of the 2015 attack was killed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from counterclaim.model import TimeMention
from counterclaim.syntax import Parse, Token

APART = 6.0  # costs, as of Whereabouts.distance
LATER = 2.0
OWN = 0.9
VERBS = ("VERB", "AUX")
SHARED = 7  # tokens before a date in which it is said whose share it dates
THEM = frozenset({"them", "whom", "those", "these"})
STOPS = frozenset({",", ";", ":", "(", ")", "–", "—"})
SUBJECTS = ("nsubj", "nsubjpass", "expl")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Words for who or what may be of an attack, or for one, without being told of; nouns of numbers; units of time.

    `bringing` are verbs by which what happened changes a number; `appointed` what is held on a day that is set for it.
    """

    doers: frozenset[str]
    tolls: frozenset[str]
    spans: frozenset[str]
    bringing: frozenset[str]
    appointed: frozenset[str]
    shares: frozenset[str]


@dataclass(frozen=True)
class Held:
    """The tokens that hold what is told; and what the words over dates add that are known already, by token."""

    tokens: frozenset[int]
    known: dict[int, float]


class Clauses:
    """The clauses of one page. `told` are the tokens of harm and of attacks."""

    def __init__(self, parse: Parse, told: frozenset[int], words: ClauseWords) -> None:
        self.parse, self.told, self.words = parse, told, words
        self._overs: dict[int, frozenset[int]] = {}
        self._holds: dict[tuple[int, ...], Held] = {}
        tokens = parse.tokens
        self.afters = {t.index for t in tokens[1:] if t.lower == "after" and tokens[t.index - 1].lower in words.spans}

    def cost(self, own: float, date: TimeMention, token: int, anchors: Sequence[int]) -> float:
        """What speaks against a date, named by a token so far away, being that of the tokens `anchors`."""
        if self.counts_from(date):
            return own if any(self._is_under(a, date) for a in anchors) else own + 2 * APART
        over = self._over(token)
        if any(a in over and self.parse.tokens[a].lemma in self.words.tolls for a in anchors):
            return min(own, OWN)  # "the number of people killed on Saturday rose to 16 on Monday"
        if self.afters and any(after and after.isdisjoint(over) for after in map(self._after, anchors)):
            return own + APART  # "on Monday, days after ten had died"
        if self._is_brought(anchors, over) or self._is_of_share(date, anchors):
            return own + 2 * APART
        return own + self._worst(token, self._held(anchors))

    def _over(self, token: int) -> frozenset[int]:
        """A token and all that it hangs on."""
        if token not in self._overs:
            self._overs[token] = frozenset(t.index for t in self._above(token))
        return self._overs[token]

    def _held(self, anchors: Sequence[int]) -> Held:
        """What holds what the tokens `anchors` tell."""
        key = tuple(anchors)
        if key not in self._holds:
            self._holds[key] = Held(frozenset().union(*map(self._over, anchors)), {})
        return self._holds[key]

    def _worst(self, token: int, held: Held) -> float:
        """The most that a word over a date adds; what is known of a word's head is not asked again."""
        todo, worst = [], 0.0
        for t in self._above(token):
            if t.index in held.known:
                worst = held.known[t.index]
                break
            todo.append(t)
        for t in reversed(todo):
            worst = held.known[t.index] = max(worst, self._apart(t, held.tokens))
        return worst

    def _is_brought(self, anchors: Sequence[int], over: Set[int]) -> bool:
        """Whether a toll is brought to a number by what is dated: "one died on Monday, bringing the number to six"."""
        for a in anchors:
            for t in (self.parse.tokens[a], *self.parse.ancestors(a)):
                if t.lemma in self.words.bringing and t.pos == "VERB" and t.dep in ("advcl", "conj", "acl"):
                    tolls = self.parse.children(t.index, "dobj", "obj")
                    return t.index not in over and any(x.lemma in self.words.tolls for x in tolls)
        return False

    def _is_of_share(self, date: TimeMention, anchors: Sequence[int]) -> bool:
        """Whether only a part of those counted is dated: "forty died, most of them on Monday"."""
        tokens = self.parse.tokens[max(self.parse.sentence(date.first).first, date.first - SHARED) : date.first]
        for one, of, them in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if of.lower == "of" and them.lower in THEM and one.lower in self.words.shares:
                return max(anchors) < one.index
        return False

    def _above(self, token: int) -> Iterator[Token]:
        yield self.parse.tokens[token]
        yield from self.parse.ancestors(token)

    def _after(self, anchor: int) -> set[int]:
        """The word of time that a token's clause hangs on, if any: "days after ten died"."""
        for t in (self.parse.tokens[anchor], *self.parse.ancestors(anchor)):
            marks = [t] if t.dep == "prep" else self.parse.children(t.index, "mark")
            for m in marks:
                if m.index in self.afters:
                    return {m.index, t.index}
        return set()

    def _apart(self, t: Token, held: Set[int]) -> float:
        """What a word over a date adds: a clause or a noun that holds nothing of what is told."""
        over = self.parse.head(t.index)
        if t.dep == "relcl" and t.index not in held and over.index not in self.told and over.dep in SUBJECTS:
            return APART
        if t.dep == "relcl" and t.index not in held and self._looks_back(t):
            return 2 * APART  # "the market, which had been bombed in May"
        if (
            over.lemma in self.words.doers
            and t.dep in ("prep", "poss", "compound", "amod", "nmod")
            and t.index not in held
        ):
            return APART
        if t.dep == "conj" and t.pos in VERBS and t.index not in held and over.index in held and self._has_subject(t):
            return LATER
        return 0.0

    def _looks_back(self, t: Token) -> bool:
        return any(a.lower == "had" for a in self.parse.children(t.index, "aux"))

    def _has_subject(self, t: Token) -> bool:
        return any(True for _ in self.parse.children(t.index, *SUBJECTS))

    def counts_from(self, date: TimeMention) -> bool:
        """Whether a date is a length of time before or after what follows: "two days after"."""
        last = self.parse.tokens[date.stop - 1]
        led = last.lower in ("after", "before") and date.stop - date.first > 1
        if led and date.span.exact.lower().startswith("the ") and last.dep != "mark":
            return False
        return led and last.index + 1 < self.parse.sentence(last.index).stop and last.dep in ("mark", "prep")

    def is_set(self, date: TimeMention) -> bool:
        """Whether a date is that of what is held on a day set for it: "a rally for the June 3 vote"."""
        over = self.parse.head(min(range(date.first, date.stop), key=self.parse.depth))
        return over.index >= date.stop and over.lemma in self.words.appointed and over.index not in self.told

    def _is_under(self, anchor: int, date: TimeMention) -> bool:
        """Whether a token is in the clause that a length of time is counted from: "a day after nine died"."""
        last = self.parse.tokens[date.stop - 1]
        if last.dep == "mark":
            verb = last.head
            return anchor == verb or (anchor > last.index and verb in {t.index for t in self.parse.ancestors(anchor)})
        if last.index in {t.index for t in self.parse.ancestors(anchor)}:
            return True
        before = self.parse.tokens[self.parse.sentence(date.first).first : date.first]
        between = self.parse.tokens[last.index : anchor]  # "six died, a day after a blast took nine lives"
        told = any(t.index in self.told for t in before)
        return told and bool(between) and not any(t.lower in STOPS for t in between)
