"""Dates made of dates: "since March", "by the end of 2023", "between … and …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates.expression import DateKind, NamedTime
from dragoman.language.dates.fragments import any_of
from dragoman.language.dates.part import LOOK_BACK, Part
from dragoman.language.dates.shades import clocked, shaded
from dragoman.language.dates.tense import Tense, tense_at
from dragoman.language.dates.words import MOVING_VERBS
from dragoman.model import dates
from dragoman.model.dates import NewsDate, Precision

_BOUND = re.compile(
    r"""\b(?:
        (?P<since>(?:ever\ )?since|starting(?:\ in|\ on|\ from)?|beginning(?:\ in|\ on)
          |effective\ from)
      | (?P<until>until|till|up\ (?:to|until)|through|by|no\ later\ than|not\ later\ than)
      | (?P<before>before|prior\ to)
      | (?P<after>after)
    )(?:\ at|\ around|\ about)?\ $""",
    re.VERBOSE | re.IGNORECASE,
)
_ONWARDS = re.compile(r"(?:\s+|,\s)(?:onwards?\b|on(?=\s*(?:[,.;]|$)))", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_OPENER = re.compile(r"\b(?P<word>between|from)\s+$", re.IGNORECASE)
_JOINT = re.compile(
    r"\s?(?P<dash>[-–—])\s?|\s+(?P<and>and)\s+|\s+(?:to|until|till|through|up\s+to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MOVED = re.compile(rf"\b(?:{any_of(MOVING_VERBS)})\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"['’]s\b|['’](?=\s)|\s+(?!and\b|or\b|in\b|at\b|on\b|to\b|by\b|for\b|the\b)[a-z]"
)

# "Until Friday", "by March" look ahead unless the clause says that something lasted or was over.
_OVER = re.compile(r"\b(?:had|has|have|was|were|lasted|remained|stayed|ran|served|worked)\b")


def composed(text: str, parts: Sequence[Part], published: dt.date | None) -> list[Part]:
    """The parts with their times of the clock and shades, then joined to ranges, then bounded."""
    narrowed = [shaded(text, part, published) for part in clocked(text, parts)]
    return [_bounded(text, part, published) for part in _joined(text, narrowed)]


# Ranges


def _joined(text: str, parts: Sequence[Part]) -> list[Part]:
    out: list[Part] = []
    index = 0
    while index < len(parts):
        pair = _range(text, parts[index], parts[index + 1]) if index + 1 < len(parts) else None
        out.append(pair or parts[index])
        index += 2 if pair else 1
    return out


def _range(text: str, first: Part, last: Part) -> Part | None:
    """The interval that two neighbours span, if the words between them join them."""
    if {first.kind, last.kind} - {DateKind.DATE, DateKind.INTERVAL}:
        return None
    joint = _JOINT.fullmatch(text, first.end, last.start)
    head = first.head(text)
    opener = _OPENER.search(head)
    if joint is None or not _is_joint(joint, opener, first, last) or _MOVED.search(head):
        return None
    start = first.start - (len(head) - opener.start() if opener else 0)
    rule = f"{opener['word'].lower() if opener else 'to'}+{first.rule}+{last.rule}"
    anchor = last.anchor if first.anchor == "explicit" else first.anchor
    date = None
    if first.date is not None and last.date is not None:
        date = _span(first, last, tense_at(text, first.start, last.end))
        if date is None:
            return None
    times = (*first.times, *last.times)
    if date is not None and "/" in date.edtf:
        times = tuple(_moved_time(time, date, first, last) for time in times)
    return Part(
        start, last.end, DateKind.INTERVAL, date, rule, anchor, is_yearless=False,
        floor=first.floor, times=times,
    )  # fmt: skip


def _moved_time(time: NamedTime, span: NewsDate, first: Part, last: Part) -> NamedTime:
    """The time with its end of the span's own date, where weeks or years moved that apart."""
    left, right = span.edtf.split("/")
    if time.date is not None and time.date == first.date and time in first.times:
        return replace(time, date=dates.parse_edtf(left))
    if time.date is not None and time.date == last.date and time in last.times:
        return replace(time, date=dates.parse_edtf(right))
    return time


def _is_joint(joint: re.Match[str], opener: re.Match[str] | None, first: Part, last: Part) -> bool:
    if joint["and"]:
        return opener is not None and opener["word"].lower() == "between"
    if opener is not None:
        return opener["word"].lower() == "from" or bool(joint["dash"])
    if first.date is None or last.date is None:
        return first.rule == last.rule
    return first.date.precision is last.date.precision


