"""What the words of a rule mean, for longer stretches: seasons, quarters, years, centuries."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates import words
from dragoman.language.dates.expression import Anchor, DateKind, Meaning
from dragoman.language.dates.fragments import year_number
from dragoman.language.dates.resolve import (
    Setting,
    meaning,
    tense_of,
    unit_away,
    unresolved,
    year_for,
)
from dragoman.language.dates.tense import Tense
from dragoman.language.dates.timex3 import value_of
from dragoman.model import dates
from dragoman.model.dates import NewsDate


def season(match: re.Match[str], setting: Setting) -> Meaning:
    """A season: "summer 2023", "last winter", "in the spring"."""
    code = words.SEASONS[match["season"].lower()]
    groups = match.groupdict()
    if groups.get("year"):
        of_year, anchor = year_for(match, setting, _whole_year)
        return meaning(dates.season(of_year, code) if of_year else None, anchor)
    published = setting.published
    if published is None:
        return unresolved()
    rel = (groups.get("rel") or "").lower()
    return meaning(_season_near(published, code, rel, tense_of(match, setting)), "publication")


def _season_near(published: dt.date, code: int, rel: str, tense: Tense) -> NewsDate:
    if rel.startswith("this") and "past" not in rel and tense is not Tense.PAST:
        running = count.season_of(published, code, 0)
        return (
            running
            if running.overlaps(dates.day(published))
            else dates.season(published.year, code)
        )
    if "last" in rel or "past" in rel:
        return count.season_of(published, code, -1)
    ahead = rel in ("next", "the coming", "coming") or tense is Tense.FUTURE
    return count.season_of(published, code, 1 if ahead else 0)


def _whole_year(of_year: int) -> tuple[dt.date, dt.date]:
    return dt.date(of_year, 1, 1), dt.date(of_year, 12, 31)


def quarter(match: re.Match[str], setting: Setting) -> Meaning:
    """A quarter: "the third quarter of 2024", "Q3", "the first quarter"."""
    said = match["nth"].lower()
    nth = 4 if said in ("last", "final") else words.ORDINALS.get(said) or int(said[0])

    def in_year(of_year: int) -> tuple[dt.date, dt.date]:
        first = dt.date(of_year, 3 * nth - 2, 1)
        return first, count.add_months(first, 3) - dt.timedelta(1)

    of_year, anchor = year_for(match, setting, in_year)
    if of_year and anchor == "publication" and setting.published:
        # "Expects to report a third-quarter loss" is told after it: half a year ahead is too far.
        of_year -= (in_year(of_year)[0] - setting.published).days > 183
    if of_year and match.groupdict().get("before"):
        of_year -= 1
    return meaning(dates.quarter(of_year, nth) if of_year else None, anchor)


def period(match: re.Match[str], setting: Setting) -> Meaning:
    """ "The quarter", "the year-ago period", "the 2024 quarter": told from the quarter told last.

    Where none was told it is the last that was over at publication. A "period" is only resolved
    where a quarter was told.
    """
    groups = match.groupdict()
    origin = setting.period
    if origin is None and (groups["unit"].lower() == "period" or setting.published is None):
        return unresolved("reference")
    anchor: Anchor = "reference" if origin else "publication"
    if origin is None and setting.published is not None:
        origin = unit_away(setting.published, -1, "quarter")
    if origin is None or origin.earliest is None:
        return unresolved("reference")
    if groups.get("year"):
        step = int(groups["year"]) - origin.earliest.year
    else:
        step = -1 if groups.get("before") or groups.get("ago") else 0
    date = period_away(origin, step)
    return _only_compared(date, anchor) if step else meaning(date, anchor)


def _only_compared(date: NewsDate, anchor: Anchor) -> Meaning:
    """A time that a figure is set beside: it dates no act, so only its TIMEX3 value is kept."""
    return Meaning(DateKind.VAGUE, None, anchor, value_of(date))


def period_away(told: NewsDate, years: int) -> NewsDate:
    """The same quarter some years away."""
    if told.earliest is None:
        return told
    return dates.quarter(told.earliest.year + years, (told.earliest.month + 2) // 3)


def year_before(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """ "Year-earlier", "year-ago": the quarter told last, a year before; else the year before."""
    if setting.period is not None:
        return _only_compared(period_away(setting.period, -1), "reference")
    if setting.published is None:
        return Meaning(DateKind.VAGUE, None, "publication")
    return _only_compared(dates.year(setting.published.year - 1), "publication")


# Years, decades, centuries


def year(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A bare year."""
    return meaning(dates.year(year_number(match["year"])), "explicit")


def years(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """Two years joined by a dash: "2018-2022", "2024/25"."""
    first, last = int(match["year"]), match["last"]
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    date = dates.interval(dates.year(first), dates.year(until))
    return meaning(date, "explicit", DateKind.INTERVAL)


def decade(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A decade: "the 1990s", "the '60s", "the eighties" (of the twentieth century)."""
    said = match["decade"].lower()
    if said.isdigit():
        return meaning(dates.decade(int(said) if len(said) == 4 else _short(int(said))), "explicit")
    return meaning(dates.decade(_short(words.DECADE_WORDS[said])), "explicit")


def _short(tens: int) -> int:
    # "the '10s" and "the '20s" are this century's in today's papers; the rest the last one's.
    return 2000 + tens if tens in (0, 10, 20) else 1900 + tens


def century(match: re.Match[str], setting: Setting) -> Meaning:  # noqa: ARG001
    """A century: "the 19th century"."""
    said = match["nth"].lower()
    nth = words.ORDINALS.get(said) or int(said.rstrip("stndrh"))
    return meaning(dates.century(nth), "explicit")
