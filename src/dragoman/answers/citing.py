"""The citation check: a line may name only what its cited sentences name, or resolve to.

A name, a number or a date in a line must stand in one of the cited sentences, or be what the
ledger resolved words of that very sentence to ("he" to the minister, "Monday" to a day). What
does not, cannot be printed: ``CitationList.line`` raises CitationError instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.actors.folding import fold
from dragoman.answers.answer import Citation, Line
from dragoman.errors import CitationError
from dragoman.ledger.stored import ArticleHead
from dragoman.model.quote import Quote


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, and in words all that the ledger resolved from it: names, offices, dates."""

    article: ArticleHead
    sentence: Quote
    resolved: tuple[str, ...] = ()


# Capitalised words that open a line or name a part of it, and so name nobody.
PLAIN_WORDS = frozenset(
    "a about according after an and as at before by for from how in it its no not of on one or "
    "said says since the they this to two unnamed until what when who why with".split()
)
_WORD = re.compile(r"[^\W_]+")
# A word with a capital or a figure in it, and more of them behind a blank or a hyphen: names,
# numbers, and the ids in pseudonyms, which are one word each however they are spelt.
_NAMING_WORD = r"[a-z]*[^\W_a-z][\w'’]*(?:[.,]\d+|\.[^\W_]+)*"
_NAME_OR_NUMBER = re.compile(rf"(?<![^\W_]){_NAMING_WORD}(?:[ \-–]{_NAMING_WORD})*")


def unsupported(text: str, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """Return the names and numbers of a text that no piece of evidence supports, in their order."""
    known = [_plain(piece) for e in evidence for piece in (e.sentence.words, *e.resolved)]
    return tuple(name for name in _named(text) if not _stands_in(_plain(name), known))


def _named(text: str) -> Iterable[str]:
    for match in _NAME_OR_NUMBER.finditer(text):
        words = match.group().strip(".'’-–")
        while words and words.split()[0].casefold() in PLAIN_WORDS:
            words = " ".join(words.split()[1:])
        if words:
            yield words


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text).casefold()))} "


def _stands_in(name: str, known: Sequence[str]) -> bool:
    return any(name in piece for piece in known)


class CitationList:
    """The numbered citations of one answer; the same sentence keeps one number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, int, int], Citation] = {}

    def line(self, text: str, evidence: Sequence[Evidence]) -> Line:
        """Return the line with its citations, numbered from 1 in order of first use.

        Raises CitationError when there is no evidence, or when the text names what it lacks.
        """
        if not evidence:
            raise CitationError(f"nothing is cited for {text!r}")
        missing = unsupported(text, evidence)
        if missing:
            raise CitationError(f"{', '.join(missing)} in {text!r} is not in what is cited")
        return Line(text, tuple(dict.fromkeys(self._number(e) for e in evidence)))

    def _number(self, evidence: Evidence) -> int:
        key = (evidence.article.id, *evidence.sentence.span)
        if key not in self._numbers:
            number = len(self._numbers) + 1
            self._numbers[key] = Citation(number, evidence.article, evidence.sentence)
        return self._numbers[key].number

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, by number."""
        return tuple(self._numbers.values())
