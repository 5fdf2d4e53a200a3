"""The labels that the encoder's heads choose among, in the order of their outputs."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.codebook import FACTUALITIES, Codebook
from training.markup import NONE, VOICES


@dataclass(frozen=True, slots=True)
class Labels:
    """Names of each head's outputs. A mode is "TYPE/mode", since types share names of modes."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    factualities: tuple[str, ...] = FACTUALITIES
    voices: tuple[str, ...] = VOICES


def labels_of(codebook: Codebook) -> Labels:
    """Return the labels of a codebook, ``NONE`` first among its types."""
    types = codebook.types
    modes = tuple(f"{kind.name}/{mode.name}" for kind in types for mode in kind.modes)
    contexts = tuple(context.name for context in codebook.contexts)
    return Labels((NONE, *(kind.name for kind in types)), modes, contexts)
