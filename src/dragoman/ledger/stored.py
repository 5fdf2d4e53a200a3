"""What the ledger gives back: the nouns of the model with who, where and in which article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dragoman.model.actor import Actor, Mention, Office
from dragoman.model.claim import Claim, Reason
from dragoman.model.event import Event, Judgement, Reprint
from dragoman.model.failure import Failure
from dragoman.model.reading import Sentence
from dragoman.model.report import Report, Support

Offices: TypeAlias = Mapping[str, Office]
"""The office that each actor, by id, holds in what is told; actors without one are left out."""


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a citation needs of an article, without its text."""

    id: str
    outlet: str
    url: str | None
    headline: str
    published: dt.date | None
    authors: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article's head with what was read out of it, as counts.

    ``reprint_of`` is set when it is a near copy of an earlier article.
    """

    article: ArticleHead
    source: str
    sentences: int
    reports: int
    claims: int
    reasons: int
    supports: int
    reprint_of: Reprint | None


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence and the article it stands in."""

    sentence: Sentence
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class StoredMention:
    """A mention and the article it stands in."""

    mention: Mention
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report with its actors joined; ``event_id`` is None until events were merged."""

    report: Report
    article: ArticleHead
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    speaker: Actor | None
    event_id: str | None
    offices: Offices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredSupport:
    """A support with its provider, recipient and speaker joined."""

    support: Support
    article: ArticleHead
    provider: Actor
    recipient: Actor
    speaker: Actor | None
    offices: Offices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with everyone in it, every report of it and the supports those reports tell."""

    event: Event
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    reports: tuple[StoredReport, ...]
    supports: tuple[StoredSupport, ...]
    offices: Offices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its speaker joined; an author's judgement has no speaker but the article's."""

    claim: Claim
    article: ArticleHead
    speaker: Actor | None
    offices: Offices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredReason:
    """A reason with its speaker, the report it explains and the event of that report."""

    reason: Reason
    article: ArticleHead
    speaker: Actor | None
    explains: StoredReport | None
    event_id: str | None
    offices: Offices = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredOffice:
    """An office that one article gives an actor."""

    office: Office
    article: ArticleHead


@dataclass(frozen=True, slots=True)
class StoredActor:
    """A joined actor with its offices, and how often and in how many articles it is mentioned."""

    actor: Actor
    offices: tuple[StoredOffice, ...]
    mentions: int
    articles: int


Stored: TypeAlias = (
    StoredEvent
    | StoredReport
    | StoredClaim
    | StoredReason
    | StoredSupport
    | StoredActor
    | StoredArticle
    | Failure
    | Judgement
)
