from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.answers.answer import Answer
from dragoman.answers.why import why
from dragoman.ledger import Ledger

VISIT = "Why is Norway's foreign minister in Canada?"
SANCTIONS = "Why did Canada impose sanctions on Norway?"
QUESTIONS = [
    VISIT,
    SANCTIONS,
    "Why did Norway criticise Canada?",
    "Why did Canadian police arrest a deckhand?",
    "Why does Norway support Denmark?",
    "why is norway in canada",
]


def _section(answer: Answer, title: str) -> list[str]:
    return [line.text for s in answer.sections if s.title == title for line in s.lines]


def _cited(answer: Answer, title: str) -> set[str]:
    """The outlets that carry a section."""
    by_number = {c.number: c.article.outlet for c in answer.citations}
    lines = [line for s in answer.sections if s.title == title for line in s.lines]
    return {by_number[number] for line in lines for number in line.citations}


def _all_text(answer: Answer) -> str:
    lines = [line.text for section in answer.sections for line in section.lines]
    return "\n".join([*lines, answer.missing, answer.nearest])


def test_what_happened_comes_first_with_its_day_and_its_words(ledger: Ledger) -> None:
    answer = why(ledger, VISIT)
    assert answer.found
    assert answer.sections[0].title == "What happened"
    happened = _section(answer, "What happened")
    assert any(
        "9 March 2026" in line and "foreign minister visited Canada" in line and "“visited”" in line
        for line in happened
    )


def test_reasons_are_told_apart_by_whose_voice_gives_them(ledger: Ledger) -> None:
    answer = why(ledger, VISIT)
    (official, *_) = _section(answer, "Why, as officials say")
    assert "foreign ministry" in official
    assert "“ending a dispute over cod”" in official
    told = " ".join(_section(answer, "Why, as the outlets tell it"))
    assert "“fishing quotas had run out”" in told
    assert "“sign a fisheries agreement”" in told
    titles = [section.title for section in answer.sections]
    assert titles.index("Why, as officials say") < titles.index("Why, as the outlets tell it")


def test_what_led_up_to_it_is_in_the_order_of_its_days(ledger: Ledger) -> None:
    background = _section(why(ledger, VISIT), "What led up to it")
    sanctions = next(n for n, line in enumerate(background) if "May 2024" in line)
    criticism = next(n for n, line in enumerate(background) if "June 2024" in line)
    assert sanctions < criticism
    assert not any("visited Canada" in line for line in background)


def test_who_gives_what_is_told_with_its_kind(ledger: Ledger) -> None:
    given = _section(why(ledger, VISIT), "Who gives what")
    assert any(line.startswith("Norway to Canada") and "“patrol boats”" in line for line in given)
    assert any(line.startswith("Canada to Norway, energy") and "“oil”" in line for line in given)


def test_who_is_who_describes_bodies_and_persons(ledger: Ledger) -> None:
    answer = why(ledger, "Why did Canadian police arrest a deckhand?")
    assert any("Canadian police" in line for line in _section(answer, "Who is who"))


def test_disagreements_cite_both_sides(ledger: Ledger) -> None:
    answer = why(ledger, SANCTIONS)
    (line,) = _section(answer, "Where the reports differ")
    assert "done or not done" in line
    assert _cited(answer, "Where the reports differ") == {"The Harbour Post", "Northern Gazette"}


