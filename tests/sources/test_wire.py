"""The town and day that an agency files from are taken off the first paragraph."""

from __future__ import annotations

import pytest

from dragoman.model.article import BlockKind
from dragoman.sources.wire import without_dateline


@pytest.mark.parametrize(
    "dateline",
    [
        "LIMA, March 3 - ",
        "LIMA, Peru (AP) — ",
        "NEW YORK, 12 September 2024 (Agency) -- ",
        "GENEVA – ",
        "BERLIN (AP) _ ",
        "HEMPSTEAD, N.Y. — ",
        "SÃO PAULO, Jan. 5 (Reuters) - ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    parts = [(BlockKind.HEADLINE, "Talks"), (BlockKind.PARAGRAPH, dateline + "The talks began.")]

    assert without_dateline(parts)[1] == (BlockKind.PARAGRAPH, "The talks began.")


@pytest.mark.parametrize(
    "words",
    [
        "NATO - the alliance - met on Monday."[:4] + " ministers met on Monday.",
        "The UN - and its members - met.",
        "U.S.-led talks began.",
        "Lima - a city of ten million - voted.",
    ],
)
def test_an_ordinary_sentence_keeps_its_first_words(words: str) -> None:
    assert without_dateline([(BlockKind.PARAGRAPH, words)]) == [(BlockKind.PARAGRAPH, words)]


def test_only_the_first_paragraph_has_a_dateline() -> None:
    parts = [(BlockKind.PARAGRAPH, "One."), (BlockKind.PARAGRAPH, "LIMA, May 2 - Two.")]

    assert without_dateline(parts) == parts
