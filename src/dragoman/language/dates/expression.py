"""What finding dates gives back: the words, what kind of time they name, and the date they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from dragoman.model.dates import NewsDate

Anchor = Literal["explicit", "publication", "reference"]


class DateKind(StrEnum):
    """What sort of time an expression names."""

    DATE = "date"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A stretch of text that names a time.

    ``start`` and ``end`` are code points into the text, from 0, and ``words`` is what stands
    there. ``date`` is None when the words alone do not say when ("two years in prison") or what
    they count from is not known. ``rule`` names the rules that read it, outermost first
    ("since+year"). ``anchor`` says what the date was counted from: nothing, the day of
    publication, or the date told before.
    """

    start: int
    end: int
    words: str
    kind: DateKind
    date: NewsDate | None
    rule: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of one rule resolve to."""

    kind: DateKind
    date: NewsDate | None
    anchor: Anchor
