"""Why: what happened, the reasons by whose voice gives them, what led up to it, who is who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dragoman.answers.answer import Answer, Line, Section
from dragoman.answers.asked import events_asked_for
from dragoman.answers.citing import CitationList, Evidence
from dragoman.answers.evidence import of_claim, of_reason, of_report, of_support
from dragoman.answers.nearest import nearest_matter
from dragoman.answers.question import Question, parse_question
from dragoman.answers.timeline import by_day, event_line
from dragoman.answers.wording import (
    VOICES,
    country_in_words,
    date_in_words,
    described,
    listed,
)
from dragoman.errors import CitationError
from dragoman.ledger import Filter, Ledger, Pseudonyms, Shown
from dragoman.ledger.stored import (
    StoredClaim,
    StoredEvent,
    StoredOffice,
    StoredReason,
    StoredReport,
)
from dragoman.model.actor import Actor, ActorKind
from dragoman.model.claim import Stance
from dragoman.model.dates import parse_edtf
from dragoman.model.quote import Quote
from dragoman.model.report import Factuality, Voice

_MOST_LINES = 14
_TALKS = ("agenda", "discussion", "meeting", "relations", "talks", "ties", "trip", "visit")
_OPENING, _CLOSING = '"“', '"”'
_VOICE_ORDER = (Voice.OFFICIAL, Voice.NAMED, Voice.UNNAMED, Voice.NARRATOR, Voice.AUTHOR)


def why(ledger: Ledger, text: str) -> Answer:
    """Return the answer to a question, every line of it cited and checked.

    A question that the ledger cannot answer gives an Answer that is not ``found``, with what is
    missing and the nearest known matter. Private persons appear under their pseudonyms.
    """
    question = parse_question(text, ledger)
    shown = Pseudonyms(ledger.pseudonyms())
    missing = _missing(question)
    events = () if missing else events_asked_for(ledger, question)
    if not events:
        missing = missing or f"the ledger tells of no event that {_asked(question)}"
        return Answer(text, missing=missing, nearest=nearest_matter(ledger, question, shown))
    composer = _Composer(ledger, shown, CitationList(), events)
    sections = [section for section in composer.sections() if section.lines]
    return Answer(text, tuple(sections), composer.cites.citations)


def _missing(question: Question) -> str:
    if question.unknown:
        return f"nothing in the ledger names {listed(question.unknown)}"
    return "" if question.subject else "the question names nobody whom the ledger knows"


def _asked(question: Question) -> str:
    names = [named.words for named in question.named]
    return f"has {listed(names)} in it" if names else "it asks for"


# --- the sections --------------------------------------------------------------------------------


class _Composer:
    """Writes the sections of one answer; keeps whom it named, for "who is who"."""

    def __init__(
        self, ledger: Ledger, shown: Shown, cites: CitationList, events: tuple[StoredEvent, ...]
    ) -> None:
        self.ledger = ledger
        self.shown = shown
        self.cites = cites
        self.events = events
        self.named: dict[str, Actor] = {}
        self.seen: dict[str, Evidence] = {}

    def sections(self) -> Iterator[Section]:
        yield Section("What happened", self._happened())
        yield from self._reasons()
        yield Section("What was said of it", self._claims())
        yield Section("What led up to it", self._background())
        yield Section("Who gives what", self._supports())
        yield Section("Who is who", self._who_is_who())
        yield Section("Where the reports differ", self._disagreements())

    def _lines(self, drafts: Iterable[tuple[str, Sequence[Evidence]]]) -> tuple[Line, ...]:
        """Return the lines that pass the citation check, each text once."""
        lines: dict[str, Line] = {}
        for text, evidence in drafts:
            if text in lines:
                continue
            try:
                lines[text] = self.cites.line(text, evidence)
            except CitationError:
                continue
        return tuple(lines.values())

    def _meet(self, actors: Iterable[Actor], evidence: Evidence) -> None:
        for actor in actors:
            self.named.setdefault(actor.id, actor)
            self.seen.setdefault(actor.id, evidence)

    def _happened(self) -> tuple[Line, ...]:
        drafts = []
        for event in self.events[:_MOST_LINES]:
            evidence = [of_report(report, self.shown) for report in _best_reports(event)]
            self._meet((*event.actors, *event.recipients), evidence[0])
            drafts.append((event_line(event, self.shown, dated=True), evidence))
        return self._lines(drafts)

    def _reasons(self) -> Iterator[Section]:
        reasons = self._reasons_of_events()
        for voice in _VOICE_ORDER:
            told = [r for r in reasons if r.reason.attribution.voice is voice]
            drafts = [(_reason_text(r, self.shown), [of_reason(r, self.shown)]) for r in told]
            for reason in told:
                if reason.speaker:
                    self._meet((reason.speaker,), of_reason(reason, self.shown))
            yield Section(f"Why, {VOICES[voice]}", self._lines(drafts[:_MOST_LINES]))

    def _reasons_of_events(self) -> list[StoredReason]:
        """Reasons given for these events, and for talks in their articles that are no event of
        their own (what "the discussions" are about says what the visit is for)."""
        ids = {event.event.id for event in self.events}
        articles = {r.article.id for event in self.events for r in event.reports}
        meets = any(event.event.type == "CONSULT" for event in self.events)
        found: dict[str, StoredReason] = {}
        for article in sorted(articles):
            for reason in self.ledger.reasons(Filter(article=article)):
                explains = reason.explains
                loose = explains is None or explains.event_id is None
                talks = explains is None or explains.report.type == "CONSULT"
                named = _names_talks(reason)
                if reason.event_id in ids or (meets and loose and talks and named):
                    found[reason.reason.id] = reason
        return sorted(
            found.values(), key=lambda r: (r.article.published or dt.date.max, r.reason.sentence)
        )

    def _claims(self) -> tuple[Line, ...]:
        """What the people in the events, officials and unnamed sources said in these articles."""
        articles = {r.article.id for event in self.events for r in event.reports}
        people = {a.id for event in self.events for a in (*event.actors, *event.recipients)}
        told = [
            claim
            for claim in self.ledger.claims()
            if claim.article.id in articles and _is_spoken(claim, people)
        ]
        told = [c for c in told if c.claim.stance is not Stance.DENIES and _is_on_talks(c)]
        told.sort(key=lambda claim: _VOICE_ORDER.index(claim.claim.attribution.voice))
        drafts = [(_claim_text(claim, self.shown), [of_claim(claim, self.shown)]) for claim in told]
        return self._lines(drafts[:_MOST_LINES])

    def _background(self) -> tuple[Line, ...]:
        first = min((e.event.date.earliest for e in self.events if e.event.date and
                     e.event.date.earliest), default=None)  # fmt: skip
        countries = self._countries()
        own = {event.event.id for event in self.events}
        drafts = []
        earlier = [e for e in self._events_told(countries) if e.event.id not in own]
        for event in sorted((e for e in earlier if _is_before(e, first)), key=by_day):
            evidence = [of_report(report, self.shown) for report in _best_reports(event)]
            drafts.append((event_line(event, self.shown, dated=True), evidence))
        return (*self._tenures(), *self._lines(drafts[-_MOST_LINES:]))

    def _tenures(self) -> tuple[Line, ...]:
        """Since when the visitor has held his office, where a text says so."""
        drafts: list[tuple[str, Sequence[Evidence]]] = []
        for actor in {a.id: a for e in self.events for a in e.actors}.values():
            for stored in self.ledger.actors(Filter(actor=actor.id)):
                for held in stored.offices:
                    office = held.office
                    if office.since is None:
                        continue
                    name = self.shown(actor).name
                    names = (name, office.title, country_in_words(office.country))
                    evidence = Evidence(held.article, self._sentence(held), names)
                    text = f"Since {office.since}: {name} has been {office.title}"
                    drafts.append((text, [evidence]))
        return self._lines(drafts)

    def _sentence(self, held: StoredOffice) -> Quote:
        """Return the whole sentence that gives somebody an office."""
        sentences = (s.quote for s in self.ledger.sentences(held.article.id))
        return next((s for s in sentences if s.holds(held.office.quote)), held.office.quote)

    def _countries(self) -> set[str]:
        everyone = [a for e in self.events for a in (*e.actors, *e.recipients)]
        return {actor.country for actor in everyone if actor.country}

    def _events_told(self, countries: set[str]) -> list[StoredEvent]:
        """What the same articles tell, and what two of these countries did together."""
        found = {
            event.event.id: event
            for country in sorted(countries)
            for event in self.ledger.events(Filter(country=country))
            if _joins(event, countries)
        }
        for article in {r.article.id for event in self.events for r in event.reports}:
            for event in self.ledger.events(Filter(article=article)):
                found[event.event.id] = event
        return list(found.values())

    def _supports(self) -> tuple[Line, ...]:
        drafts: list[tuple[str, Sequence[Evidence]]] = []
        for country in sorted(self._countries()):
            for support in self.ledger.supports(Filter(country=country)):
                if support.support.attribution.voice is Voice.AUTHOR:
                    continue
                over = ", now over" if support.support.ended else ""
                when = f", {date_in_words(support.support.period)}" if over else ""
                giver, taker = self.shown(support.provider).name, self.shown(support.recipient).name
                given = support.support.given.words
                text = f"{giver} to {taker}, {support.support.kind}{over}{when}: “{given}”"
                drafts.append((text, [of_support(support, self.shown)]))
        return self._lines(drafts[:_MOST_LINES])

    def _who_is_who(self) -> tuple[Line, ...]:
        drafts: list[tuple[str, Sequence[Evidence]]] = []
        for actor_id, actor in self.named.items():
            if actor.kind not in (ActorKind.PERSON, ActorKind.BODY):
                continue
            for stored in self.ledger.actors(Filter(actor=actor_id)):
                offices = [held for held in stored.offices if held.office.until is None]
                evidence = [self.seen[actor_id]]
                name = self.shown(actor).name
                if offices:
                    held = offices[0]
                    words = (name, held.office.title, country_in_words(held.office.country))
                    evidence = [Evidence(held.article, self._sentence(held), words)]
                    text = described(actor, {actor_id: held.office}, name)
                else:
                    text = described(actor, {}, name)
                drafts.append((text, evidence))
        return self._lines(drafts)

    def _disagreements(self) -> tuple[Line, ...]:
        drafts: list[tuple[str, Sequence[Evidence]]] = []
        for event in self.events:
            told = {report.report.id: report for report in event.reports}
            for disagreement in event.event.disagreements:
                versions = [
                    (_version(disagreement.about, version), [told[i] for i in ids if i in told])
                    for version, ids in disagreement.versions
                ]
                evidence = [
                    _with(of_report(reports[0], self.shown), version)
                    for version, reports in versions
                    if reports
                ]
                texts = " or ".join(version for version, _ in versions)
                what = event_line(event, self.shown, dated=False)
                drafts.append((f"{what}: {disagreement.about}: {texts}", evidence))
        return self._lines(drafts)


def _version(about: str, version: str) -> str:
    """Return one telling in words: EDTF days as one reads them."""
    return date_in_words(parse_edtf(version)) if about == "day" else version


def _with(evidence: Evidence, version: str) -> Evidence:
    """Add what a report was found to tell on a point of disagreement."""
    return Evidence(evidence.article, evidence.sentence, (*evidence.resolved, version))


def _best_reports(event: StoredEvent) -> list[StoredReport]:
    """Return the surest report of each outlet, at most three; none that denies what is told."""
    denied = event.event.factuality is Factuality.DENIED
    agreeing = [r for r in event.reports if denied or r.report.factuality is not Factuality.DENIED]
    told = agreeing or event.reports
    ranked = sorted(told, key=lambda r: (-r.report.how.confidence, r.report.id))
    by_outlet = {report.article.outlet: report for report in reversed(ranked)}
    chosen = sorted(by_outlet.values(), key=lambda r: (-r.report.how.confidence, r.report.id))
    return chosen[:3]


def _is_before(event: StoredEvent, day: dt.date | None) -> bool:
    date = event.event.date
    if date is None or day is None or date.earliest == date.latest is None:
        return False
    return (date.earliest or date.latest or dt.date.max) < day


def _joins(event: StoredEvent, countries: set[str]) -> bool:
    """Whether an event has two of these countries in it, on whichever side."""
    sides = {a.country for a in (*event.actors, *event.recipients) if a.country}
    return len(sides & countries) > 1


def _names_talks(reason: StoredReason) -> bool:
    """Whether a reason's sentence speaks of a visit or of talks at all."""
    return _has_talks(reason.reason.evidence.words)


