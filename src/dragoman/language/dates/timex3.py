"""Date expressions as TIMEX3 of TimeML 1.2.1, the notation that date finders are compared in.

An expression of ours may name two times ("between March and June") and takes in the preposition
that gives it its meaning ("since 2012"); a TIMEX3 is one time without its preposition. Values
follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006), which take them from TIDES
(Ferro et al. 2003): ``1998-01-08``, ``1998-W02``, ``1998-W02-WE``, ``1998-Q1``, ``1998-SU``,
``199`` (the nineties), ``P2D``, ``PXY`` (some years), ``1998-01-08TMO``, ``PRESENT_REF``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.language.dates.expression import DateExpression, DateKind, NamedTime
from dragoman.model.dates import NewsDate, Precision

# What is known to be a time and cannot be placed.
UNKNOWN = "XXXX-XX-XX"

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_HALVES = {("01", "06"): "H1", ("07", "12"): "H2"}
_TIME_OF_DAY = re.compile(r"[\dX-]+T")


@dataclass(frozen=True, slots=True)
class Timex3:
    """One TIMEX3: ``start`` and ``end`` count code points, ``words`` is what stands there.

    ``type`` is DATE, TIME, DURATION or SET; ``mod`` is START, MID, END, APPROX, … or empty.
    """

    start: int
    end: int
    words: str
    type: str
    value: str
    mod: str


def timexes(expression: DateExpression) -> tuple[Timex3, ...]:
    """The TIMEX3 of an expression, one for each time that it names, in order."""
    return tuple(_tag(expression, time) for time in expression.times)


def _tag(expression: DateExpression, time: NamedTime) -> Timex3:
    at = expression.start
    words = expression.words[time.start - at : time.end - at]
    value = time.value or (value_of(time.date) if time.date else UNKNOWN)
    return Timex3(time.start, time.end, words, _type(time.kind, value), value, time.mod)


def _type(kind: DateKind, value: str) -> str:
    if kind is DateKind.SET:
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if _TIME_OF_DAY.match(value) else "DATE"


def value_of(date: NewsDate) -> str:
    """The TIMEX3 value of a date; an interval no calendar names gives its first end's."""
    ends = date.edtf.replace("~", "").split("/")
    if len(ends) == 1:
        return _point(ends[0])
    if ".." in ends:
        return "PAST_REF" if ends[0] == ".." else "FUTURE_REF"
    first, last = ends
    if date.earliest and date.latest and len(first) == len(last) == 10:
        of_year, number, weekday = date.earliest.isocalendar()
        days = (date.latest - date.earliest).days
        if weekday == 1 and days == 6:
            return f"{of_year:04}-W{number:02}"
        if weekday == 6 and days == 1:
            return f"{of_year:04}-W{number:02}-WE"
    if date.precision is Precision.QUARTER:
        return f"{first[:4]}-Q{(int(first[5:]) + 2) // 3}"
    if len(first) == len(last) == 7 and first[:4] == last[:4]:
        half = _HALVES.get((first[5:], last[5:]))
        return f"{first[:4]}-{half}" if half else first
    return _point(first)


def _point(edtf: str) -> str:
    of_year, _, rest = edtf.partition("-")
    if rest in _SEASONS:
        return f"{of_year}-{_SEASONS[rest]}"
    return edtf.rstrip("X")
