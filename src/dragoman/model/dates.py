"""NewsDate: a date as news gives it, in EDTF, with the days it can mean.

The EDTF that dragoman writes is a small part of the Library of Congress's levels 0 to 2:

====================  =========================  ==========================================
written               means                      days
====================  =========================  ==========================================
``2026-01-03``        a day                      that day
``2026-01``           a month                    first to last of the month
``2025-22``           a season (21 to 24)        whole months, from the year's March on
``2025``              a year                     first to last of the year
``199X``, ``19XX``    a decade, a century        first to last of its years
``2026-01-21~``       about then                 widened on both sides, see ``MARGINS``
``2023-10/2023-12``   an interval                first day of the start to last of the end
``2012/..``           since then                 ``latest`` is None
``../2023``           until then                 ``earliest`` is None
====================  =========================  ==========================================

The days and the precision follow from the string alone, so ``parse_edtf(date.edtf) == date``
holds for every date that this module makes.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from dragoman.errors import RecordError


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


# How many days a "~" widens a date before and after. A day is the record format's own example
# (2026-01-21~ is 2026-01-19 to 2026-01-22): news looks back, and prints a day late more often
# than a day early. Everything else is widened by half of itself on either side, which is how
# far a rounded number can be off.
MARGINS: dict[Precision, tuple[int, int]] = {
    Precision.DAY: (2, 1),
    Precision.MONTH: (15, 15),
    Precision.SEASON: (45, 45),
    Precision.YEAR: (183, 183),
    Precision.DECADE: (1826, 1826),
    Precision.CENTURY: (18262, 18262),
}

# EDTF's season numbers and the month each begins in: meteorological seasons of the northern
# hemisphere, whose press writes most of the English news. A winter carries the year it begins in.
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}

QUARTERS = (("01", "03"), ("04", "06"), ("07", "09"), ("10", "12"))

_POINT = re.compile(
    r"(?P<digits>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:(?<=\d)-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?P<about>~?)"
)
_OPEN = ".."


@dataclass(frozen=True, slots=True)
class NewsDate:
    """A date in EDTF (Library of Congress, ISO 8601-2) and the first and last day it can mean.

    ``earliest`` is None for an interval open to the past ("../2023"), ``latest`` is None for one
    that is open to the future ("2012/.."). Raises RecordError when both are given out of order.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise RecordError(f"{self.edtf}: {self.earliest} is after {self.latest}")

    def overlaps(self, other: NewsDate) -> bool:
        """Whether some day lies within both."""
        low = max(d for d in (self.earliest, other.earliest, dt.date.min) if d)
        high = min(d for d in (self.latest, other.latest, dt.date.max) if d)
        return low <= high


@lru_cache(maxsize=4096)
def parse_edtf(edtf: str) -> NewsDate:
    """The date an EDTF string means, for the part of EDTF in this module's table.

    Raises RecordError for any other string, for a day no calendar has, and for an interval that
    ends before it begins.
    """
    try:
        if "/" in edtf:
            return _parse_interval(edtf)
        return _parse_point(edtf)
    except (ValueError, OverflowError) as problem:
        raise RecordError(
            f"{edtf!r} is not a date: {problem}", hint="write it like 2026-01-03, 2025 or 2012/.."
        ) from problem


def _parse_point(edtf: str) -> NewsDate:
    match = _POINT.fullmatch(edtf)
    if match is None:
        raise ValueError("not in the EDTF that dragoman writes")
    first, last, precision = _days(match["digits"], match["part"], match["day"])
    if match["about"]:
        before, after = MARGINS[precision]
        first, last = first - dt.timedelta(before), last + dt.timedelta(after)
    return NewsDate(edtf, first, last, precision)


def _days(digits: str, part: str | None, day: str | None) -> tuple[dt.date, dt.date, Precision]:
    if part is None:
        first = dt.date(int(digits.replace("X", "0")), 1, 1)
        last = dt.date(int(digits.replace("X", "9")), 12, 31)
        precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[digits.count("X")]
        return first, last, precision
    year, number = int(digits), int(part)
    if day is not None:
        only = dt.date(year, number, int(day))
        return only, only, Precision.DAY
    if number in SEASON_STARTS:
        first = dt.date(year, SEASON_STARTS[number], 1)
        return first, _month_end(*_later_month(year, first.month, 2)), Precision.SEASON
    return dt.date(year, number, 1), _month_end(year, number), Precision.MONTH


