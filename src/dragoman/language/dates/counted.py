"""What the words of a rule mean, for times told by counting: "three years ago", "for two weeks"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates import words
from dragoman.language.dates.expression import Anchor, DateKind, Meaning
from dragoman.language.dates.fragments import number, unit, unit_name, weekday_number
from dragoman.language.dates.lengths import length
from dragoman.language.dates.periods import period_away
from dragoman.language.dates.resolve import (
    Setting,
    in_part,
    meaning,
    tense_of,
    told_day,
    unit_away,
    unresolved,
)
from dragoman.language.dates.tense import Tense
from dragoman.language.dates.timex3 import value_of
from dragoman.model import dates
from dragoman.model.dates import NewsDate


def ago(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Three years ago", "two weeks from now", "in three days" of what lies ahead.

    "A year ago" in a report on a quarter is that quarter of the year before.
    """
    if setting.published is None:
        return unresolved()
    way = 1 if match.groupdict().get("ahead") else -1
    same = _same_period(match, setting, way)
    if same is not None:
        return meaning(same, "reference")
    return meaning(_away(match, setting.published, way), "publication")


def _same_period(match: re.Match[str], setting: Setting, way: int) -> NewsDate | None:
    """The told quarter, whole years away: what "a year earlier" compares a quarter with."""
    step, size = unit(match["unit"])
    amount = _amount(match)
    if setting.period is None or step != "year" or not amount or amount % 1:
        return None
    return period_away(setting.period, way * round(amount * size))


