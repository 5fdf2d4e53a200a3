"""How actors are shown: as published, or private persons under pseudonyms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from dragoman.model.actor import Actor

Shown: TypeAlias = Callable[[Actor], Actor]
"""What a face shows for an actor; every record takes one, so that nobody forgets to choose."""

UNCOUNTED = "a private person"


def as_published(actor: Actor) -> Actor:
    """Return the actor as the articles name it, private or not: for a user's own copy."""
    return actor


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Shows private persons under a pseudonym, and everyone else as published.

    ``called`` is what ``Ledger.pseudonyms()`` returns. A private person loses every name and the
    Wikidata id; the ids of the ledger stay, so that lines about one person can still be joined.
    Sentences are quoted as published, and may name whom these records do not.
    """

    called: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, actor: Actor) -> Actor:
        """Return the actor as it may be shown."""
        if not actor.private:
            return actor
        name = self.called.get(actor.id, UNCOUNTED)
        return replace(actor, name=name, names=(), wikidata_id=None)
