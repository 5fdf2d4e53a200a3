"""Date lines: the day, and the time where given, that a page says it was published.

Strict formats of our own: a guessed publication day would shift every "yesterday" of the text.
Day-first and month-first numbers ("03/04/2025") are ambiguous and are left unread.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from dragoman.sources.authors import authors_in

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH_NAMES = "|".join(name.capitalize() for name in sorted(_MONTHS, key=len, reverse=True))
"""English months and their short forms, as alternatives of a pattern."""
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ISO_TIME = r"(?P<time>[T\s]\s*\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
_WRITTEN_DAYS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_DAY}-{_MONTH}-{_YEAR}\b", re.I),
)
_ISO_DAY = re.compile(
    rf"(?<![\d/-]){_YEAR}([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?!\d){_ISO_TIME}"
)
_COMPACT_DAY = re.compile(r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)$")
_RFC_2822 = re.compile(
    r"(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s*(?:[+-]\d{4}|GMT|UTC|UT)\b",
    re.I,
)

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_CLOCK = r"(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONES = (
    r"\(?(?:UTC|GMT|[ECMP][SD]?T|CES?T|BST|IST|MSK|local time)(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?\)?"
)
_LABELS = (
    r"(?:first |last |originally |date )?(?:published|updated|posted|modified|created|issued|"
    r"release(?:d)?|publication date|date|pub(?:lished)? date)(?: on| at)?\s*:?"
)
_FURNITURE = re.compile(
    rf"{_LABELS}|{_WEEKDAY}|{_CLOCK}|\b{_ZONES}|\bon\b|\bat\b|\d+ min(?:ute)?s? read|"
    r"[|•·,;:()\[\]–—-]",
    re.I,
)
_MAX_DATE_LINE = 160


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line under a headline says: the day, the ISO 8601 time with zone, who signs."""

    published: dt.date
    published_time: str | None = None
    authors: tuple[str, ...] = ()


def parse_date(words: str) -> DateLine | None:
    """Return the day (and time) that a header's value states, or None for any other form.

    Read are ISO 8601 days and times, 2026/01/21, 20260121, RFC 2822, "January 21, 2026",
    "Jan. 21, 2026" and "21 January 2026", with or without a weekday.
    """
    found = _find_date(" ".join(words.split())[:_MAX_DATE_LINE])
    return found[0] if found else None


def parse_date_line(line: str) -> DateLine | None:
    """Return the date line that a line is, with its byline; None if it says anything else.

    "Wednesday, March 4, 2026 by Jane Roe" is one; "By 4 March 2026 the army had left" is not.
    """
    words = " ".join(line.split())
    if not words or len(words) > _MAX_DATE_LINE:
        return None
    found = _find_date(words)
    if found is None:
        return None
    date, start, end = found
    signature = _signature(words[:start], words[end:])
    if signature is None:
        return None
    return DateLine(date.published, date.published_time, signature)


def _signature(before: str, after: str) -> tuple[str, ...] | None:
    """Return who signs beside the date; None if the words there are anything but a byline."""
    rests = [_without_furniture(part) for part in (before, after)]
    named = [rest for rest in rests if rest]
    if not named:
        return ()
    if len(named) > 1:
        return None
    return authors_in(named[0]) or None


def _without_furniture(words: str) -> str:
    """Return what is left beside labels, weekdays, clock times and a second ("Updated") date."""
    found = _find_date(words)
    while found:
        words = f"{words[: found[1]]} {words[found[2] :]}"
        found = _find_date(words)
    return " ".join(_FURNITURE.sub(" ", words).split())


def _find_date(words: str) -> tuple[DateLine, int, int] | None:
    return _find_rfc(words) or _find_iso(words) or _find_written(words)


def _find_rfc(words: str) -> tuple[DateLine, int, int] | None:
    match = _RFC_2822.search(words)
    if not match:
        return None
    try:
        moment = parsedate_to_datetime(match.group())
    except (ValueError, IndexError):
        return None
    return DateLine(moment.date(), moment.isoformat()), match.start(), match.end()


def _find_iso(words: str) -> tuple[DateLine, int, int] | None:
    match = _COMPACT_DAY.match(words) or _ISO_DAY.search(words)
    day = _day(match, match["month"]) if match else None
    if match is None or day is None:
        return None
    time = match.groupdict().get("time")
    return DateLine(day, _iso_moment(day, time)), match.start(), match.end()


def _find_written(words: str) -> tuple[DateLine, int, int] | None:
    for pattern in _WRITTEN_DAYS:
        match = pattern.search(words)
        day = _day(match, str(_MONTHS[match["month"].lower()])) if match else None
        if match and day:
            return DateLine(day), match.start(), match.end()
    return None


def _day(match: re.Match[str] | None, month: str) -> dt.date | None:
    if match is None:
        return None
    try:
        return dt.date(int(match["year"]), int(month), int(match["day"]))
    except ValueError:
        return None


def _iso_moment(day: dt.date, time: str | None) -> str | None:
    """Return the full ISO 8601 time; None without a zone, for such a time names no moment."""
    if not time:
        return None
    clock = re.sub(r"\s", "", time.strip().removeprefix("T"))
    clock = re.sub(r"(?:UTC|GMT)$", "Z", clock)
    if clock[1:2] == ":":
        clock = "0" + clock
    try:
        moment = dt.datetime.fromisoformat(f"{day.isoformat()}T{clock}")
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else None
