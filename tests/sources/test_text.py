from __future__ import annotations

import datetime as dt

import pytest

from dragoman.errors import SourceError
from dragoman.model.article import Article, BlockKind
from dragoman.sources.text import read_text

BODY = """The minister arrived in the capital on Monday and met the president at the palace.

Officials said the two sides had discussed energy, trade and the training of police."""

PAGE = f"""ExampleHeadlines

Ministers Meet in the Capital

Wednesday, March 4, 2026 by Jane Roe

Ministers Meet in the Capital
Description not available

{BODY}

What the Visit Brings

The ministry promised fuel for the winter and a new round of talks.

What was agreed?

The two sides agreed to meet again in the autumn.

Who was there?

Both interior ministers were at the table.

Share this article

© ExampleHeadlines 2026"""


def kinds(article: Article) -> list[str]:
    return [block.kind.value for block in article.blocks]


def words(article: Article, kind: BlockKind) -> list[str]:
    return [article.block_text(block) for block in article.blocks if block.kind is kind]


def test_a_saved_page_gives_up_its_masthead() -> None:
    article = read_text(PAGE, "page.txt")
    assert article.outlet == "ExampleHeadlines"
    assert article.headline == "Ministers Meet in the Capital"
    assert article.authors == ("Jane Roe",)
    assert article.published == dt.date(2026, 3, 4)


def test_a_saved_page_becomes_blocks_without_its_furniture() -> None:
    article = read_text(PAGE, "page.txt")
    assert kinds(article) == [
        "headline", "paragraph", "paragraph", "heading", "paragraph",
        "question", "answer", "question", "answer",
    ]  # fmt: skip
    for furniture in ("not available", "Share", "©"):
        assert furniture not in article.text


def test_a_header_is_believed_and_taken_off() -> None:
    header = (
        "Outlet: Example Times\nHeadline: Ministers meet\nAuthors: Jane Roe, John Doe\n"
        "Date: 2026-03-04\nLanguage: en\nURL: https://example.org/a\n\n"
    )
    article = read_text(header + BODY, "a.txt")
    assert (article.outlet, article.headline) == ("Example Times", "Ministers meet")
    assert article.authors == ("Jane Roe", "John Doe")
    assert article.url == "https://example.org/a"
    assert article.text == "Ministers meet\n" + BODY.replace("\n\n", "\n")


def test_a_first_line_with_a_colon_is_no_header() -> None:
    text = "Note: the palace was closed.\n\n" + BODY
    assert "Note: the palace" in read_text(text, "a.txt").text


def test_the_outlet_is_the_domain_of_the_url_where_nothing_else_names_it() -> None:
    text = "URL: https://www.example.org/a\n\n" + BODY
    assert read_text(text, "a.txt").outlet == "example.org"
    assert read_text(BODY, "a.txt").outlet == "unknown outlet"


def test_a_text_without_headline_is_called_by_its_first_words() -> None:
    article = read_text(BODY, "a.txt")
    assert kinds(article) == ["paragraph", "paragraph"]
    assert article.headline.startswith("The minister arrived")


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The minister arrived in the capital on Monday and\n"
        "met the president at the palace. Officials said\n"
        "the two sides had discussed energy and the police.\n"
        "\n"
        "A second paragraph follows the first one here and\n"
        "ends soon.\n"
    )
    article = read_text(wrapped, "a.txt")
    assert kinds(article) == ["paragraph", "paragraph"]
    assert "on Monday and met the president" in article.text


def test_lines_are_blocks_where_no_blank_line_parts_them() -> None:
    article = read_text("Ministers meet again\n" + BODY.replace("\n\n", "\n"), "a.txt")
    assert kinds(article) == ["headline", "paragraph", "paragraph"]


def test_lists_and_quotations_lose_their_marks() -> None:
    article = read_text(f"{BODY}\n\n- a first demand\n- a second demand\n\n> We agree.", "a.txt")
    assert words(article, BlockKind.LIST_ITEM) == ["a first demand", "a second demand"]
    assert words(article, BlockKind.QUOTE) == ["We agree."]


def test_a_heading_run_into_its_paragraph_is_a_block_of_its_own() -> None:
    article = read_text(f"{BODY}\n\nA Hard Winter Begins The ministry promised fuel.", "a.txt")
    assert words(article, BlockKind.HEADING) == ["A Hard Winter Begins"]


def test_one_question_over_a_paragraph_is_a_heading_and_no_questionnaire() -> None:
    article = read_text(f"{BODY}\n\nWhat comes next?\n\nNobody at the ministry said.", "a.txt")
    assert words(article, BlockKind.HEADING) == ["What comes next?"]
    assert not words(article, BlockKind.QUESTION)


def test_one_question_under_a_heading_for_questions_is_one() -> None:
    text = f"{BODY}\n\nFrequently asked questions\n\nWhat comes next?\n\nTalks in the autumn."
    article = read_text(text, "a.txt")
    assert words(article, BlockKind.QUESTION) == ["What comes next?"]
    assert words(article, BlockKind.ANSWER) == ["Talks in the autumn."]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (" \n\n ", "empty"),
        ("word " * 200_000, "no structure"),
        ("The minister came on Monday.\n\n" * 20_000, "too many for one article"),
        ("El ministro llegó a la capital el lunes y habló con el presidente.", "in Spanish"),
        ("وصل الوزير إلى العاصمة يوم الاثنين والتقى رئيس الجمهورية هناك.", "in Arabic"),
    ],
)
def test_a_text_that_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_text(text, "a.txt")
