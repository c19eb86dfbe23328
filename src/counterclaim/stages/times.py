"""Words that date something, resolved to intervals of days.

A weekday means the nearest such day on or before the page's own day. That day is the one written on the page where
there is one: what pages carry as metadata is often the day on which they were moved or crawled. Without any such day
relative words keep no interval: unknown stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from counterclaim.lexicon import Lexicon
from counterclaim.model import Interval, Span, TimeExpression, TimeMention
from counterclaim.setting.agreeing import load_agreeing
from counterclaim.setting.coming import coming
from counterclaim.setting.datelines import heads_item, is_dateline
from counterclaim.setting.days import DayWords, load_day_words
from counterclaim.setting.expressions import load_expressions
from counterclaim.setting.figured import YEAR
from counterclaim.setting.reckoning import Found, Reference, ends_caption
from counterclaim.setting.values import written
from counterclaim.syntax import Parse

HEAD = 260  # characters at the top within which a page's own date stands
LEAD = 800  # characters at the top in which a page without a day of its own says when all this was
LINE = 160  # characters of a line that is furniture
FOOT = 300  # characters at the end in which a post has its stamp
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
EARLIEST, LATEST = 1900, 2200  # years of publication that can be meant
A_YEAR = re.compile(rf"\b{YEAR}\b")
LAST_WORD = re.compile(r"([\w']+)\W*$")


def find_times(parse: Parse, published: date | None, lexicon: Lexicon) -> tuple[TimeMention, ...]:
    """Find dates and resolve them against the page's own day, None standing for unknown."""
    words = load_day_words(lexicon)
    reference, ahead = page_day(parse, published, words), coming(parse, lexicon)
    found: list[Found] = []
    for start, stop in _stretches(parse):
        found += words.find(parse.text, start, stop, reference, found, ahead)
    return tuple(_mention(parse, one, reference) for one in load_agreeing(lexicon).agree(parse.text, found, reference))


def find_expressions(parse: Parse, published: date | None, lexicon: Lexicon) -> tuple[TimeExpression, ...]:
    """Find all that names a time, durations and sets too, with TIMEX3's types and values."""
    reference, ahead = page_day(parse, published, load_day_words(lexicon)), coming(parse, lexicon)
    words = load_expressions(lexicon)
    found: list[Found] = []
    for start, stop in _stretches(parse):
        found += words.find(parse.text, start, stop, reference, found, ahead)
    return tuple(TimeExpression(Span.of(parse.text, f.start, f.end), f.kind, f.value or written(f.days)) for f in found)


def page_day(parse: Parse, published: date | None, words: DayWords) -> Reference:
    """The page's own day: a full date that stands at its top or alone on a line, else that of its dateline.

    Else it is the day given with the page; where there is none, that of a stamp at its foot, or the latest date that
    the beginning of the text tells.
    """
    if published and not EARLIEST <= published.year <= LATEST:
        published = None
    unknown = Reference(published, {}, years=_years(parse.text) if published is None else frozenset())
    full: dict[tuple[int, int], date] = {}
    own: date | None = None
    datelined: date | None = None
    told: list[date] = []
    for start, stop in (*_stretches(parse), *_lines_left_out(parse)):
        for found in words.find(parse.text, start, stop, unknown):
            if found.full and found.fine and found.days and found.start < LEAD:
                told.append(found.days[1])
            if not (found.fine and found.days and found.days[0] == found.days[1]):
                continue
            day = found.days[0]
            if datelined is None and is_dateline(parse.text, found.start, found.end, words.told):
                datelined = day
            if found.full:
                full.setdefault((day.month, day.day), day)
                if own is None and _dates_page(parse.text, found, start, stop, words):
                    own = day
    return Reference(
        own or datelined or published or _stamp(parse, words) or max(told, default=None), full, years=unknown.years
    )


def _years(text: str) -> frozenset[int]:
    """The years that a page names."""
    return frozenset(int(m[0]) for m in A_YEAR.finditer(text))


def _stamp(parse: Parse, words: DayWords) -> date | None:
    """The day of a line at the page's foot with a clock's time or a word of publishing: "edited 9 May 2020, 09:14"."""
    at = max(0, len(parse.text) - FOOT)
    for line in parse.text[at:].splitlines(keepends=True):
        start, at = at, at + len(line)
        if len(line) > LINE or not (CLOCK.search(line) or set(words.page_words) & set(line.lower().split())):
            continue
        for found in words.find(parse.text, start, at, Reference(None, {})):
            if found.full and found.fine and found.days and found.days[0] == found.days[1]:
                return found.days[0]
    return None


def _lines_left_out(parse: Parse) -> Iterator[tuple[int, int]]:
    """The lines at the page's top that were not parsed, such as "Posted by Tarn Times | 9 May 2020"."""
    parsed = [(start, stop) for start, stop in _stretches(parse)]
    at = 0
    for line in parse.text[:LEAD].splitlines(keepends=True):
        start, at = at, at + len(line)
        if len(line) <= LINE and not any(start < e and s < at for s, e in parsed):
            yield start, at


def _dates_page(text: str, found: Found, start: int, stop: int, words: DayWords) -> bool:
    """Whether a full date is the page's own and not that of something told."""
    if words.counted.match(text, found.start) or heads_item(text, found.start, found.end):  # "yesterday 27 July 2015"
        return False
    alone = found.end - found.start + 24 >= stop - start
    before = LAST_WORD.search(text[max(start, found.start - 40) : found.start].lower())
    if alone or (before and before[1] in words.page_words):
        return True
    told = (before and before[1] in words.told) or ends_caption(text, found.start)
    return found.start - start < HEAD and start < HEAD and not told


def _stretches(parse: Parse) -> Iterator[tuple[int, int]]:
    """The passages that were parsed, as offsets."""
    first: int | None = None
    for i, sentence in enumerate(parse.sentences):
        first = sentence.first if first is None else first
        last = i + 1 == len(parse.sentences) or parse.sentences[i + 1].passage != sentence.passage
        if last and sentence.stop > first:
            yield parse.tokens[first].start, parse.tokens[sentence.stop - 1].end
        if last:
            first = None


def _mention(parse: Parse, found: Found, reference: Reference) -> TimeMention:
    first, last = parse.at(found.start), parse.at(found.end - 1)
    interval = Interval(found.days[0].isoformat(), found.days[1].isoformat()) if found.days else None
    return TimeMention(
        Span.of(parse.text, found.start, found.end),
        interval,
        first.index if first else 0,
        last.index + 1 if last else 1,
        _anchor(found, reference),
    )


def _anchor(found: Found, reference: Reference) -> str | None:
    """The day from which a date was counted: none for one with its year, there or elsewhere on the page."""
    if found.full or not found.days or not reference.day or found.days[0] in reference.named.values():
        return None
    return reference.day.isoformat()
