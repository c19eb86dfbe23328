"""The day of publication as written: nothing is guessed.

A date is taken only where it can be read in one way. "04/05/2017" is two dates, "May 2017" is no day: both are unknown.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?=$|[T\s])", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})([/.]?)(\d\d)\2(\d\d)(?!\d(?!\d{5}$))")
YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
DAY_MONTH = re.compile(
    rf"(?:[a-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b"
)
MONTH_DAY = re.compile(rf"(?:[a-z]{{3,9}},?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b")
PLACEHOLDERS = frozenset({"0001-01-01", "1900-01-01", "1970-01-01"})
FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def parse_published(value: str) -> str | None:
    """An ISO date, with the time where the value has one, or None when the value names no one day.

    A value that is ISO already stands as given. Days that mean "unknown" in the databases of publishing systems
    (1970-01-01 and the like) are unknown.
    """
    value = value.strip()
    found = _iso(value) or _rfc(value) or _numbers(value) or _words(value.lower())
    return None if found is None or found[:10] in PLACEHOLDERS else found


def _iso(value: str) -> str | None:
    match = ISO_DAY.match(value)
    if match is None or _day(*match.groups()) is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return match.group()  # the day is sound, what follows it ("10:30 GMT") is not ISO
    return value


def _rfc(value: str) -> str | None:
    """A date as in mail and HTTP headers: "Sat, 15 Apr 2017 10:00:00 GMT"."""
    if ":" not in value:
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, OverflowError, TypeError):
        return None


def _numbers(value: str) -> str | None:
    if match := YEAR_FIRST.match(value):
        return _day(match[1], match[3], match[4])
    if match := YEAR_LAST.match(value):
        first, second = _day(match[4], match[3], match[1]), _day(match[4], match[1], match[3])
        return first or second if None in (first, second) or first == second else None
    return None


def _words(value: str) -> str | None:
    for pattern in (DAY_MONTH, MONTH_DAY):
        if (match := pattern.match(value)) and (month := _month(match["month"])):
            return _day(match["year"], month, match["day"])
    return None


def _month(word: str) -> int | None:
    """The number of a month's English name, whole or cut to three or four letters; None for another word."""
    if len(word) > 4 and word not in FULL_MONTHS:
        return None
    return next((n for n, name in enumerate(FULL_MONTHS, 1) if name.startswith(word)), None)


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
