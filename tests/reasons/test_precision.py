"""What tells why in other sentences, but not in these."""

from __future__ import annotations

import pytest

from dragoman.model.claim import ReasonKind


def rules(outcome) -> set[str]:
    return {reason.how.rule.removeprefix("reasons/") for reason in outcome.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "Officers are going to search the port.",
        "The envoy went on to serve as mayor.",
        "The union called on the ministry to open the port.",
        "The king invited the envoy to sign the book.",
        "The envoy came to believe the story.",
        "The clerk stopped to consider the offer.",
    ],
)
def test_an_infinitive_without_movement_is_no_purpose(read, text):
    assert "infinitive-after-movement" not in rules(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy went to Lima to sign the pact.",
        "The envoy flew in to sign the pact.",
        "The envoy came to sign the pact.",
        "Troops were sent to guard the port.",
    ],
)
def test_an_infinitive_after_movement_is_a_purpose(read, text):
    assert "infinitive-after-movement" in rules(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lawmakers often talk about trade.",
        "She called the talk about a merger foolish.",
        "The hearing on the licence was loud.",
    ],
)
def test_what_is_spoken_about_is_no_purpose(read, text):
    assert "subject-of-talks" not in rules(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Talks on trade between Peru and Chile began in May.",
        "The two sides held talks on trade.",
    ],
)
def test_what_actors_meet_about_is_the_meetings_purpose(read, text):
    assert "subject-of-talks" in rules(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is a target for raids.",
        "The school was open for most classes.",
        "The talks are supposed to end in May.",
        "A programme focused on health drew praise.",
        "The two sides are making headway in the talks.",
        "The village is poor, so far from the coast.",
        "One sticking point is the price of grain.",
    ],
)
def test_words_that_only_look_like_reasons_give_none(read, text):
    assert read(text).reasons == ()


def test_an_effect_belongs_to_the_deed_of_its_own_clause(read, told):
    outcome = read(
        "The minister visited Lima, and a strike by porters led to a shortage of grain.",
        told("visited"),
    )
    assert [r.kind for r in outcome.reasons] == [ReasonKind.CONSEQUENCE]
    assert outcome.explained_by(outcome.only) is None


def test_therefore_looks_no_further_back_than_the_last_sentence(read, told):
    outcome = read(
        "The minister visited Lima. The port was quiet. Therefore the guards went home.",
        told("visited"),
    )
    assert outcome.explained_by(outcome.only) is None
