"""Other countries and names, the same sentence: forms kept, spans kept, articles mended."""

from __future__ import annotations

import pytest

from dragoman.actors.authority import load_authority
from training.countries import Country, partners
from training.invented_names import cast_of, persons_in
from training.markup import Item, parse_items, to_markup
from training.swap import Pair, swapped_pairs

HEAD = "@ CONSULT visit | happened | narrator | diplomatic\n"
CAST = """\
[actor: Kenya's finance minister, Joseph Wanjohi-Orem,] [cue: left].
[actor: The Peruvian envoy, Carlos Quispillo,] [cue: left].
"""


def items(*texts: str) -> tuple[Item, ...]:
    return parse_items("\n\n".join(HEAD + text for text in texts), "f")


def twin(text: str, seed: int = 1) -> Pair:
    return swapped_pairs(items(text), seed)[0]


def incoming(pair: Pair, iso3: str) -> Country:
    new = dict(pair.countries)[iso3]
    return next(country for country in partners() if country.iso3 == new)


@pytest.mark.parametrize("seed", range(8))
def test_each_form_becomes_the_same_form_of_one_other_country(seed: int) -> None:
    pair = twin("[actor: Kenya] [cue: sent] nine Kenyans and a Kenyan cook from Nairobi.", seed)
    new = incoming(pair, "KEN")
    article = "an" if new.adjective[0] in "AEIO" else "a"
    assert pair.twin.text == (
        f"{new.name} sent nine {new.people} and {article} {new.adjective} cook from {new.capital}."
    )


@pytest.mark.parametrize("seed", range(8))
def test_two_countries_become_two_others(seed: int) -> None:
    pair = twin("[actor: Peru] [cue: met] [recipient: Chile].", seed)
    assert len({code for both in pair.countries for code in both}) == 4


@pytest.mark.parametrize("seed", range(8))
def test_spans_mark_the_same_parts(seed: int) -> None:
    pair = twin(
        "An [actor: Angolan envoy] [cue: met] [recipient: Oman's sultan] [place: in Muscat].", seed
    )
    words = [pair.twin.words(span) for span in pair.twin.spans]
    angola, oman = incoming(pair, "AGO"), incoming(pair, "OMN")
    assert words == [
        f"{angola.adjective} envoy",
        "met",
        f"{oman.name}'s sultan",
        f"in {oman.capital}",
    ]


def test_the_twin_is_sound_markup_with_the_same_labels() -> None:
    pair = twin("[actor,speaker: Ghana's army] [cue,said: said] so [date: on Monday].")
    assert parse_items(to_markup(pair.twin), "f") == (pair.twin,)
    assert [(s.label, s.number) for s in pair.twin.spans] == [
        (s.label, s.number) for s in pair.item.spans
    ]
    assert pair.twin.events == pair.item.events


def test_the_same_seed_gives_the_same_twin() -> None:
    text = "[actor: Peru] [cue: met] [recipient: Chile]."
    assert twin(text, 3) == twin(text, 3)
    assert len({twin(text, seed).twin.text for seed in range(6)}) > 1


def test_a_bare_apostrophe_gets_its_s() -> None:
    text = twin("[actor: Honduras' army] [cue: left].").twin.text
    assert text.endswith("'s army left.")


@pytest.mark.parametrize(
    "text",
    [
        "[actor: The mayor] [cue: met] [recipient: a bishop].",
        "[actor: The US] [cue: met] [recipient: Oman].",
        "[actor: Brussels] [cue: met] [recipient: Oman].",
        "[actor: The Kremlin] [cue: met] [recipient: Oman].",
        "[actor: The French] [cue: met] [recipient: Oman].",
        "MUSCAT, Monday. [actor: Oman] [cue: met] [recipient: Peru].",
        "[actor: South Sudan's ruler] and the south of the Netherlands [cue: met].",
    ],
)
def test_what_has_no_like_form_is_left_alone(text: str) -> None:
    assert swapped_pairs(items(text)) == ()


def test_an_irregular_adjective_before_its_noun_is_exchanged() -> None:
    pair = twin("[actor: The French minister] [cue: left].")
    assert pair.twin.text == f"The {incoming(pair, 'FRA').adjective} minister left."


def test_a_person_becomes_another_of_the_corpus() -> None:
    first, second = swapped_pairs(items(*CAST.splitlines()))
    assert "Carlos Quispillo" in first.twin.text
    assert "Joseph Wanjohi-Orem" in second.twin.text


def test_a_family_name_alone_follows_its_person() -> None:
    lines = [
        *CAST.splitlines(),
        "[actor: Ghana's envoy, Peter Ansaru,] [cue: left]; Ansaru was late.",
    ]
    text = swapped_pairs(items(*lines))[2].twin.text
    assert "Ansaru" not in text
    family = text.split(",")[1].split()[-1]
    assert text.endswith(f"left; {family} was late.")


def test_a_calling_tells_a_person_whose_given_name_is_in_no_list() -> None:
    (item,) = items(
        "[actor: Oman's envoy, Quimbo Alkindri,] [cue: met] [recipient: Judge Zuzi Bo]."
    )
    names = [person.name for person in persons_in(item, load_authority())]
    assert names == ["Quimbo Alkindri", "Zuzi Bo"]


def test_no_man_becomes_a_she() -> None:
    lines = [*CAST.splitlines(), "[actor: Ghana's envoy, Abla Ansaru,] [cue: left] with her aide."]
    assert "Abla Ansaru" in swapped_pairs(items(*lines))[2].twin.text


def test_persons_are_known_by_a_given_name_and_their_country() -> None:
    authority = load_authority()
    (item,) = items(
        "[actor: Peru's envoy, Carlos Quispillo,] [cue: met] [recipient: the Red Cross]."
    )
    (person,) = persons_in(item, authority)
    assert (person.name, person.family, person.iso3) == ("Carlos Quispillo", "Quispillo", "PER")
    assert cast_of([item, item], authority) == (person,)


def test_partners_have_words_that_mean_nothing_else() -> None:
    authority = load_authority()
    for country in partners():
        for word in (country.name, country.adjective, country.people, country.capital):
            assert [entry.id for entry in authority.lookup(word)] == [f"state:{country.iso3}"]
    assert len(partners()) > 50
