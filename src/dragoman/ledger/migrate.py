"""The schema of a ledger: making it, and lifting older ledgers to it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import LedgerError

SCHEMA_VERSION = 1
APPLICATION_ID = 1685217639  # "drag" in ASCII; schema.sql sets the same

_MIGRATION_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True)
class Migration:
    """The SQL that lifts a ledger from schema ``to - 1`` to schema ``to``."""

    to: int
    script: str


def shipped_schema() -> str:
    """Return the SQL that makes a ledger of the newest schema."""
    return files("dragoman.ledger").joinpath("schema.sql").read_text(encoding="utf-8")


def shipped_migrations() -> tuple[Migration, ...]:
    """Return the migrations of this release, the oldest first."""
    return migrations_in(files("dragoman.ledger").joinpath("migrations"))


def migrations_in(folder: Traversable) -> tuple[Migration, ...]:
    """Return the ``NNNN_name.sql`` files of a folder as migrations, by number."""
    found = ((_MIGRATION_NAME.fullmatch(entry.name), entry) for entry in folder.iterdir())
    lifts = (Migration(int(m[1]), entry.read_text(encoding="utf-8")) for m, entry in found if m)
    return tuple(sorted(lifts, key=lambda migration: migration.to))


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the schema version of an open file; 0 for a file without one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def make(connection: sqlite3.Connection, schema: str, version: int) -> None:
    """Give an empty file the tables of a schema; must run inside a transaction."""
    _run(connection, schema)
    connection.execute(f"PRAGMA user_version = {version}")


def lift(connection: sqlite3.Connection, migrations: Iterable[Migration], newest: int) -> None:
    """Lift a ledger to schema ``newest``; must run inside a transaction.

    Raises LedgerError when a step is missing, before anything is changed.
    """
    oldest = schema_version(connection)
    steps = {migration.to: migration for migration in migrations}
    missing = [number for number in range(oldest + 1, newest + 1) if number not in steps]
    if missing:
        raise LedgerError(
            f"no way leads from ledger schema {oldest} to {newest}",
            hint="read the articles again into a new file",
        )
    for number in range(oldest + 1, newest + 1):
        _run(connection, steps[number].script)
        connection.execute(f"PRAGMA user_version = {number}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    # executescript() would commit the open transaction first, and a half-made schema with it
    for statement in _statements(script):
        connection.execute(statement)


def _statements(script: str) -> Iterator[str]:
    waiting = ""
    for piece in re.split(r"(?<=;)", script):
        waiting += piece
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
    if waiting.strip():
        yield waiting
