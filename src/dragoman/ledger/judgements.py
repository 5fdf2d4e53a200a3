"""What a person decided by hand; it outlives every re-reading."""

from __future__ import annotations

import sqlite3

from dragoman.ledger.connect import writing
from dragoman.ledger.decode import judgement_of
from dragoman.ledger.writer import ask_for_merging
from dragoman.model.event import Judgement


def add(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Keep a judgement, in place of an earlier one on the same pair of ids."""
    with writing(connection):
        ask_for_merging(connection)
        connection.execute(
            "INSERT OR REPLACE INTO judgement (id, subject_id, verdict, other_id, note, decided_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                judgement.id,
                judgement.subject_id,
                str(judgement.verdict),
                judgement.other_id,
                judgement.note,
                judgement.decided_at,
            ),
        )


def remove(connection: sqlite3.Connection, judgement_id: str) -> bool:
    """Strike a judgement out; returns whether there was one."""
    with writing(connection):
        found = connection.execute("DELETE FROM judgement WHERE id = ?", (judgement_id,))
        if found.rowcount:
            ask_for_merging(connection)
        return found.rowcount > 0


def every(connection: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Return all judgements, the oldest first."""
    rows = connection.execute("SELECT * FROM judgement ORDER BY decided_at, id")
    return tuple(judgement_of(row) for row in rows)


def about(connection: sqlite3.Connection, id_: str) -> tuple[Judgement, ...]:
    """Return the judgements on one id, the oldest first."""
    rows = connection.execute(
        "SELECT * FROM judgement WHERE ? IN (subject_id, other_id) ORDER BY decided_at, id", (id_,)
    )
    return tuple(judgement_of(row) for row in rows)
