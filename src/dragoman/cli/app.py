"""The command line: every command, and the one place where exceptions become exit codes."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import Annotated, TextIO

import typer

from dragoman.cli import asking, codebook, demo, doctor, endings, listing, reading

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_START = "Start here"
_ASK = "Ask the ledger"
_LIST = "List what it holds"
_CARE = "Look after it"


def _print_version(asked: bool) -> None:  # noqa: FBT001 - Typer calls it with the switch's value
    if asked:
        from dragoman.cli.releases import release_of  # slow to import, and seldom wanted

        typer.echo(f"dragoman {release_of('dragoman')}")
        raise typer.Exit


@app.callback()
def dragoman(
    _version: Annotated[  # noqa: FBT002 - a switch of the command line
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and end."
        ),
    ] = False,
) -> None:
    """Read political news into a sourced ledger: who did what to whom, who says so, and why.

    Exit codes: 0 done, 1 something failed (each document is named), 2 wrong use.

    Example: dragoman demo
    """


app.command(rich_help_panel=_START)(demo.demo)
app.command(rich_help_panel=_START)(reading.read)
app.command(rich_help_panel=_ASK)(asking.why)
app.command(rich_help_panel=_ASK)(asking.timeline)
app.command(rich_help_panel=_ASK)(asking.explain)
app.command(rich_help_panel=_LIST)(listing.events)
app.command(rich_help_panel=_LIST)(listing.claims)
app.command(rich_help_panel=_LIST)(listing.reasons)
app.command(rich_help_panel=_LIST)(listing.actors)
app.command(rich_help_panel=_LIST)(listing.articles)
app.command(rich_help_panel=_CARE)(codebook.codebook)
app.command(rich_help_panel=_CARE)(doctor.doctor)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # a stream that the caller closed (">&-") is None; a terminal may have no letter for a dash
    sys.stdout = _bearing(sys.stdout)
    sys.stderr = _bearing(sys.stderr)
    sys.exit(endings.ended(_run))


def _run() -> int:
    return app(prog_name="dragoman", standalone_mode=False) or endings.DONE


def _bearing(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
