"""Whole triples (source, event, target) out of raw text: PETRARCH's unit records.

    PYTHONPATH=src:benchmarks python benchmarks/petrarch.py [--faults]

The 284 records with 359 events (Open Event Data Alliance, MIT) are looked for in
$DRAGOMAN_YARDSTICKS, else ../shared/yardsticks; where they are absent the benchmark is skipped.
Every record's text is read as an article of one paragraph by the whole pipeline; its parse, which
PETRARCH is given, is not used. It is read twice: as it stands, and with its invented states
exchanged for known ones. PETRARCH has the invented names in its dictionary; what we lose for not
knowing Gondor is the difference between the two. What counts:

- *Event.* The record's code as PLOVER types (``petrarch_codes``): it is met by a report of one of
  them. WEIS has one code for a cooperative act that is done and one to come; PLOVER calls the
  latter AGREE, so AGREE that is told as planned or possible meets any cooperative code. The codes
  are WEIS's; the same count with the codes taken as CAMEO's is printed beside it.
  Events that PLOVER has not (comments) or whose code is of no scheme (made up to test a
  dictionary) cannot be met, and are left out of the count.
- *Side.* The words of a side are those of its noun phrase, without relative clauses, and the names
  under which the article knows the actor. A code's country is met when its ISO code is the
  actor's, or when a name that the code stands for begins one of the words ("Gondor's minister" for
  GON). "---" is met by a side that is empty or has no country. The rest of a code is its agent
  (GOV, MIL, …): in the reading *with sectors* the first must be among the actor's sectors, in the
  other it is not looked at.
- *Triple.* A report gives one triple for every actor with every recipient; where there is no
  recipient, one for every two actors of an act that is done together (AGREE, CONSULT, COOPERATE),
  and a one-sided report for each actor of any other; a report that is told as denied gives none.
  A meeting is told both ways, as the records have it, and a visit received is the visit with its
  sides exchanged.
  Each event of a record takes one triple.
- *Extra* is a triple with two sides that no event of its record takes, and that is not between the
  sides of one whose code is of no scheme. Reports with one side are counted apart.
- YIELD: PLOVER's CONCEDE and RETREAT are one type for the second reading, as in other sets.

PETRARCH-2's figures are those of its own authors on sister sets with its own parses: 52 of 75
found, 23 missed, 18 extra. No rule or cue may be made from these lines, so ``--faults`` prints how
many faults there are of each kind, and no text.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations, product
from pathlib import Path

from spacy.tokens import Token

from dragoman.actors.folding import fold
from dragoman.language.parser import Parse, parse_article
from dragoman.model.actor import Appearance
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Factuality, Side
from dragoman.pipeline import Tools, load_tools, read_article
from petrarch_codes import (
    COUNTRIES,
    NAMES,
    NO_EVENT,
    RECEIVES,
    SECTORS,
    STAND_INS,
    cameo_types,
    weis_types,
    with_known_states,
)

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "yardsticks"
COOPERATION = frozenset("AGREE CONSULT SUPPORT CONCEDE YIELD COOPERATE AID RETREAT".split())
DONE_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
NOBODY = frozenset({"---", "###"})
PEER = ("PETRARCH-2 on sister sets", 52, 75, 18)

TypesOf = Callable[[str], frozenset[str] | None]
TO_COME = (Factuality.PLANNED, Factuality.POSSIBLE)
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of a record: codes of source, target and event, as written."""

    source: str
    target: str
    code: str


@dataclass(frozen=True, slots=True)
class Record:
    """One unit record: its text on one line, its day, and the events that are in it."""

    id: str
    category: str
    published: dt.date
    text: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a triple: the words that name it, its country and sectors where known."""

    words: str
    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Triple:
    """What a report tells of two parties; a missing side is None."""

    type: str
    source: Party | None
    target: Party | None
    to_come: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How to compare: what a code stands for, whether sectors count, and whether YIELD is one."""

    name: str
    types_of: TypesOf
    sectors: bool
    one_yield: bool = False

    def types(self, code: str) -> frozenset[str] | None:
        """Return the types that a code is met by, None where it is of no scheme."""
        types = self.types_of(code)
        return frozenset(map(self.type, types)) if types is not None else None

    def type(self, name: str) -> str:
        """Return a PLOVER type as this reading calls it."""
        return YIELD.get(name, name) if self.one_yield else name


@dataclass(slots=True)
class Counts:
    """What came of the comparison, and the kinds of fault."""

    found: int = 0
    missed: int = 0
    extra: int = 0
    left_out: int = 0
    faults: Counter[str] = field(default_factory=Counter)


READINGS = (
    Reading("WEIS codes, countries", weis_types, sectors=False),
    Reading("  CONCEDE and RETREAT one", weis_types, sectors=False, one_yield=True),
    Reading("WEIS codes, countries and sectors", weis_types, sectors=True),
    Reading("  CONCEDE and RETREAT one", weis_types, sectors=True, one_yield=True),
    Reading("codes taken as CAMEO's, countries", cameo_types, sectors=False),
)


