"""Persons of the corpus who may be real: what the authority's table of office-holders has too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.actors.authority import Authority, Entry, NameForm
from dragoman.model.actor import ActorKind
from training.markup import Item

_FAMILY_NAMED = ("actor", "recipient", "speaker")
_CAPITALISED = re.compile(r"[^\W\d_a-z][\w'’-]+")
_TWO = re.compile(r"(?=\b([^\W\d_a-z][\w'’-]+) ([^\W\d_a-z][\w'’-]+))")


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of an item that name someone in the table, and why they are thought to."""

    item: str
    words: str
    person: str
    why: str


def real_people(items: Iterable[Item], authority: Authority) -> tuple[Hit, ...]:
    """Return who in these items bears the name of somebody in the authority's tables."""
    hits: dict[tuple[str, str], Hit] = {}
    for item in items:
        for hit in (*_whole(item, authority), *_first_and_family(item, authority)):
            hits.setdefault((hit.item, hit.person), hit)
        for hit in _highest(item, authority):
            hits.setdefault((hit.item, hit.person), hit)
    return tuple(hits.values())


def _whole(item: Item, authority: Authority) -> Iterator[Hit]:
    for match in authority.find(item.text):
        if match.entry.kind is ActorKind.PERSON:
            words = item.text[match.start : match.end]
            yield Hit(item.id, words, match.entry.name, "the whole name")


def _first_and_family(item: Item, authority: Authority) -> Iterator[Hit]:
    for match in _TWO.finditer(item.text):
        first, family = match[1], _bare(match[2])
        for entry in authority.family_names(family):
            if first in entry.name.split():
                yield Hit(item.id, f"{first} {family}", entry.name, "first and family name")


def _highest(item: Item, authority: Authority) -> Iterator[Hit]:
    for span in item.spans:
        if span.label not in _FAMILY_NAMED:
            continue
        words = item.words(span)
        leaders = [
            entry for iso3 in _countries(words, authority) for entry in _top(iso3, authority)
        ]
        names = {_bare(name) for name in _CAPITALISED.findall(words)}
        for entry in leaders:
            family = entry.name.split()[-1]
            if family in names:
                yield Hit(item.id, words, entry.name, "family name of that country's leader")


def _countries(words: str, authority: Authority) -> set[str]:
    stands = (NameForm.NAME, NameForm.ADJECTIVE, NameForm.DEMONYM, NameForm.CAPITAL)
    return {
        match.entry.country or match.entry.id.removeprefix("state:")
        for match in authority.find(words)
        if match.form in stands and match.entry.id.startswith("state:")
    }


def _top(iso3: str, authority: Authority) -> tuple[Entry, ...]:
    titles = ("head of state", "head of government")
    return tuple(e for title in titles for e in authority.office_holders(iso3, title, None))


def _bare(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)
