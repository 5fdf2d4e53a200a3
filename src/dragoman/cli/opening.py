"""Opening the ledger that a command asks for."""

from __future__ import annotations

from pathlib import Path

from dragoman.ledger import Ledger, LedgerSettings
from dragoman.settings import ledger_path


def open_ledger(asked: Path | None) -> Ledger:
    """Return the ledger to ask, read only; raises LedgerError when there is none to be read."""
    return Ledger.open_for_reading(ledger_path(asked))


def open_to_write(asked: Path | None, wait: float) -> Ledger:
    """Return the ledger to read into, made when there is none.

    ``wait`` is how many seconds to wait for another program that is writing to it.
    """
    return Ledger.open(ledger_path(asked), settings=LedgerSettings(busy_seconds=wait))
