"""Counts of people as they are written: numerals, words, vague plurals, bounds, single victims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.counting.ages import Ages
from counterclaim.counting.headlines import Headlines
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.other_numbers import NumberPlace, OtherNumbers
from counterclaim.counting.signs import is_enclosed, past_repetition, spaced
from counterclaim.counting.triggers import load_triggers
from counterclaim.counting.victims import Counted, Victims, is_plural, load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Bound, Quantity
from counterclaim.phrases import Phrases, plain_words
from counterclaim.syntax import Parse

RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)$")
ARTICLES = frozenset({"a", "an"})
DASHES = frozenset({"-", "–", "—"})
LINKS = DASHES | {"to", "or"}
RANGE_LINKS = LINKS | {"and"}
ORDINALS = frozenset(
    {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
)  # "two soldiers dead and a third injured"
BE_OR_HAVE = frozenset({"is", "was", "has", "had", "been"})
WITHIN = frozenset({"in", "at", "inside", "near", "outside", "across"})  # "in one compound"
HAD = frozenset({"injury", "life"})  # what one has, and no person: "an ankle injury"
CLAIMED = frozenset({"claim", "claims", "claimed", "claiming", "cost", "costs", "took", "takes"})  # "claimed a life"
ONE_LIFE = (["claims", "life"], ["claimed", "life"])  # "Hunt claims life"
JOINTS = (["-"], ["–"], ["/"], ["and"])  # between "murder" and "suicide"
PAIRS = frozenset({"man", "woman", "boy", "girl", "child", "baby", "teenager", "teen"})
COUPLE = "couple"  # of people: "an elderly couple"
CLOSING_MARKS = ('"', "”", "'", "’", "''")
KNOWN = frozenset({"known", "information", "informed", "data", "news", "talking", "spoke", "speaks"})
CHANGE_REACH = 4  # tokens from "rose" to "from 43 to 70"
OPENERS = frozenset({"another", "some", "a", "an", "other"})  # words that open counts of both kinds
BODIES = frozenset({"family", "household", "couple", "crew", "staff", "group"})  # of several people


@dataclass(frozen=True, slots=True)
class Core:
    """A count without what stands around it."""

    low: int | None
    high: int | None
    bound: Bound
    stop: int
    digits: bool = False


def find_quantities(parse: Parse, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find counts that may be of people, in page order; money, dates, ages, distances and weapons are left out."""
    reader, words = _reader(lexicon), plain_words(parse)
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity, stop = reader.read(parse, words, at)
        if quantity:
            found.append(_in_one_sentence(parse, quantity))
        at = max(stop, quantity.noun + 1) if quantity and quantity.single and quantity.noun else stop
    return tuple(found)


