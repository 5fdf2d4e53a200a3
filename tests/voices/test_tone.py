"""Tone: wording that judges is told from wording that reports, whoever it is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.actors.cast import Cast
from dragoman.coding.tagger import load_tagger, tag_sentences
from dragoman.language.parser import Parse
from dragoman.model.report import Voice
from dragoman.voices import find_claims, load_tone_judge
from dragoman.voices.tone import Tone, ToneJudge

SLANTED = "The spineless council caved in to the landlords once again, and renters will pay for it."
PLAIN = "The council agreed with the landlords' association on Tuesday to delay the rent cap."


@pytest.fixture(scope="module")
def judge() -> ToneJudge:
    return load_tone_judge()


def tone(text: str) -> Tone:
    return load_tone_judge().judge(load_tagger().tag(text).pieces.surface)


def test_a_sentence_that_judges_leans_more_than_one_that_reports() -> None:
    slanted, plain = tone(SLANTED), tone(PLAIN)
    assert slanted.slanted > 0.7 > 0.5 > plain.slanted
    assert plain.opinion < 0.3


def test_shares_lie_between_nothing_and_all() -> None:
    for text in (SLANTED, PLAIN, "", "!", "Ünïcödé " * 200):
        heard = tone(text)
        assert 0.0 <= heard.slanted <= 1.0
        assert 0.0 <= heard.opinion <= 1.0


@pytest.mark.parametrize("state", ["Norway", "Russia", "Cuba", "Canada", "Mali"])
def test_which_state_it_is_about_makes_no_difference(state: str) -> None:
    about = "{} once again bullied its small neighbour into a shameful deal on fishing."
    assert tone(about.format(state)) == tone(about.format("Peru"))


def test_a_sentence_that_tells_who_spoke_is_not_looked_at(
    judge: ToneJudge, parse: Callable[..., Parse]
) -> None:
    read = parse("The envoy said that the spineless council had caved in to the landlords again.")
    claims = find_claims(read, Cast((), (), {}), (), tag_sentences(read, load_tagger()), judge)
    assert claims
    assert Voice.AUTHOR not in {claim.attribution.voice for claim in claims}


def test_slanted_words_without_a_listed_mark_are_the_writers(
    judge: ToneJudge, parse: Callable[..., Parse]
) -> None:
    read = parse("Her foreign policy fits on a postcard, and the postcard is addressed to a bank.")
    nobody = Cast((), (), {})
    assert find_claims(read, nobody) == ()
    (claim,) = find_claims(read, nobody, (), tag_sentences(read, load_tagger()), judge)
    assert claim.attribution.voice is Voice.AUTHOR
    assert claim.how.rule in ("voices.slant", "voices.view")
