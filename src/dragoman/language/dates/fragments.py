"""The pieces that date rules are made of: regular expressions for the words of `words`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.language.dates import words


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; a space matches any white space."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in ordered) + ")"


def _printed(names: Iterable[str]) -> str:
    """Names as print has them: with a capital, or all in capitals."""
    return any_of(form for name in names for form in (name.capitalize(), name.upper()))


def _apostrophes(pattern: str) -> str:
    return pattern.replace("'", "['’]")


YEAR = r"(?:1[89]|20)\d\d"
MONTH_FULL = _printed(words.MONTHS)
MONTH = rf"(?:{MONTH_FULL}|(?:{_printed(words.MONTH_SHORT)})\b\.?)"
WEEKDAY = _printed(words.WEEKDAYS)
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
SEASON = any_of(words.SEASONS)
PART_OF_DAY = any_of(words.PARTS_OF_DAY)
ORDINAL = any_of(words.ORDINALS)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH_DAY = rf"{DAY}(?:st|nd|rd|th)?"

UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|centur(?=ies|y))(?:ies|y|s)?\b"
# Units that "last", "this" and "next" go with.
CALENDAR_UNIT = r"(?:week|month|year|decade|century|quarter)"

_ONES = any_of(words.ONES)
_TENS = rf"(?:{any_of(words.TENS)})(?:[-\s](?:{_ONES}))?"
SOME_NUMBER = any_of(words.SOME_NUMBER)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?|{_TENS}|{any_of(words.TEENS)}|"
    rf"(?:an?|{_ONES}|\d+)\s+(?:{any_of(words.MULTIPLES)})|{_ONES}|half\s+an?|"
    rf"(?:a\s+|the\s+)?couple(?:\s+of)?|an?)"
)
APPROXIMATELY = (
    r"(?:about|around|almost|nearly|roughly|approximately|some|more\s+than|over|less\s+than|"
    r"fewer\s+than|at\s+least|up\s+to|under|just\s+over|just\s+under|well\s+over)"
)
# "45 years old", "a 45-year-old", "45 years of age": ages, never dates.
NOT_AGE = r"(?![-\s]olds?\b|\s+of\s+age\b)"
NOT_AGED = r"(?<!\baged\s)(?<!\bage\s)"
NOT_MONEY = r"(?:(?<![\d.,$€£¥₽#/-])|(?<=\b[Mm]id-))"

NAMED_DAY = _apostrophes(
    "|".join(
        re.escape(name.title().replace("'S", "'s")).replace(r"\ ", r"\s+")
        for name in sorted(
            (*words.NAMED_DAYS, *words.EASTER_DAYS, "thanksgiving day", "thanksgiving"),
            key=lambda name: (-len(name), name),
        )
    )
)


def number(phrase: str) -> float | None:
    """The number a phrase says ("two", "1,500", "a dozen", "half a"); None if it says none."""
    said = " ".join(phrase.lower().replace("-", " ").split())
    if said.replace(",", "").replace(".", "", 1).isdigit():
        return float(said.replace(",", ""))
    if said.startswith("half"):
        return 0.5
    if "couple" in said:
        return 2
    total = 0.0
    for word in said.split():
        if word in words.MULTIPLES:
            total = max(total, 1) * words.MULTIPLES[word]
        elif word in ("a", "an", "one"):
            total += 1
        elif word.isdigit():
            total += int(word)
        else:
            value = words.ONES.get(word) or words.TEENS.get(word) or words.TENS.get(word)
            if value is None:
                return None
            total += value
    return total


def unit(word: str) -> tuple[str, int]:
    """The unit arithmetic uses for a word of time, and how many of it: a decade is 10 years."""
    said = word.lower().removesuffix("s")
    return words.UNITS[{"centur": "century", "centurie": "century"}.get(said, said)]


def month_number(word: str) -> int:
    """1 to 12 for a month's name, full or short."""
    said = word.lower().rstrip(".")
    return words.MONTHS.get(said) or words.MONTH_SHORT[said]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name, full or short."""
    return next(
        n for name, n in words.WEEKDAYS.items() if name.startswith(word.lower().rstrip("."))
    )


def day_number(word: str) -> int:
    """The day of the month in "3", "3rd"."""
    return int(word.rstrip("stndrh"))
