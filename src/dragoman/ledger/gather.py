"""From ids to what is stored under them: a fixed number of queries for a whole batch."""

# SQL here is put together from constants of this package alone; values are always bound.
# ruff: noqa: S608

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dragoman.ledger import decode
from dragoman.ledger.cast import Cast, Seen, cast
from dragoman.ledger.cells import Cell, Row, packed
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
from dragoman.model.actor import Actor
from dragoman.model.dates import NewsDate
from dragoman.model.event import Judgement
from dragoman.model.failure import Failure
from dragoman.model.report import Report

_IDS = "(SELECT value FROM json_each(:ids))"


@dataclass(frozen=True, slots=True)
class Page:
    """An article's head and its text, against which its quotes are checked."""

    head: ArticleHead
    text: str


def pages(connection: sqlite3.Connection, article_ids: Collection[str]) -> dict[str, Page]:
    """Return the head and text of each article."""
    found = _by_ids(connection, f"SELECT * FROM article WHERE id IN {_IDS}", article_ids)
    return {row["id"]: Page(decode.head_of(row), row["text"]) for row in found}


def reports(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredReport]:
    """Return the reports with these ids."""
    rows = _by_ids(
        connection,
        "SELECT report.*, event_report.event_id FROM report"
        " LEFT JOIN event_report ON event_report.report_id = report.id"
        f" WHERE report.id IN {_IDS}",
        ids,
    )
    found = pages(connection, {row["article_id"] for row in rows})
    told = plain_reports(connection, rows, {id_: page.text for id_, page in found.items()})
    who = cast(connection, [seen for report in told.values() for seen in _in_report(report)])
    events = {row["id"]: row["event_id"] for row in rows}
    return {
        id_: _stored_report(report, found[report.article_id].head, who, events[id_])
        for id_, report in told.items()
    }


def plain_reports(
    connection: sqlite3.Connection, rows: list[Row], texts: Mapping[str, str]
) -> dict[str, Report]:
    """Return the reports of some rows of the table, by id; ``texts`` are those of the articles."""
    sides = _grouped(
        connection,
        f"SELECT * FROM report_side WHERE report_id IN {_IDS} ORDER BY report_id, role, position",
        [row["id"] for row in rows],
        "report_id",
    )
    return {
        row["id"]: decode.report_of(row, sides[row["id"]], texts[row["article_id"]]) for row in rows
    }


def supports(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredSupport]:
    """Return the supports with these ids."""
    rows = _by_ids(connection, f"SELECT * FROM support WHERE id IN {_IDS}", ids)
    found = pages(connection, {row["article_id"] for row in rows})
    columns = ("provider", "recipient", "speaker")
    who = cast(connection, _seen_in(rows, columns))
    stored = {}
    for row in rows:
        page = found[row["article_id"]]
        support = decode.support_of(row, page.text)
        stored[row["id"]] = StoredSupport(
            support=support,
            article=page.head,
            provider=who.actor(page.head.id, support.provider.appearance),
            recipient=who.actor(page.head.id, support.recipient.appearance),
            speaker=who.speaker(page.head.id, support.attribution),
            offices=who.offices_on(
                page.head.id, [row[c] for c in columns], _day(support.period, page.head)
            ),
        )
    return stored


def claims(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredClaim]:
    """Return the claims with these ids."""
    rows = _by_ids(connection, f"SELECT * FROM claim WHERE id IN {_IDS}", ids)
    inside = _grouped(
        connection,
        f"SELECT * FROM claim_report WHERE claim_id IN {_IDS} ORDER BY claim_id, position",
        ids,
        "claim_id",
    )
    found = pages(connection, {row["article_id"] for row in rows})
    who = cast(connection, _seen_in(rows, ("speaker",)))
    stored = {}
    for row in rows:
        page = found[row["article_id"]]
        told = [inner["report_id"] for inner in inside[row["id"]]]
        claim = decode.claim_of(row, told, page.text)
        stored[row["id"]] = StoredClaim(
            claim=claim,
            article=page.head,
            speaker=who.speaker(page.head.id, claim.attribution),
            offices=who.offices_on(page.head.id, [row["speaker"]], page.head.published),
        )
    return stored


