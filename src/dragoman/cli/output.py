"""Standard output and standard error: rows for people and for programs, one line for a problem."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from dragoman.cli.inert import one_line
from dragoman.cli.options import Format
from dragoman.cli.tables import Layout, table_of

Record = dict[str, Any]

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


def print_rows(records: Iterable[Record], layout: Layout, form: Format, *, nothing: str) -> None:
    """Print records to standard output; ``nothing`` is said on standard error when none came."""
    if form is Format.JSONL:
        some = _print_jsonl(records)
    elif form is Format.CSV:
        some = _print_csv(records)
    else:
        some = _print_table(records, layout)
    if not some:
        say(nothing)


def say(line: str, style: str = "") -> None:
    """Write one line to standard error, whatever its length; control characters are shown inert."""
    err.print(Text(one_line(line), style=style), soft_wrap=True)


def _print_jsonl(records: Iterable[Record]) -> bool:
    some = False
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        some = True
    return some


def _print_csv(records: Iterable[Record]) -> bool:
    """RFC 4180: lists and objects within a cell are JSON, so that nothing is lost."""
    writer = None
    for record in records:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(record), lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({key: _csv_cell(value) for key, value in record.items()})
    return writer is not None


def _csv_cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, (dict, list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return value


def _print_table(records: Iterable[Record], layout: Layout) -> bool:
    table = table_of(records, layout, out.width)
    if table.row_count:
        out.print(table)
    return table.row_count > 0