def read_records(path: Path) -> list[Record]:
    """Return the records of the file, in its order."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of our own
    return [_record(element) for element in root.iter("Sentence")]


def _record(element: ET.Element) -> Record:
    day = dt.datetime.strptime(element.attrib["date"], "%Y%m%d").date()
    events = tuple(
        GoldEvent(e.attrib["sourcecode"], e.attrib["targetcode"], e.attrib["eventcode"])
        for e in element.iter("EventCoding")
        if "eventcode" in e.attrib
    )
    text = " ".join("".join(element.find("Text").itertext()).split())  # type: ignore[union-attr]
    return Record(element.attrib["id"], element.attrib["category"], day, text, events)


def triples_of(record: Record, tools: Tools) -> list[Triple]:
    """Return what the pipeline reads out of a record."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, record.text)], outlet="PETRARCH", headline="", source=record.id,
        published=record.published,
    )  # fmt: skip
    read = read_article(article, tools)
    parse = parse_article(article, tools.model)
    told: list[Triple] = []
    for report in read.reports:
        if report.factuality is Factuality.DENIED:
            continue
        actors, recipients = (
            [_party(side, read.appearances, parse) for side in sides]
            for sides in (report.actors, report.recipients)
        )
        to_come = report.factuality in TO_COME
        pairs = _pairs(actors, recipients, together=report.type in DONE_TOGETHER)
        told += (Triple(report.type, *pair, to_come) for pair in pairs)
    return list(dict.fromkeys(told))


def _pairs(
    actors: Sequence[Party], recipients: Sequence[Party], *, together: bool
) -> Iterator[tuple[Party | None, Party | None]]:
    if actors and recipients:
        yield from product(actors, recipients)
    elif len(actors) > 1 and together:
        yield from permutations(actors, 2)
    else:
        yield from ((actor, None) for actor in actors)
        yield from ((None, recipient) for recipient in recipients)


def _party(side: Side, appearances: Sequence[Appearance], parse: Parse) -> Party:
    who = next(a for a in appearances if a.number == side.appearance)
    phrase = _noun_phrase(side, parse)
    words = " ".join(re.findall(r"[^\W_]+", fold(" ".join((phrase, *who.names))).lower()))
    return Party(f" {words} ", who.country, who.sectors)


def _noun_phrase(side: Side, parse: Parse) -> str:
    """The words of a side with what stands before its head, "of …" and an apposition after it."""
    span = parse.doc.char_span(side.quote.start, side.quote.end, alignment_mode="expand")
    if span is None:
        return side.quote.words
    head = span.root
    around = [t for child in head.children if _belongs(child, head) for t in child.subtree]
    return " ".join(t.text for t in sorted({*span, *around}, key=lambda token: token.i))


def _belongs(child: Token, head: Token) -> bool:
    if child.i < head.i:
        return child.dep_ not in ("relcl", "conj", "cc", "punct", "nsubj", "aux")
    return (child.dep_ == "prep" and child.lower_ == "of") or child.dep_ == "appos"


def fits(code: str, party: Party | None, *, sectors: bool) -> bool:
    """Whether a party is the one that a code names."""
    base = code[:3]
    if base in NOBODY:
        return party is None or party.country is None
    if party is None:
        return False
    bases = (code[at : at + 3] for at in range(0, len(code), 3))
    known = next((b for b in bases if b in NAMES), base)
    *exchanged, iso = STAND_INS.get(known, (base,))
    country = party.country in (COUNTRIES.get(base, base), iso)
    names = (*NAMES.get(known, ()), *(name.lower() for name in exchanged))
    named = any(f" {name}" in party.words for name in names)
    agent = code.replace(known, "", 1)[:3]
    is_agent = not agent or SECTORS.get(agent, agent) in party.sectors
    return (country or named) and (is_agent or not sectors)


def _between(event: GoldEvent, triple: Triple, reading: Reading) -> bool:
    """Whether a triple is between the sides of an event; a meeting is told both ways."""
    ways = [(triple.source, triple.target)]
    if event.code in RECEIVES:
        ways = [(triple.target, triple.source)]
    elif triple.type in ("CONSULT", "AGREE") and "CONSULT" in (reading.types(event.code) or ()):
        ways.append((triple.target, triple.source))
    return any(
        fits(event.source, source, sectors=reading.sectors)
        and fits(event.target, target, sectors=reading.sectors)
        for source, target in ways
    )


def _mirrored(triple: Triple) -> bool:
    return triple.type in ("CONSULT", "AGREE")


