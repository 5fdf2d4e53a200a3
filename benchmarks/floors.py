"""Measure the program on the gold standard, and hold each figure to its floor.

    python benchmarks/floors.py                      print the figures; exit 1 if one fell
    python benchmarks/floors.py --faults             list every fault too, most frequent kind first
    python benchmarks/floors.py --renew              write the floors anew from the figures reached
    python benchmarks/floors.py --renew --allow-lower REASON   … even where one is lower

The floors are in tests/floors.toml, each with the digest of the gold it was measured on: other
gold is another measure, so its floors must be renewed before they hold again.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coreference import tally_part
from coreference_set import PARTS
from dragoman.pipeline import load_tools, read_article
from gold_files import digests, load_dispatches, load_plain, load_quiet, sentence_article
from gold_lists import score_plain, score_quiet, score_swap, swap
from gold_scores import Fault, Tally, score_dispatch

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "floors.toml"

# Figures are shares of counts below a thousand, so a fall by one count is never as small as
# this; it only takes up the rounding of the figures in the file.
ROUNDING = 0.0001

# What each figure measures, and the gold set behind it, in the order of the table.
MEASURES: dict[str, tuple[str, str]] = {
    "actors.recall": ("coverage", "actors that must be there and are"),
    "actors.precision": ("coverage", "appearances that a reader would list"),
    "actors.kind": ("coverage", "actors found whose kind is right"),
    "actors.country": ("coverage", "actors found whose country is right"),
    "actors.sectors": ("coverage", "actors found that have the sectors they must have"),
    "actors.office": ("coverage", "actors with a stated office that have it"),
    "actors.joined": ("coverage", "surnames, titles, metonyms, pronouns joined to their actor"),
    "events.recall": ("coverage", "events that must be there and are, whatever their code"),
    "events.precision": ("coverage", "reports that tell an event a reader would code"),
    "events.type": ("coverage", "events found whose type is right"),
    "events.mode": ("coverage", "events found that have the mode they must have"),
    "events.sides": ("coverage", "events found with exactly the right actors and recipients"),
    "events.date": ("coverage", "events found whose date is right"),
    "events.factuality": ("coverage", "events found whose factuality is right"),
    "events.voice": ("coverage", "events found whose voice is right"),
    "events.whole": ("coverage", "events that must be there with type, sides, factuality right"),
    "claims.recall": ("coverage", "claims that must be there and are"),
    "claims.precision": ("coverage", "claims that a reader would list"),
    "claims.speaker": ("coverage", "claims found whose speaker is right"),
    "claims.voice": ("coverage", "claims found whose voice is right"),
    "reasons.recall": ("coverage", "stated reasons that must be there and are"),
    "reasons.precision": ("coverage", "reasons that a reader would list"),
    "reasons.kind": ("coverage", "reasons found whose kind is right"),
    "reasons.voice": ("coverage", "reasons found whose voice is right"),
    "supports.recall": ("coverage", "supports that must be there and are"),
    "supports.precision": ("coverage", "supports that a reader would list"),
    "plain.found": ("plain_events", "sentences with one event in which one was found"),
    "plain.type": ("plain_events", "… with the right type"),
    "plain.sides": ("plain_events", "… with the right actor and recipient"),
    "plain.factuality": ("plain_events", "… with the right factuality"),
    "plain.whole": ("plain_events", "… with all three right"),
    "plain.precision": ("plain_events", "reports that are the sentence's one event"),
    "swap.same": ("plain_events", "sentences coded alike when the countries are exchanged"),
    "coreference.dev.precision": ("coreference/dev", "links of mentions that are right"),
    "coreference.dev.recall": ("coreference/dev", "mentions linked to their actor"),
    "coreference.held.precision": ("coreference/held", "… on the part never read for mending"),
    "coreference.held.recall": ("coreference/held", "… on the part never read for mending"),
    "quiet.silent": ("no_event", "sentences without an event in which none was found"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A share reached: hits of attempts, what they are, and the digest of the gold behind it."""

    name: str
    hits: int
    of: int
    measures: str
    digest: str

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where nothing was attempted."""
        return self.hits / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Floor:
    """A share that must be held, on the gold with this digest."""

    name: str
    figure: float
    measures: str
    digest: str


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was lowered on purpose, and why."""

    name: str
    was: float
    now: float
    reason: str
    on: str


@dataclass(frozen=True, slots=True)
class Floors:
    """All that tests/floors.toml holds."""

    floors: tuple[Floor, ...]
    lowered: tuple[Lowered, ...] = ()

    def by_name(self) -> dict[str, Floor]:
        """Return the floors by the names of their figures."""
        return {floor.name: floor for floor in self.floors}


