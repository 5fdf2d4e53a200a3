"""Actors: the same person, body or state across articles and spellings.

The rule, in the order it is applied:

1. An equal key joins, where the key knows more than the article's own words do.
2. An equal Wikidata id joins; different ones keep apart.
3. Persons: the fuller name comes first. A less full one joins when exactly one fuller person
   fits by name, country and gender. A bare surname takes the one who fits, or of several the
   one whose office it shares.
4. Bodies and organizations: a name in common, word order aside, and the same country.
5. What a person judged the same or different wins over all of that.

Unnamed sources and nameless groups are each article's own. A wrong join is worse than a missed
one: where two candidates fit, none is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.merging.names import body_words, can_be_one, fold, names_a_role, naming_in
from dragoman.merging.partition import (
    Partition,
    join_by_hand,
    part_by_hand,
    standing_judgements,
)
from dragoman.merging.units import Told, Unit, gather_units, most_told
from dragoman.model.actor import Actor, ActorKind, Appearance
from dragoman.model.event import Judgement
from dragoman.model.ids import stable_id
from dragoman.model.joined import JoinedActor

_BODIES = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION})


def join_appearances(
    appearances: Iterable[Told], judgements: Sequence[Judgement] = ()
) -> tuple[JoinedActor, ...]:
    """Return every actor with its appearances, in the order of the actors' ids.

    ``appearances`` are pairs of an article's id and an appearance in it; each is in exactly one
    actor of the answer, and their order changes nothing. An actor's id is drawn from one key
    among its appearances: an authority's before one made of words, a full name's before a bare
    surname's. So a new article rarely changes it, and a judgement on an id that some key gave
    holds as long as that key is read anywhere.
    """
    units = {unit.identity: unit for unit in gather_units(appearances)}
    partition = Partition(units)
    standing = standing_judgements(judgements)
    named = _by_id(units.values())
    part_by_hand(partition, standing, named)
    _join_wikidata(units, partition)
    _join_people(units, partition)
    _join_bodies(units, partition)
    join_by_hand(partition, standing, named)
    classes = [[units[identity] for identity in members] for members in partition.classes()]
    return tuple(sorted(_actors(classes), key=lambda joined: joined.actor.id))


def _by_id(units: Iterable[Unit]) -> Mapping[str, Sequence[str]]:
    named: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        for name in dict.fromkeys(unit.ids):
            named[name].append(unit.identity)
    return named


def _join_wikidata(units: Mapping[str, Unit], partition: Partition) -> None:
    first: dict[str, str] = {}
    for identity, unit in units.items():
        if unit.wikidata_id:
            partition.join(first.setdefault(unit.wikidata_id, identity), identity)


def _contradict(one: Unit, other: Unit) -> bool:
    """Whether something other than the names says that two units are two actors."""
    told_apart = (
        (one.country, other.country),
        (one.wikidata_id, other.wikidata_id),
        (one.gender, other.gender),
        (one.known and one.key, other.known and other.key),
    )
    return any(here and there and here != there for here, there in told_apart)


# --- persons ---


def _join_people(units: Mapping[str, Unit], partition: Partition) -> None:
    people = [u for u in units.values() if u.kind is ActorKind.PERSON and not u.lone]
    shelf = _Shelf(units, partition)
    for person in sorted((p for p in people if _is_full(p)), key=_fullest_first):
        homes = shelf.who_fits(person)
        if len(homes) == 1:
            partition.join(homes[0], person.identity)
        shelf.add(person)
    bare = [p for p in people if not _is_full(p)]
    # An authority's key says whose surname it is: a candidate for others, but not in search of one.
    for person in bare:
        if person.known:
            shelf.add(person)
    _join_bare([p for p in bare if not p.known], shelf, partition)


def _is_full(unit: Unit) -> bool:
    name = unit.person(naming_in(unit.country))
    return name is not None and not name.bare


def _fullest_first(unit: Unit) -> tuple[bool, int, bool, str]:
    name = unit.person(naming_in(unit.country))
    parts = len(name.given) + bool(name.second) if name else 0
    return (not unit.known, -parts, unit.country is None, unit.identity)


class _Shelf:
    """The full names met so far, by surname."""

    def __init__(self, units: Mapping[str, Unit], partition: Partition) -> None:
        self._units = units
        self._partition = partition
        self._by_surname: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, unit: Unit) -> None:
        for surname in _surnames(unit):
            self._by_surname[surname][unit.identity] = None

    def who_fits(self, unit: Unit) -> list[str]:
        """The classes on the shelf whose every member could be this person."""
        near = (name for s in sorted(_surnames(unit)) for name in self._by_surname.get(s, ()))
        homes = dict.fromkeys(self._partition.home(name) for name in near)
        return [home for home in homes if self._fits(unit, home)]

    def _fits(self, unit: Unit, home: str) -> bool:
        members = [self._units[name] for name in self._partition.members(home)]
        return all(_can_be_one_person(unit, member) for member in members) and (
            self._partition.may_join(unit.identity, home)
        )

    def shares_office(self, unit: Unit, home: str) -> bool:
        members = self._partition.members(home)
        return any(unit.offices & self._units[name].offices for name in members)


def _surnames(unit: Unit) -> frozenset[str]:
    """Under every order of names, for the country may be known of the other only."""
    orders = (
        {naming_in(unit.country)} if unit.country else {naming_in(c) for c in (None, "ESP", "CHN")}
    )
    names = [name for order in sorted(orders) if (name := unit.person(order))]
    return frozenset(surname for name in names for surname in name.surnames)


def _can_be_one_person(one: Unit, other: Unit) -> bool:
    if _contradict(one, other):
        return False
    naming = naming_in(one.country or other.country)
    here, there = one.person(naming), other.person(naming)
    if here is None or there is None:
        return False
    if here.letters != there.letters and not one.articles.isdisjoint(other.articles):
        return False  # one article had both before it and told them apart
    if here.bare or there.bare:
        return here.suffix == there.suffix and not here.surnames.isdisjoint(there.surnames)
    return can_be_one(here, there)


def _join_bare(bare: list[Unit], shelf: _Shelf, partition: Partition) -> None:
    """Give each bare surname to the one person who fits, else join it to its like.

    All look for candidates before any is given away, so that none is taken for a candidate.
    """
    wanted = {unit.identity: shelf.who_fits(unit) for unit in bare}
    unclaimed = [unit for unit in bare if not wanted[unit.identity]]
    for unit in bare:
        homes = wanted[unit.identity]
        if len(homes) > 1:
            homes = [home for home in homes if shelf.shares_office(unit, home)]
        if len(homes) == 1:
            partition.join(homes[0], unit.identity)
    _join_alike(unclaimed, partition)


def _join_alike(unclaimed: list[Unit], partition: Partition) -> None:
    """Join bare surnames with one key and one known country."""
    first: dict[tuple[str, str], str] = {}
    for unit in unclaimed:
        if unit.country:
            partition.join(first.setdefault((unit.key, unit.country), unit.identity), unit.identity)


# --- bodies and organizations ---


def _join_bodies(units: Mapping[str, Unit], partition: Partition) -> None:
    bodies = [u for u in units.values() if u.kind in _BODIES and not u.lone]
    by_name: dict[frozenset[str], list[Unit]] = defaultdict(list)
    for body in bodies:
        for words in sorted({body_words(name) for name in body.names} - {frozenset()}, key=sorted):
            by_name[words].append(body)
    for words in sorted(by_name, key=sorted):
        _join_namesakes(by_name[words], partition)


def _join_namesakes(namesakes: list[Unit], partition: Partition) -> None:
    """Join bodies of one name by country; one of no known country joins an only country."""
    by_country: dict[str, list[Unit]] = defaultdict(list)
    for body in namesakes:
        by_country[body.country or ""].append(body)
    nowhere = by_country.pop("", [])
    if len(by_country) <= 1:
        proper = [body for body in nowhere if not any(map(names_a_role, body.names))]
        by_country.setdefault(next(iter(by_country), ""), []).extend(proper)
    for country in sorted(by_country):
        _join_compatible(by_country[country], partition)


def _join_compatible(bodies: list[Unit], partition: Partition) -> None:
    bodies = sorted(bodies, key=lambda body: (not body.known, body.identity))
    for body in bodies[1:]:
        if not _contradict(bodies[0], body):
            partition.join(bodies[0].identity, body.identity)


# --- the joined actor ---


def _actors(classes: list[list[Unit]]) -> Iterator[JoinedActor]:
    holders: dict[str, int] = defaultdict(int)
    for members in classes:
        for key in {unit.key for unit in members}:
            holders[key] += 1
    for members in classes:
        yield _joined(members, _id(members, holders))


def _id(members: list[Unit], holders: Mapping[str, int]) -> str:
    """Draw the id from the best key, or from the unit's identity where others hold the key too.

    What is each article's own always takes its identity: the next article may hold the key.
    """
    best = min(members, key=lambda u: (not u.known, not _names_itself(u), u.key, u.identity))
    alone = best.lone or holders[best.key] > 1
    return stable_id("ACT", best.identity if alone else best.key)


def _names_itself(unit: Unit) -> bool:
    return unit.kind is not ActorKind.PERSON or _is_full(unit)


def _joined(members: list[Unit], actor_id: str) -> JoinedActor:
    told = sorted((pair for u in members for pair in u.told), key=lambda p: (p[0], p[1].number))
    appearances = [appearance for _, appearance in told]
    kind = ActorKind(most_told(a.kind for a in appearances) or ActorKind.GROUP)
    names = {name for a in appearances for name in (a.name, *a.names)}
    actor = Actor(
        id=actor_id,
        name=_chosen_name(appearances, kind),
        names=tuple(sorted(names, key=lambda name: (fold(name), name))),
        kind=kind,
        country=most_told(a.country for a in appearances),
        sectors=tuple(dict.fromkeys(sector for a in appearances for sector in a.sectors)),
        private=all(a.private for a in appearances),
        wikidata_id=most_told(a.wikidata_id for a in appearances),
    )
    return JoinedActor(actor, tuple((article_id, a.number) for article_id, a in told))


def _chosen_name(appearances: list[Appearance], kind: ActorKind) -> str:
    """The most frequent name; a person's has a given name, where any has."""
    counts: dict[str, int] = defaultdict(int)
    for appearance in appearances:
        counts[appearance.name] += 1

    def rank(name: str) -> tuple[bool, int, int, str]:
        bare = kind is ActorKind.PERSON and len(fold(name).split()) < 2
        return (bare, -counts[name], -len(name), name)

    return min(counts, key=rank)
