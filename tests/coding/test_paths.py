"""Paths from an act's word to whoever is named beside it, and where they mostly lead."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.coding.paths import Led, led, load_paths, outline, path
from reading import parse


def between(text: str, start: str, end: str) -> str | None:
    doc: Doc = parse(text).doc
    words = {token.text: token for token in doc}
    return path(words[start], words[end])


@pytest.mark.parametrize(
    ("text", "start", "end", "way"),
    [
        ("Peru attacked Chile.", "attacked", "Peru", "nsubj"),
        ("Peru attacked Chile.", "attacked", "Chile", "dobj"),
        ("Chile was attacked by Peru.", "attacked", "Peru", "agent:by pobj"),
        ("Peru deplored Chile's silence.", "deplored", "Chile", "dobj poss"),
        ("Peru launched attacks on Chile.", "launched", "Chile", "dobj prep:on pobj"),
    ],
)
def test_a_path_names_every_step(text: str, start: str, end: str, way: str) -> None:
    assert between(text, start, end) == way


def test_a_way_up_is_marked() -> None:
    way = between("Peru left because Chile attacked.", "attacked", "Peru")
    assert way == "^advcl nsubj"


def test_nobody_is_a_way_from_himself() -> None:
    assert between("Peru attacked Chile.", "Chile", "Chile") is None


def test_the_table_knows_subjects_and_objects() -> None:
    assert led("ASSAULT", "nsubj").share("actor") > 0.5
    assert led("ASSAULT", "dobj").share("recipient") > 0.5


def test_a_rare_type_borrows_from_all() -> None:
    assert led("NO SUCH TYPE", "dobj") == load_paths()["", "dobj"]
    assert led("ASSAULT", "no such way") is None


def test_one_more_that_is_neither_keeps_small_counts_modest() -> None:
    assert Led(actor=1, recipient=0, neither=0).share("actor") == 0.5


def test_a_long_way_is_also_known_by_how_it_begins_and_ends() -> None:
    assert outline("dobj prep:of pobj prep:with pobj") == "dobj … prep:with pobj"


@pytest.mark.parametrize("way", ["nsubj", "dobj prep:of pobj", "^relcl dobj prep:of pobj"])
def test_a_short_way_and_one_that_leads_up_have_no_outline(way: str) -> None:
    assert outline(way) is None
