"""Counting days, months and years, as news counts them. Pure functions on dates."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from dragoman.errors import RecordError
from dragoman.language.dates.tense import Tense
from dragoman.model.dates import (
    SEASON_STARTS,
    NewsDate,
    approximate,
    day,
    interval,
    month,
    parse_edtf,
    season,
    week,
    year,
)

# A month or a day without a year is the last one, unless that is more than this many days back:
# "25 January" in an article of 21 January is next week's, not last year's. Eleven months leaves
# one month in which the other side is nearer by far.
NEAR = 335

# Where no verb tells the direction, nine months: a paper names the year, or says "last December",
# of what lies further back than it lies ahead three times over.
NEAR_UNSAID = 274

_EDTF_YEAR = re.compile(r"(?<![\d-])\d{4}")

# From a year to the first and last day of something within it.
YearSpan = Callable[[int], tuple[dt.date, dt.date]]


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day so many months on; the last of the month where that day does not exist."""
    total = date.year * 12 + date.month - 1 + months
    of_year, number = divmod(total, 12)
    last = calendar.monthrange(of_year, number + 1)[1]
    return dt.date(of_year, number + 1, min(date.day, last))


def shifted(origin: dt.date, count: float, unit: str) -> dt.date:
    """The day `count` units (minute, hour, day, week, month, year) after the origin."""
    if unit in ("minute", "hour"):
        return origin + dt.timedelta(int(count / (24 if unit == "hour" else 1440)))
    if unit == "day":
        return origin + dt.timedelta(round(count))
    if unit == "week":
        return origin + dt.timedelta(round(count * 7))
    return add_months(origin, round(count * (12 if unit == "year" else 1)))


def as_unit(date: dt.date, unit: str) -> NewsDate:
    """The calendar unit (day, week, month, year) that holds the day."""
    if unit == "week":
        return week(date)
    if unit == "month":
        return month(date.year, date.month)
    return year(date.year) if unit == "year" else day(date)


def counted(origin: dt.date, count: float, unit: str) -> NewsDate:
    """The time `count` units away, as exact as such counts are: days exact, the rest about."""
    when = as_unit(shifted(origin, count, unit), unit)
    return when if unit in ("minute", "hour", "day") else approximate(when)


def stretch(origin: dt.date, count: float, unit: str) -> NewsDate:
    """The interval of `count` units that ends at the origin, or begins there if above zero.

    Years and months keep their own width and are marked "~" (``2006~/2026~``); weeks are counted
    in days, the far end about.
    """
    far = shifted(origin, count, unit)
    if unit in ("month", "year"):
        ends = [approximate(as_unit(far, unit)), approximate(as_unit(origin, unit))]
    else:
        ends = [approximate(day(far)) if unit == "week" else day(far), day(origin)]
    if count > 0:
        ends.reverse()
    return interval(ends[0], ends[1])


def nearest_weekday(origin: dt.date, weekday: int, tense: Tense) -> dt.date:
    """The last such weekday, or the next if the clause looks ahead; the day itself is both."""
    if tense is Tense.FUTURE:
        return origin + dt.timedelta((weekday - origin.weekday()) % 7)
    return origin - dt.timedelta((origin.weekday() - weekday) % 7)


def nearest_year(origin: dt.date, tense: Tense, in_year: YearSpan) -> int:
    """The year for a date told without one; `in_year` gives its first and last day in a year."""
    this = origin.year
    if tense is Tense.FUTURE:
        ahead = this if in_year(this)[1] >= origin else this + 1
        return ahead if (in_year(ahead)[0] - origin).days <= NEAR else ahead - 1
    back = this if in_year(this)[0] <= origin else this - 1
    reach = NEAR if tense is Tense.PAST else NEAR_UNSAID
    return back if (origin - in_year(back)[1]).days <= reach else back + 1


def year_on(date: NewsDate) -> NewsDate:
    """The same days, months or seasons a year later; the date itself if that year lacks the day."""
    try:
        return parse_edtf(_EDTF_YEAR.sub(lambda said: f"{int(said[0]) + 1:04}", date.edtf))
    except RecordError:
        return date


def season_of(origin: dt.date, code: int, steps: int) -> NewsDate:
    """The season of that code: the running or last one (0), the one before it (-1), the next (1).

    "Last summer" said in the summer is the year before's; said in any other season it is the
    latest that is over.
    """
    starts = dt.date(origin.year, SEASON_STARTS[code], 1)
    latest = season(origin.year if starts <= origin else origin.year - 1, code)
    running = latest.overlaps(day(origin))
    number = int(latest.edtf[:4])
    if steps < 0:
        return season(number - 1 if running else number, code)
    return season(number + 1, code) if steps > 0 else latest


def easter(of_year: int) -> dt.date:
    """Easter Sunday of the western churches (the anonymous Gregorian rule of 1876)."""
    a, (b, c) = of_year % 19, divmod(of_year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    number, last = divmod(h + el - 7 * m + 114, 31)
    return dt.date(of_year, number, last + 1)


def nth_weekday(of_year: int, number: int, weekday: int, nth: int) -> dt.date:
    """The nth such weekday (0 is Monday) of a month (1 to 12); -1 is its last."""
    first = dt.date(of_year, number, 1)
    days = (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    if nth < 0:
        days = (weekday - first.weekday()) % 7 + 28
        if days >= calendar.monthrange(of_year, number)[1]:
            days -= 7
    return first + dt.timedelta(days)
