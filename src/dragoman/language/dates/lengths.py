"""Lengths of time as TIMEX3 and ISO 8601 write them: "P2D", "PT48H", "P1Y6M", "PXW"."""

from __future__ import annotations

from dragoman.language.dates import words
from dragoman.language.dates.fragments import unit_name

# Halves of a unit, in a smaller one.
_HALVES = {
    "minute": "30S", "hour": "30M", "day": "T12H", "month": "15D", "quarter": "45D", "year": "6M",
    "decade": "5Y", "century": "50Y",
}  # fmt: skip


def length(amount: float | None, word: str) -> str:
    """The length of `amount` units ("day", "centuries"); None stands for an unsaid number."""
    name = unit_name(word)
    if name == "fortnight":
        name, amount = "week", amount and amount * 2
    letter = words.UNIT_LETTERS[name]
    sign, letter = ("PT", letter[1:]) if len(letter) > 1 else ("P", letter)
    if amount is None:
        return f"{sign}X{letter}"
    whole, rest = divmod(amount, 1)
    if rest == 0.5 and name in _HALVES:
        return sign + (f"{whole:.0f}{letter}" if whole else "") + _HALVES[name]
    return f"{sign}{amount:.10g}{letter}"
