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
# "Nineteen ninety-six", "two thousand five", "twenty sixteen": years as broadcasters write them.
_TEEN = any_of(words.TEENS)
_ONE = any_of(words.ONES)
_TY = rf"{any_of(words.TENS)}(?:[-\s]{_ONE})?"
SPOKEN_YEAR = (
    rf"(?i:(?:eighteen|nineteen)\s+(?:hundred|oh[-\s]{_ONE}|{_TY}|{_TEEN})|"
    rf"twenty\s+(?:oh[-\s]{_ONE}|{_TEEN}|twenty(?:[-\s]{_ONE})?)|"
    rf"two\s+thousand(?:\s+(?:and\s+)?(?:{_TY}|{_TEEN}|{_ONE}))?)"
)
MONTH_FULL = rf"(?=[JFMASOND]){_printed(words.MONTHS)}"
# The look at the first letter spares the list of names at most words.
MONTH = rf"(?=[JFMASOND])(?:{MONTH_FULL}|(?:{_printed(words.MONTH_SHORT)})\b\.?)"
WEEKDAY = rf"(?=[MTWFS]){_printed(words.WEEKDAYS)}"
WEEKDAY_ANY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
SEASON = any_of(words.SEASONS)
PART_OF_DAY = any_of(words.PARTS_OF_DAY)
ORDINAL = any_of(words.ORDINALS)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH_DAY = rf"{DAY}(?:st|nd|rd|th)?"
ORDINAL_DAY = any_of(words.ORDINAL_DAYS).replace(r"\s+", r"[-\s]")

UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade|centur(?=ies|y))(?:ies|y|s)?\b"
UNITS = r"(?P<unit>minute|hour|day|week|month|quarter|year|decade|centur(?=ies))(?:ies|s)\b"
LONG_UNITS = UNITS.replace("minute|hour|", "")
UNIT_OR_QUARTER = UNIT.replace("year|", "year|quarter|")
# Units that "last", "this" and "next" go with.
CALENDAR_UNIT = r"(?:week|month|year|decade|century|quarter)"

SOME_NUMBER = any_of(words.SOME_NUMBER)
_HALF = r"[-\s]and[-\s]a[-\s]half"
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+|(?:\s|-)1/2)?|(?:{_ONE}|{_TEEN}|{_TY}){_HALF}|{_TY}|{_TEEN}|"
    rf"(?:an?|{_ONE}|{_TEEN}|{_TY}|\d+)\s+(?:{any_of(words.MULTIPLES)})|{_ONE}|half(?:\s+an?|(?=-))|"
    rf"(?:a\s+|the\s+)?couple(?:\s+of)?|an?)"
)
APPROXIMATELY = (
    r"(?:just\s+|well\s+|(?:only\s+)?)?"
    r"(?:about|around|almost|nearly|roughly|approximately|some|(?:no\s+)?more\s+than|over|"
    r"(?:no\s+)?less\s+than|no\s+later\s+than|fewer\s+than|at\s+least|at\s+most|up\s+to|under)"
)
# "45 years old", "a 45-year-old", "45 years of age": ages, never dates.
NOT_AGE = r"(?![-\s]olds?\b|\s+of\s+age\b)"
NOT_AGED = r"(?<!\baged\s)(?<!\bage\s)"
NOT_MONEY = r"(?:(?<![\d.,$€£¥₽#/-])|(?<=\b[Mm]id-))"

NAMED_DAY = _apostrophes(
    "|".join(
        re.escape(name.title().replace("'S", "'s")).replace(r"\ ", r"\s+")
        for name in sorted(
            (*words.NAMED_DAYS, *words.EASTER_DAYS, *words.COUNTED_DAYS),
            key=lambda name: (-len(name), name),
        )
    )
)


def number(phrase: str) -> float | None:
    """The number a phrase says ("two", "1,500", "a dozen", "half a"); None if it says none."""
    said = " ".join(phrase.lower().replace("-", " ").split())
    whole, _, half = said.partition(" 1/2" if "1/2" in said else " and a half")
    if whole != said and not half:
        base = number(whole)
        return base + 0.5 if base is not None else None
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


def unit_name(word: str) -> str:
    """The word of time in the singular: "century" for "centuries"."""
    said = word.lower().removesuffix("s")
    return {"centur": "century", "centurie": "century"}.get(said, said)


def unit(word: str) -> tuple[str, int]:
    """The unit arithmetic uses for a word of time, and how many of it: a decade is 10 years."""
    return words.UNITS[unit_name(word)]


def year_number(said: str) -> int:
    """The year in figures or as it is spoken: "1996", "nineteen ninety-six", "two thousand"."""
    if said[-1].isdigit():
        return int(said[-4:])
    first, _, rest = said.lower().replace("-", " ").partition(" ")
    rest = rest.removeprefix("oh ")
    if first == "two":
        return 2000 + int(number(rest.removeprefix("thousand").removeprefix(" and")) or 0)
    of_century = 0 if rest == "hundred" else int(number(rest) or 0)
    return 100 * int(number(first) or 0) + of_century


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
    """The day of the month in "3", "3rd", "third"."""
    said = " ".join(word.lower().replace("-", " ").split())
    return words.ORDINAL_DAYS.get(said) or int(said.rstrip("stndrh"))
