"""Scale: the codebook that a ledger was read with, as far as its records need it.

Quad classes and intensities stand beside the reports that were coded with them, so that a ledger
can be asked where the codebook's own file is not at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dragoman.errors import CodebookError

if TYPE_CHECKING:
    from dragoman.coding.codebook import Codebook

NAME = "codebook"
VERSION = "codebook_version"
SCALE = "codebook_scale"


class Scale(Protocol):
    """What a record needs of a codebook: the quad class and the intensity of a type."""

    def quad(self, name: str, /) -> str:
        """Return the quad class of a type."""
        ...

    def intensity(self, name: str, modes: Iterable[str] = (), /) -> float:
        """Return the intensity of a type in some modes, from -10 to 10."""
        ...


@dataclass(frozen=True, slots=True)
class LedgerScale:
    """Quad class, intensity and the intensities of modes of every type that a ledger may hold."""

    types: Mapping[str, tuple[str, float, Mapping[str, float]]]

    def quad(self, name: str, /) -> str:
        """Return the quad class of a type; raises CodebookError for an unknown one."""
        return self._of(name)[0]

    def intensity(self, name: str, modes: Iterable[str] = (), /) -> float:
        """Return the intensity of the strongest of these modes, or of the type without any."""
        _, own, scores = self._of(name)
        return max((scores[mode] for mode in modes if mode in scores), key=abs, default=own)

    def _of(self, name: str) -> tuple[str, float, Mapping[str, float]]:
        if name not in self.types:
            hint = "read its articles again, with the codebook that has the type"
            raise CodebookError(f"the ledger's codebook has no type {name!r}", hint=hint)
        return self.types[name]


def facts_of(codebook: Codebook, before: Mapping[str, str]) -> dict[str, str]:
    """Return what a ledger is to remember of the codebook that it is read with.

    Types that only an earlier version had stay known, for articles that are not read again.
    """
    now = {
        t.name: (t.quad, t.intensity, {m.name: m.intensity for m in t.modes})
        for t in codebook.types
    }
    earlier = json.loads(before.get(SCALE, "{}"))
    scale = json.dumps(earlier | now, ensure_ascii=False, sort_keys=True)
    return {NAME: codebook.name, VERSION: codebook.version, SCALE: scale}


def scale_in(facts: Mapping[str, str]) -> Scale:
    """Return the scale among a ledger's facts, the built-in codebook's where it has none yet."""
    told = facts.get(SCALE)
    if told is None:
        from dragoman.coding.codebook import load_codebook  # reading it takes a third of a second

        return load_codebook()
    return LedgerScale({name: tuple(row) for name, row in json.loads(told).items()})


def codebook_in(facts: Mapping[str, str]) -> str | None:
    """Return name and version of the codebook that a ledger was last read with, if any."""
    return f"{facts[NAME]} {facts.get(VERSION, '')}".strip() if NAME in facts else None
