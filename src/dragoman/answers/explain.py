"""Explain: why this code, this actor, this date, in lines that a person can check."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.answers.timeline import event_line, names_of
from dragoman.answers.wording import date_in_words, day_in_words
from dragoman.coding.judge import load_judge
from dragoman.ledger import Ledger, Pseudonyms, Shown
from dragoman.ledger.stored import (
    ArticleHead,
    StoredActor,
    StoredArticle,
    StoredClaim,
    StoredEvent,
    StoredOffice,
    StoredReason,
    StoredReport,
    StoredSupport,
)
from dragoman.model.event import Judgement
from dragoman.model.failure import Failure
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Report

_MOST_WORDS = 4

ExplanationLine = tuple[int, str]
"""How deep a line is set in, and what it says."""


def explain(ledger: Ledger, id_: str) -> Iterator[ExplanationLine]:
    """Yield why the thing under an id was coded as it was; raises UsageError for an unknown id."""
    stored = ledger.by_id(id_)
    shown = Pseudonyms(ledger.pseudonyms())
    match stored:
        case StoredEvent():
            yield from _event(ledger, stored, shown)
        case StoredReport():
            yield from _report(ledger, stored, shown)
        case StoredClaim():
            yield from _claim(stored, shown)
        case StoredReason():
            yield from _reason(stored)
        case StoredSupport():
            yield from _support(stored, shown)
        case StoredActor():
            yield from _actor(ledger, stored, shown)
        case StoredArticle():
            yield from _article(stored)
        case Failure():
            yield 0, f"{stored.source}: {stored.reason}"
            if stored.hint:
                yield 1, stored.hint
        case Judgement():
            other = f" and {stored.other_id}" if stored.other_id else ""
            yield 0, f"{stored.subject_id}{other}: {stored.verdict}, decided {stored.decided_at}"


def _how(what: str, how: How | None) -> Iterator[ExplanationLine]:
    if how is None:
        return
    cue = f"“{how.cue}” — " if how.cue else ""
    yield 1, f"{what}: {cue}{how.rule} ({how.version}), confidence {how.confidence:.2f}"
    for line in how.detail:
        yield 2, line


def _where(article: ArticleHead, sentence: Quote) -> ExplanationLine:
    place = f"{article.outlet}, {day_in_words(article.published)}, {sentence.start}–{sentence.end}"
    return 1, f"“{sentence.words}” ({place}; {article.id})"


def _event(ledger: Ledger, stored: StoredEvent, shown: Shown) -> Iterator[ExplanationLine]:
    event = stored.event
    yield 0, event_line(stored, shown, dated=True)
    modes = f", mode {', '.join(event.modes)}" if event.modes else ""
    yield 1, f"{event.type}{modes}; {event.factuality}"
    yield 1, f"articles: {event.articles}; independent outlets: {event.independent_outlets}"
    for disagreement in event.disagreements:
        versions = "; ".join(version for version, _ in disagreement.versions)
        yield 1, f"the reports differ on the {disagreement.about}: {versions}"
    for report in stored.reports:
        for depth, line in _report(ledger, report, shown):
            yield depth + 1, line


def _report(ledger: Ledger, stored: StoredReport, shown: Shown) -> Iterator[ExplanationLine]:
    report = stored.report
    yield 0, f"{report.id}: “{report.cue.words}”"
    yield _where(stored.article, report.evidence)
    yield from _how(f"{report.type} {'/'.join(report.modes)}".strip(), report.how)
    yield from _influences(report)
    for side, told, actors in (
        ("actor", report.actors, stored.actors),
        ("recipient", report.recipients, stored.recipients),
    ):
        for words, actor in zip(told, actors, strict=False):
            yield 1, f"{side}: “{words.quote.words}” is {shown(actor).name} ({actor.id})"
        if not told:
            yield 1, f"{side}: none is named"
    yield from _how(f"date {date_in_words(report.date)}", report.date_how)
    if report.place and report.place_quote:
        named = ledger.mention_at(report.article_id, report.place_quote)
        where = ", ".join(filter(None, (report.place.country, report.place.precision)))
        yield from _how(f"place {report.place.name} ({where})", named.how if named else None)
    yield from _how(report.factuality.value, report.factuality_how)
    speaker = f", speaker {shown(stored.speaker).name}" if stored.speaker else ""
    yield 1, f"voice: {report.attribution.voice}{speaker}"


def _influences(report: Report) -> Iterator[ExplanationLine]:
    """The words that moved the encoder, where the one at hand is the one that coded the report."""
    judge = load_judge()
    if not report.how.version.endswith(judge.version):
        return
    told = judge.influences(report, _MOST_WORDS)
    if told:
        words = ", ".join(f"“{one.word}” {one.weight:.2f}" for one in told)
        yield 2, f"what moved the encoder most: {words} (by how much less sure it is without each)"


def _claim(stored: StoredClaim, shown: Shown) -> Iterator[ExplanationLine]:
    claim = stored.claim
    yield 0, f"{claim.id}: “{claim.content.words}”"
    yield _where(stored.article, claim.evidence)
    yield from _how(f"{claim.stance}, voice {claim.attribution.voice}", claim.how)
    quote = claim.attribution.speaker_quote
    if stored.speaker:
        words = f"“{quote.words}” is " if quote else ""
        yield 1, f"speaker: {words}{names_of((stored.speaker,), shown)} ({stored.speaker.id})"
    elif quote:
        yield 1, f"speaker: “{quote.words}”"


def _reason(stored: StoredReason) -> Iterator[ExplanationLine]:
    reason = stored.reason
    denied = "not " if reason.denied else ""
    yield 0, f"{reason.id}: {denied}{reason.kind}: “{reason.content.words}”"
    yield _where(stored.article, reason.evidence)
    yield from _how(f"{reason.kind}, voice {reason.attribution.voice}", reason.how)
    if stored.explains:
        cue = stored.explains.report.cue.words
        yield 1, f"it explains “{cue}” ({stored.explains.report.id})"


def _support(stored: StoredSupport, shown: Shown) -> Iterator[ExplanationLine]:
    support = stored.support
    giver, taker = names_of((stored.provider,), shown), names_of((stored.recipient,), shown)
    yield 0, f"{support.id}: {giver} to {taker}, {support.kind}: “{support.given.words}”"
    yield _where(stored.article, support.evidence)
    yield from _how(f"{support.kind}, voice {support.attribution.voice}", support.how)


def _actor(ledger: Ledger, stored: StoredActor, shown: Shown) -> Iterator[ExplanationLine]:
    actor = shown(stored.actor)
    codes = " ".join((actor.country or "no country", *actor.sectors))
    yield 0, f"{actor.name} ({actor.kind}): {codes}"
    if actor.names:
        yield 1, f"names: {', '.join(actor.names)}"
    if actor.wikidata_id:
        yield (
            1,
            f"Wikidata: {actor.wikidata_id} (https://www.wikidata.org/wiki/{actor.wikidata_id})",
        )
    if not actor.private:
        yield from _offices(stored)
    yield 1, f"{stored.mentions} mentions in {stored.articles} articles"
    if actor.private:
        yield 1, "private: no reading gives a public role, so names and mentions are not shown"
        return
    yield from _mentions(ledger, stored)


def _offices(stored: StoredActor) -> Iterator[ExplanationLine]:
    """Each office once, with every text that says so."""
    told: dict[tuple[str, str | None, str | None], list[StoredOffice]] = {}
    for held in stored.offices:
        post = (held.office.title.lower(), held.office.since, held.office.until)
        told.setdefault(post, []).append(held)
    for (_, since, until), texts in told.items():
        start = f" since {since}" if since else ""
        end = f", until {until}" if until else ""
        yield 1, f"office: {texts[0].office.title}{start}{end}"
        for held in texts:
            yield 2, f"“{held.office.quote.words}” ({held.article.outlet}, {held.article.id})"


def _mentions(ledger: Ledger, stored: StoredActor) -> Iterator[ExplanationLine]:
    """Each wording once, with how it was read, how often and in which articles."""
    seen: dict[str, list[str]] = {}
    evidence: dict[str, None] = {}
    for found in ledger.mentions_of(stored.actor.id):
        mention = found.mention
        rule = f"{mention.form}, {mention.how.rule}, confidence {mention.how.confidence:.2f}"
        seen.setdefault(f"“{mention.quote.words}” ({rule}", []).append(found.article.id)
        evidence |= dict.fromkeys(mention.how.detail)
    for words, articles in seen.items():
        often = f"{len(articles)} times in " if len(articles) > 1 else ""
        yield 2, f"{words}; {often}{', '.join(dict.fromkeys(articles))})"
    if evidence:
        yield 1, f"evidence: {'; '.join(evidence)}"


def _article(stored: StoredArticle) -> Iterator[ExplanationLine]:
    head = stored.article
    yield 0, f"{head.headline} ({head.outlet}, {day_in_words(head.published)})"
    yield 1, f"read from {stored.source}"
    counts = f"{stored.reports} reports, {stored.claims} claims, {stored.reasons} reasons"
    yield 1, f"{stored.sentences} sentences, {counts}"
    if stored.reprint_of:
        share = round(100 * stored.reprint_of.share)
        yield 1, f"a reprint of {stored.reprint_of.original_id}: {share} % of its word shingles"
