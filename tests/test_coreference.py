"""The coreference set is read strictly, and its links are counted as the protocol says."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from coreference import Scores, b_cubed, gold_rows, muc, score_passage, told_mentions
from coreference_set import PARTS, GoldForm, Passage, load_part, read_markup, read_passages
from reading import PUBLISHED, parse
from reading import cast as read_cast


def passage(marked: str) -> Passage:
    text, mentions = read_markup(marked, "here")
    return Passage("here", PUBLISHED, "wire", text, mentions)


def scores_of(marked: str) -> Scores:
    gold, scores = passage(marked), Scores()
    score_passage(gold, told_mentions(gold, parse(gold.text), read_cast(gold.text)), scores)
    return scores


# The set


def test_marks_are_taken_out_and_nested_mentions_kept() -> None:
    text, mentions = read_markup("[[His|1] rival|2:n] spoke to [them|1+2].", "here")
    assert text == "His rival spoke to them."
    assert [(m.words, sorted(m.actors), m.form) for m in mentions] == [
        ("His rival", ["2"], GoldForm.NOMINAL),
        ("His", ["1"], GoldForm.PRONOUN),
        ("them", ["1", "2"], GoldForm.PLURAL),
    ]


@pytest.mark.parametrize(
    "broken",
    ["[Peru|1", "Peru|1]", "[|1]", "[ Peru|1]", "[Peru|x]", "[Peru|1:z]", "[both|1:j]", "[it|1+1]"],
)
def test_what_is_not_understood_is_an_error(broken: str) -> None:
    with pytest.raises(ValueError, match="here"):
        read_markup(broken, "here")


def test_a_bad_head_is_an_error_that_names_its_line() -> None:
    with pytest.raises(ValueError, match=r"set\.txt:3"):
        list(read_passages("# note\n\n== 1 yesterday\n[Peru|1] spoke.\n", "set.txt"))


@given(st.text(st.characters(blacklist_characters="[]|")))
def test_text_without_marks_is_itself(text: str) -> None:
    assert read_markup(text, "here") == (text, ())


def test_the_set_is_large_enough_and_its_parts_share_no_passage() -> None:
    parts = [load_part(name) for name in PARTS]
    texts = [p.text for part in parts for p in part]
    assert len(texts) == len(set(texts)) >= 160
    share = len(parts[0]) / len(texts)
    assert 0.55 < share < 0.65


def test_every_mention_is_in_its_text() -> None:
    for part in PARTS:
        for read in load_part(part):
            assert all(read.text[m.start : m.end] == m.words for m in read.mentions)


# The score


def test_the_first_mention_and_the_same_name_again_are_no_links_to_find() -> None:
    gold = passage("[Peru|1] spoke. [It|1] left. [Peru|1] came. [The country|1:n] slept.")
    assert list(gold_rows(gold).values()) == [None, "pronoun", "same name", "nominal"]


def test_a_right_link_is_counted() -> None:
    scores = scores_of("[Peru|1] said [it|1] would sign.")
    assert (scores.right, scores.made, scores.wanted) == (
        Counter(pronoun=1), Counter(pronoun=1), Counter(pronoun=1),
    )  # fmt: skip


def test_a_link_to_another_actor_is_wrong() -> None:
    scores = scores_of("[Peru|1] praised Norway. [Chile|2] said [it|1] would sign.")
    assert scores.made["pronoun"] == 1
    assert scores.right["pronoun"] == 0


def test_a_mention_that_nobody_resolves_is_missed_and_not_wrong() -> None:
    scores = scores_of("[Peru|1] rested. Rain fell. Roads closed. Then [it|1] was seen.")
    assert scores.wanted["pronoun"] == 1
    assert scores.made["pronoun"] == 0


def test_a_link_where_no_actor_is_meant_is_wrong() -> None:
    scores = scores_of("[Peru|1] sent its envoy.")
    assert scores.total(scores.made) == 1
    assert scores.total(scores.right) == 0


def test_several_actors_need_exactly_those() -> None:
    scores = scores_of("[Peru|1] and [Chile|2] spoke. [The two countries|1+2:j] agreed.")
    assert scores.right["plural"] == 1


CLUSTERS = st.lists(
    st.integers(0, 12), min_size=2, max_size=12, unique=True
).map(lambda n: [frozenset(n[: len(n) // 2 + 1]), frozenset(n[len(n) // 2 + 1 :])])  # fmt: skip


@given(CLUSTERS)
def test_what_agrees_with_itself_is_perfect(clusters: list[frozenset[object]]) -> None:
    kept = [c for c in clusters if len(c) > 1]
    for measure in (muc, b_cubed):
        assert measure(kept, kept) == (1.0, 1.0)


def test_second_opinions_on_a_cluster_cut_in_two() -> None:
    gold = [frozenset("abcd")]
    told = [frozenset("ab"), frozenset("cd")]
    assert muc(gold, told) == (1.0, pytest.approx(2 / 3))
    assert b_cubed(gold, told) == (1.0, 0.5)
