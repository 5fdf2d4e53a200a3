"""What the words of a rule mean, for dates the calendar names: days, weekdays, months, years."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates import words
from dragoman.language.dates.expression import Anchor, DateKind, Meaning
from dragoman.language.dates.fragments import (
    day_number,
    month_number,
    weekday_number,
    year_number,
)
from dragoman.language.dates.tense import Tense, tense_at
from dragoman.language.dates.timex3 import value_of
from dragoman.model import dates
from dragoman.model.dates import NewsDate


@dataclass(frozen=True, slots=True)
class Setting:
    """What a rule may look at beside its own words.

    ``told`` are the dates told before the expression, the last one last; ``period`` is the quarter
    told last, and ``in_year`` a year lent by a neighbour ("in March and November 2023").
    """

    text: str
    published: dt.date | None
    told: tuple[NewsDate, ...]
    period: NewsDate | None
    in_year: int | None


def meaning(date: NewsDate | None, anchor: Anchor, kind: DateKind = DateKind.DATE) -> Meaning:
    """A meaning, a single date unless said otherwise."""
    return Meaning(kind, date, anchor)


def unresolved(anchor: Anchor = "publication") -> Meaning:
    """A date that cannot be told without the anchor."""
    return Meaning(DateKind.DATE, None, anchor)


def tense_of(match: re.Match[str], setting: Setting) -> Tense:
    """The tense of the clause around a match."""
    return tense_at(setting.text, match.start(), match.end())


# No longer than this many days may the date be that a count of such units starts from: "two days
# later" counts from a day, or nearly, never from a year.
_ORIGINS = {"minute": 1, "hour": 1, "day": 3, "week": 7, "month": 31, "quarter": 92, "year": 366}


def told_day(setting: Setting, unit: str = "century") -> dt.date | None:
    """The day that "two days later" counts from: the first that the date told before can mean.

    That date is the last told that is no longer than the unit counted in.
    """
    for told in reversed(setting.told):
        exact = dates.parse_edtf(told.edtf.replace("~", ""))
        if not (exact.earliest and exact.latest):
            if unit not in _ORIGINS:
                return exact.earliest or exact.latest
            continue
        if unit not in _ORIGINS or (exact.latest - exact.earliest).days < _ORIGINS[unit]:
            return exact.earliest
    return None


# Days and months


def day_in_month(match: re.Match[str], setting: Setting) -> Meaning:
    """A day of a month: "January 3, 2026", "3rd of January"; without a year, the nearest."""
    month, day = month_number(match["month"]), day_number(match["day"])
    of_year, anchor = year_for(match, setting, lambda y: _span_of_day(y, month, day))
    if of_year is None:
        return unresolved()
    return meaning(dates.day(dt.date(of_year, month, day)), anchor)


def days_in_month(match: re.Match[str], setting: Setting) -> Meaning:
    """Two days of a month: "3-5 January", "Jan. 3 to 5, 2026"."""
    month = month_number(match["month"])
    first, last = day_number(match["day"]), day_number(match["last"])
    of_year, anchor = year_for(match, setting, lambda y: _span_of_day(y, month, last))
    if of_year is None:
        return Meaning(DateKind.INTERVAL, None, "publication")
    ends = [dates.day(dt.date(of_year, month, n)) for n in (first, last)]
    return meaning(dates.interval(*ends), anchor, DateKind.INTERVAL)


def month_alone(match: re.Match[str], setting: Setting) -> Meaning:
    """A month: "January 2026", "last March", "in October"."""
    month = month_number(match["month"])
    groups = match.groupdict()
    rel = (groups.get("rel") or "").lower()
    if rel and setting.published and not groups.get("year"):
        return meaning(_relative_month(setting.published, month, rel), "publication")
    of_year, anchor = year_for(match, setting, lambda y: _span_of_month(y, month))
    return meaning(dates.month(of_year, month) if of_year else None, anchor)


def _relative_month(published: dt.date, month: int, rel: str) -> NewsDate:
    if "last" in rel or "past" in rel:
        return dates.month(published.year - (month >= published.month), month)
    if "next" in rel or "coming" in rel:
        return dates.month(published.year + (month <= published.month), month)
    return dates.month(published.year, month)


def _span_of_day(of_year: int, month: int, day: int) -> tuple[dt.date, dt.date]:
    last = _span_of_month(of_year, month)[1]
    only = last.replace(day=min(day, last.day))
    return only, only


def _span_of_month(of_year: int, month: int) -> tuple[dt.date, dt.date]:
    first = dt.date(of_year, month, 1)
    return first, count.add_months(first, 1) - dt.timedelta(1)


def year_for(
    match: re.Match[str],
    setting: Setting,
    in_year: count.YearSpan,
) -> tuple[int | None, Anchor]:
    """The year the words give, or a neighbour lends, or the nearest to publication."""
    said = match.groupdict().get("year")
    if said and not said.lower().endswith("year"):
        return year_number(said), "explicit"
    if said or match.groupdict().get("of_year"):
        return _relative_year((said or match["of_year"]).lower(), setting)
    if setting.in_year is not None:
        return setting.in_year, "explicit"
    if setting.published is None:
        return None, "publication"
    return count.nearest_year(setting.published, tense_of(match, setting), in_year), "publication"


def _relative_year(said: str, setting: Setting) -> tuple[int | None, Anchor]:
    if said.startswith(("that", "the same")):
        told = told_day(setting, "year")
        return (told.year if told else None), "reference"
    step = -1 if said.startswith("last") else 1 if said.startswith("next") else 0
    return (setting.published.year + step if setting.published else None), "publication"


def numeric_day(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A day in figures. None when 1/2/2026 could be January or February."""
    first, second, of_year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        of_year += 1900 if of_year > 50 else 2000
    dotted = match["sep"] == "."
    if not dotted and first <= 12 and second <= 12 and first != second:
        return unresolved("explicit")
    day, month = (first, second) if dotted or first > 12 else (second, first)
    return meaning(dates.day(dt.date(of_year, month, day)), "explicit")


