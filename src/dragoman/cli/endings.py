"""How a command ends: its exit code, and one line on standard error when something went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from typer import Abort, TyperException

from dragoman.cli.inert import one_line
from dragoman.cli.output import say
from dragoman.errors import CodebookError, DragomanError, UsageError
from dragoman.model.failure import Failure

DONE, FAILED, WRONG_USE, STOPPED = 0, 1, 2, 130
"""Done; something failed (some documents, or the ledger); wrong use; stopped by Ctrl-C."""

MOST_NAMED = 20
"""So many failures are named one by one: with the summary they still fit one screen."""

SHOW_TRACEBACK = "DRAGOMAN_TRACEBACK"


class Stopped(DragomanError):  # noqa: N818 - not an error: it was asked for
    """The person at the keyboard ended the command; says what was kept."""


def ended(run: Callable[[], int]) -> int:
    """Return the exit code of a run; whatever it raises becomes one line on standard error.

    A reader that closed the pipe (``| head``) has all it wanted: that ends the run as done, and
    silently. An unexpected exception is our own fault; its traceback comes with
    DRAGOMAN_TRACEBACK=1.
    """
    try:
        code = run()
        sys.stdout.flush()
    except Exception as problem:
        if os.environ.get(SHOW_TRACEBACK):
            raise
        return _told(problem)
    except SystemExit as end:  # what Typer and Rich make of a closed pipe
        if isinstance(end.__context__, BrokenPipeError):
            return _closed_pipe()
        raise
    if code == STOPPED:
        say_problem("stopped")
    return code


def _told(problem: Exception) -> int:
    match problem:
        case BrokenPipeError():
            return _closed_pipe()
        case Stopped():
            say_problem(str(problem))
            return STOPPED
        case DragomanError():
            say_problem(str(problem))
            return WRONG_USE if isinstance(problem, UsageError | CodebookError) else FAILED
        case TyperException():
            _say_wrong_use(problem)
            return problem.exit_code
        case Abort():
            say_problem("stopped")
            return STOPPED
        case OSError():
            say_problem(f"{_of_system(problem)}; check the disk and its rights, then run it again")
        case _:
            fault = f"a fault in dragoman itself ({type(problem).__name__}: {problem})"
            say_problem(f"{fault}; run again with {SHOW_TRACEBACK}=1 and report what it shows")
    return FAILED


def say_problem(words: str) -> None:
    """Say what went wrong in one line on standard error."""
    say(f"dragoman: {words}")


def say_failures(failures: Sequence[Failure]) -> None:
    """Name the documents that failed, a line each; past twenty, say where the rest is listed."""
    for failure in failures[:MOST_NAMED]:
        say_problem(f"{failure.source}: {failure.reason}" + (failure.hint and f"; {failure.hint}"))
    more = len(failures) - MOST_NAMED
    if more > 0:
        say_problem(f"and {more} more: dragoman doctor --failures")


def _of_system(problem: OSError) -> str:
    words = (problem.strerror or str(problem)).lower()
    return f"{problem.filename}: {words}" if problem.filename else words


def _say_wrong_use(problem: TyperException) -> None:
    words = _decapitalised(problem.format_message().replace("Value error, ", ""))
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "dragoman"
    if words:  # none where the help itself was the answer
        say_problem(f"{words}; see: {command} --help")


def _decapitalised(message: str) -> str:
    """ "Missing argument 'X'." as it stands in the middle of a line."""
    line = one_line(message).removesuffix(".")
    return line[:1].lower() + line[1:]


def _closed_pipe() -> int:
    # Python flushes standard output once more when it ends, which must not fail aloud
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE
