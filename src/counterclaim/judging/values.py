"""What a judgement says of a field of a claim: written by people, kept as canonical JSON, put into the claim."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from counterclaim.errors import JudgementError
from counterclaim.export.records import from_json, to_json
from counterclaim.model import ASPECTS, COUNTED, RESPONSIBILITY, Bound, Certainty, Claim, Interval, Place, Polarity, Who

NOTHING = "-"
"""How people write that a field has no value; as a voice, the page's own word."""
FIELDS = ("aspect", "figure", "who", "voice", "party", "place", "date", "certainty", "polarity", "event_type")
"""The fields of a claim that can be judged; `figure` is low, high and bound together."""
CHOICES: dict[str, tuple[str, ...]] = {
    "aspect": ASPECTS,
    "who": get_args(Who),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
}
OPTIONAL = frozenset({"who", "voice", "party", "place", "date", "event_type"})
SIGNS: tuple[tuple[str, Bound], ...] = (
    (r"(?:≥|>=|at least|over|more than)\s*(\d+)|(\d+)\s*\+", "at least"),
    (r"(?:≤|<=|at most|up to)\s*(\d+)", "at most"),
    (r"(?:~|about|some)\s*(\d+)", "about"),
    (r"(\d+)", "exactly"),
)
RANGE = re.compile(r"(\d+)\s*(?:-|–|\.\.|to)\s*(\d+)")
SPOT = re.compile(r"(.+?)\s*@\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)")
DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s*(?:\.\.|to)\s*(\d{4}-\d\d-\d\d))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count as a claim has it: `low` and `high` None where that side is open; both None only for a vague word."""

    low: int | None
    high: int | None
    bound: Bound

    def __post_init__(self) -> None:
        if any(n is not None and n < 0 for n in (self.low, self.high)):
            raise ValueError("a count is not below nought")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"{self.low} to {self.high} ends before it starts")
        if self.low is self.high is None and self.bound != "vague":
            raise ValueError("a figure has a lower or an upper end, unless it is vague")


Value = str | Figure | Place | Interval | None


def canonical(data: Any) -> str:
    """JSON with sorted keys, no blanks and nothing but ASCII: the same data give the same characters everywhere."""
    return json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def encode(field: str, value: Value) -> str:
    """A field's value as canonical JSON; raises JudgementError where the field cannot have it."""
    if field not in FIELDS:
        raise JudgementError(f"a claim has no field {field!r} to judge; there are {', '.join(FIELDS)}")
    kind = {"figure": Figure, "place": Place, "date": Interval}.get(field, str)
    if value is None and field in OPTIONAL:
        return "null"
    if not isinstance(value, kind) or (isinstance(value, str) and not value.strip()):
        raise JudgementError(f"{value!r} is no {field.replace('_', ' ')}")
    if field in CHOICES and value not in CHOICES[field]:
        raise JudgementError(f"{value!r} is no {field}; it is one of {', '.join(CHOICES[field])}")
    if isinstance(value, Interval):
        _check_days(value)
    if isinstance(value, Place):
        _check_place(value)
    return canonical(to_json(value))


def _check_place(place: Place) -> None:
    """A place has a name, and lies on the globe."""
    if not place.name.strip() or abs(place.lat or 0.0) > 90 or abs(place.lon or 0.0) > 180:  # degrees
        raise JudgementError(f"{place.name!r} at {place.lat}, {place.lon} is no place")


def _check_days(days: Interval) -> None:
    try:
        date.fromisoformat(days.earliest), date.fromisoformat(days.latest)
    except ValueError as error:
        raise JudgementError(f"{days.earliest} to {days.latest} are no days: {error}") from error


def decode(field: str, text: str) -> Value:
    """The value that `encode` wrote; raises ValueError where it is none."""
    data = json.loads(text)
    if data is None:
        return None
    if field == "figure":
        return from_json(Figure, data)
    if field == "place":
        return from_json(Place, data)
    return from_json(Interval, data) if field == "date" else from_json(str, data)


