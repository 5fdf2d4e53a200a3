"""Failure: a document that could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.ids import stable_id


@dataclass(frozen=True, slots=True)
class Failure:
    """One document (or one record of a file) that gave no article.

    ``source`` names it (a path, a URL, "file.jsonl:17"); ``stage`` is the room that gave up;
    ``reason`` is one plain sentence; ``hint`` says what to do next, or is empty.
    """

    source: str
    stage: str
    reason: str
    hint: str = ""

    @property
    def id(self) -> str:
        """Stable: the same document failing for the same reason is one failure."""
        return stable_id("FAIL", self.source, self.stage, self.reason)
