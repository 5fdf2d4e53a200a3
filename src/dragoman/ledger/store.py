"""Ledger: the SQLite file that holds all that was read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from dragoman.ledger import judgements, reader, writer
from dragoman.ledger.connect import LedgerSettings, connect_to_read, connect_to_write
from dragoman.ledger.faults import explained
from dragoman.ledger.filters import EVERYTHING, Filter
from dragoman.ledger.scale import Scale, scale_in
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
from dragoman.model.actor import Appearance, Mention
from dragoman.model.article import Article
from dragoman.model.event import Event, Judgement, Reprint
from dragoman.model.failure import Failure
from dragoman.model.joined import JoinedActor
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading, Sentence
from dragoman.model.report import Report

_T = TypeVar("_T")

DEFAULT_SETTINGS = LedgerSettings()


class Ledger:
    """An open ledger. Several programs may read it while one writes; one thread uses one Ledger.

    Each writing method is one transaction: when it returns, what it wrote outlives a crash, and
    when it raises, nothing of it was written. Every method raises LedgerError when the file cannot
    be read or written. Use it in a ``with`` block, or close it.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        create: bool = True,
        settings: LedgerSettings = DEFAULT_SETTINGS,
    ) -> Self:
        """Return the ledger at ``path``, to read and to write.

        Makes a new one when there is no file and ``create`` says so; lifts an older one to this
        release's schema. Raises LedgerError when the file is missing, is no ledger, was made by a
        newer release, is held by another program or may not be written. Whatever is not a ledger
        is left as it was.
        """
        place = Path(path)
        return cls(connect_to_write(place, settings, create=create), place)

    @classmethod
    def open_for_reading(
        cls, path: str | os.PathLike[str], *, settings: LedgerSettings = DEFAULT_SETTINGS
    ) -> Self:
        """Return the ledger at ``path`` to read only, also from a folder that takes no writing.

        Raises LedgerError as ``open`` does; so does every method that would write.
        """
        place = Path(path)
        return cls(connect_to_read(place, settings), place)

    def close(self) -> None:
        """Close the file; closing twice is no error."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Writing

    def add(self, reading: Reading) -> bool:
        """Store a reading whole; returns False when it says nothing new, and changes nothing then.

        A reading of a known article that differs replaces that article's rows. A failure noted for
        the same source is struck out. Raises RecordError when it refers to what it does not hold.
        """
        with explained(self.path):
            return writer.add(self._connection, reading)

    def add_failure(self, failure: Failure) -> None:
        """Note a document that gave no article, until the same source is read well."""
        with explained(self.path):
            writer.add_failure(self._connection, failure)

    def replace_merged(
        self, actors: Sequence[JoinedActor], events: Sequence[Event], reprints: Sequence[Reprint]
    ) -> bool:
        """Store what merging found in place of what it found before; returns whether it differs.

        Raises RecordError when it refers to what the ledger does not hold.
        """
        with explained(self.path):
            return writer.replace_merged(self._connection, actors, events, reprints)

    def needs_merging(self) -> bool:
        """Whether articles or judgements changed since actors and events were last merged."""
        with explained(self.path):
            return writer.needs_merging(self._connection)

    def remember(self, facts: Mapping[str, str]) -> None:
        """Keep facts about the whole ledger by name, such as the codebook it was read with."""
        with explained(self.path):
            writer.remember(self._connection, facts)

    def facts(self) -> dict[str, str]:
        """Return the facts about the whole ledger, by name."""
        with explained(self.path):
            return writer.facts(self._connection)

    def scale(self) -> Scale:
        """Return the quad classes and intensities of the codebook that it was read with.

        They are the built-in codebook's for a ledger that an older release made.
        """
        return scale_in(self.facts())

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep what a person decided, in place of an earlier decision on the same ids."""
        with explained(self.path):
            judgements.add(self._connection, judgement)

    def remove_judgement(self, judgement_id: str) -> bool:
        """Strike a judgement out; returns whether there was one."""
        with explained(self.path):
            return judgements.remove(self._connection, judgement_id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements, the oldest first."""
        with explained(self.path):
            return judgements.every(self._connection)

    def judgements_on(self, id_: str) -> tuple[Judgement, ...]:
        """Return the judgements on one id, the oldest first."""
        with explained(self.path):
            return judgements.about(self._connection, id_)

    # Asking; iterators read the ledger batch by batch while they are walked

    def events(self, asked: Filter = EVERYTHING) -> Iterator[StoredEvent]:
        """Yield events by their earliest day, the undated last."""
        return self._each(reader.EVENTS.all(self._connection, asked))

    def claims(self, asked: Filter = EVERYTHING) -> Iterator[StoredClaim]:
        """Yield claims by day of publication and place in the text."""
        return self._each(reader.CLAIMS.all(self._connection, asked))

    def reasons(self, asked: Filter = EVERYTHING) -> Iterator[StoredReason]:
        """Yield reasons by day of publication and place in the text."""
        return self._each(reader.REASONS.all(self._connection, asked))

    def supports(self, asked: Filter = EVERYTHING) -> Iterator[StoredSupport]:
        """Yield supports by day of publication and place in the text."""
        return self._each(reader.SUPPORTS.all(self._connection, asked))

    def actors(self, asked: Filter = EVERYTHING) -> Iterator[StoredActor]:
        """Yield joined actors, those in the most articles first. Private persons are among them."""
        return self._each(reader.ACTORS.all(self._connection, asked))

    def articles(self, asked: Filter = EVERYTHING) -> Iterator[StoredArticle]:
        """Yield articles by day of publication, the undated last."""
        return self._each(reader.ARTICLES.all(self._connection, asked))

    def failures(self) -> Iterator[Failure]:
        """Yield the documents that gave no article, by source."""
        return self._each(reader.failures(self._connection))

    def search(self, text: str, limit: int = 20) -> tuple[StoredSentence, ...]:
        """Return at most ``limit`` sentences that hold all words of ``text``, the best first.

        Words in double quotes must stand together, ``word*`` matches a beginning; no text is an
        error, and one without words finds nothing.
        """
        with explained(self.path):
            return reader.search(self._connection, text, limit)

    def by_id(self, id_: str) -> Stored:
        """Return what stands under any id (EVT-, REP-, CLM-, REA-, SUP-, ACT-, ART-, FAIL-, JUD-).

        Raises UsageError when the ledger holds no such id.
        """
        with explained(self.path):
            return reader.by_id(self._connection, id_)

    def article(self, article_id: str) -> Article:
        """Return an article whole; raises UsageError when the ledger does not hold it."""
        with explained(self.path):
            return reader.article(self._connection, article_id)

    def sentences(self, article_id: str) -> tuple[Sentence, ...]:
        """Return an article's sentences in order; raises UsageError when it is not there."""
        with explained(self.path):
            return reader.sentences(self._connection, article_id)

    def reading(self, article_id: str) -> Reading:
        """Return all that was read out of an article; raises UsageError when it is not there."""
        with explained(self.path):
            return reader.whole(self._connection, article_id)

    def mentions_of(self, actor_id: str) -> tuple[StoredMention, ...]:
        """Return the mentions of a joined actor, by day of publication and place in the text."""
        with explained(self.path):
            return reader.mentions_of(self._connection, actor_id)

    def mention_at(self, article_id: str, quote: Quote) -> Mention | None:
        """Return what an article's reading holds those words for, or None."""
        with explained(self.path):
            return reader.mention_at(self._connection, article_id, quote)

    def pseudonyms(self) -> dict[str, str]:
        """Return what to call each private person, by actor id: "person 3 in ART-…"."""
        with explained(self.path):
            return reader.pseudonyms(self._connection)

    # For the merging stage

    def iter_articles(self) -> Iterator[Article]:
        """Yield every article whole, by id."""
        return self._each(reader.iter_articles(self._connection))

    def iter_reports(self) -> Iterator[Report]:
        """Yield every report, article by article in the order of their ids."""
        return self._each(reader.iter_reports(self._connection))

    def iter_appearances(self) -> Iterator[tuple[str, Appearance]]:
        """Yield every appearance with its article's id, in the order of articles' ids."""
        return self._each(reader.iter_appearances(self._connection))

    def _each(self, rows: Iterator[_T]) -> Iterator[_T]:
        while True:
            with explained(self.path):
                row = next(rows, None)
            if row is None:
                return
            yield row
