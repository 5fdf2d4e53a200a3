"""Event: what several reports agree is the same occurrence. Reprint: a near copy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate
from dragoman.model.ids import stable_id
from dragoman.model.report import Factuality, Quantity


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that the reports of one event tell differently.

    ``about`` is "day", "number", "done or not" or "place"; ``versions`` pairs each telling with
    the ids of the reports that give it, the most told first.
    """

    about: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence with every report of it.

    ``independent_outlets`` counts outlets once, and reprints not at all; ``articles`` counts all.
    ``actor_ids`` and ``recipient_ids`` are ids of joined actors.
    """

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    date: NewsDate | None
    place: Place | None
    quantity: Quantity | None
    factuality: Factuality
    report_ids: tuple[str, ...]
    independent_outlets: int
    articles: int
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def id(self) -> str:
        """Stable: drawn from its first report's id, so the order of reading changes nothing."""
        return stable_id("EVT", min(self.report_ids))


@dataclass(frozen=True, slots=True)
class Reprint:
    """One article that is a near copy of an earlier one.

    ``share`` is the part (0 to 1) of the copy's word shingles that the original holds too.
    """

    article_id: str
    original_id: str
    share: float


class Verdict(StrEnum):
    """What a person decided by hand."""

    SAME = "same"
    DIFFERENT = "different"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on one or two ids; it outlives every re-reading.

    ``decided_at`` is ISO 8601 with zone. ``other_id`` is set for same and different.
    """

    subject_id: str
    verdict: Verdict
    other_id: str | None
    note: str
    decided_at: str

    @property
    def id(self) -> str:
        """Stable: one judgement a pair of ids, the later one stands."""
        return stable_id("JUD", *sorted((self.subject_id, self.other_id or "")))
