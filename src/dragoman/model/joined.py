"""JoinedActor: one actor with every appearance that was found to be it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import RecordError
from dragoman.model.actor import Actor


@dataclass(frozen=True, slots=True)
class JoinedActor:
    """An actor across all articles, and the appearances that were joined into it.

    ``appearances`` are pairs of an article's id and the appearance's number in that article.
    Raises RecordError when there are none: an actor nobody wrote of is not in the ledger.
    """

    actor: Actor
    appearances: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        if not self.appearances:
            raise RecordError(f"{self.actor.id} ({self.actor.name}) appears in no article")
