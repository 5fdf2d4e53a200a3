"""Dates made of dates: "early 2024", "since March", "by the end of 2023", "between … and …"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.language.dates import arithmetic as count
from dragoman.language.dates.expression import Anchor, DateKind, NamedTime
from dragoman.language.dates.fragments import any_of
from dragoman.language.dates.tense import Tense, tense_at
from dragoman.language.dates.words import MOVING_VERBS, ORDINALS, PART_SIGNS
from dragoman.model import dates
from dragoman.model.dates import NewsDate, Precision


@dataclass(frozen=True, slots=True)
class Part:
    """An expression on the way: its span, its meaning, and whether its year was only inferred.

    ``floor`` is where the expression before it ends: no further left can it grow.
    """

    start: int
    end: int
    kind: DateKind
    date: NewsDate | None
    rule: str
    anchor: Anchor
    is_yearless: bool
    floor: int
    times: tuple[NamedTime, ...]


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
_LOOK_BACK = 48  # characters: the longest phrase above, with room for the verb of moving
_ATTRIBUTE = re.compile(
    r"['’]s\b|['’](?=\s)|\s+(?!and\b|or\b|in\b|at\b|on\b|to\b|by\b|for\b|the\b)[a-z]"
)

# "Until Friday", "by March" look ahead unless the clause says that something lasted or was over.
_OVER = re.compile(r"\b(?:had|has|have|was|were|lasted|remained|stayed|ran|served|worked)\b")

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


_MODS = {
    "early": "START", "middle": "MID", "late": "END", "about": "APPROX", "sooner": "START",
    "rest": "END",
}  # fmt: skip


def composed(text: str, parts: Sequence[Part], published: dt.date | None) -> list[Part]:
    """The parts with their times of the clock and shades, then joined to ranges, then bounded."""
    shaded = [_shaded(text, part, published) for part in _clocked(text, parts)]
    return [_bounded(text, part, published) for part in _joined(text, shaded)]


def _head(text: str, part: Part) -> str:
    return text[max(part.floor, part.start - _LOOK_BACK) : part.start]


# Times of the clock


def _clocked(text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts, with a time of the clock and the day after it as one: "10 p.m. Wednesday"."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if before and before.kind is DateKind.CLOCK and part.kind is DateKind.DATE:
            gap = text[before.end : part.start]
            if gap.strip() in ("", ",") and part.date and part.date.precision is Precision.DAY:
                sign = before.times[0].value.partition("T")[2]
                value = f"{part.date.edtf.rstrip('~')}T{sign}"
                time = replace(part.times[0], start=before.start, value=value)
                out[-1] = replace(part, start=before.start, floor=before.floor, times=(time,))
                continue
        out.append(part)
    return out


# Shades


def _shaded(text: str, part: Part, published: dt.date | None) -> Part:
    if part.kind not in (DateKind.DATE, DateKind.INTERVAL, DateKind.CLOCK):
        return part
    head = _head(text, part)
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
    head = _head(text, first)
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
    return Part(
        start, last.end, DateKind.INTERVAL, date, rule, anchor, is_yearless=False,
        floor=first.floor, times=(*first.times, *last.times),
    )  # fmt: skip


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
    head = _head(text, part)
    match = _BOUND.search(head)
    if match is None:
        return _onwards(text, part, head)
    name = match.lastgroup or ""
    date = part.date
    if name == "until" and date is not None and published:
        date = _ahead(text, part, date, published)
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


def _ahead(text: str, part: Part, date: NewsDate, published: dt.date) -> NewsDate:
    """A deadline told by weekday or month alone lies ahead, unless the clause says it is over."""
    is_over = tense_at(text, part.start, part.end) is Tense.PAST and _OVER.search(
        text[max(0, part.start - _LOOK_BACK) : part.end + _LOOK_BACK]
    )
    if is_over or not date.latest or date.latest >= published:
        return date
    if part.rule == "weekday" and date.precision is Precision.DAY:
        return dates.day(count.nearest_weekday(published, date.latest.weekday(), Tense.FUTURE))
    if part.is_yearless:
        later = count.year_on(date)
        is_near = later.earliest and (later.earliest - published).days <= count.NEAR_UNSAID
        return later if is_near else date
    return date
