"""A given name lets pronouns agree, and says nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.given_names import given_gender
from reading import cast, who


def test_a_given_name_agrees_with_its_pronoun() -> None:
    found = cast("Teresa Ruiz debated with Pedro Soto. He left early.")
    assert who(found, "He").name == "Pedro Soto"


def test_a_given_name_is_no_fact_about_anybody() -> None:
    assert who(cast("Senator Teresa Ruiz debated in Cusco."), "Senator Teresa Ruiz").gender is None


def test_a_surname_alone_tells_no_gender() -> None:
    assert given_gender("Teresa Ruiz") == "female"
    assert given_gender("Teresa") is None


@given(st.text())
def test_any_text_is_a_name_of_one_gender_or_none(name: str) -> None:
    assert given_gender(name) in {"female", "male", None}
