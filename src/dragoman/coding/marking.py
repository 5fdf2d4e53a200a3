"""Marking: a candidate act as the encoder reads it, its sides and its cue between marks.

Names of states, their adjectives and their capitals give way to one mark of their own, so that
the encoder cannot learn that some states attack and others are attacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.actors.authority import Authority
from dragoman.model.actor import ActorKind

ACTOR = "actor"
CUE = "cue"
RECIPIENT = "recipient"
# Pieces of the encoder's vocabulary that its first training left without a meaning.
MARKS: Mapping[str, tuple[str, str]] = {
    ACTOR: ("[unused1]", "[unused2]"),
    CUE: ("[unused3]", "[unused4]"),
    RECIPIENT: ("[unused5]", "[unused6]"),
}
STATE = "[unused7]"
SPECIAL_TOKENS = (*(mark for pair in MARKS.values() for mark in pair), STATE)

Extent = tuple[int, int]


def marked(text: str, roles: Mapping[str, Sequence[Extent]], states: Iterable[Extent]) -> str:
    """Return a text with marks around what plays a role, and states' names hidden.

    ``roles`` are extents by ACTOR, CUE and RECIPIENT, ``states`` the extents of states' names; all
    are code points of ``text``. Extents that overlap another of their role are left out.
    """
    edits: list[tuple[int, int, str, int]] = []
    for order, (role, extents) in enumerate(sorted(roles.items())):
        opening, closing = MARKS[role]
        for start, end in _apart(extents):
            edits.append((start, 2 + order, f" {opening} ", start))
            edits.append((end, 1 - order, f" {closing} ", end))
    edits += [(start, 9, f" {STATE} ", end) for start, end in _apart(states)]
    out, at = [], 0
    for start, _, words, end in sorted(edits, key=lambda edit: edit[:2]):
        out += [text[at:start], words] if start >= at else [words]
        at = max(at, end)
    return " ".join("".join((*out, text[at:])).split())


def state_extents(text: str, authority: Authority) -> tuple[Extent, ...]:
    """Return where a text names states: by name, adjective, people, capital or seat."""
    return tuple(
        (match.start, match.end)
        for match in authority.find(text)
        if match.entry.kind is ActorKind.STATE
    )


def _apart(extents: Iterable[Extent]) -> list[Extent]:
    kept: list[Extent] = []
    for start, end in sorted(set(extents)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
