from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import UsageError
from dragoman.ledger import Filter, Ledger
from dragoman.ledger.reader import BATCH
from dragoman.ledger.stored import StoredArticle, StoredEvent, StoredReport
from dragoman.model.event import Reprint
from dragoman.model.report import Voice
from factory import actor_id, make_actors, make_events, make_reading

READING = make_reading()
VISIT, GIFT = READING.reports
ANY_TEXT = st.text() | st.text(alphabet='"*():^-+{}ab \x00\ud800NEAROT,')


def test_an_event_comes_with_everyone_and_every_report(merged: Ledger) -> None:
    visit, gift = sorted(merged.events(), key=lambda event: event.event.type, reverse=True)
    assert visit.event.report_ids == (VISIT.id,)
    assert [actor.name for actor in visit.actors] == ["foreign minister of Norway"]
    assert [actor.name for actor in visit.recipients] == ["Canada"]
    assert visit.offices[visit.actors[0].id].title == "Foreign Minister"
    assert visit.reports[0].report == VISIT
    assert visit.reports[0].event_id == visit.event.id
    assert gift.reports[0].speaker is not None
    assert gift.reports[0].speaker.name == "Ministry of Foreign Affairs"
    assert [support.support for support in gift.supports] == list(READING.supports)


def test_the_reports_of_an_event_come_by_day_of_publication(ledger: Ledger) -> None:
    later = make_reading(published=dt.date(2026, 1, 22), outlet="The Later Post")
    readings = (later, READING)
    for reading in readings:
        ledger.add(reading)
    event = replace(make_events(READING)[0], report_ids=(later.reports[0].id, VISIT.id), articles=2)
    ledger.replace_merged(make_actors(*readings), (event,), ())
    (stored,) = ledger.events()
    assert stored.event == event
    assert [told.article.outlet for told in stored.reports] == [
        "The Harbour Post",
        "The Later Post",
    ]


def test_a_claim_a_reason_and_a_support_come_with_who_speaks(merged: Ledger) -> None:
    (claim,), (reason,), (support,) = merged.claims(), merged.reasons(), merged.supports()
    assert (claim.claim,) == READING.claims
    assert claim.speaker is not None
    assert claim.speaker.name == "Ministry of Foreign Affairs"
    assert (reason.reason,) == READING.reasons
    assert reason.speaker is None
    assert reason.explains is not None
    assert reason.explains.report == VISIT
    assert reason.event_id == reason.explains.event_id
    assert (support.support,) == READING.supports
    assert (support.provider.name, support.recipient.name) == ("Canada", "Norway")


def test_an_actor_comes_with_its_offices_and_how_often_it_is_told_of(merged: Ledger) -> None:
    (minister,) = merged.actors(Filter(actor="foreign minister"))
    assert (minister.mentions, minister.articles) == (1, 1)
    assert [held.office for held in minister.offices] == list(READING.appearances[0].offices)
    assert minister.offices[0].article.id == READING.article.id
    (mention,) = merged.mentions_of(minister.actor.id)
    assert mention.mention.quote.words == "foreign minister"


def test_an_article_says_what_was_read_out_of_it_and_what_it_copies(merged: Ledger) -> None:
    copy = make_reading(outlet="The Copy")
    merged.add(copy)
    reprint = Reprint(copy.article.id, READING.article.id, 0.97)
    merged.replace_merged(make_actors(READING, copy), (), (reprint,))
    by_outlet = {stored.article.outlet: stored for stored in merged.articles()}
    assert by_outlet["The Copy"].reprint_of == reprint
    original = by_outlet["The Harbour Post"]
    assert original.reprint_of is None
    assert (original.sentences, original.reports, original.claims) == (3, 2, 1)
    assert (original.reasons, original.supports) == (1, 1)


def test_everything_is_found_by_its_id(merged: Ledger) -> None:
    event = next(merged.events())
    assert merged.by_id(event.event.id) == event
    report = merged.by_id(VISIT.id)
    assert isinstance(report, StoredReport)
    assert report.report == VISIT
    for shelf in (merged.claims(), merged.reasons(), merged.supports()):
        stored = next(shelf)
        inner = next(
            getattr(stored, n) for n in ("claim", "reason", "support") if hasattr(stored, n)
        )
        assert merged.by_id(inner.id) == stored
    actor = next(merged.actors())
    assert merged.by_id(actor.actor.id) == actor
    assert isinstance(merged.by_id(READING.article.id), StoredArticle)
    assert merged.article(READING.article.id) == READING.article
    assert merged.sentences(READING.article.id) == READING.sentences


