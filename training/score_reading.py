"""Score the whole reader, from raw text, on the tenth of the corpus that nothing learned from.

    python -m training.score_reading [--only FILES] [--misses]

A report is the event whose cue it overlaps, of the same type if there is one. A side is right
where it, or another mention of the same actor, overlaps one of the event's own. An item with no
event is false as soon as one report comes of it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.marking import Extent
from dragoman.model.actor import Mention
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading
from dragoman.model.report import Report, Side
from dragoman.pipeline import Tools, load_tools, read_article
from training.figures import macro_f1, sets_f1
from training.files import corpus_files, read_corpus
from training.held_out import HELD_OUT, file_of
from training.markup import NONE, Event, Item, Span

SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its offsets in the item's text."""

    report: Report
    mentions: Sequence[Mention]
    shift: int

    def sides(self, role: str) -> list[list[Extent]]:
        """Return each side of a role with all the places of the item that name the same actor."""
        own: Sequence[Side] = getattr(self.report, f"{role}s")
        return [[self._extent(side.quote), *self._named(side.appearance)] for side in own]

    def _named(self, appearance: int) -> list[Extent]:
        return [self._extent(m.quote) for m in self.mentions if m.appearance == appearance]

    def _extent(self, quote: Quote) -> Extent:
        return quote.start - self.shift, quote.end - self.shift

    def overlaps(self, span: Span) -> bool:
        """Whether the cue overlaps a span of the item."""
        start, end = (edge - self.shift for edge in self.report.cue.span)
        return start < span.end and span.start < end


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an item: its events with their reports, and the reports of no event."""

    item: Item
    found: tuple[tuple[Event, Told], ...]
    missed: tuple[Event, ...]
    extra: tuple[Told, ...]


def outcomes(items: Iterable[Item], tools: Tools) -> Iterator[Outcome]:
    """Read each item and set its reports beside its events."""
    for item in items:
        free = told_in(item, tools)
        found: list[tuple[Event, Told]] = []
        missed: list[Event] = []
        for event in item.events:
            cues = item.labelled("cue", event.number)
            near = [told for told in free if any(told.overlaps(cue) for cue in cues)]
            near.sort(key=lambda told: told.report.type != event.type)
            if near:
                found.append((event, near[0]))
                free.remove(near[0])
            else:
                missed.append(event)
        yield Outcome(item, tuple(found), tuple(missed), tuple(free))


def read_item(item: Item, tools: Tools) -> tuple[Reading, int]:
    """Return what reading makes of an item, an article of one paragraph, and where that begins."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, item.text)], outlet="", headline="", source=item.id, published=None
    )
    return read_article(article, tools), article.text.index(item.text)


def told_in(item: Item, tools: Tools) -> list[Told]:
    """Return the reports that reading finds in an item's text."""
    reading, shift = read_item(item, tools)
    return [Told(report, reading.mentions, shift) for report in reading.reports]


def type_pairs(read: Sequence[Outcome]) -> list[tuple[str, str]]:
    """Return (true, said) types, NONE for what is missed or told of nothing."""
    return [
        *((event.type, told.report.type) for one in read for event, told in one.found),
        *((event.type, NONE) for one in read for event in one.missed),
        *((NONE, told.report.type) for one in read for told in one.extra),
    ]


def side_counts(read: Sequence[Outcome], role: str, *, missed: bool) -> tuple[int, int, int]:
    """Return how many spans of a role are right, told and true, with missed events or without."""
    right = told = true = 0
    for one in read:
        for event, report in one.found:
            own = one.item.labelled(role, event.number)
            said = _said(one.item, event, report, role)
            right += sum(any(_names(side, span) for side in said) for span in own)
            told, true = told + len(said), true + len(own)
        if missed:
            true += sum(len(one.item.labelled(role, e.number)) for e in one.missed)
            told += sum(len(report.sides(role)) for report in one.extra)
    return right, told, true


def _names(side: Iterable[Extent], span: Span) -> bool:
    return any(start < span.end and span.start < end for start, end in side)


def main() -> None:
    """Print events, types, sides, factuality, modes and contexts, and false events."""
    items, list_misses = asked_items(__doc__ or "")
    read = list(outcomes(items, load_tools()))
    print_figures(read)
    if list_misses:
        print_misses(read)


