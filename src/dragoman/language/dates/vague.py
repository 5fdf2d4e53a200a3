"""What the words of a rule mean, for vague times, times of the clock and repeated ones."""

from __future__ import annotations

import re

from dragoman.language.dates import words
from dragoman.language.dates.expression import DateKind, Meaning
from dragoman.language.dates.fragments import month_number, number, weekday_number
from dragoman.language.dates.lengths import length
from dragoman.language.dates.resolve import Setting, told_day, unit_away
from dragoman.language.dates.timex3 import value_of
from dragoman.model import dates

_SEASON_SIGNS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
# How often: adverbs and adjectives of repetition, by the unit they are made of.
REPEATED = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month",
    "quarterly": "quarter", "yearly": "year", "annually": "year", "annual": "year",
}  # fmt: skip


def vague_past(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Recently", "in recent weeks": some time up to publication."""
    today = dates.day(setting.published) if setting.published else None
    date = dates.interval(None, today) if today else None
    return Meaning(DateKind.VAGUE, date, "publication", _unsaid_length(match) or "PAST_REF")


def vague_future(match: re.Match[str], setting: Setting) -> Meaning:
    """ "Soon", "in the coming weeks": some time from publication on."""
    today = dates.day(setting.published) if setting.published else None
    date = dates.interval(today, None) if today else None
    return Meaning(DateKind.VAGUE, date, "publication", _unsaid_length(match) or "FUTURE_REF")


def _unsaid_length(match: re.Match[str]) -> str:
    unit = match.groupdict().get("unit")
    return length(None, unit) if unit else ""


def present(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "Now", "currently", "these days": about the day of publication."""
    today = dates.about(setting.published) if setting.published else None
    return Meaning(DateKind.NOW, today, "publication", "PRESENT_REF")


def of_today(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "The current crisis": an adjective that dates no act."""
    return Meaning(DateKind.NOW, None, "publication", "PRESENT_REF")


def the_past(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "The past", "previously": before, and no more is said."""
    return Meaning(DateKind.VAGUE, None, "publication", "PAST_REF")


def the_future(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "The future", "the long term": still to come, and no more is said."""
    return Meaning(DateKind.VAGUE, None, "publication", "FUTURE_REF")


def the_unit(match: re.Match[str], setting: Setting) -> Meaning:
    """ "The day", "for the year": that of the date told last, else of publication; dates no act."""
    unit = match["unit"].lower()
    origin = told_day(setting, unit) or setting.published
    if origin is None:
        return Meaning(DateKind.VAGUE, None, "reference")
    value = value_of(unit_away(origin, 0, unit))
    return Meaning(DateKind.VAGUE, None, "reference", value)


def clock(match: re.Match[str], setting: Setting) -> Meaning:
    """A time of the clock, or a part of a day that is told elsewhere: "at 5 p.m.", "overnight".

    It has no date of its own; its value is that time of the day told last, else of publication.
    """
    day = told_day(setting, "hour") or setting.published
    of_day = day.isoformat() if day else "XXXX-XX-XX"
    return Meaning(DateKind.CLOCK, None, "reference", of_day + _clock_sign(match))


def _clock_sign(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("part"):
        return words.PART_SIGNS[groups["part"].lower()]
    hour = int(groups["hour"]) if groups["hour"].isdigit() else int(number(groups["hour"]) or 0)
    half = (groups.get("half") or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"T{hour:02}:{groups.get('minute') or '00'}"


def repeated(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "Every Friday", "annually", "twice a year": no one date."""
    return Meaning(DateKind.SET, None, "explicit", _set_value(match))


def _set_value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("weekday"):
        part = words.PART_SIGNS[groups["part"].lower()] if groups.get("part") else ""
        return f"XXXX-WXX-{weekday_number(groups['weekday']) + 1}{part}"
    if groups.get("month"):
        return f"XXXX-{month_number(groups['month']):02}"
    if groups.get("season"):
        return f"XXXX-{_SEASON_SIGNS[words.SEASONS[groups['season'].lower()]]}"
    if groups.get("part"):
        return f"XXXX-XX-XX{words.PART_SIGNS[groups['part'].lower()]}"
    if groups.get("often"):
        return length(1, REPEATED[groups["often"].lower()])
    if not groups.get("unit"):
        return "XXXX-WXX-WE"
    said = (groups.get("number") or "1").lower()
    if said == "few":
        return length(None, groups["unit"])
    return length(
        2 if said == "other" else number(said) or words.ORDINALS.get(said), groups["unit"]
    )
