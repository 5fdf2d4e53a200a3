"""Dates in news English: found in the text and resolved to EDTF."""

from __future__ import annotations

from dragoman.language.dates.expression import Anchor, DateExpression, DateKind, NamedTime
from dragoman.language.dates.find import find_dates
from dragoman.language.dates.timex3 import Timex3, timexes

__all__ = [
    "Anchor",
    "DateExpression",
    "DateKind",
    "NamedTime",
    "Timex3",
    "find_dates",
    "timexes",
]
