"""Tables for people: one layout for a wide terminal, one for a narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.cli.inert import inert_text

Record = dict[str, Any]
Cell = str | Text

WIDE = 110
"""From so many columns on the wide layout is used. Below it, the columns of the widest table
(events) have fewer than a dozen characters for a name, and names break apart (tried at 80, 100,
110, 120 and 140)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and what it shows of a record.

    ``share`` is its part of the width that is left; a column without one is as wide as its
    longest cell and never breaks a line, so that dates, codes and ids stay whole.
    """

    heading: str
    cell: Callable[[Record], Cell]
    style: str = ""
    share: int | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows of one kind are laid out. The narrow columns stack what the wide ones set apart."""

    wide: Sequence[Column]
    narrow: Sequence[Column]


def table_of(records: Iterable[Record], layout: Layout, width: int) -> Table:
    """Return the table of some records for a terminal of so many columns."""
    is_wide = width >= WIDE
    columns = layout.wide if is_wide else layout.narrow
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold",
                  border_style="dim", padding=(0, 1), leading=0 if is_wide else 1,
                  expand=True)  # fmt: skip
    for column in columns:
        table.add_column(
            column.heading,
            style=column.style,
            ratio=column.share,
            no_wrap=column.share is None,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    for record in records:
        table.add_row(*(_text(column.cell(record)) for column in columns))
    return table


def stacked(*lines: Cell) -> Text:
    """Return a cell of several lines; empty ones are left out."""
    return Text("\n").join(text for text in map(_text, lines) if text.plain)


def dim(*parts: str) -> Text:
    """Return a quiet line that holds its parts, the empty ones left out."""
    return Text(" · ".join(part for part in parts if part), style="dim")


def _text(cell: Cell) -> Text:
    return inert_text(cell if isinstance(cell, Text) else Text(cell))
