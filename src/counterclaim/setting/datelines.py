"""Datelines: "TARN, Velia, May 17 (Marrow Wire) –", whose day is that of the report and of nothing told in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache

LEFT, RIGHT = 90, 60  # characters around a date in which the rest of its dateline stands
WORD = r"(?:[A-Z][\w.'’/-]*|(?:al|el|de|of|and)\b)"
PLACE = re.compile(
    rf"(?:^|[\n.!?”\"\]|»])\s*[\[(]?({WORD}(?:[\s,/-]+{WORD}){{0,7}})\s*(?:\([^()\n]{{2,40}}\))?\s*[.,:(|–—-]?\s*$"
)
SOURCE = r"(?:\(\s*[^()\n]{1,40}\)|/[\w .'’]{2,30}/|\[[^\[\]\n]{1,40}\]|[A-Z][\w.'’]*(?:\s+[A-Z][\w.'’]*){0,2})"
# "Tarn, Dec 20 (MW) A mine", and a dateline on a line of its own
NO_DASH = re.compile(r"\s*[.,]?\s*(?:\(\s*[A-Z][^()\n]{1,40}\)|/[\w .'’]{2,30}/)\s*[“\"'‘A-Z\d]|\s*[.,:]?\s*?\n")
DASH = re.compile(rf"\s*[.,)\]]{{0,2}}\s*{SOURCE}?\s*[.,]?\s*(?:--|[-–—:|])(?!\d)\s*\S")


# "10 July 2019: In Tarn, …", as lists of what happened have it
ITEM = re.compile(
    r"(?m)^\W*(?:[A-Z][a-z]+day,?\s+)?(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?\s*[:–—-]\s*(?=\S)"
)


STAMP = re.compile(
    r"(?:Last )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted)(?: (?:at|on))?:? "
    r"(?:[A-Z][a-z]{2,8}\.? \d[\d ,:/.]*|\d[\d ,:/.]*[A-Z][a-z]{2,8}\.? \d{4}) "
)
OPENS = re.compile(r",? [\"“‘']?(?=[A-Z\d])(?:\S+ ){1,3}[a-z]{3,}")  # a sentence, and no headline in capitals


# "Tarn — Nine people were killed in the village of Old Marrow, …": a paragraph that names its place itself.
LINED = re.compile(r"(?m)^[A-Z][^\n.,:;()]{1,40}?\s(?:[—–-]|--)\s(?=\S)")
LED = re.compile(r"\s(?:[—–-]|--)\s[\"“‘']?[A-Z][^\n]{60,}")
THERE = re.compile(
    r"\b(?:in|near|at|outside|on|of)\s(?:the\s)?(?:[a-z-]+\s){0,4}(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z]"
)
FIRST = 3  # lines of a page in which its report begins


def is_led(text: str, start: int, end: int) -> bool:
    """Whether a name and a dash open the one paragraph of a page that is opened so, and that tells of another place."""
    begin = text.rfind("\n", 0, start) + 1
    lines = [line for line in text[:begin].split("\n") if line.strip()]
    if text[begin:start].strip() or len(lines) >= FIRST or not LED.match(text, end) or len(LINED.findall(text)) > 1:
        return False
    sentence = text[end:].partition("\n")[0].partition(". ")[0]
    return any(text[start:end] not in sentence[m.start() : m.end() + 30] for m in THERE.finditer(sentence))


def heads_item(text: str, start: int, end: int) -> bool:
    """Whether a date heads an item of a list that goes by dates: there are several, of different days."""
    heads = _heads(text)
    at = bisect_right(heads, (start, len(text))) - 1
    return at >= 0 and end <= heads[at][1]


@lru_cache(maxsize=2)  # every date of a page asks for those of the page
def _heads(text: str) -> Sequence[tuple[int, int]]:
    """Where the heads of the items stand, in order; none where all are of one day."""
    found = list(ITEM.finditer(text))
    return [m.span() for m in found] if len({m[0] for m in found}) > 1 else []


def is_stamped(text: str, start: int, end: int) -> bool:
    """Whether a name opens the report right behind its page's stamp: "Last updated at Oct 082017 TARN Two people …"."""
    stamp = text[text.rfind("\n", 0, start) + 1 : start]
    return STAMP.fullmatch(stamp) is not None and OPENS.match(text, end) is not None


def is_dateline(text: str, start: int, end: int, told: Collection[str]) -> bool:
    """Whether a date at text[start:end] is that of a dateline; `told` are words before the date of what is told."""
    before = PLACE.search(text[max(0, start - LEFT) : start])
    after = text[end : end + RIGHT]
    if before is None or not (DASH.match(after) or NO_DASH.match(after)) or heads_item(text, start, end):
        return False
    words = re.findall(r"[\w'’]+", before[1].lower())
    return bool(words) and words[0] not in told and words[-1] not in told
