"""Reading: all that one article gave."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.actor import Appearance, Mention
from dragoman.model.article import Article
from dragoman.model.claim import Claim, Reason
from dragoman.model.quote import Quote
from dragoman.model.report import Report, Support, Voice


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of an article's text inside one block, numbered from 0 through the article.

    ``voice`` is whose sentence it is as a whole: what a reader would answer who was asked
    "who says this?".
    """

    number: int
    block: int
    quote: Quote
    voice: Voice = Voice.NARRATOR


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and everything that was read out of it, ready for the ledger."""

    article: Article
    sentences: tuple[Sentence, ...]
    appearances: tuple[Appearance, ...]
    mentions: tuple[Mention, ...]
    reports: tuple[Report, ...]
    supports: tuple[Support, ...]
    claims: tuple[Claim, ...]
    reasons: tuple[Reason, ...]
