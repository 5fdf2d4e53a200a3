from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.report import Factuality

Code = Callable[..., Any]


@pytest.mark.parametrize(
    ("sentence", "kind", "given"),
    [
        ("Brazil supplied Bolivia with oil.", "energy", "oil"),
        ("Brazil provided Bolivia with loans.", "financial", "loans"),
        ("Brazil provided Bolivia with tanks.", "military", "tanks"),
        ("Brazil provided Bolivia with police software.", "security", "police software"),
        ("Brazil provided Bolivia with vaccines.", "humanitarian", "vaccines"),
        ("Brazil provided Bolivia with teachers.", "personnel", "teachers"),
        (
            "Brazil provided Bolivia with satellite technology.",
            "technology",
            "satellite technology",
        ),
        ("Brazil backed Bolivia.", "political", "backed"),
        ("Brazil restored diplomatic relations with Bolivia.", "diplomatic", "restored"),
        ("Brazil sold copper to Bolivia.", "trade", "copper"),
    ],
)
def test_what_is_given_tells_the_kind(coded: Code, sentence: str, kind: str, given: str) -> None:
    assert coded(sentence).given == [(kind, "Brazil", "Bolivia", given)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brazil supplied oil to Bolivia.",
        "Brazil supplied Bolivia with oil.",
        "Bolivia was supplied by Brazil with oil.",
        "Brazil sent oil to Bolivia.",
        "Brazil, which supplied oil to Bolivia, built a dam.",
    ],
)
def test_however_it_is_put_the_giver_and_the_taker_are_the_same(coded: Code, sentence: str) -> None:
    assert coded(sentence).given == [("energy", "Brazil", "Bolivia", "oil")]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("diplomatic backing", "diplomatic"),
        ("financial help", "financial"),
        ("military aid", "military"),
        ("moral support", "political"),
        ("technical assistance", "technology"),
        ("human resources", "personnel"),
        ("medical relief", "humanitarian"),
        ("backing", "political"),
    ],
)
def test_the_word_before_a_noun_of_help_tells_the_kind(coded: Code, given: str, kind: str) -> None:
    assert coded(f"Brazil provides Bolivia with {given}.").given == [
        (kind, "Brazil", "Bolivia", given)
    ]


def test_two_words_before_a_noun_of_help_are_two_kinds(coded: Code) -> None:
    found = coded("Brazil provides Bolivia with economic and military assistance.")
    assert {kind for kind, *_ in found.given} == {"financial", "military"}


def test_help_is_what_is_given_where_the_cue_has_it_too(coded: Code) -> None:
    assert coded("Brazil gives diplomatic backing to Bolivia.").given == [
        ("diplomatic", "Brazil", "Bolivia", "diplomatic backing")
    ]


def test_natural_resources_are_no_kind_of_help(coded: Code) -> None:
    assert coded("Brazil offers natural resources.").given == []


def test_each_thing_given_is_a_support_of_its_own(coded: Code) -> None:
    assert coded("Brazil supplies oil, wheat and vaccines to Bolivia.").given == [
        ("energy", "Brazil", "Bolivia", "oil"),
        ("humanitarian", "Brazil", "Bolivia", "wheat"),
        ("humanitarian", "Brazil", "Bolivia", "vaccines"),
    ]


def test_a_support_belongs_to_the_report_of_its_act(coded: Code) -> None:
    found = coded("Brazil supplied Bolivia with oil.")
    assert [s.report_id for s in found.supports] == [found.only.id]


def test_two_givers_set_against_each_other_give_to_each_other(coded: Code) -> None:
    found = coded("Peru provides security personnel, while Bolivia offers financial assistance.")
    assert found.given == [
        ("security", "Peru", "Bolivia", "security personnel"),
        ("financial", "Bolivia", "Peru", "financial assistance"),
    ]
    assert all("set against" in r.how.detail[-1] for r in found.reports)


def test_givers_of_two_sentences_are_not_set_against_each_other(coded: Code) -> None:
    assert coded("Peru provides soldiers. Bolivia offers oil.").given == []


