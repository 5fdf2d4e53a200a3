from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coding.codebook import load_codebook
from dragoman.model.article import BlockKind
from dragoman.model.report import Factuality, Voice

Code = Callable[..., Any]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Peruvian foreign minister will visit Chile next week.",
        "The Peruvian foreign minister is expected to visit Chile next week.",
        "The Peruvian foreign minister plans to visit Chile in April.",
        "The Peruvian foreign minister may visit Chile.",
        "The Peruvian foreign minister will meet Chile's president on Friday.",
        "The Peruvian foreign minister will be received by Chile's president on Friday.",
        "The Peruvian foreign minister's planned visit to Chile worries Bolivia.",
    ],
)
def test_a_meeting_still_to_come_is_an_agreement(coded: Code, sentence: str) -> None:
    report = coded(sentence).only
    assert report.type == "AGREE"
    assert report.modes == ()
    assert report.factuality in (Factuality.PLANNED, Factuality.POSSIBLE)
    assert "AGREE" in " ".join(report.how.detail)


def test_a_meeting_that_took_place_is_a_consultation(coded: Code) -> None:
    report = coded("The Peruvian foreign minister visited Chile on Monday.").only
    assert (report.type, report.modes) == ("CONSULT", ("visit",))


def test_other_acts_to_come_keep_their_type(coded: Code) -> None:
    assert coded("Peru will attack Chile.").only.type == "ASSAULT"


def test_a_meeting_that_was_denied_is_no_agreement(coded: Code) -> None:
    assert coded("The meeting between Peru and Chile did not take place.").only.type == "CONSULT"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Peru threatened to attack Chile.", ("THREATEN", "Peru", "Chile")),
        ("Peru promised to help Chile with food.", ("AGREE", "Peru", "Chile")),
        ("Peru refused to meet Chile.", ("REJECT", "Peru", "Chile")),
    ],
)
def test_what_is_threatened_promised_or_refused_is_the_threat_promise_or_refusal(
    coded: Code, sentence: str, act: tuple[str, str, str]
) -> None:
    assert coded(sentence).acts == [act]


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.QUESTION])
def test_headlines_headings_and_questions_are_not_coded(coded: Code, kind: BlockKind) -> None:
    assert coded("Peru attacked Chile.", kind=kind).acts == []


@pytest.mark.parametrize(
    "kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ANSWER]
)
def test_paragraphs_lists_quotes_and_answers_are_coded(coded: Code, kind: BlockKind) -> None:
    assert coded("Peru attacked Chile.", kind=kind).acts == [("ASSAULT", "Peru", "Chile")]


@pytest.mark.parametrize(
    "sentence", ["Did Peru attack Chile?", "Why did Peru attack Chile?", "Has Peru met Chile?"]
)
def test_a_question_within_a_paragraph_tells_nothing(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == []


NO_EVENT = """
The Inca empire built a network of roads across the Andes.
The treaty of 1648 is taught in every school.
The parliament building was finished in 1902.
The flag has three stripes.
The striker scored twice in the second half.
Peru won the match after extra time.
Chile drew with Peru.
The Peruvian team trains in Cusco.
The cyclist came third in the mountain stage.
Shares in Tokyo fell two per cent on Monday.
The dollar rose against the euro.
Copper closed at a record high in London.
Analysts expect oil prices to stay low.
The bank cut interest rates.
Prices in Argentina doubled last year.
Many people think that diplomacy is slow work.
It is hard to see how the policy can succeed.
Good neighbours are worth more than good walls.
History will be the judge of that.
She was born in Lima in 1950 and studied law.
He grew up in a village near the border.
The composer wrote nine symphonies.
The minister is 54 years old.
Rain is expected in the north of Chile on Sunday.
Temperatures in Madrid reached 40 degrees.
A storm crossed the coast of Mexico overnight.
The road to the airport was closed by snow.
The capital of Australia is Canberra.
Chile is long and narrow.
The population of Ecuador is about 18 million.
The river flows through Paraguay and Argentina.
The ministry has its offices on the main square.
The embassy stands beside the river.
The film opened in cinemas across France.
The novel is set in a small port in Norway.
The museum holds more than two thousand coins.
Scientists found a new species of frog in Peru.
The bus from La Paz takes nine hours.
Coffee is grown in the hills of Colombia.
Germany exports cars and machines.
Spanish is spoken in most of South America.
The president's house was built in the nineteenth century.
The orchestra played in Vienna.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", NO_EVENT)
def test_a_sentence_without_an_event_gives_none(coded: Code, sentence: str) -> None:
    assert coded(sentence).acts == []


def test_a_visit_without_host_takes_the_host_of_the_same_visitors_other_visit(
    coded: Code,
) -> None:
    found = coded(
        "Angela Merkel visited France on Monday.", "Merkel's visit lasted two days, they said."
    )
    assert found.acts[:2] == [("CONSULT", "Angela Merkel", "France")] * 2
    second = found.reports[1]
    assert second.how.confidence < found.reports[0].how.confidence
    assert "the host is not named here; it is that of 'visited' in this article" in (
        second.how.detail
    )


def test_a_visit_without_host_anywhere_has_none(coded: Code) -> None:
    assert coded("Angela Merkel made an official visit in 2019.").acts == [
        ("CONSULT", "Angela Merkel", "")
    ]


def test_the_host_of_somebody_elses_visit_is_not_taken(coded: Code) -> None:
    found = coded("Angela Merkel visited France on Monday.", "Peru's trade minister made a visit.")
    assert found.acts[1] == ("CONSULT", "Peru's trade minister", "")


def test_the_host_of_a_visit_in_quite_another_year_is_not_taken(coded: Code) -> None:
    found = coded(
        "Angela Merkel visited France on Monday and Norway on Tuesday.",
        "Angela Merkel visited Norway in 2021.",
        "Angela Merkel made an official visit in 2019.",
    )
    assert found.acts[-1] == ("CONSULT", "Angela Merkel", "")


def test_a_report_tells_its_cue_its_rule_and_how_sure_it_is(coded: Code) -> None:
    report = coded("Peru attacked Chile.").only
    assert report.cue.words == report.how.cue == "attacked"
    assert report.how.rule.startswith("coding.cue: A attack")
    assert 0 < report.how.confidence <= 1
    assert report.date_how is not None
    assert report.factuality_how is not None


def test_one_side_alone_is_less_sure_than_both(coded: Code) -> None:
    both, one = coded("Peru attacked Chile.").only, coded("Chile was attacked.").only
    assert one.how.confidence < both.how.confidence


def test_reports_are_in_the_order_of_the_text_and_the_narrators_as_yet(coded: Code) -> None:
    reports = coded(
        "Peru attacked Chile. Bolivia criticised Peru.", "Brazil imposed sanctions on Peru."
    ).reports
    assert [r.type for r in reports] == ["ASSAULT", "ACCUSE", "SANCTION"]
    assert [r.sentence for r in reports] == [0, 1, 2]
    assert {r.attribution.voice for r in reports} == {Voice.NARRATOR}


def test_every_type_and_mode_coded_is_one_of_the_codebook(coded: Code) -> None:
    codebook = load_codebook(None)
    found = coded(
        "Peru attacked Chile. Bolivia criticised Peru. Brazil imposed sanctions on Peru.",
        "Peru's foreign minister visited Chile. Peru arrested 17 Chilean soldiers.",
    )
    assert len(found.reports) == 5
    for report in found.reports:
        assert {*report.modes} <= {m.name for m in codebook.type_named(report.type).modes}
        assert {*report.contexts} <= {context.name for context in codebook.contexts}


_WORDS = (
    "Peru Chile Bolivia the a of to in on with by and not may will if before after since "
    "minister president army attacked visited sanctions talks arrested provides oil said "
    "Monday 2019 12 thousands , . ? “ ”"
).split()


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_the_words_a_report_quotes_its_own_sentence(coded: Code, words: list[str]) -> None:
    found = coded(" ".join(words), published=dt.date(2026, 3, 12))
    text = found.parse.article.text
    for report in found.reports:
        sides = [side.quote for side in (*report.actors, *report.recipients)]
        assert sides
        others = (report.date_quote, report.place_quote)
        for quote in (report.evidence, report.cue, *sides, *(q for q in others if q)):
            assert text[quote.start : quote.end] == quote.words
        assert report.evidence.holds(report.cue)