def compare(
    events: Sequence[GoldEvent], told: Sequence[Triple], reading: Reading, into: Counts
) -> None:
    """Add what one record gives to the counts."""
    taken: Counter[int] = Counter()
    absorbed: set[int] = set()
    for event in events:
        types = reading.types(event.code)
        if types is None:
            absorbed |= {n for n, triple in enumerate(told) if _between(event, triple, reading)}
        if not types:
            into.left_out += 1
            continue
        free = [n for n, t in enumerate(told) if taken[n] < (2 if _mirrored(t) else 1)]
        hit = next((n for n in free if _meets(event, types, told[n], reading)), None)
        if hit is None:
            into.missed += 1
            into.faults[f"missed: {_why_missed(event, types, told, reading)}"] += 1
        else:
            into.found += 1
            taken[hit] += 1
    for number, triple in enumerate(told):
        whole = triple.source is not None and triple.target is not None
        if whole and not taken[number] and number not in absorbed:
            into.extra += 1
            into.faults[f"extra: {_why_extra(events, triple, reading)}"] += 1


def _meets(event: GoldEvent, types: frozenset[str], triple: Triple, reading: Reading) -> bool:
    is_type = reading.type(triple.type) in types
    is_promise = triple.type == "AGREE" and triple.to_come and types <= COOPERATION
    return (is_type or is_promise) and _between(event, triple, reading)


def _why_missed(
    event: GoldEvent, types: frozenset[str], told: Sequence[Triple], reading: Reading
) -> str:
    wanted = "/".join(sorted(types))
    same_type = [t for t in told if reading.type(t.type) in types]
    if not told:
        return f"nothing coded, {wanted} wanted"
    if any(_between(event, triple, reading) for triple in told):
        return f"sides right, {wanted} wanted, another type or one too few"
    if not same_type:
        return f"other sides and type, {wanted} wanted"
    one = any(None in (t.source, t.target) for t in same_type)
    return f"{wanted} with {'a side missing' if one else 'other sides'}"


def _why_extra(events: Sequence[GoldEvent], triple: Triple, reading: Reading) -> str:
    if not events:
        return f"{triple.type} in a record without events"
    if any(_between(event, triple, reading) for event in events):
        return f"{triple.type} between the sides of an event of another type"
    return f"{triple.type} between other sides"


def counted(
    records: Sequence[Record], told: Sequence[Sequence[Triple]], reading: Reading
) -> Counts:
    """Return the counts of one reading over these records."""
    counts = Counts()
    for record, triples in zip(records, told, strict=True):
        compare(record.events, triples, reading, counts)
    return counts


def by_category(
    records: Sequence[Record], told: Sequence[Sequence[Triple]], reading: Reading
) -> Iterator[tuple[str, Counts]]:
    """Yield the file's own categories of records, each with its counts."""
    for category in dict.fromkeys(record.category for record in records):
        kept = [n for n, record in enumerate(records) if record.category == category]
        chosen, triples = [records[n] for n in kept], [told[n] for n in kept]
        yield category, counted(chosen, triples, reading)


def main() -> int:
    path = Path(os.environ.get("DRAGOMAN_YARDSTICKS") or DEFAULT)
    path = path / "events" / "petrarch_unit_records.xml"
    if not path.is_file():
        print(f"petrarch: skipped, {path} is not there")
        return 0
    records = read_records(path)
    tools = load_tools()
    known = [replace(record, text=with_known_states(record.text)) for record in records]
    events = sum(len(record.events) for record in records)
    print(f"PETRARCH's unit records: {len(records)} records, {events} events; triples")
    print(f"{'':36}{'found':>7}{'missed':>8}{'extra':>7}{'found %':>9}{'extra %':>9}")
    for title, texts in (("as they stand", records), ("invented states exchanged", known)):
        told = [triples_of(record, tools) for record in texts]
        print(title)
        _print_counts(records, told)
        if "--faults" in sys.argv[1:]:
            _print_faults(records, told)
    name, found, whole, extra = PEER
    print(_row(name, found, whole - found, extra))
    codes = [weis_types(event.code) for record in records for event in record.events]
    print(f"left out: {codes.count(NO_EVENT)} comments, {codes.count(None)} codes of no scheme")
    return 0


def _print_counts(records: Sequence[Record], told: Sequence[Sequence[Triple]]) -> None:
    for reading in READINGS:
        counts = counted(records, told, reading)
        print(_row(f"  {reading.name}", counts.found, counts.missed, counts.extra))
    halves = sum(None in (t.source, t.target) for triples in told for t in triples)
    print(f"  one-sided reports: {halves}")


def _row(name: str, found: int, missed: int, extra: int) -> str:
    whole = found + missed
    shares = f"{100 * found / whole:9.1f}{100 * extra / whole:9.1f}" if whole else ""
    return f"{name:36}{found:7}{missed:8}{extra:7}{shares}"


def _print_faults(records: Sequence[Record], told: Sequence[Sequence[Triple]]) -> None:
    counts = counted(records, told, READINGS[0])
    print(f"  by category, then by kind ({READINGS[0].name}); make no rule from these lines")
    for category, part in by_category(records, told, READINGS[0]):
        print(_row(f"    {category}", part.found, part.missed, part.extra))
    for kind, number in counts.faults.most_common():
        print(f"  {number:5}  {kind}")


if __name__ == "__main__":
    sys.exit(main())