def reasons(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredReason]:
    """Return the reasons with these ids."""
    rows = _by_ids(connection, f"SELECT * FROM reason WHERE id IN {_IDS}", ids)
    explained = reports(connection, {row["report_id"] for row in rows if row["report_id"]})
    found = pages(connection, {row["article_id"] for row in rows})
    who = cast(connection, _seen_in(rows, ("speaker",)))
    stored = {}
    for row in rows:
        page = found[row["article_id"]]
        reason = decode.reason_of(row, page.text)
        explains = explained.get(row["report_id"])
        stored[row["id"]] = StoredReason(
            reason=reason,
            article=page.head,
            speaker=who.speaker(page.head.id, reason.attribution),
            explains=explains,
            event_id=explains.event_id if explains else None,
            offices=who.offices_on(page.head.id, [row["speaker"]], page.head.published),
        )
    return stored


def events(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredEvent]:
    """Return the events with these ids, their reports by day of publication."""
    rows = _by_ids(connection, f"SELECT * FROM event WHERE id IN {_IDS}", ids)
    sides = _grouped(
        connection,
        "SELECT event_side.event_id, event_side.role, event_side.actor_id, actor.*"
        " FROM event_side JOIN actor ON actor.id = event_side.actor_id"
        f" WHERE event_id IN {_IDS} ORDER BY event_id, role, position",
        ids,
        "event_id",
    )
    tellings = _grouped(
        connection,
        f"SELECT * FROM event_report WHERE event_id IN {_IDS} ORDER BY event_id, position",
        ids,
        "event_id",
    )
    told = reports(connection, {r["report_id"] for group in tellings.values() for r in group})
    given = _supports_by_report(connection, list(told))
    texts = pages(connection, {row["quantity_article_id"] for row in rows} - {None})
    stored = {}
    for row in rows:
        report_ids = [telling["report_id"] for telling in tellings[row["id"]]]
        page = texts.get(row["quantity_article_id"])
        event = decode.event_of(row, sides[row["id"]], report_ids, page.text if page else "")
        mine = sorted((told[id_] for id_ in report_ids), key=_by_publication)
        stored[row["id"]] = StoredEvent(
            event=event,
            actors=_on_side(sides[row["id"]], "actor"),
            recipients=_on_side(sides[row["id"]], "recipient"),
            reports=tuple(mine),
            supports=tuple(support for id_ in report_ids for support in given[id_]),
            offices={actor: o for r in reversed(mine) for actor, o in r.offices.items()},
        )
    return stored


def actors(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredActor]:
    """Return the joined actors with these ids, their offices by day of publication."""
    offices = _grouped(
        connection,
        "SELECT office.*, article.text, article.id, article.outlet, article.url,"
        " article.headline, article.published, article.authors, article.language, actor_id"
        " FROM actor_appearance AS seen JOIN office ON office.article_id = seen.article_id"
        " AND office.appearance = seen.number JOIN article ON article.id = seen.article_id"
        f" WHERE actor_id IN {_IDS}"
        " ORDER BY article.published, article.id, office.appearance, office.position",
        ids,
        "actor_id",
    )
    rows = _by_ids(
        connection,
        "SELECT actor.*, (SELECT count(*) FROM actor_appearance AS seen JOIN mention"
        " ON mention.article_id = seen.article_id AND mention.appearance = seen.number"
        " WHERE seen.actor_id = actor.id) AS mentions,"
        " (SELECT count(DISTINCT article_id) FROM actor_appearance AS seen"
        f" WHERE seen.actor_id = actor.id) AS articles FROM actor WHERE id IN {_IDS}",
        ids,
    )
    return {
        row["id"]: StoredActor(
            actor=decode.actor_of(row),
            offices=tuple(
                StoredOffice(decode.office_of(office, office["text"]), decode.head_of(office))
                for office in offices[row["id"]]
            ),
            mentions=row["mentions"],
            articles=row["articles"],
        )
        for row in rows
    }