def iso_day(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A day as ISO 8601 writes it."""
    return meaning(dates.parse_edtf(match["iso"].replace("/", "-")), "explicit")


def day_number_alone(match: re.Match[str], setting: Setting) -> Meaning:
    """ "On the 15th": the nearest day of that number."""
    published = setting.published
    if published is None:
        return unresolved()
    nth = day_number(match["day"])
    months = (0, 1, 2) if tense_of(match, setting) is Tense.FUTURE else (0, -1, -2)
    for step in months:
        first = count.add_months(published.replace(day=1), step)
        last = _span_of_month(first.year, first.month)[1]
        if nth > last.day or (first.replace(day=nth) - published).days * months[1] < 0:
            continue
        return meaning(dates.day(first.replace(day=nth)), "publication")
    return unresolved()


# Weekdays and days told from today


def weekday(match: re.Match[str], setting: Setting) -> Meaning:
    """A weekday: the nearest in the direction of its clause; the dateline's own is that day."""
    nth = weekday_number(match["weekday"])
    rel, in_week = (match["rel"] or "").lower(), (match["week"] or "").lower()
    if rel.startswith("the "):
        return _weekday_from_told(nth, Tense.PAST if "prev" in rel else Tense.FUTURE, setting)
    origin = setting.published
    if origin is None:
        return unresolved()
    if in_week:
        step = -7 if in_week.startswith("last") else 7 if in_week.startswith("next") else 0
        monday = origin - dt.timedelta(origin.weekday() - step)
        return in_part(monday + dt.timedelta(nth), match["part"])
    return in_part(_relative_weekday(origin, nth, rel, match, setting), match["part"])


def in_part(day: dt.date, part: str | None, anchor: Anchor = "publication") -> Meaning:
    """That day, with the part of it that is named ("Tuesday night") as a TIMEX3 value."""
    value = f"{day.isoformat()}{words.PART_SIGNS[part.lower()]}" if part else ""
    return Meaning(DateKind.DATE, dates.day(day), anchor, value)


def _relative_weekday(
    origin: dt.date, nth: int, rel: str, match: re.Match[str], setting: Setting
) -> dt.date:
    if rel == "last" or "past" in rel:
        return count.nearest_weekday(origin - dt.timedelta(1), nth, Tense.PAST)
    if rel in ("next", "coming", "this coming"):
        return count.nearest_weekday(origin + dt.timedelta(1), nth, Tense.FUTURE)
    tense = tense_of(match, setting)
    if rel == "this" and tense is Tense.UNSAID:
        tense = Tense.FUTURE
    return count.nearest_weekday(origin, nth, tense)


def _weekday_from_told(nth: int, tense: Tense, setting: Setting) -> Meaning:
    told = told_day(setting, "week")
    if told is None:
        return unresolved("reference")
    step = -1 if tense is Tense.PAST else 1
    when = count.nearest_weekday(told + dt.timedelta(step), nth, tense)
    return meaning(dates.day(when), "reference")


def deictic_day(match: re.Match[str], setting: Setting) -> Meaning:
    """Today, yesterday, tomorrow, tonight, last night, the day before yesterday."""
    said = " ".join(match[0].lower().split())
    step = -1 if said.startswith(("yesterday", "last")) else 1 if "tomorrow" in said else 0
    step = {"the day before yesterday": -2, "the day after tomorrow": 2}.get(said, step)
    if setting.published is None:
        return unresolved()
    part = "night" if said == "tonight" else said.split()[-1]
    is_part = part in words.PART_SIGNS
    return in_part(setting.published + dt.timedelta(step), part if is_part else None)


# Weeks, months, years told from publication


def relative_unit(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Last year", "this month", "next week", and their earlier or later part."""
    published = setting.published
    if published is None:
        return unresolved()
    rel, word = match["rel"].lower(), match["unit"].lower()
    step = -1 if "last" in rel or "past" in rel else 1 if "next" in rel or "coming" in rel else 0
    return meaning(unit_away(published, step, word), "publication")


def unit_away(origin: dt.date, step: int, word: str) -> NewsDate:
    """The calendar unit before (-1), at (0) or after (1) the one that holds the day."""
    if word == "quarter":
        when = count.add_months(origin, 3 * step)
        return dates.quarter(when.year, (when.month + 2) // 3)
    if word == "decade":
        return dates.decade(origin.year + 10 * step)
    if word == "century":
        return dates.century(origin.year // 100 + 1 + step)
    return count.as_unit(count.shifted(origin, step, word), word)


def unit_end(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Year-end", "the month's end", "year-end 2027": its last day."""
    if match["year"]:
        of_year = year_number(match["year"])
        last_day = dates.day(dt.date(of_year, 12, 31))
        return Meaning(DateKind.DATE, last_day, "explicit", f"{of_year:04}", "END")
    if setting.published is None:
        return unresolved()
    step = {"last": -1, "next": 1}.get((match["rel"] or "").lower(), 0)
    unit = "month" if "month" in match[0].lower() else "year"
    whole = unit_away(setting.published, step, unit)
    last = dates.day(whole.latest) if whole.latest else None
    # TIMEX3 has the year with its mod, not the day.
    return Meaning(DateKind.DATE, last, "publication", value_of(whole), "END")


def weekend(match: re.Match[str], setting: Setting) -> Meaning:
    """A weekend: "last weekend", "over the weekend"."""
    published = setting.published
    if published is None:
        return Meaning(DateKind.INTERVAL, None, "publication")
    rel = match["rel"].lower()
    ahead = rel == "next" or tense_of(match, setting) is Tense.FUTURE
    saturday = count.nearest_weekday(published, 5, Tense.FUTURE if ahead else Tense.PAST)
    sunday = saturday + dt.timedelta(1)
    date = dates.interval(dates.day(saturday), dates.day(sunday))
    return meaning(date, "publication", DateKind.INTERVAL)


def named_day(match: re.Match[str], setting: Setting) -> Meaning:
    """A day with a name: "Christmas", "New Year's Day 2024", "Easter"."""
    name = " ".join(match["name"].lower().replace("’", "'").split())
    of_year, anchor = year_for(match, setting, lambda y: (_named_in(name, y),) * 2)
    return meaning(dates.day(_named_in(name, of_year)) if of_year else None, anchor)


def _named_in(name: str, of_year: int) -> dt.date:
    if name in words.COUNTED_DAYS:
        return count.nth_weekday(of_year, *words.COUNTED_DAYS[name])
    if name in words.EASTER_DAYS:
        return count.easter(of_year) + dt.timedelta(words.EASTER_DAYS[name])
    return dt.date(of_year, *words.NAMED_DAYS[name])


def famous_day(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A day that its figures alone name: "9/11"."""
    return meaning(dates.parse_edtf(words.FAMOUS_DAYS[match[0]]), "explicit")
