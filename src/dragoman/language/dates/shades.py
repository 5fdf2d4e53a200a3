"""Words that narrow a time: "early 2024", "the end of March", "10 p.m. Wednesday"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates.expression import DateKind, NamedTime
from dragoman.language.dates.part import Part
from dragoman.language.dates.words import ORDINALS, PART_SIGNS
from dragoman.model import dates
from dragoman.model.dates import NewsDate, Precision

_SHADE = re.compile(
    r"""\b(?:
        (?P<early>(?:the\ )?early
          |(?:the\ (?:very\ )?)?(?:beginning|start|first\ (?:days|weeks))\ of)
      | (?P<middle>(?:the\ )?mid|(?:the\ )?middle\ of)
      | (?P<late>(?:the\ )?late
          |(?:the\ (?:very\ )?)?(?:end|close|(?:last|final)\ (?:days|weeks))\ of)
      | (?P<sooner>earlier(?:\ in)?)
      | (?P<rest>later(?:\ in)?)
      | (?P<remainder>(?:the\ )?(?:rest|remainder)\ of)
      | (?:the\ )?(?P<half>first|second|last|latter)\ half\ of
      | (?:the\ )?first\ (?P<months>\w+)\ months\ of
      | (?P<about>(?:on\ or\ )?about|around|circa|approximately|roughly)
      | (?:the\ )?(?P<nth>first|second|third|fourth|last)\ week\ of
      | (?:the\ )?(?P<week>week)\ of
      | (?:the\ )?(?:morning|afternoon|evening|night)\ (?P<within>of)
    )(?:\ the\ |\ |-)$""",
    re.VERBOSE | re.IGNORECASE,
)
# Early, middle, late of a year, as (first month, last month). Early and late are the outer
# quarters, as the record format has "end of 2023"; the middle is the middle third.
_YEAR_SHADES = {"early": (1, 3), "middle": (5, 8), "late": (10, 12)}
# Of a month, as (first day, last day): its thirds. 31 stands for the last day.
_MONTH_SHADES = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}
# Of a decade, as years within it; and of a century. Thirds, rounded as usage does ("mid-1990s").
_DECADE_SHADES = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}
_CENTURY_SHADES = {"early": (0, 33), "middle": (34, 66), "late": (67, 99)}
# Of a week, counted from Monday.
_WEEK_SHADES = {"early": (0, 1), "middle": (2, 2), "late": (3, 6)}
# TIMEX3's mods for the words above; the rest change the value.
_MODS = {
    "early": "START", "middle": "MID", "late": "END", "about": "APPROX", "sooner": "START",
    "rest": "END",
}  # fmt: skip


def clocked(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with a time of the clock and the day after it as one: "10 p.m. Wednesday"."""
    out: list[Part] = []
    for part in parts:
        if out and _is_clock_of(text, out[-1], part):
            out[-1] = _at_clock(out[-1], part)
        else:
            out.append(part)
    return out


def _is_clock_of(text: str, clock: Part, day: Part) -> bool:
    if clock.kind is not DateKind.CLOCK or day.kind is not DateKind.DATE or day.date is None:
        return False
    gap = text[clock.end : day.start].strip()
    return gap in ("", ",") and day.date.precision is Precision.DAY


def _at_clock(clock: Part, day: Part) -> Part:
    sign = clock.times[0].value.partition("T")[2]
    on = day.date.edtf.rstrip("~") if day.date else ""
    time = replace(day.times[0], start=clock.start, value=f"{on}T{sign}")
    return replace(day, start=clock.start, floor=clock.floor, times=(time,))


def shaded(text: str, part: Part, published: dt.date | None) -> Part:
    """The part with the word of its shade, and the date narrowed to it."""
    if part.kind not in (DateKind.DATE, DateKind.INTERVAL, DateKind.CLOCK):
        return part
    head = part.head(text)
    match = _SHADE.search(head)
    if match is None:
        return part
    date = part.date and _shade(match, part.date, published)
    if part.date and date is None:
        return part
    start = part.start - len(head) + match.start()
    name = match.lastgroup or ""
    kind = DateKind.INTERVAL if date and "/" in date.edtf else part.kind
    times = (_shaded_time(name, match[0].lower(), start, date, part.times[0]), *part.times[1:])
    return replace(part, start=start, kind=kind, date=date, rule=f"{name}+{part.rule}", times=times)


