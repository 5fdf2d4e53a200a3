"""The progress bar of reading: on a terminal only, and only for what takes over a second."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import (
    Progress as Bar,
)
from rich.text import Text

from dragoman.sources.document import ENDINGS, JSON, JSON_LINES

SHOWN_AFTER = 1.0
"""Seconds before a bar appears: what is done sooner needs none."""


def loading(console: Console) -> AbstractContextManager[object]:
    """Say that the language model is being loaded, which takes some two seconds, to who watches."""
    if not console.is_terminal:
        return nullcontext()
    return console.status("loading the language model", spinner="dots")


class HowFar(Protocol):
    """What the bar needs of a run's progress."""

    @property
    def articles(self) -> int:
        """How many articles are stored."""
        ...

    @property
    def failures(self) -> int:
        """How many documents failed."""
        ...


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Return articles a second, to the precision that means something."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="dim")


class _Left(TimeRemainingColumn):
    def render(self, task: Task) -> Text:
        """Return the time left, or nothing while the end is unknown."""
        return Text.assemble(super().render(task), " left") if task.total else Text()


class ReadingBar:
    """Shows how far a reading has come; call it with each progress."""

    def __init__(self, console: Console, total: int | None) -> None:
        self._total = total
        self._begun = time.monotonic()
        self._task: TaskID | None = None
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[count]}"),
            _Rate(),
            TimeElapsedColumn(),
            _Left(),
            TextColumn("{task.fields[failed]}", style="yellow"),
            console=console,
            transient=True,
        )

    def __call__(self, progress: HowFar) -> None:
        """Move the bar; it appears once the run has taken longer than a second."""
        if self._task is None:
            if time.monotonic() - self._begun < SHOWN_AFTER:
                return
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total, count="", failed="")
        done = progress.articles + progress.failures
        self._bar.update(
            self._task,
            completed=done,
            description="merging" if done == self._total else "reading",
            count=f"{done} of {self._total}" if self._total else f"{done} articles",
            failed=f"{progress.failures} failed" if progress.failures else "",
        )

    def stop(self) -> None:
        """Take the bar away."""
        self._bar.stop()


@contextmanager
def reading_bar(console: Console, targets: Sequence[str]) -> Iterator[ReadingBar | None]:
    """Give a bar for reading these targets; None where nobody sees it."""
    if not console.is_terminal:
        yield None
        return
    bar = ReadingBar(console, documents_behind(targets))
    try:
        yield bar
    finally:
        bar.stop()


def documents_behind(targets: Sequence[str]) -> int | None:
    """Return about how many documents the targets name; None where it cannot be known beforehand.

    An estimate for the bar alone: files of JSON and standard input hold any number of articles.
    """
    total = 0
    for target in targets:
        for path in _files_of(Path(target)):
            if target == "-" or ENDINGS.get(path.suffix.lower()) in (JSON, JSON_LINES):
                return None
            total += 1
    return total


def _files_of(target: Path) -> Iterator[Path]:
    if not target.is_dir():
        yield target
        return
    for here, folders, names in os.walk(target):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (
            Path(here, name)
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS
        )
