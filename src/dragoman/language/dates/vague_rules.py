"""The rules that find vague times, times of the clock, and what is repeated."""

from __future__ import annotations

from dragoman.language.dates import fragments as f
from dragoman.language.dates import vague
from dragoman.language.dates.rule import Rule, rule
from dragoman.language.dates.words import UNIT_WORDS, WEEKDAY_WORDS

# "The past" and "the future" are nouns only before one of these or a stop: "the past president".
_NO_NOUN = (
    r"(?=\s*(?:[,.;:)?!\"”]|$)|\s+(?:and|or|but|is|was|are|were|has|have|had|will|would|to|of|in|on|at|"
    r"by|for|from|with|when|that|than|as|after|because|if|it|he|she|they|we|the|a|an)\b)"
)
_ZONE = r"(?:\s+(?:GMT|UTC|[ECMP][SD]?T|(?:[Ll]ocal|Eastern|Pacific|Central|Moscow)\s+[Tt]ime))?"
_EVERY = r"(?:every|each)\s+"

VAGUE: tuple[Rule, ...] = (
    rule(
        "vague past",
        rf"(?i:\b(?:(?:more|most|very)\s+recently|(?<!as\s)recently|lately|(?:in\s+)?(?P<t>(?:the\s+)?(?:recent|past|last)"
        rf"\s+(?:few\s+|several\s+|couple\s+of\s+)?{f.UNITS}))\b)(?!\s+(?:ago|of\s+age|old)\b)",
        vague.vague_past,
        needs=("recent", "recently", "lately", "past", "last"),
    ),
    rule(
        "vague past",
        rf"(?i:\bfor\s+(?P<t>(?:many\s+|several\s+)?{f.LONG_UNITS})\b)(?!\s+(?:ago|of\s+age|old)\b)",
        vague.vague_past,
        needs=UNIT_WORDS,
    ),
    rule(
        "vague future",
        rf"(?i:\b(?:in\s+)?(?P<t>(?:the\s+)?(?:coming\s+(?:few\s+)?|next\s+(?:few|several)\s+)"
        rf"{f.UNITS})\b)",
        vague.vague_future,
        needs=("coming", "next"),
    ),
    rule(
        "vague future",
        r"(?i:(?<!as\s)\bsoon\b(?!\s+(?:after|as)\b))",
        vague.vague_future,
        needs=("soon",),
    ),
    rule(
        "present",
        r"(?i:\b(?:(?:right\s+)?now\b(?!-)|currently|nowadays|at\s+(?P<t>present|the\s+moment)|"
        r"these\s+days))",
        vague.present,
        needs=("now", "currently", "present", "moment", "these"),
    ),
    rule("of today", r"(?i:\bcurrent(?=\s+[a-z]))", vague.of_today, needs=("current",)),
    rule(
        "the past",
        rf"(?i:\b(?:the\s+(?:recent\s+|distant\s+)?past\b{_NO_NOUN}|recent(?=\s+[a-z])))",
        vague.the_past,
        needs=("past", "recent"),
    ),
    rule(
        "the future",
        rf"(?i:\b(?:the\s+(?:(?:near|foreseeable|immediate|distant)\s+)?future\b{_NO_NOUN}|"
        r"the\s+(?:near|short|medium|long)\s+term))",
        vague.the_future,
        needs=("future", "term"),
    ),
    rule(
        "the unit alone",
        r"(?i:\bthe\s+(?:(?:full|whole|entire)\s+)?(?:fiscal\s+)?(?P<unit>day|week|month|year)\b)"
        r"(?!-|\s+(?:of|that|when|before|after|he|she|they|it|we|I)\b)",
        vague.the_unit,
        needs=("day", "week", "month", "year"),
    ),
    rule(
        "clock",
        r"\b(?P<hour>[01]?\d|2[0-4])(?::(?P<minute>[0-5]\d))?\s?(?:(?P<half>[aApP])\.?[mM]\b\.?|"
        rf"o['’]clock){_ZONE}",
        vague.clock,
        needs=("m", "am", "pm", "clock"),
    ),
    rule(
        "clock",
        r"\b(?P<hour>[01]?\d|2[0-4])(?::|(?<=\d\d)(?=\d\d\s))(?P<minute>[0-5]\d)\s+(?:GMT|UTC|hours|(?:[Ll]ocal)\s+time)\b",
        vague.clock,
        needs=("gmt", "utc", "hours", "local"),
    ),
    rule(
        "clock",
        rf"(?i:\b(?P<part>noon|midday|midnight|overnight)\b{_ZONE})",
        vague.clock,
        needs=("noon", "midday", "midnight", "overnight"),
    ),
    rule(
        "clock",
        r"(?i:\b(?:in|during|by|until)\s+(?P<x>the\s+(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening|night))\b)",
        vague.clock,
        needs=("morning", "afternoon", "evening", "night"),
    ),
    rule(
        "clock",
        r"(?i:\b(?:early|late|mid)[-\s]?(?P<part>morning|afternoon|evening)\b)",
        vague.clock,
        needs=("morning", "midmorning", "afternoon", "midafternoon", "evening"),
    ),
    rule(
        "set",
        rf"(?i:\b{_EVERY}(?:(?:other|{f.ORDINAL})\s+)?(?:(?P<weekday>{f.WEEKDAY})(?:\s+(?P<part>{f.PART_OF_DAY}))?|"
        rf"(?P<month>{f.MONTH_FULL})|(?P<season>{f.SEASON})|weekend))\b",
        vague.repeated,
        needs=("every", "each"),
    ),
    rule(
        "set",
        rf"(?i:\b{_EVERY}(?P<part>{f.PART_OF_DAY}))\b",
        vague.repeated,
        needs=("every", "each"),
    ),
    rule(
        "set",
        rf"(?i:\b{_EVERY}(?:(?P<number>{f.NUMBER}|other|few|{f.ORDINAL})\s+)?{f.UNIT_OR_QUARTER})",
        vague.repeated,
        needs=("every", "each"),
    ),
    rule(
        "set",
        rf"\b(?P<weekday>{f.WEEKDAY})(?:s|\s+(?P<part>{f.PART_OF_DAY})s)\b",
        vague.repeated,
        needs=(*WEEKDAY_WORDS, *(f"{day}s" for day in WEEKDAY_WORDS)),
    ),
    rule(
        "set",
        rf"(?i:\b(?:once|twice|\w+\s+times)\s+(?:an?|per|every)\s+{f.UNIT})",
        vague.repeated,
        needs=("once", "twice", "times"),
    ),
    rule(
        "set",
        r"(?i:\b(?P<often>annually|annual|yearly|quarterly|monthly|weekly|daily|nightly|hourly)\b)",
        vague.repeated,
        needs=tuple(vague.REPEATED),
    ),
)
