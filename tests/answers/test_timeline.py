from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dragoman.answers.timeline import by_day, event_line, names_of, timeline
from dragoman.ledger import Filter, Ledger, Pseudonyms
from dragoman.ledger.naming import as_published


def test_events_come_in_the_order_of_their_days(ledger: Ledger) -> None:
    moments = list(timeline(ledger, Filter()))
    keys = [by_day(moment.event) for moment in moments]
    assert keys == sorted(keys)
    assert [m.edtf for m in moments].index("2024-05") < [m.edtf for m in moments].index("2024-06")


def test_only_dated_events_are_on_a_timeline(ledger: Ledger) -> None:
    assert all(moment.event.event.date for moment in timeline(ledger, Filter()))
    undated = [e for e in ledger.events() if e.event.date is None]
    assert undated


def test_a_moment_tells_when_in_edtf_and_in_words_and_what(ledger: Ledger) -> None:
    (moment,) = timeline(ledger, Filter(actor="Denmark", other="Norway"))
    assert (moment.edtf, moment.when) == ("2012/..", "since 2012")
    assert moment.what == "Norway backed Denmark (“supported”)"


def test_beside_keeps_what_the_second_actor_is_part_of_too(ledger: Ledger) -> None:
    with_sweden = list(timeline(ledger, Filter(actor="Denmark"), beside="Sweden"))
    assert with_sweden
    for moment in with_sweden:
        everyone = {a.name for a in (*moment.event.actors, *moment.event.recipients)}
        assert everyone == {"Denmark", "Sweden"}
    assert len(with_sweden) < len(list(timeline(ledger, Filter(actor="Denmark"))))


def test_beside_turned_round_gives_the_same_moments(ledger: Ledger) -> None:
    one = [m.event.event.id for m in timeline(ledger, Filter(actor="Denmark"), beside="Sweden")]
    other = [m.event.event.id for m in timeline(ledger, Filter(actor="Sweden"), beside="Denmark")]
    assert one == other


def test_beside_a_stranger_is_nothing(ledger: Ledger) -> None:
    assert list(timeline(ledger, Filter(actor="Denmark"), beside="Atlantis")) == []


def test_a_filter_narrows_the_days(ledger: Ledger) -> None:
    asked = Filter(since=dt.date(2024, 1, 1), until=dt.date(2024, 12, 31), country="CAN")
    assert {m.edtf for m in timeline(ledger, asked)} == {"2024-05", "2024-06"}


def test_an_empty_ledger_has_no_timeline(empty: Ledger) -> None:
    assert list(timeline(empty, Filter())) == []


def test_known_only_to_have_happened_by_a_year_sorts_with_its_start(
    ledger_of: Callable[..., Ledger],
) -> None:
    ledger = ledger_of(
        "By 2023 Norway had attacked Canada. In May 2023 Sweden attacked Denmark. "
        "In May 2022 Denmark attacked Sweden."
    )
    assert [m.edtf for m in timeline(ledger, Filter())] == ["2022-05", "../2023", "2023-05"]


def test_a_private_person_is_shown_under_a_pseudonym(ledger: Ledger) -> None:
    lines = [m.what for m in timeline(ledger, Filter())]
    assert not any("Nordmann" in line for line in lines)
    assert any("person 1 in ART-" in line for line in lines)


@pytest.mark.parametrize("dated", [True, False])
def test_a_line_quotes_the_words_it_was_told_in(ledger: Ledger, dated: bool) -> None:  # noqa: FBT001
    shown = Pseudonyms(ledger.pseudonyms())
    for event in ledger.events():
        line = event_line(event, shown, dated=dated)
        assert any(f"“{r.report.cue.words}”" in line or r.report.cue.words in line
                   for r in event.reports)  # fmt: skip
        assert not dated or line[0].isupper() or line[0].isdigit()


def test_actors_are_listed_by_name(ledger: Ledger) -> None:
    actors = [a.actor for a in ledger.actors(Filter(type="state"))]
    assert names_of(actors[:2], as_published) == f"{actors[0].name} and {actors[1].name}"
