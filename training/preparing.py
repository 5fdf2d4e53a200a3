"""Items of the corpus -> everything that is learned from: events, and candidates that tell none."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from dragoman.pipeline import load_tools
from training.examples import Example, examples_of
from training.markup import Item
from training.negatives import proposals, silent

SEED = 7
# The share of items with events of which one silent candidate is learned from, too. Items without
# any give all of theirs; so about a third of all examples are silent.
_SILENT_BESIDE_EVENTS = 0.4


def prepare(items: Sequence[Item], seed: int) -> Iterator[Example]:
    """Yield the examples of items: their events, and candidates of theirs that tell none."""
    tools = load_tools()
    draw = random.Random(seed)
    for item in items:
        quiet = list(silent(item, proposals(item, tools)))
        if item.events:
            wanted = quiet and draw.random() < _SILENT_BESIDE_EVENTS
            quiet = [draw.choice(quiet)] if wanted else []
        yield from examples_of(item, tools.authority, quiet)
