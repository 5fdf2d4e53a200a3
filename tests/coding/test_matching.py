from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Code = Callable[..., Any]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru attacked Chile.",
        "Chile was attacked by Peru.",
        "Chile, attacked by Peru in 2019, built a wall.",
        "Chile, which was attacked by Peru last year, built a wall.",
        "Chile, which Peru attacked last year, built a wall.",
        "Peru, which attacked Chile last year, built a wall.",
        "Peru, attacking Chile at dawn, lost many lives.",
        "After attacking Chile, Peru built a wall.",
        "Having attacked Chile, Peru built a wall.",
        "Peru decided to attack Chile.",
        "Peru is ready to attack Chile.",
        "Peru's decision to attack Chile surprised the region.",
        "Peru crossed the river and attacked Chile.",
        "Peru's attack on Chile went on.",
        "Peruvian attacks on Chile went on.",
        "The attack on Chile by Peru went on.",
        "Peru launched an attack on Chile.",
    ],
)
def test_however_the_attack_is_put_the_sides_are_the_same(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == [("ASSAULT", "Peru", "Chile")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru criticised Chile.",
        "Chile was criticised by Peru.",
        "Peru, which criticised Chile last year, built a wall.",
        "Chile, criticised by Peru in 2019, built a wall.",
        "Peru's criticism of Chile went on.",
        "Peru built a wall and criticised Chile.",
    ],
)
def test_the_same_holds_for_words(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == [("ACCUSE", "Peru", "Chile")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile was attacked.",
        "Chile was attacked on Monday.",
        "Chile, attacked in 2019, built a wall.",
    ],
)
def test_a_passive_without_agent_keeps_the_recipient_and_has_no_actor(
    coded: Code, sentence: str
) -> None:
    assert coded(sentence).acts == [("ASSAULT", "", "Chile")]


def test_a_list_of_actors_is_several_actors(coded: Code) -> None:
    assert coded("Peru, Ecuador and Brazil attacked Chile.").acts == [
        ("ASSAULT", "Peru, Ecuador, Brazil", "Chile")
    ]


def test_a_list_of_recipients_is_several_recipients(coded: Code) -> None:
    assert coded("Peru attacked Chile and Bolivia.").acts == [("ASSAULT", "Peru", "Chile, Bolivia")]


def test_a_passive_turns_both_lists_round(coded: Code) -> None:
    sentence = "Chile and Bolivia were attacked by Peru and Ecuador."
    assert coded(sentence).acts == [("ASSAULT", "Peru, Ecuador", "Chile, Bolivia")]


@pytest.mark.parametrize(
    ("sentence", "type_name"),
    [
        ("Talks between Peru and Chile began in Lima on Monday.", "CONSULT"),
        ("The meeting between Peru and Chile lasted four hours.", "CONSULT"),
        ("The war between Peru and Chile ended in 1883.", "ASSAULT"),
        ("An agreement between Peru and Chile was signed in Lima.", "COOPERATE"),
        ("The talks in Oslo between Peru and Chile failed.", "CONSULT"),
    ],
)
def test_between_two_names_the_first_as_actor_and_the_second_as_recipient(
    coded: Code, sentence: str, type_name: str
) -> None:
    assert coded(sentence).acts == [(type_name, "Peru", "Chile")]


def test_between_three_makes_the_last_two_recipients(coded: Code) -> None:
    assert coded("Talks between Peru, Chile and Bolivia began in Lima.").acts == [
        ("CONSULT", "Peru", "Chile, Bolivia")
    ]


