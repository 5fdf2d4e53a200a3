from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from running import COMMAND, environment, run_dragoman

LISTED = "demo read why timeline explain events claims reasons actors articles doctor".split()


def test_help_lists_every_command(tmp_path: Path) -> None:
    ran = run_dragoman("--help", cwd=tmp_path)
    assert ran.code == 0
    assert all(f" {name} " in ran.out for name in LISTED)


def test_without_a_command_it_shows_its_help(tmp_path: Path) -> None:
    ran = run_dragoman(cwd=tmp_path)
    assert (ran.code, ran.err) == (2, "")
    assert "Usage: dragoman" in ran.out


def test_the_version_is_one_line(tmp_path: Path) -> None:
    ran = run_dragoman("--version", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.startswith("dragoman ")
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fly",), "no such command 'fly'; see: dragoman --help"),
        (("read",), "missing argument 'PATH…'; see: dragoman read --help"),
        (("events", "--colour", "red"), "no such option: --colour"),
        (("events", "--voice", "loud"), "'loud' is not one of 'narrator', 'official'"),
        (("events", "--since", "soon"), "'soon' does not match the formats '%Y-%m-%d'"),
        (("events", "--limit", "-3"), "should be greater than or equal to 0"),
    ],
)
def test_wrong_use_is_one_line_and_ends_with_2(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = run_dragoman(*arguments, cwd=tmp_path)
    assert ran.code == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_missing_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    ran = run_dragoman("events", cwd=tmp_path)
    assert ran.code == 1
    assert ran.err == "dragoman: there is no ledger ledger.db; make one with `dragoman read`\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("ledger")
class TestColour:
    def test_there_is_none_where_nobody_looks(self, desk: Path) -> None:
        assert "\x1b" not in run_dragoman("events", cwd=desk).out

    def test_a_terminal_gets_it(self, desk: Path) -> None:
        forced = {"FORCE_COLOR": "1", "TERM": "xterm"}
        assert "\x1b[36m" in run_dragoman("events", cwd=desk, variables=forced).out

    def test_no_color_is_obeyed_there(self, desk: Path) -> None:
        forced = {"FORCE_COLOR": "1", "TERM": "xterm", "NO_COLOR": "1"}
        assert "\x1b[36m" not in run_dragoman("events", cwd=desk, variables=forced).out


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_a_closed_pipe_ends_it_silently(desk: Path, form: str) -> None:
    arguments = [*COMMAND, "events", "--format", form]
    with subprocess.Popen(
        arguments, cwd=desk, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.usefixtures("ledger")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full here")
def test_a_full_disk_under_the_output_is_one_line(desk: Path) -> None:
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [*COMMAND, "events", "--format", "jsonl"],
            cwd=desk, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True,
            check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr.startswith("dragoman: no space left on device; ")
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.usefixtures("ledger")
def test_a_closed_standard_output_is_no_fault(desk: Path) -> None:
    ran = run_dragoman("events", cwd=desk, before=lambda: os.close(1))
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("ledger")
def test_a_terminal_without_unicode_is_no_reason_to_fail(desk: Path) -> None:
    plain = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = run_dragoman("claims", "--format", "jsonl", cwd=desk, variables=plain)
    assert ran.code == 0
    assert len(ran.out.splitlines()) > 1
