"""find_dates: the stretches of a text that name a time, in order, each with its date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dragoman.errors import RecordError
from dragoman.language.dates import words
from dragoman.language.dates.compose import composed
from dragoman.language.dates.expression import DateExpression, DateKind, Meaning, NamedTime
from dragoman.language.dates.fragments import year_number
from dragoman.language.dates.grammar import RULES
from dragoman.language.dates.part import Part
from dragoman.language.dates.resolve import Setting
from dragoman.language.dates.rule import FIGURE, Rule
from dragoman.model.dates import NewsDate, parse_edtf

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
# A text without any of these words names no time.
_TRIGGERS = frozenset().union(*(rule.needs for rule in RULES))
_CHAIN = re.compile(r",?\s+(?:and|or|to|until|till|through)\s+(?:the\s+)?|\s?[-–—]\s?|,\s+", re.I)

# How far down a list of dates a year is looked for: longer lists are tables, with a year in each.
_LIST = 6


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule's match and the span that counts as the expression."""

    rule: Rule
    match: re.Match[str]
    start: int
    end: int


def find_dates(
    text: str,
    published: dt.date | None,
    reference: NewsDate | None = None,
    period: NewsDate | None = None,
) -> tuple[DateExpression, ...]:
    """The expressions of time in a text, in order and without overlap; the longest wins.

    `published` is the day of the article, from which "Tuesday", "last month" and "three years
    ago" count; `reference` is the date told by the sentence before, from which "two days later"
    and "that month" count, until the text itself tells one; `period` is the quarter told last, for
    "the quarter" and "a year earlier" in reports on one. Offsets are code points into `text`,
    from 0. What cannot be resolved without them keeps its span and has no date.
    """
    here = set(_WORD.findall(text.lower()))
    if _DIGIT.search(text):
        here.add(FIGURE)
    if _TRIGGERS.isdisjoint(here):
        return ()
    parts = _resolved(text, _chosen(text, here), published, reference, period)
    return tuple(
        DateExpression(
            part.start, part.end, text[part.start : part.end], part.kind, part.date, part.rule,
            part.anchor, part.times,
        )
        for part in composed(text, parts, published)
    )  # fmt: skip


def _chosen(text: str, here: set[str]) -> list[_Found]:
    """The matches of all rules, the longest first to take its place; the earlier rule on a tie."""
    found = [
        _Found(rule, match, *match.span("x" if "x" in rule.pattern.groupindex else 0))
        for rule in RULES
        if not rule.needs.isdisjoint(here)
        for match in rule.pattern.finditer(text)
        if rule.accepts(match)
    ]
    found.sort(key=lambda one: one.start - one.end)
    chosen: list[_Found] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in chosen):
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _resolved(
    text: str,
    chosen: list[_Found],
    published: dt.date | None,
    reference: NewsDate | None,
    period: NewsDate | None,
) -> list[Part]:
    told = (reference,) if reference else ()
    parts: list[Part] = []
    for index, one in enumerate(chosen):
        lent = _lent_year(text, chosen, index)
        meaning = _read(one, Setting(text, published, told, period, lent))
        is_yearless = _is_yearless(one) and lent is None
        parts.append(
            Part(
                one.start, one.end, meaning.kind, meaning.date, one.rule.name, meaning.anchor,
                is_yearless, chosen[index - 1].end if index else 0, _times(one, meaning),
            )
        )  # fmt: skip
        if meaning.date is not None and meaning.kind is DateKind.DATE:
            told = (*told, meaning.date)
            if one.rule.name == "quarter":
                period = meaning.date
        if meaning.value.endswith("M") and meaning.kind is DateKind.DURATION:
            # "Net income of the nine months rose from a year earlier" compares no quarters.
            period = None
    return parts


def _times(one: _Found, meaning: Meaning) -> tuple[NamedTime, ...]:
    """The time that a match names: its group ``t``, which leaves out the preposition."""
    groups = one.match.groupdict()
    if groups.get("last") and meaning.date and "/" in meaning.date.edtf:
        return _both_ends(one, meaning.date)
    start, end = one.match.span("t") if groups.get("t") else (one.start, one.end)
    return (NamedTime(start, end, meaning.kind, meaning.date, meaning.value, meaning.mod),)


def _both_ends(one: _Found, date: NewsDate) -> tuple[NamedTime, ...]:
    """The two days of "January 3-5", the two years of "2018-2022"."""
    match, last = one.match, one.match.start("last")
    ends = [match.end(name) for name in match.groupdict() if match.end(name) < last]
    first_date, last_date = map(parse_edtf, date.edtf.split("/"))
    return (
        NamedTime(one.start, max(ends), DateKind.DATE, first_date, "", ""),
        NamedTime(last, one.end, DateKind.DATE, last_date, "", ""),
    )


def _read(one: _Found, setting: Setting) -> Meaning:
    """What the match means; no date where no calendar holds it (30 February, 3,000 years ago)."""
    try:
        return one.rule.resolve(one.match, setting)
    except (ValueError, OverflowError, RecordError):
        kind = DateKind.DURATION if "duration" in one.rule.name else DateKind.DATE
        return Meaning(kind, None, "explicit")


def _is_yearless(one: _Found) -> bool:
    groups = one.match.groupdict()
    return bool(groups.get("month")) and not groups.get("year") and not groups.get("rel")


def _lent_year(text: str, chosen: list[_Found], index: int) -> int | None:
    """The year of a neighbour in the same list or range: "in March and November 2023"."""
    if not _is_yearless(chosen[index]):
        return None
    month = _month_of(chosen[index])
    for following in range(index + 1, min(index + _LIST, len(chosen))):
        if not _CHAIN.fullmatch(text, chosen[following - 1].end, chosen[following].start):
            break
        if year := _year_of(chosen[following]):
            # "From November to January 2024" begins in the year before.
            return year - (month > _month_of(chosen[following]) > 0)
        if not _is_yearless(chosen[following]):
            break
    if index and _CHAIN.fullmatch(text, chosen[index - 1].end, chosen[index].start):
        year = _year_of(chosen[index - 1])
        return year + (_month_of(chosen[index - 1]) > month) if year else None
    return None


def _year_of(one: _Found) -> int | None:
    said = one.match.groupdict().get("year") if one.match.groupdict().get("month") else None
    return year_number(said) if said and not said.lower().endswith("year") else None


def _month_of(one: _Found) -> int:
    name = one.match.groupdict().get("month")
    if not name:
        return 0
    said = name.lower().rstrip(".")
    return words.MONTHS.get(said) or words.MONTH_SHORT[said]
