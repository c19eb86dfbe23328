"""The year of a day without one in an account of the past: "Between May and August 2021 … On June 20 soldiers …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.setting.reckoning import Days, Found, a_date

BACK = 4  # times before one in which its year may be told
SPAN = timedelta(200)  # how long a time may be that holds the days told after it
SOON = timedelta(45)  # within which a day goes on from one told in full
RECENT = timedelta(45)  # a day so near the page's own is its own year's
MONTH = timedelta(31)


def in_their_years(text: str, found: Sequence[Found], day: date) -> list[Found]:
    """The times of a page, in order, days without a year put into the past time that was told last and holds them."""
    told: list[Found] = []
    for one in found:
        moved = next((d for g in reversed(told[-BACK:]) if (d := _within(text, g, one, day))), None)
        told.append(replace(one, days=moved, full=True) if moved else one)
    return told


def _within(text: str, past: Found, one: Found, day: date) -> Days | None:
    """The days of a time in the year of a past one, where they lie in that or go on from it."""
    if one.full or not one.days or not past.full or not past.days or day - one.days[1] < RECENT:
        return None
    if not one.fine or one.days[1] - one.days[0] > MONTH:
        return None
    back = one.days[0].year - past.days[0].year
    ends = [a_date(d.year - back, d.month, d.day) for d in one.days]
    if back < 1 or not ends[0] or not ends[1]:
        return None
    first, last = past.days
    if first == last:
        held = first <= ends[0] <= first + SOON and "\n" not in text[past.end : one.start]
    else:
        held = last - first <= SPAN and first <= ends[0] and ends[1] <= last
    return (ends[0], ends[1]) if held else None
