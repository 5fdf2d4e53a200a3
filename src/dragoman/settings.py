"""Settings: what a run may be told, frozen before it starts."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.ledger import LedgerSettings

LEDGER_VARIABLE = "DRAGOMAN_LEDGER"
DEFAULT_LEDGER = Path("ledger.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: which ledger, which codebook file (None for the built-in PLOVER)."""

    ledger: Path = DEFAULT_LEDGER
    codebook: Path | None = None
    storage: LedgerSettings = field(default_factory=LedgerSettings)


def ledger_path(asked: str | os.PathLike[str] | None = None) -> Path:
    """Return the ledger to use: the one asked for, else $DRAGOMAN_LEDGER, else ./ledger.db."""
    return Path(asked or os.environ.get(LEDGER_VARIABLE) or DEFAULT_LEDGER)
