"""The nearest known matter, for a question that the ledger cannot answer."""

from __future__ import annotations

from dragoman.answers.question import Question
from dragoman.answers.timeline import by_day, event_line
from dragoman.ledger import Filter, Ledger, Shown
from dragoman.ledger.stored import StoredEvent


def nearest_matter(ledger: Ledger, question: Question, shown: Shown) -> str:
    """Return the event nearest to a question in words, or "" when the ledger holds none.

    First the last event of somebody whom the question does name, then one told in a sentence
    that shares its words, then the event with the most outlets.
    """
    event = _of_named(ledger, question) or _of_words(ledger, question) or _most_told(ledger)
    return event_line(event, shown, dated=True) if event else ""


def _of_named(ledger: Ledger, question: Question) -> StoredEvent | None:
    events = [
        event
        for named in question.named
        for known in named.actors
        for event in ledger.events(Filter(actor=known.actor.id))
        if event.event.date
    ]
    return max(events, key=by_day, default=None)


def _of_words(ledger: Ledger, question: Question) -> StoredEvent | None:
    for word in question.words:
        found = next(iter(ledger.events(Filter(text=word, limit=1))), None)
        if found is not None:
            return found
    return None


def _most_told(ledger: Ledger) -> StoredEvent | None:
    """Return the event of most outlets that has both its sides, its reports the surest."""

    def weight(event: StoredEvent) -> tuple[bool, int, int, float, str]:
        both = bool(event.actors and event.recipients)
        sure = max(report.report.how.confidence for report in event.reports)
        told = event.event
        return both, told.independent_outlets, len(told.report_ids), sure, told.id

    return max(ledger.events(), key=weight, default=None)
