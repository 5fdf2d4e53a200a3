"""Parses -> claims: who says what, what the writer concludes, and the voice of each report."""

from dragoman.voices.claims import find_claims
from dragoman.voices.reporting import (
    attribute_reports,
    attribute_supports,
    link_reports,
    sentence_voices,
)

__all__ = [
    "attribute_reports",
    "attribute_supports",
    "find_claims",
    "link_reports",
    "sentence_voices",
]