@pytest.mark.parametrize("prefix", ["EVT", "REP", "CLM", "REA", "SUP", "ACT", "ART", "FAIL", "JUD"])
def test_an_id_that_is_not_there_is_named(ledger: Ledger, prefix: str) -> None:
    with pytest.raises(UsageError, match=f"the ledger holds no {prefix}-0000"):
        ledger.by_id(f"{prefix}-0000")


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(id_=ANY_TEXT | st.from_regex(r"(EVT|REP|ART|FAIL)-.{0,20}"))
def test_no_text_is_an_id_by_chance(merged: Ledger, id_: str) -> None:
    with pytest.raises(UsageError):
        merged.by_id(id_)
    with pytest.raises(UsageError):
        merged.article(id_)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ANY_TEXT)
def test_no_text_breaks_a_search_or_a_filter(merged: Ledger, asked: str) -> None:
    merged.search(asked, 5)
    for shelf in (merged.events, merged.claims, merged.reasons, merged.supports):
        list(shelf(Filter(text=asked, actor=asked)))
    for shelf in (merged.actors, merged.articles):
        list(shelf(Filter(text=asked, actor=asked, outlet=asked, country=asked, type=asked)))


def test_a_search_finds_sentences_by_words_without_accents(merged: Ledger) -> None:
    (found,) = merged.search("MALMO boats")
    assert found.sentence == READING.sentences[2]
    assert found.article.id == READING.article.id
    assert merged.search('"boats patrol"') == ()
    assert len(merged.search('"patrol boats"')) == 1
    assert len(merged.search("minist*")) == 2
    assert len(merged.search("the", limit=1)) == 1
    assert merged.search("***") == ()


def test_the_merging_stage_is_given_everything_article_by_article(ledger: Ledger) -> None:
    other = make_reading("Canada thanked Norway.")
    for reading in (READING, other):
        ledger.add(reading)
    both = sorted((READING, other), key=lambda reading: reading.article.id)
    assert list(ledger.iter_articles()) == [reading.article for reading in both]
    assert list(ledger.iter_reports()) == [r for reading in both for r in reading.reports]
    assert list(ledger.iter_appearances()) == [
        (reading.article.id, seen) for reading in both for seen in reading.appearances
    ]


def test_more_rows_than_a_batch_come_in_one_order(ledger: Ledger) -> None:
    text = "\n".join(f"Norway praised Canada{number}." for number in range(BATCH + 10))
    reading = make_reading(text)
    ledger.add(reading)
    ledger.replace_merged(make_actors(reading), make_events(reading), ())
    events = [stored.event.id for stored in ledger.events()]
    assert len(events) == BATCH + 10
    assert events == sorted(events)
    assert [e.event.id for e in ledger.events(Filter(limit=7))] == events[:7]


def test_a_row_that_goes_while_others_are_given_is_passed_over(ledger: Ledger) -> None:
    text = "\n".join(f"Norway praised Canada{number}." for number in range(BATCH + 10))
    reading = make_reading(text)
    ledger.add(reading)
    ledger.replace_merged(make_actors(reading), make_events(reading), ())
    walk = ledger.events()
    assert isinstance(next(walk), StoredEvent)
    with Ledger.open(ledger.path) as other:
        other.replace_merged((), (), ())
    assert len(list(walk)) == BATCH - 1


def test_a_private_person_has_a_pseudonym_in_its_first_article(ledger: Ledger) -> None:
    later = make_reading(published=dt.date(2026, 1, 22))
    undated = make_reading(published=None)
    for reading in (later, undated, READING):
        ledger.add(reading)
    expected = {actor_id("person:deckhand"): f"person 1 in {READING.article.id}"}
    assert ledger.pseudonyms() == expected
    ledger.replace_merged(make_actors(later, undated, READING), (), ())
    assert ledger.pseudonyms() == expected


def test_whose_sentence_it_is_comes_back(ledger: Ledger) -> None:
    opinion = replace(READING.sentences[0], voice=Voice.AUTHOR)
    ledger.add(replace(READING, sentences=(opinion, *READING.sentences[1:])))
    assert ledger.sentences(READING.article.id)[0].voice is Voice.AUTHOR
    assert len(list(ledger.articles(Filter(voice=Voice.AUTHOR)))) == 1
