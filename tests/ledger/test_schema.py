from __future__ import annotations

import re
import sqlite3

import pytest

from dragoman.ledger import migrate

SCHEMA = migrate.shipped_schema()
WORDS = (
    "outlet article block sentence appearance mention actor actor_appearance office report"
    " report_side event event_report reprint claim claim_report reason support judgement failure"
    " meta"
).split()


@pytest.fixture
def connection() -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:", isolation_level=None)
    migrate.make(opened, SCHEMA, migrate.SCHEMA_VERSION)
    return opened


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_design_has_its_table(connection: sqlite3.Connection, word: str) -> None:
    found = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = ?", (word,))
    assert found.fetchone()[0] == 1


@pytest.mark.parametrize("table", re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", SCHEMA))
def test_every_table_says_what_it_is(table: str) -> None:
    before = SCHEMA[: SCHEMA.index(f"TABLE {table} ")].rsplit("CREATE", 1)[0].rstrip()
    told = before.splitlines()[-1]
    assert told.startswith("--") or table == "article_words"  # one comment tells both indexes


def test_every_table_is_strict(connection: sqlite3.Connection) -> None:
    loose = [
        name
        for _, name, kind, _, _, strict in connection.execute("PRAGMA table_list")
        if kind == "table" and not strict and name not in ("sqlite_schema", "sqlite_temp_schema")
    ]
    assert loose == []


def test_every_foreign_key_is_indexed_on_the_side_that_refers(
    connection: sqlite3.Connection,
) -> None:
    tables = [
        r[0] for r in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    bare = [
        (table, columns)
        for table in tables
        for columns in foreign_keys(connection, table)
        if not any(index[: len(columns)] == columns for index in indexes(connection, table))
    ]
    # an event is looked up by its quantity's article only when an article goes, and none does
    assert bare == [("event", ("quantity_article_id",))]


def foreign_keys(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    keys: dict[int, list[str]] = {}
    for number, _, _, column, *_ in connection.execute(f"PRAGMA foreign_key_list({table})"):
        keys.setdefault(number, []).append(column)
    return [tuple(columns) for columns in keys.values()]


def indexes(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    names = [row[1] for row in connection.execute(f"PRAGMA index_list({table})")]
    found = [
        tuple(r[2] for r in connection.execute(f"PRAGMA index_info({name})")) for name in names
    ]
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    key = sorted((r[5], r[1]) for r in rows if r[5])
    return [*found, tuple(name for _, name in key)]


def test_the_file_says_that_it_is_a_ledger_and_of_which_schema(
    connection: sqlite3.Connection,
) -> None:
    assert connection.execute("PRAGMA application_id").fetchone()[0] == migrate.APPLICATION_ID
    assert migrate.APPLICATION_ID.to_bytes(4, "big") == b"drag"
    assert f"schema version {migrate.SCHEMA_VERSION}." in SCHEMA.splitlines()[0]
