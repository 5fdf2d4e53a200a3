"""Which runs of capitalised words are names, and of what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.actors.authority import load_authority
from dragoman.actors.names import NameKind, find_names
from reading import parse


def names(*paragraphs: str, headings: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = find_names(parse(*paragraphs, headings=headings), load_authority())
    return [(n.words, n.kind.value) for n in found if n.kind is not NameKind.UNKNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell all Monday and on the first Sunday in March.",
        "Nobody came. Snow followed in December. However, trade went on. Spring arrived.",
        "Fishing resumed. Prices fell. Nothing else changed. Perhaps it will in May.",
        "Yesterday the harbour opened. Thousands came. Everybody cheered. I left.",
        "On Christmas Day the shops closed. English is spoken there.",
    ],
)
def test_ordinary_words_with_a_capital_name_nobody(text: str) -> None:
    people_and_bodies = [row for row in names(text) if row[1] != "state"]
    assert people_and_bodies == []


@pytest.mark.parametrize(
    "heading",
    [
        "New Harbour Rules Anger Coastal Towns",
        "What Happens Next",
        "Talks Fail Again After Long Night",
        "Old Bridge To Reopen Next Week",
    ],
)
def test_a_heading_in_title_case_names_nobody(heading: str) -> None:
    assert names("The harbour opened.", headings=(heading,)) == []


def test_a_name_in_a_heading_counts_when_the_text_has_it_too() -> None:
    found = names("Ana Soto, Peru's health minister, spoke.", headings=("Ana Soto Speaks",))
    assert found.count(("Ana Soto", "person")) >= 1


def test_a_title_is_kept_apart_from_the_name() -> None:
    read = parse("Foreign Minister Ana Soto visited Norway.")
    name = find_names(read, load_authority())[0]
    assert name.words == "Ana Soto"
    assert name.title is not None
    assert read.doc[name.title[0] : name.title[1] + 1].text == "Foreign Minister"


def test_a_title_with_of_ends_before_a_known_name() -> None:
    read = parse("Secretary of State Marco Rubio met reporters.")
    name = find_names(read, load_authority())[0]
    assert name.words == "Marco Rubio"
    assert name.title is not None
    assert read.doc[name.title[0] : name.title[1] + 1].text == "Secretary of State"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Soto, Peru's health minister, met doctors.",
        "Peru's health minister, Ana Soto, met doctors.",
        "Peru's health minister Ana Soto met doctors.",
        "Health Minister Ana Soto met doctors.",
        "Ana Soto is Peru's health minister.",
        "Peru's foreign ministry spokesperson Ana Soto declined to comment.",
    ],
)
def test_a_noun_for_a_person_beside_a_name_makes_it_a_persons(text: str) -> None:
    assert ("Ana Soto", "person") in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Israel Katz, Israel's defence minister, met doctors.", "Israel Katz"),
        ("Foreign Minister Ana Lima visited Norway.", "Ana Lima"),
        ("Ana Lima, Norway's health minister, met doctors.", "Ana Lima"),
    ],
)
def test_a_person_may_be_named_like_a_state_or_a_capital(text: str, name: str) -> None:
    assert (name, "person") in names(text)


def test_such_a_surname_alone_is_the_person_where_it_acts_and_elsewhere_the_town() -> None:
    found = names("Ana Lima, Peru's health minister, spoke. Lima thanked doctors in Lima.")
    assert [row for row in found if "Lima" in row[0]] == [
        ("Ana Lima", "person"),
        ("Lima", "person"),
        ("Lima", "state"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "London Mayor Ana Soto spoke.",
        "Norway Foreign Minister Ana Soto spoke.",
        "Peru's Ana Soto, a minister, spoke.",
    ],
)
def test_a_place_before_a_title_or_an_owner_is_no_part_of_the_name(text: str) -> None:
    assert ("Ana Soto", "person") in names(text)


@pytest.mark.parametrize(
    "body",
    ["Ministry of the Interior", "Ministry of Health", "Ministry of Science and Technology"],
)
def test_a_ministry_is_one_name_through_of_and_and(body: str) -> None:
    assert (body, "body") in names(f"The {body} opened an office.")


def test_of_a_state_is_no_part_of_a_ministrys_name() -> None:
    assert ("Foreign Ministry", "body") in names("The Foreign Ministry of Chile answered.")


def test_a_name_may_hold_small_words_and_hyphens() -> None:
    found = names("Juan de la Cruz-Soto, a mayor, spoke.")
    assert ("Juan de la Cruz-Soto", "person") in found


def test_names_come_in_the_order_of_the_text_and_never_overlap() -> None:
    read = parse("Foreign Minister Ana Soto of Peru met President Emmanuel Macron of France.")
    found = find_names(read, load_authority())
    assert all(a.last < b.first for a, b in pairwise(found))
