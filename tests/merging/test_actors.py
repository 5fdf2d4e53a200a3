from __future__ import annotations

import random

import pytest
from builders import a_judgement, an_appearance
from hypothesis import given
from hypothesis import strategies as st

from dragoman.merging.actors import join_appearances
from dragoman.model.actor import ActorKind, Appearance
from dragoman.model.event import Verdict
from dragoman.model.ids import stable_id


def in_articles(*appearances: Appearance) -> list[tuple[str, Appearance]]:
    return [(f"ART-{n}", appearance) for n, appearance in enumerate(appearances)]


def who_is_one(*appearances: Appearance) -> list[list[int]]:
    """The classes, as the places of the appearances in the call."""
    joined = join_appearances(in_articles(*appearances))
    return sorted([int(article[4:]) for article, _ in actor.appearances] for actor in joined)


def are_one(*appearances: Appearance) -> bool:
    return len(who_is_one(*appearances)) == 1


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("RUS", ["Kolokoltsev", "Vladimir Kolokoltsev", "Vladimir Alexandrovich Kolokoltsev"]),
        ("RUS", ["Vladimir Kolokoltsev", "Vladimir Kolokol'tsev", "Wladimir Kolokoltzev"]),
        ("RUS", ["Sergey Lavrov", "Sergei Lavrov", "Sergej Lawrow", "Serguei Lavrov"][:3]),
        ("RUS", ["Mikhail Gorbachev", "Mikhail Gorbachyov", "Mihail Gorbachev"]),
        ("UKR", ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy"]),
        ("CUB", ["Díaz-Canel", "Miguel Diaz-Canel Bermúdez", "Miguel Díaz-Canel"]),
        ("CUB", ["Miguel Mario Díaz-Canel y Bermúdez", "Miguel Díaz-Canel", "Miguel Diaz Canel"]),
        ("MEX", ["Andrés Manuel López Obrador", "López Obrador", "Andres Lopez Obrador"]),
        ("SYR", ["Bashar al-Assad", "Bashar Assad", "Assad", "Bashar el-Assad"]),
        ("PRK", ["Kim Jong Un", "Kim Jong-un", "Kim"]),
        ("CHN", ["Xi Jinping", "Xi", "President Xi Jinping"]),
        ("SAU", ["Mohammed bin Salman", "Muhammad bin Salman", "Mohamed Bin Salman"]),
    ],
)
def test_the_spellings_of_one_name_are_one_actor(country: str, names: list[str]):
    assert are_one(*(an_appearance(name, country=country) for name in names))


@pytest.mark.parametrize(
    ("country", "one", "other"),
    [
        ("CUB", "Raúl Castro", "Fidel Castro"),
        ("USA", "George H. W. Bush", "George W. Bush"),
        ("USA", "Donald Trump", "Donald Trump Jr."),
        ("PRK", "Kim Jong Un", "Kim Jong Il"),
        ("CUB", "Fidel Castro Ruz", "Fidel Castro Díaz-Balart"),
        ("PAN", "Juan Carlos", "Juan Carlos Varela"),
        ("RUS", "Sergei Ivanov", "Viktor Ivanov"),
        ("RUS", "Sergei Ivanov", "Sergei Ivanchenko"),
        ("CHN", "Li Keqiang", "Li Peng"),
    ],
)
def test_different_people_of_one_surname_stay_apart(country: str, one: str, other: str):
    assert not are_one(an_appearance(one, country=country), an_appearance(other, country=country))


def test_countries_that_contradict_keep_namesakes_apart():
    brazilian = an_appearance("Carlos Costa", country="BRA")
    assert not are_one(brazilian, an_appearance("Carlos Costa", country="AGO"))
    assert are_one(brazilian, an_appearance("Carlos Costa"))


def test_a_name_of_unknown_country_joins_none_of_two_namesakes():
    one = an_appearance("Carlos Costa", country="BRA")
    other = an_appearance("Carlos Costa", country="AGO")
    assert who_is_one(one, other, an_appearance("Carlos Costa")) == [[0], [1], [2]]


def test_a_bare_surname_with_two_candidates_joins_neither():
    raul, fidel = (an_appearance(f"{n} Castro", country="CUB") for n in ("Raúl", "Fidel"))
    bare = an_appearance("Castro", country="CUB")
    assert who_is_one(raul, fidel, bare, bare) == [[0], [1], [2], [3]]


def test_a_bare_surname_with_an_office_takes_the_candidate_who_holds_it():
    lavrov = an_appearance("Anton Orlov", country="RUS", office="foreign minister")
    other = an_appearance("Pavel Orlov", country="RUS", office="mayor")
    bare = an_appearance("Orlov", country="RUS", office="Foreign Minister")
    assert who_is_one(lavrov, other, bare) == [[0, 2], [1]]


