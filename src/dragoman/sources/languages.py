"""Which language a text is in, and whether this version reads it."""

from __future__ import annotations

from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dragoman.errors import SourceError

READ: Final = "en"

NAMES: Final[dict[str, str]] = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""The languages that news is told apart in: those of the larger news agencies' services."""

_JUDGED_LETTERS = 40
"""Below some forty letters (a headline) the identifier is wrong too often to overrule a header."""

_JUDGED_CHARACTERS = 6_000
"""A page of text settles the question; the rest would only cost time."""

_SURE = 0.9
"""A text is refused on a probability of nine in ten: lists of foreign names look foreign."""


def language_of(text: str, *, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of the text's language.

    The text itself decides where it is long enough and clear; else what its page declares
    ("en-GB" and "en_US" are "en"), else English.
    """
    told = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    sample = text[:_JUDGED_CHARACTERS]
    if sum(ch.isalpha() for ch in sample) >= _JUDGED_LETTERS:
        code, probability = _identifier().classify(sample)
        if probability >= _SURE:
            return str(code)
    return told or READ


def refuse_other_languages(code: str) -> None:
    """Raise SourceError, naming the language in English, unless this version reads it."""
    if code != READ:
        named = f"{NAMES[code]} ({code})" if code in NAMES else f"the language {code!r}"
        raise SourceError(
            f"in {named}; this version reads {NAMES[READ]}",
            hint=f"give {NAMES[READ]} coverage of it",
        )


@cache
def _identifier() -> LanguageIdentifier:
    """The identifier has settings of its own, so a library's global one is left alone."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(NAMES))
    return identifier
