"""What is stored as the JSON objects that every face of dragoman prints.

The keys are those of section 4 of the design. Dates are ISO 8601 text, spans are lists of
``[start, end]`` in code points of the article's text, and whatever is unknown is null.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeAlias

from dragoman.ledger.naming import Shown
from dragoman.ledger.scale import Scale
from dragoman.ledger.stored import (
    ArticleHead,
    Offices,
    StoredActor,
    StoredArticle,
    StoredClaim,
    StoredEvent,
    StoredOffice,
    StoredReason,
    StoredReport,
    StoredSupport,
)
from dragoman.model.actor import Actor, ActorKind, Place
from dragoman.model.dates import NewsDate
from dragoman.model.event import Disagreement
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Quantity, Side, Voice

Record: TypeAlias = dict[str, Any]


def event_record(stored: StoredEvent, shown: Shown, scale: Scale) -> Record:
    """Return an event with all its reports as one JSON object.

    Raises CodebookError when ``scale`` does not know the event's type.
    """
    event = stored.event
    return {
        "id": event.id,
        "type": event.type,
        "modes": list(event.modes),
        "contexts": list(event.contexts),
        "quad": scale.quad(event.type),
        "intensity": scale.intensity(event.type, event.modes),
        "actors": [_actor(actor, stored.offices, shown) for actor in stored.actors],
        "recipients": [_actor(actor, stored.offices, shown) for actor in stored.recipients],
        "date": _date(event.date),
        "place": _place(event.place),
        "quantity": _quantity(event.quantity),
        "factuality": str(event.factuality),
        "support": [support_record(support, shown) for support in stored.supports],
        "independent_outlets": event.independent_outlets,
        "articles": event.articles,
        "disagreements": [_disagreement(told) for told in event.disagreements],
        "reports": [report_record(report, shown) for report in stored.reports],
    }


def report_record(stored: StoredReport, shown: Shown) -> Record:
    """Return a report as it stands in the record of its event."""
    report, attribution = stored.report, stored.report.attribution
    return {
        "id": report.id,
        "article": _cited_with_headline(stored.article),
        "sentence": report.evidence.words,
        "start": report.evidence.start,
        "end": report.evidence.end,
        "voice": str(attribution.voice),
        "speaker": _speaker(stored.speaker, attribution, stored.article, stored.offices, shown),
        "cue": report.cue.words,
        "factuality": str(report.factuality),
        "confidence": report.how.confidence,
        "spans": {
            "cue": _spans(report.cue),
            "actors": _sides(report.actors),
            "recipients": _sides(report.recipients),
            "date": _spans(report.date_quote),
            "place": _spans(report.place_quote),
        },
    }


def claim_record(stored: StoredClaim, shown: Shown) -> Record:
    """Return a claim as one JSON object."""
    claim, attribution = stored.claim, stored.claim.attribution
    return {
        "id": claim.id,
        "speaker": _speaker(stored.speaker, attribution, stored.article, stored.offices, shown),
        "speaker_text": _speaker_text(stored.speaker, attribution, shown),
        "cue": claim.cue.words,
        "content": claim.content.words,
        "stance": str(claim.stance),
        "voice": str(attribution.voice),
        "quoted": claim.quoted,
        "article": _cited(stored.article),
        "sentence": claim.evidence.words,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "spans": {
            "speaker": _spans(attribution.speaker_quote),
            "cue": _spans(claim.cue),
            "content": _spans(claim.content),
        },
        "reports": list(claim.report_ids),
        "loaded_words": [word.words for word in claim.loaded],
    }


def reason_record(stored: StoredReason, shown: Shown) -> Record:
    """Return a reason as one JSON object, with the report it explains and that report's event."""
    reason, attribution = stored.reason, stored.reason.attribution
    return {
        "id": reason.id,
        "kind": str(reason.kind),
        "cue": reason.cue.words,
        "content": reason.content.words,
        "denied": reason.denied,
        "voice": str(attribution.voice),
        "speaker": _speaker(stored.speaker, attribution, stored.article, stored.offices, shown),
        "speaker_text": _speaker_text(stored.speaker, attribution, shown),
        "event": stored.event_id,
        "report": reason.report_id,
        "because": reason.because_id,
        "confidence": reason.how.confidence,
        "article": _cited(stored.article),
        "sentence": reason.evidence.words,
        "start": reason.evidence.start,
        "end": reason.evidence.end,
        "spans": {
            "speaker": _spans(attribution.speaker_quote),
            "cue": _spans(reason.cue),
            "content": _spans(reason.content),
        },
    }


