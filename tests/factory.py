"""Builders of small articles and readings for the tests: ``from factory import make_reading``.

Every builder gives something valid from no arguments at all; name only what the test is about.
"""

from __future__ import annotations

import re
from typing import Any

from dragoman.model.actor import Actor, Appearance, Mention
from dragoman.model.event import Event
from dragoman.model.ids import stable_id
from dragoman.model.joined import JoinedActor
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading
from dragoman.model.report import Report, Side
from fisheries import full_reading
from parts import (
    MONDAY,
    OTTAWA,
    TEXT,
    make_appearance,
    make_article,
    make_how,
    make_mention,
    make_report,
    make_sentences,
    make_sides,
    words_in,
)

__all__ = [
    "MONDAY",
    "OTTAWA",
    "TEXT",
    "actor_id",
    "make_actors",
    "make_appearance",
    "make_article",
    "make_event",
    "make_events",
    "make_how",
    "make_mention",
    "make_reading",
    "make_report",
    "make_sentences",
    "make_sides",
    "words_in",
]


def make_reading(text: str | None = None, **article: Any) -> Reading:
    """A reading of any text; without one, of ``TEXT`` with something of every kind in it.

    Each sentence of three words or more gives one report: its first word is who, its second the
    cue and its last whom. Every different word of those is one appearance, with its mentions.
    """
    if text is None:
        return full_reading(make_article(**article))
    page = make_article(text, **article)
    seen: dict[str, int] = {}
    mentions: list[Mention] = []
    reports: list[Report] = []
    for sentence in make_sentences(page):
        words = _words_of(page.text, sentence.quote)
        if len(words) < 3:
            continue
        who, whom = (
            Side(quote, seen.setdefault(quote.words, len(seen))) for quote in (words[0], words[-1])
        )
        mentions += [make_mention(side, sentence.number) for side in (who, whom)]
        reports.append(make_report(page, words[1], actors=(who,), recipients=(whom,)))
    appearances = tuple(make_appearance(number, name) for name, number in seen.items())
    sentences = make_sentences(page)
    return Reading(page, sentences, appearances, tuple(mentions), tuple(reports), (), (), ())


def make_actors(*readings: Reading) -> tuple[JoinedActor, ...]:
    """The actors of some readings: appearances with one key are one actor."""
    by_key: dict[str, list[tuple[str, Appearance]]] = {}
    for reading in readings:
        for seen in reading.appearances:
            by_key.setdefault(seen.key, []).append((reading.article.id, seen))
    return tuple(_joined(key, met) for key, met in sorted(by_key.items()))


def make_events(*readings: Reading) -> tuple[Event, ...]:
    """One event a report of the readings, between the actors that ``make_actors`` gives."""
    return tuple(make_event(report, reading) for reading in readings for report in reading.reports)


def make_event(report: Report, reading: Reading, **changes: Any) -> Event:
    """The event that one report of a reading tells."""
    key = {seen.number: seen.key for seen in reading.appearances}
    return Event(
        **{
            "type": report.type,
            "modes": report.modes,
            "contexts": report.contexts,
            "actor_ids": tuple(actor_id(key[side.appearance]) for side in report.actors),
            "recipient_ids": tuple(actor_id(key[side.appearance]) for side in report.recipients),
            "date": report.date,
            "place": report.place,
            "quantity": report.quantity,
            "factuality": report.factuality,
            "report_ids": (report.id,),
            "independent_outlets": 1,
            "articles": 1,
        }
        | changes
    )


def actor_id(key: str) -> str:
    """The id that ``make_actors`` gives the actor of a key."""
    return stable_id("ACT", key)


def _joined(key: str, met: list[tuple[str, Appearance]]) -> JoinedActor:
    first = met[0][1]
    actor = Actor(
        id=actor_id(key),
        name=first.name,
        names=tuple(dict.fromkeys(name for _, seen in met for name in seen.names)),
        kind=first.kind,
        country=first.country,
        sectors=first.sectors,
        private=first.private,
        wikidata_id=first.wikidata_id,
    )
    return JoinedActor(actor, tuple((article_id, seen.number) for article_id, seen in met))


def _words_of(text: str, sentence: Quote) -> list[Quote]:
    return [
        Quote.cut(text, sentence.start + word.start(), sentence.start + word.end())
        for word in re.finditer(r"\w+", sentence.words)
    ]
