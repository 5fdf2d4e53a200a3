"""Parses -> claims: who says what, what the writer concludes, and the voice of each report."""

from dragoman.voices.claims import find_claims
from dragoman.voices.reporting import (
    attribute_reports,
    attribute_supports,
    link_reports,
    sentence_voices,
)
from dragoman.voices.tone import load_tone_judge

__all__ = [
    "attribute_reports",
    "attribute_supports",
    "find_claims",
    "link_reports",
    "load_tone_judge",
    "sentence_voices",
]
