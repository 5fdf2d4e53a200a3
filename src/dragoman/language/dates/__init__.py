"""Dates in news English: found in the text and resolved to EDTF."""

from __future__ import annotations

from dragoman.language.dates.expression import Anchor, DateExpression, DateKind
from dragoman.language.dates.find import find_dates

__all__ = ["Anchor", "DateExpression", "DateKind", "find_dates"]
