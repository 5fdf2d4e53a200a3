"""Everything dragoman raises on purpose.

DragomanError
├── EvidenceError   a span does not hold the words it claims to quote
├── RecordError     a value that no record may have
├── SourceError     an input that cannot be read; costs that document, never the run
├── LedgerError     a ledger that cannot be opened, read or written
├── CodebookError   a codebook file that breaks its own format
├── ModelError      the language model is missing or is not the one asked for
├── CitationError   a line names what its cited sentences do not
└── UsageError      a request that makes no sense as put
"""

from __future__ import annotations


class DragomanError(Exception):
    """A problem to tell a person in one line: what went wrong, and what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class EvidenceError(DragomanError):
    """A span does not hold the words it claims to quote."""


class RecordError(DragomanError):
    """A value that no record may have."""


class SourceError(DragomanError):
    """An input that cannot be read; it costs that document, never the run."""


class LedgerError(DragomanError):
    """A ledger that cannot be opened, read or written."""


class CodebookError(DragomanError):
    """A codebook file that breaks its own format."""


class ModelError(DragomanError):
    """The language model is missing, or is not the one asked for."""


class CitationError(DragomanError):
    """A line of an answer names what its cited sentences do not; it must not be printed."""


class UsageError(DragomanError):
    """A request that makes no sense as put: an unknown filter value, an unknown id."""
