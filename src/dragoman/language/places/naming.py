"""Keys of place names: one spelling for the many that news and gazetteers use."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart.
_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "a", "ħ": "h", "ŧ": "t", "æ": "ae",
    "œ": "oe", "þ": "th", "ß": "ss",
})  # fmt: skip
# Marks inside a word that writers leave out: the apostrophes of "Sana'a", the points of "U.S.".
_DROPPED = re.compile(r"['\u2018\u2019\u02bc\u02bb\u02bf\u02be\u0060\u00b4.]")
_PARTED = re.compile(r"[^\w]+|_+")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARTICLES = frozenset({"the", "al", "el", "as", "ar", "ad", "ash"})


def place_key(name: str) -> str:
    """Return the key of a place name: lower case, no accents, points or apostrophes.

    "St. Étienne" and "Saint-Etienne" have one key. Empty for a name without letters or digits.
    """
    plain = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    words = _PARTED.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1:
        words = [_WRITTEN_OUT.get(word, word) for word in words]
    return " ".join(words)


def bare_key(key: str) -> str:
    """Return a key without an article in front ("the gambia", "al hudaydah"), if a word is left."""
    first, _, rest = key.partition(" ")
    return rest if rest and first in _ARTICLES else key
