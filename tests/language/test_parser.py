"""The parse of an article: sentences inside blocks, and offsets into the article's text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import ModelError
from dragoman.language.parser import MODEL_PACKAGES, load_model, model_name
from reading import parse


def test_a_heading_does_not_run_on_into_its_paragraph() -> None:
    read = parse("Talks went on until noon.", headings=("A day of talks",))
    assert [s.quote.words for s in read.sentences] == [
        "A day of talks",
        "Talks went on until noon.",
    ]
    assert [s.block for s in read.sentences] == [0, 1]


def test_sentences_are_numbered_through_the_article() -> None:
    read = parse("Peru signed. Chile did not.", "Norway waited.")
    assert [(s.number, s.block) for s in read.sentences] == [(0, 0), (1, 0), (2, 1)]


def test_every_token_stands_at_its_offset_in_the_text() -> None:
    read = parse("Peru’s minister — in Quito — spoke.", "“Never”, said Chile’s.")
    assert all(read.article.text[t.idx : t.idx + len(t)] == t.text for t in read.doc)


def test_a_token_knows_its_sentence_and_a_sentence_its_tokens() -> None:
    read = parse("Peru signed. Chile did not.", "Norway waited.")
    for sentence in read.sentences:
        assert {read.sentence_of(token) for token in read.tokens(sentence)} == {sentence}


def test_words_are_quoted_from_the_text_with_the_white_space_between_them() -> None:
    read = parse("The minister of health spoke.")
    assert read.quote_tokens(read.doc[1], read.doc[3]).words == "minister of health"
    assert read.quote(4, 12).words == "minister"


def test_the_token_at_an_offset_covers_it() -> None:
    read = parse("Peru signed the treaty.")
    token = read.token_at(read.article.text.index("eaty"))
    assert token is not None
    assert token.text == "treaty"


def test_there_is_no_token_past_the_end() -> None:
    assert parse("Peru signed.").token_at(400) is None


def test_the_model_is_named_with_its_version_and_loaded_once() -> None:
    assert load_model() is load_model()
    assert model_name(load_model()).startswith("en_core_web_sm")
    assert model_name(load_model()).split()[-1] == load_model().meta["version"]
    assert parse("Peru signed.").model == model_name(load_model())
    assert MODEL_PACKAGES[0] == "en_core_web_sm"


def test_a_missing_model_says_what_to_install() -> None:
    with pytest.raises(ModelError) as caught:
        load_model(("no_such_pipeline_anywhere",))
    assert "pip install" in (caught.value.hint or "")


WORDS = st.sampled_from(
    [
        "Peru",
        "said",
        "the",
        "minister.",
        "Mr.",
        "“No”,",
        "—",
        "U.S.",
        "café",
        "🙂",
        "e\u0301",
        "2026",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=3))
def test_sentences_lie_in_their_blocks_and_hold_every_token(paragraphs: list[str]) -> None:
    read = parse(*paragraphs)
    for sentence in read.sentences:
        block = read.article.blocks[sentence.block]
        assert block.start <= sentence.quote.start < sentence.quote.end <= block.end
    words = [token for token in read.doc if not token.is_space]
    assert all(
        read.sentence_of(token).quote.start <= token.idx < read.sentence_of(token).quote.end
        for token in words
    )
