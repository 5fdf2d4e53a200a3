"""Accents off, length kept, so that offsets into the folded text are offsets into the text."""

from __future__ import annotations

import re
import unicodedata

# A word is letters and digits: "U.S." is two words and "Diaz-Canel" two, both found by their whole.
WORD = re.compile(r"[^\W_]+")

# Letters that Unicode does not take apart, and the marks that typesetters vary.
_SPECIAL = {
    "Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d",
    "ı": "i", "Ə": "A", "ə": "a", "Ħ": "H", "ħ": "h", "Ŧ": "T", "ŧ": "t",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u02bb": "'", "`": "'", "\u00b4": "'",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-",
}  # fmt: skip


class _Folds(dict[int, str]):
    """One character for one character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _SPECIAL.get(char) or unicodedata.normalize("NFD", char)[0]
        self[code] = " " if base.isspace() else base
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text with accents, typographic quotes and odd spaces made plain; its length is kept.

    Meant for composed text (NFC), as the readers leave it: a combining mark stays where it is.
    """
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    return text.translate(_FOLDS)
