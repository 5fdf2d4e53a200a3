"""Bylines: who signs an article."""

from __future__ import annotations

import re

# A name in Latin script: capitalised words, initials, and the small particles of surnames.
_WORD = r"[^\W\d_](?:[^\W\d_]|['’.\-])*"
_PARTICLES = frozenset(
    "al ap ben bin d' da dal de del della den der des di do dos du e el ibn la le los "
    "ter und van von y zu zum zur af av".split()
)
_PARTICLE_OR_NAME = re.compile(rf"{_WORD}$")
_BY = re.compile(r"^\s*(?:written\s+|reported\s+|words\s+|text\s+|story\s+)?by\b[:\s]+", re.I)
_SEPARATORS = re.compile(r"\s*(?:,|;|\||•|·|&|\band\b|\bwith\b)\s*(?:and\s+)?", re.I)
_AFTER_NAMES = re.compile(r"\s+(?:in|at|for|of|from|reporting)\s+.*$|\s*[,|/–—-]\s*$|\s*\(.*\)$")
_EMAIL_OR_HANDLE = re.compile(r"\S*@\S+")

# Bodies that sign as one author; an "and" in their names joins no two people.
_BODY_WORDS = frozenset(
    "agency agencies agence associated board bureau correspondent correspondents desk "
    "editor editorial editors editors' news newsroom newsdesk press reporter reporters "
    "reuters afp ap bloomberg staff team tass upi wire wires writer writers service "
    "monitoring broadcasting network media times post herald".split()
)
_NO_AUTHOR = frozenset(
    {"admin", "administrator", "author", "unknown", "none", "null", "n/a", "web"}
)
_MAX_AUTHOR_WORDS = 6
_MAX_AUTHORS = 12


def authors_in(line: str) -> tuple[str, ...]:
    """Return the names that a byline's words give, without "by"; () when they are no names.

    "Albert Smith and Jane Roe" is two authors; an agency or a desk ("Staff and agencies",
    "The Associated Press") is one, as it stands.
    """
    words = _EMAIL_OR_HANDLE.sub(" ", _BY.sub("", line)).strip(" \t,;:|–—-•·.()")
    words = " ".join(words.split())
    if not words or words.lower() in _NO_AUTHOR:
        return ()
    if is_body(words) and not _people_and_a_body(words):
        return (words,)
    names = tuple(dict.fromkeys(filter(None, map(_trimmed, _SEPARATORS.split(words)))))
    if not names or len(names) > _MAX_AUTHORS or not all(map(_could_sign, names)):
        return ()
    return names


def declared_authors(words: str) -> tuple[str, ...]:
    """Return the authors of a field that is there to name them, whose word is taken.

    What reads as names is parted as in a byline; else a short value is one author as it stands.
    """
    names = authors_in(words)
    if names:
        return names
    words = " ".join(words.split())
    is_name = words.lower() not in _NO_AUTHOR and len(words.split()) <= _MAX_AUTHOR_WORDS
    return (words,) if words and is_name and not words.startswith(("http:", "https:")) else ()


def byline_authors(line: str) -> tuple[str, ...]:
    """Return the authors of a line that is a byline and nothing else ("By Jane Roe"); else ()."""
    return authors_in(line) if _BY.match(line) else ()


def is_body(words: str) -> bool:
    """Return whether the words name a newsroom or an agency rather than a person."""
    return any(word.lower().strip(".,") in _BODY_WORDS for word in words.split())


def _people_and_a_body(words: str) -> bool:
    """Whether one of several signatures is a person's, so that each is an author."""
    names = [part for part in _SEPARATORS.split(words) if part]
    return len(names) > 1 and any(_is_person(name) for name in names)


def _trimmed(name: str) -> str:
    return _AFTER_NAMES.sub("", name).strip(" \t,;:|–—-.")


def _could_sign(name: str) -> bool:
    return is_body(name) or _is_person(name)


def _is_person(name: str) -> bool:
    """Whether a signature reads as a person's name: two to six capitalised words, no numbers."""
    words = name.split()
    if is_body(name) or not 2 <= len(words) <= _MAX_AUTHOR_WORDS:
        return False
    if words[0] == "The" or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(
        _PARTICLE_OR_NAME.match(word) and (word[0].isupper() or word.lower() in _PARTICLES)
        for word in words
    )