def test_a_report_that_denies_an_event_does_not_carry_that_it_happened(ledger: Ledger) -> None:
    answer = why(ledger, SANCTIONS)
    first = answer.sections[0].lines[0]
    cited = [c.sentence.words for c in answer.citations if c.number in first.citations]
    assert cited == ["In May 2024 Canada imposed sanctions on Norway."]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_line_has_citations_that_exist(ledger: Ledger, question: str) -> None:
    answer = why(ledger, question)
    assert answer.found
    numbers = [citation.number for citation in answer.citations]
    assert numbers == list(range(1, len(numbers) + 1))
    used = {n for section in answer.sections for line in section.lines for n in line.citations}
    assert used <= set(numbers)
    for section in answer.sections:
        assert section.lines
        assert all(line.citations for line in section.lines)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_citation_is_a_sentence_of_its_article(ledger: Ledger, question: str) -> None:
    for citation in why(ledger, question).citations:
        text = ledger.article(citation.article.id).text
        quote = citation.sentence
        assert text[quote.start : quote.end] == quote.words


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_quoted_in_a_line_stands_in_a_sentence_it_cites(
    ledger: Ledger, question: str
) -> None:
    answer = why(ledger, question)
    sentences = {c.number: c.sentence.words for c in answer.citations}
    for section in answer.sections:
        for line in section.lines:
            for quoted in re.findall("“([^”]+)”", line.text):
                assert any(quoted in sentences[n] for n in line.citations)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_question_has_the_same_answer(ledger: Ledger, question: str) -> None:
    assert why(ledger, question) == why(ledger, question)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Why is Brazil in Canada?", "nothing in the ledger names Brazil"),
        ("Why did Atlantis attack Lemuria?", "nothing in the ledger names Atlantis and Lemuria"),
        ("Why now?", "the question names nobody whom the ledger knows"),
        ("", "the question names nobody whom the ledger knows"),
    ],
)
def test_an_unknown_name_is_named_and_the_nearest_matter_offered(
    ledger: Ledger, question: str, missing: str
) -> None:
    answer = why(ledger, question)
    assert not answer.found
    assert answer.missing == missing
    assert answer.nearest
    assert (answer.sections, answer.citations) == ((), ())


def test_two_who_never_met_are_not_found_together(ledger: Ledger) -> None:
    answer = why(ledger, "Why did Finland criticise Canada?")
    assert not answer.found
    assert answer.missing == "the ledger tells of no event that has Finland and Canada in it"
    assert "Finland" in answer.nearest or "Canada" in answer.nearest


def test_an_empty_ledger_has_no_answer_and_nothing_near(empty: Ledger) -> None:
    answer = why(empty, VISIT)
    assert not answer.found
    assert answer.nearest == ""


@pytest.mark.parametrize(
    "question",
    [
        *QUESTIONS,
        "Why did Canadian police arrest Ola Nordmann?",
        "Why is Brazil in Canada?",
        "Why did Canada arrest a deckhand?",
    ],
)
def test_a_private_person_appears_under_a_pseudonym(ledger: Ledger, question: str) -> None:
    answer = why(ledger, question)
    composed = _all_text(answer).replace(question, "")
    assert "Nordmann" not in composed


def test_the_arrest_of_a_private_person_can_be_asked_for(ledger: Ledger) -> None:
    happened = _section(why(ledger, "Why did Canadian police arrest a deckhand?"), "What happened")
    assert any(re.search(r"arrested person 1 in ART-", line) for line in happened)


def test_what_is_only_planned_or_denied_is_not_told_as_done(
    ledger_of: Callable[..., Ledger],
) -> None:
    ledger = ledger_of(
        "Norway will attack Canada on Friday. Denmark did not attack Sweden on Monday."
    )
    planned = why(ledger, "Why did Norway attack Canada?")
    assert all("(planned)" in line for line in _section(planned, "What happened"))
    denied = why(ledger, "Why did Denmark attack Sweden?")
    assert all("(denied)" in line for line in _section(denied, "What happened"))


def test_what_officials_only_claim_is_told_on_their_word(
    ledger_of: Callable[..., Ledger],
) -> None:
    ledger = ledger_of("The Norwegian government said that Denmark attacked Sweden on Monday.")
    (line,) = _section(why(ledger, "Why did Denmark attack Sweden?"), "What happened")
    assert "according to" in line
    assert "Norw" in line.split("according to")[1]


def test_several_outlets_carry_one_event(ledger_of: Callable[..., Ledger]) -> None:
    ledger = ledger_of(
        "On 3 March 2026 Denmark attacked Sweden with drones.",
        "Sweden was attacked by Denmark on 3 March 2026, and its harbour burned.",
    )
    answer = why(ledger, "Why did Denmark attack Sweden?")
    assert len(_section(answer, "What happened")) == 1
    assert _cited(answer, "What happened") == {"Outlet 0", "Outlet 1"}