def test_a_name_that_fits_father_and_son_joins_neither():
    father = an_appearance("George H. W. Bush", country="USA")
    son = an_appearance("George W. Bush", country="USA")
    assert who_is_one(father, son, an_appearance("George Bush", country="USA")) == [[0], [1], [2]]


def test_one_key_made_of_a_surname_does_not_join_two_people():
    one = an_appearance("Raúl Castro", "Castro", country="CUB", key="person:castro")
    other = an_appearance("Fidel Castro", "Castro", country="CUB", key="person:castro")
    joined = join_appearances(in_articles(one, other))
    assert len({actor.actor.id for actor in joined}) == 2


def test_two_authority_keys_are_two_people_whatever_their_names():
    one = an_appearance("George Bush", country="USA", key="person:bush-41")
    other = an_appearance("George Bush", country="USA", key="person:bush-43")
    assert not are_one(one, other)


def test_a_surname_that_an_authority_knows_is_not_given_to_a_namesake():
    known = an_appearance("Castro", country="CUB", key="person:raul-castro-ruz")
    fidel = an_appearance("Fidel Castro", country="CUB")
    assert who_is_one(known, fidel, known) == [[0, 2], [1]]
    bare = an_appearance("Castro", country="CUB")
    assert who_is_one(known, fidel, bare) == [[0], [1], [2]]


def test_two_names_that_one_article_keeps_apart_stay_apart():
    raul = an_appearance("Raúl Castro", country="CUB")
    bare = an_appearance("Castro", country="CUB", number=1)
    assert len(join_appearances([("ART-1", raul), ("ART-1", bare)])) == 2
    spelt = an_appearance("Raul Castro", country="CUB", number=1)
    assert len(join_appearances([("ART-1", raul), ("ART-1", spelt)])) == 1


def test_a_state_is_one_by_its_key_under_all_its_names():
    names = ("Cuba", "Republic of Cuba", "the island")
    told = (an_appearance(n, kind=ActorKind.STATE, country="CUB", key="state:CUB") for n in names)
    (joined,) = join_appearances(in_articles(*told))
    assert joined.actor.id == stable_id("ACT", "state:CUB")


def test_genders_that_contradict_keep_a_bare_surname_out():
    full = an_appearance("Anna Orlova", country="RUS", gender="female")
    assert not are_one(full, an_appearance("Orlova", country="RUS", gender="male"))


def a_body(name: str, *others: str, country: str | None = "CUB", **more: str) -> Appearance:
    return an_appearance(name, *others, kind=ActorKind.BODY, country=country, **more)


def test_a_ministry_is_one_body_in_every_word_order():
    assert are_one(a_body("Ministry of the Interior"), a_body("Interior Ministry"))


def test_an_acronym_joins_where_some_appearance_gives_both_names():
    ministry, short = a_body("Ministry of the Interior"), a_body("MININT")
    assert not are_one(ministry, short)
    assert are_one(ministry, short, a_body("Interior Ministry", "MININT"))


def test_ministries_of_two_countries_are_two():
    assert not are_one(a_body("Interior Ministry"), a_body("Interior Ministry", country="RUS"))


def test_a_ministry_of_no_known_country_is_its_articles_own():
    unknown = a_body("Interior Ministry", country=None, key="body:?:interior ministry")
    assert who_is_one(unknown, unknown, a_body("Interior Ministry")) == [[0], [1], [2]]


def test_a_name_too_general_joins_nothing():
    assert not are_one(a_body("the police", key="body:CUB:a"), a_body("police", key="body:CUB:b"))


def test_unnamed_sources_are_each_articles_own():
    sources = an_appearance("diplomatic sources", kind=ActorKind.UNNAMED)
    joined = join_appearances(in_articles(sources, sources))
    assert len({actor.actor.id for actor in joined}) == 2


def test_groups_join_by_key_only_where_the_key_says_more_than_their_words():
    crowd = an_appearance("thousands of Cubans", kind=ActorKind.GROUP, country="CUB")
    assert not are_one(crowd, crowd)
    people = an_appearance("thousands of Cubans", kind=ActorKind.GROUP, key="group:CUB:people")
    assert are_one(people, people)


def test_a_judgement_wins_and_the_last_one_stands():
    raul, fidel = (an_appearance(f"{n} Castro", country="CUB") for n in ("Raúl", "Fidel"))
    told = in_articles(raul, fidel)
    one, other = (actor.actor.id for actor in join_appearances(told))
    same = a_judgement(one, Verdict.SAME, other)
    assert len(join_appearances(told, [same])) == 1
    undone = a_judgement(other, Verdict.DIFFERENT, one, hour=10)
    assert len(join_appearances(told, [undone, same])) == 2


