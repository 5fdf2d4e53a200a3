"""The rules that find single dates: a name, a pattern, a check and what it resolves to.

A pattern's group ``x``, where it has one, is the span of the expression; the rest is context that
must stand beside it. Dates made of dates ("since …", "between … and …") are in `compose`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.language.dates import checks, counted, resolve
from dragoman.language.dates import fragments as f
from dragoman.language.dates.expression import Meaning
from dragoman.language.dates.words import DECADE_WORDS, FAMOUS_DAYS, SEASONS

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time.

    ``needs`` are pieces of lower-case text without one of which the pattern cannot match: asking
    for them first is what keeps the slow patterns off most sentences.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Match, resolve.Setting], Meaning]
    accepts: Callable[[Match], bool]
    needs: tuple[str, ...]


def _rule(
    name: str,
    pattern: str,
    resolver: Callable[[Match, resolve.Setting], Meaning],
    accepts: Callable[[Match], bool] = checks.is_always,
    needs: tuple[str, ...] = (),
) -> Rule:
    return Rule(name, re.compile(pattern), resolver, accepts, needs)


_REL = r"(?P<rel>(?i:last|this|next|this\s+past|this\s+coming|the\s+coming|the\s+past))"
_REL_YEAR = r"(?:last|this|next|that|the\s+same)\s+year"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{f.YEAR}|{_REL_YEAR})\b(?![-–]\d|[.,]\d))"
_WEEKDAY_BEFORE = rf"(?:{f.WEEKDAY_ANY},?\s+(?:the\s+)?)?"
_MONTH = rf"(?P<month>{f.MONTH})"
_DAY_ENDS = r"(?![\d%])(?!:\d)(?!,\d{3})(?!-(?:year|day|month)\b)(?!\.\d)"
_N = rf"(?P<number>{f.NUMBER})"
_QUANTITY = rf"(?:{f.APPROXIMATELY}\s+)?{_N}(?:\s+|-){f.UNIT}(?P<half>\s+and\s+a\s+half)?"
_NO_NUMBER = rf"(?:{f.SOME_NUMBER}\s+)?"
_ORDINAL_DAY = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"

_UNITS = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "centur")

RULES: tuple[Rule, ...] = (
    # figures
    _rule(
        "iso",
        rf"(?<![\d/.-])(?P<iso>{f.YEAR}([-/])(?:0\d|1[0-2])\2[0-3]\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"
        r"(?![\d/-])",
        resolve.iso_day,
        checks.is_iso,
    ),
    _rule(
        "figures",
        rf"(?<![\d/.$-])(?P<a>[0-3]?\d)(?P<sep>[./])(?P<b>[0-3]?\d)(?P=sep)"
        rf"(?P<year>{f.YEAR}|\d\d)(?![\d/-])",
        resolve.numeric_day,
        checks.is_figures,
    ),
    _rule("famous day", rf"(?<![\d/])(?:{f.any_of(FAMOUS_DAYS)})(?![\d/])", resolve.famous_day),
    # days and months
    _rule(
        "day",
        rf"\b{_WEEKDAY_BEFORE}{_MONTH}\s+(?:the\s+)?(?P<day>{f.NTH_DAY}){_DAY_ENDS}\b{_OF_YEAR}?",
        resolve.day_in_month,
        checks.is_day,
    ),
    _rule(
        "day",
        rf"\b{_WEEKDAY_BEFORE}(?P<day>{f.NTH_DAY})\s+(?:(?:day\s+)?of\s+)?{_MONTH}\b{_OF_YEAR}?",
        resolve.day_in_month,
    ),
    _rule(
        "days",
        rf"\b{_MONTH}\s+(?P<day>{f.NTH_DAY})(?:\s?[-–]\s?|\s+(?:to|and|through|until)\s+)"
        rf"(?P<last>{f.NTH_DAY}){_DAY_ENDS}\b{_OF_YEAR}?",
        resolve.days_in_month,
        checks.is_day,
    ),
    _rule(
        "days",
        rf"(?<![\d:.])\b(?P<x>(?P<day>{f.NTH_DAY})(?:\s?[-–]\s?|\s+(?:to|and|through|until)\s+)"
        rf"(?P<last>{f.NTH_DAY})\s+(?:of\s+)?{_MONTH}\b{_OF_YEAR}?)",
        resolve.days_in_month,
    ),
    _rule("month", rf"\b{_MONTH}{_OF_YEAR}", resolve.month_alone),
    _rule(
        "month",
        rf"\b(?:{_REL}\s+)?(?P<month>{f.MONTH_FULL})\b(?!['’]?\s+(?i:day)\b)",
        resolve.month_alone,
        checks.is_month,
    ),
    _rule(
        "day number",
        rf"\b(?i:on)\s+(?P<x>the\s+(?P<day>{f.DAY}(?:st|nd|rd|th)))"
        r"(?=[,.;:)]|\s*$|\s+(?:of\s+(?:this|the)\s+month|in|at|and|when|after|before)\b)",
        resolve.day_number_alone,
    ),
    # weekdays and days told from today
    _rule(
        "weekday",
        r"\b(?:(?P<rel>(?i:last|next|this\s+past|this\s+coming|this|the\s+following|the\s+next|"
        rf"the\s+previous))\s+)?(?P<weekday>{f.WEEKDAY_ANY})(?!\w)"
        rf"(?:\s+(?:{f.PART_OF_DAY})\b)?(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        resolve.weekday,
        needs=("day", "."),
    ),
    _rule(
        "deictic day",
        rf"(?i:\b(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
        rf"(?:yesterday|tomorrow)(?:\s+(?:{f.PART_OF_DAY}))?|today|tonight|last\s+night|"
        r"this\s+(?:morning|afternoon|evening))\b)",
        resolve.deictic_day,
    ),
    _rule(
        "named day",
        rf"\b(?P<name>{f.NAMED_DAY})(?!\w){_OF_YEAR}?",
        resolve.named_day,
    ),
    # weeks, months, seasons, quarters
    _rule(
        "relative unit",
        rf"\b(?<!\bthe\s){_REL}\s+(?P<unit>(?i:{f.CALENDAR_UNIT}))\b",
        resolve.relative_unit,
        needs=(*_UNITS, "quarter"),
    ),
    _rule(
        "the unit",
        r"(?i:\b(?:end|start|beginning|close|middle|half|rest|remainder|course|months?|weeks?|"
        r"quarter|days|early|earlier|late|later)\s+(?:of|in)\s+"
        r"(?P<x>(?P<rel>the)\s+(?P<unit>week|month|year|decade|century))\b)",
        resolve.relative_unit,
        needs=_UNITS,
    ),
    _rule(
        "year-end",
        r"(?i:\b(?P<x>(?:the\s+)?(?:(?P<rel>this|next|last)\s+)?(?:year|month)(?:-|['’]s\s+|\s+)end)"
        r"\b)",
        resolve.unit_end,
        needs=("end",),
    ),
    _rule(
        "weekend",
        r"(?i:\b(?:(?P<rel>last|this|next|this\s+past|this\s+coming|the)\s+)weekend\b)",
        resolve.weekend,
        needs=("weekend",),
    ),
    _rule(
        "season",
        rf"(?i:\b(?:the\s+)?(?P<season>{f.SEASON})),?\s+(?:of\s+)?"
        rf"(?P<year>{f.YEAR}|{_REL_YEAR})(?:[-–/]\d\d(?:\d\d)?)?\b(?![.,]\d)",
        resolve.season,
        needs=tuple(SEASONS),
    ),
    _rule(
        "season",
        rf"\b{_REL}\s+(?i:(?P<season>{f.SEASON}))\b(?!\s+of\s+[A-Z])",
        resolve.season,
        needs=tuple(SEASONS),
    ),
    _rule(
        "season",
        r"(?i:\b(?:in|since|until|by|during)\s+(?:the\s+)?)(?P<x>(?P<season>spring|summer|autumn|"
        r"winter))\b(?!\s+of\b)",
        resolve.season,
        needs=tuple(SEASONS),
    ),
    _rule(
        "quarter",
        rf"(?i:\b(?:the\s+)?{_ORDINAL_DAY}[-\s]quarter\b)(?!-)(?:{_OF_YEAR}|"
        r"(?i:\s+of\s+(?:the|this)\s+year\b))?",
        resolve.quarter,
        needs=("quarter", "q"),
    ),
    _rule("quarter", rf"\bQ(?P<nth>[1-4])\b{_OF_YEAR}?", resolve.quarter, needs=("quarter", "q")),
    # years, decades, centuries
    _rule(
        "year",
        rf"{f.NOT_MONEY}\b(?P<year>{f.YEAR})\b(?![\d%]|[.,/]\d|[-–]\d|-[a-z])",
        resolve.year,
        checks.is_year,
    ),
    _rule(
        "years",
        rf"{f.NOT_MONEY}\b(?P<year>{f.YEAR})\s?[-–—/]\s?(?P<last>{f.YEAR}|\d\d)(?![\d%/-]|[.,]\d)",
        resolve.years,
        checks.is_year_pair,
    ),
    _rule(
        "decade",
        r"\b(?:the\s+)?(?P<decade>(?:1[89]|20)\d0)['’]?s\b",
        resolve.decade,
        needs=("0s", "ties", "0’s", "0's"),
    ),
    _rule(
        "decade",
        r"\b(?P<x>the\s+['’]?(?P<decade>[1-9]0)s)\b",
        resolve.decade,
        needs=("0s", "ties", "0’s", "0's"),
    ),
    _rule(
        "decade",
        rf"(?i:\b(?:the\s+(?P<decade>{f.any_of(DECADE_WORDS)}))\b)",
        resolve.decade,
        needs=("0s", "ties", "0’s", "0's"),
    ),
    _rule(
        "decade",
        rf"(?i:\b(?:early|late|mid)[-\s](?P<x>(?P<decade>{f.any_of(DECADE_WORDS)}))\b)",
        resolve.decade,
        needs=("0s", "ties", "0’s", "0's"),
    ),
    _rule(
        "century",
        rf"(?i:\b(?:the\s+)?(?P<nth>{f.ORDINAL}|\d\d?(?:st|nd|rd|th))[-\s]century\b)",
        resolve.century,
        needs=("century",),
    ),
    # counting
    _rule("ago", rf"(?i:\b{_QUANTITY}\s+ago\b)", counted.ago, needs=("ago",)),
    _rule(
        "from now", rf"(?i:\b{_QUANTITY}\s+(?P<ahead>from\s+now)\b)", counted.ago, needs=("now",)
    ),
    _rule("some ago", rf"(?i:\b{_NO_NUMBER}{f.UNIT}\s+ago\b)", counted.vague_away, needs=("ago",)),
    _rule(
        "counted from told",
        rf"(?i:\b{_QUANTITY}\s+(?P<way>earlier|later|afterwards|"
        r"(?:before|after)(?=\s*[.,;:)]|\s*$))(?!\s+(?:this|in)\b))",
        counted.from_told,
        needs=("earlier", "later", "afterwards", "before", "after"),
    ),
    _rule(
        "some from told",
        rf"(?i:\b{_NO_NUMBER}{f.UNIT}\s+(?P<way>earlier|later)(?!\s+(?:this|in)\b)\b)",
        counted.vague_away,
        needs=("earlier", "later"),
    ),
    _rule(
        "told unit",
        r"(?i:\b(?P<way>that(?:\s+same)?|the\s+(?:same|following|next|previous|preceding))\s+"
        r"(?P<unit>day|week|month|year|decade)\b)",
        counted.told_unit,
        needs=_UNITS,
    ),
    _rule(
        "told unit",
        r"(?i:\b(?:the\s+)(?P<unit>day|week|month|year)\s+(?P<way>before|after)(?=\s*[.,;:)]|\s*$))",
        counted.told_unit,
        needs=_UNITS,
    ),
    _rule("then", r"(?i:\b(?P<way>since|until|by)\s+then\b)", counted.then, needs=("then",)),
    _rule(
        "duration until now",
        rf"(?i:\b(?P<for>for)\s+{_QUANTITY}{f.NOT_AGE})(?!\s+(?:ago|earlier|later)\b)",
        counted.duration_until_now,
        needs=_UNITS,
    ),
    _rule(
        "duration until now",
        rf"(?i:\b(?:these|the)\s+(?:last|past)\s+(?:{_N}\s+)?{f.UNIT})(?!\s+of\b)",
        counted.duration_until_now,
        needs=_UNITS,
    ),
    _rule(
        "duration until now",
        rf"(?i:\b(?:in|over|during)\s+(?P<x>(?:last|past|recent)\s+{_N}\s+{f.UNIT}))",
        counted.duration_until_now,
        needs=_UNITS,
    ),
    _rule(
        "duration from now",
        rf"(?i:\b(?:the\s+)?(?:next|coming|following)\s+{_N}\s+{f.UNIT})",
        counted.duration_from_now,
        needs=_UNITS,
    ),
    _rule(
        "duration from now",
        rf"(?i:\b(?:in|over|within|during)\s+(?P<x>the\s+(?:next|coming)\s+{f.UNIT}))",
        counted.duration_from_now,
        needs=_UNITS,
    ),
    _rule(
        "in some time",
        rf"(?i:\b(?:in|within)\s+{_QUANTITY}(?:['’]\s+time)?{f.NOT_AGE})(?!\s+(?:ago|earlier|later)\b)",
        counted.in_some_time,
        needs=_UNITS,
    ),
    _rule(
        "duration",
        rf"(?i:{f.NOT_AGED}\b(?:the\s+(?:first\s+|final\s+)?(?!\S+-[a-z]))?(?!an?\s+(?!dozen|couple|hundred))"
        rf"{_QUANTITY}{f.NOT_AGE})"
        r"(?!\s+(?:ago|earlier|later)\b)",
        counted.duration,
        needs=_UNITS,
    ),
    _rule(
        "duration",
        rf"(?i:\b{f.SOME_NUMBER}\s+{f.UNIT})(?!\s+(?:ago|earlier|later|old)\b)",
        counted.duration,
        needs=_UNITS,
    ),
    _rule(
        "duration",
        r"(?i:\b(?P<x>(?:an?\s+(?:decade|century|fortnight))|(?:for|than|spent|within|nearly|almost|"
        r"after)\s+an?\s+(?:year|month|week|day))(?:\s+and\s+a\s+half)?\b)(?!\s+ago\b)",
        counted.duration,
        needs=_UNITS,
    ),
    # vague times and sets
    _rule(
        "vague past",
        r"(?i:\b(?:recently|lately|(?:in\s+)?(?:the\s+)?(?:recent|past|last)\s+(?:few\s+|several\s+)?"
        r"(?:days|weeks|months|years|decades)|the\s+(?:recent|past|last)\s+(?:few|several|couple\s+of)"
        r"\s+(?:days|weeks|months|years|decades)|for\s+(?:many\s+|several\s+)?"
        r"(?:days|weeks|months|years|decades|centuries))\b)(?!\s+(?:ago|of\s+age|old)\b)",
        counted.vague_past,
        needs=("recent", "lately", "past", "last", "for "),
    ),
    _rule(
        "vague future",
        r"(?i:\b(?:(?:in\s+)?(?:the\s+)?coming\s+(?:few\s+)?(?:days|weeks|months|years|decades)|"
        r"(?:in\s+)?the\s+next\s+(?:few|several)\s+(?:days|weeks|months|years)|"
        r"(?<!as\s)soon(?!\s+(?:after|as)\b))\b)",
        counted.vague_future,
        needs=("coming", "next", "soon"),
    ),
    _rule(
        "set",
        rf"(?i:\b(?:every|each)\s+(?:(?:{f.NUMBER}|other|{f.ORDINAL})\s+)?"
        rf"(?:{f.WEEKDAY}|{f.MONTH_FULL}|{f.PART_OF_DAY}|{f.SEASON}|weekend|quarter|{f.UNIT}))\b",
        counted.repeated,
    ),
    _rule("set", rf"\b(?:{f.WEEKDAY})s\b", counted.repeated),
    _rule(
        "set",
        r"\b(?:(?:(?:[Oo]nce|[Tt]wice|\w+\s+times)\s+)(?:an?|per|every)\s+(?:day|week|month|year|"
        r"decade)|[Aa]nnually|annual|yearly|monthly|weekly|daily|nightly)\b",
        counted.repeated,
    ),
)
