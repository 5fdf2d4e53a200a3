"""Asking the ledger: filters run in SQL, answers come in batches."""

# SQL here is put together from constants of this package alone; values are always bound.
# ruff: noqa: S608

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

from dragoman.errors import UsageError
from dragoman.ledger import decode, filters, gather
from dragoman.ledger.cells import Row
from dragoman.ledger.connect import reading
from dragoman.ledger.filters import Conditions, Filter
from dragoman.ledger.stored import (
    Stored,
    StoredActor,
    StoredArticle,
    StoredClaim,
    StoredEvent,
    StoredMention,
    StoredReason,
    StoredSentence,
    StoredSupport,
)
from dragoman.ledger.words import match_query, storable
from dragoman.model.actor import Appearance, Mention
from dragoman.model.article import Article
from dragoman.model.claim import Claim, Reason
from dragoman.model.failure import Failure
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading, Sentence
from dragoman.model.report import Report, Support

_T = TypeVar("_T")

# Large enough that the queries of a batch cost little beside its rows, small enough that the
# texts of its articles (some 6 kB each) stay within a few megabytes.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Shelf(Generic[_T]):
    """One sort of row that can be asked for: how ids are found, in which order, and gathered."""

    rows: str
    find: str
    order: str
    conditions: Conditions
    gather: Callable[[sqlite3.Connection, Collection[str]], dict[str, _T]]

    def ids(self, connection: sqlite3.Connection, asked: Filter) -> list[str]:
        """Return the ids of what a filter asks for, in the shelf's order."""
        clause, values = filters.where(asked, self.conditions, self.rows)
        query = f"{self.find} {clause} ORDER BY {self.order} {filters.limited(asked)}"
        return [row[0] for row in connection.execute(query, values)]

    def all(self, connection: sqlite3.Connection, asked: Filter) -> Iterator[_T]:
        """Yield what a filter asks for; what is gone before its batch comes is passed over."""
        waiting = iter(self.ids(connection, asked))
        while batch := list(islice(waiting, BATCH)):
            with reading(connection):
                found = self.gather(connection, batch)
            yield from (found[id_] for id_ in batch if id_ in found)


def _told_in(table: str) -> str:
    return f"SELECT {table}.id FROM {table} JOIN article ON article.id = {table}.article_id"


_AS_PUBLISHED = "article.published IS NULL, article.published, article.id"

EVENTS: Shelf[StoredEvent] = Shelf(
    "events",
    "SELECT event.id FROM event",
    "event.date_edtf IS NULL, coalesce(event.date_earliest, ''), event.id",
    filters.EVENTS,
    gather.events,
)
CLAIMS: Shelf[StoredClaim] = Shelf(
    "claims",
    _told_in("claim"),
    f"{_AS_PUBLISHED}, claim.cue_start, claim.id",
    filters.CLAIMS,
    gather.claims,
)
REASONS: Shelf[StoredReason] = Shelf(
    "reasons",
    _told_in("reason"),
    f"{_AS_PUBLISHED}, reason.content_start, reason.id",
    filters.REASONS,
    gather.reasons,
)
SUPPORTS: Shelf[StoredSupport] = Shelf(
    "supports",
    _told_in("support"),
    f"{_AS_PUBLISHED}, support.given_start, support.id",
    filters.SUPPORTS,
    gather.supports,
)
ACTORS: Shelf[StoredActor] = Shelf(
    "actors",
    "SELECT actor.id FROM actor",
    "actor.kind IN ('group', 'unnamed'),"
    " (SELECT count(*) FROM actor_appearance WHERE actor_id = actor.id) DESC,"
    " (SELECT count(*) FROM actor_appearance AS seen JOIN mention"
    " ON mention.article_id = seen.article_id AND mention.appearance = seen.number"
    " WHERE seen.actor_id = actor.id) DESC, actor.name, actor.id",
    filters.ACTORS,
    gather.actors,
)
ARTICLES: Shelf[StoredArticle] = Shelf(
    "articles", "SELECT article.id FROM article", _AS_PUBLISHED, filters.ARTICLES, gather.articles
)

