from __future__ import annotations

import pytest

from dragoman.errors import SourceError
from dragoman.sources.languages import language_of, refuse_other_languages

TEXTS = {
    "en": "The minister arrived in the capital on Monday and met the president for talks.",
    "es": "El ministro llegó a la capital el lunes y se reunió con el presidente del país.",
    "ar": "وصل وزير الداخلية إلى العاصمة يوم الاثنين والتقى رئيس الجمهورية لإجراء محادثات.",
    "he": "שר הפנים הגיע ביום שני לבירה ונפגש עם נשיא המדינה לשיחות על ביטחון.",
    "ru": "Министр внутренних дел прибыл в столицу в понедельник и встретился с президентом.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert language_of(text) == code


def test_a_short_text_is_in_the_language_its_page_declares() -> None:
    assert language_of("Havana", declared="es-CU") == "es"
    assert language_of("Havana") == "en"


def test_a_clear_text_overrules_its_page() -> None:
    assert language_of(TEXTS["en"], declared="es") == "en"


def test_another_language_is_refused_by_its_english_name() -> None:
    with pytest.raises(SourceError, match=r"in Spanish \(es\); this version reads English"):
        refuse_other_languages("es")
