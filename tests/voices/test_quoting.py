from __future__ import annotations

from dragoman.model.report import Voice


def test_a_quotation_belongs_to_the_verb_that_closes_it(claims_of):
    (claim,) = claims_of('"We will not yield," the president told reporters on Monday.')
    assert claim.content.words == '"We will not yield,"'
    assert claim.quoted
    assert claim.attribution.voice is Voice.OFFICIAL


def test_a_quotation_goes_on_over_the_ends_of_sentences(claims_of):
    (claim,) = claims_of('The president said: "This is our land. Nobody will take it. We stay."')
    assert claim.content.words == '"This is our land. Nobody will take it. We stay."'
    assert claim.evidence.holds(claim.content)
    assert claim.evidence.holds(claim.cue)


def test_a_quotation_in_two_parts_gives_two_claims_with_one_cue(claims_of):
    first, second = claims_of('"We will rebuild the port," the governor said, "and we will pay."')
    assert first.cue == second.cue
    assert first.content.words == '"We will rebuild the port,"'
    assert second.content.words == '"and we will pay."'


def test_a_floating_quotation_belongs_to_the_last_speaker(claims_of):
    said, floating = claims_of(
        "The governor said that the port would be rebuilt.",
        "“It is the heart of our town and it will beat again.”",
    )
    assert floating.attribution == said.attribution
    assert floating.how.rule == "voices.floating_quotation"
    assert floating.quoted
    assert not said.quoted


def test_a_question_that_the_parser_cuts_off_keeps_its_speaker(claims_of):
    (claim,) = claims_of('"Where is the money?" she asked.')
    assert claim.content.words == '"Where is the money?"'
    assert claim.attribution.speaker_quote.words == "she"


def test_a_colon_gives_a_quotation_to_the_name_before_it(claims_of):
    (claim,) = claims_of('The prime minister: "We shall see."')
    assert claim.attribution.speaker_quote.words == "The prime minister"


def test_a_borrowed_word_without_a_verb_is_no_claim(claims_of):
    assert claims_of('The "Peace Train" reached the capital at noon.') == ()


def test_mixed_speech_takes_the_whole_of_its_quotation(claims_of):
    (claim,) = claims_of('The ministry said the harvest was "the best in ten years".')
    assert claim.content.words == 'the harvest was "the best in ten years"'
    assert claim.quoted


def test_i_inside_a_quotation_is_whoever_is_quoted(claims_of):
    claims = claims_of('"I told the court that the ledger was false," the clerk said.')
    told = next(c for c in claims if c.cue.words == "told")
    said = next(c for c in claims if c.cue.words == "said")
    assert told.attribution.voice is said.attribution.voice
    assert told.attribution.speaker_quote.words == "I"


def test_what_a_writer_adds_behind_a_dash_is_not_the_speakers(claims_of):
    (claim, *_) = claims_of(
        "The general hinted at a landing on the island—a step that the treaty forbids."
    )
    assert claim.content.words == "a landing on the island"


def test_a_quotation_in_the_next_paragraph_belongs_to_who_announced_it(claims_of):
    (claim,) = claims_of("The mayor stepped out and said:", '"We have rebuilt the bridge."')
    assert claim.content.words == '"We have rebuilt the bridge."'
    assert claim.cue.words == "said"
    assert claim.attribution.speaker_quote.words == "The mayor"


def test_what_introduces_a_quotation_is_not_part_of_it(claims_of):
    claims = claims_of('The clerk scolded the deputy: "You lost the ledger twice," she said.')
    said = next(c for c in claims if c.cue.words == "said")
    assert said.content.words == '"You lost the ledger twice,"'


def test_what_the_speaker_did_next_is_not_part_of_the_quotation(claims_of):
    (claim,) = claims_of("The mayor said: “We have rebuilt the bridge” and left the hall.")
    assert claim.content.words == "“We have rebuilt the bridge”"
