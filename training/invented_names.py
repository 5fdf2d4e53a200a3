"""The persons that the corpus's writers invented: where they stand, and whose names fit whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from dragoman.actors.authority import Authority, NameForm
from dragoman.actors.given_names import given_gender, is_given_name
from dragoman.model.actor import ActorKind
from training.markup import Item

_PERSONS = ("actor", "recipient", "speaker")
_CAPITALISED = r"[^\W\d_a-z][\w'’-]*[^\W\d_]"
_RUN = re.compile(rf"(?<![\w'’-]){_CAPITALISED}(?: {_CAPITALISED})+(?![\w-])")
_GENDERED = frozenset("he him his she her hers He His She Her".split())
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
    for run in _RUN.finditer(words):
        known = any(m.start < run.end() and run.start() < m.end for m in matches)
        name = None if known else _person(words[: run.start()], run[0].split(), authority)
        if name:
            yield Person(name, states[0] if len(states) == 1 else None)


def _person(before: str, run: list[str], authority: Authority) -> str | None:
    """Return the two words that name a person in a run of capitalised ones, if they do.

    A given name begins them, or a calling stands right before them ("envoy, ", "Judge ").
    """
    calling = re.sub(r"^.*[ -]", "", before.rstrip(" ,"))
    while len(run) > 2 and _is_calling(run[0], authority):
        calling, *run = run
    if len(run) == 2 and (is_given_name(run[0]) or _is_calling(calling, authority)):
        return " ".join(run)
    return None


def _is_calling(word: str, authority: Authority) -> bool:
    return authority.agent_kind(word.casefold()) is ActorKind.PERSON if word else False


def cast_of(items: Iterable[Item], authority: Authority) -> tuple[Person, ...]:
    """Return every person that these items name in full, by name, each once."""
    found = {person.name: person for item in items for person in persons_in(item, authority)}
    return tuple(found[name] for name in sorted(found))


def another(
    person: Person, cast: Sequence[Person], iso3: str | None, taken: frozenset[str], rng: Random
) -> Person | None:
    """Return someone of the cast to stand in, of this country if there is one; None for nobody.

    The stand-in's given name tells the same gender or none, and no word of it is taken; where a
    name tells none and one of the words taken is a pronoun that does, nobody fits.
    """
    gender = given_gender(person.name)
    if gender is None and taken & _GENDERED:
        return None
    fit = [p for p in cast if given_gender(p.name) == gender and not taken & {*p.name.split()}]
    at_home = [p for p in fit if iso3 is not None and p.iso3 == iso3]
    return rng.choice(at_home or fit) if fit else None
