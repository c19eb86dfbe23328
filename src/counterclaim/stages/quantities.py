"""Counts of people as they are written: numerals, words, vague plurals, bounds, single victims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.counting.age_numbers import NumberPlace
from counterclaim.counting.ages import Ages
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.other_numbers import OtherNumbers
from counterclaim.counting.signs import is_enclosed, past_repetition, spaced
from counterclaim.counting.singles import WITHIN, Singles, is_group, made, of_age
from counterclaim.counting.triggers import load_triggers
from counterclaim.counting.victims import Counted, Victims, load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Bound, Quantity
from counterclaim.phrases import Phrases, plain_words
from counterclaim.syntax import Parse

RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)$")
DASHES = frozenset({"-", "–", "—"})
LINKS = DASHES | {"to", "or"}
RANGE_LINKS = LINKS | {"and"}
KIN_OF = frozenset({"from", "between", "among", "by"})  # "children from two families", "clashes between two clans"
CHANGE_REACH = 4  # tokens from "rose" to "from 43 to 70"
OPENERS = frozenset({"another", "some", "a", "an", "other"})  # words that open counts of both kinds
OPENED = ("between", "from")  # before a range


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
        self._known = lexicon.words("quantities", "known")
        self._numerals = Numerals(lexicon)
        self._ages = Ages(self._numerals, self._triggers)
        self._singles = Singles(lexicon)
        self._bounds = Phrases[Bound](lexicon.table("quantities", "bounds"))
        self._after = Phrases[Bound](lexicon.table("quantities", "bounds_after"))
        self._leads = Phrases.of(lexicon.words("quantities", "lead_ins"), value=True)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        phrases = (self._bounds, self._leads, self._vague)
        self._firsts = self._numerals.firsts.union(OPENED, *(found.firsts for found in phrases))
        self._others = OtherNumbers(lexicon)
        self._things = lexicon.words("quantities", "things")
        self._kin = lexicon.words("victims", "kin_groups")
        self._months = lexicon.words("quantities", "months")
        self._changes = lexicon.words("quantities", "changes")

    def read(self, parse: Parse, words: Sequence[str], at: int) -> tuple[Quantity | None, int]:
        """The count that starts at token `at`, None when none does, and where to read on."""
        aged = self._ages.at_start(parse, words, at) if at == parse.sentence(at).first else None
        if aged:
            return of_age(parse, at, aged), aged
        counts = words[at] in self._firsts or words[at][:1].isdigit()
        start, bound = self._lead(words, at) if counts else (at, None)
        core = self._core(words, start) if counts else None
        if core:
            core = self._with_signs(parse, words, start, core)
            place = NumberPlace(parse, words, at, start, core.stop)
            other = self._others.is_other(place, core.low if core.low == core.high else None, digits=core.digits)
            at -= start == at and is_enclosed(words, at, core.stop - 1)
            found = None if other else self._number(parse, words, at, bound, core)
            return found, found.stop if found else core.stop
        found = self._singles.read(parse, words, at) if start == at or words[at] in OPENERS else None
        return found, found.stop if found else at + 1

    def _lead(self, words: Sequence[str], at: int) -> tuple[int, Bound | None]:
        """Where the number may start after words that bound it or go with it, and the first bound among them."""
        bound: Bound | None = None
        while True:
            known = (
                words[at : at + 1] == ["about"] and at > 0 and words[at - 1] in self._known
            )  # "it is known about three wounded"
            found, lead = None if known else self._bounds.match(words, at), self._leads.match(words, at)
            risen = words[at : at + 2] == ["up", "to"] and at > 0 and words[at - 1] in self._changes  # "goes up to 76"
            if found and not (lead and lead[1] > found[1]):
                bound, at = bound if risen else _sharper(bound, found[0]), found[1]
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
        opened = at < len(words) and words[at] in OPENED
        first = self._numerals.read(words, at + opened)
        if first is None or first.stop >= len(words) or words[first.stop] not in (RANGE_LINKS if opened else LINKS):
            return None
        dashed = words[first.stop] in DASHES  # "Oct 30 - At least 100 people" is no range
        second = self._numerals.read(words, first.stop + 1 if dashed else self._lead(words, first.stop + 1)[0])
        if second is None or second.value == first.value:
            return None
        if words[at] == "from" and not self._changes.isdisjoint(words[max(0, at - CHANGE_REACH) : at]):
            return Core(second.value, second.value, "exactly", second.stop, digits=second.digits)
        if second.value < first.value:
            return None
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
            or (counted.heads and words[counted.heads[0]] in self._kin and words[at - 1] in KIN_OF)
            or self._is_of_things(parse, words, stop, counted)
            or (bound is None and core.digits and self._is_in_name(parse, words, at, counted))
            or (core.low == 1 and is_group(self._victims, words, counted))
            or (core.low == 0 and not counted.heads)
        ):
            return None
        low, high, kind = core.low, core.high, core.bound
        if bound and kind == "exactly":
            low, high, kind = (None if bound == "at most" else low), (None if bound == "at least" else high), bound
        if kind == "exactly" and counted.heads and words[counted.stop : counted.stop + 2] == ["at", "least"]:
            high, kind = None, "at least"  # "killed nine civilians at least"
        return made(parse, at, stop, (low, high, kind), counted)

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


@lru_cache(maxsize=4)
def _reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def _in_one_sentence(parse: Parse, quantity: Quantity) -> Quantity:
    """The quantity, cut to its number's sentence where the parser parted it from its bound."""
    first = max(quantity.first, parse.sentence(quantity.stop - 1).first)
    return (
        quantity if first == quantity.first else replace(quantity, first=first, span=parse.span(first, quantity.stop))
    )


def _sharper(first: Bound | None, second: Bound) -> Bound:
    """Of two bounds said of one number the one that says more: "an estimated at least 50"."""
    return second if first in (None, "about") else first
