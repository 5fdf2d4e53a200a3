"""The exact characters behind a cell of the ledger."""

from __future__ import annotations

from dataclasses import InitVar, dataclass

from dragoman.errors import EvidenceError


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a text with their place in it: 0-based Unicode code points, end exclusive.

    A quote cannot be built from offsets that do not hold its words, so whatever carries one is
    tied to its text. Raises EvidenceError when ``source[start:end]`` is not ``words``, or when
    there are no words.
    """

    start: int
    end: int
    words: str
    source: InitVar[str]

    def __post_init__(self, source: str) -> None:
        if not self.words or not 0 <= self.start < self.end <= len(source):
            raise EvidenceError(f"no words at {self.start}:{self.end} of {len(source)} characters")
        if source[self.start : self.end] != self.words:
            raise EvidenceError(f"the text at {self.start}:{self.end} does not say {self.words!r}")

    @classmethod
    def cut(cls, source: str, start: int, end: int) -> Quote:
        """Return what ``source`` says there; raises EvidenceError when that is nothing."""
        return cls(start, end, source[start:end], source)

    @property
    def span(self) -> tuple[int, int]:
        """The offsets alone, as the records print them."""
        return (self.start, self.end)

    def holds(self, other: Quote) -> bool:
        """Whether the other quote of the same text lies within this one."""
        return self.start <= other.start and other.end <= self.end
