from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import EvidenceError, LedgerError, RecordError
from dragoman.ledger import Ledger
from dragoman.ledger.faults import explained, fault

PATH = Path("news.db")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_BUSY, "another program holds the ledger news.db; try again"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program holds the ledger news.db; try again"),
        (sqlite3.SQLITE_FULL, "the disk is full, so news.db cannot grow; make room"),
        (sqlite3.SQLITE_IOERR_WRITE, "the disk refused to read or write news.db; check"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "news.db cannot be written; check the rights"),
        (sqlite3.SQLITE_NOTADB, "news.db is not a ledger; name a ledger"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "the ledger news.db is damaged; restore a copy"),
        (sqlite3.SQLITE_CANTOPEN, "news.db cannot be opened; check that its folder"),
    ],
)
def test_each_complaint_of_sqlite_says_what_to_do(code: int, told: str) -> None:
    error = sqlite3.OperationalError("database complains")
    error.sqlite_errorcode = code
    explanation = fault(error, PATH)
    assert isinstance(explanation, LedgerError)
    assert str(explanation).startswith(told)


def test_a_complaint_nobody_foresaw_is_passed_on() -> None:
    with pytest.raises(LedgerError, match=r"cannot be used \(something odd\)"), explained(PATH):
        raise sqlite3.ProgrammingError("something odd")


def test_rows_that_do_not_hold_together_are_a_record_at_fault() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (a INTEGER CHECK (a > 0))")
    with pytest.raises(RecordError, match="do not hold together"), explained(PATH):
        connection.execute("INSERT INTO t VALUES (0)")
    connection.close()


def test_words_that_are_not_there_are_a_ledger_at_fault() -> None:
    with pytest.raises(LedgerError, match="changed by hand"), explained(PATH):
        raise EvidenceError("the text at 0:5 does not say 'visit'")


def test_a_closed_ledger_says_so(path: Path) -> None:
    ledger = Ledger.open(path)
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        list(ledger.events())
