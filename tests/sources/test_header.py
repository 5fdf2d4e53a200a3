from __future__ import annotations

from dragoman.sources.header import split_front_matter, split_header


def test_a_header_ends_at_the_first_blank_line() -> None:
    imprint, body = split_header("Outlet: Example Times\nDate: 2026-03-04\n\nTitle: no more")
    assert imprint.outlet == "Example Times"
    assert body == "\nTitle: no more"


def test_lines_that_only_look_like_a_header_stay() -> None:
    for text in ("Warning: ice\nAdvice: stay\n\nBody", "Date: 2026-03-04\nand words\n\nBody"):
        imprint, body = split_header(text)
        assert not imprint.outlet
        assert body == text


def test_front_matter_holds_lists_in_both_forms() -> None:
    for listed in ("authors: [Jane Roe, John Doe]", "authors:\n  - Jane Roe\n  - John Doe"):
        imprint, body = split_front_matter(f"---\n{listed}\n---\nBody")
        assert imprint.authors == ("Jane Roe", "John Doe")
        assert body == "Body"


def test_front_matter_that_never_closes_is_text() -> None:
    text = "---\ntitle: a\n\nBody"
    assert split_front_matter(text)[1] == text
