from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from children import exit_code_of

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, LedgerSettings, migrate
from dragoman.ledger.connect import connect_to_write
from dragoman.ledger.migrate import Migration
from dragoman.model.failure import Failure
from factory import make_reading

AT_ONCE = LedgerSettings(busy_seconds=0.05)
NOBODY = 65534


def test_a_new_ledger_is_one_file_once_it_is_closed(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
    assert [entry.name for entry in path.parent.iterdir()] == ["ledger.db"]


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.add(make_reading())


def test_closing_twice_is_no_error(path: Path) -> None:
    ledger = Ledger.open(path)
    ledger.close()
    ledger.close()


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "50%.db", "añejo.db", "#1.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Ledger.open(tmp_path / name) as ledger:
        ledger.add(make_reading())
    assert (tmp_path / name).exists()
    with Ledger.open_for_reading(tmp_path / name) as ledger:
        assert len(list(ledger.articles())) == 1


def test_a_missing_ledger_is_not_made_unasked(path: Path) -> None:
    for open_it in (lambda: Ledger.open(path, create=False), lambda: Ledger.open_for_reading(path)):
        with pytest.raises(LedgerError, match=r"there is no ledger .*dragoman read"):
            open_it()
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no folder .*nowhere"):
        Ledger.open(tmp_path / "nowhere" / "ledger.db")


def test_a_folder_is_not_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder, not a ledger"):
        Ledger.open(tmp_path)


def a_text(path: Path) -> None:
    path.write_text("Dear diary, today the ministry published nothing at all. " * 40)


def a_short_text(path: Path) -> None:
    path.write_text("hello")


def a_foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (body TEXT)")
    connection.close()


def a_database_of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE note (body TEXT)")
        connection.execute("PRAGMA application_id = 252006673")
        connection.execute("PRAGMA user_version = 3")
    connection.close()


@pytest.mark.parametrize(
    "spoil", [a_text, a_short_text, a_foreign_database, a_database_of_another_program]
)
@pytest.mark.parametrize(
    "open_it",
    [Ledger.open, Ledger.open_for_reading, lambda path: Ledger.open(path, create=False)],
)
def test_what_is_no_ledger_is_refused_and_left_as_it_was(
    path: Path, spoil: Callable[[Path], None], open_it: Callable[[Path], Ledger]
) -> None:
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"is not a ledger.*--ledger"):
        open_it(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == ["ledger.db"]


@pytest.mark.parametrize("open_it", [Ledger.open, Ledger.open_for_reading])
def test_a_newer_ledger_asks_for_a_newer_dragoman(
    path: Path, open_it: Callable[[Path], Ledger]
) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(LedgerError) as caught:
        open_it(path)
    assert str(caught.value) == (
        f"{path} was made by a newer dragoman (schema 7, this one knows 1); upgrade dragoman"
    )


def test_an_empty_file_is_no_ledger_to_someone_who_makes_none(path: Path) -> None:
    path.touch()
    for open_it in (lambda: Ledger.open(path, create=False), lambda: Ledger.open_for_reading(path)):
        with pytest.raises(LedgerError, match="is not a ledger"):
            open_it()
    assert path.read_bytes() == b""


def test_the_next_release_lifts_a_ledger_of_this_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
    following = Migration(migrate.SCHEMA_VERSION + 1, "CREATE TABLE note (body TEXT) STRICT;")
    monkeypatch.setattr(migrate, "SCHEMA_VERSION", following.to)
    monkeypatch.setattr(migrate, "shipped_migrations", lambda: (following,))
    with pytest.raises(LedgerError, match=r"made by an older dragoman; run `dragoman read`"):
        Ledger.open_for_reading(path)
    with Ledger.open(path) as ledger:
        assert ledger.reading(make_reading().article.id) == make_reading()
        assert not ledger.add(make_reading())
    with Ledger.open_for_reading(path) as ledger:
        assert len(list(ledger.articles())) == 1


def test_a_ledger_whose_pages_were_overwritten_is_called_damaged(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for number in range(50):
            ledger.add(make_reading(f"Norway praised Canada {number} times. " * 20))
    spoiled = bytearray(path.read_bytes())
    spoiled[4096:] = b"\xa5" * (len(spoiled) - 4096)
    path.write_bytes(spoiled)
    with pytest.raises(LedgerError, match=r"is damaged; restore a copy"), Ledger.open(path) as it:
        list(it.articles())


def test_a_ledger_cut_short_is_called_damaged(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for number in range(50):
            ledger.add(make_reading(f"Norway praised Canada {number} times. " * 20))
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(LedgerError, match=r"is damaged; restore a copy"), Ledger.open(path) as it:
        list(it.articles())


def test_a_ledger_held_by_another_program_asks_to_try_again(path: Path) -> None:
    with Ledger.open(path, settings=AT_ONCE) as ledger:
        ledger.add(make_reading())
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"another program holds the ledger .*; try again"):
            ledger.add(make_reading("Canada thanked Norway."))
        with pytest.raises(LedgerError, match=r"another program holds the ledger .*; try again"):
            Ledger.open(path, settings=AT_ONCE)
        with Ledger.open_for_reading(path) as reader:
            assert len(list(reader.articles())) == 1
        other.execute("ROLLBACK")
        other.close()
        assert ledger.add(make_reading("Canada thanked Norway."))


def test_a_ledger_opened_for_reading_takes_no_writing(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
    with Ledger.open_for_reading(path) as ledger:
        assert len(list(ledger.claims())) == 1
        for write in (
            lambda: ledger.add(make_reading("Canada thanked Norway.")),
            lambda: ledger.add_failure(Failure("a", "sources", "empty")),
            lambda: ledger.remember({"codebook": "plover"}),
        ):
            with pytest.raises(LedgerError, match="cannot be written"):
                write()


@pytest.fixture
def shut_folder() -> Iterator[Path]:
    """A folder that a user without rights may look into but not write to, with a ledger in it."""
    folder = Path(tempfile.mkdtemp())
    with Ledger.open(folder / "ledger.db") as ledger:
        ledger.add(make_reading())
    (folder / "ledger.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(work: Callable[[], None]) -> Callable[[], None]:
    """The same work without the rights of root, whom no folder refuses."""

    def without_rights() -> None:
        if os.geteuid() == 0:
            os.setuid(NOBODY)
        work()

    return without_rights


def test_a_ledger_in_a_folder_that_takes_no_writing_can_be_read(shut_folder: Path) -> None:
    def read() -> None:
        with Ledger.open_for_reading(shut_folder / "ledger.db") as ledger:
            assert len(list(ledger.claims())) == 1

    assert exit_code_of(as_nobody(read)) == 0


def test_a_ledger_in_a_folder_that_takes_no_writing_cannot_be_opened_to_write(
    shut_folder: Path,
) -> None:
    def write() -> None:
        with pytest.raises(LedgerError, match=r"cannot be (written|opened); check"):
            Ledger.open(shut_folder / "ledger.db")
        with pytest.raises(LedgerError, match=r"cannot be opened; check that its folder"):
            Ledger.open(shut_folder / "new.db")

    assert exit_code_of(as_nobody(write)) == 0


def test_a_ledger_that_may_not_be_read_says_so(shut_folder: Path) -> None:
    (shut_folder / "ledger.db").chmod(0o000)

    def read() -> None:
        with pytest.raises(LedgerError, match="cannot be opened"):
            Ledger.open_for_reading(shut_folder / "ledger.db")

    assert exit_code_of(as_nobody(read)) == 0


def test_unfinished_writing_beside_a_ledger_is_not_passed_over(shut_folder: Path) -> None:
    shut_folder.chmod(0o755)
    (shut_folder / "ledger.db-wal").write_bytes(b"x" * 100)
    shut_folder.chmod(0o555)

    def read() -> None:
        with pytest.raises(LedgerError, match=r"unfinished writing beside it \(ledger\.db-wal\)"):
            Ledger.open_for_reading(shut_folder / "ledger.db")

    assert exit_code_of(as_nobody(read)) == 0


def test_a_full_ledger_keeps_what_it_has_and_goes_on_when_there_is_room(path: Path) -> None:
    connection = connect_to_write(path, LedgerSettings(), create=True)
    with Ledger(connection, path) as ledger:
        ledger.add(make_reading())
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        long = make_reading("Norway praised Canada for its ships. " * 500)
        with pytest.raises(LedgerError, match=r"the disk is full.*every article already added"):
            ledger.add(long)
        assert ledger.reading(make_reading().article.id) == make_reading()
        assert len(list(ledger.articles())) == 1
        connection.execute("PRAGMA max_page_count = 1000000")
        assert ledger.add(long)


def add_without_end(ledger: Ledger) -> None:
    for number in range(10_000):
        ledger.add(make_reading(f"Norway sent Canada {number} boats. " * 30))


def test_a_disk_that_fills_up_costs_the_article_being_added_and_no_other(path: Path) -> None:
    def fill() -> None:
        import resource

        with Ledger.open(path) as ledger:
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
            with pytest.raises(LedgerError, match=r"the disk (is full|refused)"):
                add_without_end(ledger)

    assert exit_code_of(fill) == 0
    with Ledger.open(path) as ledger:
        held = list(ledger.iter_articles())
        assert len(held) > 5
        for article in held:
            assert ledger.reading(article.id) == make_reading(article.text)
        assert ledger.add(make_reading())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_real_disk_that_fills_up_is_named(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)])
    if mounted.returncode:
        pytest.skip("this machine mounts no tmpfs")
    try:
        with (
            Ledger.open(disk / "ledger.db") as ledger,
            pytest.raises(LedgerError, match="the disk is full"),
        ):
            add_without_end(ledger)
        with Ledger.open_for_reading(disk / "ledger.db") as ledger:
            assert len(list(ledger.articles())) > 5
    finally:
        subprocess.run(["umount", str(disk)], check=True)