def load_floors(path: Path) -> Floors:
    """Return the floors in a file; none when there is no file yet."""
    if not path.exists():
        return Floors(())
    data = tomllib.loads(path.read_text("utf-8"))
    return Floors(
        tuple(Floor(**row) for row in data.get("floor", ())),
        tuple(Lowered(**row) for row in data.get("lowered", ())),
    )


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors to a file, one table each, in the order given."""
    lines = [
        "# Written by `python benchmarks/floors.py --renew`; do not edit by hand.",
        "# No figure may fall below its floor on the gold with that digest (SHA-256).",
    ]
    for row in floors.floors:
        lines += ["", "[[floor]]", f"name = {json.dumps(row.name)}", f"figure = {row.figure:.4f}"]
        lines += [f"measures = {_text(row.measures)}", f"digest = {_text(row.digest)}"]
    for low in floors.lowered:
        lines += ["", "[[lowered]]", f"name = {_text(low.name)}", f"was = {low.was:.4f}"]
        lines += [f"now = {low.now:.4f}", f"reason = {_text(low.reason)}", f"on = {_text(low.on)}"]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _text(words: str) -> str:
    # A JSON string is a TOML basic string.
    return json.dumps(words, ensure_ascii=False)


def broken(figures: Sequence[Figure], floors: Floors) -> str | None:
    """Return one line that says which floors do not hold and what to do, None when all do."""
    pinned = floors.by_name()
    reached = {figure.name: figure for figure in figures}
    other = sorted(n for n, f in reached.items() if n in pinned and pinned[n].digest != f.digest)
    if other:
        return f"the gold has changed behind {', '.join(other)}: run --renew, and say why"
    missing = sorted((pinned.keys() - reached.keys()) | (reached.keys() - pinned.keys()))
    if missing:
        return f"measured or pinned, but not both: {', '.join(missing)}; run --renew"
    fallen = [
        f"{name} is {figure.share:.4f}, its floor {pinned[name].figure:.4f}"
        for name, figure in reached.items()
        if figure.share < pinned[name].figure - ROUNDING
    ]
    return f"below the floor: {'; '.join(fallen)}" if fallen else None


def fallen_floors(figures: Sequence[Figure], floors: Floors) -> list[tuple[str, float, float]]:
    """Return (name, floor, figure) where renewing would lower a floor or drop it."""
    reached = {figure.name: figure.share for figure in figures}
    return [
        (floor.name, floor.figure, reached.get(floor.name, 0.0))
        for floor in floors.floors
        if reached.get(floor.name, 0.0) < floor.figure - ROUNDING
    ]


def renewed(
    figures: Sequence[Figure], floors: Floors, reason: str | None, today: dt.date
) -> Floors:
    """Return the floors drawn from the figures reached.

    A floor that would be lowered needs a reason, which is kept with the floors; raises ValueError
    when there is none.
    """
    fallen = fallen_floors(figures, floors)
    if fallen and not (reason and reason.strip()):
        names = ", ".join(f"{name} ({was:.4f} to {now:.4f})" for name, was, now in fallen)
        raise ValueError(f"would lower {names}: say why with --allow-lower REASON")
    lowered = tuple(
        Lowered(name, was, now, (reason or "").strip(), today.isoformat())
        for name, was, now in fallen
    )
    # Rounded down, so that the very figure that was reached holds its floor.
    drawn = tuple(
        Floor(f.name, math.floor(f.share * 10_000) / 10_000, f.measures, f.digest) for f in figures
    )
    return Floors(drawn, floors.lowered + lowered)


def measure() -> Tally:
    """Return the agreement of one run over all the gold."""
    tools, tally = load_tools(), Tally()
    for gold in load_dispatches():
        score_dispatch(gold, read_article(gold.article, tools), tally)
    events, countries = load_plain()
    for event in events:
        reading = read_article(sentence_article(event.text), tools)
        twin = read_article(sentence_article(swap(event.text, countries)), tools)
        score_plain(event, reading, tally)
        score_swap(event, reading, twin, tally)
    for line, text in enumerate(load_quiet(), 1):
        score_quiet(line, text, read_article(sentence_article(text), tools), tally)
    for part in PARTS:
        tally_part(part, tools, tally)
    return tally


def figures_of(tally: Tally, digest_of: Mapping[str, str]) -> list[Figure]:
    """Return the figures in the order of the table."""
    return [
        Figure(name, tally.hits[name], tally.of[name], measures, digest_of[gold])
        for name, (gold, measures) in MEASURES.items()
    ]


def print_table(figures: Sequence[Figure], floors: Floors) -> None:
    """Print each figure beside its floor."""
    pinned = floors.by_name()
    print(f"{'figure':27}{'share':>7}{'hits':>6}{'of':>6}{'floor':>8}  what it measures")
    for figure in figures:
        floor = f"{pinned[figure.name].figure:.3f}" if figure.name in pinned else "-"
        counts = f"{figure.share:7.3f}{figure.hits:6}{figure.of:6}{floor:>8}"
        print(f"{figure.name:27}{counts}  {figure.measures}")
    by_name = {figure.name: figure for figure in figures}
    quiet, plain = by_name["quiet.silent"], by_name["plain.precision"]
    extra = plain.of - plain.hits
    print(f"false events: in {quiet.of - quiet.hits} of {quiet.of} sentences without one")
    print(f"extra events: {extra} of {plain.of} reports on sentences with one event")


def print_faults(faults: Sequence[Fault]) -> None:
    """Print every fault, the most frequent kind first."""
    for kind, count in Counter(fault.kind for fault in faults).most_common():
        print(f"\n{kind}: {count}")
        for fault in faults:
            if fault.kind == kind:
                print(f"  {fault.place}  {fault.detail}")


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--faults", action="store_true", help="list every fault")
    parser.add_argument("--renew", action="store_true", help="write the floors anew")
    parser.add_argument("--allow-lower", metavar="REASON", help="why a floor may be lowered")
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    tally = measure()
    floors = load_floors(FLOORS)
    figures = figures_of(tally, digests())
    print_table(figures, floors)
    if asked.faults:
        print_faults(tally.faults)
    if not asked.renew:
        problem = broken(figures, floors)
        if problem:
            print(problem, file=sys.stderr)
        return 1 if problem else 0
    try:
        new = renewed(figures, floors, asked.allow_lower, dt.datetime.now(dt.UTC).date())
    except ValueError as refused:
        print(refused, file=sys.stderr)
        return 1
    write_floors(FLOORS, new)
    print(f"wrote {len(new.floors)} floors")
    return 0


if __name__ == "__main__":
    sys.exit(main())