def from_told(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Two days later", "a year earlier": counted from the date told before.

    What lies earlier falls back on the day of publication ("compared with a year earlier").
    """
    later = match["way"].lower() in ("later", "after", "afterwards")
    same = _same_period(match, setting, 1 if later else -1)
    if same is not None:
        return meaning(same, "reference")
    told = told_day(setting, unit_name(match["unit"]))
    if told is not None:
        return meaning(_away(match, told, 1 if later else -1), "reference")
    if later or setting.published is None:
        return Meaning(DateKind.DATE, None, "reference", _length(match))
    return meaning(_away(match, setting.published, -1), "publication")


def _away(match: re.Match[str], origin: dt.date, way: int) -> NewsDate:
    step, size = unit(match["unit"])
    amount = _amount(match)
    if amount is not None:
        return count.counted(origin, way * amount * size, step)
    near = count.counted(origin, way * words.AT_LEAST * size, step)
    near = dates.parse_edtf(near.edtf.replace("~", ""))
    return dates.interval(near, None) if way > 0 else dates.interval(None, near)


def _amount(match: re.Match[str]) -> float | None:
    said = match.groupdict().get("number")
    amount = number(said) if said else None
    if amount is not None and match.groupdict().get("half"):
        amount += 0.5
    return amount


def vague_away(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Several years ago", "decades later": at least two of the unit away, no more is said."""
    is_told = "way" in match.groupdict()
    told = (from_told if is_told else ago)(match, setting)
    value = length(None, match["unit"]) if is_told else "PAST_REF"
    return Meaning(DateKind.VAGUE, told.date, told.anchor, value)


def some_time(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "The first time in years", "within weeks": a length that is not said."""
    return Meaning(DateKind.DURATION, None, "explicit", length(None, match["unit"]))


def weeks_from_weekday(match: re.Match[str], setting: Setting) -> Meaning:
    """ "A week ago Monday", "two weeks from Friday": that weekday, and so many weeks away."""
    if setting.published is None:
        return unresolved()
    way = -1 if match["way"].lower() == "ago" else 1
    tense = Tense.PAST if way < 0 else Tense.FUTURE
    nearest = count.nearest_weekday(setting.published, weekday_number(match["weekday"]), tense)
    amount = number(match["number"]) or 1
    return meaning(dates.day(count.shifted(nearest, way * amount, "week")), "publication")


def told_part(match: re.Match[str], setting: Setting) -> Meaning:
    """ "That night", "the next morning": a part of the day told last, or of one beside it."""
    told = told_day(setting, "day")
    if told is None:
        return unresolved("reference")
    return in_part(told + dt.timedelta(_step(match["way"])), match["part"], "reference")


def _step(way: str) -> int:
    said = way.lower()
    if said.startswith("that") or "same" in said:
        return 0
    return 1 if "following" in said or "next" in said or "after" in said else -1


def duration(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A length of time that says no date: "two years in prison"."""
    return Meaning(DateKind.DURATION, None, "explicit", _length(match), _mod(match))


def duration_until_now(match: re.Match[str], setting: Setting) -> Meaning:
    """ "For two decades", "the past three months": the stretch that ends at publication."""
    if match.groupdict().get("for") and tense_of(match, setting) is Tense.FUTURE:
        return duration(match, setting)
    return _stretch(match, setting, -1)


def duration_from_now(match: re.Match[str], setting: Setting) -> Meaning:
    """ "The next two weeks", "over the coming year": the stretch that begins at publication."""
    return _stretch(match, setting, 1)


def in_some_time(match: re.Match[str], setting: Setting) -> Meaning:
    """ "In two weeks": that far ahead of publication if the clause looks ahead, else a length."""
    if tense_of(match, setting) is not Tense.FUTURE or setting.published is None:
        return duration(match, setting)
    away = _away(match, setting.published, 1)
    return Meaning(DateKind.DATE, away, "publication", _length(match), _mod(match))


def _stretch(match: re.Match[str], setting: Setting, way: int) -> Meaning:
    told = told_day(setting)
    anchor: Anchor = "publication" if setting.published else "reference"
    origin = setting.published or told
    step, size = unit(match["unit"])
    said = match.groupdict().get("number")
    amount = _amount(match) if said else 1.0
    if origin is None or amount is None:
        return Meaning(DateKind.DURATION, None, "publication", _length(match), _mod(match))
    try:
        date = count.stretch(origin, way * amount * size, step)
    except (ValueError, OverflowError):  # 3,000 years: further back than calendars go
        date = None
    return Meaning(DateKind.DURATION, date, anchor, _length(match), _mod(match))


def _length(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("some"):
        return length(None, groups["unit"])
    if groups.get("number"):
        return length(_amount(match), groups["unit"])
    return length(1.5 if groups.get("half") else 1, groups["unit"])


def _mod(match: re.Match[str]) -> str:
    """TIMEX3's mod for "about", "more than", "up to" before a number."""
    said = " ".join((match.groupdict().get("about") or "").lower().split())
    if not said:
        return ""
    return next((mod for words_, mod in _MODS if words_ in said), "APPROX")


_MODS = (
    ("no more", "EQUAL_OR_LESS"), ("no less", "EQUAL_OR_MORE"), ("at least", "EQUAL_OR_MORE"),
    ("at most", "EQUAL_OR_LESS"), ("up to", "EQUAL_OR_LESS"), ("more than", "MORE_THAN"),
    ("over", "MORE_THAN"), ("less than", "LESS_THAN"), ("fewer", "LESS_THAN"),
    ("under", "LESS_THAN"),
)  # fmt: skip


def told_unit(match: re.Match[str], setting: Setting) -> Meaning:
    """ "That day", "the same month", "the following year", "the previous week"."""
    told = told_day(setting, match["unit"].lower())
    if told is None:
        return unresolved("reference")
    return meaning(unit_away(told, _step(match["way"]), match["unit"].lower()), "reference")


def then(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Since then", "until then", "by then"."""
    if not setting.told:
        return Meaning(DateKind.INTERVAL, None, "reference")
    told = setting.told[-1]
    date = None
    if match["way"].lower() == "since" and told.earliest:
        date = dates.interval(told, None)
    elif match["way"].lower() != "since" and told.latest:
        date = dates.interval(None, told)
    return Meaning(DateKind.INTERVAL, date, "reference", value_of(told))
