"""The persons that the corpus's writers invented: where they stand, and whose names fit whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from dragoman.actors.authority import Authority, NameForm
from dragoman.actors.given_names import given_gender, is_given_name
from training.markup import Item

_PERSONS = ("actor", "recipient", "speaker")
_FULL = re.compile(r"(?<![\w'’-])[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][\w'’-]*[^\W\d_])(?![\w-])")
_COUNTRY_FORMS = (NameForm.NAME, NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.CAPITAL)


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person: given and family name, and the one country told beside it, if any."""

    name: str
    iso3: str | None

    @property
    def family(self) -> str:
        """The family name."""
        return self.name.split()[-1]


def persons_in(item: Item, authority: Authority) -> tuple[Person, ...]:
    """Return the persons that an item's actors, recipients and speakers name in full."""
    found: dict[str, Person] = {}
    for span in item.spans:
        if span.label in _PERSONS:
            for person in _persons(item.words(span), authority):
                found.setdefault(person.name, person)
    return tuple(found.values())


def _persons(words: str, authority: Authority) -> Iterator[Person]:
    matches = authority.find(words)
    homes = {match.entry.id for match in matches if match.form in _COUNTRY_FORMS}
    states = [home.removeprefix("state:") for home in homes if home.startswith("state:")]
    for full in _FULL.finditer(words):
        known = any(m.start < full.end() and full.start() < m.end for m in matches)
        if not known and is_given_name(full[0].split()[0]):
            yield Person(full[0], states[0] if len(states) == 1 else None)


def cast_of(items: Iterable[Item], authority: Authority) -> tuple[Person, ...]:
    """Return every person that these items name in full, by name, each once."""
    found = {person.name: person for item in items for person in persons_in(item, authority)}
    return tuple(found[name] for name in sorted(found))


def another(
    person: Person, cast: Sequence[Person], iso3: str | None, taken: frozenset[str], rng: Random
) -> Person | None:
    """Return someone of the cast to stand in, of this country if there is one; None for nobody.

    The stand-in's given name tells the same gender or none, and no word of it is taken.
    """
    gender = given_gender(person.name)
    fit = [p for p in cast if given_gender(p.name) == gender and not taken & {*p.name.split()}]
    at_home = [p for p in fit if iso3 is not None and p.iso3 == iso3]
    return rng.choice(at_home or fit) if fit else None
