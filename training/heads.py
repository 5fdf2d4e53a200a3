"""Figures of the encoder's heads: what it says of marked candidates beside what is true of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.deciding import LEAST_CONTEXT
from dragoman.coding.judgement import NONE, Judgement
from training.examples import Example
from training.figures import calibration_error, macro_f1, sets_f1

Judged = Sequence[tuple[Example, Judgement]]


def figures_of_heads(judged: Judged) -> Iterator[tuple[str, float]]:
    """Yield each figure with what it is."""
    events = [(e.event, said) for e, said in judged if e.event is not None]
    quiet = [said for example, said in judged if example.event is None]
    moded = [
        (f"{event.type}/{event.modes[0]}", f"{event.type}/{_mode(said, event.type)}")
        for event, said in events
        if event.modes
    ]
    contexts = [(event.contexts, said.contexts_from(LEAST_CONTEXT)) for event, said in events]
    yield "type, macro-F1, NONE among them", macro_f1([(e.type, s.type) for e, s in judged])
    yield "factuality, macro-F1", macro_f1([(e.factuality, s.factuality) for e, s in events])
    yield "mode of the true type, macro-F1", macro_f1(moded)
    yield "contexts, micro-F1", sets_f1(contexts)
    yield "voice, macro-F1", macro_f1([(e.voice, s.voice) for e, s in events])
    false = sum(said.type != NONE for said in quiet)
    yield "silent candidates taken for events", false / max(1, len(quiet))
    yield "expected calibration error", calibration_error([sure(e, s) for e, s in judged])


def sure(example: Example, said: Judgement) -> tuple[float, bool]:
    """Return how sure the encoder is of its type, and whether that is right."""
    return said.types[said.type], said.type == example.type


def _mode(said: Judgement, type_name: str) -> str:
    best = said.mode(type_name)
    return best[0] if best else ""
