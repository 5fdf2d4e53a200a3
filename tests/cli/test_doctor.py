from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

from dragoman.cli.doctor import Finding, examine
from running import run_dragoman


def found(ledger: Path) -> dict[str, Finding]:
    return {finding.what: finding for finding in examine(ledger)}


def test_all_is_well_with_a_good_ledger(ledger: Path, desk: Path) -> None:
    ran = run_dragoman("doctor", "--ledger", ledger, cwd=desk)
    assert ran.code == 0
    assert ran.out.rstrip().endswith("all is well")
    words = ("dragoman", "Python", "language model", "codebook", "authority", "articles 13")
    assert all(word in ran.out for word in words)


def test_no_ledger_yet_is_no_illness(tmp_path: Path) -> None:
    findings = found(tmp_path / "ledger.db")
    assert findings["ledger"].is_well
    assert "none yet" in findings["ledger"].found


def test_a_file_that_is_no_ledger_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a ledger " * 100)
    finding = found(tmp_path / "notes.db")["ledger"]
    assert not finding.is_well
    assert "is not a ledger" in finding.found


def test_a_damaged_ledger_is_found_out(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "damaged.db"
    shutil.copy(ledger, copy)
    half = copy.stat().st_size // 2
    with copy.open("r+b") as file:
        file.seek(half)
        file.write(b"\xff" * 20_000)
    assert not all(finding.is_well for finding in examine(copy))


def test_articles_that_wait_for_merging_are_named(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "waiting.db"
    shutil.copy(ledger, copy)
    with sqlite3.connect(copy) as connection:
        connection.execute("DELETE FROM meta WHERE name = 'merged'")
    finding = found(copy)["merging"]
    assert not finding.is_well
    assert "dragoman read" in finding.remedy


def test_an_ill_finding_ends_with_1_and_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_text("not a ledger " * 100)
    ran = run_dragoman("doctor", cwd=tmp_path)
    assert ran.code == 1
    assert "all is well" not in ran.out
    assert "--ledger" in ran.out


def test_its_findings_can_be_read_by_a_program(ledger: Path, desk: Path) -> None:
    ran = run_dragoman("doctor", "--format", "jsonl", "--ledger", ledger, cwd=desk)
    findings = [json.loads(line) for line in ran.out.splitlines()]
    assert all(finding["well"] for finding in findings)
