"""Check the corpus: its markup, its numbers, and that nothing in it is copied or filled in.

    python -m training.check               the whole corpus; exit 1 if something required fails
    python -m training.check --only SLUG   one writer's files, against one writer's share

The test sets are looked for in $DRAGOMAN_YARDSTICKS, else beside the project.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from dragoman.actors.authority import load_authority
from training.counts import ONE_WRITER, WHOLE, Table, count_tables, length_line
from training.doubts import doubts
from training.files import Corpus, corpus_files, read_corpus
from training.likeness import MOST_OPENINGS, near_duplicates, templates
from training.markup import Item
from training.opinions import opinion_files, read_opinions
from training.overlap import RUN, Text, public_texts, shared_runs
from training.real_people import real_people

MOST_ALIKE = 0.01
_COLUMNS = 3
_SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found; return 1 when something required fails, 2 when there is no file."""
    parser = argparse.ArgumentParser(prog="python -m training.check", description=__doc__)
    parser.add_argument("--only", metavar="SLUG", help="one writer's files: SLUG-01.txt and on")
    parser.add_argument("--all", action="store_true", help="list every finding, not the first few")
    options = parser.parse_args(arguments)
    paths = corpus_files(options.only)
    if not paths:
        print(f"no file {options.only or '*'}-NN.txt in training/corpus", file=sys.stderr)
        return 2
    corpus = read_corpus(paths)
    tables = count_tables(corpus.items, ONE_WRITER if options.only else WHOLE)
    for line in _pages(tables):
        print(line)
    print(length_line(corpus.items))
    shown = None if options.all else _SHOWN
    for title, lines in _notes(corpus.items):
        _print_list(title, lines, shown)
    failed = False
    for title, lines in _failures(corpus, tables, counted=not options.only):
        failed = failed or bool(lines)
        _print_list(title, lines, None if title == "faults" else shown)
    return int(failed)


def _failures(
    corpus: Corpus, tables: Iterable[Table], *, counted: bool
) -> Iterator[tuple[str, list[str]]]:
    opinions = read_opinions(opinion_files() if counted else ())
    items: tuple[Text, ...] = (*corpus.items, *opinions.sentences)
    yield "faults", [str(fault) for fault in (*corpus.faults, *opinions.faults)]
    paths = public_texts()
    if paths:
        shared = shared_runs(items, paths)
        lines = [f"{hit.item}: {hit.run!r}, also in {hit.file}" for hit in shared]
        yield f"runs of {RUN} words shared with {len(paths)} files of test sets", lines
    else:
        print("test sets are not here: their words were not looked for (DRAGOMAN_YARDSTICKS)")
    pairs = near_duplicates(items)
    alike = {name for pair in pairs for name in (pair.one, pair.other)}
    share = len(alike) / max(len(items), 1)
    title = (
        f"near-duplicates: {len(alike)} items, {share:.2%} of all, below {MOST_ALIKE:.0%} wanted"
    )
    lines = [f"{pair.one} and {pair.other}: {pair.jaccard:.2f}" for pair in pairs]
    if share < MOST_ALIKE:
        _print_list(title, lines, _SHOWN)
    else:
        yield title, lines
    if counted:
        yield "fewer than wanted", list(_short(tables))


def _short(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        for row in table.rows:
            if row.short:
                yield f"{row.name}: {row.count} of {row.wanted} ({table.title})"


def _notes(items: tuple[Item, ...]) -> Iterator[tuple[str, list[str]]]:
    found = templates(items)
    share = found.items_same / max(len(items), 1)
    same = [", ".join(ids) for ids in found.same_text]
    yield f"masked text equal to another's: {found.items_same} items, {share:.2%}", same
    share = found.items_opening / max(len(items), 1)
    often = [f"{opening!r}: {', '.join(ids)}" for opening, ids in found.same_opening]
    title = (
        f"masked opening more than {MOST_OPENINGS} times: {found.items_opening} items, {share:.2%}"
    )
    yield title, often
    again = [f"{doubt.item}: {doubt.what}: {doubt.words!r}" for doubt in doubts(items)]
    yield "labels to look at again", again
    people = real_people(items, load_authority())
    hits = [f"{hit.item}: {hit.words!r} is {hit.why} {hit.person}" for hit in people]
    yield "names that real office-holders bear", hits


def _print_list(title: str, lines: Sequence[str], shown: int | None) -> None:
    print(f"\n{title}: {len(lines) or 'none'}")
    for line in lines[:shown]:
        print(f"  {line}")
    if shown is not None and len(lines) > shown:
        print(f"  and {len(lines) - shown} more; --all lists them")


def _pages(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        yield f"\n{table.title}"
        cells = [
            f"{'!' if row.short else ' '} {row.name:<26}{row.count:>6}"
            + (f" /{row.wanted:>5}" if row.wanted else " " * 7)
            for row in table.rows
        ]
        height = -(-len(cells) // _COLUMNS)
        columns = [cells[at : at + height] for at in range(0, len(cells), height)]
        for line in zip_longest(*columns, fillvalue=""):
            yield "  ".join(line).rstrip()


if __name__ == "__main__":
    sys.exit(main())
