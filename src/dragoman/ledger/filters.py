"""Filter: which rows of the ledger are asked for, as conditions that run in SQL."""

# SQL here is put together from constants of this package alone; values are always bound.
# ruff: noqa: S608

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TypeAlias

from dragoman.errors import UsageError
from dragoman.ledger.cells import Cell
from dragoman.ledger.words import folded, match_query, storable
from dragoman.model.report import Factuality, Voice


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows to give; None asks for nothing in particular.

    ``actor`` is an id, a Wikidata id or any words of a name in their order, whatever the accents
    and the case: on either side of an event, a support or the report that a reason explains, or
    the speaker of a claim or reason. ``country`` is a PLOVER country code, of such an actor or of
    the place of an event; ``type`` the event type of events and articles, the kind of actors,
    reasons and supports, the stance of claims; ``outlet`` words of an outlet's name.
    ``since`` and ``until`` are days that must overlap what is dated: an event, a support with a
    period, else the day of publication; what has no date at all is left out. ``text`` is searched
    in full in the sentences (for articles, in headline and text). ``office`` is a post that an
    actor is said to hold ("interior minister"), ``on`` a day on which a text vouches for it (for
    any office where none is named). ``other`` is a second actor who must be there too. ``event``
    and ``article`` are ids: what belongs to that event, or stands in that article. ``limit`` is
    how many at most.
    Raises UsageError when the days are out of order or the limit is not a count.
    """

    actor: str | None = None
    country: str | None = None
    type: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    outlet: str | None = None
    voice: Voice | None = None
    factuality: Factuality | None = None
    text: str | None = None
    office: str | None = None
    on: dt.date | None = None
    other: str | None = None
    event: str | None = None
    article: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"{self.since} is after {self.until}", hint="swap since and until")
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"a limit of {self.limit} is no count", hint="give 0 or more")


EVERYTHING = Filter()

Conditions: TypeAlias = Mapping[str, str]


def _called(name: str) -> str:
    return (
        f"(SELECT id FROM actor WHERE id = :{name} OR wikidata_id = :{name}"
        f" UNION SELECT actor_id FROM actor_name WHERE instr(folded, :{name}_words))"
    )


_ACTORS = _called("actor")
_OTHERS = _called("other")
_OF_COUNTRY = "(SELECT id FROM actor WHERE country = :country)"
_OF_EVENT = "(SELECT report_id FROM event_report WHERE event_id = :event)"
_OUTLETS = "(SELECT name FROM outlet WHERE instr(folded, :outlet))"
_SENTENCES = (
    "SELECT sentence.article_id, sentence.number FROM sentence_words"
    " JOIN sentence ON sentence.row = sentence_words.rowid WHERE sentence_words MATCH :text"
)


def _sides(of: str) -> str:
    return f"event.id IN (SELECT event_id FROM event_side WHERE actor_id IN {of})"


def _event_reports(condition: str) -> str:
    return (
        "event.id IN (SELECT event_id FROM event_report"
        " JOIN report ON report.id = event_report.report_id"
        f" JOIN article ON article.id = report.article_id WHERE {condition})"
    )


def _appears(column: str, of: str) -> str:
    table = column.partition(".")[0]
    return (
        f"({table}.article_id, {column}) IN"
        f" (SELECT article_id, number FROM actor_appearance WHERE actor_id IN {of})"
    )


def _explained(of: str) -> str:
    return (
        "reason.report_id IN (SELECT report_id FROM report_side"
        " JOIN actor_appearance AS seen ON seen.article_id = report_side.article_id"
        f" AND seen.number = report_side.appearance WHERE seen.actor_id IN {of})"
    )


def _actor_seen(condition: str) -> str:
    return (
        "actor.id IN (SELECT actor_id FROM actor_appearance AS seen"
        f" JOIN article ON article.id = seen.article_id WHERE {condition})"
    )


def _has_office(condition: str) -> str:
    return (
        "SELECT seen.actor_id FROM actor_appearance AS seen"
        " JOIN office ON office.article_id = seen.article_id AND office.appearance = seen.number"
        " JOIN article ON article.id = seen.article_id"
        f" WHERE (:office IS NULL OR fits_post(office.title, :office)) AND {condition}"
    )


def _article_has(table: str, condition: str) -> str:
    return f"article.id IN (SELECT article_id FROM {table} WHERE {condition})"


_PUBLISHED = {
    "since": "article.published >= :since",
    "until": "article.published <= :until",
    "outlet": f"article.outlet IN {_OUTLETS}",
    "article": "article.id = :article",
}

EVENTS: Conditions = {
    "actor": _sides(_ACTORS),
    "other": _sides(_OTHERS),
    "event": "event.id = :event",
    "article": _event_reports("article.id = :article"),
    "country": f"({_sides(_OF_COUNTRY)} OR event.place_country = :country)",
    "type": "event.type = :type COLLATE NOCASE",
    "since": "event.date_edtf IS NOT NULL AND coalesce(event.date_latest, '9999-12-31') >= :since",
    "until": "event.date_edtf IS NOT NULL AND coalesce(event.date_earliest, '') <= :until",
    "outlet": _event_reports(_PUBLISHED["outlet"]),
    "voice": _event_reports("report.voice = :voice"),
    "factuality": "event.factuality = :factuality",
    "text": _event_reports(f"(report.article_id, report.sentence) IN ({_SENTENCES})"),
}
CLAIMS: Conditions = {
    **_PUBLISHED,
    "actor": _appears("claim.speaker", _ACTORS),
    "event": f"claim.id IN (SELECT claim_id FROM claim_report WHERE report_id IN {_OF_EVENT})",
    "country": _appears("claim.speaker", _OF_COUNTRY),
    "type": "claim.stance = :type COLLATE NOCASE",
    "voice": "claim.voice = :voice",
    "text": f"(claim.article_id, claim.sentence) IN ({_SENTENCES})",
}
REASONS: Conditions = {
    **_PUBLISHED,
    "actor": f"({_explained(_ACTORS)} OR {_appears('reason.speaker', _ACTORS)})",
    "country": f"({_explained(_OF_COUNTRY)} OR {_appears('reason.speaker', _OF_COUNTRY)})",
    "event": f"(reason.report_id IN {_OF_EVENT} OR reason.because_id IN {_OF_EVENT})",
    "type": "reason.kind = :type COLLATE NOCASE",
    "voice": "reason.voice = :voice",
    "text": f"(reason.article_id, reason.sentence) IN ({_SENTENCES})",
}
SUPPORTS: Conditions = {
    **_PUBLISHED,
    "since": (
        "CASE WHEN support.period_edtf IS NULL THEN article.published"
        " ELSE coalesce(support.period_latest, '9999-12-31') END >= :since"
    ),
    "until": (
        "CASE WHEN support.period_edtf IS NULL THEN article.published"
        " ELSE coalesce(support.period_earliest, '') END <= :until"
    ),
    "actor": (
        f"({_appears('support.provider', _ACTORS)} OR {_appears('support.recipient', _ACTORS)})"
    ),
    "other": (
        f"({_appears('support.provider', _OTHERS)} OR {_appears('support.recipient', _OTHERS)})"
    ),
    "event": f"support.report_id IN {_OF_EVENT}",
    "country": (
        f"({_appears('support.provider', _OF_COUNTRY)}"
        f" OR {_appears('support.recipient', _OF_COUNTRY)})"
    ),
    "type": "support.kind = :type COLLATE NOCASE",
    "voice": "support.voice = :voice",
    "factuality": "support.factuality = :factuality",
    "text": f"(support.article_id, support.sentence) IN ({_SENTENCES})",
}
# The first text that vouches for a day is enough, unless another says that it was over by then.
_HELD_THEN = "was_held(office.since, office.until, article.published, :on)"
_OVER_BY_THEN = "had_ended(office.until, :on)"
ACTORS: Conditions = {
    "office": f"actor.id IN ({_has_office('1')})",
    "on": (
        f"(actor.id IN ({_has_office(_HELD_THEN)})"
        f" AND actor.id NOT IN ({_has_office(_OVER_BY_THEN)}))"
    ),
    "actor": f"actor.id IN {_ACTORS}",
    "event": "actor.id IN (SELECT actor_id FROM event_side WHERE event_id = :event)",
    "country": "actor.country = :country",
    "type": "actor.kind = :type COLLATE NOCASE",
    **{name: _actor_seen(condition) for name, condition in _PUBLISHED.items()},
    "text": (
        "actor.id IN (SELECT seen.actor_id FROM actor_appearance AS seen"
        " JOIN mention ON mention.article_id = seen.article_id AND mention.appearance = seen.number"
        f" WHERE (mention.article_id, mention.sentence) IN ({_SENTENCES}))"
    ),
}
ARTICLES: Conditions = {
    **_PUBLISHED,
    "actor": _article_has("actor_appearance", f"actor_id IN {_ACTORS}"),
    "other": _article_has("actor_appearance", f"actor_id IN {_OTHERS}"),
    "event": _article_has("report", f"id IN {_OF_EVENT}"),
    "country": _article_has("actor_appearance", f"actor_id IN {_OF_COUNTRY}"),
    "type": _article_has("report", "type = :type COLLATE NOCASE"),
    "voice": (
        "article.id IN (SELECT article_id FROM sentence WHERE voice = :voice"
        " UNION SELECT article_id FROM report WHERE voice = :voice"
        " UNION SELECT article_id FROM claim WHERE voice = :voice)"
    ),
    "factuality": _article_has("report", "factuality = :factuality"),
    "text": "article.row IN (SELECT rowid FROM article_words WHERE article_words MATCH :text)",
}


def where(asked: Filter, conditions: Conditions, rows: str) -> tuple[str, dict[str, Cell]]:
    """Return the WHERE clause for a filter and the values to bind to it.

    ``rows`` names what is asked for, in the message of the UsageError that a filter raises which
    has no meaning there (an actor has no factuality).
    """
    given = [f.name for f in fields(asked) if f.name != "limit" and getattr(asked, f.name)]
    for name in given:
        if name not in conditions:
            raise UsageError(
                f"{rows} cannot be filtered by {name}",
                hint=f"they know {', '.join(sorted(conditions))}",
            )
    if any(_asks_for_no_word(asked, name) for name in given):
        return "WHERE 0", {}
    clause = " AND ".join(conditions[name] for name in given)
    return (f"WHERE {clause}" if clause else ""), _values(asked)


def limited(asked: Filter) -> str:
    """Return the LIMIT clause of a filter, empty where it sets none."""
    return "" if asked.limit is None else f"LIMIT {int(asked.limit)}"


def _asks_for_no_word(asked: Filter, name: str) -> bool:
    if name == "text":
        return match_query(asked.text or "") is None
    return name == "outlet" and not folded(asked.outlet or "")


def _values(asked: Filter) -> dict[str, Cell]:
    values: dict[str, Cell] = {
        "actor": asked.actor,
        # no name holds a line break, so an actor asked for without any word is found by id alone
        "actor_words": folded(asked.actor or "") or "\n",
        "other": asked.other,
        "other_words": folded(asked.other or "") or "\n",
        "office": asked.office,
        "on": asked.on.isoformat() if asked.on else None,
        "event": asked.event,
        "article": asked.article,
        "country": asked.country.upper() if asked.country else None,
        "type": asked.type,
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "outlet": folded(asked.outlet or ""),
        "voice": str(asked.voice) if asked.voice else None,
        "factuality": str(asked.factuality) if asked.factuality else None,
        "text": match_query(asked.text or ""),
    }
    return {
        name: storable(cell) if isinstance(cell, str) else cell for name, cell in values.items()
    }
