"""The rules that find dates the calendar names: days, weekdays, months, seasons, years."""

from __future__ import annotations

from dragoman.language.dates import checks, periods, resolve
from dragoman.language.dates import fragments as f
from dragoman.language.dates.rule import FIGURE, Rule, rule
from dragoman.language.dates.words import (
    DECADE_WORDS,
    FAMOUS_DAYS,
    MONTH_WORDS,
    NAMED_WORDS,
    SEASONS,
    UNIT_WORDS,
    WEEKDAY_WORDS,
)

_REL = r"(?P<rel>(?i:last|this|next|this\s+past|this\s+coming|the\s+coming|the\s+past))"
_REL_YEAR = r"(?:last|this|next|that|the\s+same)\s+year"
_YEAR = rf"(?P<year>{f.YEAR}|{f.SPOKEN_YEAR}|{_REL_YEAR})"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?:fiscal\s+)?{_YEAR}\b(?![-–]\d|[.,]\d))"
_WEEKDAY_BEFORE = (
    rf"(?:(?:(?i:this|next|last)\s+(?i:coming\s+|past\s+)?)?{f.WEEKDAY_ANY},?\s+(?:the\s+)?)?"
)
_MONTH = rf"(?P<month>{f.MONTH})"
_DAY_ENDS = r"(?![\d%])(?!:\d)(?!,\d{3})(?!-(?:year|day|month)\b)(?!\.\d)"
_NTH = r"(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)"

_DAY = rf"(?P<day>{f.NTH_DAY}{_DAY_ENDS}|(?i:{f.ORDINAL_DAY}))"
_QUARTERS = ("quarter", "quarters")
_DECADES = ("s", *DECADE_WORDS)
_TODAY = (
    "today", "yesterday", "tomorrow", "tonight", "night", "morning", "afternoon", "evening",
)  # fmt: skip
# What a quarter is set beside in a report on it: itself, or the same one of the year before.
_LATEST = r"latest|same|comparable|corresponding|like|just-ended"
_YEAR_AGO = r"(?P<ago>\s+(?:last\s+year|a\s+year\s+(?:ago|earlier|before))\b)?"
_YEAR_BEFORE = r"year-ago|year-earlier|prior-year|previous-year"

