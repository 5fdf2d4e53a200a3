"""Items of the corpus -> examples: what the encoder reads, and what it should say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.authority import Authority
from dragoman.coding.marking import ACTOR, CUE, MARKS, RECIPIENT, Extent, marked, state_extents
from training.markup import NONE, Event, Item


@dataclass(frozen=True, slots=True)
class Example:
    """A marked text with its labels; ``event`` is None where nothing happens."""

    item: str
    text: str
    type: str
    event: Event | None


def examples_of(
    item: Item, authority: Authority, others: Sequence[Mapping[str, Sequence[Extent]]]
) -> Iterator[Example]:
    """Yield an example for each event of an item, and one of type NONE for each of ``others``.

    ``others`` are the roles of candidates that tell no event, as the reader proposes them.
    """
    states = state_extents(item.text, authority)
    for event in item.events:
        text = marked(item.text, roles_of(item, event), states)
        yield Example(item.id, text, event.type, event)
    for roles in others:
        yield Example(item.id, marked(item.text, roles, states), NONE, None)


def roles_of(item: Item, event: Event) -> dict[str, list[Extent]]:
    """Return the extents of an event's cue and sides."""
    return {
        role: [(span.start, span.end) for span in item.labelled(role, event.number)]
        for role in (ACTOR, CUE, RECIPIENT)
    }


def without_cue(example: Example) -> Example:
    """Return the example with only its sides marked, as where no cue is known."""
    words = [word for word in example.text.split() if word not in MARKS[CUE]]
    return Example(example.item, " ".join(words), example.type, example.event)
