"""Cue and encoder are weighed: what either knows can carry the day."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.deciding import LEAST_WITHOUT_CUE, decide, decide_factuality
from dragoman.coding.judgement import NONE, Judgement

TYPES = (NONE, "AID", "AGREE", "ASSAULT")


def judged(**types: float) -> Judgement:
    rest = (1 - sum(types.values())) / max(1, len(TYPES) - len(types))
    shares = {name: types.get(name, rest) for name in TYPES}
    factualities = {"happened": 0.6, "planned": 0.39, "denied": 0.01}
    return Judgement(shares, {}, {}, factualities, {"narrator": 1.0})


def test_without_a_cue_the_encoder_decides() -> None:
    decision = decide(judged(AID=0.7), None)
    assert (decision.type, round(decision.confidence, 3)) == ("AID", 0.7)


def test_a_cue_tips_what_the_encoder_leaves_open() -> None:
    assert decide(judged(AID=0.45, AGREE=0.4), "AGREE").type == "AGREE"


def test_a_sure_encoder_outweighs_a_cue() -> None:
    assert decide(judged(NONE=0.95), "ASSAULT").type == NONE


def test_an_act_without_a_cue_must_be_sure() -> None:
    unsure = decide(judged(AID=LEAST_WITHOUT_CUE - 0.05), None)
    assert unsure.type == "AID"
    assert not unsure.is_act(by_cue=False)
    assert unsure.is_act(by_cue=True)


def test_nothing_is_no_act_whoever_says_so() -> None:
    assert not decide(judged(NONE=0.95), "AID").is_act(by_cue=True)


def test_signs_of_grammar_tip_the_factuality() -> None:
    assert decide_factuality(judged(), "planned")[0] == "planned"
    assert decide_factuality(judged(), "happened")[0] == "happened"
    assert decide_factuality(judged(), "denied")[0] == "happened"


@given(st.lists(st.floats(0.001, 1), min_size=4, max_size=4), st.sampled_from((None, *TYPES[1:])))
def test_a_cue_never_speaks_against_its_own_type(weights: list[float], cue: str | None) -> None:
    total = math.fsum(weights)
    judgement = judged(**{n: w / total for n, w in zip(TYPES, weights, strict=True)})
    with_cue, without = decide(judgement, cue), decide(judgement, None)
    assert 0 < with_cue.confidence <= 1 + 1e-9
    assert with_cue.margin >= 0
    if without.type == cue:
        assert with_cue.type == cue
        assert with_cue.confidence >= without.confidence - 1e-9
    if with_cue.type not in (without.type, cue):
        # That there is a cue at all speaks against "nothing", whatever its type.
        assert without.type == NONE


@pytest.mark.parametrize("cue", [None, "AID"])
def test_the_runner_up_is_the_next_likeliest(cue: str | None) -> None:
    decision = decide(judged(AID=0.6, AGREE=0.3), cue)
    assert (decision.type, decision.runner_up) == ("AID", "AGREE")
