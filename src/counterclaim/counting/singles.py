"""Counts of people without a number: none, "many", "a nurse", in a headline just "Nurse", a "double homicide"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.counting.ages import Ages
from counterclaim.counting.headlines import Headlines
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.triggers import load_triggers
from counterclaim.counting.victims import Counted, Victims, is_plural, load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Bound, Quantity
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

ARTICLES = frozenset({"a", "an"})
ORDINALS = frozenset({"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})  # "a third died"
BE_OR_HAVE = frozenset({"is", "was", "has", "had", "been"})
WITHIN = frozenset({"in", "at", "inside", "near", "outside", "across"})  # "in one compound"
LIFE, CLAIMS = "life", frozenset({"claims", "claimed"})  # "Hunt claims life"
JOINTS = (["-"], ["–"], ["/"], ["and"])  # between "murder" and "suicide"
COUPLE = "couple"  # of people: "an elderly couple"
NOBODY = frozenset({"no one", "no - one", "nobody", "none"})
AS_MANY = (["and", "as"], ["or", "as"], ["twice", "as"], ["times", "as"])  # "five were killed and as many hurt"
ABLE = (["can"], ["could"], ["knows"], ["knew"])
LEAST = 5  # letters of a trade
DEAD = (["shot", "dead"], ["gunned", "down"], ["shot", "and"])
CLOSING_MARKS = ('"', "”", "'", "’", "''")


class Singles:
    """Reads counts that have no number, with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._victims: Victims = load_victims(lexicon)
        self._triggers = load_triggers(lexicon)
        numerals = Numerals(lexicon)
        self._headlines = Headlines(self._victims, self._triggers, numerals)
        self._ages = Ages(numerals, self._triggers)
        uncounted: Mapping[str, int] = lexicon.table("quantities", "uncounted")
        self._uncounted = Phrases[int]({**uncounted, **dict(_closed_early(uncounted))})
        self._multiples: Mapping[str, int] = lexicon.table("quantities", "multiples")
        self._deeds = lexicon.words("quantities", "deeds")
        self._trades = tuple(sorted(lexicon.words("victims", "trades")))
        self._harming = lexicon.words("victims", "harming")
        self._had = lexicon.words("victims", "had")
        self._paired = lexicon.words("victims", "paired")
        self._claiming = lexicon.words("casualties", "claiming")
        self._none = Phrases[int](lexicon.table("quantities", "none"))
        self._vague_firsts = frozenset((*self._none.firsts, *self._uncounted.firsts))

    def read(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """A count without a number: none, "many", "a nurse", in a headline just "Nurse"."""
        if words[at] in self._vague_firsts and (self._none.match(words, at) or self._uncounted.match(words, at)):
            return self._vague(parse, words, at)
        if words[at] in self._multiples:
            return self._multiple(parse, words, at)
        if words[at] in ARTICLES or words[at] == "another":
            aged = self._ages.after_article(parse, words, at)
            return of_age(parse, at, aged) if aged else self._single(parse, words, at)
        second = words[at] in self._paired and self._is_second(parse, words, at)
        life = words[at] == LIFE and words[max(0, at - 1)] in CLAIMS
        if second or life or self._headlines.names_one(parse, words, at):
            return made(parse, at, at + 1, (1, 1, "exactly"), self._victims.itself(at), single=True)
        return None

    def _vague(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """None at all, or several of whom no number is said."""
        none, uncounted = self._none.match(words, at), self._uncounted.match(words, at)
        match = none or uncounted
        how = none is None and (words[at - 1 : at] == ["how"] or words[at - 2 : at] in AS_MANY)
        if match is None or how or (none and words[none[1] : none[1] + 1] in ABLE):
            return None
        counted = self._victims.counted(parse, words, match[1])
        comma = at > 0 and parse.text[parse.tokens[at - 1].start : parse.tokens[at - 1].end] == ","
        aside = none is None and counted.of and not counted.heads and comma  # "some of them badly"
        nobody = none is not None and " ".join(words[at : none[1]]) in NOBODY  # "no one was hurt" counts nobody
        if counted.thing or not counted.known or aside or nobody:
            return None
        return made(parse, at, match[1], (0, 0, "exactly") if none else (None, None, "vague"), counted)

    def _multiple(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """How many one deed killed: two of a "double homicide", three of a "double murder-suicide"."""
        if at + 1 >= len(words) or words[at + 1] not in self._deeds:
            return None
        too = words[at + 2 : at + 3] in JOINTS and words[at + 3 : at + 4] == ["suicide"]
        number, stop = self._multiples[words[at]] + too, at + (4 if too else 2)
        return Quantity(parse.span(at, stop), number, number, "exactly", at, stop, at + 1)

    def _is_second(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether a noun is the second of two people with one article: "a man and woman"."""
        if words[at - 1 : at] != ["and"] or at < 3 or words[at - 2] not in self._paired:
            return False
        opened = next((i for i in range(at - 3, max(-1, at - 9), -1) if words[i] in ARTICLES), None)
        return opened is not None and all(
            parse.tokens[i].pos not in ("VERB", "ADP", "PRON") for i in range(opened, at - 2)
        )

    def _single(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        if words[at - 1 : at] == ["without"]:
            return None
        counted = self._victims.counted(parse, words, at + 1)
        cost = at > 0 and words[at - 1] in self._claiming and words[at + 1 : at + 2] == ["life"]
        if (
            counted.heads
            and not cost
            and (words[counted.heads[0]] in self._had or _is_role(parse, words, at, counted.heads[0]))
        ):
            return None
        if counted.heads and words[counted.heads[0]] == COUPLE and not counted.of:
            return made(parse, at, at + 1, (2, 2, "exactly"), counted)
        if counted.heads and not is_group(self._victims, words, counted):
            plural = is_plural(parse.tokens[counted.heads[0]], words[counted.heads[0]])
            known = counted.known or self._is_tradesman(parse, words, counted.heads[0])
            one = known and not counted.thing and not counted.of and not (plural and words[at] in ARTICLES)
        else:
            on = words[at + 1 : at + 2] == ["on"] and parse.tokens[min(at + 2, len(words) - 1)].entity != "DATE"
            apart = on or words[at - 1] in WITHIN  # "a shell hit a car and another on a roof"
            one = words[at] == "another" and not counted.heads and not counted.thing and not apart
        if not one and words[at + 1 : at + 2] and words[at + 1] in ORDINALS and self._is_told_next(words, at + 2):
            return Quantity(parse.span(at, at + 2), 1, 1, "exactly", at, at + 2, None, single=True)
        return made(parse, at, at + 1, (1, 1, "exactly"), counted, single=True) if one else None

    def _is_tradesman(self, parse: Parse, words: Sequence[str], head: int) -> bool:
        """Whether a noun that no list has is of a person, by its ending and what befell him: "killed a glazier"."""
        token, verb = parse.tokens[head], parse.head(head)
        if token.tag != "NN" or not words[head].endswith(self._trades) or len(words[head]) < LEAST:
            return False
        if token.dep == "dobj":
            return verb.lower in self._harming and verb.index < head
        return token.dep == "nsubjpass" and (verb.lower in self._harming or words[verb.index : verb.index + 2] in DEAD)

    def _is_told_next(self, words: Sequence[str], at: int) -> bool:
        """Whether a word of harm follows, past a verb's auxiliaries: "a third injured", "a third was injured"."""
        at += sum(w in BE_OR_HAVE for w in words[at : at + 2])
        return at < len(words) and self._triggers.tells_next(words, at)


def is_group(victims: Victims, words: Sequence[str], counted: Counted) -> bool:
    """Whether the noun is of a body of several people: "a family"."""
    return bool(counted.heads) and words[counted.heads[0]] in victims.collectives


def of_age(parse: Parse, at: int, stop: int) -> Quantity:
    """One person called by age alone."""
    return Quantity(parse.span(at, stop), 1, 1, "exactly", at, stop, stop - 1, single=True)


def _closed_early(phrases: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The phrases with a quotation mark before their "of": a “large number” of militants."""
    for phrase, value in phrases.items():
        if phrase.endswith(" of"):
            yield from ((f"{phrase[:-3]} {mark} of", value) for mark in CLOSING_MARKS)


def _is_role(parse: Parse, words: Sequence[str], at: int, head: int) -> bool:
    """Whether the noun only says as what somebody named acts: "charged as an adult"."""
    return at > 0 and words[at - 1] == "as" and parse.tokens[head].dep == "pobj" and parse.tokens[head].head == at - 1


def made(
    parse: Parse,
    at: int,
    stop: int,
    value: tuple[int | None, int | None, Bound],
    counted: Counted,
    *,
    single: bool = False,
) -> Quantity:
    """The quantity of tokens `at` to `stop` with its value and what it counts."""
    low, high, bound = value
    return Quantity(
        parse.span(at, stop), low, high, bound, at, stop, counted.heads[0] if counted.heads else None, single
    )
