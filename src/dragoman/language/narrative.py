"""The dates of an article in the order it tells them, and the date that a sentence inherits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.language.dates import DateExpression, DateKind, find_dates
from dragoman.language.parser import Parse
from dragoman.language.syntax import clause_head
from dragoman.model.dates import NewsDate
from dragoman.model.quote import Quote

# Openings that keep the date of the paragraph before in force.
_GOES_ON = re.compile(
    r"^(?:After|Afterwards|Following|Then|Since then|Later|Soon|Subsequently|Meanwhile|That "
    r"(?:day|week|month|year)|The (?:next|following|same) (?:day|week|month|year))\b"
)
# "During the visit of November 2023 they met" is told of that month.
_SETTING = frozenset({"after", "at", "during", "in", "on", "since"})
# An expression after "since" or "until" bounds a time; it does not move the story there.
_BOUNDS = re.compile(r"^(?:since|until|till|by|for|before)\b", re.IGNORECASE)

# Openings that count on from the last date of the block before, whatever that was counted from.
# "A day earlier" is not one: at the head of a paragraph it counts from the day of the news.
_COUNTS_ON = re.compile(
    r"^(?:(?:\S+ ){1,5}(?:later|afterwards)|(?:On |In )?(?:[Tt]hat|[Tt]he (?:same|next|following)) "
    r"(?:day|week|month|year|morning|afternoon|evening|night|[A-Z][a-z]+day))\b"
)


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence's date expressions, their offsets counted in the article's text.

    ``inherited`` is the date that an earlier sentence of the passage set, ``set_by`` its words.
    """

    expressions: tuple[DateExpression, ...]
    inherited: NewsDate | None
    set_by: Quote | None


def date_sentences(parse: Parse) -> tuple[DatedSentence, ...]:
    """Return one DatedSentence for each sentence of the parse.

    The story's date is set by the last resolved date of a sentence and holds to the end of the
    paragraph, or on into the next where that opens with "after", "then" and the like. Dates
    counted from publication ("on Monday") do not set it: they tell of the news itself.
    """
    return tuple(_walk(parse))


def _walk(parse: Parse) -> Iterator[DatedSentence]:
    inherited: NewsDate | None = None
    set_by: Quote | None = None
    told: NewsDate | None = None
    period: NewsDate | None = None
    block = -1
    for sentence in parse.sentences:
        if sentence.block != block:
            block = sentence.block
            if not _GOES_ON.match(sentence.quote.words):
                inherited = set_by = None
            if not _COUNTS_ON.match(sentence.quote.words):
                told = inherited
        found = find_dates(sentence.quote.words, parse.article.published, told, period)
        moved = tuple(e.moved(sentence.quote.start) for e in found)
        yield DatedSentence(moved, inherited, set_by)
        for expression in moved:
            if expression.kind is DateKind.DATE and expression.date is not None:
                told = expression.date
            if "quarter" in expression.rule.split("+"):
                period = expression.times[-1].date
            if _sets_the_date(expression) and _is_in_main_clause(parse, expression):
                inherited = expression.date
                set_by = parse.quote(expression.start, expression.end)


def _is_in_main_clause(parse: Parse, expression: DateExpression) -> bool:
    """A date in a side remark ("… for the killing of 1995") does not move the story."""
    span = parse.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return False
    at = span.root
    while at.head != at and at.dep_ in {"pobj", "pcomp", "prep", "npadvmod", "compound", "nummod"}:
        at = at.head
        named = at.pos_ in {"NOUN", "PROPN"} and at.ent_type_ not in {"DATE", "TIME"}
        if named and at.head.lower_ not in _SETTING:
            return False
    return clause_head(at).dep_ in {"ROOT", "conj"}


def _sets_the_date(expression: DateExpression) -> bool:
    dated = expression.date is not None and expression.kind is DateKind.DATE
    return dated and expression.anchor == "explicit" and not _BOUNDS.match(expression.words)