CALENDAR: tuple[Rule, ...] = (
    # figures
    rule(
        "iso",
        rf"(?<![\d/.-])(?P<iso>{f.YEAR}([-/])(?:0\d|1[0-2])\2[0-3]\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"
        r"(?![\d/-])",
        resolve.iso_day,
        checks.is_iso,
        needs=(FIGURE,),
    ),
    rule(
        "figures",
        rf"(?<![\d/.$-])(?P<a>[0-3]?\d)(?P<sep>[./])(?P<b>[0-3]?\d)(?P=sep)"
        rf"(?P<year>{f.YEAR}|\d\d)(?![\d/-])",
        resolve.numeric_day,
        checks.is_figures,
        needs=(FIGURE,),
    ),
    rule(
        "famous day",
        rf"(?<![\d/])(?:{f.any_of(FAMOUS_DAYS)})(?![\d/])",
        resolve.famous_day,
        needs=(FIGURE,),
    ),
    # days and months
    rule(
        "day",
        rf"\b{_WEEKDAY_BEFORE}{_MONTH}\s+(?:the\s+)?{_DAY}\b{_OF_YEAR}?",
        resolve.day_in_month,
        checks.is_day,
        needs=MONTH_WORDS,
    ),
    rule(
        "day",
        rf"\b{_WEEKDAY_BEFORE}(?P<day>{f.NTH_DAY})\s+(?:(?:day\s+)?of\s+)?{_MONTH}\b{_OF_YEAR}?",
        resolve.day_in_month,
        needs=MONTH_WORDS,
    ),
    rule(
        "day",
        rf"\b(?:the\s+)?(?P<day>(?i:{f.ORDINAL_DAY}))\s+of\s+{_MONTH}\b{_OF_YEAR}?",
        resolve.day_in_month,
        needs=MONTH_WORDS,
    ),
    rule(
        "days",
        rf"\b{_MONTH}\s+(?P<day>{f.NTH_DAY})(?:\s?[-–]\s?|\s+(?:to|and|through|until)\s+)"
        rf"(?P<last>{f.NTH_DAY}){_DAY_ENDS}\b{_OF_YEAR}?",
        resolve.days_in_month,
        checks.is_day,
        needs=MONTH_WORDS,
    ),
    rule(
        "days",
        rf"(?<![\d:.])\b(?P<x>(?P<day>{f.NTH_DAY})(?:\s?[-–]\s?|\s+(?:to|and|through|until)\s+)"
        rf"(?P<last>{f.NTH_DAY})\s+(?:of\s+)?{_MONTH}\b{_OF_YEAR}?)",
        resolve.days_in_month,
        needs=MONTH_WORDS,
    ),
    rule("month", rf"\b{_MONTH}{_OF_YEAR}", resolve.month_alone, needs=MONTH_WORDS),
    rule(
        "month",
        rf"\b(?:{_REL}\s+)?(?P<month>{f.MONTH_FULL})\b(?!['’]?\s+(?i:day)\b)",
        resolve.month_alone,
        checks.is_month,
        needs=MONTH_WORDS,
    ),
    rule(
        "day number",
        rf"\b(?i:on)\s+(?P<x>the\s+(?P<day>{f.DAY}(?:st|nd|rd|th)))"
        r"(?=[,.;:)]|\s*$|\s+(?:of\s+(?:this|the)\s+month|in|at|and|when|after|before)\b)",
        resolve.day_number_alone,
        needs=(FIGURE,),
    ),
    # weekdays and days told from today
    rule(
        "weekday",
        r"\b(?:(?P<rel>(?i:last|next|this\s+past|this\s+coming|this|the\s+following|the\s+next|"
        rf"the\s+previous))\s+)?(?P<weekday>{f.WEEKDAY_ANY})(?!\w)"
        rf"(?:\s+(?P<part>{f.PART_OF_DAY})\b)?(?:\s+(?:of\s+)?(?P<week>last|next|this)\s+week\b)?",
        resolve.weekday,
        needs=WEEKDAY_WORDS,
    ),
    rule(
        "deictic day",
        rf"(?i:\b(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|"
        rf"(?:yesterday|tomorrow)(?:\s+(?:{f.PART_OF_DAY}))?|today|tonight|last\s+night|"
        r"this\s+(?:morning|afternoon|evening))\b)",
        resolve.deictic_day,
        needs=_TODAY,
    ),
    rule(
        "named day",
        rf"\b(?P<name>{f.NAMED_DAY})(?!\w){_OF_YEAR}?",
        resolve.named_day,
        needs=NAMED_WORDS,
    ),
    # weeks, months, seasons, quarters
    rule(
        "relative unit",
        rf"\b(?<!\bthe\s){_REL}\s+(?:fiscal\s+)?(?P<unit>(?i:{f.CALENDAR_UNIT}))\b",
        resolve.relative_unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "relative unit",
        rf"(?i:\b(?:the\s+)?(?P<rel>current)\s+(?:fiscal\s+)?(?P<unit>{f.CALENDAR_UNIT})\b)",
        resolve.relative_unit,
        needs=("current",),
    ),
    rule(
        "relative unit",
        r"(?i:\bthe\s+(?P<rel>last|past)\s+(?P<unit>century)\b)",
        resolve.relative_unit,
        needs=("century",),
    ),
    rule(
        "the unit",
        r"(?i:\b(?:end|start|beginning|close|middle|half|rest|remainder|course|months?|weeks?|"
        r"quarter|days|early|earlier|late|later)\s+(?:of|in)\s+"
        r"(?P<x>(?P<rel>the)\s+(?P<unit>week|month|year|decade|century))\b)",
        resolve.relative_unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "year-end",
        r"(?i:\b(?P<x>(?:the\s+(?!\w+-end\s+[a-z]))?(?:(?P<rel>this|next|last)\s+)?(?:year|month)(?:-|['’]s\s+|\s+)end"
        rf"(?:\s+(?:of\s+)?(?P<year>{f.YEAR}))?)\b)",
        resolve.unit_end,
        needs=("end",),
    ),
    rule(
        "weekend",
        r"(?i:\b(?:(?P<rel>last|this|next|this\s+past|this\s+coming|the)\s+)weekend\b)",
        resolve.weekend,
        needs=("weekend",),
    ),
    rule(
        "season",
        rf"(?i:\b(?:the\s+)?(?P<season>{f.SEASON})),?\s+(?:of\s+)?"
        rf"{_YEAR}(?:[-–/]\d\d(?:\d\d)?)?\b(?![.,]\d)",
        periods.season,
        needs=tuple(SEASONS),
    ),
    rule(
        "season",
        rf"\b{_REL}\s+(?i:(?P<season>{f.SEASON}))\b(?!\s+of\s+[A-Z])",
        periods.season,
        needs=tuple(SEASONS),
    ),
    rule(
        "season",
        r"(?i:\b(?:(?:in|since|until|by|during|before|after|through|throughout|for|over|into)\s+|"
        r"(?:early|late|mid)[-\s])(?:the\s+)?)(?P<x>(?P<season>spring|summer|autumn|winter))\b(?!\s+of\b)",
        periods.season,
        needs=tuple(SEASONS),
    ),
    rule(
        "quarter",
        rf"(?i:\b(?:(?P<of_year>(?:this|last|next)\s+year)['’]s\s+|the\s+(?!(?:fiscal\s+)?\w+-quarter))?(?:fiscal\s+)?"
        rf"(?:(?P<before>{_YEAR_BEFORE})\s+)?{_NTH}[-\s]quarter\b)(?!-)(?:{_OF_YEAR}|(?i:\s+of\s+(?:the|this)\s+year\b))?",
        periods.quarter,
        needs=_QUARTERS,
    ),
    rule(
        "quarter",
        rf"\b(?:the\s+)?(?:fiscal\s+)?(?P<year>{f.YEAR})(?:['’]s)?\s+(?:fiscal\s+)?"
        rf"(?i:{_NTH}[-\s]quarter)\b(?!-)",
        periods.quarter,
        needs=_QUARTERS,
    ),
    rule(
        "period",
        rf"(?i:\b(?:the|that|its)\s+(?:{_LATEST})?\s*(?:(?P<before>{_YEAR_BEFORE})\s+)?"
        rf"(?P<unit>quarter)\b(?!-|\s+of\s+(?!the\b)){_YEAR_AGO})",
        periods.period,
        needs=_QUARTERS,
    ),
    rule(
        "period",
        rf"(?i:\b(?:the\s+)?(?:(?:{_LATEST})\s+)?(?:(?P<before>{_YEAR_BEFORE})|{_LATEST})\s+"
        rf"(?P<unit>quarter|period)\b{_YEAR_AGO})",
        periods.period,
        needs=("quarter", "period"),
    ),
    rule(
        "period",
        rf"\b(?:the\s+)?(?P<year>{f.YEAR})\s+(?P<unit>quarter|period)\b",
        periods.period,
        needs=("quarter", "period"),
    ),
    rule(
        "period",
        r"(?i:\b(?P<before>last\s+year)['’]s\s+(?P<unit>quarter|period))\b",
        periods.period,
        needs=("quarter", "period"),
    ),
    rule(
        "year before",
        r"(?i:\byear-(?:ago|earlier)\b)",
        periods.year_before,
        needs=("year",),
    ),
    rule(
        "quarter",
        rf"\b(?:the\s+)?(?P<nth>last|final)\s+quarter{_OF_YEAR}",
        periods.quarter,
        needs=_QUARTERS,
    ),
    rule("quarter", rf"\bQ(?P<nth>[1-4])\b{_OF_YEAR}?", periods.quarter, needs=("q",)),
    # years, decades, centuries
    rule(
        "year",
        rf"{f.NOT_MONEY}\b(?P<year>{f.YEAR})\b(?![\d%]|[.,/]\d|[-–]\d|-[a-z])",
        periods.year,
        checks.is_year,
        needs=(FIGURE,),
    ),
    rule(
        "year",
        rf"\b(?i:(?:the\s+)?(?:fiscal|calendar)(?:\s+year)?|the\s+year)\s+"
        rf"(?P<year>{f.YEAR}|{f.SPOKEN_YEAR})\b(?![\d%]|[-–]\d)",
        periods.year,
        needs=("fiscal", "calendar", "year"),
    ),
    rule(
        "year",
        rf"\b(?!(?i:two))(?P<year>{f.SPOKEN_YEAR})\b(?!-|\s+(?i:thousand|hundred|percent))",
        periods.year,
        checks.is_spoken_year,
        needs=("eighteen", "nineteen", "twenty"),
    ),
    rule(
        "years",
        rf"{f.NOT_MONEY}\b(?P<year>{f.YEAR})\s?[-–—/]\s?(?P<last>{f.YEAR}|\d\d)(?![\d%/-]|[.,]\d)",
        periods.years,
        checks.is_year_pair,
        needs=(FIGURE,),
    ),
    rule(
        "decade",
        r"\b(?:the\s+)?(?P<decade>(?:1[89]|20)\d0)['’]?s\b",
        periods.decade,
        needs=_DECADES,
    ),
    rule(
        "decade",
        r"\b(?P<x>the\s+['’]?(?P<decade>[1-9]0)s)\b",
        periods.decade,
        needs=("s",),
    ),
    rule(
        "decade",
        r"(?i:\b(?:early|late|mid)[-\s])(?P<x>['’]?(?P<decade>[1-9]0)s)\b",
        periods.decade,
        needs=("s",),
    ),
    rule(
        "decade",
        rf"(?i:\b(?:the\s+(?P<decade>{f.any_of(DECADE_WORDS)}))\b)",
        periods.decade,
        needs=_DECADES,
    ),
    rule(
        "decade",
        rf"(?i:\b(?:early|late|mid)[-\s](?P<x>(?P<decade>{f.any_of(DECADE_WORDS)}))\b)",
        periods.decade,
        needs=_DECADES,
    ),
    rule(
        "century",
        rf"(?i:\b(?:the\s+)?(?P<nth>{f.ORDINAL}|\d\d?(?:st|nd|rd|th))[-\s]century\b)(?!\s+B\.?C)",
        periods.century,
        needs=("century",),
    ),
)
