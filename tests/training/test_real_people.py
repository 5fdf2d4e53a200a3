"""Office-holders of the tables are noticed; invented persons and bare offices are not."""

from __future__ import annotations

from dragoman.actors.authority import load_authority
from training.markup import parse_items
from training.real_people import Hit, real_people


def hits(text: str) -> tuple[Hit, ...]:
    head = "@ CONSULT visit | happened | narrator | diplomatic\n"
    return real_people(parse_items(head + text, "f"), load_authority())


def test_a_whole_name_is_noticed_wherever_it_stands() -> None:
    (hit,) = hits("They [cue: met] in the house where William Ruto was born.")
    assert (hit.words, hit.person) == ("William Ruto", "William Ruto")


def test_a_name_without_its_middle_is_noticed() -> None:
    assert [hit.person for hit in hits("Ana [cue: met] Vladimir Putin's cook.")] != []


def test_a_leaders_family_name_beside_the_country_is_noticed() -> None:
    (hit,) = hits("[actor: Kenya's president, Ruto,] [cue: met] them.")
    assert hit.why == "family name of that country's leader"


def test_a_leaders_family_name_in_another_country_is_not() -> None:
    assert hits("[actor: The Danish fisherman Ruto] [cue: met] them.") == ()


def test_invented_persons_and_offices_are_not_noticed() -> None:
    minister = "[actor: Zambia's defence minister, Clement Mbala,]"
    assert hits(f"{minister} [cue: met] [recipient: the French president].") == ()
