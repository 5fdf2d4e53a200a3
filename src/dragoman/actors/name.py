"""Name: what the reader takes for a name, before anybody is found to bear it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.actors.authority import Entry, NameForm


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``first`` to ``last`` (included), with the title that stands before it.

    ``entry`` and ``form`` are set where the authority knows the name; ``votes`` says what spoke
    for its kind. ``sectors`` are PLOVER's, where the name or its company tells them; ``whole`` is
    the longer span of a body's name with its country in it ("National Party | of Peru").
    """

    first: int
    last: int
    words: str
    kind: NameKind
    entry: Entry | None = None
    form: NameForm | None = None
    title: tuple[int, int] | None = None
    votes: tuple[str, ...] = ()
    sectors: tuple[str, ...] | None = None
    whole: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The first and last token of the name with its country in it."""
        return self.whole or (self.first, self.last)
