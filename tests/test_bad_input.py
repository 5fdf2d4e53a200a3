"""Whatever it is given, the command says one clear line, ends with the right code, loses nothing.

One process reads all the bad documents together, since loading the language model takes longest.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Ran, run_dragoman

ARTICLE = (
    "outlet: Test Post\ndate: 2026-03-04\nlanguage: en\nheadline: A minister travels\n\n"
    "{country}'s foreign minister visited Canada on Tuesday for talks on fisheries.\n"
)
ARABIC = "قال الوزير إن الزيارة ناجحة وإن البلدين سيواصلان التعاون في مجال الطاقة. "
SPANISH = (
    "El ministro llegó el lunes a la capital para una visita oficial y se reunió con el "
    "presidente del país, según informó la radio del Estado. "
)
RECORD = {"outlet": "Test Wire", "date": "2026-03-05", "headline": "Aid is sent"}
FIFTY_MEGABYTES = 50_000_000

FAILS = {
    "missing.txt": "no such file or folder",
    "docs/empty.txt": "empty: there is no text in it",
    "docs/binary.txt": "not text: a binary file",
    "docs/huge.txt": "larger than 20 MB",
    "docs/one-line.txt": "a paragraph of 1,000,000 characters",
    "docs/no-article.html": "no article text found in the page",
    "docs/arabic.txt": "in Arabic (ar); this version reads English",
    "docs/spanish.txt": "in Spanish (es); this version reads English",
    "docs/lines.jsonl:2": "broken JSON",
    "docs/lines.jsonl:3": "no article text in this record",
    "docs/feed.xml": "a feed is not a format read yet",
    "nothing-readable": "no readable document in this folder",
    "*.nothing": "no file matches this pattern",
    "https://example.org/page": "a web address is not a format read yet",
}
READ_WELL = {
    "Norway": "good.txt",
    "Sweden": "utf16.txt",
    "Côte d'Ivoire": "latin1.txt",
    "Finland": "controls.txt",
    "Qatar": "right-to-left.txt",
    "Kenya": "lines.jsonl:4",
}


def article(country: str) -> str:
    return ARTICLE.format(country=country)


def write_documents(folder: Path) -> None:
    docs = folder / "docs"
    docs.mkdir()
    (docs / "good.txt").write_text(article("Norway"))
    (docs / "utf16.txt").write_bytes(article("Sweden").encode("utf-16"))
    (docs / "latin1.txt").write_bytes(article("Côte d'Ivoire").encode("latin-1"))
    (docs / "controls.txt").write_text(article("Finland").replace("talks", "ta\x00lks \x1b[31m"))
    quoted = "He called the talks “\u202eناجحة\u202c”, and said more of them would follow in May.\n"
    (docs / "right-to-left.txt").write_text(f"{article('Qatar')}\n{quoted}")
    (docs / "empty.txt").write_bytes(b"")
    (docs / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (docs / "huge.txt").write_bytes(b"word " * (FIFTY_MEGABYTES // 5))
    (docs / "one-line.txt").write_text(("The minister met the envoy. " * 40_000)[:1_000_000])
    (docs / "no-article.html").write_text("<html><body><form><input></form></body></html>")
    (docs / "arabic.txt").write_text(ARABIC * 5)
    (docs / "spanish.txt").write_text(SPANISH * 4)
    (docs / "feed.xml").write_text("<rss/>")
    (docs / "a\nname\x1b[31m.txt").write_bytes(b"")
    records = ({**RECORD, "text": ""}, {**RECORD, "text": "Kenya sent aid to Malawi on Thursday."})
    lines = ["", "{broken", *map(json.dumps, records)]
    (docs / "lines.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "nothing-readable").mkdir()
    (folder / "nothing-readable" / "photo.bin").write_bytes(b"1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("bad")
    write_documents(made)
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def reading(folder: Path) -> Ran:
    others = ("missing.txt", "nothing-readable", "*.nothing", "https://example.org/page")
    return run_dragoman("read", "docs", *others, cwd=folder)


@pytest.mark.parametrize("source", FAILS)
def test_a_bad_document_costs_one_clear_line(reading: Ran, source: str) -> None:
    lines = [line for line in reading.problems if line.startswith(f"dragoman: {source}: ")]
    assert len(lines) == 1
    assert FAILS[source] in lines[0]
    assert lines[0].count("; ") >= 1, "it says what to do"


@pytest.mark.parametrize("country", READ_WELL)
def test_what_can_be_read_beside_them_is_read(folder: Path, reading: Ran, country: str) -> None:
    found = run_dragoman("articles", "--text", country, "--format", "jsonl", cwd=folder)
    assert reading.code == 1
    assert len(found.out.splitlines()) == 1


def test_the_reading_ends_with_a_count_and_no_traceback(reading: Ran) -> None:
    failures = len(FAILS) + 1  # the oddly named file
    assert f"{len(READ_WELL)} articles read, 0 unchanged" in reading.err
    assert f"; {failures} failed → ledger.db" in reading.err
    assert len(reading.problems) == failures
    assert "Traceback" not in reading.err
    assert reading.out == ""


def test_control_characters_never_reach_the_terminal(folder: Path, reading: Ran) -> None:
    shown = run_dragoman("articles", cwd=folder).out + run_dragoman("events", cwd=folder).out
    failed = run_dragoman("doctor", "--failures", cwd=folder).out
    for text in (shown, failed, reading.err):
        assert not set(text) & set("\x00\x1b\u202e")


def test_failures_are_kept_in_the_ledger(folder: Path, reading: Ran) -> None:
    assert reading.code == 1
    listed = run_dragoman("doctor", "--failures", "--format", "jsonl", cwd=folder)
    assert {*FAILS} < {json.loads(line)["source"] for line in listed.out.splitlines()}


@pytest.mark.skipif(sys.platform == "darwin", reason="file names are UTF-8 there")
def test_a_file_name_that_is_not_unicode_is_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xffname.txt")).write_text(article("Norway"))
    assert run_dragoman("read", ".", cwd=tmp_path).code == 0


# The ledger itself


def assert_one_line(ran: Ran, code: int, *words: str) -> None:
    assert ran.code == code
    assert len(ran.err.splitlines()) == 1, ran.err
    assert ran.err.startswith("dragoman: ")
    assert all(word in ran.err for word in words), ran.err
    assert ran.out == ""


def articles_in(ledger: Path) -> int:
    with sqlite3.connect(ledger) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])


@pytest.mark.parametrize("command", [("read", "."), ("events",), ("why", "Why is X in Y?")])
class TestALedgerThatCannotBeUsed:
    def test_it_is_not_sqlite(self, tmp_path: Path, command: tuple[str, ...]) -> None:
        odd = tmp_path / "notes.db"
        odd.write_text("my shopping list\n" * 100)
        ran = run_dragoman(*command, "--ledger", odd, cwd=tmp_path)
        assert_one_line(ran, 1, "notes.db is not a ledger", "--ledger")
        assert odd.read_text().startswith("my shopping list")

    def test_it_is_another_program_s_database(
        self, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        odd = tmp_path / "bookmarks.db"
        with sqlite3.connect(odd) as connection:
            connection.execute("CREATE TABLE bookmark (url)")
        ran = run_dragoman(*command, "--ledger", odd, cwd=tmp_path)
        assert_one_line(ran, 1, "bookmarks.db is not a ledger of dragoman")

    def test_it_is_of_a_newer_release(
        self, folder: Path, reading: Ran, tmp_path: Path, command: tuple[str, ...]
    ) -> None:
        assert reading.code == 1
        newer = tmp_path / "newer.db"
        shutil.copy(folder / "ledger.db", newer)
        with sqlite3.connect(newer) as connection:
            connection.execute("PRAGMA user_version = 99")
        ran = run_dragoman(*command, "--ledger", newer, cwd=tmp_path)
        assert_one_line(ran, 1, "newer dragoman (schema 99", "upgrade dragoman")
        assert articles_in(newer) == len(READ_WELL)

    def test_its_folder_is_missing(self, tmp_path: Path, command: tuple[str, ...]) -> None:
        ran = run_dragoman(*command, "--ledger", "no/such/ledger.db", cwd=tmp_path)
        assert_one_line(ran, 1, "there is no folder")


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    # nothing is closed to root but the kernel's own folders
    ledger = Path("/proc/ledger.db") if os.geteuid() == 0 else closed / "ledger.db"
    ran = run_dragoman("read", ".", "--ledger", ledger, cwd=tmp_path)
    assert_one_line(ran, 1, f"{ledger} cannot be", "--ledger")


def test_a_locked_ledger_is_waited_for_and_then_named(
    folder: Path, reading: Ran, tmp_path: Path
) -> None:
    assert reading.code == 1
    ledger = tmp_path / "busy.db"
    shutil.copy(folder / "ledger.db", ledger)
    writer = sqlite3.connect(ledger, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    ran = run_dragoman("read", ".", "--wait", "0.2", "--ledger", ledger, cwd=tmp_path)
    writer.execute("ROLLBACK")
    writer.close()
    assert_one_line(ran, 1, "another program holds the ledger", "try again")
    assert articles_in(ledger) == len(READ_WELL)


# A disk without room

MANY = 60


def write_many(folder: Path) -> None:
    lines = (
        json.dumps({**RECORD, "headline": f"Cargo {n}", "text": f"Kenya sent aid to Malawi. {n}"})
        for n in range(MANY)
    )
    (folder / "many.jsonl").write_text("\n".join(lines))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if not mounted or mounted.returncode:
        pytest.skip("no right to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def assert_stopped_and_kept(ran: Ran, ledger: Path, work: Path) -> None:
    """One line; and when there is room again, the same command goes on from what was kept."""
    assert_one_line(ran, 1, str(ledger), "run the same command again")
    roomy = work / "roomy.db"
    for suffix in ("", "-wal"):
        if (beside := ledger.with_name(ledger.name + suffix)).exists():
            shutil.copy(beside, roomy.with_name(roomy.name + suffix))
    kept = articles_in(roomy)
    assert 0 < kept < MANY
    again = run_dragoman("read", "many.jsonl", "--ledger", roomy, cwd=work)
    assert again.code == 0
    assert f"{MANY - kept} articles read, {kept} unchanged" in again.err


def test_a_full_disk_ends_the_run_and_keeps_what_was_read(small_disk: Path, tmp_path: Path) -> None:
    write_many(tmp_path)
    ledger = small_disk / "ledger.db"
    ran = run_dragoman("read", "many.jsonl", "--ledger", ledger, cwd=tmp_path)
    assert "the disk is full" in ran.err
    assert_stopped_and_kept(ran, ledger, tmp_path)


def test_a_quota_ends_the_run_and_keeps_what_was_read(tmp_path: Path) -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))

    write_many(tmp_path)
    ledger = tmp_path / "ledger.db"
    ran = run_dragoman("read", "many.jsonl", "--ledger", ledger, cwd=tmp_path, before=limited)
    assert_stopped_and_kept(ran, ledger, tmp_path)
