"""The two lists of short sentences: events found and coded, silence kept, countries swapped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from dragoman.model.reading import Reading
from dragoman.model.report import Report, Side
from gold_files import Choice, Country, PlainEvent
from gold_scores import Tally, describe, head_span

Read = Callable[[str], Reading]

# What a sentence was coded as, names of countries left out.
Code = Counter[tuple[object, ...]]


def score_plain(event: PlainEvent, reading: Reading, tally: Tally) -> None:
    """Add one sentence with one event to the tally: the best report counts, the rest are extra."""
    place = f"plain_events.toml:{event.line}"
    best = max(reading.reports, key=lambda report: _worth(event, report), default=None)
    said = describe(best, reading) if best else "nothing"
    detail = f"{event.text} [{said}]"
    right_type = best is not None and best.type in event.types
    right_sides = best is not None and sides_right(event, best)
    right_fact = best is not None and best.factuality in event.factuality
    tally.count("plain.found", best, place, event.text)
    tally.count("plain.type", right_type, place, f"{detail}, not {event.types}")
    tally.count("plain.sides", right_sides, place, detail)
    tally.count("plain.factuality", right_fact, place, f"{detail}, not {event.factuality}")
    tally.count("plain.whole", right_type and right_sides and right_fact, place, detail)
    for report in reading.reports:
        extra = f"{event.text} [{describe(report, reading)}]"
        tally.count("plain.precision", report is best and right_type, place, extra)


def _worth(event: PlainEvent, report: Report) -> tuple[bool, bool, bool]:
    right = sides_right(event, report)
    return (report.type in event.types, right, report.factuality in event.factuality)


def sides_right(event: PlainEvent, report: Report) -> bool:
    """Whether each side that the gold names is the only one on its side of the report."""
    if event.mutual:
        both = (*report.actors, *report.recipients)
        wanted = [words for words in (event.actor, event.recipient) if words]
        return len(both) >= len(wanted) and all(
            any(_names(event.text, words, side) for side in both) for words in wanted
        )
    return _side_right(event, event.actor, report.actors) and _side_right(
        event, event.recipient, report.recipients
    )


def _side_right(event: PlainEvent, words: Choice, sides: Sequence[Side]) -> bool:
    if not words:
        return True
    return len(sides) == 1 and _names(event.text, words, sides[0])


def _names(text: str, words: Choice, side: Side) -> bool:
    for phrase in words:
        at = text.index(phrase)
        start, end = (at + offset for offset in head_span(phrase))
        if side.quote.start < end and start < side.quote.end:
            return True
    return False


def score_quiet(line: int, text: str, reading: Reading, tally: Tally) -> None:
    """Add one sentence without an event to the tally."""
    said = "; ".join(describe(report, reading) for report in reading.reports)
    tally.count("quiet.silent", not reading.reports, f"no_event.txt:{line}", f"{text} [{said}]")


def swap(text: str, countries: Sequence[Country]) -> str:
    """Return a sentence with every country, adjective and capital exchanged for another's."""
    by_name = {country.name: country for country in countries}
    words: dict[str, str] = {}
    for country in countries:
        other = by_name[country.becomes]
        words |= {
            country.name: other.name,
            country.adjective: other.adjective,
            country.capital: other.capital,
        }
    longest_first = sorted(words, key=lambda word: -len(word))
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, longest_first)) + r")\b")
    swapped = pattern.sub(lambda found: words[found[0]], text)
    swapped = re.sub(r"\b([Aa])n (?=[B-DF-HJ-NP-TV-Z])", r"\1 ", swapped)
    return re.sub(r"\b([Aa]) (?=[AEIO])", r"\1n ", swapped)


def code_of(reading: Reading) -> Code:
    """Return what a sentence was coded as, for comparing it with its swapped twin."""
    actors = {a.number: (a.kind, tuple(sorted(a.sectors))) for a in reading.appearances}
    return Counter(
        (
            report.type,
            report.modes,
            report.contexts,
            report.factuality,
            report.attribution.voice,
            tuple(actors[side.appearance] for side in report.actors),
            tuple(actors[side.appearance] for side in report.recipients),
        )
        for report in reading.reports
    )


def score_swap(event: PlainEvent, reading: Reading, swapped: Reading, tally: Tally) -> None:
    """Add one sentence and its twin with other countries to the tally."""
    before, after = code_of(reading), code_of(swapped)
    lost = "; ".join(describe(report, swapped) for report in swapped.reports) or "nothing"
    detail = f"{swapped.article.text} [{lost}] {sorted(map(str, (before - after)))}"
    tally.count("swap.same", before == after, f"plain_events.toml:{event.line}", detail)
