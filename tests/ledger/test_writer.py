from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError, RecordError
from dragoman.ledger import Ledger
from dragoman.ledger.rows import digest_of, rows_of
from dragoman.model.event import Reprint
from dragoman.model.failure import Failure
from dragoman.model.reading import Reading
from dragoman.model.report import Quantity
from factory import (
    actor_id,
    make_actors,
    make_appearance,
    make_event,
    make_events,
    make_how,
    make_reading,
    words_in,
)

SENTENCES = (
    st.lists(st.text(alphabet="aé漢🜁ß' \"*\u0301", min_size=1, max_size=30), min_size=1, max_size=5)
    .map(" x. ".join)
    .filter(str.strip)
)


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def rows_in(path: Path) -> list[str]:
    """The dump without the inner tables of the full-text index, which tell the way it grew."""
    return [line for line in dump(path) if "_words_" not in line.partition("VALUES")[0]]


def newer(reading: Reading) -> Reading:
    """The same article as a newer version of the rules reads it."""
    how = make_how("visited", version="2")
    first, *others = reading.reports
    return replace(reading, reports=(replace(first, how=how), *others))


def test_a_reading_comes_back_as_it_was_stored(ledger: Ledger) -> None:
    reading = make_reading(authors=("The foreign desk",), published_time="2026-01-20T09:00:00Z")
    assert ledger.add(reading)
    assert ledger.reading(reading.article.id) == reading


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=SENTENCES)
def test_any_reading_comes_back_as_it_was_stored(ledger: Ledger, text: str) -> None:
    reading = make_reading(text)
    ledger.add(reading)
    assert ledger.reading(reading.article.id) == reading
    assert not ledger.add(reading)


def test_reading_the_same_again_changes_nothing(merged: Ledger) -> None:
    before = dump(merged.path)
    assert not merged.add(make_reading())
    assert dump(merged.path) == before
    assert not merged.needs_merging()


def test_the_same_page_in_a_second_folder_is_no_news(ledger: Ledger) -> None:
    ledger.add(make_reading(source="news/ottawa.html"))
    before = dump(ledger.path)
    assert not ledger.add(make_reading(source="copies/ottawa.html"))
    assert dump(ledger.path) == before


def test_readings_that_differ_have_digests_that_differ() -> None:
    reading = make_reading()
    assert digest_of(rows_of(reading)) == digest_of(rows_of(make_reading()))
    assert digest_of(rows_of(reading)) != digest_of(rows_of(newer(reading)))
    assert digest_of(rows_of(reading)) != digest_of(rows_of(replace(reading, mentions=())))


def test_a_reading_that_differs_replaces_the_article_and_leaves_the_others(ledger: Ledger) -> None:
    other = make_reading("Canada thanked Norway.")
    ledger.add(make_reading())
    ledger.add(other)
    shorter = replace(make_reading(), claims=(), supports=(), reasons=(), mentions=())
    assert ledger.add(shorter)
    assert ledger.reading(shorter.article.id) == shorter
    assert ledger.reading(other.article.id) == other
    assert len(list(ledger.articles())) == 2


def test_replacing_there_and_back_gives_the_same_rows(ledger: Ledger) -> None:
    ledger.add(make_reading())
    once = rows_in(ledger.path)
    ledger.add(newer(make_reading()))
    assert rows_in(ledger.path) != once
    ledger.add(make_reading())
    assert rows_in(ledger.path) == once


def test_a_replaced_article_is_found_by_its_new_sentences_only(ledger: Ledger) -> None:
    reading = make_reading()
    ledger.add(reading)
    fewer = tuple(mention for mention in reading.mentions if mention.sentence < 2)
    ledger.add(replace(reading, sentences=reading.sentences[:2], mentions=fewer))
    assert len(ledger.search("ministry")) == 1
    assert ledger.search("deckhand") == ()


def test_events_stay_through_a_re_reading_that_keeps_their_reports(merged: Ledger) -> None:
    merged.add(newer(make_reading()))
    assert merged.needs_merging()
    events = list(merged.events())
    assert len(events) == 2
    assert events[0].reports[0].report.how.version == "2"
    assert [actor.name for actor in events[0].actors] == ["foreign minister of Norway"]


def test_an_event_that_loses_a_report_is_gone_until_the_next_merging(merged: Ledger) -> None:
    reading = make_reading()
    fewer = replace(reading, reports=reading.reports[:1], claims=(), supports=())
    merged.add(fewer)
    assert [event.event.type for event in merged.events()] == ["CONSULT"]
    merged.replace_merged(make_actors(fewer), make_events(fewer), ())
    assert [event.event.type for event in merged.events()] == ["CONSULT"]


def test_a_number_that_now_means_another_actor_does_not_keep_the_old_name(merged: Ledger) -> None:
    reading = make_reading()
    changed = tuple(
        make_appearance(1, "Ontario", key="body:ONT", country="CAN") if seen.number == 1 else seen
        for seen in reading.appearances
    )
    merged.add(replace(reading, appearances=changed))
    stored = merged.by_id(reading.reports[1].id)
    assert [actor.name for actor in stored.actors] == ["Ontario"]  # type: ignore[union-attr]


