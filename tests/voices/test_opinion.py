from __future__ import annotations

import pytest

from dragoman.model.article import BlockKind
from dragoman.model.report import Attribution, Voice

WIRE = (
    "The two presidents met in Lima on 3 May and signed an agreement on grain.",
    "The government will hold elections on 12 October.",
    "Voters must show an identity card at the polling station.",
    "The delegation of 14 people arrived on Tuesday and left a day later.",
    "Exports fell by 3.2 per cent in the second quarter.",
    "The bill must pass the Senate before it becomes law.",
    "The talks were held in Geneva rather than in Vienna.",
    "Police arrested 17 people over the sale of false passports.",
    "The programme aims to train 400 nurses by 2030.",
    "The foreign minister said that the accord was a triumph.",
)


def judgements(claims):
    return [c for c in claims if c.attribution == Attribution(Voice.AUTHOR)]


def test_plain_wire_copy_gives_no_judgement_of_the_writer(claims_of):
    assert judgements(claims_of(*WIRE)) == []


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "rule"),
    [
        (
            "The summit underscores the distance between the allies.",
            "underscores",
            "underscores the distance between the allies",
            "voices.interpretive_verb",
        ),
        (
            "His return in 2024, after the vote, underscores how weak the accord is.",
            "underscores",
            "underscores how weak the accord is",
            "voices.interpretive_verb",
        ),
        (
            "The parade sends a clear message to the north.",
            "sends a clear message",
            "sends a clear message to the north",
            "voices.message",
        ),
        (
            "It is evident that the accord serves the army.",
            "It is evident that",
            "It is evident that the accord serves the army",
            "voices.evaluative_frame",
        ),
        (
            "The port is a cornerstone for the island.",
            "cornerstone",
            "is a cornerstone for the island",
            "voices.evaluation",
        ),
        (
            "The visit aims to reassure the generals.",
            "aims",
            "aims to reassure the generals",
            "voices.lent_purpose",
        ),
        (
            "Welcomed by the general, the minister's visit aims to strengthen the pact.",
            "aims",
            "aims to strengthen the pact",
            "voices.lent_purpose",
        ),
        (
            "The truce is unlikely to hold.",
            "is unlikely to",
            "is unlikely to hold",
            "voices.prediction",
        ),
        (
            "This was not merely a courtesy.",
            "not merely",
            "This was not merely a courtesy",
            "voices.contrast",
        ),
        (
            "The real reason is the oil.",
            "The real reason",
            "The real reason is the oil",
            "voices.hidden_purpose",
        ),
        (
            "The council must act now.",
            "must",
            "must act now",
            "voices.duty",
        ),
    ],
)
def test_a_judgement_has_its_words_and_its_clause(claims_of, sentence, cue, content, rule):
    (claim,) = judgements(claims_of(sentence))
    assert (claim.cue.words, claim.content.words, claim.how.rule) == (cue, content, rule)


def test_a_judgement_in_somebodys_words_is_theirs(claims_of):
    assert judgements(claims_of("The opposition said that the port is a cornerstone.")) == []
    assert judgements(claims_of('"This is a disgrace," the senator said.')) == []


def test_a_clause_beside_somebodys_words_can_be_the_writers(claims_of):
    claims = claims_of(
        "The ministry presents the pact as aid, but it is essentially a marriage of convenience."
    )
    (own,) = judgements(claims)
    assert own.content.words.startswith("it is essentially")


def test_what_is_done_under_a_guise_is_not_itself_judged(claims_of):
    (claim,) = judgements(claims_of("The firm sold drones under the guise of farm machines."))
    assert "sold" not in claim.content.words


def test_a_strong_loaded_word_colours_no_more_than_itself(claims_of):
    (claim,) = judgements(claims_of("The stooges of the ministry met on Monday."))
    assert claim.content.words == claim.cue.words == "stooges"
    assert [quote.words for quote in claim.loaded] == ["stooges"]


def test_an_interview_block_is_nobodys_essay(claims_of):
    assert claims_of("The port is a cornerstone.", kind=BlockKind.ANSWER) == ()


def test_the_marks_that_add_up_are_told(claims_of):
    (claim,) = judgements(claims_of("Perhaps the deal was always going to end so soon, so weak."))
    assert claim.how.detail