@pytest.mark.parametrize(
    "sentence", ["Peru and Chile signed an agreement in Lima.", "Peru and Chile met in Lima."]
)
def test_an_act_that_needs_two_takes_the_second_of_its_subjects_as_recipient(
    coded: Code, sentence: str
) -> None:
    assert [act[1:] for act in coded(sentence).acts] == [("Peru", "Chile")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peruvian sanctions on Chile took effect on Monday.",
        "Peru's sanctions on Chile took effect on Monday.",
        "The sanctions on Chile by Peru took effect on Monday.",
    ],
)
def test_a_noun_has_its_actor_as_possessive_adjective_or_by_phrase(
    coded: Code, sentence: str
) -> None:
    assert coded(sentence).acts == [("SANCTION", "Peru", "Chile")]


def test_whose_arrest_it_is_depends_on_whether_somebody_else_is_arrested(coded: Code) -> None:
    assert coded("Chile's arrest of a Bolivian diplomat drew criticism.").acts == [
        ("COERCE", "Chile", "a Bolivian diplomat")
    ]
    assert coded("The arrest of a Bolivian diplomat drew criticism.").acts == [
        ("COERCE", "", "a Bolivian diplomat")
    ]


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("Peru expelled four Bolivian diplomats.", ("Peru", "Bolivia")),
        ("Peru expelled Chile's ambassador.", ("Peru", "Chile")),
        ("Peru recalled its ambassador to Chile.", ("Peru", "Chile")),
        ("Chilean forces killed 32 Peruvian soldiers.", ("Chilean forces", "Peru")),
    ],
)
def test_those_who_suffer_an_act_stand_for_the_country_that_owns_them(
    coded: Code, sentence: str, sides: tuple[str, str]
) -> None:
    report = coded(sentence)
    assert report.sides(report.only) == sides


@pytest.mark.parametrize(
    ("sentence", "type_name"),
    [
        ("The Peruvian foreign minister paid a visit to Chile.", "CONSULT"),
        ("The Peruvian foreign minister made an official visit to Chile.", "CONSULT"),
        ("The Peruvian foreign minister held talks with Chile.", "CONSULT"),
        ("The Peruvian foreign minister conducted talks with Chile.", "CONSULT"),
    ],
)
def test_a_light_verb_lends_its_subject_to_the_noun(
    coded: Code, sentence: str, type_name: str
) -> None:
    assert coded(sentence).acts == [(type_name, "Peruvian foreign minister", "Chile")]


