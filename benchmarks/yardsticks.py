"""Where the public test sets lie: ``$DRAGOMAN_YARDSTICKS``, else ``../shared/yardsticks``."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "yardsticks"


def find_yardstick(name: str) -> Path | None:
    """Return the path of a test set's file ("events/plv_dev.jsonl"), or None where it is absent."""
    path = Path(os.environ.get("DRAGOMAN_YARDSTICKS") or _BESIDE) / name
    return path if path.exists() else None
