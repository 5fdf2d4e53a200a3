"""The rules that find times told by counting: "three years ago", "for two weeks"."""

from __future__ import annotations

from dragoman.language.dates import counted
from dragoman.language.dates import fragments as f
from dragoman.language.dates.rule import Rule, rule
from dragoman.language.dates.words import UNIT_WORDS

_N = rf"(?P<number>{f.NUMBER})"
# What may stand between a number and its unit: "two full years", "eight trading days".
_KIND = (
    r"(?:(?:full|whole|straight|consecutive|successive|more|additional|extra|business|working|"
    r"trading|calendar)\s+)?"
)
_QUANTITY = (
    rf"(?:(?P<about>{f.APPROXIMATELY})\s+)?{_N}(?:(?:\s+(?:to|or)\s+|-to-|-)(?!an?\b){f.NUMBER})?(?:\s+|-){_KIND}{f.UNIT}"
    r"(?P<half>\s+and\s+a\s+half)?(?:\s+or\s+(?:so|more|two)\b)?"
)
_NO_NUMBER = rf"(?:{f.SOME_NUMBER}\s+)?"

COUNTING: tuple[Rule, ...] = (
    rule("ago", rf"(?i:\b{_QUANTITY}\s+ago\b)", counted.ago, needs=("ago",)),
    rule("from now", rf"(?i:\b{_QUANTITY}\s+(?P<ahead>from\s+now)\b)", counted.ago, needs=("now",)),
    rule("some ago", rf"(?i:\b{_NO_NUMBER}{f.UNIT}\s+ago\b)", counted.vague_away, needs=("ago",)),
    rule(
        "counted from told",
        rf"(?i:\b{_QUANTITY}\s+(?P<way>earlier|later|afterwards|"
        r"(?:before|after)(?=\s*[.,;:)]|\s*$))(?!\s+(?:this|in)\b))",
        counted.from_told,
        needs=("earlier", "later", "afterwards", "before", "after"),
    ),
    rule(
        "some from told",
        rf"(?i:\b{_NO_NUMBER}{f.UNIT}\s+(?P<way>earlier|later)(?!\s+(?:this|in)\b)\b)",
        counted.vague_away,
        needs=("earlier", "later"),
    ),
    rule(
        "told unit",
        r"(?i:\b(?P<way>that(?:\s+same)?|the\s+(?:same|following|next|previous|preceding))\s+"
        r"(?P<unit>day|week|month|year|decade)\b)",
        counted.told_unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "told unit",
        r"(?i:\b(?:the\s+)(?P<unit>day|week|month|year)\s+(?P<way>before|after)(?=\s*[.,;:)]|\s*$))",
        counted.told_unit,
        needs=UNIT_WORDS,
    ),
    rule(
        "told part",
        r"(?i:\b(?P<way>that(?:\s+same)?|the\s+(?:same|following|next|previous|preceding))\s+"
        r"(?P<part>morning|afternoon|evening|night)\b)",
        counted.told_part,
        needs=("morning", "afternoon", "evening", "night"),
    ),
    rule(
        "weeks from weekday",
        rf"(?i:\b{_N}\s+weeks?\s+(?P<way>ago|from)\s+)(?P<weekday>{f.WEEKDAY})\b",
        counted.weeks_from_weekday,
        needs=("week", "weeks"),
    ),
    rule(
        "some time",
        rf"(?i:\b(?:in|within|after|over|for)\s+(?P<x>(?:many\s+)?{f.UNITS}))"
        r"(?!\s+(?:ago|earlier|later|past|gone|to)\b)",
        counted.some_time,
        needs=UNIT_WORDS,
    ),
    rule("then", r"(?i:\b(?P<way>since|until|by)\s+(?P<t>then)\b)", counted.then, needs=("then",)),
    rule(
        "duration until now",
        rf"(?i:\b(?P<for>for)\s+(?P<t>{_QUANTITY}){f.NOT_AGE})(?!\s+(?:ago|earlier|later)\b)",
        counted.duration_until_now,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration until now",
        rf"(?i:\b(?:these|the)\s+(?:last|past|latest)\s+(?!century)(?:{_N}\s+)?{f.UNIT_OR_QUARTER})(?!\s+of\b)",
        counted.duration_until_now,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration until now",
        rf"(?i:\b(?:in|over|during)\s+(?P<x>(?:last|past|recent)\s+{_N}\s+{f.UNIT_OR_QUARTER}))",
        counted.duration_until_now,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration from now",
        rf"(?i:\b(?:the\s+)?(?:next|coming|following)\s+{_N}\s+{f.UNIT_OR_QUARTER})",
        counted.duration_from_now,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration from now",
        rf"(?i:\b(?:in|over|within|during)\s+(?P<x>the\s+(?:next|coming)\s+{f.UNIT}))",
        counted.duration_from_now,
        needs=UNIT_WORDS,
    ),
    rule(
        "in some time",
        rf"(?i:\b(?:in|within)\s+(?P<t>{_QUANTITY})(?:['’]\s+time)?{f.NOT_AGE})(?!\s+(?:ago|earlier|later)\b)",
        counted.in_some_time,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration",
        rf"(?i:\b{f.NOT_AGED}(?:the\s+(?:first\s+|final\s+)?(?!\S+-[a-z]))?(?!an?\s+(?!dozen|couple|hundred))"
        rf"{_QUANTITY}{f.NOT_AGE})"
        r"(?!\s+(?:ago|earlier|later)\b)",
        counted.duration,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration",
        rf"(?i:\b(?P<some>{f.SOME_NUMBER})(?:\s+|-){f.UNIT})(?!\s+(?:ago|earlier|later|old)\b)",
        counted.duration,
        needs=UNIT_WORDS,
    ),
    rule(
        "duration",
        r"(?i:\ban?\s+(?P<unit>minute|hour|day|week|month|year)(?P<half>\s+and\s+a\s+half)\b)"
        r"(?!\s+(?:ago|earlier|later)\b)",
        counted.duration,
        needs=("half",),
    ),
    rule(
        "duration",
        r"(?i:\b(?P<some>several)\s+(?P<unit>quarter)s\b)",
        counted.duration,
        needs=("several",),
    ),
    rule(
        "duration",
        r"(?i:\b(?:(?:for|than|spent|within|after|in|over|during|least)\s+)?(?P<x>(?:nearly\s+|almost\s+)?"
        r"an?\s+(?P<unit>decade|century|fortnight)(?P<half>\s+and\s+a\s+half)?\b))(?!\s+ago\b)",
        counted.duration,
        needs=("decade", "century", "fortnight"),
    ),
    rule(
        "duration",
        r"(?i:\b(?:(?:for|than|spent|within|after|over|during|least|nearly|almost|lasts?|lasted|takes?|took)\s+"
        r"(?P<x>(?:nearly\s+|almost\s+)?an?\s+(?P<unit>year|month|week|day)"
        r"(?P<half>\s+and\s+a\s+half)?)\b))(?!\s+ago\b)",
        counted.duration,
        needs=UNIT_WORDS,
    ),
)
