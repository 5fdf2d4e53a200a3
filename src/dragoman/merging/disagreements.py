"""Disagreements: what the reports of one event tell differently. Flagged, never settled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dragoman.merging.likeness import distance_km
from dragoman.merging.tellings import cue_stem
from dragoman.model.dates import NewsDate
from dragoman.model.event import Disagreement
from dragoman.model.report import Factuality, Quantity, Report, Voice

_DONE = frozenset({Factuality.HAPPENED, Factuality.ONGOING})

SAME_PLACE_KM = 30.0
"""Nearer than this, two names are a city and its quarter or airport, not two tellings."""

Versions = Mapping[str, Sequence[Report]]


def find_disagreements(
    reports: Iterable[Report], weight: Callable[[Iterable[str]], int]
) -> tuple[Disagreement, ...]:
    """Return what the reports of one event tell differently: day, number, done or not, place.

    ``weight`` counts the independent outlets among article ids; the most told version comes
    first. The writers' own judgements are left out.
    """
    told = [r for r in reports if r.attribution.voice is not Voice.AUTHOR]
    if len(told) < 2:
        return ()
    found = {
        "day": _days(told),
        "number": _numbers(told),
        "done or not": _done_or_not(told),
        "place": _places(told),
    }
    return tuple(
        Disagreement(about, _ranked(versions, weight))
        for about, versions in found.items()
        if len(versions) > 1
    )


def _ranked(
    versions: Versions, weight: Callable[[Iterable[str]], int]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The versions, the most told first, of equals the first in the alphabet."""
    outlets = {words: weight(r.article_id for r in told) for words, told in versions.items()}
    order = sorted(versions, key=lambda words: (-outlets[words], -len(versions[words]), words))
    return tuple((words, tuple(sorted({r.id for r in versions[words]}))) for words in order)


def _days(reports: Sequence[Report]) -> Versions:
    """Dates without a common day, of reports whose cue has one stem.

    "arrived on Tuesday" and "visited on Wednesday" do not disagree: a visit has several days.
    """
    dated: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        if report.date is not None:
            dated[cue_stem(report.cue.words), report.date.edtf].append(report)
    versions: dict[str, list[Report]] = defaultdict(list)
    for (stem, edtf), told in dated.items():
        others = (there[0].date for (s, _), there in dated.items() if s == stem)
        if not all(date is None or _overlap(told[0].date, date) for date in others):
            versions[edtf] += told
    return versions


def _overlap(here: NewsDate | None, there: NewsDate) -> bool:
    return here is None or here.overlaps(there)


def _numbers(reports: Sequence[Report]) -> Versions:
    """Counts that cannot both hold: the most of one is less than the least of another."""
    counted = [(report.quantity, report) for report in reports if report.quantity is not None]
    versions: dict[str, list[Report]] = defaultdict(list)
    for quantity, report in counted:
        if any(_exclude(quantity, other) for other, _ in counted):
            versions[count_words(quantity)].append(report)
    return versions


def _exclude(one: Quantity, other: Quantity) -> bool:
    pairs = ((one.at_most, other.at_least), (other.at_most, one.at_least))
    return any(most is not None and least is not None and most < least for most, least in pairs)


def count_words(quantity: Quantity) -> str:
    """Return a count as a person would write it: "20", "20 to 30", "at least 20"."""
    least, most = quantity.at_least, quantity.at_most
    if least is None or most is None:
        bound = f"at least {least}" if least is not None else f"at most {most}"
        return quantity.quote.words if least is most else bound
    return str(least) if least == most else f"{least} to {most}"


def _done_or_not(reports: Sequence[Report]) -> Versions:
    """Done and denied; a plan is neither."""
    versions: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.factuality in _DONE:
            versions["done"].append(report)
        elif report.factuality is Factuality.DENIED:
            versions["not done"].append(report)
    return versions


def _places(reports: Sequence[Report]) -> Versions:
    """Cities that lie apart."""
    placed = [(report.place, report) for report in reports if report.place is not None]
    versions: dict[str, list[Report]] = defaultdict(list)
    for place, report in placed:
        gaps = (distance_km(place, other) for other, _ in placed)
        if any(gap is not None and gap > SAME_PLACE_KM for gap in gaps):
            versions[place.name].append(report)
    return versions
