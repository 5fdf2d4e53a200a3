"""Settings: what a run may be told from outside, and what it is told otherwise."""

from __future__ import annotations

import os
from pathlib import Path

LEDGER_VARIABLE = "DRAGOMAN_LEDGER"
DEFAULT_LEDGER = Path("ledger.db")


def ledger_path(asked: str | os.PathLike[str] | None = None) -> Path:
    """Return the ledger to use: the one asked for, else $DRAGOMAN_LEDGER, else ./ledger.db."""
    return Path(asked or os.environ.get(LEDGER_VARIABLE) or DEFAULT_LEDGER)