def articles(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, StoredArticle]:
    """Return the articles with these ids, with what was read out of them."""
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} WHERE article_id = article.id) AS {table}s"
        for table in ("sentence", "report", "claim", "reason", "support")
    )
    rows = _by_ids(connection, f"SELECT article.*, {counts} FROM article WHERE id IN {_IDS}", ids)
    copies = _grouped(
        connection,
        f"SELECT * FROM reprint WHERE article_id IN {_IDS} ORDER BY share DESC, original_id",
        ids,
        "article_id",
    )
    return {
        row["id"]: StoredArticle(
            article=decode.head_of(row),
            source=row["source"],
            sentences=row["sentences"],
            reports=row["reports"],
            claims=row["claims"],
            reasons=row["reasons"],
            supports=row["supports"],
            reprint_of=next(map(decode.reprint_of, copies[row["id"]]), None),
        )
        for row in rows
    }


def failures(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Failure]:
    """Return the failures with these ids."""
    rows = _by_ids(connection, f"SELECT * FROM failure WHERE id IN {_IDS}", ids)
    return {row["id"]: decode.failure_of(row) for row in rows}


def judgements(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, Judgement]:
    """Return the judgements with these ids."""
    rows = _by_ids(connection, f"SELECT * FROM judgement WHERE id IN {_IDS}", ids)
    return {row["id"]: decode.judgement_of(row) for row in rows}


def _stored_report(
    report: Report, head: ArticleHead, who: Cast, event_id: str | None
) -> StoredReport:
    return StoredReport(
        report=report,
        article=head,
        actors=tuple(who.actor(head.id, side.appearance) for side in report.actors),
        recipients=tuple(who.actor(head.id, side.appearance) for side in report.recipients),
        speaker=who.speaker(head.id, report.attribution),
        event_id=event_id,
        offices=who.offices_on(
            head.id, [number for _, number in _in_report(report)], _day(report.date, head)
        ),
    )


def _in_report(report: Report) -> list[Seen]:
    numbers = [side.appearance for side in (*report.actors, *report.recipients)]
    if report.attribution.speaker is not None:
        numbers.append(report.attribution.speaker)
    return [(report.article_id, number) for number in numbers]


def _seen_in(rows: Iterable[Row], columns: Iterable[str]) -> list[Seen]:
    names = tuple(columns)
    return [(r["article_id"], r[name]) for r in rows for name in names if r[name] is not None]


def _supports_by_report(
    connection: sqlite3.Connection, report_ids: Collection[str]
) -> dict[str, list[StoredSupport]]:
    rows = _by_ids(connection, f"SELECT id FROM support WHERE report_id IN {_IDS}", report_ids)
    by_report: dict[str, list[StoredSupport]] = defaultdict(list)
    for support in supports(connection, [row["id"] for row in rows]).values():
        by_report[support.support.report_id or ""].append(support)
    return by_report


def _on_side(sides: Iterable[Row], role: str) -> tuple[Actor, ...]:
    return tuple(decode.actor_of(side) for side in sides if side["role"] == role)


def _by_publication(told: StoredReport) -> tuple[str, str, int]:
    published = told.article.published
    return (
        published.isoformat() if published else "undated",
        told.article.id,
        told.report.cue.start,
    )


def _day(date: NewsDate | None, head: ArticleHead) -> dt.date | None:
    return (date.latest if date else None) or head.published


def _by_ids(connection: sqlite3.Connection, query: str, ids: Collection[str]) -> list[Row]:
    values: dict[str, Cell] = {"ids": packed(sorted(ids))}
    return connection.execute(query, values).fetchall()


def _grouped(
    connection: sqlite3.Connection, query: str, ids: Collection[str], by: str
) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in _by_ids(connection, query, ids):
        groups[row[by]].append(row)
    return groups
