"""A codebook that no encoder learned is coded by its cues, and by what its examples are like."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.coding.by_example import ExampleJudge, judge_for
from dragoman.coding.codebook import load_codebook
from dragoman.coding.judge import Judge
from dragoman.coding.judgement import NONE
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import load_tools, read_article

LABOUR = """
name = "Labour"
version = "1"

[[types]]
name = "STRIKE"
quad = "material conflict"
intensity = -6.0
definition = "Workers stop work."
not = "A strike that is only threatened."
examples = [
  "[actor: Nurses in Kumasi] [cue: walked out] [date: on Monday] over unpaid night shifts.",
  "[actor: Dockers] [cue: went on strike] against [recipient: the port authority] [date: in May].",
]

[[types.cues]]
patterns = ["A strike (against R)"]

[[types]]
name = "BARGAIN"
quad = "verbal cooperation"
intensity = 3.0
definition = "The two sides talk about pay."
not = "Terms that are signed."
examples = ["[actor: Railway workers] [cue: met] [recipient: the transport minister] over pay."]

[[types.cues]]
patterns = ["A negotiate with R"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "labour.toml"
    path.write_text(LABOUR, encoding="utf-8")
    return path


def coded(text: str, path: Path) -> list[tuple[str, str]]:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="", headline="", source="sample", published=None
    )
    return [(r.type, r.how.rule) for r in read_article(article, load_tools(path)).reports]


def test_plover_has_an_encoder_of_its_own() -> None:
    assert isinstance(judge_for(load_codebook()), Judge)


def test_another_codebook_is_judged_by_its_examples(path: Path) -> None:
    assert isinstance(judge_for(load_codebook(path)), ExampleJudge)


def test_without_examples_the_cues_decide_alone(tmp_path: Path) -> None:
    bare = "\n".join(
        line for line in LABOUR.splitlines() if not line.startswith(("examples", "  ", "]"))
    )
    (tmp_path / "bare.toml").write_text(bare, encoding="utf-8")
    assert judge_for(load_codebook(tmp_path / "bare.toml")) is None


def test_a_cue_decides_whatever_the_examples_are_like(path: Path) -> None:
    assert coded("Teachers negotiated with the education ministry.", path) == [
        ("BARGAIN", "coding.cue: A negotiate with R")
    ]


def test_what_is_like_an_example_is_found_without_a_cue(path: Path) -> None:
    assert coded("Teachers walked out on Tuesday over unpaid wages.", path) == [
        ("STRIKE", "coding.encoder")
    ]


def test_what_is_like_none_of_them_is_nothing(path: Path) -> None:
    assert coded("The Norwegian army shelled the rebels' camp.", path) == []


def test_an_example_is_most_like_itself(path: Path) -> None:
    judge = judge_for(load_codebook(path))
    assert isinstance(judge, ExampleJudge)
    whole = judge.judge([])
    assert whole == ()
    for example in judge.codebook.examples():
        shares = judge.like(example).types
        assert max(shares, key=shares.__getitem__) == example.type
        assert shares[example.type] > shares[NONE]
