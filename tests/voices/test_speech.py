from __future__ import annotations

import pytest

from dragoman.model.claim import Stance
from dragoman.model.report import Voice


def the_one(claims):
    assert len(claims) == 1, [(c.cue.words, c.content.words) for c in claims]
    return claims[0]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "content", "stance"),
    [
        (
            "The minister said that the talks had failed.",
            "The minister",
            "said",
            "that the talks had failed",
            Stance.STATES,
        ),
        (
            "The ministry denied any role in the arrests.",
            "The ministry",
            "denied",
            "any role in the arrests",
            Stance.DENIES,
        ),
        (
            "The government accused the rebels of breaking the truce.",
            "The government",
            "accused",
            "the rebels of breaking the truce",
            Stance.ACCUSES,
        ),
        (
            "The premier promised to rebuild the port.",
            "The premier",
            "promised",
            "to rebuild the port",
            Stance.PROMISES,
        ),
        (
            "The president urged lawmakers to back the bill.",
            "The president",
            "urged",
            "lawmakers to back the bill",
            Stance.DEMANDS,
        ),
        (
            "The envoy praised the reforms.",
            "The envoy",
            "praised",
            "the reforms",
            Stance.PRAISES,
        ),
        (
            "Analysts see the move as a warning.",
            "Analysts",
            "see",
            "the move as a warning",
            Stance.INTERPRETS,
        ),
        (
            "The embassy described the ruling as unlawful.",
            "The embassy",
            "described",
            "the ruling as unlawful",
            Stance.INTERPRETS,
        ),
        (
            "The premier hinted at a reshuffle.",
            "The premier",
            "hinted at",
            "a reshuffle",
            Stance.STATES,
        ),
        (
            "The army has announced the closure of two ports.",
            "The army",
            "has announced",
            "the closure of two ports",
            Stance.STATES,
        ),
        (
            "The study found that wages had fallen.",
            "The study",
            "found",
            "that wages had fallen",
            Stance.STATES,
        ),
    ],
)
def test_a_verb_gives_its_speaker_content_and_stance(
    claims_of, sentence, speaker, cue, content, stance
):
    claim = the_one(claims_of(sentence))
    assert claim.attribution.speaker_quote.words == speaker
    assert (claim.cue.words, claim.content.words, claim.stance) == (cue, content, stance)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister spoke on Monday.",
        "He did not say when the vote would be held.",
        "The ministry declined to say who was held.",
        "The president welcomed the ambassador at the airport.",
        "The visit is the first since the war.",
        "Prices rose by a tenth compared with last year.",
        "If the court says that the vote was unlawful, it will be held again.",
        "If the court sits and says that the vote was unlawful, it will be held again.",
        "Say Peru demanded that Chile prove the claim.",
        "Two parties are contesting the northern seat.",
        "The valley offered to settlers what the coast could not.",
        "The scale classified him as heavy.",
        "The bank took a charge of $8 million.",
        "The senator went after the mayor as a “relic of the old days”.",
        "The tests confirmed what doctors feared.",
        "The whole meeting talked about trade.",
    ],
)
def test_where_nothing_is_said_there_is_no_claim(claims_of, sentence):
    assert claims_of(sentence) == ()


def test_an_inserted_speaker_leaves_one_content_around_it(claims_of):
    claim = the_one(claims_of("The deal, officials said, will be signed in June."))
    assert claim.content.words == "The deal, officials said, will be signed in June"
    assert claim.attribution.voice is Voice.OFFICIAL


def test_a_participle_borrows_the_subject_of_its_clause(claims_of):
    denied, saying = claims_of("The ministry denied the report, saying the sums were right.")
    assert saying.attribution == denied.attribution
    assert saying.content.words == "the sums were right"


def test_a_passive_with_nobody_behind_it_is_unnamed(claims_of):
    claim = the_one(claims_of("The general is said to have left the country."))
    assert claim.attribution.voice is Voice.UNNAMED
    assert claim.attribution.speaker_quote is None


def test_a_passive_names_its_speaker_after_by(claims_of):
    claim = the_one(claims_of("The vote was described by the ministry as fair."))
    assert claim.attribution.speaker_quote.words == "the ministry"
    assert claim.content.words == "as fair"


def test_a_denial_that_is_denied_is_in_doubt(claims_of):
    claim = the_one(claims_of("The ministry did not deny that the ship had sailed."))
    assert claim.stance is Stance.DOUBTS


def test_speech_within_speech_keeps_both_speakers_and_tells_the_chain(claims_of):
    outer, inner = claims_of(
        "The spokesman said that the premier had thanked the envoy for the fuel."
    )
    assert outer.attribution.speaker_quote.words == "The spokesman"
    assert inner.attribution.speaker_quote.words == "the premier"
    assert outer.content.holds(inner.content)
    assert inner.how.detail == ("Stands in the words of The spokesman (said).",)


def test_a_participle_behind_a_comma_belongs_to_the_verb_and_not_the_noun_beside_it(claims_of):
    (claim,) = claims_of("The minister left the hall, saying that the talks had failed.")
    assert claim.attribution.speaker_quote.words == "The minister"


def test_who_is_a_person_and_not_the_place_beside_the_word(claims_of):
    (claim,) = claims_of("The governor of Ohio, who said that the dam would hold, resigned.")
    assert claim.attribution.speaker_quote.words == "The governor of Ohio"


def test_a_name_joined_by_a_dash_does_not_speak_for_the_thing_it_names(claims_of):
    claims = claims_of("The Lima–Quito relationship revealed its age.")
    assert all(claim.attribution.speaker_quote is None for claim in claims)


def test_an_aside_of_the_writer_is_not_what_was_named(claims_of):
    claim = the_one(claims_of("The minister noted the fall in trade, which has hurt farmers."))
    assert claim.content.words == "the fall in trade"


def test_a_claim_in_brackets_leaves_its_host_sentence_alone(claims_of):
    claims = claims_of("The envoy came to Lima (his office later disclosed the cost) on Monday.")
    assert all(claim.content.words == "the cost" for claim in claims)


def test_a_content_leaves_the_joining_word_to_what_follows(claims_of):
    claims = claims_of(
        "The mayor said that the bridge was safe, and she said that the port would open."
    )
    assert [c.content.words for c in claims] == [
        "that the bridge was safe",
        "that the port would open",
    ]


def test_who_is_called_something_for_something_is_asked_nothing(claims_of):
    claims = claims_of("The trader was called a cheat by the ministry for selling chalk as salt.")
    assert all(claim.stance is not Stance.DEMANDS for claim in claims)


def test_a_challenged_claim_is_doubted(claims_of):
    claim = the_one(claims_of("The ministry challenged the report."))
    assert claim.stance is Stance.DOUBTS
