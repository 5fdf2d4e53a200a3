"""Timeline: events in the order of their days, each with the sentences that tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.answers.wording import act_in_words, date_in_words, full_name, listed
from dragoman.ledger import Filter, Ledger, Pseudonyms, Shown
from dragoman.ledger.stored import StoredEvent
from dragoman.model.actor import Actor, ActorKind
from dragoman.model.report import Voice


@dataclass(frozen=True, slots=True)
class Moment:
    """One event on a timeline: when, in EDTF and in words, and what happened, in words."""

    edtf: str
    when: str
    what: str
    event: StoredEvent


def timeline(ledger: Ledger, asked: Filter, beside: str | None = None) -> Iterator[Moment]:
    """Yield the dated events that a filter asks for, by day, in words.

    ``beside`` keeps those that this actor is part of too.
    """
    shown = Pseudonyms(ledger.pseudonyms())
    wanted = None
    if beside is not None:
        wanted = {event.event.id for event in ledger.events(Filter(actor=beside))}
    events = [e for e in ledger.events(asked) if wanted is None or e.event.id in wanted]
    for event in sorted(events, key=by_day):
        date = event.event.date
        if date is not None:
            what = event_line(event, shown, dated=False)
            yield Moment(date.edtf, date_in_words(date), what, event)


def by_day(event: StoredEvent) -> tuple[dt.date, dt.date, str]:
    """Sort key: an event's first possible day, then its last, then its id."""
    date = event.event.date
    if date is None:
        return (dt.date.max, dt.date.max, event.event.id)
    # What is known only to have happened by some year sorts with the start of that year.
    by = dt.date(date.latest.year, 1, 1) if date.latest else dt.date.max
    earliest = date.earliest or by
    return (earliest, date.latest or dt.date.max, event.event.id)


def event_line(event: StoredEvent, shown: Shown, *, dated: bool) -> str:
    """Return an event as a line: the act, the words it was told in, and whose word it is."""
    actors = names_of(event.actors, shown)
    recipients = names_of(event.recipients, shown)
    hosts = {ActorKind.PERSON, ActorKind.BODY}
    received = bool(event.recipients) and all(r.kind in hosts for r in event.recipients)
    plural = len(event.recipients) > 1 or any(r.kind is ActorKind.GROUP for r in event.recipients)
    act = act_in_words(event.event, actors, recipients, received=received, plural=plural)
    cue = _telling_words(event)
    count = f", {event.event.quantity.quote.words}" if event.event.quantity else ""
    line = f"{act} (“{cue}”{count}){_on_whose_word(event, shown)}"
    when = date_in_words(event.event.date)
    return f"{when[0].upper()}{when[1:]}: {line}" if dated else line


def _telling_words(event: StoredEvent) -> str:
    """Return the cue of the surest report, the fullest of several that are as sure."""
    reports = sorted(event.reports, key=lambda r: r.report.id)
    best = max(reports, key=lambda r: (r.report.how.confidence, len(r.report.cue.words)))
    return best.report.cue.words


def names_of(actors: Iterable[Actor], shown: Shown) -> str:
    """Return actors as they may be shown, in a list."""
    return listed(full_name(shown(actor)) for actor in actors)


def _on_whose_word(event: StoredEvent, shown: Shown) -> str:
    """Say who says so, when no outlet states it in its own voice."""
    voices = {report.report.attribution.voice for report in event.reports}
    if Voice.NARRATOR in voices:
        return ""
    speakers = [shown(r.speaker).name for r in event.reports if r.speaker]
    quotes = [r.report.attribution.speaker_quote for r in event.reports]
    named = listed(speakers or [quote.words for quote in quotes if quote])
    return f", according to {named}" if named else ", according to unnamed sources"
