from __future__ import annotations

import pytest

from dragoman.sources.authors import authors_in, byline_authors, declared_authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("by Albert Smith and Jane Roe", ("Albert Smith", "Jane Roe")),
        ("Jane Roe, John Doe and Ana de la Cruz", ("Jane Roe", "John Doe", "Ana de la Cruz")),
        ("By Staff", ("Staff",)),
        ("Reuters", ("Reuters",)),
        ("Staff and agencies", ("Staff and agencies",)),
        ("By The Associated Press", ("The Associated Press",)),
        ("By J. R. O'Neill-Smith", ("J. R. O'Neill-Smith",)),
        ("By Jane Roe in Lisbon", ("Jane Roe",)),
        ("By Jane Roe, jane@example.org", ("Jane Roe",)),
    ],
)
def test_a_byline_names_its_authors(line: str, authors: tuple[str, ...]) -> None:
    assert authors_in(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "By and large",
        "By the time he left",
        "By Friday the port was shut.",
        "by any means",
        "admin",
    ],
)
def test_words_that_are_no_names_sign_nothing(line: str) -> None:
    assert authors_in(line) == ()


def test_a_byline_needs_its_by() -> None:
    assert byline_authors("Jane Roe") == ()


def test_a_field_for_authors_is_taken_at_its_word() -> None:
    assert declared_authors("redaction42") == ("redaction42",)
    assert declared_authors("unknown") == ()
