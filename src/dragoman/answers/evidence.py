"""Rows of the ledger as evidence: the sentence, and what its words were resolved to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.answers.citing import Evidence
from dragoman.answers.wording import country_in_words, date_in_words, full_name
from dragoman.ledger.naming import Shown
from dragoman.ledger.stored import StoredClaim, StoredReason, StoredReport, StoredSupport
from dragoman.model.actor import Actor, Office


def of_report(report: StoredReport, shown: Shown) -> Evidence:
    """Return a report's sentence with the names, offices, date and place it was resolved to."""
    told = report.report
    resolved = [
        *_people((*report.actors, *report.recipients), report.offices, shown),
        *_people((report.speaker,) if report.speaker else (), report.offices, shown),
        date_in_words(told.date),
        *([told.place.name, country_in_words(told.place.country)] if told.place else []),
    ]
    return Evidence(report.article, told.evidence, _distinct(resolved))


def of_reason(reason: StoredReason, shown: Shown) -> Evidence:
    """Return a reason's sentence with its speaker."""
    resolved = _speaker(reason.speaker, reason.offices, shown)
    return Evidence(reason.article, reason.reason.evidence, resolved)


def of_claim(claim: StoredClaim, shown: Shown) -> Evidence:
    """Return a claim's sentence with its speaker."""
    resolved = _speaker(claim.speaker, claim.offices, shown)
    return Evidence(claim.article, claim.claim.evidence, resolved)


def of_support(support: StoredSupport, shown: Shown) -> Evidence:
    """Return a support's sentence with provider, recipient and period."""
    who = (support.provider, support.recipient)
    resolved = [*_people(who, support.offices, shown), date_in_words(support.support.period)]
    return Evidence(support.article, support.support.evidence, _distinct(resolved))


def _speaker(speaker: Actor | None, offices: Mapping[str, Office], shown: Shown) -> tuple[str, ...]:
    return _distinct(_people((speaker,) if speaker else (), offices, shown))


def _people(actors: Iterable[Actor], offices: Mapping[str, Office], shown: Shown) -> Iterable[str]:
    for actor in actors:
        seen = shown(actor)
        yield seen.name
        yield full_name(seen)
        yield from seen.names
        yield country_in_words(seen.country)
        if actor.id in offices:
            yield offices[actor.id].title


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
