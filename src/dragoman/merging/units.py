"""Units: appearances that are one actor beyond doubt, before names are compared."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.merging.names import (
    Naming,
    PersonName,
    fold,
    names_a_role,
    naming_in,
    person_name,
)
from dragoman.model.actor import ActorKind, Appearance
from dragoman.model.ids import stable_id

Told = tuple[str, Appearance]


@dataclass(frozen=True, slots=True)
class Unit:
    """Appearances with one key, and for a key made of plain words with one name and country.

    ``identity`` names the unit among all others; ``known`` tells an authority's key from one
    that was made of the article's own words; ``lone`` is an actor that no other article can
    mean ("diplomatic sources").
    """

    identity: str
    key: str
    known: bool
    lone: bool
    told: tuple[Told, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id or key by which a judgement may name this unit."""
        return (
            self.identity,
            self.key,
            stable_id("ACT", self.identity),
            stable_id("ACT", self.key),
        )

    @property
    def kind(self) -> ActorKind:
        """The kind most appearances give it."""
        return ActorKind(most_told(a.kind for _, a in self.told) or ActorKind.GROUP)

    @property
    def country(self) -> str | None:
        """The country code most appearances give it, or None."""
        return most_told(a.country for _, a in self.told)

    @property
    def wikidata_id(self) -> str | None:
        """The Wikidata id most appearances give it, or None."""
        return most_told(a.wikidata_id for _, a in self.told)

    @property
    def gender(self) -> str | None:
        """The gender most appearances give it, or None."""
        return most_told(a.gender for _, a in self.told)

    @property
    def names(self) -> frozenset[str]:
        """All names, as written."""
        return frozenset(name for _, a in self.told for name in (a.name, *a.names))

    @property
    def offices(self) -> frozenset[str]:
        """The titles of all offices, folded."""
        return frozenset(fold(office.title) for _, a in self.told for office in a.offices)

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles it appears in."""
        return frozenset(article_id for article_id, _ in self.told)

    def person(self, naming: Naming) -> PersonName | None:
        """Return the fullest of its names in its parts."""
        return fullest_name(self.names, naming)


def most_told(values: Iterable[str | None]) -> str | None:
    """Return the value given most often, of equals the first in the alphabet; None for none."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def fullest_name(names: Iterable[str], naming: Naming) -> PersonName | None:
    """Return the name with the most parts, of equals the longest and first in the alphabet."""
    parted = [name for text in names if (name := person_name(text, naming))]
    if not parted:
        return None
    return min(parted, key=_fullness)


def _fullness(name: PersonName) -> tuple[int, int, str, str, str]:
    count = len(name.given) + bool(name.second)
    return (-count, -len(name.letters), name.letters, name.surname, name.suffix)


def gather_units(appearances: Iterable[Told]) -> list[Unit]:
    """Return the units in the order of their identities, whatever the order of reading."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for article_id, appearance in appearances:
        groups[_identity(article_id, appearance)].append((article_id, appearance))
    return [_unit(identity, groups[identity]) for identity in sorted(groups)]


def _unit(identity: str, told: list[Told]) -> Unit:
    told.sort(key=lambda pair: (pair[0], pair[1].number))
    first = told[0][1]
    return Unit(identity, first.key, not _made_of_words(first), _stands_alone(first), tuple(told))


def _identity(article_id: str, appearance: Appearance) -> str:
    """What must be equal for two appearances to be one actor without a look at the names."""
    key = appearance.key
    if _stands_alone(appearance):
        return f"{key}|{article_id}"
    if not _made_of_words(appearance):
        return key
    if appearance.kind is not ActorKind.PERSON:
        return f"{key}|{appearance.country or ''}"
    naming = naming_in(appearance.country)
    name = fullest_name((appearance.name, *appearance.names), naming)
    if name is None or name.bare:
        return f"{key}|{article_id}"
    return f"{key}|{name.letters}{name.suffix}|{appearance.country or ''}"


def _stands_alone(appearance: Appearance) -> bool:
    """Unnamed sources, nameless groups, and "the police" of nobody knows where."""
    if appearance.kind is ActorKind.UNNAMED:
        return True
    if appearance.kind is ActorKind.GROUP:
        return _made_of_words(appearance)
    of_some_state = appearance.country is None and appearance.kind is ActorKind.BODY
    return of_some_state and _made_of_words(appearance) and names_a_role(appearance.name)


def _made_of_words(appearance: Appearance) -> bool:
    """Whether the key holds nothing but words of the names, so that it knows no more than they.

    The country in the key of a person or body ("body:CUB:interior ministry") is the
    appearance's own; in a group's key ("group:CUB:people") it is what makes the group one.
    """
    if appearance.wikidata_id or appearance.kind is ActorKind.STATE:
        return False
    words = _words(appearance.key.partition(":")[2])
    if appearance.kind is not ActorKind.GROUP and appearance.country:
        words -= {appearance.country.casefold()}
    return words <= _words(" ".join((appearance.name, *appearance.names)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text).replace("_", " ")))