def _span(first: Part, last: Part, tense: Tense) -> NewsDate | None:
    """From the first to the last, moved apart by a week or a year where neither was told."""
    start, end = first.date, last.date
    if start is None or end is None or not (start.earliest and end.latest):
        return None
    if start.earliest > end.latest:
        if first.rule == last.rule == "weekday":
            start, end = _weeks_apart(start, end, tense)
        elif first.is_yearless and end.latest:
            start = _year_before(start, end.latest)
    if start is None or not start.earliest or not end.latest or start.earliest > end.latest:
        return None
    return dates.interval(start, end)


def _weeks_apart(start: NewsDate, end: NewsDate, tense: Tense) -> tuple[NewsDate, NewsDate]:
    week = dt.timedelta(7)
    if tense is Tense.FUTURE and end.latest:
        return start, dates.day(end.latest + week)
    return (dates.day(start.earliest - week) if start.earliest else start), end


def _year_before(start: NewsDate, end: dt.date) -> NewsDate | None:
    """The same month or day in the last year that puts it before the end."""
    rest = start.edtf[4:]
    if "/" in start.edtf:
        return None
    for of_year in (end.year, end.year - 1):
        moved = dates.parse_edtf(f"{of_year:04}{rest}")
        if moved.earliest and moved.earliest <= end:
            return moved
    return None


# Bounds


def _bounded(text: str, part: Part, published: dt.date | None) -> Part:
    if part.kind not in (DateKind.DATE, DateKind.INTERVAL) or part.rule == "then":
        return part
    head = part.head(text)
    match = _BOUND.search(head)
    if match is None:
        return _onwards(text, part, head)
    name = match.lastgroup or ""
    date = part.date
    if name == "until" and date is not None and published:
        opens = not text[: part.start - len(head) + match.start()].strip()
        date = _ahead(text, part, date, published, opens=opens)
        if date is not part.date and part.times:
            part = replace(part, times=(*part.times[:-1], replace(part.times[-1], date=date)))
    if date is not None:
        date = _open(name, _edge(text, part, name, date))
        if date is None:
            return part
    start = part.start - len(head) + match.start()
    word = "by" if match[0].lower().split()[0] in ("by", "no", "not") else name
    return replace(part, start=start, kind=DateKind.INTERVAL, date=date, rule=f"{word}+{part.rule}")


def _onwards(text: str, part: Part, head: str) -> Part:
    opener, after = _FROM.search(head), _ONWARDS.match(text, part.end)
    if opener is None or after is None or part.date is None or part.date.earliest is None:
        return part
    start = part.start - len(head) + opener.start()
    date = dates.interval(part.date, None)
    return replace(
        part, start=start, end=after.end(), kind=DateKind.INTERVAL, date=date,
        rule=f"onwards+{part.rule}",
    )  # fmt: skip


def _edge(text: str, part: Part, name: str, date: NewsDate) -> NewsDate:
    """The time next to the bound: "before 2020" ends in 2019.

    "Before Friday's meeting" and "before the end of 2023" still reach into the time they name.
    """
    is_within = "late+" in part.rule or _ATTRIBUTE.match(text, part.end) is not None
    if is_within or name not in ("before", "after"):
        return date
    return _neighbour(date, -1 if name == "before" else 1)


def _open(name: str, edge: NewsDate) -> NewsDate | None:
    """The interval open to the future or the past; None if that side of the edge is open too."""
    if name in ("since", "after"):
        return dates.interval(edge, None) if edge.earliest else None
    return dates.interval(None, edge) if edge.latest else None


def _neighbour(date: NewsDate, step: int) -> NewsDate:
    """The day, month or year just before or after; for the rest, the day just outside."""
    if not (date.earliest and date.latest) or "~" in date.edtf:
        return date
    edge = date.earliest if step < 0 else date.latest
    outside = edge + dt.timedelta(step)
    unit = {Precision.YEAR: "year", Precision.MONTH: "month"}.get(date.precision, "day")
    return count.as_unit(outside, unit)


def _ahead(text: str, part: Part, date: NewsDate, published: dt.date, *, opens: bool) -> NewsDate:
    """A deadline told by weekday or month alone lies ahead, unless the clause says it is over.

    In a sentence that opens with it, any past tense does: "By Sunday, they gave up."
    """
    around = text[max(0, part.start - LOOK_BACK) : part.end + LOOK_BACK]
    is_past = tense_at(text, part.start, part.end) is Tense.PAST
    is_over = is_past and (opens or _OVER.search(around))
    if is_over or not date.latest or date.latest >= published:
        return date
    if part.rule == "weekday" and date.precision is Precision.DAY:
        return dates.day(count.nearest_weekday(published, date.latest.weekday(), Tense.FUTURE))
    if part.is_yearless:
        later = count.year_on(date)
        is_near = later.earliest and (later.earliest - published).days <= count.NEAR_UNSAID
        return later if is_near else date
    return date
