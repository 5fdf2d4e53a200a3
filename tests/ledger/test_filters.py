from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.ledger import Filter, Ledger
from dragoman.model.dates import NewsDate, Precision
from dragoman.model.reading import Reading
from dragoman.model.report import Factuality, Voice
from factory import make_actors, make_events, make_reading, make_report

SHELVES = ("events", "claims", "reasons", "supports", "actors", "articles")
READING = make_reading()
PRAISE = make_reading(
    "Canada praised Norway.", outlet="El Diario del Río", published=dt.date(2026, 3, 1)
)


def counts(ledger: Ledger, asked: Filter) -> dict[str, int]:
    """How many rows of each sort a filter gives; sorts that do not know the filter are left out."""
    found = {}
    for shelf in SHELVES:
        try:
            found[shelf] = sum(1 for _ in getattr(ledger, shelf)(asked))
        except UsageError:
            continue
    return found


@pytest.fixture
def two(ledger: Ledger) -> Ledger:
    for reading in (READING, PRAISE):
        ledger.add(reading)
    ledger.replace_merged(make_actors(READING, PRAISE), make_events(READING, PRAISE), ())
    return ledger


ALL = {"events": 3, "claims": 1, "reasons": 1, "supports": 1, "actors": 5, "articles": 2}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(), ALL),
        (Filter(limit=0), dict.fromkeys(ALL, 0)),
        (Filter(limit=1), dict.fromkeys(ALL, 1)),
        (
            Filter(actor="CANADA"),
            {"events": 3, "claims": 0, "reasons": 1, "supports": 1, "actors": 1, "articles": 2},
        ),
        (
            Filter(actor="Q16"),
            {"events": 3, "claims": 0, "reasons": 1, "supports": 1, "actors": 1, "articles": 2},
        ),
        (
            Filter(actor="ministry in oslo"),
            {"events": 0, "claims": 1, "reasons": 0, "supports": 0, "actors": 1, "articles": 1},
        ),
        (Filter(actor="anad"), dict.fromkeys(ALL, 0)),
        (
            Filter(actor="deckhand from malmo"),
            {"events": 0, "claims": 0, "reasons": 0, "supports": 0, "actors": 1, "articles": 1},
        ),
        (
            Filter(country="can"),
            {"events": 3, "claims": 0, "reasons": 1, "supports": 1, "actors": 1, "articles": 2},
        ),
        (
            Filter(actor="canada", other="foreign minister"),
            {"events": 1, "supports": 0, "articles": 1},
        ),
        (
            Filter(actor="canada", other="norway"),
            {"events": 3, "supports": 1, "articles": 2},
        ),
        (
            Filter(event=make_events(READING)[0].id),
            {"events": 1, "claims": 0, "reasons": 1, "supports": 0, "actors": 2, "articles": 1},
        ),
        (
            Filter(event=make_events(READING)[1].id),
            {"events": 1, "claims": 1, "reasons": 0, "supports": 1, "actors": 2, "articles": 1},
        ),
        (
            Filter(article=PRAISE.article.id),
            {"events": 1, "claims": 0, "reasons": 0, "supports": 0, "actors": 2, "articles": 1},
        ),
        (
            Filter(type="aid"),
            {"events": 1, "claims": 0, "reasons": 0, "supports": 0, "actors": 0, "articles": 1},
        ),
        (
            Filter(type="purpose"),
            {"events": 0, "claims": 0, "reasons": 1, "supports": 0, "actors": 0, "articles": 0},
        ),
        (
            Filter(type="state"),
            {"events": 0, "claims": 0, "reasons": 0, "supports": 0, "actors": 2, "articles": 0},
        ),
        (
            Filter(type="promises"),
            {"events": 0, "claims": 1, "reasons": 0, "supports": 0, "actors": 0, "articles": 0},
        ),
        (
            Filter(type="military"),
            {"events": 0, "claims": 0, "reasons": 0, "supports": 1, "actors": 0, "articles": 0},
        ),
        (
            Filter(outlet="diario del rio"),
            {"events": 1, "claims": 0, "reasons": 0, "supports": 0, "actors": 2, "articles": 1},
        ),
        (
            Filter(since=dt.date(2026, 2, 1)),
            {"events": 0, "claims": 0, "reasons": 0, "supports": 0, "actors": 2, "articles": 1},
        ),
        (
            Filter(until=dt.date(2026, 2, 1)),
            {"events": 1, "claims": 1, "reasons": 1, "supports": 1, "actors": 5, "articles": 1},
        ),
        (
            Filter(voice=Voice.OFFICIAL),
            {"events": 1, "claims": 1, "reasons": 0, "supports": 1, "articles": 1},
        ),
        (Filter(factuality=Factuality.PLANNED), {"events": 1, "supports": 1, "articles": 1}),
        (
            Filter(text='"patrol boats"'),
            {"events": 1, "claims": 1, "reasons": 0, "supports": 1, "actors": 2, "articles": 1},
        ),
        (
            Filter(actor="Norway", type="consult", text="praised"),
            {"events": 1, "claims": 0, "reasons": 0, "supports": 0, "actors": 0, "articles": 1},
        ),
    ],
)
def test_a_filter_gives_what_it_asks_for(
    two: Ledger, asked: Filter, expected: dict[str, int]
) -> None:
    assert counts(two, asked) == expected


