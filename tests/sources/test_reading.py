from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.article import Article
from dragoman.model.failure import Failure
from dragoman.sources import Document, read_document, read_sources

BODY = "The minister arrived in the capital on Monday and met the president."
FORMATS = ("text", "markdown", "html", "json", "json lines")


def read(data: bytes, form: str) -> list[Article | Failure]:
    return list(read_document(Document("a", data, form)))


def test_a_file_becomes_an_article_that_names_its_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    (article,) = read_sources([str(path)])
    assert isinstance(article, Article)
    assert article.source == str(path)


def test_a_bad_document_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    failed, article = read_sources([str(tmp_path)])
    assert isinstance(failed, Failure)
    assert failed.stage == "sources"
    assert isinstance(article, Article)


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_document_is_a_failure(form: str) -> None:
    (failed,) = read(b"", form)
    assert isinstance(failed, Failure)
    assert "empty" in failed.reason


def test_an_unknown_format_is_a_failure() -> None:
    (failed,) = read(b"words", "warc")
    assert isinstance(failed, Failure)
    assert "not a format read yet" in failed.reason


def test_the_common_shapes_of_records_are_read() -> None:
    records = [
        {"title": "Ministers meet", "text": BODY, "date": "2026-03-04", "source": "Example Times"},
        {"headline": "Ministers meet", "maintext": BODY, "date_publish": "2026-03-04 10:00:00",
         "source_domain": "Example Times", "authors": ["Jane Roe"]},
        {"title": "Ministers meet", "body": BODY, "publishing_date": "2026-03-04T10:00:00+00:00",
         "publisher": {"name": "Example Times"}, "author": {"name": "Jane Roe"}},
    ]  # fmt: skip
    articles = read(json.dumps(records).encode(), "json")
    assert len(articles) == len(records)
    for article in articles:
        assert isinstance(article, Article)
        assert (article.outlet, article.headline) == ("Example Times", "Ministers meet")
        assert str(article.published) == "2026-03-04"


def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = json.dumps({"text": BODY})
    path.write_text(f'{good}\n{{"text": \n7\n{{"title": "x"}}\n{good}\n', encoding="utf-8")
    results = list(read_sources([str(path)]))
    assert [isinstance(result, Failure) for result in results] == [False, True, True, True, False]
    assert [result.source.rpartition(":")[2] for result in results] == list("12345")


def test_lone_surrogates_and_endless_numbers_in_json_do_no_harm() -> None:
    (article,) = read(b'{"title": "A \\ud800 b", "text": "' + BODY.encode() + b'"}', "json")
    assert isinstance(article, Article)
    article.text.encode("utf-8")
    (failed,) = read(b'{"text": ' + b"9" * 10_000 + b"}", "json")
    assert isinstance(failed, Failure)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(FORMATS), st.one_of(st.binary(), st.text().map(str.encode)))
def test_no_bytes_raise_and_the_same_bytes_give_the_same(form: str, data: bytes) -> None:
    assert read(data, form) == read(data, form)


LINES = st.lists(
    st.sampled_from(
        [BODY, "", "A Short Heading", "What now?", "- an item", "> a quote", "By Jane Roe", "© X",
         "March 4, 2026", "Title: x", "1. first", "\u200b", "# Mark", "---", "***", "é\u0301"]
    )
    | st.text(max_size=60),
    max_size=12,
)  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(["text", "markdown"]), LINES)
def test_blocks_quote_their_text_whatever_the_lines(form: str, lines: list[str]) -> None:
    for result in read("\n".join(lines).encode("utf-8", "replace"), form):
        if isinstance(result, Article):
            quoted = [result.block_text(block) for block in result.blocks]
            assert "\n".join(quoted) == result.text
            assert all(words.strip() == words != "" for words in quoted)
