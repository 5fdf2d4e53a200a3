"""How a cell was coded, so that "why this code?" has an answer."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import RecordError


@dataclass(frozen=True, slots=True)
class How:
    """The words that decided, the rule or model with its version, and how sure it is.

    ``confidence`` runs from 0 to 1; ``detail`` adds what a reader needs to follow the decision,
    a sentence an entry. Raises RecordError when the confidence is outside 0 to 1.
    """

    cue: str
    rule: str
    version: str
    confidence: float
    detail: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError(f"a confidence of {self.confidence} is not between 0 and 1")
