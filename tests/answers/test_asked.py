from __future__ import annotations

from collections.abc import Callable

from dragoman.answers.asked import events_asked_for
from dragoman.answers.question import parse_question
from dragoman.ledger import Ledger


def _asked(ledger: Ledger, text: str) -> list[tuple[str, str]]:
    """Type and date of the events that a question asks about."""
    events = events_asked_for(ledger, parse_question(text, ledger))
    return [(e.event.type, e.event.date.edtf if e.event.date else "") for e in events]


def test_the_word_for_an_act_picks_the_act(ledger: Ledger) -> None:
    assert _asked(ledger, "Why did Norway criticise Canada?") == [("ACCUSE", "2024-06")]
    assert _asked(ledger, "Why does Norway support Denmark?") == [("SUPPORT", "2012/..")]


def test_everybody_named_must_be_in_the_event(ledger: Ledger) -> None:
    assert _asked(ledger, "Why did Sweden criticise Finland?") == [("ACCUSE", "2026-03-11")]
    assert _asked(ledger, "Why did Sweden criticise Canada?") == []


def test_a_question_of_presence_asks_for_visits_and_meetings(ledger: Ledger) -> None:
    asked = _asked(ledger, "Why is Norway in Canada?")
    assert asked
    assert {type_name for type_name, _ in asked} == {"CONSULT"}


def test_a_state_is_somewhere_through_its_people(ledger: Ledger) -> None:
    events = events_asked_for(ledger, parse_question("Why is Norway in Canada?", ledger))
    assert all(actor.country == "NOR" for event in events for actor in event.actors)


def test_only_the_last_stay_is_asked_for(ledger_of: Callable[..., Ledger]) -> None:
    ledger = ledger_of(
        "Angela Merkel visited Norway on 3 May 2019. Angela Merkel visited Norway on 4 June 2020. "
        "On 6 June 2020 Angela Merkel met Norway's prime minister in Oslo."
    )
    days = [day for _, day in _asked(ledger, "Why is Merkel in Norway?")]
    assert "2020-06-04" in days
    assert "2019-05-03" not in days


def test_the_visit_itself_comes_before_its_stations(ledger_of: Callable[..., Ledger]) -> None:
    ledger = ledger_of(
        "On 4 June 2020 Angela Merkel met Norway's prime minister in Oslo. "
        "Angela Merkel visited Norway on 5 June 2020."
    )
    events = events_asked_for(ledger, parse_question("Why is Merkel in Norway?", ledger))
    assert events[0].event.modes == ("visit",)


def test_nobody_named_asks_for_nothing(ledger: Ledger) -> None:
    assert _asked(ledger, "why then") == []
    assert _asked(ledger, "") == []