def test_a_source_of_support_is_a_giver_and_was_means_that_it_is_over(coded: Code) -> None:
    found = coded("Brazil was Bolivia's main source of energy support for two decades.")
    assert found.given == [("energy", "Brazil", "Bolivia", "energy support")]
    (support,) = found.supports
    assert support.ended
    assert support.factuality is Factuality.HAPPENED
    assert support.period.edtf == "2006~/2026~"


@pytest.mark.parametrize(
    "sentence",
    [
        "Brazil is the main supplier of gas to Bolivia.",
        "Brazil is Bolivia's main supplier of gas.",
        "Brazil, the main supplier of gas to Bolivia, sent a minister to La Paz.",
        "Brazil has been the main source of gas for Bolivia for two decades.",
    ],
)
def test_a_supplier_gives_what_it_is_the_supplier_of(coded: Code, sentence: str) -> None:
    found = coded(sentence)
    assert found.given == [("energy", "Brazil", "Bolivia", "gas")]
    assert not found.supports[0].ended


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Brazil supplied weapons to Bolivia from 2010 to 2015.", "2010/2015"),
        ("Brazil has been supplying weapons to Bolivia since 2012.", "2012/.."),
        ("Brazil was the main supplier of weapons to Bolivia until 2019.", "../2019"),
        ("Brazil supplied weapons to Bolivia in 2019.", "2019"),
    ],
)
def test_a_support_has_the_period_that_the_text_gives(
    coded: Code, sentence: str, period: str
) -> None:
    assert [s.period.edtf for s in coded(sentence).supports] == [period]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bolivia lost Brazil, its main supplier of oil, in January.",
        "Brazil, the former supplier of oil to Bolivia, built a dam.",
        "Brazil was the supplier of oil to Bolivia.",
    ],
)
def test_what_was_lost_or_is_former_is_over(coded: Code, sentence: str) -> None:
    found = coded(sentence)
    assert found.given == [("energy", "Brazil", "Bolivia", "oil")]
    assert found.supports[0].ended


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("Brazil supplies oil to Bolivia.", "ongoing"),
        ("Brazil supplied oil to Bolivia.", "happened"),
        ("Brazil will supply oil to Bolivia.", "planned"),
        ("Brazil may supply oil to Bolivia.", "possible"),
        ("Brazil did not supply oil to Bolivia.", "denied"),
        ("Brazil no longer supplies oil to Bolivia.", "denied"),
    ],
)
def test_a_support_is_as_real_as_its_act(coded: Code, sentence: str, factuality: str) -> None:
    assert [s.factuality.value for s in coded(sentence).supports] == [factuality]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brazil provided an alibi.",
        "Brazil is a good neighbour of Bolivia.",
        "Oil supplies rose last week.",
        "Bolivia's oil comes from the ground.",
        "Brazil criticised Bolivia.",
    ],
)
def test_what_is_no_help_is_no_support(coded: Code, sentence: str) -> None:
    assert coded(sentence).given == []


def test_to_train_soldiers_is_to_give_training_not_soldiers(coded: Code) -> None:
    assert [kind for kind, *_ in coded("Brazil trains Bolivian soldiers.").given] == ["military"]


def test_the_words_of_a_support_stand_in_its_sentence(coded: Code) -> None:
    found = coded("Brazil supplies oil, wheat and vaccines to Bolivia.")
    for support in found.supports:
        for quote in (support.given, support.provider.quote, support.recipient.quote):
            assert support.evidence.holds(quote)


def test_other_countries_change_no_kind_of_support(coded: Code) -> None:
    shape = "{} supplies {} with oil, while {} sends doctors to {}."
    usual = coded(shape.format("Brazil", "Bolivia", "Bolivia", "Brazil")).given
    for one, other in [("Russia", "Cuba"), ("Norway", "Canada"), ("Japan", "Kenya")]:
        found = coded(shape.format(one, other, other, one)).given
        assert [(kind, words) for kind, _, _, words in found] == [
            (kind, words) for kind, _, _, words in usual
        ]
