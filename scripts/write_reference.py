"""Write docs/reference/commands.md from the command line itself, as `make docs` does.

The page holds what ``--help`` says, command by command, so it cannot say anything else. A test
(tests/test_docs.py) fails when it is out of date.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main

from dragoman.cli.app import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "commands.md"

HEAD = """\
# Commands

This page is written by `make docs` from the commands' own help; edit them, not it.

Rows go to standard output, everything else to standard error. Every command that asks takes
`--ledger FILE`, else `$DRAGOMAN_LEDGER`, else `./ledger.db`. Offsets in what is printed are code
points of the article's text, from 0.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | something failed: some documents, each named on a line, or the ledger |
| 2 | wrong use: an unknown option, filter value or id |
| 130 | stopped by Ctrl-C; what was read is kept |

| variable | does |
| --- | --- |
| `DRAGOMAN_LEDGER` | names the ledger to use |
| `DRAGOMAN_TRACEBACK` | when set, an unexpected fault shows where it happened |
| `NO_COLOR` | when set, nothing is coloured; nor is it when standard output is no terminal |
| `COLUMNS` | how wide tables are, where there is no terminal to measure |
"""


def reference() -> str:
    """Return the page as it should be."""
    group: Any = typer.main.get_command(app)
    return "\n".join([HEAD, *(_section(name, group.commands[name]) for name in group.commands)])


def _section(name: str, command: Any) -> str:
    paragraphs = inspect.cleandoc(command.help).split("\n\n")
    prose = [p for p in paragraphs if not p.startswith("Example: ")]
    examples = [p.removeprefix("Example: ") for p in paragraphs if p.startswith("Example: ")]
    shown = "\n".join(["```sh", *examples, "```"])
    return "\n".join(
        [f"## dragoman {name}", "", "\n\n".join(prose), "", shown, "", *_table(command)]
    )


def _table(command: Any) -> Iterator[str]:
    yield "| option | default | does |"
    yield "| --- | --- | --- |"
    for parameter in command.params:
        yield f"| {_called(parameter)} | {_default(parameter)} | {_cell(parameter.help)} |"
    yield ""


def _called(parameter: Any) -> str:
    metavar = parameter.metavar or ""
    if parameter.param_type_name == "argument":
        return f"`{metavar or parameter.name.upper()}`"
    return f"`{' '.join([*parameter.opts, metavar]).strip()}`"


def _default(parameter: Any) -> str:
    default = parameter.default
    if parameter.required or default is None or default is False:
        return ""
    return f"`{getattr(default, 'value', default)}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