def support_record(stored: StoredSupport, shown: Shown) -> Record:
    """Return a support as one JSON object."""
    support, attribution = stored.support, stored.support.attribution
    return {
        "id": support.id,
        "kind": str(support.kind),
        "provider": _actor(stored.provider, stored.offices, shown),
        "recipient": _actor(stored.recipient, stored.offices, shown),
        "given": support.given.words,
        "period": _date(support.period),
        "ended": support.ended,
        "factuality": str(support.factuality),
        "voice": str(attribution.voice),
        "speaker": _speaker(stored.speaker, attribution, stored.article, stored.offices, shown),
        "speaker_text": _speaker_text(stored.speaker, attribution, shown),
        "report": support.report_id,
        "confidence": support.how.confidence,
        "article": _cited(stored.article),
        "sentence": support.evidence.words,
        "start": support.evidence.start,
        "end": support.evidence.end,
        "spans": {
            "provider": _spans(support.provider.quote),
            "recipient": _spans(support.recipient.quote),
            "given": _spans(support.given),
            "speaker": _spans(attribution.speaker_quote),
        },
    }


def actor_record(stored: StoredActor, shown: Shown) -> Record:
    """Return a joined actor as one JSON object; a pseudonym keeps no names and no offices."""
    actor = shown(stored.actor)
    offices = stored.offices if actor == stored.actor else ()
    return {
        "id": actor.id,
        "name": actor.name,
        "names": list(actor.names),
        "kind": str(actor.kind),
        "country": actor.country,
        "sectors": list(actor.sectors),
        "offices": [_office(office) for office in offices],
        "wikidata_id": actor.wikidata_id,
        "private": actor.private,
        "mentions": stored.mentions,
        "articles": stored.articles,
    }


def article_record(stored: StoredArticle) -> Record:
    """Return an article's head, and how much was read out of it, as one JSON object."""
    head, reprint = stored.article, stored.reprint_of
    return {
        **_cited_with_headline(head),
        "authors": list(head.authors),
        "language": head.language,
        "sentences": stored.sentences,
        "reports": stored.reports,
        "claims": stored.claims,
        "reasons": stored.reasons,
        "supports": stored.supports,
        "reprint_of": (
            {"article": reprint.original_id, "share": reprint.share} if reprint else None
        ),
    }


def _actor(actor: Actor, offices: Offices, shown: Shown) -> Record:
    seen = shown(actor)
    return {
        "id": seen.id,
        "name": seen.name,
        "kind": str(seen.kind),
        "country": seen.country,
        "sectors": list(seen.sectors),
        "office": _office_title(actor, offices, shown),
        "private": seen.private,
    }


def _speaker(
    speaker: Actor | None,
    attribution: Attribution,
    article: ArticleHead,
    offices: Offices,
    shown: Shown,
) -> Record | None:
    if speaker is None:
        return _author(article) if attribution.voice is Voice.AUTHOR else None
    seen = shown(speaker)
    return {
        "id": seen.id,
        "name": seen.name,
        "kind": str(seen.kind),
        "country": seen.country,
        "office": _office_title(speaker, offices, shown),
    }


def _author(article: ArticleHead) -> Record:
    """Return whose judgement an author's sentence is: the article's authors, else its outlet."""
    kind = ActorKind.PERSON if article.authors else ActorKind.ORGANIZATION
    return {
        "id": None,
        "name": ", ".join(article.authors) or article.outlet,
        "kind": str(kind),
        "country": None,
        "office": None,
    }


def _speaker_text(speaker: Actor | None, attribution: Attribution, shown: Shown) -> str | None:
    if attribution.speaker_quote is None:
        return None
    if speaker is not None and shown(speaker) != speaker:
        return shown(speaker).name
    return attribution.speaker_quote.words


def _office_title(actor: Actor, offices: Offices, shown: Shown) -> str | None:
    held = offices.get(actor.id)
    return held.title if held and shown(actor) == actor else None


def _office(stored: StoredOffice) -> Record:
    office = stored.office
    return {
        "title": office.title,
        "body": office.body,
        "from": office.since,
        "to": office.until,
        "evidence": {
            "article": _cited(stored.article),
            "words": office.quote.words,
            "start": office.quote.start,
            "end": office.quote.end,
        },
    }


def _cited(article: ArticleHead) -> Record:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "published": _day(article.published),
    }


def _cited_with_headline(article: ArticleHead) -> Record:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "headline": article.headline,
        "published": _day(article.published),
    }


def _date(date: NewsDate | None) -> Record | None:
    if date is None:
        return None
    return {
        "edtf": date.edtf,
        "earliest": _day(date.earliest),
        "latest": _day(date.latest),
        "precision": str(date.precision),
    }


def _place(place: Place | None) -> Record | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _quantity(quantity: Quantity | None) -> Record | None:
    if quantity is None:
        return None
    return {
        "words": quantity.quote.words,
        "at_least": quantity.at_least,
        "at_most": quantity.at_most,
    }


def _disagreement(told: Disagreement) -> Record:
    versions = [{"told": version, "reports": list(ids)} for version, ids in told.versions]
    return {"about": told.about, "versions": versions}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _spans(quote: Quote | None) -> list[list[int]]:
    return [list(quote.span)] if quote else []


def _sides(sides: Iterable[Side]) -> list[list[int]]:
    return [list(side.quote.span) for side in sides]
