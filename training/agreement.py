"""How far two readers agree: kappa for one label, F1 for sets of labels and for spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from training.markup import NONE, Event, Item, Span

SPANS = ("actor", "recipient", "cue")


@dataclass(frozen=True, slots=True)
class Kappa:
    """One label an item: the share on which both agree, and Cohen's kappa, 1.0 for all alike."""

    what: str
    items: int
    share: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """Several labels or spans an item: the share or F1 of what is the same, and F1 by overlap."""

    what: str
    items: int
    exact: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything that two readers' items were compared by."""

    labels: tuple[Kappa, ...]
    sets: tuple[Overlap, ...]
    spans: tuple[Overlap, ...]


Readings = Sequence[tuple[Item, Item]]


def agreement(readings: Readings) -> Agreement:
    """Return how far the first and the second reading of each item agree.

    Types are those of the main events, with NONE. Everything else is compared where both readers
    see an event: the first's main event with the second's whose cue meets its cue, else their main
    one. Spans count in every item; where one reader sees no event, the other's have no match.
    """
    events = [pair for pair in map(_paired, readings) if pair is not None]
    coded = [(one, other) for one, other, _ in events]
    types = [(_type(first), _type(second)) for first, second in readings]
    labels = (
        kappa("type or NONE", types),
        kappa("type, both see an event", [(a.type, b.type) for a, b in coded]),
        kappa("factuality", [(a.factuality, b.factuality) for a, b in coded]),
        kappa("voice", [(a.voice, b.voice) for a, b in coded]),
    )
    sets = (
        _sets("modes", coded, lambda event: event.modes),
        _sets("contexts", coded, lambda event: event.contexts),
    )
    return Agreement(labels, sets, tuple(_spans(label, readings) for label in SPANS))


def kappa(what: str, pairs: Sequence[tuple[str, str]]) -> Kappa:
    """Return the agreement of pairs of labels; nothing to compare is 1.0."""
    if not pairs:
        return Kappa(what, 0, 1.0, 1.0)
    share = sum(one == other for one, other in pairs) / len(pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[label] * others[label] for label in ones) / len(pairs) ** 2
    return Kappa(what, len(pairs), share, 1.0 if chance == 1 else (share - chance) / (1 - chance))


def _type(item: Item) -> str:
    return item.events[0].type if item.events else NONE


def _paired(reading: tuple[Item, Item]) -> tuple[Event, Event, int] | None:
    first, second = reading
    if not first.events or not second.events:
        return None
    number = _meeting(first, second)
    return first.events[0], second.events[number - 1], number


def _meeting(first: Item, second: Item) -> int:
    cues = first.labelled("cue")
    for event in second.events:
        others = second.labelled("cue", event.number)
        if any(_meet(one, other) for one in cues for other in others):
            return event.number
    return 1


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _sets(
    what: str, coded: Sequence[tuple[Event, Event]], of: Callable[[Event], Iterable[str]]
) -> Overlap:
    pairs = [(set(of(one)), set(of(other))) for one, other in coded]
    same = sum(one == other for one, other in pairs)
    both = sum(len(one & other) for one, other in pairs)
    total = sum(len(one) + len(other) for one, other in pairs)
    return Overlap(what, len(pairs), same / len(pairs) if pairs else 1.0, _f1(2 * both, total))


def _spans(label: str, readings: Readings) -> Overlap:
    same = met = total = 0
    for first, second in readings:
        number = _meeting(first, second)
        ones, others = first.labelled(label), second.labelled(label, number)
        places = {(span.start, span.end) for span in others}
        same += 2 * sum((span.start, span.end) in places for span in ones)
        met += sum(any(_meet(span, other) for other in others) for span in ones)
        met += sum(any(_meet(span, other) for other in ones) for span in others)
        total += len(ones) + len(others)
    return Overlap(label, len(readings), _f1(same, total), _f1(met, total))


def _f1(right: int, total: int) -> float:
    return right / total if total else 1.0
