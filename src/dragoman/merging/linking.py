"""Linking: which tellings become one event, without comparing each with each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.merging.likeness import contradict, link_firmly, link_loosely, wording
from dragoman.merging.partition import Partition
from dragoman.merging.tellings import CLOSE_DAYS, MUTUAL, VERBAL, Telling, is_firm, realm, width
from dragoman.model.ids import stable_id

_WEEK_DAYS = 7

_YEAR_DAYS = 366
"""Two outlets that date a visit to the same year mean the same one; to the same decade, not."""

_YEARS_AT_MOST = 12
"""A date wider than this ("since the sixties") points to no single occurrence."""


def bundle(tellings: Iterable[Telling], alone: frozenset[str]) -> dict[str, list[Telling]]:
    """Return tellings that say the very same, by the id of the first.

    One event told by two hundred outlets in the same terms is then one thing to compare.
    """
    alike: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: t.id):
        alike[_signature(telling, alone)].append(telling)
    return {members[0].id: members for members in alike.values()}


def _signature(telling: Telling, alone: frozenset[str]) -> tuple[object, ...]:
    report = telling.report
    judged = not alone.isdisjoint((telling.id, event_id(telling)))
    return (
        telling.act,
        frozenset(report.modes),
        telling.actors,
        telling.recipients,
        telling.stem,
        report.date,
        report.place,
        realm(report.factuality),
        telling.by_author,
        telling.article if _stays_home(telling) else "",
        telling.id if judged else "",
    )


def _stays_home(telling: Telling) -> bool:
    """Whether equal words in another article would not make it the same event."""
    return not _joins_abroad(telling)


def _joins_abroad(telling: Telling) -> bool:
    everyone = telling.actors | telling.recipients
    both = len(everyone) > 1 and (
        telling.act in MUTUAL or bool(telling.actors and telling.recipients)
    )
    days = width(telling.date)
    if days is None or not both:
        return is_firm(telling.date) and telling.act not in VERBAL
    return days <= (CLOSE_DAYS if telling.act in VERBAL else _YEAR_DAYS)


def event_id(telling: Telling) -> str:
    """Return the id of an event of which this report is the first."""
    return stable_id("EVT", telling.id)


# --- both sides and the date agree ---


def comparable(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Return each pair that shares act, an actor on both sides and a week, once."""
    blocks: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for block in _firm_blocks(telling):
            blocks[block].append(telling)
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        for one, other in combinations(sorted(members, key=lambda t: t.id), 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _firm_blocks(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The blocks of a telling; the week before is one too, for dates a few days off."""
    if telling.act in MUTUAL:
        company = sorted(telling.actors | telling.recipients)
        pairs = list(combinations(company, 2))
    else:
        pairs = [(a, r) for a in sorted(telling.actors) for r in sorted(telling.recipients)]
    weeks = _weeks(telling)
    for pair in pairs:
        for week in weeks and (weeks[0] - 1, *weeks):
            yield (telling.act, pair, week)


def _weeks(telling: Telling) -> list[int]:
    date = telling.date
    if date is None or date.earliest is None or date.latest is None or not is_firm(date):
        return []
    first, last = (day.toordinal() // _WEEK_DAYS for day in (date.earliest, date.latest))
    return list(range(first, last + 1))


def join_firmly(
    tellings: list[Telling], partition: Partition, heads: Mapping[str, Telling]
) -> None:
    """Join tellings that agree on both sides and the date, the most alike first."""
    linked = [pair for pair in comparable(tellings) if link_firmly(*pair)]
    for one, other in sorted(linked, key=_most_alike_first):
        if _agree(partition, heads, one.id, other.id):
            partition.join(one.id, other.id)


def _most_alike_first(pair: tuple[Telling, Telling]) -> tuple[bool, int, int, str, str]:
    one, other = pair
    overlap = bool(one.date and other.date and one.date.overlaps(other.date))
    days = (width(one.date) or 0) + (width(other.date) or 0)
    return (not overlap, -wording(one, other), days, one.id, other.id)


def _agree(partition: Partition, heads: Mapping[str, Telling], one: str, other: str) -> bool:
    """Whether no member of one class contradicts a member of the other."""
    if partition.home(one) == partition.home(other):
        return True
    here = [heads[name] for name in partition.members(one)]
    there = [heads[name] for name in partition.members(other)]
    return not any(contradict(a, b) for a in here for b in there)


# --- exactly one event fits ---


def join_loosely(partition: Partition, heads: Mapping[str, Telling]) -> None:
    """Join what has a side untold or a vague date to the only event that fits, if one does.

    Whoever tells most is placed first; the writers' own judgements come last, and are no event
    that others could join.
    """
    shelf = _Shelf(partition, heads)
    classes = [[heads[name] for name in names] for names in partition.classes()]
    for members in sorted(classes, key=lambda c: min(map(_most_telling_first, c))):
        homes = shelf.who_fits(members)
        if len(homes) == 1:
            partition.join(homes[0], members[0].id)
        if not members[0].by_author:
            shelf.add(members)


def _most_telling_first(telling: Telling) -> tuple[bool, int, bool, int, str]:
    days = width(telling.date)
    vague = 2 if days is None else int(not is_firm(telling.date))
    one_sided = not (telling.actors and telling.recipients) and telling.act not in MUTUAL
    return (telling.by_author, vague, one_sided, days or 0, telling.id)


class _Shelf:
    """The events placed so far, by act, actor and time."""

    def __init__(self, partition: Partition, heads: Mapping[str, Telling]) -> None:
        self._partition = partition
        self._heads = heads
        self._placed: dict[tuple[object, ...], dict[str, None]] = defaultdict(dict)

    def add(self, members: Iterable[Telling]) -> None:
        for telling in members:
            for place in (*_near_times(telling), *_far_times(telling)):
                self._placed[place][telling.id] = None

    def who_fits(self, members: Sequence[Telling]) -> list[str]:
        """The first classes that fit, two at most: the second already makes it a guess."""
        one, fits = members[0].id, list[str]()
        for home in self._linked(members):
            allowed = self._partition.may_join(one, home)
            if allowed and _agree(self._partition, self._heads, one, home):
                fits.append(home)
            if len(fits) > 1:
                break
        return fits

    def _linked(self, members: Sequence[Telling]) -> Iterator[str]:
        tried: set[str] = set()
        for telling in members:
            times = list(_near_times(telling))
            for place in times if is_firm(telling.date) else (*times, *_far_times(telling)):
                for name in self._placed.get(place, ()):
                    home = self._partition.home(name)
                    if home not in tried and _linked(telling, self._heads[name]):
                        tried.add(home)
                        yield home


def _linked(one: Telling, other: Telling) -> bool:
    return link_firmly(one, other) or link_loosely(one, other)


def _near_times(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The article of a telling, and the weeks of its date."""
    for actor in sorted(telling.actors | telling.recipients):
        yield (telling.act, actor, "article", telling.article)
        for week in _weeks(telling):
            yield (telling.act, actor, "week", week)


def _far_times(telling: Telling) -> Iterator[tuple[object, ...]]:
    """The years of a telling's date."""
    date = telling.date
    if date is None or date.earliest is None or date.latest is None:
        return
    years = range(date.earliest.year, date.latest.year + 1)
    if len(years) <= _YEARS_AT_MOST:
        for actor in sorted(telling.actors | telling.recipients):
            for year in years:
                yield (telling.act, actor, "year", year)
