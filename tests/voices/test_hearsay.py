from __future__ import annotations

import pytest

from dragoman.model.article import BlockKind
from dragoman.model.claim import Stance
from dragoman.model.report import Voice


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("According to diplomatic sources, the envoy left on Friday.", "the envoy left on Friday"),
        ("The envoy left on Friday, according to diplomatic sources.", "The envoy left on Friday"),
        (
            "The talks failed, according to diplomatic sources, but the envoy stayed.",
            "The talks failed",
        ),
    ],
)
def test_according_to_takes_the_clause_it_hangs_in(claims_of, sentence, content):
    (claim,) = claims_of(sentence)
    assert claim.cue.words.lower() == "according to"
    assert claim.content.words == content
    assert claim.attribution.speaker_quote.words == "diplomatic sources"
    assert claim.attribution.voice is Voice.UNNAMED


def test_reports_that_nobody_signs_are_unnamed(claims_of):
    (claim,) = claims_of("Residents heard reports that the bridge had collapsed.")
    assert (claim.cue.words, claim.content.words) == ("reports", "that the bridge had collapsed")
    assert claim.attribution.speaker_quote is None


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Reports of a fire at the port alarmed the town.", "a fire at the port"),
        (
            "Reports of dozens of workers being held at the port alarmed the town.",
            "dozens of workers being held at the port",
        ),
    ],
)
def test_reports_of_something_hold_all_of_it(claims_of, sentence, content):
    (claim,) = claims_of(sentence)
    assert (claim.cue.words, claim.content.words) == ("Reports of", content)


def test_a_rejected_claim_stands_inside_the_rejection(claims_of):
    rejection, claim = claims_of("The president rejected claims that the army had fired first.")
    assert rejection.stance is Stance.DENIES
    assert rejection.attribution.voice is Voice.OFFICIAL
    assert claim.attribution.voice is Voice.UNNAMED
    assert rejection.content.holds(claim.content)


def test_a_light_verb_lends_its_subject_to_the_noun(claims_of):
    claims = claims_of("The ministry issued a warning that the dam could break.")
    assert claims[0].attribution.speaker_quote.words == "The ministry"
    assert claims[0].content.words == "that the dam could break"


def test_an_official_discourse_is_official_without_a_name(claims_of):
    (claim,) = claims_of("The official narrative presents the operation as a rescue.")
    assert claim.attribution.voice is Voice.OFFICIAL
    assert claim.attribution.speaker is None
    assert claim.stance is Stance.INTERPRETS


@pytest.mark.parametrize(
    ("headline", "speaker", "content"),
    [
        ("Harbour closed after blast: officials", "officials", "Harbour closed after blast"),
        ("Two ministers to resign - sources", "sources", "Two ministers to resign"),
    ],
)
def test_a_headline_names_its_speaker_behind_a_colon_or_dash(claims_of, headline, speaker, content):
    (claim,) = claims_of(headline, kind=BlockKind.HEADLINE)
    assert claim.attribution.speaker_quote.words == speaker
    assert claim.content.words == content


def test_a_place_in_front_of_a_headline_is_a_label(claims_of):
    assert claims_of("Peru: blackout hits the north coast", kind=BlockKind.HEADLINE) == ()


def test_an_adjective_of_mind_is_a_claim(claims_of):
    (claim,) = claims_of("The minister is confident that the talks will go on.")
    assert claim.content.words == "that the talks will go on"


def test_a_hyphen_inside_a_name_parts_no_headline(claims_of):
    assert claims_of("Governor Al- Rashid meets harbour workers", kind=BlockKind.HEADLINE) == ()


def test_a_charge_of_a_sum_accuses_nobody(claims_of):
    assert claims_of("The firm took a charge of $3 million in May.") == ()
