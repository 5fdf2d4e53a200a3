"""Places by a noun in the name, or by two signs."""

from __future__ import annotations

from dragoman.model.actor import MentionKind
from reading import cast, mention, words_of


def test_a_noun_tells_a_place() -> None:
    said = mention(cast("Nurses in Quillby County met."), "Quillby County")
    assert said.kind is MentionKind.PLACE
    assert said.place is not None
    assert said.place.precision == "region"


def test_a_realm_is_a_country() -> None:
    said = mention(cast("Traders reached the Duchy of Soto."), "Duchy of Soto")
    assert said.place is not None
    assert said.place.precision == "country"


def test_one_sign_is_not_enough() -> None:
    assert "Ruritan" not in words_of(cast("Ruritan rose early."))
