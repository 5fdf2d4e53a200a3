"""Sentences that judge and sentences that report: their files, and what stands in them.

A file of ``training/opinion`` holds entries with a blank line between them. An entry is a line
``@ slanted|plain opinion|mixed|factual`` and a line of text, in which ``[loaded: words | neutral]``
marks words that judge where neutral ones would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training import ROOT
from training.markup import Fault

OPINION = ROOT / "training" / "opinion"
# Each writer's fifth file is never learned from.
HELD_OUT = re.compile(r"[a-z]+-05")

_HEAD = re.compile(r"@ (?P<colour>slanted|plain) (?P<view>opinion|mixed|factual)")
_LOADED = re.compile(r"\[loaded: (?P<words>[^\[\]|]+?) ?\|(?P<neutral>[^\[\]|]*)\]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Words that judge, by code points of the text; ``neutral`` is empty where they only add."""

    start: int
    end: int
    neutral: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of news: whether it leans to a side, and how much of it is the writer's view."""

    id: str
    text: str
    slanted: bool
    view: str
    loaded: tuple[Loaded, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the part that is never learned from."""
        return HELD_OUT.fullmatch(self.id.partition(":")[0]) is not None


@dataclass(frozen=True, slots=True)
class Opinions:
    """The sound sentences of some files in order, and the faults of the others."""

    sentences: tuple[Sentence, ...]
    faults: tuple[Fault, ...]


def opinion_files(folder: Path = OPINION) -> tuple[Path, ...]:
    """Return the files of sentences in the order of their names."""
    return tuple(sorted(folder.glob("*.txt")))


def read_opinions(paths: Iterable[Path]) -> Opinions:
    """Return what stands in these files; raises OSError for one that cannot be read."""
    sentences: list[Sentence] = []
    faults: list[Fault] = []
    for path in paths:
        for number, (line, entry) in enumerate(_entries(path.read_text("utf-8")), 1):
            found = _sentence(f"{path.stem}:{number}", line, entry)
            (faults if isinstance(found, Fault) else sentences).append(found)  # type: ignore[arg-type]
    return Opinions(tuple(sentences), tuple(faults))


def _entries(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each entry's lines with the number of the first."""
    entry: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip():
            entry.append(line)
        elif entry:
            yield number - len(entry), entry
            entry = []


def _sentence(name: str, line: int, entry: list[str]) -> Sentence | Fault:
    file = name.partition(":")[0]
    head = _HEAD.fullmatch(entry[0])
    if head is None or len(entry) != 2:
        return Fault(file, line, f"no entry: {entry[0]!r}", "write one @ line and one line of text")
    text, loaded = _unmarked(entry[1])
    if re.search(r"[\[\]|]", text):
        return Fault(file, line, "a bracket or bar is left", "write [loaded: words | neutral]")
    return Sentence(name, text, head["colour"] == "slanted", head["view"], loaded)


def _unmarked(marked: str) -> tuple[str, tuple[Loaded, ...]]:
    text, loaded, at = "", [], 0
    for mark in _LOADED.finditer(marked):
        text += marked[at : mark.start()]
        start = len(text)
        text += mark["words"]
        loaded.append(Loaded(start, len(text), mark["neutral"].strip()))
        at = mark.end()
    return text + marked[at:], tuple(loaded)
