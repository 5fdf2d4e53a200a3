"""Answer: sections of lines, each line with the sentences it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger.stored import ArticleHead
from dragoman.model.quote import Quote


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered sentence that lines refer to; its offsets are into the article's text."""

    number: int
    article: ArticleHead
    sentence: Quote


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer and the numbers of the citations that carry it, never none."""

    text: str
    citations: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.text} {''.join(f'[{number}]' for number in self.citations)}"


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of an answer."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ledger says to a question.

    When nothing was found, ``sections`` and ``citations`` are empty, ``missing`` says what the
    ledger lacks, and ``nearest`` names the nearest matter that it does know.
    """

    question: str
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    missing: str = ""
    nearest: str = ""

    @property
    def found(self) -> bool:
        """Whether there is an answer at all."""
        return bool(self.sections)
