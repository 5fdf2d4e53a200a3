from __future__ import annotations

import datetime as dt
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EvidenceError
from dragoman.ledger import cells
from dragoman.ledger.cells import Cells, Row
from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate, Precision
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Quantity, Voice
from factory import words_in

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
DAYS = st.none() | st.dates()
HOWS = st.builds(How, WORDS, WORDS, WORDS, st.floats(0, 1), st.lists(WORDS, max_size=3).map(tuple))
PLACES = st.none() | st.builds(
    Place, WORDS, st.none() | WORDS, st.none() | st.floats(-90, 90), st.none(), WORDS
)
TEXT = "Norway sent twelve boats on Monday."


def stored(columns: Cells) -> Row:
    """The columns as SQLite gives them back."""
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    listed = ", ".join(f":{name} AS {name}" for name in columns)
    row: Row = connection.execute(f"SELECT {listed}", columns).fetchone()
    connection.close()
    return row


@given(how=HOWS)
def test_how_comes_back(how: How) -> None:
    row = stored({"how": cells.how_cell(how)})
    assert cells.how_of(row["how"]) == cells.maybe_how_of(row["how"]) == how


@given(place=PLACES)
def test_a_place_comes_back(place: Place | None) -> None:
    assert cells.place_of(stored(cells.place_cells(place))) == place


@given(ends=st.tuples(DAYS, DAYS), precision=st.sampled_from(Precision))
def test_a_date_comes_back(
    ends: tuple[dt.date | None, dt.date | None], precision: Precision
) -> None:
    earliest, latest = sorted(ends) if all(ends) else ends  # type: ignore[type-var]
    date = NewsDate("as the news has it", earliest, latest, precision)
    assert cells.date_of(stored(cells.date_cells("period", date)), "period") == date


@given(start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 10))
def test_a_quote_comes_back(start: int, length: int) -> None:
    quote = Quote.cut(TEXT, start, min(start + length, len(TEXT)))
    row = stored(cells.quote_cells("cue", quote))
    assert cells.quote_of(row, "cue", TEXT) == cells.maybe_quote_of(row, "cue", TEXT) == quote


def test_a_quantity_and_an_attribution_come_back() -> None:
    quantity = Quantity(words_in(TEXT, "twelve"), 12, None)
    assert cells.quantity_of(stored(cells.quantity_cells(quantity)), TEXT) == quantity
    attribution = Attribution(Voice.OFFICIAL, 3, words_in(TEXT, "Norway"))
    assert cells.attribution_of(stored(cells.attribution_cells(attribution)), TEXT) == attribution


def test_nothing_comes_back_as_nothing() -> None:
    assert cells.maybe_how_of(cells.how_cell(None)) is None
    assert cells.date_of(stored(cells.date_cells("date", None)), "date") is None
    assert cells.quantity_of(stored(cells.quantity_cells(None)), TEXT) is None
    assert cells.maybe_quote_of(stored(cells.quote_cells("cue", None)), "cue", TEXT) is None


def test_a_quote_that_the_text_does_not_hold_does_not_come_back() -> None:
    row = stored(cells.quote_cells("cue", words_in(TEXT, "boats")))
    with pytest.raises(EvidenceError):
        cells.quote_of(row, "cue", TEXT.replace("boats", "tanks"))


@given(words=st.lists(WORDS).map(tuple))
def test_a_list_of_words_comes_back(words: tuple[str, ...]) -> None:
    assert cells.words_of(cells.packed(words)) == words
