"""Running the real command in a process of its own, as its users do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import dragoman

COMMAND = (sys.executable, "-m", "dragoman")
_PACKAGES = str(Path(dragoman.__file__).resolve().parents[1])


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("dragoman: ")]


def environment(**extra: str) -> dict[str, str]:
    """The variables a command gets: ours, without what would colour or widen its output."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"COLUMNS", "FORCE_COLOR", "NO_COLOR", "DRAGOMAN_LEDGER", "TERM"}
    }
    return {**kept, "PYTHONPATH": _PACKAGES, "COLUMNS": "80", **extra}


def run_dragoman(
    *arguments: str | Path,
    cwd: Path,
    stdin: bytes = b"",
    before: Callable[[], None] | None = None,
    variables: Mapping[str, str] | None = None,
) -> Ran:
    """Run ``dragoman`` with arguments in a folder; ``before`` runs in the new process first."""
    ended = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**(variables or {})),
        preexec_fn=before,
        timeout=120,
        check=False,
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
