"""CAMEO codes and what PLOVER makes of them, both ways, from ``data/cameo``.

CAMEO (Schrodt and others, codebook 1.1b3) is what GDELT, ICEWS and the Phoenix data are coded in.
Its codes are text and keep their zeros: "010" is a statement, "10" the root of demands. Where the
two tables follow PLOVER's own of 2021, and where not, ``data/README.md`` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import UsageError

__all__ = ["CameoCode", "cameo_codes", "cameo_of", "plover_of"]


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code (root, base or finest), its published name, and the PLOVER type and mode.

    ``type`` is None for what PLOVER leaves out: statements and symbolic acts. ``swapped`` says that
    PLOVER's actor is CAMEO's target: who hosts a visit is the recipient in PLOVER.
    """

    code: str
    name: str
    type: str | None
    mode: str | None
    swapped: bool

    @property
    def root(self) -> str:
        """The two digits that its class begins with."""
        return self.code[:2]


def plover_of(code: str) -> CameoCode:
    """Return what PLOVER makes of a CAMEO code; raises UsageError when CAMEO has no such code."""
    if not isinstance(code, str):
        hint = 'write it as text with its zeros, "010" or "0211"'
        raise UsageError(f"the CAMEO code {code!r} is a number", hint=hint)
    try:
        return cameo_codes()[code]
    except KeyError:
        hint = "write two to four digits with their zeros, as in 042 or 1121"
        raise UsageError(f"CAMEO has no code {code!r}", hint=hint) from None


def cameo_of(type_name: str, mode: str | None = None) -> str:
    """Return the CAMEO code nearest to a PLOVER type in a mode, or without any.

    Modes that CAMEO does not tell apart share a code, and resigning has none but that of giving in
    to a demand for new leaders. Raises UsageError for what is no type or mode of PLOVER.
    """
    try:
        return _nearest()[type_name, mode]
    except KeyError:
        named = f"{type_name} {mode}" if mode else type_name
        hint = "name a type of PLOVER and a mode of that type: dragoman codebook"
        raise UsageError(f"no CAMEO code for {named!r}", hint=hint) from None


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """Return every code of CAMEO by its text, in the order of the codebook."""
    rows = _rows("codes.tsv")
    codes = (
        CameoCode(code, name, type_name or None, mode or None, sides == "swapped")
        for code, name, type_name, mode, sides, _source in rows
    )
    return MappingProxyType({made.code: made for made in codes})


@cache
def _nearest() -> Mapping[tuple[str, str | None], str]:
    return {(type_name, mode or None): code for type_name, mode, code in _rows("from_plover.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    file = files("dragoman") / "data" / "cameo" / name
    _head, *lines = file.read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines)
