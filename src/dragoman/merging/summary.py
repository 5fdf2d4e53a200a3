"""Summary: what an event's tellings come to, and how many outlets stand behind them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.merging.disagreements import find_disagreements
from dragoman.merging.tellings import ArticleHeadLike, Telling, width
from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate
from dragoman.model.event import Event, Reprint
from dragoman.model.report import Factuality, Quantity

Value = TypeVar("Value")

_FINEST_FIRST = ("city", "district", "province", "country", "region")

_MOST_DONE_FIRST = tuple(Factuality)
"""Of factualities that as many outlets tell: happened, ongoing, planned … in their order."""

_OPEN_DAYS = 10**9


class Corroboration:
    """Counts independent outlets: one outlet counts once, and a reprint not at all."""

    def __init__(
        self, articles: Mapping[str, ArticleHeadLike], reprints: Iterable[Reprint]
    ) -> None:
        self._articles = articles
        self._original = {reprint.article_id: reprint.original_id for reprint in reprints}

    def outlets(self, article_ids: Iterable[str]) -> int:
        """Return how many outlets tell it for themselves.

        Copies of an original that is not among the articles stand for it, all together once:
        the earliest of them gives the outlet.
        """
        told = sorted(set(article_ids), key=self._first_published)
        source: dict[str, str] = {}
        for article in told:
            source.setdefault(self._original.get(article, article), article)
        present = set(told)
        tellers = (root if root in present else copy for root, copy in source.items())
        return len({self._articles[article].outlet.casefold() for article in tellers})

    def _first_published(self, article_id: str) -> tuple[dt.date, str]:
        return (self._articles[article_id].published or dt.date.max, article_id)


def summed_up(members: Iterable[Telling], proof: Corroboration) -> Event:
    """Return the event that the tellings come to.

    The finest date and place win, of equals those of most independent outlets. The writers' own
    judgements give nothing but their evidence: no outlet, no date, no disagreement.
    """
    tellings = sorted(members, key=lambda telling: telling.id)
    told = [telling for telling in tellings if not telling.by_author]
    factuality = _settled(told, proof)
    reports = [telling.report for telling in told]
    return Event(
        type=_type(told, factuality, proof),
        modes=_by_frequency(report.modes for report in reports),
        contexts=_by_frequency(report.contexts for report in reports),
        actor_ids=_by_frequency(sorted(telling.actors) for telling in told),
        recipient_ids=_by_frequency(sorted(telling.recipients) for telling in told),
        date=_best(told, lambda t: t.date, _date_rank, proof),
        place=_best(told, lambda t: t.report.place, _place_rank, proof),
        quantity=_quantity(told, proof),
        factuality=factuality,
        report_ids=tuple(telling.id for telling in tellings),
        independent_outlets=proof.outlets(telling.article for telling in told),
        articles=len({telling.article for telling in tellings}),
        disagreements=find_disagreements(reports, proof.outlets),
    )


def _by_frequency(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        for value in group:
            counts[value] += 1
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _settled(told: Sequence[Telling], proof: Corroboration) -> Factuality:
    """What most outlets tell; a plan gives way to any telling of what came of it."""
    outlets: dict[Factuality, list[str]] = defaultdict(list)
    for telling in told:
        outlets[telling.report.factuality].append(telling.article)
    known: list[Factuality] = [f for f in outlets if f != Factuality.PLANNED]
    known = known or list(outlets)
    return min(known, key=lambda f: (-proof.outlets(outlets[f]), _MOST_DONE_FIRST.index(f)))


def _type(told: Sequence[Telling], factuality: Factuality, proof: Corroboration) -> str:
    """The type most outlets give among those who tell it as it is settled."""
    outlets: dict[str, list[str]] = defaultdict(list)
    for telling in told:
        if telling.report.factuality is factuality:
            outlets[telling.report.type].append(telling.article)
    return min(outlets, key=lambda type_: (-proof.outlets(outlets[type_]), type_))


def _best(
    told: Sequence[Telling],
    value_of: Callable[[Telling], Value | None],
    rank: Callable[[Value], tuple[object, ...]],
    proof: Corroboration,
) -> Value | None:
    """The value whose first rank is lowest, then the one of most outlets, then by its ranks."""
    tellers: dict[Value, list[str]] = defaultdict(list)
    for telling in told:
        value = value_of(telling)
        if value is not None:
            tellers[value].append(telling.article)
    if not tellers:
        return None
    return min(tellers, key=lambda v: (rank(v)[0], -proof.outlets(tellers[v]), rank(v)[1:]))


def _date_rank(date: NewsDate) -> tuple[object, ...]:
    return (width(date) or _OPEN_DAYS, date.edtf, date.precision)


def _place_rank(place: Place) -> tuple[object, ...]:
    fine = place.precision in _FINEST_FIRST
    level = _FINEST_FIRST.index(place.precision) if fine else len(_FINEST_FIRST)
    return (level, place.name, place.country or "", place.lat or 0.0, place.lon or 0.0)


def _quantity(told: Sequence[Telling], proof: Corroboration) -> Quantity | None:
    """The count most outlets give, in the words of the first report that gives it."""
    counted = [(t.report.quantity, t) for t in told if t.report.quantity is not None]
    tellers: dict[tuple[int | None, int | None], list[str]] = defaultdict(list)
    for quantity, telling in counted:
        tellers[quantity.at_least, quantity.at_most].append(telling.article)
    return min(
        (quantity for quantity, _ in counted),
        key=lambda q: (
            -proof.outlets(tellers[q.at_least, q.at_most]),
            q.at_least or 0,
            q.at_most or 0,
        ),
        default=None,
    )
