from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SourceError
from dragoman.sources.decoding import clean_text, decode

WORDS = "The minister’s café in São Paulo opened – at last. It cost £4."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_the_common_encodings_of_news_are_read(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_latin_1_is_read() -> None:
    words = "La ministre a déclaré que l'été serait chaud à Genève."
    assert decode(words.encode("latin-1")) == words


def test_cyrillic_in_an_older_encoding_is_read() -> None:
    words = "Министр внутренних дел прибыл в столицу с официальным визитом в понедельник."
    assert decode(words.encode("cp1251")) == words


def test_a_declared_encoding_is_believed_where_the_bytes_are_not_utf_8() -> None:
    page = '<meta charset="iso-8859-2"><p>Gdańsk, Łódź</p>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


def test_utf_8_cut_in_a_character_is_still_utf_8() -> None:
    words = "São Paulo, Bogotá, Malmö, Zürich, Córdoba, Łódź, café"
    assert decode(words.encode()[:-1]).startswith("São Paulo, Bogotá, Malmö")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text", b"PK\x03\x04rest", b"\x89PNG\r\n\x1a\n", b"SQLite format 3\x00more",
        bytes(range(256)) * 20, b"\x00\x01\x02\x00\x00" * 100,
    ],
)  # fmt: skip
def test_a_binary_file_is_not_text(data: bytes) -> None:
    with pytest.raises(SourceError, match="not text"):
        decode(data)


def test_stray_controls_are_removed_and_the_text_stays() -> None:
    assert decode(b"The min\x00ister\x07 came on Monday at noon.") == (
        "The minister came on Monday at noon."
    )


def test_invisible_characters_go_and_right_to_left_letters_stay() -> None:
    assert clean_text("\u200fשלום\u202e \u200bworld\ufeff\u00ad") == "שלום world"


@given(st.text())
def test_clean_text_is_normal_and_cleaning_it_again_changes_nothing(text: str) -> None:
    clean = clean_text(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean_text(clean) == clean
    clean.encode("utf-8")


@given(st.binary())
def test_any_bytes_decode_to_clean_text_or_are_refused(data: bytes) -> None:
    with suppress(SourceError):
        assert "\x00" not in decode(data)


def test_bytes_without_any_white_space_are_no_legacy_text() -> None:
    with pytest.raises(SourceError, match="not text"):
        decode(bytes([0x80, 0x81, 0xFE, 0xFF, 0x9D, 0x8F]) * 400)
