"""Report: one sentence's account of one event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import EvidenceError, RecordError
from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate
from dragoman.model.how import How
from dragoman.model.ids import stable_id
from dragoman.model.quote import Quote


class Factuality(StrEnum):
    """How far the text commits to the event: PLOVER's auxiliary modes, made a scale."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Voice(StrEnum):
    """Who stands behind a report, a claim or a reason."""

    NARRATOR = "narrator"
    OFFICIAL = "official"
    NAMED = "named"
    UNNAMED = "unnamed"
    AUTHOR = "author"


class SupportKind(StrEnum):
    """What one actor gives another."""

    ENERGY = "energy"
    FINANCIAL = "financial"
    TRADE = "trade"
    DIPLOMATIC = "diplomatic"
    POLITICAL = "political"
    SECURITY = "security"
    MILITARY = "military"
    PERSONNEL = "personnel"
    HUMANITARIAN = "humanitarian"
    TECHNOLOGY = "technology"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count that goes with an event: its words, and the least and most it can mean."""

    quote: Quote
    at_least: int | None
    at_most: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """One actor or recipient of a report: the words, and the appearance they name."""

    quote: Quote
    appearance: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words something is: the voice, and the speaker where one is named.

    ``speaker`` is an appearance's number, ``speaker_quote`` the words that name it; both are None
    for the narrator, and for a speaker that the text leaves out.
    """

    voice: Voice
    speaker: int | None = None
    speaker_quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One sentence's account of one event; it always has evidence.

    ``evidence`` is the whole sentence, ``cue`` the words in it that tell the event. Offsets are
    into the article's text. Raises EvidenceError when the cue lies outside the sentence, and
    RecordError when nobody at all is named on either side.
    """

    article_id: str
    sentence: int
    evidence: Quote
    cue: Quote
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    date: NewsDate | None
    date_quote: Quote | None
    place: Place | None
    place_quote: Quote | None
    quantity: Quantity | None
    factuality: Factuality
    attribution: Attribution
    how: How
    date_how: How | None = None
    factuality_how: How | None = None

    def __post_init__(self) -> None:
        if not self.evidence.holds(self.cue):
            raise EvidenceError(f"the cue {self.cue.words!r} is outside its sentence")
        if not self.actors and not self.recipients:
            raise RecordError("a report needs somebody on one side at least")

    @property
    def id(self) -> str:
        """Stable: drawn from the article, the cue's place, the type and the sides' places."""
        sides = [side.quote.span for side in (*self.actors, *self.recipients)]
        return stable_id("REP", self.article_id, self.type, self.cue.span, sides)


@dataclass(frozen=True, slots=True)
class Support:
    """Who gives what to whom, as one sentence tells it.

    Provider and recipient are appearances; ``given`` quotes what is given ("police software");
    ``period`` is when, ``ended`` whether the text says that it is over.
    """

    article_id: str
    sentence: int
    evidence: Quote
    provider: Side
    recipient: Side
    kind: SupportKind
    given: Quote
    period: NewsDate | None
    ended: bool
    factuality: Factuality
    attribution: Attribution
    how: How
    report_id: str | None = None

    @property
    def id(self) -> str:
        """Stable: drawn from the article, the kind, and the places of the words."""
        spans = (self.provider.quote.span, self.recipient.quote.span, self.given.span)
        return stable_id("SUP", self.article_id, self.kind, spans)
