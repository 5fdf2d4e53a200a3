from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import migrate
from dragoman.ledger.connect import writing
from dragoman.ledger.migrate import Migration

OLD = """
CREATE TABLE outlet (name TEXT PRIMARY KEY) STRICT;
CREATE TABLE article (id TEXT PRIMARY KEY, outlet TEXT NOT NULL REFERENCES outlet (name)) STRICT;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  DELETE FROM outlet WHERE name = old.outlet;
END;
"""
LIFTS = (
    Migration(2, "ALTER TABLE outlet ADD COLUMN country TEXT; CREATE INDEX o ON outlet (country);"),
    Migration(3, "DROP TRIGGER article_removed; UPDATE outlet SET country = 'NOR';"),
)
NEW = """
CREATE TABLE outlet (name TEXT PRIMARY KEY, country TEXT) STRICT;
CREATE INDEX o ON outlet (country);
CREATE TABLE article (id TEXT PRIMARY KEY, outlet TEXT NOT NULL REFERENCES outlet (name)) STRICT;
"""


def made(schema: str, version: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with writing(connection):
        migrate.make(connection, schema, version)
    return connection


def shape(connection: sqlite3.Connection) -> dict[str, Any]:
    """All that makes a schema what it is, however its SQL is spelled."""
    objects = connection.execute("SELECT type, name FROM sqlite_schema ORDER BY name").fetchall()
    tables = [name for kind, name in objects if kind == "table"]
    return {
        "objects": objects,
        "version": migrate.schema_version(connection),
        "columns": {t: connection.execute(f"PRAGMA table_xinfo({t})").fetchall() for t in tables},
        "indexes": {t: connection.execute(f"PRAGMA index_list({t})").fetchall() for t in tables},
        "keys": {t: connection.execute(f"PRAGMA foreign_key_list({t})").fetchall() for t in tables},
        "triggers": [
            " ".join(sql.split())
            for (sql,) in connection.execute(
                "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
            )
        ],
    }


def test_lifting_an_old_ledger_gives_exactly_the_newest_schema_and_keeps_its_rows() -> None:
    lifted = made(OLD, 1)
    lifted.execute("INSERT INTO outlet VALUES ('The Harbour Post')")
    with writing(lifted):
        migrate.lift(lifted, LIFTS, 3)
    assert shape(lifted) == shape(made(NEW, 3))
    assert lifted.execute("SELECT * FROM outlet").fetchall() == [("The Harbour Post", "NOR")]


def test_a_lift_that_fails_half_way_leaves_the_ledger_as_it_was() -> None:
    connection = made(OLD, 1)
    before = shape(connection)
    broken = (LIFTS[0], Migration(3, "UPDATE nowhere SET country = 'NOR'"))
    with pytest.raises(sqlite3.OperationalError), writing(connection):
        migrate.lift(connection, broken, 3)
    assert shape(connection) == before


def test_a_missing_step_is_named_before_anything_changes() -> None:
    connection = made(OLD, 1)
    before = shape(connection)
    with pytest.raises(LedgerError, match="no way leads from ledger schema 1 to 3"):
        migrate.lift(connection, LIFTS[1:], 3)
    assert shape(connection) == before


def test_migrations_are_found_by_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "0003_third.sql").write_text("SELECT 3;")
    (tmp_path / "0002_second.sql").write_text("SELECT 2;")
    (tmp_path / "README.md").write_text("not a migration")
    assert migrate.migrations_in(tmp_path) == (Migration(2, "SELECT 2;"), Migration(3, "SELECT 3;"))


def test_the_shipped_migrations_lead_from_the_first_release_to_the_newest_schema() -> None:
    steps = [migration.to for migration in migrate.shipped_migrations()]
    assert steps == list(range(2, migrate.SCHEMA_VERSION + 1))


def test_every_released_schema_is_lifted_to_exactly_the_newest_one() -> None:
    released = Path(__file__).parent / "released"
    newest = shape(made(migrate.shipped_schema(), migrate.SCHEMA_VERSION))
    for version in range(1, migrate.SCHEMA_VERSION):
        old = made((released / f"{version:04}.sql").read_text(encoding="utf-8"), version)
        with writing(old):
            migrate.lift(old, migrate.shipped_migrations(), migrate.SCHEMA_VERSION)
        assert shape(old) == newest