def test_an_actor_is_found_by_id(two: Ledger) -> None:
    (canada,) = two.actors(Filter(actor="canada"))
    by_id = Filter(actor=canada.actor.id)
    assert counts(two, by_id) == counts(two, Filter(actor="canada"))


def test_a_filter_without_meaning_for_a_row_is_refused(two: Ledger) -> None:
    with pytest.raises(UsageError, match=r"actors cannot be filtered by factuality; they know"):
        list(two.actors(Filter(factuality=Factuality.DENIED)))


def test_days_out_of_order_and_limits_below_nothing_are_refused() -> None:
    with pytest.raises(UsageError, match="swap since and until"):
        Filter(since=dt.date(2026, 2, 1), until=dt.date(2026, 1, 1))
    with pytest.raises(UsageError, match="is no count"):
        Filter(limit=-1)


DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31))
MAYBE = st.none() | DAYS


def dated(earliest: dt.date | None, latest: dt.date | None) -> NewsDate:
    edtf = f"{earliest or '..'}/{latest or '..'}"
    return NewsDate(edtf, earliest, latest, Precision.INTERVAL)


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = tmp_path_factory.mktemp("calendar") / "ledger.db"
    with Ledger.open(path) as opened:
        yield opened


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ends=st.tuples(MAYBE, MAYBE), asked=st.tuples(MAYBE, MAYBE))
def test_an_event_is_given_exactly_when_its_date_overlaps_the_days_asked_for(
    calendar: Ledger,
    ends: tuple[dt.date | None, dt.date | None],
    asked: tuple[dt.date | None, dt.date | None],
) -> None:
    if all(ends):
        ends = tuple(sorted(ends))  # type: ignore[type-var, assignment]
    if all(asked):
        asked = tuple(sorted(asked))  # type: ignore[type-var, assignment]
    reading = one_report(dated(*ends))
    calendar.add(reading)
    calendar.replace_merged(make_actors(reading), make_events(reading), ())
    found = list(calendar.events(Filter(since=asked[0], until=asked[1])))
    assert bool(found) == dated(*ends).overlaps(dated(*asked))


def one_report(date: NewsDate) -> Reading:
    reading = make_reading("Canada praised Norway.")
    side = reading.reports[0].actors
    report = make_report(reading.article, "praised", actors=side, date=date)
    return Reading(
        reading.article, reading.sentences, reading.appearances, (), (report,), (), (), ()
    )


@pytest.mark.parametrize(
    ("office", "on", "count"),
    [
        ("foreign minister", None, 1),
        ("minister of foreign affairs", dt.date(2025, 6, 1), 1),
        ("foreign minister", dt.date(2024, 6, 1), 0),
        ("deputy foreign minister", None, 0),
        ("interior minister", dt.date(2025, 6, 1), 0),
    ],
)
def test_an_office_is_asked_for_by_post_and_day(
    two: Ledger, office: str, on: dt.date | None, count: int
) -> None:
    assert counts(two, Filter(office=office, on=on)) == {"actors": count}


def test_a_day_alone_asks_for_whoever_held_any_office(two: Ledger) -> None:
    assert counts(two, Filter(on=dt.date(2025, 6, 1)))["actors"] >= 1
    assert counts(two, Filter(on=dt.date(1990, 6, 1))) == {"actors": 0}