def asked_items(about: str) -> tuple[list[Item], bool]:
    """Return the items that the command line asks for, and whether it asks for what is wrong.

    Without ``--only`` they are the held-out tenth. ``about`` is the command's docstring.
    """
    parser = argparse.ArgumentParser(description=about.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="list what is wrong, item by item")
    parser.add_argument("--only", help="the files to read instead, as a regular expression")
    given = parser.parse_args()
    wanted = re.compile(given.only) if given.only else HELD_OUT
    items = [i for i in read_corpus(corpus_files()).items if wanted.fullmatch(file_of(i))]
    return items, given.misses


def print_figures(read: Sequence[Outcome]) -> None:
    """Print the figures of all outcomes."""
    found, missed, extra = counts_of(read)
    print(f"{len(read)} items: {found} events found, {missed} missed, {extra} reports extra")
    for what, figure in figures_of(read):
        print(f"{what:42}{figure:7.3f}")


def counts_of(read: Sequence[Outcome]) -> tuple[int, int, int]:
    """Return how many events were found and missed, and how many reports told no event."""
    found, missed, extra = (
        sum(len(getattr(one, what)) for one in read) for what in ("found", "missed", "extra")
    )
    return found, missed, extra


def figures_of(read: Sequence[Outcome]) -> Iterator[tuple[str, float]]:
    """Yield each figure of all outcomes with what it is."""
    hits, missed, extra = counts_of(read)
    found = [pair for one in read for pair in one.found]
    yield "events, F1", 2 * hits / max(1, 2 * hits + missed + extra)
    pairs = type_pairs(read)
    told = [(true, said) for true, said in pairs if NONE not in (true, said)]
    yield "type, macro-F1, of events found", macro_f1(told)
    named = {true for true, _ in pairs if true != NONE}
    yield "type, macro-F1, with missed and extra", macro_f1_of(pairs, named)
    for role in SIDES:
        yield f"{role} spans, F1, of events found", span_f1(side_counts(read, role, missed=False))
        yield f"{role} spans, F1, all", span_f1(side_counts(read, role, missed=True))
    facts = [(event.factuality, str(one.report.factuality)) for event, one in found]
    yield "factuality, macro-F1, of events found", macro_f1(facts)
    moded = [(e, t) for e, t in found if e.modes and e.type == t.report.type]
    modes = [(event.modes[0], next(iter(one.report.modes), "")) for event, one in moded]
    yield "mode, macro-F1, where the type is right", macro_f1(modes)
    yield "contexts, micro-F1", sets_f1([(e.contexts, t.report.contexts) for e, t in found])
    quiet = [one for one in read if not one.item.events]
    yield "items with no event: false", sum(bool(o.extra) for o in quiet) / max(1, len(quiet))


def macro_f1_of(pairs: Sequence[tuple[str, str]], labels: Iterable[str]) -> float:
    """Return the mean F1 of these labels."""
    own = sorted(labels)
    rights = Counter(true for true, said in pairs if true == said)
    uses = Counter(label for pair in pairs for label in pair)
    return sum(2 * rights[label] / uses[label] for label in own) / max(1, len(own))


def _said(item: Item, event: Event, told: Told, role: str) -> list[list[Extent]]:
    """Return the sides of a role as the item has them.

    Of those who act together the corpus makes actors all, and the ledger the first an actor and the
    others recipients; where an item has actors only, several of them, both sides are one.
    """
    together = len(item.labelled("actor", event.number)) > 1
    if not together or item.labelled("recipient", event.number):
        return told.sides(role)
    return [*told.sides("actor"), *told.sides("recipient")] if role == "actor" else []


def span_f1(counts: tuple[int, int, int]) -> float:
    """Return the F1 of (right, told, true)."""
    right, told, true = counts
    return 2 * right / (told + true) if told + true else 0.0


def print_misses(read: Sequence[Outcome]) -> None:
    """Print each item that is not read right, with what is wrong."""
    for one in read:
        wrong = [
            f"  {event.type} told as {told.report.type} by {told.report.cue.words!r}"
            for event, told in one.found
            if event.type != told.report.type
        ]
        wrong += [f"  missed {event.type} {cue_words(one.item, event)}" for event in one.missed]
        wrong += [f"  extra {t.report.type} {t.report.cue.words!r}" for t in one.extra]
        if wrong:
            print(f"{one.item.id} {one.item.text}", *wrong, sep="\n")


def cue_words(item: Item, event: Event) -> str:
    """Return an event's cue, its parts set apart."""
    return " … ".join(item.words(span) for span in item.labelled("cue", event.number))


if __name__ == "__main__":
    main()
