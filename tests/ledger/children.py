"""Work done in a process of its own, so that it can lose rights, run out of disk or be killed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.context import ForkProcess

# A forked child needs no fresh interpreter, which a user without rights might not be able to start.
_FORK = multiprocessing.get_context("fork")


def start(work: Callable[[], None]) -> ForkProcess:
    child = _FORK.Process(target=work)
    child.start()
    return child


def exit_code_of(work: Callable[[], None]) -> int | None:
    child = start(work)
    child.join()
    return child.exitcode
