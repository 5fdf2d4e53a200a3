"""Rows in and rows out: what every part of the build shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.actors.folding import fold

CURATED = Path(__file__).parent / "curated"
OUT = Path(__file__).parents[2] / "src/dragoman/data/authority"

ENTRY = ("id", "name", "kind", "country", "sectors", "family", "roles", "source")
STATE = (*ENTRY, "formal", "capital", "lat", "lon", "leader")
NAME = ("name", "form", "id", "source")

Row = dict[str, str]


def curated(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a hand-written table, each padded to so many columns."""
    for line in (CURATED / name).read_text("utf-8").splitlines():
        if line.strip():
            cells = line.split("\t")
            yield cells + [""] * (columns - len(cells))


def listed(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(",") if part.strip()]


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name).lower()).strip("-")


def entry(key: str, name: str, kind: str, country: str, sectors: str, source: str) -> Row:
    cells = (key, name, kind, country, sectors, "", "", source)
    return dict(zip(ENTRY, cells, strict=True))


# Of two bearers of one name these come second, being the one less often meant.
SECOND = {"state:DMA", "state:COG", "state:HKG", "state:MAC", "state:NFK", "state:SPM",
          "state:ASM", "state:EUR"}  # fmt: skip


def _rank(row: Row) -> tuple[bool, bool, bool]:
    """Names before other forms, living and larger states first, people last."""
    key = row.get("id", "")
    return (key.startswith("person:"), key in SECOND, row.get("source") == "phoenix")


def write(name: str, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Writes a table, sorted, so that the same sources give the same bytes."""
    header = tuple(columns)
    ranked = sorted(rows, key=lambda row: (row[header[0]], _rank(row), *row.values()))
    lines = ["\t".join(row[c] for c in header) for row in ranked]
    text = "\n".join(["\t".join(header), *dict.fromkeys(lines)]) + "\n"
    (OUT / f"{name}.tsv").write_text(text, "utf-8")
    print(f"{name}: {len(lines)} rows, {len(text.encode()) / 1024:.0f} KB")