_BY_PREFIX: dict[str, Callable[[sqlite3.Connection, Collection[str]], Mapping[str, Stored]]] = {
    "EVT": gather.events,
    "REP": gather.reports,
    "CLM": gather.claims,
    "REA": gather.reasons,
    "SUP": gather.supports,
    "ACT": gather.actors,
    "ART": gather.articles,
    "FAIL": gather.failures,
    "JUD": gather.judgements,
}


def by_id(connection: sqlite3.Connection, id_: str) -> Stored:
    """Return what is stored under an id; raises UsageError when nothing is."""
    find = _BY_PREFIX.get(id_.partition("-")[0])
    if find is None:
        raise UsageError(
            f"{id_} is not an id of the ledger",
            hint=f"ids begin with {', '.join(f'{prefix}-' for prefix in _BY_PREFIX)}",
        )
    with reading(connection):
        found = find(connection, [storable(id_)])
    if id_ not in found:
        raise UsageError(f"the ledger holds no {id_}", hint="list ids with `dragoman events`")
    return found[id_]


def failures(connection: sqlite3.Connection) -> Iterator[Failure]:
    """Yield the documents that gave no article, by source."""
    rows = connection.execute("SELECT * FROM failure ORDER BY source, id").fetchall()
    return map(decode.failure_of, rows)


def search(connection: sqlite3.Connection, text: str, limit: int) -> tuple[StoredSentence, ...]:
    """Return the sentences that hold all words of ``text``, the best match first.

    No text is an error: what is no word is passed over, and a text without words finds nothing.
    """
    query = match_query(text)
    if query is None:
        return ()
    rows = connection.execute(
        "SELECT sentence.*, article.* FROM sentence_words"
        " JOIN sentence ON sentence.row = sentence_words.rowid"
        " JOIN article ON article.id = sentence.article_id"
        " WHERE sentence_words MATCH ? ORDER BY bm25(sentence_words), sentence.row LIMIT ?",
        (query, limit),
    )
    return tuple(
        StoredSentence(decode.sentence_of(row, row["text"]), decode.head_of(row)) for row in rows
    )


def article(connection: sqlite3.Connection, article_id: str) -> Article:
    """Return an article whole; raises UsageError when it is not in the ledger."""
    with reading(connection):
        row = connection.execute(
            "SELECT * FROM article WHERE id = ?", (storable(article_id),)
        ).fetchone()
        if row is None:
            raise UsageError(f"the ledger holds no {article_id}", hint="see `dragoman articles`")
        return decode.article_of(row, _of_article(connection, "block", article_id, "number"))


