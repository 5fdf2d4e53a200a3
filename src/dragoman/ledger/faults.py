"""What SQLite complains of, as LedgerErrors that say what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import EvidenceError, LedgerError, RecordError

# The low byte of an extended result code is the primary one (https://sqlite.org/rescode.html).
_PRIMARY = 0xFF

_SAYINGS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("another program holds the ledger {path}", "try again"),
    sqlite3.SQLITE_LOCKED: ("another program holds the ledger {path}", "try again"),
    sqlite3.SQLITE_FULL: (
        "the disk is full, so {path} cannot grow",
        "make room and run the same command again; every article already added is kept",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk refused to read or write {path}",
        "check its space, quota and health, then run the same command again",
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} cannot be written",
        "check the rights of the file and its folder, or name another with --ledger",
    ),
    sqlite3.SQLITE_PERM: ("{path} may not be opened", "check the rights of the file"),
    sqlite3.SQLITE_CANTOPEN: (
        "{path} cannot be opened",
        "check that its folder exists and may be written, or name another with --ledger",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a ledger",
        "name a ledger that dragoman made, or a new file, with --ledger",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the ledger {path} is damaged",
        "restore a copy, or read the articles again into a new file",
    ),
}


def fault(error: sqlite3.Error, path: Path) -> LedgerError | RecordError:
    """Return the error to raise for what SQLite said of the ledger at ``path``.

    A broken constraint is a RecordError, since the rows asked for do not hold together.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code == sqlite3.SQLITE_CONSTRAINT:
        return RecordError(f"these rows do not hold together ({error})")
    message, hint = _SAYINGS.get(code, (f"the ledger {{path}} cannot be used ({error})", ""))
    return LedgerError(message.format(path=path), hint=hint)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the ledger inside the block into one of dragoman's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault(error, path) from error
    except UnicodeEncodeError as error:
        raise RecordError("half a surrogate pair cannot be stored as text") from error
    except EvidenceError as error:
        raise LedgerError(
            f"{path} quotes words that its articles do not hold ({error})",
            hint="its rows were changed by hand; read the article again",
        ) from error
