"""How many items there are of each kind, beside how many the corpus wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

from dragoman.coding.codebook import FACTUALITIES, load_codebook
from training.markup import CLAIMS, NONE_KINDS, REASONS, VOICES, Event, Item


@dataclass(frozen=True, slots=True)
class Wanted:
    """The least numbers of items; types, modes, factualities and voices are the main event's."""

    items: int
    each_type: int
    each_mode: int
    each_context: int
    none: int
    reported: int
    with_reason: int
    factualities: Mapping[str, int]
    voices: Mapping[str, int]


WHOLE = Wanted(
    items=4000,
    each_type=160,
    each_mode=25,
    each_context=0,
    none=1000,
    reported=500,
    with_reason=400,
    factualities={"planned": 300, "possible": 300, "denied": 300},
    voices={},
)
ONE_WRITER = Wanted(
    items=590,
    each_type=24,
    each_mode=4,
    each_context=5,
    none=148,
    reported=75,
    with_reason=60,
    factualities={"planned": 44, "possible": 44, "denied": 44, "ongoing": 25, "hypothetical": 20},
    voices={"official": 60, "named": 35, "unnamed": 35, "author": 20},
)


@dataclass(frozen=True, slots=True)
class Row:
    """A name, how often it is there, and the least number wanted, 0 where none is."""

    name: str
    count: int
    wanted: int = 0

    @property
    def short(self) -> bool:
        """Whether there are fewer than wanted."""
        return self.count < self.wanted


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that count one thing."""

    title: str
    rows: tuple[Row, ...]


def count_tables(items: tuple[Item, ...], wanted: Wanted) -> tuple[Table, ...]:
    """Return the tables of these items, each row with the number wanted."""
    none = tuple(item for item in items if item.none_kind is not None)
    return (
        _overall(items, len(none), wanted),
        *_main_tables([item.events[0] for item in items if item.events], wanted),
        _table("contexts, any event", _contexts(items), _context_names(), wanted.each_context),
        _table("labels, items with", _labels(items), (*REASONS, *CLAIMS, "loaded")),
        _table("NONE kinds", Counter(item.none_kind or "" for item in none), NONE_KINDS),
    )


def length_line(items: tuple[Item, ...]) -> str:
    """Return one line on how long the items are, in words; empty where there are too few."""
    lengths = [len(item.text.split()) for item in items]
    if len(lengths) < 2:
        return ""
    tenths = quantiles(lengths, n=10)
    return (
        f"words an item: {min(lengths)} shortest, {tenths[0]:.0f} a tenth below, "
        f"{median(lengths):.0f} median, {tenths[-1]:.0f} a tenth above, {max(lengths)} longest"
    )


def _overall(items: tuple[Item, ...], none: int, wanted: Wanted) -> Table:
    second = sum(len(item.events) > 1 for item in items)
    rows = (
        Row("items", len(items), wanted.items),
        Row("NONE", none, wanted.none),
        Row("with reported speech", _with(items, ("content",)), wanted.reported),
        Row("with a reason", _with(items, REASONS), wanted.with_reason),
        Row("with a second event", second),
    )
    return Table("the whole", rows)


def _main_tables(events: list[Event], wanted: Wanted) -> tuple[Table, ...]:
    types = load_codebook().types
    modes = Counter((event.type, mode) for event in events for mode in event.modes)
    rows = (
        Row(f"{t.name} {mode.name}", modes[t.name, mode.name], wanted.each_mode)
        for t in types
        for mode in t.modes
    )

    def main(title: str, of: Callable[[Event], str], names: Iterable[str]) -> Table:
        return _table(f"{title}, main event", Counter(map(of, events)), names)

    factuality = main("factuality", lambda event: event.factuality, FACTUALITIES)
    voice = main("voice", lambda event: event.voice, VOICES)
    names = [t.name for t in types]
    counted = Counter(event.type for event in events)
    return (
        _table("types, main event", counted, names, wanted.each_type),
        Table("modes, main event", tuple(rows)),
        _want(factuality, wanted.factualities),
        _want(voice, wanted.voices),
    )


def _want(table: Table, wanted: Mapping[str, int]) -> Table:
    rows = (Row(row.name, row.count, wanted.get(row.name, 0)) for row in table.rows)
    return Table(table.title, tuple(rows))


def _table(title: str, counts: Counter[str], names: Iterable[str], wanted: int = 0) -> Table:
    return Table(title, tuple(Row(name, counts[name], wanted) for name in names))


def _with(items: Iterable[Item], labels: Iterable[str]) -> int:
    wanted = set(labels)
    return sum(any(span.label in wanted for span in item.spans) for item in items)


def _contexts(items: Iterable[Item]) -> Counter[str]:
    return Counter(
        context
        for item in items
        for context in dict.fromkeys(c for event in item.events for c in event.contexts)
    )


def _context_names() -> tuple[str, ...]:
    return tuple(context.name for context in load_codebook().contexts)


def _labels(items: Iterable[Item]) -> Counter[str]:
    return Counter(label for item in items for label in {span.label for span in item.spans})
