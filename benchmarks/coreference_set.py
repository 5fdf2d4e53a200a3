"""The coreference set of tests/gold/coreference as typed values: text, mentions, actors.

The head of dev.txt has the notation and the guideline. The reader is strict: what it does not
understand is an error that names file and line, never a mention lost.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "gold" / "coreference"
PARTS = ("dev", "held")

_HEAD = re.compile(r"== (\d{3}) (\d{4}-\d{2}-\d{2}) (wire|broadsheet|state-agency|blog)")
_CLOSE = re.compile(r"\|(\d+(?:\+\d+)*)(?::([snmcj]))?\]")
_SPEAKERS = frozenset("i me my mine myself we us our ours ourselves".split())
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs "
    "themselves".split()
)


class GoldForm(StrEnum):
    """How a gold mention tells its actor; the rows of the table by phenomenon."""

    NAME = "name"
    SHORT = "short name"
    NOMINAL = "nominal"
    METONYM = "metonym"
    COUNTERPART = "counterpart"
    PLURAL = "plural"
    PRONOUN = "pronoun"
    SPEAKER = "first person"


_LETTERS = {
    "s": GoldForm.SHORT,
    "n": GoldForm.NOMINAL,
    "m": GoldForm.METONYM,
    "c": GoldForm.COUNTERPART,
    "j": GoldForm.PLURAL,
}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Characters of a passage's text, and the numbers of the actors they mean, one or several."""

    start: int
    end: int
    words: str
    actors: frozenset[str]
    form: GoldForm


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: where it stands, its day and register, its text and mentions in order."""

    place: str
    published: dt.date
    register: str
    text: str
    mentions: tuple[GoldMention, ...]


def load_part(name: str) -> list[Passage]:
    """Return the passages of "dev" or "held"; ValueError names the line that is not understood."""
    path = FOLDER / f"{name}.txt"
    return list(read_passages(path.read_text("utf-8"), path.name))


def read_passages(source: str, name: str) -> Iterator[Passage]:
    """Yield the passages of a file's text; ValueError names the line that is not understood."""
    for number, block in _blocks(source):
        place = f"{name}:{number}"
        head = _HEAD.fullmatch(block[0])
        if head is None:
            raise ValueError(f"{place}: not a passage's head: {block[0]}")
        if len(block) < 2:
            raise ValueError(f"{place}: a head without a text")
        text, mentions = read_markup(" ".join(block[1:]), place)
        yield Passage(place, dt.date.fromisoformat(head[2]), head[3], text, mentions)


def _blocks(source: str) -> Iterator[tuple[int, list[str]]]:
    # Runs of lines between empty ones, with the number of the first; comments are left out.
    block: list[str] = []
    first = 0
    for number, line in enumerate([*source.splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            if not block:
                first = number
            block.append(line.strip())
        elif block:
            yield first, block
            block = []


def read_markup(marked: str, place: str) -> tuple[str, tuple[GoldMention, ...]]:
    """Return the text without its marks, and the mentions in the order they begin, outer first."""
    text: list[str] = []
    length = 0
    open_at: list[int] = []
    found: list[GoldMention] = []
    position = 0
    while position < len(marked):
        close = _CLOSE.match(marked, position)
        if close:
            if not open_at:
                raise ValueError(
                    f"{place}: closed, but never opened: …{marked[: close.end()][-40:]}"
                )
            start = open_at.pop()
            words = "".join(text)[start:]
            found.append(_mention(start, length, words, close[1], close[2], place))
            position = close.end()
            continue
        character = marked[position]
        if character == "[":
            open_at.append(length)
        elif character in "]|":
            raise ValueError(f"{place}: a stray {character}: …{marked[:position][-40:]}")
        else:
            text.append(character)
            length += 1
        position += 1
    if open_at:
        raise ValueError(f"{place}: opened, but never closed")
    return "".join(text), tuple(sorted(found, key=lambda m: (m.start, -m.end)))


def _mention(
    start: int, end: int, words: str, actors: str, letter: str | None, place: str
) -> GoldMention:
    numbers = actors.split("+")
    if not words.strip() or words != words.strip():
        raise ValueError(f"{place}: no mention: {words!r}")
    if len(set(numbers)) != len(numbers) or (letter == "j" and len(numbers) < 2):
        raise ValueError(f"{place}: not several actors: {words}|{actors}")
    form = _LETTERS[letter] if letter else _form_of(words.casefold())
    if len(numbers) > 1:
        form = GoldForm.PLURAL
    return GoldMention(start, end, words, frozenset(numbers), form)


def _form_of(words: str) -> GoldForm:
    if words in _SPEAKERS:
        return GoldForm.SPEAKER
    return GoldForm.PRONOUN if words in _PRONOUNS else GoldForm.NAME
