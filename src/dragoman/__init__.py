"""dragoman reads political news into a sourced ledger, and answers from it with citations.

>>> import dragoman
>>> with dragoman.open("ledger.db") as library:  # doctest: +SKIP
...     library.read("news/")
...     for event in library.events(actor="Kolokoltsev"):
...         print(event["date"], event["type"], event["reports"][0]["sentence"])
...     answer = library.why("Why is Kolokoltsev in Havana?")
...     for section in answer.sections:
...         print(section.title, *section.lines, sep="\\n")
"""

from __future__ import annotations

from dragoman.errors import (
    CitationError,
    CodebookError,
    DragomanError,
    EvidenceError,
    LedgerError,
    ModelError,
    RecordError,
    SourceError,
    UsageError,
)
from dragoman.library import Library
from dragoman.library import open_library as open  # noqa: A004 - dragoman.open reads best

__all__ = [
    "CitationError",
    "CodebookError",
    "DragomanError",
    "EvidenceError",
    "LedgerError",
    "Library",
    "ModelError",
    "RecordError",
    "SourceError",
    "UsageError",
    "open",
]
