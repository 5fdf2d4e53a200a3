"""RULES: all rules that find single times. Dates made of dates are in `compose`."""

from __future__ import annotations

from dragoman.language.dates.calendar_rules import CALENDAR
from dragoman.language.dates.counting_rules import COUNTING
from dragoman.language.dates.rule import Rule
from dragoman.language.dates.vague_rules import VAGUE

RULES: tuple[Rule, ...] = (*CALENDAR, *COUNTING, *VAGUE)
