from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from dragoman.answers.answer import Answer, Citation, Line, Section
from dragoman.cli import note
from dragoman.cli.note import MEASURE, answer_record, print_hanging, print_note
from dragoman.ledger.stored import ArticleHead
from dragoman.model.quote import Quote

WORDS = "Chile signed an agreement with Peru on Wednesday."
ARTICLE = ArticleHead("ART-1", "Test Wire", None, "Signed", dt.date(2026, 3, 5), (), "en")
ANSWER = Answer(
    "Why is Chile in Peru?",
    (Section("What happened", (Line("Chile signed an agreement with Peru", (1,)),)),),
    (Citation(1, ARTICLE, Quote.cut(WORDS, 0, len(WORDS))),),
)


def test_a_note_reads_question_parts_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    print_note(ANSWER)
    assert capsys.readouterr().out == (
        "Why is Chile in Peru?\n"
        "\n"
        "What happened\n"
        "  • Chile signed an agreement with Peru [1]\n"
        "\n"
        "Sources\n"
        "  [1] Test Wire, 5 March 2026: “Chile signed an agreement with Peru on\n"
        "      Wednesday.”\n"
    )


def test_an_answer_that_was_not_found_says_what_is_missing_and_what_is_near(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_note(Answer("Why?", missing="nothing names X", nearest="2025: Chile met Peru"))
    told = capsys.readouterr().out
    assert "  • Nothing found: nothing names X.\n" in told
    assert "  • The nearest known matter: 2025: Chile met Peru\n" in told


@given(st.lists(st.text("abcé", min_size=1, max_size=12), min_size=1, max_size=60))
def test_further_lines_hang_under_the_first_and_lose_no_word(words: list[str]) -> None:
    with note.out.capture() as shown:
        print_hanging(Text("•"), Text(" ".join(words)))
    first, *further = shown.get().splitlines()
    assert first.startswith("  • ")
    assert all(line.startswith("    ") and line[4] != " " for line in further)
    assert all(len(line) <= MEASURE and line == line.rstrip() for line in (first, *further))
    assert " ".join([first[4:], *(line[4:] for line in further)]).split() == words


def test_the_record_of_an_answer_holds_offsets() -> None:
    (citation,) = answer_record(ANSWER)["citations"]
    assert (citation["start"], citation["end"]) == (0, len(WORDS))
    assert citation["article"]["published"] == "2026-03-05"
    assert answer_record(ANSWER)["sections"][0]["lines"][0]["citations"] == [1]
