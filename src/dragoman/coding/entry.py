"""Entry: one table of a TOML file while it is read, which tells its place when something is wrong.

Each method takes a key out and returns its value; ``finish`` refuses what nobody asked for, so that
a misspelt key is an error and not a silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from dragoman.errors import CodebookError

LOWEST, HIGHEST = -10, 10
"""The ends of PLOVER's scale of intensity."""


class Entry:
    """A TOML table under reading: knows where it stands, and which keys nobody has asked for.

    Every method that returns a value raises CodebookError when the key holds something else.
    """

    def __init__(self, table: Mapping[str, Any], where: str) -> None:
        self.where = where
        self._left = dict(table)
        self._asked: list[str] = []

    def fail(self, problem: str, hint: str) -> CodebookError:
        """Return the error that names this entry, the problem, and what to do."""
        return CodebookError(f"{self.where}: {problem}", hint=hint)

    def text(self, key: str, *, among: Iterable[str] | None = None) -> str:
        """Return a text that is not blank, and one of ``among`` where that is given."""
        value = self._take(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fail(f"{key!r} must be a text", f'write {key} = "…"')
        return self._known(key, value, among)

    def text_or_none(self, key: str, *, among: Iterable[str]) -> str | None:
        """Return a text as ``text`` does, or None where the key is missing."""
        if key in self._left:
            return self.text(key, among=among)
        self._asked.append(key)
        return None

    def texts(
        self, key: str, *, among: Iterable[str] | None = None, required: bool = False
    ) -> tuple[str, ...]:
        """Return a list of texts; a missing one is empty, which is an error where required."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.fail(f"{key!r} must be a list of texts", f'write {key} = ["…", "…"]')
        if required and not value:
            raise self.fail(f"it has no {key}", f'write {key} = ["…", "…"]')
        return tuple(self._known(key, v, among) for v in value)

    def lemmas(self, key: str) -> tuple[str, ...]:
        """Return a list of lower-case words or phrases."""
        words = self.texts(key)
        if any(word != " ".join(word.lower().split()) or not word for word in words):
            hint = "write them in lower case, one blank between"
            raise self.fail(f"its {key} must be lemmas", hint)
        return words

    def score(self, key: str, default: float | None = None) -> float:
        """Return a number from -10 to 10, ``default`` where the key is missing."""
        value = self._take(key, default)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not LOWEST <= value <= HIGHEST:  # no NaN is between
            hint = f"write for instance {key} = 2.5"
            raise self.fail(f"{key!r} must be a number from {LOWEST} to {HIGHEST}", hint)
        return float(value)

    def pairs(self, key: str) -> dict[str, str]:
        """Return an inline table of texts; a missing one is empty."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self.fail(f"{key!r} must be a table of texts", f'write {key} = {{ a = "b" }}')
        return value

    def entries(self, key: str, *, required: bool = False) -> list[Entry]:
        """Return the tables of a list of tables; none where the key is missing, unless required."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.fail(f"{key!r} must be tables", f"write [[{key}]] before each entry")
        if required and not value:
            raise self.fail(f"it has no {key}", f"write at least one [[{key}]]")
        return [Entry(v, _place(self.where, key, i, v)) for i, v in enumerate(value, start=1)]

    def finish(self) -> None:
        """Raise CodebookError for a key that nobody has asked for."""
        for key in self._left:
            meant = get_close_matches(key, self._asked, n=1)
            hint = f"write {meant[0]}" if meant else f"remove it; known: {', '.join(self._asked)}"
            raise self.fail(f"unknown key {key!r}", hint)

    def _take(self, key: str, default: Any = None) -> Any:
        self._asked.append(key)
        return self._left.pop(key, default)

    def _known(self, key: str, value: str, among: Iterable[str] | None) -> str:
        if among is None or value in among:
            return value
        known = tuple(among)
        meant = get_close_matches(value, known, n=1)
        either = f"write one of {', '.join(known)}" if known else "there is none to choose from"
        hint = f"write {meant[0]!r}" if meant else either
        raise self.fail(f"{key!r} is {value!r}, which is not known", hint)


def _place(where: str, key: str, number: int, table: Mapping[str, Any]) -> str:
    name = table.get("name")
    return f"{where}: {key}[{number}]" + (f" {name!r}" if isinstance(name, str) else "")
