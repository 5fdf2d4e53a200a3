"""Document: one thing to read, its bytes and their format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

TEXT: Final = "text"
MARKDOWN: Final = "markdown"
HTML: Final = "html"
JSON: Final = "json"
JSON_LINES: Final = "json lines"

ENDINGS: Final[dict[str, str]] = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".json": JSON,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}
"""The format that each ending stands for."""

ENDINGS_NOT_READ_YET: Final[dict[str, str]] = {
    ".warc": "a web archive (WARC)",
    ".warc.gz": "a web archive (WARC)",
    ".xml": "a feed",
    ".rss": "a feed",
    ".atom": "a feed",
}
"""Endings of news formats that this version names but does not read."""

SNIFFED_BYTES: Final = 2_000
"""How much of a document without a telling name is looked at."""


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to read: where it came from, its bytes, and one of this module's formats."""

    source: str
    data: bytes
    format: str


def format_by_ending(name: str) -> str | None:
    """Return the format that a file's name stands for, None where its ending says nothing."""
    return ENDINGS.get(PurePath(name).suffix.lower())


def unread_format(name: str) -> str | None:
    """Return the words for a news format that is not read yet, by a file's name; else None."""
    lowered = name.lower()
    found = (words for ending, words in ENDINGS_NOT_READ_YET.items() if lowered.endswith(ending))
    return next(found, None)


def format_by_content(data: bytes) -> str:
    """Return the format that bytes without a telling name look like; plain text when in doubt."""
    start = data[:SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article")):
        return HTML
    if start.startswith(b"<?xml") and b"<html" in start:
        return HTML
    if start.startswith(b"{"):
        first_line, line_end, _ = start.partition(b"\n")
        return JSON_LINES if first_line.rstrip().endswith(b"}") or not line_end else JSON
    if start.startswith((b'[{"', b"[\n", b"[ {", b"[\r\n")):
        return JSON
    return TEXT


def endings_in_words() -> str:
    """Return the endings that are read, as a list for a message."""
    return " ".join(ENDINGS)
