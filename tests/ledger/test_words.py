from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.words import folded, match_query


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Díaz-Canel", " diaz canel "),
        ("  MINISTRY   of Defence ", " ministry of defence "),
        ("Łódź", " lodz "),
        ("Straße", " strasse "),
        ("U.S.", " u s "),
        ("***", ""),
        ("", ""),
    ],
)
def test_folding_drops_accents_case_and_marks(text: str, expected: str) -> None:
    assert folded(text) == expected


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.from_regex(r"[a-zé]{1,8}", fullmatch=True), min_size=1, max_size=5), st.data())
def test_a_name_holds_each_of_its_words_and_no_part_of_one(
    words: list[str], data: st.DataObject
) -> None:
    word = data.draw(st.sampled_from(words))
    assert folded(word) in folded(" ".join(words))
    assert folded("x" + word) not in folded(" ".join(words)) or "x" + word in words


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ("patrol boats", '"patrol" "boats"'),
        ('"patrol boats" ottawa', '"patrol boats" "ottawa"'),
        ("sanction*", '"sanction*"*'),
        ("AND OR NOT NEAR(", '"AND" "OR" "NOT" "NEAR("'),
        ('"unclosed', '"unclosed"'),
        ("quote_words:oil", '"quote_words:oil"'),
        ("*** - ^", None),
        ("", None),
    ],
)
def test_a_search_is_always_plain_words(asked: str, query: str | None) -> None:
    assert match_query(asked) == query


@given(st.text() | st.text(alphabet='"*():^-+{}ab \x00\ud800NEAROT,'))
def test_no_text_breaks_the_full_text_search(asked: str) -> None:
    query = match_query(asked)
    if query is None:
        return
    with sqlite3.connect(":memory:") as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE told USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("SELECT * FROM told WHERE told MATCH ?", (query,)).fetchall()
    connection.close()


@given(st.lists(st.from_regex(r"[a-zé]{1,8}", fullmatch=True), min_size=1, max_size=6))
def test_a_text_is_found_by_its_own_words(words: list[str]) -> None:
    with sqlite3.connect(":memory:") as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE told USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.execute("INSERT INTO told VALUES (?)", (" ".join(words),))
        found = connection.execute(
            "SELECT * FROM told WHERE told MATCH ?", (match_query(" ".join(reversed(words))),)
        ).fetchall()
    connection.close()
    assert len(found) == 1
