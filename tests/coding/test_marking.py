"""Marks stand around who acts, what is done and to whom; the names of states are hidden."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.authority import load_authority
from dragoman.coding.marking import ACTOR, CUE, MARKS, RECIPIENT, STATE, marked, state_extents

TEXT = "Peru arrested a courier from Chile."
EXTENTS = {ACTOR: [(0, 4)], CUE: [(5, 13)], RECIPIENT: [(14, 23)]}


def test_each_role_stands_between_its_marks() -> None:
    (a, b), (c, d), (e, f) = (MARKS[role] for role in (ACTOR, CUE, RECIPIENT))
    told = marked(TEXT, EXTENTS, ())
    assert told == f"{a} Peru {b} {c} arrested {d} {e} a courier {f} from Chile."


def test_states_are_hidden_inside_marks_and_outside() -> None:
    states = state_extents(TEXT, load_authority())
    told = marked(TEXT, EXTENTS, states)
    assert [TEXT[start:end] for start, end in states] == ["Peru", "Chile"]
    assert told.count(STATE) == 2
    assert "Peru" not in told


def test_another_country_makes_no_difference() -> None:
    authority = load_authority()
    other = TEXT.replace("Peru", "Mali").replace("Chile", "Japan")
    assert marked(TEXT, EXTENTS, state_extents(TEXT, authority)) == marked(
        other, EXTENTS, state_extents(other, authority)
    )


def test_two_roles_of_the_same_words_nest() -> None:
    told = marked("Peru left.", {ACTOR: [(0, 4)], RECIPIENT: [(0, 4)]}, ())
    words = told.split()
    assert words.index("Peru") == 2
    assert {*words[:2], *words[3:5]} == {*MARKS[ACTOR], *MARKS[RECIPIENT]}


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8)), max_size=6))
def test_marks_take_nothing_from_the_text(spots: list[tuple[int, int]]) -> None:
    text = "one two three four five six seven"
    extents = [(start, start + size) for start, size in spots]
    told = marked(text, {ACTOR: extents}, ())
    for mark in MARKS[ACTOR]:
        told = told.replace(mark, "")
    assert "".join(told.split()) == "".join(text.split())
