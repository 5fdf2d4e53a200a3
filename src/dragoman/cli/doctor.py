"""doctor: what is installed, which model, which ledger, and is all well."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from dragoman.cli import layouts
from dragoman.cli.endings import FAILED
from dragoman.cli.opening import open_ledger
from dragoman.cli.options import Format, FormatOption, LedgerOption
from dragoman.cli.output import Record, out, print_rows
from dragoman.cli.releases import release_of
from dragoman.errors import DragomanError
from dragoman.ledger.faults import explained
from dragoman.ledger.migrate import SCHEMA_VERSION
from dragoman.model.failure import Failure
from dragoman.settings import ledger_path

_COUNTED = ("article", "event", "claim", "reason")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is, what was found, and what to do if it is not well."""

    what: str
    found: str
    remedy: str = ""

    @property
    def is_well(self) -> bool:
        """Whether nothing needs doing."""
        return not self.remedy


def doctor(
    failures: Annotated[  # noqa: FBT002 - a switch of the command line
        bool, typer.Option("--failures", help="List the documents that could not be read, instead.")
    ] = False,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Say what is installed and in use, and whether all is well.

    Example: dragoman doctor --ledger havana.db
    """
    if failures:
        with open_ledger(ledger) as held:
            rows = map(failure_record, held.failures())
            print_rows(rows, layouts.FAILURES, form, nothing="no document failed")
        return
    findings = list(examine(ledger_path(ledger)))
    if form is Format.TABLE:
        _print_findings(findings)
    else:
        print_rows(map(finding_record, findings), layouts.FAILURES, form, nothing="")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(FAILED)


def examine(ledger: Path) -> Iterator[Finding]:
    """Yield what was found of this installation, and of a ledger."""
    yield Finding("dragoman", release_of("dragoman"))
    yield Finding("Python", f"{platform.python_version()} on {platform.system()}")
    yield _tried("language model", _model)
    yield _tried("codebook", _codebook)
    yield _tried("authority tables", _authority)
    yield from _ledger(ledger)


def _tried(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except DragomanError as problem:
        return Finding(what, problem.message, problem.hint or "install dragoman again")


def _model() -> str:
    from dragoman.language.parser import load_model, model_name

    return f"{model_name(load_model())}, spaCy {release_of('spacy')}"


def _codebook() -> str:
    from dragoman.coding.codebook import load_codebook

    book = load_codebook()
    return f"{book.name} {book.version}, {len(book.types)} types, {len(book.cues):,} cues"


def _authority() -> str:
    from dragoman.actors.authority import load_authority

    load_authority()
    folder = files("dragoman") / "data" / "authority"
    sizes = ((name, _rows(folder.joinpath(f"{name}.tsv").read_bytes())) for name in
             ("states", "bodies", "people", "names"))  # fmt: skip
    return ", ".join(f"{size:,} {name}" for name, size in sizes)


def _rows(table: bytes) -> int:
    return max(table.count(b"\n") - 1, 0)


def _ledger(path: Path) -> Iterator[Finding]:
    if not path.exists():
        yield Finding("ledger", f"none yet at {path}; `dragoman read PATH` makes it")
        return
    try:
        with open_ledger(path) as held:
            facts, unmerged = held.facts(), held.needs_merging()
        yield Finding("ledger", f"{path}, schema {SCHEMA_VERSION}, {_size(path)}")
        yield from _contents(path)
    except DragomanError as problem:
        yield Finding("ledger", problem.message, problem.hint or "name another with --ledger")
        return
    if "model" in facts:
        book = f"{facts.get('codebook', '?')} {facts.get('codebook_version', '')}".strip()
        yield Finding("last read with", f"{facts['model']}, {book}")
    if unmerged:
        remedy = "run `dragoman read` on any of its articles: that merges them all"
        yield Finding("merging", "some articles are not merged into events yet", remedy)
    else:
        yield Finding("merging", "up to date")


def _contents(path: Path) -> Iterator[Finding]:
    with explained(path), closing(_open_as_it_is(path)) as connection:
        broken = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        counts = [(_count(connection, table), f"{table}s") for table in _COUNTED]
        failed = _count(connection, "failure")
    yield Finding("contents", ", ".join(f"{rows} {count:,}" for count, rows in counts))
    see = " (see: dragoman doctor --failures)" if failed else ""
    yield Finding("failures", f"{failed:,}{see}")
    remedy = "" if broken == "ok" else "restore a copy, or read the articles again into a new file"
    yield Finding("integrity", broken, remedy)


def _open_as_it_is(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _count(connection: sqlite3.Connection, table: str) -> int:
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a table of _COUNTED
    return int(connection.execute(query).fetchone()[0])


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1_000_000:.1f} MB"


def _print_findings(findings: list[Finding]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(overflow="fold")
    for finding in findings:
        mark = ("✓ ", "green") if finding.is_well else ("✗ ", "red")
        grid.add_row(Text.assemble(mark, finding.what), Text(finding.found))
    out.print(grid)
    out.print()
    ill = [finding for finding in findings if not finding.is_well]
    for finding in ill:
        out.print(Text(f"{finding.what}: {finding.remedy}", style="yellow"), soft_wrap=True)
    if not ill:
        out.print(Text("all is well", style="bold green"))


def failure_record(failure: Failure) -> Record:
    """Return a failure as one JSON object."""
    return {
        "id": failure.id,
        "source": failure.source,
        "stage": failure.stage,
        "reason": failure.reason,
        "hint": failure.hint,
    }


def finding_record(finding: Finding) -> Record:
    """Return a finding as one JSON object."""
    return {
        "what": finding.what,
        "found": finding.found,
        "well": finding.is_well,
        "remedy": finding.remedy or None,
    }
