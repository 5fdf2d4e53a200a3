"""Companies among themselves are business; a company and a ministry are politics."""

from __future__ import annotations

import pytest

from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import load_tools, read_article


def types(text: str) -> list[str]:
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="", headline="", source="sample", published=None
    )
    return [report.type for report in read_article(article, load_tools()).reports]


def test_a_deal_of_two_companies_is_none() -> None:
    assert types("Harbour Cable Corp. signed an agreement with Dockside Steel Ltd on Monday.") == []


def test_a_contract_with_a_ministry_is_one() -> None:
    assert types("Harbour Cable Corp. signed a contract with the defence ministry on Monday.") == [
        "COOPERATE"
    ]


@pytest.mark.parametrize("text", ["Gunmen raided the offices of Harbour Cable Corp. on Monday."])
def test_violence_is_coded_whoever_suffers_it(text: str) -> None:
    assert types(text)


@pytest.mark.parametrize(
    "text", ["Peru beat Chile 3-1 on Sunday.", "Norway thrashed Canada 24–9 in the final."]
)
def test_a_score_tells_a_match(text: str) -> None:
    assert types(text) == []


def test_a_beating_with_numbers_elsewhere_is_violence() -> None:
    assert types("Police beat 12 opposition protesters in Lima on 3-4 May.") == ["ASSAULT"]