def told(claim: Claim, *, whole: bool = False) -> tuple[tuple[str, str], ...]:
    """What a claim says in the fields that make it: the setting is left out unless `whole` is asked for.

    Of a count that is the figure and who is counted, of the rest the party; always voice, polarity and certainty.
    """
    value = {"figure", "who"} if claim.aspect != RESPONSIBILITY else {"party"}
    fields = set(FIELDS) if whole else {"aspect", "voice", "polarity", "certainty"} | value
    fields -= {"figure"} if claim.bound is None else set()
    return tuple((f, encode(f, of(claim, f))) for f in FIELDS if f in fields)


def of(claim: Claim, field: str) -> Value:
    """What a claim has in a field."""
    if field == "figure":
        return None if claim.bound is None else Figure(claim.low, claim.high, claim.bound)
    value: Value = getattr(claim, field)
    return value


def put(claim: Claim, field: str, text: str) -> Claim:
    """The claim with another value, given as canonical JSON; its id stays that of the reading.

    Another voice is not named by the words that were read as naming the first.
    """
    value = decode(field, text)
    if isinstance(value, Figure):
        return replace(claim, low=value.low, high=value.high, bound=value.bound)
    changed: dict[str, Any] = {field: value}
    if field == "voice" and value != claim.voice:
        changed["voice_span"] = None
    return replace(claim, **changed)


def is_fitting(aspect: str, field: str, value: Value) -> bool:
    """Whether a claim of this aspect can be given such a value: counts have figures, the rest parties."""
    if field in ("figure", "who"):
        return aspect in COUNTED
    return field != "aspect" or (aspect in COUNTED) == (value in COUNTED)


def parse(field: str, text: str) -> Value:
    """A value as people write it ("≥112", "20-30", "2019-04-09", `-` for none); raises JudgementError, with the forms.

    Places are a name, or a name with degrees ("Tarnholt @ 10.5,20.25").
    """
    text = text.strip()
    if text == NOTHING and field in OPTIONAL:
        return None
    readers: dict[str, Callable[[str], Value]] = {"figure": _figure, "date": _date, "place": _place}
    value = readers[field](text) if field in readers else text
    encode(field, value)
    return value


def _figure(text: str) -> Figure:
    plain = text.casefold().replace(",", "")
    if plain == "vague":
        return Figure(None, None, "vague")
    try:
        if between := RANGE.fullmatch(plain):
            return Figure(int(between[1]), int(between[2]), "between")
        for pattern, bound in SIGNS:
            if found := re.fullmatch(pattern, plain):
                number = int(next(filter(None, found.groups())))
                return Figure(None if bound == "at most" else number, None if bound == "at least" else number, bound)
    except ValueError as error:
        raise JudgementError(f"{text!r} is no figure: {error}") from error
    raise JudgementError(f"{text!r} is no figure; write 126, >=112, <=30, ~30, 20-30 or vague")


def _date(text: str) -> Interval:
    try:
        if found := DAYS.fullmatch(text):
            return Interval(found[1], found[2] or found[1])
    except ValueError as error:
        raise JudgementError(f"{text!r} is no date: {error}") from error
    raise JudgementError(f"{text!r} is no date; write 2019-04-09, or 2019-04-09..2019-04-11 for the days between")


def _place(text: str) -> Place:
    if found := SPOT.fullmatch(text):
        return Place(found[1], lat=float(found[2]), lon=float(found[3]))
    return Place(text)


def shown(field: str, text: str) -> str:
    """A value, given as canonical JSON, as people read it."""
    value = decode(field, text)
    if value is None:
        return "the page's own word" if field == "voice" else "none"
    if isinstance(value, Figure):
        return _figure_words(value)
    if isinstance(value, Interval):
        return value.earliest if value.earliest == value.latest else f"{value.earliest} to {value.latest}"
    return value.name if isinstance(value, Place) else value


def _figure_words(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is None or high is None:
        return "a vague word" if low is high is None else f"≤{high:,}" if low is None else f"≥{low:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"~{low:,}" if figure.bound == "about" else f"{low:,}"
