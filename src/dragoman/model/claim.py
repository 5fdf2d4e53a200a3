"""Claim: a speech act. Reason: why an event is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.model.how import How
from dragoman.model.ids import stable_id
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution


class Stance(StrEnum):
    """What the speaker does with the content."""

    STATES = "states"
    DENIES = "denies"
    ACCUSES = "accuses"
    PROMISES = "promises"
    DEMANDS = "demands"
    PRAISES = "praises"
    DOUBTS = "doubts"
    INTERPRETS = "interprets"


class ReasonKind(StrEnum):
    """What sort of answer to "why" a reason is."""

    PURPOSE = "purpose"
    CAUSE = "cause"
    MOTIVE = "motive"
    CONSEQUENCE = "consequence"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says what: speaker, cue, content, stance, each tied to its characters.

    A sentence that is the writer's own judgement is a claim with the voice ``author`` and no
    speaker words: its speaker is the article's author, else its outlet. ``report_ids`` are the
    reports that stand inside the content.
    """

    article_id: str
    sentence: int
    evidence: Quote
    cue: Quote
    content: Quote
    stance: Stance
    attribution: Attribution
    quoted: bool
    how: How
    loaded: tuple[Quote, ...] = ()
    report_ids: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable: drawn from the article, and the places of cue and content."""
        return stable_id("CLM", self.article_id, self.cue.span, self.content.span)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an event is said to have happened, by whom it is said, and where.

    ``report_id`` is the report it explains; ``because_id`` the report that explains it, where
    the reason is itself an event. ``denied`` marks "not about investments".
    """

    article_id: str
    sentence: int
    evidence: Quote
    cue: Quote
    content: Quote
    kind: ReasonKind
    attribution: Attribution
    denied: bool
    how: How
    report_id: str | None = None
    because_id: str | None = None

    @property
    def id(self) -> str:
        """Stable: drawn from the article, the kind, the content's place and what it explains."""
        return stable_id("REA", self.article_id, self.kind, self.content.span, self.report_id or "")
