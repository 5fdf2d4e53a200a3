"""Text that came from outside, made harmless for a terminal."""

from __future__ import annotations

import unicodedata

from rich.text import Text

# Marks that change the direction of what follows: one in a file's name would rewrite our own line.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """Return the text on one line, without characters that a terminal would obey."""
    return inert(" ".join(text.split()))


def inert(text: str) -> str:
    """Return the text with every character that a terminal would obey shown as a mark instead.

    Line feeds stay.
    """
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_obeyed(ch) else ch for ch in text)


def inert_text(text: Text) -> Text:
    """Return a styled text as it is, or, where it holds something odd, inert and unstyled."""
    clean = inert(text.plain)
    return text if clean == text.plain else Text(clean)


def _is_obeyed(character: str) -> bool:
    if character == "\n":
        return False
    return character in _DIRECTION_MARKS or unicodedata.category(character) == "Cc"
