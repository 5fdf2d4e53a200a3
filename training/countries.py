"""What a country is called in each form that the swap exchanges, by the authority's tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.actors.authority import Authority, NameForm, load_authority, read_table

# Whose names are also a person's, another place's or a word's: swapped in, they would be a riddle.
_RIDDLES = frozenset(
    "Andorra Aruba Chad Congo Cuba Dominica Gambia Georgia Guam Guinea Israel Jordan Mexico "
    "Micronesia Monaco Nauru Niger Palau Panama Samoa Sudan Tonga Tuvalu".split()
)
_REGULAR = re.compile(r"[A-Z][a-zà-ÿ]+(?:an|i)")
_ONE_WORD = re.compile(r"[A-Z][a-zà-ÿ]+")


@dataclass(frozen=True, slots=True)
class Country:
    """A country whose adjective is also its people's name, with "s" for more than one."""

    iso3: str
    name: str
    adjective: str
    capital: str

    @property
    def people(self) -> str:
        """The plural of its people's name."""
        return f"{self.adjective}s"

    def called(self, form: str) -> str:
        """Return the country's word in this form: "name", "adjective", "people", "capital"."""
        return str(getattr(self, form))


@cache
def partners() -> tuple[Country, ...]:
    """Return the countries that may be swapped in: each word of theirs can only mean them."""
    return tuple(country for country in _candidates() if _plain(country, load_authority()))


def form_of(form: NameForm, words: str, iso3: str) -> str | None:
    """Return the form of a country's word as ``Country.called`` takes it; None for any other."""
    if form in (NameForm.NAME, NameForm.CAPITAL):
        return form.value
    if form in (NameForm.ADJECTIVE, NameForm.DEMONYM):
        plural = words.endswith("s") and f"{words[:-1]}" in _adjectives().get(iso3, ())
        return "people" if plural else "adjective"
    return None


def is_regular(adjective: str, iso3: str) -> bool:
    """Whether an adjective of this country names its people too ("a Kenyan", not "a French")."""
    return adjective in _adjectives().get(iso3, ()) and adjective + "s" in _demonyms().get(iso3, ())


def _candidates() -> list[Country]:
    found = []
    for row in read_table("states"):
        iso3 = row["id"].removeprefix("state:")
        regular = [a for a in _adjectives().get(iso3, ()) if is_regular(a, iso3)]
        if len(regular) == 1 and row["capital"] and row["leader"]:
            found.append(Country(iso3, row["name"], regular[0], row["capital"]))
    return found


def _plain(country: Country, authority: Authority) -> bool:
    if country.name in {*_RIDDLES, country.capital} or not _REGULAR.fullmatch(country.adjective):
        return False
    if not (_ONE_WORD.fullmatch(country.name) and _ONE_WORD.fullmatch(country.capital)):
        return False
    words = (country.name, country.adjective, country.people, country.capital)
    return not country.name.endswith("s") and all(
        [e.id for e in authority.lookup(word)] == [f"state:{country.iso3}"] for word in words
    )


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return _by_country(NameForm.ADJECTIVE)


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    return _by_country(NameForm.DEMONYM)


def _by_country(form: NameForm) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("names"):
        if row["form"] == form.value:
            iso3 = row["id"].removeprefix("state:")
            found[iso3] = (*found.get(iso3, ()), row["name"])
    return found