def _is_on_talks(claim: StoredClaim) -> bool:
    """Whether what is said is on the visit or the talks themselves."""
    return _has_talks(claim.claim.content.words)


def _has_talks(words: str) -> bool:
    return any(noun in words.casefold() for noun in _TALKS)


def _is_spoken(claim: StoredClaim, people: set[str]) -> bool:
    voice = claim.claim.attribution.voice
    if voice is Voice.UNNAMED:
        return True
    return claim.speaker is not None and claim.speaker.id in people


def _speaker(name: str, claim: StoredClaim | StoredReason, shown: Shown) -> str:
    if claim.speaker is not None:
        seen = shown(claim.speaker)
        return described(claim.speaker, claim.offices, seen.name)
    return name


def _claim_text(claim: StoredClaim, shown: Shown) -> str:
    said = claim.claim
    quote = said.attribution.speaker_quote
    name = _speaker(quote.words if quote else "", claim, shown)
    words = _unquoted(said.content.words)
    return f"{name} {said.cue.words}: “{words}”" if name else f"{said.cue.words} “{words}”"


def _unquoted(words: str) -> str:
    """Return words without the quotation marks around all of them; marks within stay."""
    words = words.strip(" ,")
    inner = words[1:-1]
    whole = bool(inner) and words[0] in _OPENING and words[-1] in _CLOSING
    alone = not set(inner) & set(_OPENING + _CLOSING)
    return inner.rstrip(",") if whole and alone else words


def _reason_text(reason: StoredReason, shown: Shown) -> str:
    told = reason.reason
    quote = told.attribution.speaker_quote
    speaker = _speaker(quote.words if quote else "", reason, shown)
    denied = "not the " if told.denied else ""
    words = f"{denied}{told.kind} (“{told.cue.words}”): “{told.content.words}”"
    return f"{speaker}: {words}" if speaker else words
