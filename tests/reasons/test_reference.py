from __future__ import annotations

from typing import Any

import pytest

from dragoman.model.claim import ReasonKind


def test_the_visit_is_the_report_of_the_visit_and_not_the_nearest_one(read: Any, told: Any) -> None:
    outcome = read(
        "The envoy began a visit to Lima. Farmers blocked a road. The visit aims to sell wheat.",
        told("began a visit"),
        told("blocked a road", "PROTEST"),
    )
    assert outcome.explained_by(outcome.only) == "began a visit"


def test_a_possessive_says_whose_visit_is_explained(read: Any, told: Any) -> None:
    outcome = read(
        "Zenda visited Lima. Hentzau visited Lima too. Zenda's trip is meant to sell wheat.",
        told("visited Lima.", actor="Zenda"),
        told("visited Lima too", actor="Hentzau"),
        names=("Zenda", "Hentzau"),
    )
    assert outcome.explained_by(outcome.only) == "visited Lima."


def test_an_event_noun_of_the_codebook_alone_refers_too(read: Any, told: Any) -> None:
    outcome = read("The chiefs met in Lima. The palaver aims to end a feud.", told("met in Lima"))
    assert outcome.explained_by(outcome.only) == "met in Lima"


def test_it_takes_up_the_visit_that_was_the_subject_before(read: Any, told: Any) -> None:
    outcome = read(
        "The envoy began a visit to Lima. The visit is a surprise. It aims to calm the markets.",
        told("began a visit"),
    )
    assert outcome.explained_by(outcome.only) == "began a visit"


@pytest.mark.parametrize(
    "second",
    [
        "This was because the treasury had run out of money.",
        "The reason: an empty treasury.",
        "The reason is simple: the treasury is empty.",
        "The aim is to save money.",
        "The move follows a series of attacks on shipping.",
    ],
)
def test_a_neighbouring_sentence_may_give_the_reason(read: Any, told: Any, second: str) -> None:
    outcome = read(
        f"Ruritania closed three embassies. {second}", told("closed three embassies", "SANCTION")
    )
    assert outcome.explained_by(outcome.only) == "closed three embassies"


def test_that_is_why_gives_a_consequence_of_what_went_before(read: Any, told: Any) -> None:
    outcome = read(
        "Rebels seized the port. That is why the envoy left.",
        told("seized the port", "COERCE"),
        told("left", "RETREAT"),
    )
    reason = outcome.only
    assert reason.kind is ReasonKind.CONSEQUENCE
    assert outcome.explained_by(reason) == "seized the port"
    assert outcome.because(reason) == "left"


def test_a_reason_that_is_itself_a_report_names_it(read: Any, told: Any) -> None:
    outcome = read(
        "The army shelled the port because rebels had seized the bridge.",
        told("shelled", "ASSAULT"),
        told("seized", "COERCE"),
    )
    assert outcome.explained_by(outcome.only) == "shelled"
    assert outcome.because(outcome.only) == "seized"


def test_after_an_upheaval_is_a_cause_only_where_a_report_is_explained(
    read: Any, told: Any
) -> None:
    text = "Ruritania recalled its envoy after the collapse of the truce."
    assert read(text).reasons == ()
    reason = read(text, told("recalled its envoy", "SANCTION")).only
    assert reason.kind is ReasonKind.CAUSE
    assert reason.how.confidence <= 0.5


def test_an_indefinite_visit_refers_to_nothing_before(read: Any, told: Any) -> None:
    outcome = read("The envoy visited Lima. A visit is meant to build trust.", told("visited Lima"))
    assert outcome.only.report_id is None


def test_someone_elses_visit_is_not_explained(read: Any, told: Any) -> None:
    outcome = read(
        "Zenda visited Lima. Hentzau's visit is meant to sell wheat.",
        told("visited Lima", actor="Zenda"),
        names=("Zenda", "Hentzau"),
    )
    assert outcome.only.report_id is None


def test_without_an_earlier_one_the_first_such_report_is_meant(read: Any, told: Any) -> None:
    outcome = read(
        "The visit is meant to sell wheat. The envoy arrived in Lima on Monday.",
        told("arrived in Lima"),
    )
    assert outcome.explained_by(outcome.only) == "arrived in Lima"


def test_a_reason_of_no_known_report_is_less_sure(read: Any, told: Any) -> None:
    text = "The talks failed because of the war."
    linked = read(text, told("failed")).only
    assert linked.how.confidence > read(text).only.how.confidence


def test_a_visit_is_meant_before_another_meeting_of_the_same_type(read: Any, told: Any) -> None:
    outcome = read(
        "The envoy began a visit to Lima. Two mayors greeted him. The visit aims to sell wheat.",
        told("began a visit"),
        told("greeted"),
    )
    assert outcome.explained_by(outcome.only) == "began a visit"
