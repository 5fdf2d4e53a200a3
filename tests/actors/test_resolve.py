"""The whole room: one reading of an article, whichever countries it tells of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.actors.authority import load_authority
from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.language.places import load_places
from reading import cast, parse, who, words_of

# Name, adjective and code of pairs of countries that no rule should tell apart.
PAIRS = [
    (("Norway", "Norwegian", "NOR"), ("Peru", "Peruvian", "PER")),
    (("Cuba", "Cuban", "CUB"), ("Russia", "Russian", "RUS")),
    (("Canada", "Canadian", "CAN"), ("Iran", "Iranian", "IRN")),
    (("Ghana", "Ghanaian", "GHA"), ("Japan", "Japanese", "JPN")),
    (("Israel", "Israeli", "ISR"), ("Brazil", "Brazilian", "BRA")),
]
STORY = (
    "Pedro Soto, {one}'s interior minister, met his {adjective} counterpart, Juan Brito, in March.",
    "Soto praised {other}. The {adjective} government said it would send police officers.",
    "The {first} minister thanked the {adjective} interior ministry.",
)


def told(one: tuple[str, str, str], other: tuple[str, str, str]) -> Cast:
    filled = {"one": one[0], "first": one[1], "other": other[0], "adjective": other[1]}
    return cast(*(paragraph.format(**filled) for paragraph in STORY))


def structure(found: Cast, *codes: str) -> list[tuple[object, ...]]:
    """Each mention's form, kind, rule and appearance; countries by their part in the story."""
    return [
        (
            m.form.value,
            m.kind.value,
            m.how.rule,
            m.appearance,
            codes.index(seen.country) if seen.country in codes else seen.country,
            seen.kind.value,
            seen.sectors,
        )
        for m in found.mentions
        if (seen := found.who(m)) is not None
    ]


@pytest.mark.parametrize(("one", "other"), [*PAIRS, *(pair[::-1] for pair in PAIRS)])
def test_other_countries_give_the_same_structure(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    norm = PAIRS[0]
    expected = structure(told(*norm), norm[0][2], norm[1][2])
    assert structure(told(one, other), one[2], other[2]) == expected


def test_the_story_has_the_cast_it_should_have() -> None:
    found = told(*PAIRS[0])
    assert [(a.name, a.kind.value, a.country) for a in found.appearances] == [
        ("Pedro Soto", "person", "NOR"),
        ("Norway", "state", "NOR"),
        ("Juan Brito", "person", "PER"),
        ("Peru", "state", "PER"),
        ("police officers", "group", None),
        ("the Peruvian interior ministry", "body", "PER"),
    ]
    assert who(found, "The Norwegian minister") == who(found, "Pedro Soto")


def test_mentions_point_at_their_appearance_and_stand_at_their_head() -> None:
    found = told(*PAIRS[0])
    read = parse(*(p for p in ("Norway thanked Peru.",)))
    again = find_cast(read, load_authority(), load_places())
    assert [m.quote.words for t in read.doc if (m := again.at(t))] == words_of(again)
    assert [a.number for a in found.appearances] == list(range(len(found.appearances)))


def test_appearances_come_in_the_order_of_their_first_mention() -> None:
    found = cast("Norway thanked Peru. Chile thanked Norway.")
    assert [a.country for a in found.appearances] == ["NOR", "PER", "CHL"]


def test_a_missing_country_has_its_reason() -> None:
    (group,) = cast("Farmers blocked the road.").appearances
    assert group.country is None
    assert any("no country" in note for note in group.how.detail)


def test_an_article_about_nobody_has_no_cast() -> None:
    found = cast("It rained. The roads were wet.")
    assert (found.appearances, found.mentions, dict(found.heads)) == ((), (), {})


def test_an_undated_article_is_read_too() -> None:
    found = cast("President Miguel Díaz-Canel spoke. The Cuban leader left.", published=None)
    assert "The Cuban leader" in words_of(found)


WORDS = st.sampled_from(
    [
        *"the a his its they he she former then and of in said met told praised since".split(),
        *"minister counterpart leader government ministry spokesman sources army police".split(),
        *"Soto Ana Peru Peruvian Lima Norway Kremlin Zelensky Monday Minister President".split(),
        *"2012 , . ; ( ) — ’s 's “ ” ( MININT U.S. EU Díaz-Canel".split(),
        *[
            "thousands of",
            "Ministry of",
            "Mr.",
            "İ",
            "ß",
            "🙂",
            "e\u0301",
            "\u200b",
            "\u00ad",
            "中国",
        ],
    ]
)
TEXTS = st.lists(
    st.lists(WORDS | st.text(max_size=4), min_size=1, max_size=12).map(" ".join),
    min_size=1,
    max_size=3,
).filter(lambda paragraphs: any(p.strip() for p in paragraphs))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_whatever_the_text_every_mention_quotes_it_and_no_reading_differs(
    paragraphs: list[str],
) -> None:
    read = parse(*paragraphs)
    found = find_cast(read, load_authority(), load_places())
    for at, mention in found.heads.items():
        head, quote = read.doc[at], mention.quote
        assert read.article.text[quote.start : quote.end] == quote.words
        assert quote.start <= head.idx < quote.end
        assert mention.sentence == read.sentence_of(head).number
        assert mention.appearance is not None
        assert found.appearances[mention.appearance].number == mention.appearance
    alone = [m for m in found.mentions if m in found.heads.values()]
    assert alone == list(found.heads.values())
    aside = [m for m in found.mentions if m.appearance is None]
    assert all(read.article.text[m.quote.start : m.quote.end] == m.quote.words for m in aside)
    shown = {m.appearance for m in found.mentions if m.appearance is not None}
    assert shown == {a.number for a in found.appearances}
    assert len({a.key for a in found.appearances}) == len(found.appearances)
    assert find_cast(parse(*paragraphs), load_authority(), load_places()) == found


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_whatever_the_text_names_do_not_overlap(paragraphs: list[str]) -> None:
    named = [m.quote for m in cast(*paragraphs).mentions if m.how.rule == "actors.person_name"]
    assert all(a.end <= b.start for a, b in pairwise(sorted(named)))
