"""Writing: one article whole or not at all, failures, and what merging found."""

# SQL here is put together from constants of this package alone; values are always bound.
# ruff: noqa: S608

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from dragoman.errors import RecordError
from dragoman.ledger.cells import Cells, date_cells, packed, place_cells, quantity_cells
from dragoman.ledger.connect import writing
from dragoman.ledger.rows import digest_of, rows_of
from dragoman.ledger.words import folded
from dragoman.model.event import Disagreement, Event, Reprint
from dragoman.model.failure import Failure
from dragoman.model.joined import JoinedActor
from dragoman.model.reading import Reading

MERGED = "merged"  # the fact in meta that holds the digest of the last merging

# Children before what they refer to; rows of report_side, office and claim_report go with theirs.
_READ_TABLES = (
    "reason",
    "claim",
    "support",
    "report",
    "mention",
    "appearance",
    "sentence",
    "block",
)


def add(connection: sqlite3.Connection, reading: Reading) -> bool:
    """Store a reading in one transaction and say whether it said anything new.

    An equal reading of the same article changes no row; one that differs replaces every row of
    that article. Events that lose a report by it are dropped until the next merging. A failure
    noted for the same source is struck out. Raises RecordError when the reading refers to what it
    does not hold.
    """
    rows = rows_of(reading)
    digest = digest_of(rows)
    with writing(connection):
        _strike_failures(connection, reading.article.source)
        if _known_digest(connection, reading.article.id) == digest:
            return False
        reports = _report_ids(connection, reading.article.id)
        joined = _joined_by_key(connection, reading.article.id)
        _clear(connection, reading.article.id)
        rows["article"][0]["reading_digest"] = digest
        for table, cells in rows.items():
            _put(connection, table, cells)
        _forget_events(connection, reports - {str(row["id"]) for row in rows["report"]})
        _forget_joins(connection, reading.article.id, joined)
        ask_for_merging(connection)
    return True


def add_failure(connection: sqlite3.Connection, failure: Failure) -> None:
    """Note a document that gave no article; noting it twice changes nothing."""
    with writing(connection):
        connection.execute(
            "INSERT INTO failure (id, source, stage, reason, hint) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET hint = excluded.hint WHERE hint <> excluded.hint",
            (failure.id, failure.source, failure.stage, failure.reason, failure.hint),
        )


def replace_merged(
    connection: sqlite3.Connection,
    actors: Sequence[JoinedActor],
    events: Sequence[Event],
    reprints: Sequence[Reprint],
) -> bool:
    """Store what merging found in place of what it found before; say whether anything changed.

    One transaction. Raises RecordError when an actor, event or reprint refers to a report,
    appearance or article that is not in the ledger.
    """
    told = repr((*actors, *events, *reprints)).encode("utf-8", "surrogatepass")
    digest = blake2b(told, digest_size=16).hexdigest()
    with writing(connection):
        if facts(connection).get(MERGED) == digest:
            return False
        for table in ("event", "actor", "reprint"):
            connection.execute(f"DELETE FROM {table}")
        for table, rows in {
            "actor": [_actor(joined) for joined in actors],
            "actor_name": [row for joined in actors for row in _names(joined)],
            "actor_appearance": [row for joined in actors for row in _joins(joined)],
            "event": [_event(connection, event) for event in events],
            "event_side": [row for event in events for row in _event_sides(event)],
            "event_report": [row for event in events for row in _event_reports(event)],
            "reprint": [_reprint(reprint) for reprint in reprints],
        }.items():
            _put(connection, table, rows)
        _put_fact(connection, MERGED, digest)
    return True


def needs_merging(connection: sqlite3.Connection) -> bool:
    """Whether articles or judgements changed since the last merging, or while it was at work."""
    articles, unjoined = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM article), EXISTS (SELECT 1 FROM appearance"
        " LEFT JOIN actor_appearance USING (article_id, number) WHERE actor_id IS NULL)"
    ).fetchone()
    return bool(unjoined or (articles and MERGED not in facts(connection)))


def ask_for_merging(connection: sqlite3.Connection) -> None:
    """Note that what merging found no longer follows from what is stored."""
    connection.execute("DELETE FROM meta WHERE name = ?", (MERGED,))


def remember(connection: sqlite3.Connection, told: Mapping[str, str]) -> None:
    """Keep facts about the whole ledger by name, such as the codebook it was read with."""
    with writing(connection):
        for name, value in told.items():
            _put_fact(connection, name, value)


