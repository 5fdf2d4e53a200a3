"""Sides that are left out where the text around gives them: hosts, partners in exchange."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.factuality import Commitment
from dragoman.coding.match import Match
from dragoman.coding.sides import Scene, distinct, number_of, side_heads
from dragoman.language.syntax import is_verb, logical_subjects, possessors
from dragoman.model.actor import ActorKind
from dragoman.model.dates import NewsDate
from dragoman.model.report import Report, Side

# Official visits rarely last longer; what is told of two days further apart is two visits.
_SAME_TRIP = dt.timedelta(days=10)
_INFERRED_SIDE = 0.5


@dataclass(frozen=True, slots=True)
class CodedMatch:
    """A report beside the match that it was made from, for the stages that need the parse."""

    report: Report
    match: Match


def by_governor(match: Match, commitment: Commitment, scene: Scene) -> Match:
    """Return a match with the sides of the act that its governing word makes of it.

    In "Peru demanded that Chile leave" Peru asks and Chile is asked; in "Peru threatened to
    leave" nothing changes, since one and the same would do both.
    """
    word, governor = commitment.governing_word, commitment.governor
    if word is None or governor is None:
        return match
    if governor.becomes(scene.codebook.quad(match.cue.type)) in (None, match.cue.type):
        return match
    told = logical_subjects(word) if is_verb(word) else possessors(word)
    speakers = distinct(list(side_heads(told, scene, recipient=False)), scene, set())
    numbers = {number_of(token, scene) for token in speakers}
    if not speakers or numbers & {number_of(token, scene) for token in match.actors}:
        return match
    return replace(match, actors=tuple(speakers), recipients=match.actors or match.recipients)


def with_partners(coded: Sequence[CodedMatch], cast: Cast) -> Iterator[CodedMatch]:
    """Yield the reports; two givers set against each other are each other's recipients.

    "Peru provides men, while Chile offers money" is Peru to Chile and Chile to Peru.
    """
    giving = [c for c in coded if c.match.cue.support and c.match.actors]
    for item in coded:
        partner = _partner(item, giving, cast) if item in giving else None
        mention = cast.at(partner) if partner is not None else None
        number = mention.appearance if mention is not None else None
        if partner is None or mention is None or number is None or item.match.recipients:
            yield item
            continue
        detail = f"set against {mention.quote.words!r} in this sentence, so each gives to the other"
        how = replace(
            item.report.how, confidence=_INFERRED_SIDE, detail=(*item.report.how.detail, detail)
        )
        side = Side(mention.quote, number)
        yield CodedMatch(
            replace(item.report, recipients=(side,), how=how),
            replace(item.match, recipients=(partner,)),
        )


def _partner(item: CodedMatch, giving: Sequence[CodedMatch], cast: Cast) -> Token | None:
    """Return the other giver of the same sentence, when there is exactly one."""
    others = [
        other.match.actors[0]
        for other in giving
        if other.report.sentence == item.report.sentence and other is not item
    ]
    numbers = {m.appearance for o in others if (m := cast.at(o)) is not None}
    own = {m.appearance for a in item.match.actors if (m := cast.at(a)) is not None}
    return others[0] if len(numbers) == 1 and not numbers & own else None


def with_hosts(coded: Sequence[CodedMatch], cast: Cast) -> Iterator[CodedMatch]:
    """Yield the reports; a visit that names no host has that of the same trip in the article."""
    visits = [c.report for c in coded if "visit" in c.report.modes and c.report.recipients]
    for item in coded:
        report = item.report
        if "visit" not in report.modes or report.recipients:
            yield item
            continue
        visitors = {side.appearance for side in report.actors}
        theirs = [v for v in visits if visitors & {side.appearance for side in v.actors}]
        same = [v for v in theirs if _may_be_one_trip(v.date, report.date)]
        same = same or _if_always_there(theirs, cast)
        nearest = min(same, key=lambda v: _likely_host(v, report, cast), default=None)
        yield item if nearest is None else CodedMatch(_hosted(report, nearest), item.match)


def _if_always_there(visits: list[Report], cast: Cast) -> list[Report]:
    """Keep a visitor's visits of other days only when one single country is the host of all."""
    hosts = {side.appearance for visit in visits for side in visit.recipients}
    states = [cast.appearances[h] for h in hosts if cast.appearances[h].kind is ActorKind.STATE]
    return visits if len(states) == 1 else []


def _may_be_one_trip(one: NewsDate | None, other: NewsDate | None) -> bool:
    if one is None or other is None:
        return True
    starts = [d.earliest or dt.date.min for d in (one, other)]
    ends = [d.latest or dt.date.max for d in (one, other)]
    return max(starts) - min(ends) <= _SAME_TRIP


def _likely_host(visit: Report, report: Report, cast: Cast) -> tuple[bool, int]:
    """Sort key: visits to a country before receptions by a person, then the nearest in the text."""
    host = cast.appearances[visit.recipients[0].appearance]
    return host.kind is not ActorKind.STATE, abs(visit.cue.start - report.cue.start)


def _hosted(report: Report, visit: Report) -> Report:
    detail = f"the host is not named here; it is that of {visit.cue.words!r} in this article"
    how = replace(report.how, confidence=_INFERRED_SIDE, detail=(*report.how.detail, detail))
    return replace(report, recipients=visit.recipients[:1], how=how)
