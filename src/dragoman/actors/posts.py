"""Posts: whether a title is the post asked for, and whether it was held on a day.

Plain words and days, without a parse: the ledger asks it of stored offices, and the authority
tables of their roles ("who was interior minister then?").
"""

from __future__ import annotations

import re

from dragoman.actors.folding import fold
from dragoman.errors import RecordError
from dragoman.model.dates import parse_edtf

_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset("of the for and a an in to s".split())
# Words that make another post of the same title: a deputy is not the minister.
_RANKS = frozenset("vice deputy assistant under junior associate alternate shadow".split())
# One portfolio under several names, as the press and governments have them.
_ALIKE = {
    "defence": "defense", "affairs": "", "external": "foreign", "home": "interior",
    "internal": "interior", "premier": "prime minister", "secretary": "minister",
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair",
    "spokeswoman": "spokesperson", "spokesman": "spokesperson", "labour": "labor",
}  # fmt: skip


def fits_post(title: str, asked: str) -> bool:
    """Whether a title is, or is a kind of, the post asked for.

    Order and small words do not count: "Minister of the Interior" is an "interior minister", and
    both are a "minister"; a "deputy interior minister" is neither unless "deputy" is asked for.
    """
    held, wanted = _words(title), _words(asked)
    return bool(wanted) and wanted <= held and held & _RANKS == wanted & _RANKS


def was_held(since: str | None, until: str | None, told: str | None, day: str) -> bool:
    """Whether a text vouches for an office on a day (ISO).

    ``since`` and ``until`` are EDTF, ``told`` the day the text was published. An office without a
    start is vouched for from the day it is told; one without an end goes on until a text says that
    it ended. Of one that is over and whose start no text tells, nothing is known for any day.
    """
    start = _days(since)[0] or (told if until is None else None)
    if start is None or day < start:
        return False
    end = _days(until)[1]
    return end is None or day <= end


def had_ended(until: str | None, day: str) -> bool:
    """Whether a text says that an office had ended before a day (ISO)."""
    end = _days(until)[1]
    return end is not None and end < day


def _words(title: str) -> frozenset[str]:
    words = (w for w in _WORD.findall(fold(title).lower()) if w not in _IDLE)
    return frozenset(part for word in words for part in _ALIKE.get(word, word).split())


def _days(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and last day that an EDTF date can mean, None for an open or missing end."""
    if edtf is None:
        return None, None
    try:
        date = parse_edtf(edtf)
    except RecordError:
        return None, None
    first, last = date.earliest, date.latest
    return (first.isoformat() if first else None), (last.isoformat() if last else None)
