from __future__ import annotations

import io
import time
from pathlib import Path

from rich.console import Console

from dragoman.cli.progress import SHOWN_AFTER, documents_behind, reading_bar
from dragoman.pipeline import Progress


def terminal() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)


def shown_on(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_nobody_watching_means_no_bar() -> None:
    with reading_bar(Console(file=io.StringIO()), ["a.txt"]) as bar:
        assert bar is None


def test_what_takes_less_than_a_second_shows_nothing() -> None:
    console = terminal()
    with reading_bar(console, ["a.txt"]) as bar:
        assert bar is not None
        bar(Progress(1, 0, "a.txt"))
    assert shown_on(console).strip() == ""


def test_what_takes_longer_shows_how_far_it_is_and_what_failed() -> None:
    console = terminal()
    with reading_bar(console, ["a.txt", "b.txt", "c.txt"]) as bar:
        assert bar is not None
        time.sleep(SHOWN_AFTER)
        bar(Progress(1, 1, "b.txt"))
    assert "reading" in shown_on(console)
    assert "2 of 3" in shown_on(console)
    assert "1 failed" in shown_on(console)


def test_an_unknown_end_shows_a_count() -> None:
    console = terminal()
    with reading_bar(console, ["-"]) as bar:
        assert bar is not None
        time.sleep(SHOWN_AFTER)
        bar(Progress(7, 0, "-:7"))
    assert "7 articles" in shown_on(console)
    assert " left" not in shown_on(console)


def test_documents_are_counted_in_folders_without_the_hidden_and_the_unknown(
    tmp_path: Path,
) -> None:
    for name in ("a.txt", "b.html", ".hidden.txt", "photo.png", "sub/c.md", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert documents_behind([str(tmp_path)]) == 3
    assert documents_behind([str(tmp_path / "a.txt"), "elsewhere.txt"]) == 2


def test_json_lines_and_standard_input_cannot_be_counted(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").touch()
    assert documents_behind([str(tmp_path)]) is None
    assert documents_behind(["a.txt", "-"]) is None
