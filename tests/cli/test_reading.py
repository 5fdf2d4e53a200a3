from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from running import COMMAND, environment, run_dragoman


def record(number: int) -> bytes:
    told = {
        "outlet": "Test Wire",
        "date": "2026-03-05",
        "headline": f"Cargo {number}",
        "text": f"Kenya sent aid to Malawi on Thursday. It was cargo number {number}.",
    }
    return json.dumps(told).encode() + b"\n"


def articles_in(ledger: Path) -> int:
    """How many articles a ledger holds; none while it is still being made."""
    try:
        with sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_reading_twice_changes_nothing_and_says_so(tmp_path: Path) -> None:
    first = run_dragoman("read", "-", cwd=tmp_path, stdin=record(1) + record(2))
    again = run_dragoman("read", "-", cwd=tmp_path, stdin=record(1) + record(2))
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out == ""
    assert "2 articles read, 0 unchanged, 2 reports; 0 failed → ledger.db\n" in first.err
    assert "0 articles read, 2 unchanged, " in again.err
    assert "dragoman why " in first.err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal there")
def test_ctrl_c_ends_with_one_line_and_keeps_what_was_read(tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.db"
    with subprocess.Popen(
        [*COMMAND, "read", "-"],
        cwd=tmp_path,
        env=environment(),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        for number in range(3):
            running.stdin.write(record(number))
        running.stdin.flush()
        deadline = time.monotonic() + 60
        while articles_in(ledger) < 3:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        told = running.stderr.read().decode()
        running.stdin.close()
    assert running.returncode == 130
    kept = "what was read is kept in ledger.db (3 articles this time)"
    assert told == f"dragoman: stopped; {kept}; the same command goes on from there\n"
    assert articles_in(ledger) == 3


def test_more_failures_than_a_screen_holds_are_summed_up(tmp_path: Path) -> None:
    ran = run_dragoman("read", *(f"{n}.txt" for n in range(33)), cwd=tmp_path)
    assert ran.code == 1
    assert len(ran.problems) == 21
    assert ran.problems[-1] == "dragoman: and 13 more: dragoman doctor --failures"
    listed = run_dragoman("doctor", "--failures", "--format", "jsonl", cwd=tmp_path)
    assert len(listed.out.splitlines()) == 33
