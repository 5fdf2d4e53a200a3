"""When an act happened: the date that governs its words, else the story's, else the article's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.language.dates import DateExpression, DateKind
from dragoman.language.narrative import DatedSentence
from dragoman.language.parser import Parse
from dragoman.language.syntax import SUBJECTS, children, clause_head, is_verb
from dragoman.model.article import BlockKind
from dragoman.model.dates import NewsDate, Precision, about
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Factuality

VERSION = "dating 1"

_OWN = 0.9
_SENTENCE = 0.7
_STORY = 0.6
_PUBLICATION = 0.4
# Clauses that share the time of the clause they hang from; what somebody says does not.
_SAME_TIME = frozenset({"advcl", "acl", "xcomp", "conj", "pcomp", "relcl"})
_AFTERMATH = frozenset({"after", "following", "since"})
# "Now" says when the writer speaks: in "they respond now to the threats" it dates no threat.
_DATES_NO_ACT = frozenset({DateKind.SET, DateKind.CLOCK, DateKind.NOW})
_UNREAL = frozenset({Factuality.POSSIBLE, Factuality.HYPOTHETICAL, Factuality.DENIED})


@dataclass(frozen=True, slots=True)
class Dating:
    """A report's date, the words that give it (None where nothing in the article does), and how."""

    date: NewsDate | None
    quote: Quote | None
    how: How


def date_act(head: Token, factuality: Factuality, dated: DatedSentence, parse: Parse) -> Dating:
    """Return when an act happened.

    First the expression that hangs from the act's own words or clause, then one whose clause the
    act's clause belongs to, then the date the passage is about, then about the day of publication
    for what is told as news. What may happen or is denied gets no date from publication.
    """
    ranked = sorted(
        (rank, e.kind is DateKind.VAGUE, e.start, e)
        for e in dated.expressions
        if e.date is not None and (rank := _rank(e, head, parse)) is not None
    )
    if ranked:
        rank, _, _, expression = ranked[0]
        confidence = _OWN if rank < 2 else _SENTENCE
        return _by_expression(expression, parse, confidence)
    if dated.inherited is not None and not _is_of_today(head):
        return _by_story(head, dated, dated.inherited)
    news = _is_told(head) and not _is_looked_back_on(head, parse)
    return _by_publication(factuality, parse.article.published, news=news)


def _rank(expression: DateExpression, head: Token, parse: Parse) -> int | None:
    """0: in the act's own phrase; 1: in its clause; 2 and more: in one above; None: neither."""
    if expression.kind in _DATES_NO_ACT:
        return None
    span = parse.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None:
        return None
    root = span.root
    if head.is_ancestor(root) and clause_head(root) == clause_head(head):
        return 0
    if _dates_another(root, head):
        return None
    if not _is_core(head):
        return None
    clause, steps = clause_head(head), 1
    here = clause_head(root)
    while True:
        if here == clause:
            return steps
        if clause.dep_ not in _SAME_TIME or clause.head == clause:
            return None
        clause, steps = clause_head(clause.head), steps + 1


def _is_core(head: Token) -> bool:
    """Whether an act belongs to its clause: to the subject or the verb, not to some noun after it
    ("sanctioned since 2012 for his role in the war" does not date the war)."""
    clause, at = clause_head(head), head
    within_noun = False
    while at != clause and at.head != at:
        governor = at.head
        if governor == clause:
            # "Criticised on Monday over an attack": what a quarrel is over came before it.
            return (not within_noun or at.dep_ in SUBJECTS) and at.lower_ != "over"
        within_noun |= governor.pos_ in {"NOUN", "PROPN"} and at.dep_ != "conj"
        at = governor
    return not within_noun


def _dates_another(root: Token, head: Token) -> bool:
    """Whether a date belongs to a noun that the act comes before ("at the talks he recalled the
    events of January 3rd" does not date the talks)."""
    at = root
    while at.dep_ in {"pobj", "prep", "compound", "nmod", "nummod", "poss", "npadvmod"}:
        at = at.head
        if at.pos_ in {"NOUN", "PROPN"} and at.ent_type_ not in {"DATE", "TIME"}:
            return at != head and head.i < at.i
    return False


def _by_expression(expression: DateExpression, parse: Parse, confidence: float) -> Dating:
    quote = parse.quote(expression.start, expression.end)
    how = How(quote.words, f"dating.{expression.rule}", VERSION, confidence)
    return Dating(expression.date, quote, how)


def _by_story(head: Token, dated: DatedSentence, inherited: NewsDate) -> Dating:
    words = dated.set_by.words if dated.set_by else ""
    aftermath = [
        p
        for p in children(clause_head(head), "prep", "mark")
        if p.lower_ in _AFTERMATH and p.i < head.i
    ]
    detail = (f"the passage is about {inherited.edtf} ({words!r})",)
    if aftermath and inherited.earliest is not None and "/" not in inherited.edtf:
        date = NewsDate(f"{inherited.edtf}/..", inherited.earliest, None, Precision.INTERVAL)
        how = How(aftermath[0].text, "dating.story, and after", VERSION, _STORY, detail)
        return Dating(date, dated.set_by, how)
    return Dating(inherited, dated.set_by, How(words, "dating.story", VERSION, _STORY, detail))


def _is_told(head: Token) -> bool:
    """Whether an act is what its sentence tells, not something it takes as known."""
    if is_verb(head):
        return head.tag_ != "VBN" or head.dep_ not in {"amod", "acl"}
    return head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "ROOT"}


def _is_looked_back_on(head: Token, parse: Parse) -> bool:
    """Whether a present perfect sums up ("has supplied") rather than opens the news ("has met")."""
    auxiliaries = {a.lower_ for a in children(head, "aux")}
    lead = next((n for n, b in enumerate(parse.article.blocks) if b.kind is BlockKind.PARAGRAPH), 0)
    return bool(auxiliaries & {"has", "have"}) and parse.sentence_of(head).block != lead


def _by_publication(factuality: Factuality, published: dt.date | None, *, news: bool) -> Dating:
    if published is None:
        return Dating(None, None, How("", "dating.none: no date, no dateline", VERSION, 0.0))
    if factuality in _UNREAL:
        return Dating(None, None, How("", "dating.none: not told as done", VERSION, _STORY))
    if factuality is Factuality.PLANNED:
        date = NewsDate(f"{published}/..", published, None, Precision.INTERVAL)
        return Dating(date, None, How("", "dating.publication: to come", VERSION, _PUBLICATION))
    if not news:
        date = NewsDate(f"../{published}", None, published, Precision.INTERVAL)
        detail = ("the article takes it as known and gives no date, so some time before",)
        return Dating(date, None, How("", "dating.known before", VERSION, _PUBLICATION, detail))
    detail = ("the article gives no date for it, so about the day of publication",)
    how = How("", "dating.publication", VERSION, _PUBLICATION, detail)
    return Dating(about(published), None, how)


def _is_of_today(head: Token) -> bool:
    """Whether the tense around an act is present or future, so that no past passage dates it."""
    at = clause_head(head)
    while True:
        auxiliaries = children(at, "aux", "auxpass")
        tags = {at.tag_, *(a.tag_ for a in auxiliaries)}
        if "VBD" in tags:
            return False
        if tags & {"VBZ", "VBP", "MD"}:
            return True
        if at.dep_ not in _SAME_TIME or at.head == at:
            return False
        at = clause_head(at.head)
