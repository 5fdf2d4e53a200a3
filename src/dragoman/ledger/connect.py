"""Opening the SQLite file of a ledger, and saying plainly why one cannot be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.posts import fits_post, had_ended, was_held
from dragoman.errors import LedgerError
from dragoman.ledger import migrate
from dragoman.ledger.faults import explained


@dataclass(frozen=True, slots=True)
class LedgerSettings:
    """How a ledger is opened.

    ``busy_seconds`` is how long to wait for another program that is writing; half a minute is
    many times what adding the longest article takes.
    """

    busy_seconds: float = 30.0


def connect_to_write(path: Path, settings: LedgerSettings, *, create: bool) -> sqlite3.Connection:
    """Return a connection that reads and writes, with the newest schema.

    Makes the file when there is none and ``create`` says so, and lifts an older ledger. Raises
    LedgerError for whatever is not a ledger, and leaves such a file as it was.
    """
    _refuse_odd_places(path, create=create)
    with explained(path):
        connection = _connect(path, settings, "rwc" if create else "rw")
        with _closed_on_failure(connection):
            if _needs_making(connection, path):
                if not create:
                    raise _not_a_ledger(path)
                _make(connection, path)
            _refuse_newer(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            if migrate.schema_version(connection) < migrate.SCHEMA_VERSION:
                _lift(connection)
            _prove_writable(connection)
    return connection


def connect_to_read(path: Path, settings: LedgerSettings) -> sqlite3.Connection:
    """Return a connection that only reads, also where nothing may be written.

    Raises LedgerError for a missing file, for whatever is not a ledger, and for a ledger of
    another schema.
    """
    _refuse_odd_places(path, create=False)
    with explained(path):
        connection = _first_that_reads(path, settings)
        with _closed_on_failure(connection):
            if _needs_making(connection, path):
                raise _not_a_ledger(path)
            _refuse_newer(connection, path)
            if migrate.schema_version(connection) < migrate.SCHEMA_VERSION:
                raise LedgerError(
                    f"{path} was made by an older dragoman",
                    hint="run `dragoman read` on it once where it may be written",
                )
            connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction: everything in the block is kept, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # a full disk or a failed commit may have ended the transaction already
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One view of the ledger for all statements of the block, whatever others write meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _refuse_odd_places(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger", hint="name a file with --ledger")
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent}", hint="make it, or name another")
    if not create and not path.exists():
        raise LedgerError(f"there is no ledger {path}", hint="make one with `dragoman read`")


def _connect(path: Path, settings: LedgerSettings, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=settings.busy_seconds,
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    # What filters by office ask (dragoman.ledger.filters), each with its number of arguments.
    connection.create_function("fits_post", 2, fits_post, deterministic=True)
    connection.create_function("was_held", 4, was_held, deterministic=True)
    connection.create_function("had_ended", 2, had_ended, deterministic=True)
    return connection


def _first_that_reads(path: Path, settings: LedgerSettings) -> sqlite3.Connection:
    connection = _connect(path, settings, "rw")
    try:
        migrate.schema_version(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _connect_immutable(path, settings)
    return connection


def _connect_immutable(path: Path, settings: LedgerSettings) -> sqlite3.Connection:
    # WAL keeps an index beside the file. Where none can be made, SQLite reads the file alone if
    # told that nobody changes it, which is only whole when no write-ahead log waits beside it.
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise LedgerError(
            f"{path} has unfinished writing beside it ({log.name}) that cannot be read here",
            hint="copy both files to a folder that may be written",
        )
    return _connect(path, settings, "ro&immutable=1")


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _needs_making(connection: sqlite3.Connection, path: Path) -> bool:
    with reading(connection):  # one view, since another program may be making it this moment
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = migrate.schema_version(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application == migrate.APPLICATION_ID and version:
        return False
    if tables:
        raise _not_a_ledger(path)
    return True


def _make(connection: sqlite3.Connection, path: Path) -> None:
    with writing(connection):
        # another program may have made it while this one waited for its turn
        if _needs_making(connection, path):
            migrate.make(connection, migrate.shipped_schema(), migrate.SCHEMA_VERSION)


def _lift(connection: sqlite3.Connection) -> None:
    with writing(connection):
        migrate.lift(connection, migrate.shipped_migrations(), migrate.SCHEMA_VERSION)


def _refuse_newer(connection: sqlite3.Connection, path: Path) -> None:
    version = migrate.schema_version(connection)
    if version > migrate.SCHEMA_VERSION:
        raise LedgerError(
            f"{path} was made by a newer dragoman (schema {version}, this one knows"
            f" {migrate.SCHEMA_VERSION})",
            hint="upgrade dragoman",
        )


def _prove_writable(connection: sqlite3.Connection) -> None:
    with writing(connection):
        # a file opened for writing may still be on a disk that takes none; BEGIN IMMEDIATE asks
        pass


def _not_a_ledger(path: Path) -> LedgerError:
    return LedgerError(
        f"{path} is not a ledger of dragoman",
        hint="name a ledger that dragoman made, or a new file, with --ledger",
    )
