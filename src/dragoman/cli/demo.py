"""demo: the bundled coverage, read and asked."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dragoman.cli import layouts
from dragoman.cli.options import Format
from dragoman.cli.output import out, print_rows, say
from dragoman.cli.reading import read_into, say_summary
from dragoman.errors import UsageError
from dragoman.ledger import EVERYTHING, Ledger

QUESTION = "Why is Kolokoltsev in Havana?"
ABOUT = (
    "These {count} dispatches are samples, written for dragoman from publicly reported facts. "
    "Their outlets are invented, and named so; do not cite them as a source for anything."
)

KeepOption = Annotated[
    Path | None,
    typer.Option("--keep", metavar="FILE", help="Keep the demo's ledger in this new file."),
]


def demo(keep: KeepOption = None) -> None:
    """Read the bundled samples and answer their question.

    It ends with their timeline. The ledger it makes is thrown away, unless you keep it.

    Example: dragoman demo --keep demo.db
    """
    if keep is not None and keep.exists():
        raise UsageError(f"{keep} is there already", hint="name a new file, so nothing is mixed up")
    with as_file(files("dragoman") / "data" / "coverage") as folder, _ledger(keep) as held:
        samples = sorted(str(path) for path in folder.glob("*.txt"))
        summary = read_into(held, samples)
        say_summary(summary, keep or Path("a temporary ledger"))
        show(held, len(samples))
    say_next(keep)


@contextmanager
def _ledger(keep: Path | None) -> Iterator[Ledger]:
    if keep is not None:
        with Ledger.open(keep) as held:
            yield held
        return
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "demo.db")) as held:
        yield held


def show(ledger: Ledger, count: int) -> None:
    """Print what the samples are, the answer to their question, and their timeline."""
    from dragoman.answers.why import why
    from dragoman.cli.moments import moment_records
    from dragoman.cli.note import TITLE, print_line, print_note

    print_line(Text(ABOUT.format(count=count), style="italic"))
    out.print()
    print_note(why(ledger, QUESTION))
    out.print()
    print_line(Text("Timeline of the coverage", style=TITLE))
    rows = moment_records(ledger, EVERYTHING, None)
    print_rows(rows, layouts.MOMENTS, Format.TABLE, nothing="no dated event was found")


def say_next(kept: Path | None) -> None:
    """Say what to try after the demo, with its ledger if that was kept."""
    say("")
    if kept is None:
        say("  this ledger is gone now; to ask it more: dragoman demo --keep demo.db", style="dim")
        say("  to read your own: dragoman read FOLDER", style="dim")
        return
    say(f"  the ledger is kept in {kept}; try:", style="dim")
    for line in ("events --actor Kolokoltsev", "claims --voice unnamed", "explain EVT-…"):
        say(f"    dragoman {line} --ledger {kept}", style="dim")
