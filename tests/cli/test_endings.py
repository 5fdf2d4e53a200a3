from __future__ import annotations

import pytest

from dragoman.cli.endings import MOST_NAMED, SHOW_TRACEBACK, Stopped, ended, say_failures
from dragoman.errors import DragomanError, LedgerError, ModelError, UsageError
from dragoman.model.failure import Failure


def raising(problem: BaseException) -> int:
    def run() -> int:
        raise problem

    return ended(run)


@pytest.mark.parametrize(
    ("problem", "code", "line"),
    [
        (UsageError("no such id", hint="list them"), 2, "dragoman: no such id; list them"),
        (LedgerError("damaged", hint="restore it"), 1, "dragoman: damaged; restore it"),
        (ModelError("none is installed"), 1, "dragoman: none is installed"),
        (DragomanError("two\nlines \x1b[1m"), 1, "dragoman: two lines �[1m"),
        (Stopped("stopped; 3 are kept"), 130, "dragoman: stopped; 3 are kept"),
        (
            PermissionError(13, "Permission denied", "x.db"),
            1,
            "dragoman: x.db: permission denied; check the disk and its rights, then run it again",
        ),
    ],
)
def test_a_problem_is_one_line_and_a_code(
    problem: Exception, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert raising(problem) == code
    assert capsys.readouterr().err == f"{line}\n"


def test_a_fault_of_our_own_is_one_line_that_says_how_to_report_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert raising(KeyError("x")) == 1
    told = capsys.readouterr().err
    assert len(told.splitlines()) == 1
    assert "a fault in dragoman itself (KeyError" in told
    assert f"{SHOW_TRACEBACK}=1" in told


def test_its_traceback_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SHOW_TRACEBACK, "1")
    with pytest.raises(KeyError):
        raising(KeyError("x"))


def test_a_run_that_ends_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(lambda: 0) == 0
    assert capsys.readouterr().err == ""


def failures(count: int) -> list[Failure]:
    return [Failure(f"{n}.txt", "sources", "empty", "save it again") for n in range(count)]


def test_each_failure_is_named_up_to_twenty(capsys: pytest.CaptureFixture[str]) -> None:
    say_failures(failures(MOST_NAMED))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "dragoman: 0.txt: empty; save it again"
    assert len(lines) == MOST_NAMED


def test_past_twenty_it_says_how_many_more_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    say_failures(failures(33))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_NAMED + 1
    assert lines[-1] == "dragoman: and 13 more: dragoman doctor --failures"
