"""A codebook's types, cues and examples as the JSON objects that are printed of them."""

from __future__ import annotations

from typing import Any, TypeAlias

from dragoman.coding.cameo import cameo_of
from dragoman.coding.codebook import Codebook, Cue, EventType, Mode
from dragoman.coding.example import Example

Record: TypeAlias = dict[str, Any]

PLOVER = "PLOVER"
"""The name of the codebook whose types CAMEO's codes are mapped to."""


def type_record(event_type: EventType, codebook: Codebook) -> Record:
    """Return a type as one JSON object: what it is and is not, its modes, examples and cues.

    ``cameo`` is the nearest CAMEO code, as text; null for the types of other codebooks than PLOVER.
    """
    return {
        "type": event_type.name,
        "quad": event_type.quad,
        "intensity": event_type.intensity,
        "cameo": _cameo(codebook, event_type.name),
        "definition": event_type.definition,
        "not": event_type.not_,
        "modes": [_mode(mode, event_type.name, codebook) for mode in event_type.modes],
        "examples": [_marked(example) for example in event_type.examples],
        "cues": [_cue(cue) for cue in codebook.cues if cue.type == event_type.name],
    }


def example_record(example: Example) -> Record:
    """Return a worked example with its type and mode; spans are code points of its text."""
    return {"type": example.type, "mode": example.mode, **_marked(example)}


def _mode(mode: Mode, type_name: str, codebook: Codebook) -> Record:
    return {
        "name": mode.name,
        "intensity": mode.intensity,
        "cameo": _cameo(codebook, type_name, mode.name),
        "definition": mode.definition,
        "examples": [_marked(example) for example in mode.examples],
    }


def _marked(example: Example) -> Record:
    spans = [[mark.label, mark.quote.start, mark.quote.end] for mark in example.marks]
    return {"text": example.text, "spans": spans}


def _cue(cue: Cue) -> Record:
    return {
        "pattern": cue.pattern,
        "mode": cue.mode,
        "contexts": list(cue.contexts),
        "factuality": cue.factuality,
        "support": cue.support,
        "symmetric": cue.symmetric,
        "counted": cue.counted,
    }


def _cameo(codebook: Codebook, type_name: str, mode: str | None = None) -> str | None:
    return cameo_of(type_name, mode) if codebook.name == PLOVER else None
