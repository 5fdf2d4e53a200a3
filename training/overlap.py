"""Runs of words that the corpus has in common with the test sets and the example article.

Only the runs themselves are looked for, in every text field of every file; nothing else is taken.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from training import ROOT

RUN = 10

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>")
_TAG = re.compile(r"<[^<>]*>")
_JSON = (".json", ".jsonl")
_COLUMNS = re.compile(r"(?m)^(\S+)\t\S+$")


class Text(Protocol):
    """What was written: an item of the corpus, or a sentence of opinion."""

    @property
    def id(self) -> str:
        """Return the name of its file and its ordinal."""
        ...

    @property
    def text(self) -> str:
        """Return its words without any markup."""
        ...


@dataclass(frozen=True, slots=True)
class Shared:
    """A run of words of an item that a file also has."""

    item: str
    file: str
    run: str


def yardsticks() -> Path:
    """Return the folder of the public test sets: $DRAGOMAN_YARDSTICKS, or beside the project."""
    home = os.environ.get("DRAGOMAN_YARDSTICKS")
    return Path(home) if home else ROOT.parent / "shared" / "yardsticks"


def public_texts() -> tuple[Path, ...]:
    """Return the files of the test sets and of the example coverage; none where they are absent."""
    folders = (yardsticks(), yardsticks().parent / "coverage")
    return tuple(p for folder in folders for p in sorted(folder.rglob("*")) if p.is_file())


def shared_runs(items: Iterable[Text], paths: Iterable[Path]) -> tuple[Shared, ...]:
    """Return each item's first run of ``RUN`` words that a file has too, file by file."""
    runs = {run: item.id for item in items for run in _runs(_words(item.text))}
    found: dict[tuple[str, str], Shared] = {}
    for path in paths:
        for text in texts_of(path):
            for run in _runs(_words(text)):
                if run in runs:
                    key = (runs[run], path.name)
                    found.setdefault(key, Shared(*key, " ".join(run)))
    return tuple(found.values())


def texts_of(path: Path) -> Iterator[str]:
    """Yield every text of a file as plain words: JSON's strings, or the whole without markup."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as stream:
        text = stream.read()
    if path.suffix not in _JSON:
        yield _plain(text)
        return
    for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
        if part.strip():
            yield from map(_plain, _strings(json.loads(part)))


def _plain(text: str) -> str:
    if "<" in text:
        text = _TAG.sub(" ", _UNSEEN.sub(" ", text))
    text = html.unescape(text) if "&" in text else text
    return _COLUMNS.sub(r"\1", text) if "\t" in text else text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(part, str) for part in value):
        yield " ".join(value)
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[at:] for at in range(RUN)), strict=False)
