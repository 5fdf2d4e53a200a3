"""The corpus's files: which there are, whose they are, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training import CORPUS
from training.markup import Fault, Item, read_items

_NAME = re.compile(r"(?P<slug>[a-z]+(?:-[a-z]+)?)-\d+")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The sound items of some files in order, and the faults of the others."""

    items: tuple[Item, ...]
    faults: tuple[Fault, ...]


def corpus_files(slug: str | None = None, folder: Path = CORPUS) -> tuple[Path, ...]:
    """Return the files of the corpus, or one writer's, in the order of their names."""
    named = ((path, _NAME.fullmatch(path.stem)) for path in sorted(folder.glob("*.txt")))
    return tuple(path for path, name in named if name and slug in (None, name["slug"]))


def read_corpus(paths: Iterable[Path]) -> Corpus:
    """Return what stands in these files; an item's id is the file's stem and its ordinal.

    Raises OSError for a file that cannot be read; one not in UTF-8 is a fault.
    """
    items: list[Item] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            faults.append(Fault(path.stem, 1, str(error), "save the file in UTF-8"))
            continue
        found, wrong = read_items(text, path.stem)
        items += found
        faults += wrong
    return Corpus(tuple(items), tuple(faults))
