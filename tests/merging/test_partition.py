from __future__ import annotations

from builders import a_judgement
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merging.partition import (
    Partition,
    join_by_hand,
    part_by_hand,
    standing_judgements,
)
from dragoman.model.event import Verdict

LETTERS = "abcdefgh"
pairs = st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)))


def test_joins_carry_over():
    partition = Partition("abcd")
    partition.join("a", "b")
    partition.join("b", "c")
    assert partition.classes() == [("a", "b", "c"), ("d",)]


def test_what_is_kept_apart_does_not_meet_by_a_third():
    partition = Partition("abc")
    partition.keep_apart("a", "c")
    assert partition.join("a", "b")
    assert not partition.join("b", "c")
    assert partition.classes() == [("a", "b"), ("c",)]


@given(pairs, pairs)
def test_classes_hold_everything_once_and_no_pair_that_is_kept_apart(
    apart: list[tuple[str, str]], joined: list[tuple[str, str]]
):
    partition = Partition(LETTERS)
    apart = [(one, other) for one, other in apart if one != other]
    for one, other in apart:
        partition.keep_apart(one, other)
    for one, other in joined:
        assert partition.join(one, other) == (partition.home(one) == partition.home(other))
    assert sorted(name for members in partition.classes() for name in members) == list(LETTERS)
    assert all(partition.home(one) != partition.home(other) for one, other in apart)


def test_the_last_judgement_on_a_pair_stands_in_either_order():
    first = a_judgement("a", Verdict.SAME, "b", hour=9)
    second = a_judgement("b", Verdict.DIFFERENT, "a", hour=10)
    assert standing_judgements([second, first]) == [second]


def test_judgements_on_unknown_ids_are_passed_over():
    partition = Partition("ab")
    judgements = [a_judgement("a", Verdict.SAME, "nobody")]
    part_by_hand(partition, judgements, {"a": ["a"]})
    join_by_hand(partition, judgements, {"a": ["a"]})
    assert partition.classes() == [("a",), ("b",)]