class Reader:
    """Reads counts off a page with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._victims: Victims = load_victims(lexicon)
        self._triggers = load_triggers(lexicon)
        self._numerals = Numerals(lexicon)
        self._headlines = Headlines(self._victims, self._triggers, self._numerals)
        self._ages = Ages(self._numerals, self._triggers)
        self._bounds = Phrases[Bound](lexicon.table("quantities", "bounds"))
        self._after = Phrases[Bound](lexicon.table("quantities", "bounds_after"))
        self._leads = Phrases.of(lexicon.words("quantities", "lead_ins"), value=True)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        uncounted: Mapping[str, int] = lexicon.table("quantities", "uncounted")
        self._uncounted = Phrases[int]({**uncounted, **dict(_closed_early(uncounted))})
        self._multiples: Mapping[str, int] = lexicon.table("quantities", "multiples")
        self._deeds = lexicon.words("quantities", "deeds")
        self._none = Phrases[int](lexicon.table("quantities", "none"))
        self._others = OtherNumbers(lexicon)
        self._things = lexicon.words("quantities", "things")
        self._months = lexicon.words("quantities", "months")
        self._changes = lexicon.words("quantities", "changes")

    def read(self, parse: Parse, words: Sequence[str], at: int) -> tuple[Quantity | None, int]:
        """The count that starts at token `at`, None when none does, and where to read on."""
        aged = self._ages.at_start(parse, words, at) if at == parse.sentence(at).first else None
        if aged:
            return _of_age(parse, at, aged), aged
        start, bound = self._lead(words, at)
        core = self._core(words, start)
        if core:
            core = self._with_signs(parse, words, start, core)
            place = NumberPlace(parse, words, at, start, core.stop)
            other = self._others.is_other(place, core.low if core.low == core.high else None, digits=core.digits)
            at -= start == at and is_enclosed(words, at, core.stop - 1)
            found = None if other else self._number(parse, words, at, bound, core)
            return found, found.stop if found else core.stop
        found = self._wordy(parse, words, at) if start == at or words[at] in OPENERS else None
        return found, found.stop if found else at + 1

    def _lead(self, words: Sequence[str], at: int) -> tuple[int, Bound | None]:
        """Where the number may start after words that bound it or go with it, and the first bound among them."""
        bound: Bound | None = None
        while True:
            known = (
                words[at : at + 1] == ["about"] and at > 0 and words[at - 1] in KNOWN
            )  # "it is known about three wounded"
            found, lead = None if known else self._bounds.match(words, at), self._leads.match(words, at)
            if found and not (lead and lead[1] > found[1]):
                bound, at = _sharper(bound, found[0]), found[1]
            elif lead:
                at = lead[1]
            else:
                return at, bound

    def _core(self, words: Sequence[str], at: int) -> Core | None:
        vague = self._vague.match(words, at, over=",")
        if vague:
            return Core(vague[0], None, "vague", vague[1])
        written = self._range(words, at)
        number = None if written else self._numerals.read(words, at)
        if number is None:
            return written
        high, bound = (None, "at least") if number.plus else (number.value, "exactly")
        return Core(number.value, high, bound, number.stop, number.digits)  # type: ignore[arg-type]

    def _with_signs(self, parse: Parse, words: Sequence[str], at: int, core: Core) -> Core:
        """The number with spaces between its thousands, or with brackets around it or after it."""
        number = spaced(parse, words, at) if core.bound == "exactly" else None
        if number and words[at - 1] not in self._months:  # "on May 12 300 people"
            core = replace(core, low=number[0], high=number[0], stop=number[1])
        again = self._numerals.read(words, core.stop + 1) if words[core.stop : core.stop + 1] == ["("] else None
        stop = past_repetition(words, core.stop, again.value if again and again.value == core.low else None)
        if is_enclosed(words, at, stop) and stop + 1 < len(words) and self._victims.group(words[stop + 1]):
            stop += 1
        return replace(core, stop=stop)

    def _range(self, words: Sequence[str], at: int) -> Core | None:
        """A count with two ends: "20-30", "20 to 30", "between 20 and 30", "from 20 to more than 30"."""
        joined = RANGE.match(words[at]) if at < len(words) else None
        if joined:
            low, high = (int(g.replace(",", "")) for g in joined.groups())
            return Core(low, high, "between", at + 1, digits=True) if low < high else None
        opened = at < len(words) and words[at] in ("between", "from")
        first = self._numerals.read(words, at + opened)
        if first is None or first.stop >= len(words) or words[first.stop] not in (RANGE_LINKS if opened else LINKS):
            return None
        dashed = words[first.stop] in DASHES  # "Oct 30 - At least 100 people" is no range
        second = self._numerals.read(words, first.stop + 1 if dashed else self._lead(words, first.stop + 1)[0])
        if second is None or second.value <= first.value:
            return None
        if words[at] == "from" and not self._changes.isdisjoint(words[max(0, at - CHANGE_REACH) : at]):
            return Core(second.value, second.value, "exactly", second.stop, digits=second.digits)
        scale = 1000 if first.value * 1000 < second.value else 1  # "3 to 5 thousand"
        return Core(first.value * scale, second.value, "between", second.stop, digits=first.digits)

    def _number(self, parse: Parse, words: Sequence[str], at: int, bound: Bound | None, core: Core) -> Quantity | None:
        stop = core.stop
        after = self._after.match(words, stop) if core.bound == "exactly" and bound is None else None
        if after:
            bound, stop = after
        counted = self._victims.counted(parse, words, stop)
        if (
            counted.thing
            or (counted.heads and not counted.known and words[at - 1] in WITHIN)
            or self._is_of_things(parse, words, stop, counted)
            or (bound is None and core.digits and self._is_in_name(parse, words, at, counted))
            or (core.low == 1 and self._is_group(words, counted))
            or (core.low == 0 and not counted.heads)
        ):
            return None
        low, high, kind = core.low, core.high, core.bound
        if bound and kind == "exactly":
            low, high, kind = (None if bound == "at most" else low), (None if bound == "at least" else high), bound
        return _made(parse, at, stop, (low, high, kind), counted)

    def _is_of_things(self, parse: Parse, words: Sequence[str], stop: int, counted: Counted) -> bool:
        """Whether "of them" takes up things counted before: "fired 60 rockets; 52 of them were shot down"."""
        if words[stop : stop + 2] != ["of", "them"] or not counted.of:
            return False
        sentence = parse.tokens[stop].sentence
        first = parse.sentences[max(0, sentence - 1)].first
        numbers = (i for i in range(stop - 2, first, -1) if parse.tokens[i - 1].pos == "NUM")
        nouns = (
            next((k for k in range(i, min(i + 3, stop)) if parse.tokens[k].tag in ("NNS", "NNPS")), None)
            for i in numbers
        )
        named = [words[k] for k in nouns if k is not None]
        if any(self._victims.group(word) for word in named) or not named:
            return False
        return named[0] in self._things

    def _is_in_name(self, parse: Parse, words: Sequence[str], at: int, counted: Counted) -> bool:
        """Whether a numeral belongs to names around it: "333 Harl Vista Drive", "Radio 4 North"."""
        if counted.known or not counted.heads or self._triggers.knows(words[at - 1]):
            return False
        head = counted.heads[0]
        before = parse.tokens[at - 1].tag if at > parse.sentence(at).first else ""
        return parse.tokens[head].tag == "NNP" and "NNP" in (before, parse.tokens[head - 1].tag)

    def _wordy(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """A count without a number: none, "many", "a nurse", in a headline just "Nurse"."""
        none, uncounted = self._none.match(words, at), self._uncounted.match(words, at)
        match = none or uncounted
        if match:
            counted = self._victims.counted(parse, words, match[1])
            if counted.thing or not counted.known:
                return None
            return _made(parse, at, match[1], (0, 0, "exactly") if none else (None, None, "vague"), counted)
        if words[at] in self._multiples:
            return self._multiple(parse, words, at)
        if words[at] in ARTICLES or words[at] == "another":
            aged = self._ages.after_article(parse, words, at)
            return _of_age(parse, at, aged) if aged else self._single(parse, words, at)
        named = self._is_second(parse, words, at) or self._headlines.names_one(parse, words, at)
        if named or words[max(0, at - 1) : at + 1] in ONE_LIFE:
            return _made(parse, at, at + 1, (1, 1, "exactly"), self._victims.itself(at), single=True)
        return None

    def _multiple(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """How many one deed killed: two of a "double homicide", three of a "double murder-suicide"."""
        if at + 1 >= len(words) or words[at + 1] not in self._deeds:
            return None
        too = words[at + 2 : at + 3] in JOINTS and words[at + 3 : at + 4] == ["suicide"]
        number, stop = self._multiples[words[at]] + too, at + (4 if too else 2)
        return Quantity(parse.span(at, stop), number, number, "exactly", at, stop, at + 1)

    def _is_second(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether a noun is the second of two people with one article: "a man and woman"."""
        if words[at] not in PAIRS or words[at - 1 : at] != ["and"] or at < 3 or words[at - 2] not in PAIRS:
            return False
        opened = next((i for i in range(at - 3, max(-1, at - 9), -1) if words[i] in ARTICLES), None)
        return opened is not None and all(
            parse.tokens[i].pos not in ("VERB", "ADP", "PRON") for i in range(opened, at - 2)
        )

    def _single(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        counted = self._victims.counted(parse, words, at + 1)
        cost = at > 0 and words[at - 1] in CLAIMED and words[at + 1 : at + 2] == ["life"]
        if (
            counted.heads
            and not cost
            and (words[counted.heads[0]] in HAD or _is_role(parse, words, at, counted.heads[0]))
        ):
            return None
        if counted.heads and words[counted.heads[0]] == COUPLE and not counted.of:
            return _made(parse, at, at + 1, (2, 2, "exactly"), counted)
        if counted.heads and not self._is_group(words, counted):
            plural = is_plural(parse.tokens[counted.heads[0]], words[counted.heads[0]])
            one = counted.known and not counted.thing and not counted.of and not (plural and words[at] in ARTICLES)
        else:
            one = words[at] == "another" and not counted.heads and not counted.thing and words[at - 1] not in WITHIN
        if not one and words[at + 1 : at + 2] and words[at + 1] in ORDINALS and self._is_told_next(words, at + 2):
            return Quantity(parse.span(at, at + 2), 1, 1, "exactly", at, at + 2, None, single=True)
        return _made(parse, at, at + 1, (1, 1, "exactly"), counted, single=True) if one else None

    def _is_told_next(self, words: Sequence[str], at: int) -> bool:
        """Whether a word of harm follows, past a verb's auxiliaries: "a third injured", "a third was injured"."""
        at += sum(w in BE_OR_HAVE for w in words[at : at + 2])
        return at < len(words) and self._triggers.follows(words[at])

    def _is_group(self, words: Sequence[str], counted: Counted) -> bool:
        return bool(counted.heads) and words[counted.heads[0]] in BODIES


@lru_cache(maxsize=4)
def _reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def _closed_early(phrases: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The phrases with a quotation mark before their "of": a “large number” of militants."""
    for phrase, value in phrases.items():
        if phrase.endswith(" of"):
            yield from ((f"{phrase[:-3]} {mark} of", value) for mark in CLOSING_MARKS)


def _is_role(parse: Parse, words: Sequence[str], at: int, head: int) -> bool:
    """Whether the noun only says as what somebody named acts: "charged as an adult"."""
    return at > 0 and words[at - 1] == "as" and parse.tokens[head].dep == "pobj" and parse.tokens[head].head == at - 1


def _of_age(parse: Parse, at: int, stop: int) -> Quantity:
    """One person called by age alone."""
    return Quantity(parse.span(at, stop), 1, 1, "exactly", at, stop, stop - 1, single=True)


def _in_one_sentence(parse: Parse, quantity: Quantity) -> Quantity:
    """The quantity, cut to its number's sentence where the parser parted it from its bound."""
    first = max(quantity.first, parse.sentence(quantity.stop - 1).first)
    return (
        quantity if first == quantity.first else replace(quantity, first=first, span=parse.span(first, quantity.stop))
    )


def _sharper(first: Bound | None, second: Bound) -> Bound:
    """Of two bounds said of one number the one that says more: "an estimated at least 50"."""
    return second if first in (None, "about") else first


def _made(
    parse: Parse,
    at: int,
    stop: int,
    value: tuple[int | None, int | None, Bound],
    counted: Counted,
    *,
    single: bool = False,
) -> Quantity:
    low, high, bound = value
    return Quantity(
        parse.span(at, stop), low, high, bound, at, stop, counted.heads[0] if counted.heads else None, single
    )
