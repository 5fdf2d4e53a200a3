"""Reasons that no signal tells, heard by the tagger and linked like any other."""

from __future__ import annotations

import pytest

from dragoman.model.article import BlockKind, compose_article
from dragoman.model.claim import Reason
from dragoman.pipeline import Tools, load_tools, read_article


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools()


def reasons_of(text: str, tools: Tools) -> tuple[Reason, ...]:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="-", headline="", source="an example"
    )
    return read_article(article, tools).reasons


def test_a_signal_keeps_its_name_where_the_tagger_hears_the_same(tools: Tools) -> None:
    (reason,) = reasons_of(
        "Peru expelled two Canadian envoys because they had met rebel leaders.", tools
    )
    assert reason.how.rule == "reasons/because-of"


def test_a_reason_without_a_signal_is_heard_and_explains_its_act(tools: Tools) -> None:
    text = "Norway cancelled the visit of Peru's minister, tired of waiting for an apology."
    (reason,) = reasons_of(text, tools)
    assert reason.how.rule == "reasons/tagger"
    assert reason.how.version == tools.tagger.version
    assert "waiting for an apology" in reason.content.words
    assert reason.report_id is not None
    assert 0.0 < reason.how.confidence <= 1.0
