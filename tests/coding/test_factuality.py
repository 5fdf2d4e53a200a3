from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.coding.codebook import load_codebook
from dragoman.coding.factuality import judge_factuality
from dragoman.model.report import Factuality

Code = Callable[..., Any]


def _factuality(coded: Code, sentence: str, type_name: str = "ASSAULT") -> str:
    return str(coded(sentence).told(type_name).factuality.value)


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru attacked Chile.",
        "Peru has attacked Chile.",
        "Peru had attacked Chile.",
        "Peru said it had attacked Chile.",
        "Peru's attack on Chile killed four people.",
    ],
)
def test_what_is_told_in_the_past_happened(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru is attacking Chile.",
        "Peru has been attacking Chile.",
        "Peru continues to attack Chile.",
        "Peru began to attack Chile.",
    ],
)
def test_what_goes_on_is_ongoing(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "ongoing"


@pytest.mark.parametrize(
    "sentence",
    ["Peru supports Bolivia.", "Peru has supported Bolivia since 2012."],
)
def test_a_present_state_is_ongoing(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence, "SUPPORT") == "ongoing"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru will attack Chile.",
        "Peru is going to attack Chile.",
        "Peru plans to attack Chile.",
        "Peru intends to attack Chile.",
        "Peru decided to attack Chile.",
        "Peru's decision to attack Chile surprised the region.",
        "Peru's attack on Chile will take place in May.",
        "The planned attack on Chile worries the region.",
    ],
)
def test_what_is_to_come_is_planned(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru may attack Chile.",
        "Peru may have attacked Chile.",
        "Peru might attack Chile.",
        "Peru could attack Chile.",
        "Peru is likely to attack Chile.",
        "Peru is ready to attack Chile.",
        "Peru wants to attack Chile.",
        "Peru tried to attack Chile.",
        "Peru possibly attacked Chile.",
        "A possible attack on Chile worries the region.",
        "An alleged attack on Chile worries the region.",
    ],
)
def test_what_may_be_is_possible(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "possible"


@pytest.mark.parametrize(
    "sentence",
    ["Peru hinted at sanctions on Chile.", "Peru hinted at possible sanctions on Chile."],
)
def test_what_is_hinted_at_is_possible(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence, "SANCTION") == "possible"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru would attack Chile.",
        "If Peru attacks Chile, the region will suffer.",
        "Unless Chile is attacked by Peru, the region will prosper.",
        "The region will suffer if Chile is attacked by Peru.",
        "It is not known whether Peru attacked Chile.",
    ],
)
def test_what_hangs_on_a_condition_is_hypothetical(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "hypothetical"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru did not attack Chile.",
        "Peru didn't attack Chile.",
        "Peru never attacked Chile.",
        "Peru has not attacked Chile.",
        "Peru will not attack Chile.",
        "Peru would not attack Chile.",
        "Peru no longer attacks Chile.",
        "Peru says it will not attack Chile.",
        "Peru refused to attack Chile.",
        "Peru failed to attack Chile.",
        "Peru denied that it attacked Chile.",
        "Peru denied attacking Chile.",
        "Peru denies having attacked Chile.",
        "Peru stopped attacking Chile.",
        "Neither Peru nor Ecuador attacked Chile.",
        "No Peruvian soldier attacked Chile.",
        "Peru's failed attack on Chile shocked Bolivia.",
        "Peru's attack on Chile did not take place.",
        "Peru's attack on Chile never happened.",
    ],
)
def test_what_is_negated_denied_or_refused_is_denied(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no meeting between Peru and Chile.",
        "The meeting between Peru and Chile did not take place.",
        "Peru and Chile did not hold talks.",
        "The talks between Peru and Chile were cancelled.",
        "Peru left without meeting Chile.",
    ],
)
def test_a_meeting_that_was_not_held_is_denied(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence, "CONSULT") == "denied"


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru's attack on Chile was not a surprise.",
        "Peru's attack on Chile has not ended.",
        "Peru's attack on Chile will not help the region.",
        "Peru's attack on Chile was never popular.",
    ],
)
def test_what_is_denied_of_an_act_does_not_deny_the_act(coded: Code, sentence: str) -> None:
    assert _factuality(coded, sentence) == "happened"


def test_to_act_without_another_act_denies_only_the_other(coded: Code) -> None:
    found = coded("Peru attacked Chile without sanctioning Bolivia.")
    assert [r.factuality.value for r in found.reports] == ["happened", "denied"]


def test_a_negation_does_not_reach_the_verb_joined_to_it(coded: Code) -> None:
    found = coded("Peru did not attack Chile but criticised Bolivia.")
    assert [r.factuality.value for r in found.reports] == ["denied", "happened"]


def test_a_modal_is_shared_by_the_verbs_joined_under_it(coded: Code) -> None:
    found = coded("Peru will attack Chile and expel the Bolivian ambassador.")
    assert [r.factuality.value for r in found.reports] == ["planned", "planned"]


def test_the_strongest_doubt_wins(coded: Code) -> None:
    found = coded("Peru may refuse to attack Chile.")
    assert found.told("ASSAULT").factuality is Factuality.DENIED


def test_a_judgement_names_the_word_that_decided_and_its_rule(coded: Code) -> None:
    found = coded("Peru plans to attack Chile.")
    commitment = judge_factuality(found.head("attack"), load_codebook(None))
    assert commitment.factuality is Factuality.PLANNED
    assert commitment.how.cue == "plans"
    assert commitment.how.rule.startswith("factuality.embedding: ")
    assert commitment.governor is not None


def test_nothing_but_tense_gives_no_governor(coded: Code) -> None:
    found = coded("Peru attacked Chile.")
    commitment = judge_factuality(found.head("attacked"), load_codebook(None))
    assert commitment.governor is None
    assert (commitment.how.cue, commitment.how.rule) == ("attacked", "factuality.told_as_done")
