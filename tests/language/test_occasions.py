"""Which nouns with a year or a capital name an occasion, and how far the name reaches."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.occasions import find_occasions, load_nouns
from dragoman.language.parser import load_model


def occasions(text: str) -> list[tuple[str, str]]:
    doc = load_model()(text)
    return [(doc[o.first : o.last + 1].text, o.kind.value) for o in find_occasions(doc)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They lost the 2011 Peruvian general election.", "2011 Peruvian general election",
         "election"),
        ("She won the 2018 Cusco by-election.", "2018 Cusco by-election", "election"),
        ("The Norwegian referendum of 1994 failed.", "Norwegian referendum of 1994", "election"),
        ("After the 2020 local elections in Wales they met.", "2020 local elections in Wales",
         "election"),
        ("He stood in the 2019-20 Peruvian election.", "2019-20 Peruvian election", "election"),
        ("The May 1998 Peruvian election was close.", "May 1998 Peruvian election", "election"),
        ("World War II ended.", "World War II", "war"),
        ("They fought in the War of the Pacific.", "War of the Pacific", "war"),
        ("The Peruvian civil war began.", "Peruvian civil war", "war"),
        ("Norway signed the Treaty of Lima.", "Treaty of Lima", "treaty"),
        ("The Cusco Accords were signed.", "Cusco Accords", "treaty"),
        ("They met at the Oslo Summit.", "Oslo Summit", "meeting"),
        ("The 12th Andean summit opened.", "12th Andean summit", "meeting"),
        ("The 1895 revolution began in the south.", "1895 revolution", "upheaval"),
        ("The Harbour scandal broke.", "Harbour scandal", "affair"),
    ],
)  # fmt: skip
def test_a_year_or_a_capital_makes_a_name(text: str, name: str, kind: str) -> None:
    assert occasions(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "They lost the general election and the local elections.",
        "The war went on, and the summit failed.",
        "The War Office denied it.",
        "Peru's Secretary of War resigned.",
        "The Campaign for Clean Rivers collected signatures.",
        "Protests in Lima went on.",
        "The Peruvian invasion failed.",
        "Her agreement was wanted.",
    ],
)
def test_a_description_is_no_name(text: str) -> None:
    assert occasions(text) == []


def test_years_that_share_a_noun_are_occasions_each() -> None:
    found = occasions("She stood in the 1995, 2000 and 2006 elections.")
    assert found == [("1995", "election"), ("2000", "election"), ("2006 elections", "election")]


def test_a_year_after_an_election_is_not_that_of_the_next_one() -> None:
    found = occasions("He won the 2001 Peruvian election, 2006 Peruvian election and a prize.")
    assert [words for words, _ in found] == ["2001 Peruvian election", "2006 Peruvian election"]


WORDS = st.sampled_from(
    ["the", "2001", "1995", "Peruvian", "election", "elections", "War", "of", "Treaty", "Lima",
     "in", "and", ",", "-", "II", "Summit", "party", "by-election", "People's"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_whatever_the_text_names_are_within_a_sentence_and_apart(text: str) -> None:
    doc = load_model()(text)
    found = find_occasions(doc)
    assert all(a.last < b.first for a, b in pairwise(found))
    assert all(doc[o.first].sent == doc[o.last].sent for o in found)


def test_no_noun_is_of_two_kinds() -> None:
    nouns = load_nouns()
    assert not set(nouns.anyhow) & set(nouns.dated)
