"""Counts of people as they are written: numerals, words, vague plurals, bounds, single victims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Bound, Quantity
from counterclaim.numerals import Numerals
from counterclaim.phrases import Phrases, plain_words
from counterclaim.syntax import Parse
from counterclaim.victims import Counted, Victims, load_victims

RANGE = re.compile(r"(\d[\d,]*)[-–—](\d[\d,]*)$")
YEARS = range(1900, 2100)
ARTICLES = frozenset({"a", "an"})
LINKS = frozenset({"to", "-", "–", "—", "or"})


@dataclass(frozen=True, slots=True)
class Core:
    """A count without what stands around it."""

    low: int | None
    high: int | None
    bound: Bound
    stop: int
    digits: bool = False


class Reader:
    """Reads counts off a page with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.victims: Victims = load_victims(lexicon)
        self._numerals = Numerals(lexicon)
        self._bounds = Phrases[Bound](lexicon.table("quantities", "bounds"))
        self._after = Phrases[Bound](lexicon.table("quantities", "bounds_after"))
        self._leads = Phrases.of(lexicon.words("quantities", "lead_ins"), value=True)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        self._uncounted = Phrases[int](lexicon.table("quantities", "uncounted"))
        self._none = Phrases[int](lexicon.table("quantities", "none"))
        self._names = lexicon.words("quantities", "names")
        self._joined = lexicon.words("quantities", "joined")
        self._year_cues = lexicon.words("quantities", "year_cues")

    def read(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        """The count that starts at token `at`, None when none does."""
        start, bound = self._lead(words, at)
        core = self._core(words, start)
        if core and not self._is_other_number(parse, words, start, core):
            return self._quantity(parse, words, at, bound, core)
        if start > at and words[at] not in ("another", "some"):
            return None
        return self._uncounted_or_single(parse, words, at)

    def _lead(self, words: Sequence[str], at: int) -> tuple[int, Bound | None]:
        bound: Bound | None = None
        while True:
            found = self._bounds.match(words, at)
            lead = self._leads.match(words, at)
            if found and not (lead and lead[1] > found[1]):
                bound, at = bound or found[0], found[1]
            elif lead:
                at = lead[1]
            else:
                return at, bound

    def _core(self, words: Sequence[str], at: int) -> Core | None:
        vague = self._vague.match(words, at)
        if vague:
            return Core(vague[0], None, "vague", vague[1])
        return self._range(words, at) or self._number(words, at)

    def _number(self, words: Sequence[str], at: int) -> Core | None:
        number = self._numerals.read(words, at)
        if number is None:
            return None
        return Core(
            number.value,
            None if number.plus else number.value,
            "at least" if number.plus else "exactly",
            number.stop,
            number.digits,
        )

    def _range(self, words: Sequence[str], at: int) -> Core | None:
        if at >= len(words):
            return None
        hyphenated = RANGE.match(words[at])
        if hyphenated:
            low, high = (int(g.replace(",", "")) for g in hyphenated.groups())
            return Core(low, high, "between", at + 1, digits=True) if low < high else None
        opened = words[at] in ("between", "from")
        low_at = at + opened
        first = self._numerals.read(words, low_at)
        if first is None or first.stop >= len(words):
            return None
        if words[first.stop] not in LINKS and not (words[at] == "between" and words[first.stop] == "and"):
            return None
        second_at, _ = self._lead(words, first.stop + 1)
        second = self._numerals.read(words, second_at)
        if second is None or second.value <= first.value:
            return None
        low = first.value
        if not opened and second.value >= 1000 > low and low * 1000 < second.value:
            low *= 1000  # "3 to 5 thousand"
        return Core(low, second.value, "between", second.stop, digits=first.digits)

    def _is_other_number(self, parse: Parse, words: Sequence[str], start: int, core: Core) -> bool:
        """Whether the number is a date, a sum, an age, a rank or part of a name."""
        before = words[start - 1] if start and parse.tokens[start - 1].sentence == parse.tokens[start].sentence else ""
        if before in self._names and core.digits:
            return True
        after = words[core.stop] if core.stop < len(words) else ""
        if after in ("-", "–") and parse.tokens[core.stop].start == parse.tokens[core.stop - 1].end:
            return core.stop + 1 < len(words) and (words[core.stop + 1] in self._joined or core.digits)
        if after in ("%", "percent", "per", ":", "/", "°", "pct", "pc") and (
            after != ":" or (core.digits and _touches(parse, core.stop))
        ):
            return True
        if before in (":", "/", ".", "-") and _touches(parse, start):
            return True
        return core.digits and core.low == core.high and core.low in YEARS and self._is_year(words, start, core)

    def _is_year(self, words: Sequence[str], start: int, core: Core) -> bool:
        after = words[core.stop] if core.stop < len(words) else ""
        return "," not in words[start] and not self.victims.group(after) and after not in ("people", "more", "others")

    def _quantity(
        self, parse: Parse, words: Sequence[str], at: int, bound: Bound | None, core: Core
    ) -> Quantity | None:
        counted = self.victims.counted(parse, words, core.stop)
        if counted.thing:
            return None
        after = self._after.match(words, core.stop)
        low, high, kind, stop = core.low, core.high, core.bound, core.stop
        if after and core.bound == "exactly" and bound is None:
            bound, stop = after
            counted = self.victims.counted(parse, words, stop)
        if bound and kind == "exactly":
            low, high, kind = (
                (low, None, bound)
                if bound == "at least"
                else (None, high, bound)
                if bound == "at most"
                else (low, high, bound)
            )
        return _made(parse, at, stop, (low, high, kind), counted)

    def _uncounted_or_single(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        none = self._none.match(words, at)
        if none:
            counted = self.victims.counted(parse, words, none[1])
            return None if counted.thing or not counted.known else _made(parse, at, none[1], (0, 0, "exactly"), counted)
        uncounted = self._uncounted.match(words, at)
        if uncounted:
            counted = self.victims.counted(parse, words, uncounted[1])
            if counted.thing or not counted.known:
                return None
            return _made(parse, at, uncounted[1], (None, None, "vague"), counted)
        if words[at] in ARTICLES or words[at] == "another":
            return self._single(parse, words, at)
        return None

    def _single(self, parse: Parse, words: Sequence[str], at: int) -> Quantity | None:
        counted = self.victims.counted(parse, words, at + 1)
        if counted.heads and counted.known and not counted.thing and not counted.of:
            if words[at] in ARTICLES and parse.tokens[counted.heads[0]].tag in ("NNS", "NNPS"):
                return None
            return _made(parse, at, at + 1, (1, 1, "exactly"), counted, single=True)
        if words[at] == "another" and not counted.heads:
            return _made(parse, at, at + 1, (1, 1, "exactly"), counted, single=True)
        return None


def find_quantities(parse: Parse, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """Find counts that may be of people, in page order; money, dates, ages, distances and weapons are left out."""
    reader, words = _reader(lexicon), plain_words(parse)
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        quantity = reader.read(parse, words, at)
        if quantity and parse.tokens[quantity.stop - 1].sentence == parse.tokens[at].sentence:
            found.append(quantity)
            at = quantity.stop
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=4)
def _reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


def _touches(parse: Parse, at: int) -> bool:
    return parse.tokens[at].start == parse.tokens[at - 1].end


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
    noun = counted.heads[0] if counted.heads else None
    return Quantity(parse.span(at, stop), low, high, bound, at, stop, noun, single)