def facts(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the facts about the whole ledger, by name."""
    return {row["name"]: row["value"] for row in connection.execute("SELECT * FROM meta")}


def _put(connection: sqlite3.Connection, table: str, rows: Sequence[Cells]) -> None:
    if not rows:
        return
    names = list(rows[0])
    statement = (
        f"INSERT INTO {table} ({', '.join(names)})"
        f" VALUES ({', '.join(f':{name}' for name in names)})"
    )
    connection.executemany(statement + _ON_CONFLICT.get(table, ""), rows)


_ARTICLE_COLUMNS = (
    "url",
    "headline",
    "authors",
    "published_time",
    "language",
    "source",
    "reading_digest",
)
_ON_CONFLICT = {
    "outlet": " ON CONFLICT (name) DO NOTHING",
    "article": " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _ARTICLE_COLUMNS),
}


def _strike_failures(connection: sqlite3.Connection, source: str) -> None:
    connection.execute("DELETE FROM failure WHERE source = ?", (source,))


def _known_digest(connection: sqlite3.Connection, article_id: str) -> str | None:
    found = connection.execute("SELECT reading_digest FROM article WHERE id = ?", (article_id,))
    row = found.fetchone()
    return row["reading_digest"] if row else None


def _clear(connection: sqlite3.Connection, article_id: str) -> None:
    for table in _READ_TABLES:
        connection.execute(f"DELETE FROM {table} WHERE article_id = ?", (article_id,))


def _report_ids(connection: sqlite3.Connection, article_id: str) -> set[str]:
    found = connection.execute("SELECT id FROM report WHERE article_id = ?", (article_id,))
    return {row["id"] for row in found}


def _joined_by_key(connection: sqlite3.Connection, article_id: str) -> dict[int, str]:
    found = connection.execute(
        "SELECT number, key FROM actor_appearance JOIN appearance USING (article_id, number)"
        " WHERE article_id = ?",
        (article_id,),
    )
    return {row["number"]: row["key"] for row in found}


def _forget_events(connection: sqlite3.Connection, lost: set[str]) -> None:
    connection.execute(
        "DELETE FROM event WHERE id IN (SELECT event_id FROM event_report"
        " WHERE report_id IN (SELECT value FROM json_each(?)))",
        (packed(sorted(lost)),),
    )


def _forget_joins(connection: sqlite3.Connection, article_id: str, before: dict[int, str]) -> None:
    # a number that now stands for another actor must not keep the old one's name
    now = connection.execute(
        "SELECT number, key FROM appearance WHERE article_id = ?", (article_id,)
    )
    kept = {row["number"] for row in now if before.get(row["number"]) == row["key"]}
    connection.executemany(
        "DELETE FROM actor_appearance WHERE article_id = ? AND number = ?",
        [(article_id, number) for number in before.keys() - kept],
    )


def _put_fact(connection: sqlite3.Connection, name: str, value: str) -> None:
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value",
        (name, value),
    )


def _actor(joined: JoinedActor) -> Cells:
    actor = joined.actor
    return {
        "id": actor.id,
        "name": actor.name,
        "names": packed(actor.names),
        "kind": str(actor.kind),
        "country": actor.country,
        "sectors": packed(actor.sectors),
        "private": int(actor.private),
        "wikidata_id": actor.wikidata_id,
    }


def _names(joined: JoinedActor) -> Iterator[Cells]:
    names = dict.fromkeys((joined.actor.name, *joined.actor.names))
    for position, name in enumerate(names):
        yield {
            "actor_id": joined.actor.id,
            "position": position,
            "name": name,
            "folded": folded(name),
        }


def _joins(joined: JoinedActor) -> Iterator[Cells]:
    for article_id, number in joined.appearances:
        yield {"article_id": article_id, "number": number, "actor_id": joined.actor.id}


def _event(connection: sqlite3.Connection, event: Event) -> Cells:
    return {
        "id": event.id,
        "type": event.type,
        "modes": packed(event.modes),
        "contexts": packed(event.contexts),
        **date_cells("date", event.date),
        **place_cells(event.place),
        "quantity_article_id": _quantity_article(connection, event),
        **quantity_cells(event.quantity),
        "factuality": str(event.factuality),
        "independent_outlets": event.independent_outlets,
        "articles": event.articles,
        "disagreements": packed([_disagreement(told) for told in event.disagreements]),
    }


def _event_reports(event: Event) -> Iterator[Cells]:
    for position, report_id in enumerate(event.report_ids):
        yield {"event_id": event.id, "position": position, "report_id": report_id}


def _event_sides(event: Event) -> Iterator[Cells]:
    for role, ids in (("actor", event.actor_ids), ("recipient", event.recipient_ids)):
        for position, actor_id in enumerate(ids):
            yield {
                "event_id": event.id,
                "role": role,
                "position": position,
                "actor_id": actor_id,
            }


def _quantity_article(connection: sqlite3.Connection, event: Event) -> str | None:
    if event.quantity is None:
        return None
    quote = event.quantity.quote
    row = connection.execute(
        "SELECT article_id FROM report WHERE id IN (SELECT value FROM json_each(?))"
        " AND quantity_start = ? AND quantity_end = ? AND quantity_words = ? ORDER BY id",
        (packed(event.report_ids), quote.start, quote.end, quote.words),
    ).fetchone()
    if row is None:
        raise RecordError(f"no report of {event.id} gives the quantity {quote.words!r}")
    article_id: str = row["article_id"]
    return article_id


def _disagreement(told: Disagreement) -> dict[str, object]:
    return {"about": told.about, "versions": told.versions}


def _reprint(reprint: Reprint) -> Cells:
    return {
        "article_id": reprint.article_id,
        "original_id": reprint.original_id,
        "share": reprint.share,
    }