def _shaded_time(
    name: str, said: str, start: int, date: NewsDate | None, time: NamedTime
) -> NamedTime:
    """The named time with the words of its shade, which TIMEX3 has as a mod or a value."""
    if name in _MODS and said.split()[-1] != "in":
        return replace(time, start=start, mod=_MODS[name])
    if name in ("half", "week", "nth"):
        return replace(time, start=start, date=date)
    if name == "within" and date is not None:
        part = said.split()[-2]
        return replace(time, start=start, value=f"{date.edtf}{PART_SIGNS[part]}")
    return time


def _shade(match: re.Match[str], date: NewsDate, published: dt.date | None) -> NewsDate | None:
    name = match.lastgroup or ""
    if name == "about":
        return dates.approximate(date)
    if name in _YEAR_SHADES:
        return _third(name, date)
    if name in ("sooner", "rest", "remainder"):
        return _before_or_after_now(name, date, published)
    if name == "half":
        first = match["half"].lower() == "first"
        return _months_of(date, *((1, 6) if first else (7, 12)))
    if name == "months":
        said = match["months"].lower()
        count_of = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                    "nine": 9, "ten": 10, "11": 11, "eleven": 11}  # fmt: skip
        last = count_of.get(said) or (int(said) if said.isdigit() else 0)
        return _months_of(date, 1, last) if 1 <= last <= 12 else None
    if name == "nth":
        return _week_of(match["nth"].lower(), date)
    if date.precision is not Precision.DAY or date.earliest is None:
        return None
    return dates.week(date.earliest) if name == "week" else date


def _week_of(nth: str, date: NewsDate) -> NewsDate | None:
    """The nth seven days of a month: papers count its weeks from the first, not from Monday."""
    if date.precision is not Precision.MONTH or not (date.earliest and date.latest):
        return None
    if nth == "last":
        first = date.latest - dt.timedelta(6)
    else:
        first = date.earliest + dt.timedelta(7 * (ORDINALS[nth] - 1))
    return dates.interval(dates.day(first), dates.day(first + dt.timedelta(6)))


def _third(name: str, date: NewsDate) -> NewsDate | None:
    first = date.earliest
    if first is None or date.latest is None or "~" in date.edtf:
        return None
    if date.precision is Precision.DAY:
        return date
    if date.precision is Precision.YEAR:
        return _months_of(date, *_YEAR_SHADES[name])
    if date.precision is Precision.MONTH:
        low, high = _MONTH_SHADES[name]
        last = first.replace(day=min(high, date.latest.day))
        return dates.interval(dates.day(first.replace(day=low)), dates.day(last))
    if date.precision in (Precision.DECADE, Precision.CENTURY):
        shades = _DECADE_SHADES if date.precision is Precision.DECADE else _CENTURY_SHADES
        low, high = shades[name]
        return dates.interval(dates.year(first.year + low), dates.year(first.year + high))
    if date.precision is Precision.WEEK:
        ends = [dates.day(first + dt.timedelta(n)) for n in _WEEK_SHADES[name]]
        return dates.interval(*ends)
    if date.precision in (Precision.SEASON, Precision.QUARTER):
        when = count.add_months(first, ("early", "middle", "late").index(name))
        return dates.month(when.year, when.month)
    return None


def _months_of(date: NewsDate, low: int, high: int) -> NewsDate | None:
    if date.precision is not Precision.YEAR or date.earliest is None or "~" in date.edtf:
        return None
    of_year = date.earliest.year
    return dates.interval(dates.month(of_year, low), dates.month(of_year, high))


def _before_or_after_now(name: str, date: NewsDate, published: dt.date | None) -> NewsDate | None:
    """ "Earlier this year" ends at publication, "later this month" begins there."""
    if not (published and date.earliest and date.latest):
        return None
    if date.precision is Precision.DAY or not date.earliest <= published <= date.latest:
        return date
    if name == "sooner":
        return dates.interval(dates.day(date.earliest), dates.day(published))
    return dates.interval(dates.day(published), dates.day(date.latest))