def test_a_noun_within_a_verbs_cue_is_not_coded_again(coded: Code) -> None:
    report = coded("The Peruvian foreign minister paid a visit to Chile.").only
    assert report.cue.words == "paid a visit"
    assert report.modes == ("visit",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile's defence minister welcomed the Peruvian foreign minister on Monday.",
        "Chile's defence minister received the Peruvian foreign minister on Monday.",
        "Chile's defence minister hosted the Peruvian foreign minister on Monday.",
        "The Peruvian foreign minister was greeted by Chile's defence minister.",
        "The Peruvian foreign minister was received by Chile's defence minister.",
    ],
)
def test_the_visitor_is_the_actor_and_the_host_the_recipient(coded: Code, sentence: str) -> None:
    found = coded(sentence)
    assert found.acts == [("CONSULT", "Peruvian foreign minister", "Chile's defence minister")]
    assert found.only.modes == ("visit",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peruvian foreign minister visited Chile.",
        "The Peruvian foreign minister travelled to Chile.",
        "The Peruvian foreign minister arrived in Chile.",
        "The Peruvian foreign minister arrived in Santiago.",
        "The Peruvian foreign minister's visit to Chile went well.",
    ],
)
def test_a_country_or_its_capital_is_the_host_of_a_visit(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == [("CONSULT", "Peruvian foreign minister", "Chile")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bolivia welcomed the talks between Peru and Chile.",
        "The talks between Peru and Chile were welcomed by Bolivia.",
    ],
)
def test_to_welcome_talks_is_not_to_receive_a_visitor(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == [("CONSULT", "Peru", "Chile")]


def test_a_capital_stands_for_its_government(coded: Code) -> None:
    assert coded("Lima criticised Santiago.").acts == [("ACCUSE", "Peru", "Chile")]


def test_a_part_of_a_whole_acts_for_it(coded: Code) -> None:
    assert coded("Some of the Peruvian soldiers attacked Chile.").acts[0][2] == "Chile"


def test_a_storm_is_no_actor_and_makes_no_report(coded: Code) -> None:
    assert coded("The storm killed four Peruvian soldiers.").acts == []


def test_every_side_stands_where_its_words_stand(coded: Code) -> None:
    found = coded("Chile and Bolivia were attacked by Peru and Ecuador.")
    text = found.parse.article.text
    for side in (*found.only.actors, *found.only.recipients):
        assert text[side.quote.start : side.quote.end] == side.quote.words


# Swapping the countries of a sentence must not change what it is coded as.
_PAIRS = [
    ("Cuba", "Russia"),
    ("Norway", "Canada"),
    ("Peru", "Chile"),
    ("Japan", "Kenya"),
    ("Israel", "Egypt"),
    ("Ukraine", "France"),
    ("China", "Ghana"),
]
_SHAPES = [
    ("{a} attacked {r} on Monday.", "ASSAULT"),
    ("{r} was attacked by {a}.", "ASSAULT"),
    ("{a} criticised {r} over the border.", "ACCUSE"),
    ("{a} imposed sanctions on {r}.", "SANCTION"),
    ("{a} held talks with {r}.", "CONSULT"),
    ("{a} provided {r} with oil.", "AID"),
    ("{a}'s foreign minister visited {r}.", "CONSULT"),
    ("{a} will sign an agreement with {r} on Friday.", "COOPERATE"),
    ("{a} refused to meet {r}.", "REJECT"),
    ("{a} supports {r}.", "SUPPORT"),
]


@pytest.mark.parametrize(("actor", "recipient"), _PAIRS)
@pytest.mark.parametrize(("shape", "type_name"), _SHAPES)
def test_other_countries_change_no_code(
    coded: Code, shape: str, type_name: str, actor: str, recipient: str
) -> None:
    usual = coded(shape.format(a="Peru", r="Chile")).only
    found = coded(shape.format(a=actor, r=recipient))
    swapped = found.only
    assert usual.type == swapped.type == type_name
    assert usual.modes == swapped.modes
    assert usual.contexts == swapped.contexts
    assert usual.factuality == swapped.factuality
    assert found.sides(swapped)[1] == recipient
    assert actor in found.sides(swapped)[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile faced sanctions from Peru.",
        "Chile incurred sanctions from Peru.",
        "Chile encountered sanctions from Peru.",
        "Chile has suffered sanctions by Peru for a decade.",
        "Chile, which faces Peru's sanctions, built a wall.",
    ],
)
def test_one_who_undergoes_an_act_is_its_recipient(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == [("SANCTION", "Peru", "Chile")]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Chile met criticism from Peru.", ("ACCUSE", "Peru", "Chile")),
        ("Chile faces accusations from Peru.", ("ACCUSE", "Peru", "Chile")),
        ("Chile endured an attack by Peru.", ("ASSAULT", "Peru", "Chile")),
        ("Chile received praise from Peru.", ("SUPPORT", "Peru", "Chile")),
    ],
)
def test_any_act_may_be_undergone(coded: Code, sentence: str, act: tuple[str, str, str]) -> None:
    assert coded(sentence).acts == [act]


def test_one_who_imposes_is_still_the_actor(coded: Code) -> None:
    assert coded("Peru imposed sanctions on Chile.").acts == [("SANCTION", "Peru", "Chile")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Contacts between Peru and Chile deepened cooperation.",
        "Exchanges between Peru and Chile strengthened their cooperation.",
        "Visits and contacts between Peru and Chile widened cooperation.",
    ],
)
def test_what_is_between_two_has_both_for_its_sides(coded: Code, sentence: str) -> None:
    assert ("COOPERATE", "Peru", "Chile") in coded(sentence).acts