def test_of_two_reports_with_one_id_the_first_stands(ledger: Ledger) -> None:
    reading = make_reading()
    first = reading.reports[0]
    twice = replace(reading, reports=(*reading.reports, replace(first, how=make_how("twice"))))
    ledger.add(twice)
    assert ledger.reading(reading.article.id) == reading


def test_a_reading_that_does_not_hold_together_leaves_nothing_behind(ledger: Ledger) -> None:
    before = dump(ledger.path)
    nobody = replace(make_reading(), appearances=())
    with pytest.raises(RecordError, match="do not hold together"):
        ledger.add(nobody)
    assert dump(ledger.path) == before


def test_a_reading_that_does_not_hold_together_leaves_the_one_before(ledger: Ledger) -> None:
    ledger.add(make_reading())
    before = dump(ledger.path)
    with pytest.raises(RecordError):
        ledger.add(replace(make_reading(), appearances=()))
    assert dump(ledger.path) == before


def test_half_a_surrogate_pair_is_refused_as_a_record(ledger: Ledger) -> None:
    with pytest.raises(RecordError, match="surrogate"):
        ledger.add(make_reading("Norway praised \ud83d Canada."))
    assert list(ledger.articles()) == []


def test_a_failure_is_noted_once_and_struck_out_when_its_source_is_read(ledger: Ledger) -> None:
    failure = Failure("ottawa.html", "sources", "the page has no text", "open it in a browser")
    ledger.add_failure(failure)
    before = dump(ledger.path)
    ledger.add_failure(failure)
    assert dump(ledger.path) == before
    other = Failure("other.html", "sources", "the page has no text")
    ledger.add_failure(other)
    ledger.add(make_reading(source="ottawa.html"))
    assert list(ledger.failures()) == [other]
    assert ledger.by_id(other.id) == other


def test_a_failure_is_struck_out_even_when_the_reading_is_no_news(ledger: Ledger) -> None:
    ledger.add(make_reading(source="ottawa.html"))
    ledger.add_failure(Failure("ottawa.html", "sources", "no such file"))
    assert not ledger.add(make_reading(source="ottawa.html"))
    assert list(ledger.failures()) == []


def test_merging_the_same_again_changes_nothing(merged: Ledger) -> None:
    before = dump(merged.path)
    assert not merged.replace_merged(make_actors(make_reading()), make_events(make_reading()), ())
    assert dump(merged.path) == before


def test_merging_replaces_what_merging_found_before(merged: Ledger) -> None:
    reading = make_reading()
    assert merged.replace_merged(make_actors(reading), (), ())
    assert list(merged.events()) == []
    assert len(list(merged.actors())) == 5


def test_merging_that_names_what_is_not_there_leaves_the_merging_before(merged: Ledger) -> None:
    before = dump(merged.path)
    reading = make_reading()
    stranger = make_reading("Canada thanked Norway.")
    for actors, events, reprints in (
        (make_actors(reading), make_events(stranger), ()),
        (make_actors(reading, stranger), make_events(reading), ()),
        ((), make_events(reading), ()),
        (make_actors(reading), (), (Reprint(reading.article.id, stranger.article.id, 0.9),)),
    ):
        with pytest.raises(RecordError):
            merged.replace_merged(actors, events, reprints)
    assert dump(merged.path) == before


def test_an_event_keeps_the_words_of_its_quantity(merged: Ledger) -> None:
    reading = make_reading()
    gift = reading.reports[1]
    event = make_event(gift, reading)
    assert [e.event for e in merged.events()] == [make_event(reading.reports[0], reading), event]
    unsaid = Quantity(words_in(reading.article.text, "Monday"), 1, 1)
    with pytest.raises(RecordError, match=r"no report of EVT-.* gives the quantity 'Monday'"):
        merged.replace_merged(
            make_actors(reading), (make_event(gift, reading, quantity=unsaid),), ()
        )


def test_a_new_article_asks_for_merging(ledger: Ledger) -> None:
    assert not ledger.needs_merging()
    ledger.add(make_reading())
    assert ledger.needs_merging()
    ledger.replace_merged(make_actors(make_reading()), (), ())
    assert not ledger.needs_merging()


def test_an_article_that_came_while_merging_was_at_work_asks_for_merging(ledger: Ledger) -> None:
    ledger.add(make_reading())
    actors = make_actors(make_reading())
    ledger.add(make_reading("Canada thanked Norway."))
    ledger.replace_merged(actors, (), ())
    assert ledger.needs_merging()


def test_facts_about_the_ledger_are_kept(ledger: Ledger) -> None:
    ledger.remember({"codebook": "plover", "codebook version": "2021"})
    ledger.remember({"codebook version": "2022"})
    assert ledger.facts() == {"codebook": "plover", "codebook version": "2022"}


def test_an_unmerged_ledger_shows_appearances_for_actors(ledger: Ledger) -> None:
    ledger.add(make_reading())
    (claim,) = ledger.claims()
    assert claim.speaker is not None
    assert claim.speaker.id == actor_id("body:NOR:MFA")


def test_text_changed_by_hand_is_not_quoted(ledger: Ledger) -> None:
    ledger.add(make_reading())
    with sqlite3.connect(ledger.path) as connection:
        connection.execute("UPDATE article SET text = replace(text, 'visited', 'invaded')")
    connection.close()
    with pytest.raises(LedgerError, match="quotes words that its articles do not hold"):
        list(ledger.reasons())
