"""read: articles into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.endings import FAILED, Stopped, say_failures
from dragoman.cli.opening import open_to_write
from dragoman.cli.options import CodebookOption, LedgerOption, WaitOption
from dragoman.cli.output import err, say
from dragoman.coding.codebook import load_codebook
from dragoman.ledger import Ledger
from dragoman.settings import DEFAULT_LEDGER

if TYPE_CHECKING:
    from dragoman.pipeline import Progress, RunSummary


def read(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…",
            help="Files, folders and globs of .txt .md .html .json .jsonl; - is standard input.",
        ),
    ],
    codebook: CodebookOption = None,
    ledger: LedgerOption = None,
    wait: WaitOption = 30.0,
) -> None:
    """Read articles into the ledger; makes it when there is none.

    What was read before and has not changed is left alone, so a reading that was stopped goes on
    where it was. A document that cannot be read is named, kept in mind, and stops nothing.

    A codebook of your own has one ledger or several for itself: two codebooks in one ledger would
    give events that cannot be compared.

    Example: dragoman read news/ 'more/*.html' --ledger havana.db
    """
    if codebook is not None:
        load_codebook(codebook)  # one that cannot be used is told before a ledger is made
    with open_to_write(ledger, wait) as held:
        summary = read_into(held, targets, codebook)
        say_failures(summary.failures)
        say_summary(summary, held.path)
        say_earlier_codebook(summary)
        if summary.articles + summary.unchanged:
            say_next(held.path)
    if summary.failures:
        raise typer.Exit(FAILED)


def read_into(ledger: Ledger, targets: Sequence[str], codebook: Path | None = None) -> RunSummary:
    """Read what the targets name, with a bar where someone watches.

    Raises Stopped, which says what was kept, when the person at the keyboard has had enough.
    """
    from dragoman.cli.progress import reading_bar

    stored = 0

    def counted(progress: Progress) -> None:
        nonlocal stored
        stored = progress.articles
        if bar is not None:
            bar(progress)

    try:
        with reading_bar(err, targets) as bar:
            return _run(ledger, targets, codebook, counted)
    except KeyboardInterrupt:
        kept = f"what was read is kept in {ledger.path} ({_count(stored, 'article')} this time)"
        raise Stopped(f"stopped; {kept}; the same command goes on from there") from None


def _run(
    ledger: Ledger,
    targets: Sequence[str],
    codebook: Path | None,
    progress: Callable[[Progress], None],
) -> RunSummary:
    from dragoman.cli.progress import loading

    with loading(err):
        # spaCy takes over a second to import, which only reading should cost
        from dragoman.pipeline import load_tools
        from dragoman.pipeline import read as read_targets

        tools = load_tools(codebook)
    stdin = sys.stdin.buffer if sys.stdin else None  # None where the caller closed it
    return read_targets(targets, ledger, tools, progress, stdin)


def say_summary(summary: RunSummary, ledger: Path) -> None:
    """Say in one line what a run did."""
    articles, reports = _count(summary.articles, "article"), _count(summary.reports, "report")
    done = f"{articles} read, {summary.unchanged:,} unchanged, {reports}"
    say(f"{done}; {len(summary.failures):,} failed → {ledger}")


def say_earlier_codebook(summary: RunSummary) -> None:
    """Say that articles which were not read again are coded by an earlier version, if any are."""
    if summary.earlier_codebook:
        before = f"this ledger was read with {summary.earlier_codebook} before"
        say(f"  {before}; read the others again too, so that all are coded alike", style="yellow")


def say_next(ledger: Path) -> None:
    """Say what to try with a ledger that has something in it."""
    which = "" if ledger == DEFAULT_LEDGER else f" --ledger {ledger}"
    for line in ('why "Why is … in …?"', "timeline", "events --format jsonl"):
        say(f"  try: dragoman {line}{which}", style="dim")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
