"""How words are matched: names by whole words, text by full-text search."""

from __future__ import annotations

import re
import unicodedata

from dragoman.actors.folding import WORD, fold

_ASKED = re.compile(r'"([^"]*)"|([^\s"]+)')


def folded(text: str) -> str:
    """Return the words of a text without accents and case, with a space around every word.

    So one text holds the words of another, in their order, exactly when its folded form holds the
    other's: ``folded("Díaz-Canel")`` is ``" diaz canel "``. Empty for a text without words.
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", plain)
    bare = "".join(char for char in apart if not unicodedata.combining(char))
    words = WORD.findall(fold(bare))
    return f" {' '.join(words)} " if words else ""


def match_query(asked: str) -> str | None:
    """Return an FTS5 query that finds all that was asked for, or None if it holds no word.

    Words in double quotes must stand together; a word that ends in ``*`` matches its beginning.
    Everything else is taken as plain words, so no input is an error.
    """
    phrases = [
        _phrase(quoted, prefix=False) if quoted else _phrase(word, prefix=word.endswith("*"))
        for quoted, word in _ASKED.findall(asked)
    ]
    return " ".join(phrase for phrase in phrases if phrase) or None


def storable(asked: str) -> str:
    """Return a text that SQLite can compare: half surrogate pairs, which no row holds, are "?"."""
    return asked.encode("utf-8", "replace").decode()


def _phrase(words: str, *, prefix: bool) -> str:
    # FTS5's own tokenizer splits what stands in double quotes; only these could end the quote
    kept = storable(words.replace('"', " ").replace("\0", " "))
    return f'"{kept}"{"*" if prefix else ""}' if WORD.search(kept) else ""
