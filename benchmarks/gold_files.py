"""The gold standard of tests/gold as typed values: what a careful reader found in our own texts.

Square brackets in a gold line mark the words that count, "A | B" means that either is right; the
head of tests/gold/coverage.toml has the whole notation.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.sources import read_sources

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
COVERAGE = Path(str(files("dragoman").joinpath("data/coverage")))

# Any day will do: no sentence of the two lists depends on it. It is fixed, so that runs agree.
PUBLISHED = dt.date(2026, 3, 4)

Choice = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The bracketed words of a gold line, by their place in the article's text."""

    line: str
    start: int
    end: int

    def shared(self, span: tuple[int, int]) -> float:
        """Return the share (0 to 1) of the marked words' characters that a span covers."""
        common = min(self.end, span[1]) - max(self.start, span[0])
        return max(0, common) / (self.end - self.start)


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor that must be there; ``joined`` are mentions that must be joined to it."""

    names: Choice
    kinds: Choice
    countries: Choice
    sectors: tuple[str, ...]
    office: str | None
    joined: tuple[Marked, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldItem:
    """An event, a claim or a reason: its place, and what is right for each named field.

    ``sides`` holds the lists of names under "actors" and "recipients"; what is not in ``fields``
    or ``sides`` is not measured.
    """

    at: Marked
    fields: Mapping[str, Choice]
    sides: Mapping[str, tuple[str, ...]]
    mutual: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldSupport:
    """Who gives what to whom, anywhere in the article."""

    provider: Choice
    recipient: Choice
    kinds: Choice
    optional: bool


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One bundled dispatch with everything that a reader found in it."""

    article: Article
    path: Path
    actors: tuple[GoldActor, ...]
    others: tuple[str, ...]
    events: tuple[GoldItem, ...]
    claims: tuple[GoldItem, ...]
    reasons: tuple[GoldItem, ...]
    supports: tuple[GoldSupport, ...]


@dataclass(frozen=True, slots=True)
class PlainEvent:
    """One short sentence with its one event; ``line`` is its line in the file, from 1."""

    text: str
    line: int
    types: Choice
    actor: Choice
    recipient: Choice
    mutual: bool
    factuality: Choice


@dataclass(frozen=True, slots=True)
class Country:
    """A country's words, and the name of the country that takes its place in a swap."""

    name: str
    adjective: str
    capital: str
    becomes: str


def choices(value: str | None) -> Choice:
    """Return the alternatives of "A | B", none for a missing value."""
    return tuple(part.strip() for part in value.split("|")) if value else ()


def mark(line: str, text: str) -> Marked:
    """Return where a bracketed line stands in a text; ValueError unless it is there just once."""
    before, _, rest = line.partition("[")
    inside, _, after = rest.partition("]")
    words = before + inside + after
    if not inside or text.count(words) != 1:
        raise ValueError(f"{line!r} must mark words that the text has exactly once")
    start = text.index(words) + len(before)
    return Marked(line, start, start + len(inside))


def only_article(path: Path) -> Article:
    """Return the one article in a file; ValueError when there is none."""
    found = next(iter(read_sources([str(path)])))
    if not isinstance(found, Article):
        raise ValueError(f"{path.name} could not be read: {found.reason}")
    return found


def load_dispatches(gold: Path = GOLD, coverage: Path = COVERAGE) -> tuple[Dispatch, ...]:
    """Return the annotated dispatches, in the order of the gold file."""
    rows = tomllib.loads((gold / "coverage.toml").read_text("utf-8"))["dispatch"]
    return tuple(_dispatch(row, coverage / row["file"]) for row in rows)


def _dispatch(row: Mapping[str, Any], path: Path) -> Dispatch:
    article = only_article(path)
    return Dispatch(
        article=article,
        path=path,
        actors=tuple(_actor(a, article.text) for a in row["actors"]),
        others=tuple(row["others"]),
        events=_items(row.get("events", ()), article.text),
        claims=_items(row.get("claims", ()), article.text),
        reasons=_items(row.get("reasons", ()), article.text),
        supports=tuple(_support(s) for s in row.get("supports", ())),
    )


def _actor(row: Mapping[str, Any], text: str) -> GoldActor:
    return GoldActor(
        names=choices(row["name"]),
        kinds=choices(row.get("kind")),
        countries=choices(row.get("country")),
        sectors=tuple(row.get("sectors", ())),
        office=row.get("office"),
        joined=tuple(mark(line, text) for line in row.get("joined", ())),
        optional=row.get("optional", False),
    )


def _items(rows: Sequence[Mapping[str, Any]], text: str) -> tuple[GoldItem, ...]:
    own = ("at", "actors", "recipients", "mutual", "optional")
    return tuple(
        GoldItem(
            at=mark(row["at"], text),
            fields={key: choices(value) for key, value in row.items() if key not in own},
            sides={key: tuple(row[key]) for key in ("actors", "recipients") if key in row},
            mutual=row.get("mutual", False),
            optional=row.get("optional", False),
        )
        for row in rows
    )


def _support(row: Mapping[str, Any]) -> GoldSupport:
    provider, recipient = choices(row["provider"]), choices(row["recipient"])
    return GoldSupport(provider, recipient, choices(row["kind"]), row.get("optional", False))


def load_plain(gold: Path = GOLD) -> tuple[tuple[PlainEvent, ...], tuple[Country, ...]]:
    """Return the short sentences with one event each, and the countries to be swapped."""
    written = (gold / "plain_events.toml").read_text("utf-8")
    data = tomllib.loads(written)
    lines = written.splitlines()
    events = tuple(
        PlainEvent(
            text=row["text"],
            line=next(n for n, line in enumerate(lines, 1) if row["text"] in line),
            types=choices(row["type"]),
            actor=choices(row.get("actor")),
            recipient=choices(row.get("recipient")),
            mutual=row.get("mutual", False),
            factuality=choices(row["factuality"]),
        )
        for row in data["event"]
    )
    return events, tuple(Country(**row) for row in data["country"])


def load_quiet(gold: Path = GOLD) -> tuple[str, ...]:
    """Return the sentences that tell no event, one a line."""
    return tuple((gold / "no_event.txt").read_text("utf-8").splitlines())


def sentence_article(text: str) -> Article:
    """Return a sentence as an article of its own."""
    parts = [(BlockKind.PARAGRAPH, text)]
    return compose_article(parts, outlet="gold", headline="", source="gold", published=PUBLISHED)


def digests(gold: Path = GOLD, coverage: Path = COVERAGE) -> dict[str, str]:
    """Return the SHA-256 of each gold set; that of "coverage" covers the dispatches' texts too."""
    sets = {
        "coreference/dev": [gold / "coreference" / "dev.txt"],
        "coreference/held": [gold / "coreference" / "held.txt"],
        "coverage": [gold / "coverage.toml", *sorted(coverage.glob("*.txt"))],
        "no_event": [gold / "no_event.txt"],
        "plain_events": [gold / "plain_events.toml"],
    }
    return {
        name: hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
        for name, paths in sets.items()
    }