def test_a_judgement_may_name_keys():
    full = an_appearance("Vladimir Kolokoltsev", country="RUS")
    bare = an_appearance("Kolokoltsev", country="RUS")
    parted = a_judgement(full.key, Verdict.DIFFERENT, bare.key)
    assert len(join_appearances(in_articles(full, bare), [parted])) == 2


def test_the_joined_actor_keeps_every_name_and_the_fullest_frequent_one_in_front():
    full = an_appearance("Miguel Díaz-Canel", "Díaz-Canel", country="CUB", sectors=("GOV",))
    fuller = an_appearance("Miguel Díaz-Canel Bermúdez", country="CUB", sectors=("ELI", "GOV"))
    bare = an_appearance("Díaz-Canel")
    (joined,) = join_appearances(in_articles(full, full, fuller, bare, bare, bare))
    assert joined.actor.name == "Miguel Díaz-Canel"
    assert set(joined.actor.names) == {
        "Miguel Díaz-Canel",
        "Miguel Díaz-Canel Bermúdez",
        "Díaz-Canel",
    }
    assert (joined.actor.country, joined.actor.sectors) == ("CUB", ("GOV", "ELI"))
    assert len(joined.appearances) == 6


def test_an_actor_is_private_only_where_every_reading_says_so():
    private = an_appearance("Pedro Prueba", country="CUB", private=True)
    public = an_appearance("Pedro Prueba", country="CUB")
    assert join_appearances(in_articles(private, private))[0].actor.private
    assert not join_appearances(in_articles(private, public))[0].actor.private


def test_the_id_comes_from_the_authoritys_key_and_never_from_a_surname():
    known = an_appearance("Vladimir Kolokoltsev", country="RUS", key="person:rus-interior-7")
    local = an_appearance(
        "Vladimir Alexandrovich Kolokoltsev", country="RUS", key="person:alexandrovich-kolokoltsev"
    )
    bare = an_appearance("Kolokoltsev", country="RUS", key="person:kolokoltsev")
    full = an_appearance("Vladimir Kolokoltsev", country="RUS")
    (alone,) = join_appearances(in_articles(full, bare))
    assert alone.actor.id == stable_id("ACT", full.key)
    (with_known,) = join_appearances(in_articles(bare, local, full, known))
    assert with_known.actor.id == stable_id("ACT", known.key)


MANY = [
    an_appearance(name, country=country)
    for name in (
        "Castro", "Raúl Castro", "Fidel Castro", "Fidel Castro Ruz", "Raul Castro Ruz", "F. Castro",
        "George Bush", "George W. Bush", "George H. W. Bush", "Bush", "Miguel Díaz-Canel",
        "Miguel Diaz-Canel Bermúdez", "Díaz-Canel", "Diaz Canel",
    )
    for country in ("CUB", "USA", None)
]  # fmt: skip


@given(st.lists(st.sampled_from(MANY), min_size=1, max_size=14), st.integers())
def test_the_order_of_reading_changes_nothing(appearances: list[Appearance], seed: int):
    told = in_articles(*appearances)
    shuffled = random.Random(seed).sample(told, len(told))  # noqa: S311
    joined = join_appearances(told)
    assert joined == join_appearances(shuffled)
    assert sorted(p for actor in joined for p in actor.appearances) == sorted(
        (a, 0) for a, _ in told
    )
    assert len({actor.actor.id for actor in joined}) == len(joined)


@given(st.lists(st.sampled_from(MANY), min_size=2, max_size=10), st.data())
def test_what_a_person_called_different_never_meets(
    appearances: list[Appearance], data: st.DataObject
):
    told = in_articles(*appearances)
    ids = st.sampled_from([joined.actor.id for joined in join_appearances(told)])
    pairs = data.draw(st.lists(st.tuples(ids, ids), max_size=4))
    same = [a_judgement(a, Verdict.SAME, b, hour=n) for n, (a, b) in enumerate(pairs[1:]) if a != b]
    one, other = pairs[0] if pairs and pairs[0][0] != pairs[0][1] else (None, None)
    if one is None or other is None:
        return
    parted = a_judgement(one, Verdict.DIFFERENT, other, hour=20)
    before = {joined.actor.id: set(joined.appearances) for joined in join_appearances(told)}
    for joined in join_appearances(told, [*same, parted]):
        assert not (
            before[one] <= set(joined.appearances) and before[other] <= set(joined.appearances)
        )
