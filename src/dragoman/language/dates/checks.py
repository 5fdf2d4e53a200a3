"""Checks on a match and the words beside it: is this number a year, this "May" a month?"""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.dates import fragments as f
from dragoman.language.dates.words import AMOUNT_NOUNS, CHANGE_VERBS, COUNTED, DOUBTFUL_MONTHS

Match = re.Match[str]

_TIME_PREPOSITION = re.compile(
    r"(?:^|\b(?:in|of|since|by|until|till|from|before|after|during|between|through|throughout|to|"
    r"for|late|early|mid|end|last|next|this|every|each|and|or|about|around|the|a|its|his|her|"
    r"their)[\s-]+|['’]s\s+)$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|before|after|during|circa|between|through|throughout|"
    r"early|late|mid|to|into|both|for|due|year|back in|as of|than in)[\s-]+|[(\[])$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that)|['’]s)\s+"
    r"(?:(?!about|around|roughly|some|nearly|over|almost|estimated|more|only|first|last)[a-z]+\s+)?$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"\b(?:(?:{f.any_of(AMOUNT_NOUNS)})s?\s+of|(?:{f.any_of(CHANGE_VERBS)})\s+(?:\w+\s+)?"
    r"(?:by|to|from))\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s+([A-Za-z]+)")
_YEAR_CHAIN = re.compile(rf"\b{f.YEAR}(?:,\s+|,?\s+(?:and|or|to)\s+)$")
_SENTENCE_YEAR = re.compile(r"\s+(?:was|saw|is|has|marked|began|ended|brought|will)\b|:")
_WINDOW = 32  # characters of context that the checks above can need


def _before(match: Match) -> str:
    return match.string[max(0, match.start() - _WINDOW) : match.start()]


def _after(match: Match) -> str:
    return match.string[match.end() : match.end() + _WINDOW]


def is_always(match: Match) -> bool:  # noqa: ARG001
    """For rules whose pattern says enough."""
    return True


def _is_counted(match: Match) -> bool:
    """Whether the number goes on to count something: "2012 soldiers", "March 12 people"."""
    following = _NEXT_WORD.match(_after(match))
    return following is not None and following[1].lower() in COUNTED


def is_day(match: Match) -> bool:
    """Whether a number beside a month is a day of it and counts nothing."""
    return match.groupdict().get("year") is not None or not _is_counted(match)


def is_month(match: Match) -> bool:
    """Whether a bare month is one: "May", "March", "June" need a word of time before them."""
    if match["month"].lower() not in DOUBTFUL_MONTHS or match["rel"]:
        return True
    before = _before(match)
    return bool(before) and bool(_TIME_PREPOSITION.search(before))


def is_year(match: Match) -> bool:
    """Whether four digits are a year, by the words around them."""
    before, after = _before(match), _after(match)
    following = _NEXT_WORD.match(after)
    noun = following[1] if following else ""
    if noun.lower() in COUNTED or _AMOUNT.search(before):
        return False
    if match["year"].endswith("00") and noun.islower() and noun.endswith("s"):
        return noun in ("was", "as", "is", "has")
    if _YEAR_CHAIN.search(before) or _BEFORE_YEAR.search(before):
        return True
    if _DETERMINER.search(before):
        return bool(noun)
    return match.start() == 0 and _SENTENCE_YEAR.match(after) is not None


def is_spoken_year(match: Match) -> bool:
    """Whether two numbers in words are a year: "nineteen ninety-six", not "twenty ten men"."""
    return not _is_counted(match)


def is_year_pair(match: Match) -> bool:
    """Whether two numbers with a dash are two years, the later one last."""
    first, last = match["year"], match["last"]
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return int(first) < until and not _is_counted(match)


def is_figures(match: Match) -> bool:
    """Whether three numbers can be a day, month first or day first."""
    first, second = int(match["a"]), int(match["b"])
    if match["sep"] == "." and len(match["year"]) == 2:
        return False
    if match["sep"] == "." or first > 12:
        first, second = second, first
    return _exists(2000, first, second)


def is_iso(match: Match) -> bool:
    """Whether the calendar has the day."""
    return _exists(*map(int, re.split("[-/]", match["iso"])))


def _exists(of_year: int, month: int, day: int) -> bool:
    try:
        return bool(dt.date(of_year, month, day))
    except ValueError:
        return False
