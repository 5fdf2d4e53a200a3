"""What finding dates gives back: the words, what kind of time they name, and the date they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from dragoman.model.dates import NewsDate

Anchor = Literal["explicit", "publication", "reference"]


class DateKind(StrEnum):
    """What sort of time an expression names; a set, a time of the clock and "now" date no act."""

    DATE = "date"
    INTERVAL = "interval"
    DURATION = "duration"
    CLOCK = "clock"
    SET = "set"
    VAGUE = "vague"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class NamedTime:
    """One time that an expression names, without the preposition before it.

    ``date`` is that time's own: 2012 in "since 2012". ``value`` is its TIMEX3 value where the date
    does not say it (a length, a part of the day, a set), else empty; ``mod`` likewise.
    """

    start: int
    end: int
    kind: DateKind
    date: NewsDate | None
    value: str
    mod: str


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A stretch of text that names a time.

    ``start`` and ``end`` are code points into the text, from 0, and ``words`` is what stands
    there. ``date`` is None when the words alone do not say when ("two years in prison") or what
    they count from is not known. ``rule`` names the rules that read it, outermost first
    ("since+year"). ``anchor`` says what the date was counted from: nothing, the day of
    publication, or the date told before. ``times`` are the single times it is made of.
    """

    start: int
    end: int
    words: str
    kind: DateKind
    date: NewsDate | None
    rule: str
    anchor: Anchor
    times: tuple[NamedTime, ...]

    def moved(self, by: int) -> DateExpression:
        """The same expression so many code points further on."""
        times = tuple(replace(t, start=t.start + by, end=t.end + by) for t in self.times)
        return replace(self, start=self.start + by, end=self.end + by, times=times)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of one rule resolve to; ``value`` and ``mod`` as in NamedTime."""

    kind: DateKind
    date: NewsDate | None
    anchor: Anchor
    value: str = ""
    mod: str = ""
