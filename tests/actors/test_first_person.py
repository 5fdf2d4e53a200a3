"""In quoted speech "I" is the speaker, and an official's "we" the state spoken for."""

from __future__ import annotations

from reading import cast, who, words_of

MINISTER = "Pedro Soto, Peru's interior minister,"


def test_i_is_who_is_quoted() -> None:
    found = cast(f'"I will not resign," {MINISTER} said.')
    assert who(found, "I").name == "Pedro Soto"


def test_we_of_an_official_is_the_state() -> None:
    found = cast(f'"We will pay," {MINISTER} said.')
    assert who(found, "We").name == "Peru"


def test_we_of_anybody_else_is_nobody() -> None:
    assert "We" not in words_of(cast('"We will pay," Ana Lima said.'))


def test_i_outside_a_quotation_is_nobody() -> None:
    assert "I" not in words_of(cast(f"I met {MINISTER} in Cusco."))


def test_a_speaker_goes_on_in_the_next_quotation() -> None:
    found = cast(f'"It rained," {MINISTER} said. "I got wet."')
    assert who(found, "I").name == "Pedro Soto"


def test_nobody_speaks_of_himself_as_he() -> None:
    found = cast(f'{MINISTER} met Juan Ruiz. "He is ill," Soto said.')
    assert who(found, "He").name == "Juan Ruiz"
