"""The values that TIMEX3 writes for times: "1998-02", "1998-W08", "P2W", "PXY" (Pustejovsky et al. 2003)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from counterclaim.setting.reckoning import Days, a_date

QUARTER = 3  # months


def written(days: Days | None) -> str | None:
    """The value of a day, of a whole month or of a whole year; None for other stretches."""
    if days is None:
        return None
    first, end = days
    if first == end:
        return first.isoformat()
    if (first.year, first.month, first.day) == (end.year, end.month, 1):
        return f"{first:%Y-%m}" if end.day == monthrange(end.year, end.month)[1] else None
    whole = first.day == 1 and (end.month, end.day) == (12, 31) and first.year == end.year and first.month == 1
    return f"{first.year:04}" if whole else None


def month(days: Days | None) -> str | None:
    """The month in which days begin."""
    return f"{days[0]:%Y-%m}" if days else None


def year(days: Days | None) -> str | None:
    """The year in which days begin."""
    return f"{days[0].year:04}" if days else None


def week(day: date) -> str:
    """The week of a day, from Monday."""
    then = day.isocalendar()
    return f"{then.year:04}-W{then.week:02}"


def quarter(day: date) -> str:
    """The quarter of a day."""
    return f"{day.year:04}-Q{(day.month - 1) // QUARTER + 1}"


def moved(value: str, years: int) -> str:
    """A value that begins with a year, so many years on."""
    return f"{int(value[:4]) + years:04}{value[4:]}"


def length(count: str, unit: str) -> str:
    """So many of a unit ("2", "W"), a T before it where it is shorter than a day."""
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def in_period(day: date, unit: str, steps: int) -> str:
    """The week, weekend, month, quarter, year, decade or century that lies so many steps after that of a day."""
    if unit == "weekend":
        return week(day + timedelta(7 * steps)) + "-WE"
    if unit == "week":
        return week(day + timedelta(7 * steps))
    if unit in ("month", "quarter"):
        months = day.year * 12 + day.month - 1 + steps * (QUARTER if unit == "quarter" else 1)
        then = a_date(months // 12, months % 12 + 1, 1) or day
        return quarter(then) if unit == "quarter" else f"{then:%Y-%m}"
    if unit == "decade":
        return f"{day.year // 10 + steps}"
    return f"{day.year + steps:04}" if unit == "year" else f"{day.year // 100 + steps}"
