"""bytes -> Article: every format that coverage comes in, one format a file."""

from __future__ import annotations

from dragoman.sources.document import Document
from dragoman.sources.finding import find_documents
from dragoman.sources.reading import read_document, read_sources

__all__ = ["Document", "find_documents", "read_document", "read_sources"]