def sentences(connection: sqlite3.Connection, article_id: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order; raises UsageError when it is not there."""
    with reading(connection):
        text = article(connection, article_id).text
        rows = _of_article(connection, "sentence", article_id, "number")
        return tuple(decode.sentence_of(row, text) for row in rows)


def whole(connection: sqlite3.Connection, article_id: str) -> Reading:
    """Return all that was read out of an article, as it was stored."""
    with reading(connection):
        page = article(connection, article_id)
        rows = _of_article(connection, "mention", article_id, "position")
        return Reading(
            article=page,
            sentences=sentences(connection, article_id),
            appearances=_appearances(connection, page),
            mentions=tuple(decode.mention_of(row, page.text) for row in rows),
            reports=_reports(connection, page),
            supports=_supports(connection, page),
            claims=_claims(connection, page),
            reasons=_reasons(connection, page),
        )


def mentions_of(connection: sqlite3.Connection, actor_id: str) -> tuple[StoredMention, ...]:
    """Return the mentions of a joined actor, by day of publication and place in the text."""
    rows = connection.execute(
        "SELECT mention.*, article.* FROM actor_appearance AS seen"
        " JOIN mention ON mention.article_id = seen.article_id AND mention.appearance = seen.number"
        " JOIN article ON article.id = seen.article_id WHERE seen.actor_id = ?"
        f" ORDER BY {_AS_PUBLISHED}, mention.quote_start",
        (storable(actor_id),),
    )
    return tuple(
        StoredMention(decode.mention_of(row, row["text"]), decode.head_of(row)) for row in rows
    )


def mention_at(connection: sqlite3.Connection, article_id: str, quote: Quote) -> Mention | None:
    """Return what an article's reading holds those words for, or None."""
    row = connection.execute(
        "SELECT mention.*, article.text FROM mention JOIN article ON article.id = article_id"
        " WHERE article_id = ? AND quote_start = ? AND quote_end = ?",
        (storable(article_id), quote.start, quote.end),
    ).fetchone()
    return decode.mention_of(row, row["text"]) if row else None


def pseudonyms(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what to call each private person, by actor id.

    "person 3 in ART-…" is the third private person of the first article, by day of publication,
    that tells of this one; the count follows the order in which the article presents them.
    """
    rows = connection.execute(
        "SELECT key, actor_id, article_id, row_number() OVER"
        " (PARTITION BY article_id ORDER BY number) AS rank"
        " FROM appearance LEFT JOIN actor_appearance USING (article_id, number)"
        " LEFT JOIN actor ON actor.id = actor_id JOIN article ON article.id = article_id"
        " WHERE coalesce(actor.private, appearance.private)"
        f" ORDER BY {_AS_PUBLISHED}, rank"
    )
    called: dict[str, str] = {}
    for row in rows:
        actor_id = row["actor_id"] or decode.lone_actor_id(row["key"])
        called.setdefault(actor_id, f"person {row['rank']} in {row['article_id']}")
    return called


def iter_articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Yield every article whole, by id."""
    return (article(connection, id_) for id_ in _article_ids(connection))


def iter_reports(connection: sqlite3.Connection) -> Iterator[Report]:
    """Yield every report, article by article in the order of their ids."""
    for article_id in _article_ids(connection):
        with reading(connection):
            found = _reports(connection, article(connection, article_id))
        yield from found


def iter_appearances(connection: sqlite3.Connection) -> Iterator[tuple[str, Appearance]]:
    """Yield every appearance with its article's id, in the order of articles' ids."""
    for article_id in _article_ids(connection):
        with reading(connection):
            found = _appearances(connection, article(connection, article_id))
        yield from ((article_id, seen) for seen in found)


def _article_ids(connection: sqlite3.Connection) -> list[str]:
    return [row["id"] for row in connection.execute("SELECT id FROM article ORDER BY id")]


def _of_article(
    connection: sqlite3.Connection, table: str, article_id: str, order: str
) -> list[Row]:
    query = f"SELECT * FROM {table} WHERE article_id = ? ORDER BY {order}"
    return connection.execute(query, (article_id,)).fetchall()


def _appearances(connection: sqlite3.Connection, page: Article) -> tuple[Appearance, ...]:
    offices = _of_article(connection, "office", page.id, "appearance, position")
    return tuple(
        decode.appearance_of(
            row, [o for o in offices if o["appearance"] == row["number"]], page.text
        )
        for row in _of_article(connection, "appearance", page.id, "number")
    )


def _reports(connection: sqlite3.Connection, page: Article) -> tuple[Report, ...]:
    rows = _of_article(connection, "report", page.id, "position")
    return tuple(gather.plain_reports(connection, rows, {page.id: page.text}).values())


def _supports(connection: sqlite3.Connection, page: Article) -> tuple[Support, ...]:
    rows = _of_article(connection, "support", page.id, "position")
    return tuple(decode.support_of(row, page.text) for row in rows)


def _claims(connection: sqlite3.Connection, page: Article) -> tuple[Claim, ...]:
    rows = _of_article(connection, "claim", page.id, "position")
    found = gather.claims(connection, [row["id"] for row in rows])
    return tuple(found[row["id"]].claim for row in rows)


def _reasons(connection: sqlite3.Connection, page: Article) -> tuple[Reason, ...]:
    rows = _of_article(connection, "reason", page.id, "position")
    return tuple(decode.reason_of(row, page.text) for row in rows)
