"""Small appearances and reports for the tests of this room."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.model.actor import ActorKind, Appearance, Office, Place
from dragoman.model.dates import NewsDate, Precision
from dragoman.model.event import Judgement, Verdict
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Factuality, Quantity, Report, Side, Voice

HOW = How("cue", "test.rule", "1", 0.9)


@dataclass(frozen=True, slots=True)
class Head:
    """What merging needs to know of an article."""

    outlet: str
    published: dt.date | None


def an_appearance(
    name: str,
    *others: str,
    kind: ActorKind = ActorKind.PERSON,
    country: str | None = None,
    key: str | None = None,
    number: int = 0,
    sectors: tuple[str, ...] = (),
    private: bool = False,
    office: str | None = None,
    wikidata_id: str | None = None,
    gender: str | None = None,
) -> Appearance:
    offices = ()
    if office:
        quote = Quote.cut(office, 0, len(office))
        offices = (Office(office, None, country, None, None, quote, HOW),)
    return Appearance(
        number=number,
        key=key or f"{kind}:{name.lower().replace(' ', '-')}",
        name=name,
        names=(name, *others),
        kind=kind,
        country=country,
        sectors=sectors,
        private=private,
        how=HOW,
        offices=offices,
        wikidata_id=wikidata_id,
        gender=gender,
    )


def a_judgement(
    one: str, verdict: Verdict, other: str | None = None, *, hour: int = 9
) -> Judgement:
    return Judgement(one, verdict, other, "", f"2026-02-01T{hour:02d}:00:00+00:00")


def a_day(iso: str, *, until: str | None = None, precision: Precision = Precision.DAY) -> NewsDate:
    """A day, or the days from one to another, however fine the date is said to be."""
    first = dt.date.fromisoformat(iso)
    last = dt.date.fromisoformat(until) if until else first
    return NewsDate(iso if first == last else f"{iso}/{until}", first, last, precision)


def a_month(year: int, month: int) -> NewsDate:
    after = dt.date(year + month // 12, month % 12 + 1, 1)
    first, last = dt.date(year, month, 1), after - dt.timedelta(days=1)
    return NewsDate(f"{year}-{month:02d}", first, last, Precision.MONTH)


def a_year(year: int) -> NewsDate:
    return NewsDate(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)


HAVANA = Place("Havana", "CUB", 23.13, -82.38, "city")
SANTIAGO = Place("Santiago de Cuba", "CUB", 20.02, -75.83, "city")
CARACAS = Place("Caracas", "VEN", 10.49, -66.88, "city")

# One appearance number an actor, the same in every article of a test.
NUMBERS = {
    "minister": 0,
    "cuba": 1,
    "russia": 2,
    "police": 3,
    "students": 4,
    "venezuela": 5,
    "president": 6,
    "writer": 7,
}


def actor_of(*articles: str) -> dict[tuple[str, int], str]:
    return {(article, n): f"ACT-{who}" for article in articles for who, n in NUMBERS.items()}


def a_report(
    article: str,
    type_: str = "CONSULT",
    *,
    mode: str | None = "visit",
    cue: str = "arrived",
    actors: tuple[str, ...] = ("minister",),
    recipients: tuple[str, ...] = ("cuba",),
    date: NewsDate | None = None,
    place: Place | None = None,
    number: int | None = None,
    factuality: Factuality = Factuality.HAPPENED,
    voice: Voice = Voice.NARRATOR,
    at: int = 0,
    rest: str = "as the papers told it",
) -> Report:
    """A report whose sentence starts ``at`` characters into its article."""
    who, whom = " and ".join(actors) or "somebody", " and ".join(recipients) or "somebody"
    counted = f"{number} of them" if number is not None else "all of them"
    sentence = f"The {who} {cue} the {whom}, {counted}, {rest}."
    text = " " * at + sentence

    def quote(words: str) -> Quote:
        start = text.index(words)
        return Quote.cut(text, start, start + len(words))

    return Report(
        article_id=article,
        sentence=at,
        evidence=quote(sentence),
        cue=quote(cue),
        type=type_,
        modes=(mode,) if mode else (),
        contexts=(),
        actors=tuple(Side(quote(name), NUMBERS[name]) for name in actors),
        recipients=tuple(Side(quote(name), NUMBERS[name]) for name in recipients),
        date=date,
        date_quote=None,
        place=place,
        place_quote=None,
        quantity=Quantity(quote(counted), number, number) if number is not None else None,
        factuality=factuality,
        attribution=Attribution(voice),
        how=HOW,
    )
