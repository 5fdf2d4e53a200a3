"""Which events a question asks about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dragoman.answers.question import Named, Question
from dragoman.answers.timeline import by_day
from dragoman.ledger import Filter, Ledger
from dragoman.ledger.stored import StoredEvent
from dragoman.model.actor import ActorKind
from dragoman.model.report import Factuality

# Meetings and visits within so many days belong to one stay; official visits rarely last longer.
_SAME_STAY = dt.timedelta(days=10)
# Without any date there is no last stay; so many events are enough to read.
_MOST_UNDATED = 14
_REAL = frozenset({Factuality.HAPPENED, Factuality.ONGOING, Factuality.PLANNED})
# Letters that tell two forms of one English verb apart from other verbs, for matching a
# question's act to a cue; five part "arrest" from "arrive" and keep "align" and "aligned" one.
_STEM = 5


def events_asked_for(ledger: Ledger, question: Question) -> tuple[StoredEvent, ...]:
    """Return the events of the subject with everybody else named in them, of the last stay."""
    subject = question.subject
    if subject is None:
        return ()
    found = [
        event
        for actor in subject.actors
        for event in ledger.events(Filter(actor=actor.actor.id))
        if all(_involves(event, other) for other in question.others)
    ]
    found = list({event.event.id: event for event in found}.values())
    if any(other.as_place for other in question.others):
        found = _present(found) or _present(_of_people(ledger, question)) or found
    told = [e for e in found if _is_told_as(e, question)]
    if told:
        return tuple(sorted(told, key=by_day))
    real = [e for e in found if e.event.factuality in _REAL and e.event.date] or found
    return _last_stay(real)


def _present(events: Sequence[StoredEvent]) -> list[StoredEvent]:
    """Return the meetings and visits, held or still to come; an offer of oil is no presence."""
    return [
        event
        for event in events
        if event.event.type == "CONSULT"
        or (event.event.type == "AGREE" and event.event.factuality is Factuality.PLANNED)
    ]


def _of_people(ledger: Ledger, question: Question) -> list[StoredEvent]:
    """Return what people of the state asked about did: "Norway in Canada" is its minister there."""
    countries = {
        known.actor.country
        for known in (question.subject.actors if question.subject else ())
        if known.actor.kind is ActorKind.STATE and known.actor.country
    }
    return [
        event
        for country in sorted(countries)
        for event in ledger.events(Filter(country=country))
        if any(one.country == country for one in event.actors)
        and all(_involves(event, other) for other in question.others)
    ]


def _is_told_as(event: StoredEvent, question: Question) -> bool:
    """Whether a word of the question is the act itself ("align" and "aligned itself")."""
    cues = [word for r in event.reports for word in r.report.cue.words.casefold().split()]
    stems = [word.casefold()[:_STEM] for word in question.words if len(word) >= _STEM]
    return any(cue.startswith(stem) for stem in stems for cue in cues)


def _involves(event: StoredEvent, named: Named) -> bool:
    """Whether an event has an actor on a side, as its place, or through one of its people."""
    for known in named.actors:
        actor = known.actor
        everyone = (*event.actors, *event.recipients)
        if any(actor.id == one.id for one in everyone):
            return True
        if actor.kind is not ActorKind.STATE:
            continue
        if event.event.place and event.event.place.country == actor.country:
            return True
        if any(one.country == actor.country for one in event.recipients):
            return True
    return False


def _last_stay(events: Sequence[StoredEvent]) -> tuple[StoredEvent, ...]:
    dated = [(e.event.date.latest or dt.date.max, e) for e in events if e.event.date]
    dated = [(day, e) for day, e in dated if day != dt.date.max]
    if not dated:
        return tuple(events[:_MOST_UNDATED])
    last = max(day for day, _ in dated)
    stay = [e for day, e in dated if last - day <= _SAME_STAY]
    return tuple(sorted(stay, key=lambda e: (not _has_state_host(e), by_day(e))))


def _has_state_host(event: StoredEvent) -> bool:
    """Whether a country is the host: that tells the visit itself, the rest its stations."""
    return any(r.kind is ActorKind.STATE for r in event.recipients)