def _later_month(year: int, month: int, months: int) -> tuple[int, int]:
    return year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _parse_interval(edtf: str) -> NewsDate:
    # The ends are read at their own width even when marked "~": the width of a year is already
    # the doubt about an end that is "about 2006".
    left, right = edtf.split("/")
    start = None if left == _OPEN else _parse_point(left.removesuffix("~")).earliest
    end = None if right == _OPEN else _parse_point(right.removesuffix("~")).latest
    if start is None and end is None:
        raise ValueError("an interval open on both sides says nothing")
    return NewsDate(edtf, start, end, _interval_precision(left.rstrip("~"), right.rstrip("~")))


def _interval_precision(left: str, right: str) -> Precision:
    if len(left) == len(right) == 7 and left[:4] == right[:4]:
        return Precision.QUARTER if (left[5:], right[5:]) in QUARTERS else Precision.INTERVAL
    if len(left) == len(right) == 10:
        first, last = dt.date.fromisoformat(left), dt.date.fromisoformat(right)
        if first.weekday() == 0 and (last - first).days == 6:
            return Precision.WEEK
    return Precision.INTERVAL


def day(date: dt.date) -> NewsDate:
    """That day."""
    return parse_edtf(date.isoformat())


def about(date: dt.date) -> NewsDate:
    """About that day: two days before to one day after, the record format's margin."""
    return parse_edtf(f"{date.isoformat()}~")


def week(date: dt.date) -> NewsDate:
    """The calendar week, Monday to Sunday, that holds the day (EDTF has no week of its own)."""
    monday = date - dt.timedelta(date.weekday())
    return parse_edtf(f"{monday.isoformat()}/{(monday + dt.timedelta(6)).isoformat()}")


def month(of_year: int, number: int) -> NewsDate:
    """A month (1 to 12) of a year."""
    if not 1 <= number <= 12:
        raise RecordError(f"there is no month {number}", hint="months are 1 to 12")
    return parse_edtf(f"{of_year:04}-{number:02}")


def quarter(of_year: int, number: int) -> NewsDate:
    """A quarter (1 to 4) of a year, as an interval of its months."""
    if not 1 <= number <= 4:
        raise RecordError(f"there is no quarter {number}", hint="quarters are 1 to 4")
    first, last = QUARTERS[number - 1]
    return parse_edtf(f"{of_year:04}-{first}/{of_year:04}-{last}")


def season(of_year: int, code: int) -> NewsDate:
    """A season of a year by EDTF's code: 21 spring, 22 summer, 23 autumn, 24 winter."""
    if code not in SEASON_STARTS:
        raise RecordError(f"there is no season {code}", hint="seasons are 21 to 24")
    return parse_edtf(f"{of_year:04}-{code}")


def year(number: int) -> NewsDate:
    """A calendar year."""
    return parse_edtf(f"{number:04}")


def decade(number: int) -> NewsDate:
    """The decade that holds the year: 1994 gives 199X."""
    return parse_edtf(f"{number // 10:03}X")


def century(nth: int) -> NewsDate:
    """The nth century as EDTF and common use have it: the 20th is 19XX, 1900 to 1999."""
    return parse_edtf(f"{nth - 1:02}XX")


def approximate(date: NewsDate) -> NewsDate:
    """The same date marked as about right; both ends of an interval are marked."""
    ends = (end if end.endswith(("~", _OPEN)) else f"{end}~" for end in date.edtf.split("/"))
    return parse_edtf("/".join(ends))


def interval(start: NewsDate | None, end: NewsDate | None) -> NewsDate:
    """From the first of `start` to the last of `end`; None leaves that side open.

    One and the same date on both sides is that date. Raises RecordError when both are None or
    the end lies before the start.
    """
    left = start.edtf.split("/")[0] if start else _OPEN
    right = end.edtf.split("/")[-1] if end else _OPEN
    return parse_edtf(left if left == right and left != _OPEN else f"{left}/{right}")
