"""A second reader's labels for a sample of the corpus, and how far they agree with the first.

    python -m training.second_reading draw -n 200 --seed 7 -o FILE   texts without labels
    python -m training.second_reading compare FILE                   when FILE has been filled in

The reader writes the @ lines above each text and the brackets into it, by ``guidelines.md``; what
is left as drawn is not compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from training.agreement import Agreement, Readings, agreement
from training.files import corpus_files, read_corpus
from training.markup import Fault, Item, read_items

_BLANK = "@"
_NOTE = "# After each @: TYPE modes | factuality | voice | contexts, or NONE kind. Mark the words."


def draw(items: Sequence[Item], number: int, seed: int) -> str:
    """Return the text of a file with so many items (or all), each with its id and an empty @."""
    ordered = sorted(items, key=lambda item: item.id)
    sample = Random(seed).sample(ordered, min(number, len(ordered)))
    return "\n\n".join([_NOTE, *(f"# {item.id}\n{_BLANK}\n{item.text}" for item in sample), ""])


def match(text: str, name: str, first: Iterable[Item]) -> tuple[Readings, tuple[Fault, ...]]:
    """Return the filled-in items of a file beside the first reading's, and the file's faults.

    Items are known by their text, which must be as it was drawn.
    """
    by_text = {item.text: item for item in first}
    filled, faults = read_items(_without_blanks(text), name)
    strange = (
        Fault(name, item.line, f"no item has the text {item.text[:40]!r}", "leave it as drawn")
        for item in filled
        if item.text not in by_text
    )
    pairs = [(by_text[item.text], item) for item in filled if item.text in by_text]
    return pairs, (*faults, *strange)


def _without_blanks(text: str) -> str:
    """Return the text with the items that nobody filled in made comments, line for line."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if line.strip() == _BLANK:
            while at < len(lines) and lines[at].strip():
                lines[at] = "#"
                at += 1
    return "\n".join(lines)


def report(found: Agreement) -> Iterator[str]:
    """Yield the lines of the two tables."""
    yield f"{'label':<26}{'items':>7}{'agree':>9}{'kappa':>9}"
    for row in found.labels:
        yield f"{row.what:<26}{row.items:>7}{row.share:>9.3f}{row.kappa:>9.3f}"
    yield ""
    yield f"{'sets, spans':<26}{'items':>7}{'exact':>9}{'overlap':>9}"
    for each in (*found.sets, *found.spans):
        yield f"{each.what:<26}{each.items:>7}{each.exact:>9.3f}{each.overlap:>9.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw or compare; return 1 where the filled-in file has faults, which are named."""
    parser = argparse.ArgumentParser(prog="python -m training.second_reading", description=__doc__)
    chores = parser.add_subparsers(dest="chore", required=True)
    drawing = chores.add_parser("draw", help="write a sample without labels")
    drawing.add_argument("-n", "--number", type=int, default=200, help="how many items")
    drawing.add_argument("--seed", type=int, default=1, help="another seed, another sample")
    drawing.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    comparing = chores.add_parser("compare", help="print the agreement with the first reading")
    comparing.add_argument("file", type=Path, help="the file, filled in")
    options = parser.parse_args(arguments)
    items = read_corpus(corpus_files()).items
    if options.chore == "draw":
        options.output.write_text(draw(items, options.number, options.seed), encoding="utf-8")
        return 0
    path: Path = options.file
    readings, faults = match(path.read_text(encoding="utf-8"), path.name, items)
    for fault in faults:
        print(fault, file=sys.stderr)
    for line in report(agreement(readings)):
        print(line)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
