"""Names: when two spellings can name one person, or one body.

The rules are those of Western, Spanish, East Asian and Burmese names, and of the common ways to
write Cyrillic and Arabic names in Latin letters. They only say that two names *can* be one
person's; whether they are is for `dragoman.merging.actors` to weigh.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Naming(StrEnum):
    """Where the surname stands."""

    WESTERN = "western"
    SPANISH = "spanish"
    EASTERN = "eastern"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, each brought to one spelling; no given names for a bare surname."""

    given: tuple[str, ...]
    surname: str
    second: str = ""
    suffix: str = ""

    @property
    def letters(self) -> str:
        """All parts as one word, so that "Jong-un" and "Jong Un" come out alike."""
        return "".join((*self.given, self.surname, self.second))

    @property
    def bare(self) -> bool:
        """Whether there is a surname only."""
        return not self.given

    @property
    def surnames(self) -> frozenset[str]:
        """Every form the surname takes alone: first, second, or both together."""
        return frozenset(filter(None, (self.surname, self.second, self.surname + self.second)))


# Countries whose people carry their father's surname and then their mother's.
_SPANISH = frozenset(
    "ESP MEX CUB VEN COL ARG PER CHL ECU BOL PRY URY GTM HND SLV NIC CRI PAN DOM PRI GNQ".split()
)
# Countries whose people put the surname first, in the foreign press too. Vietnam is left out:
# there the last name is the one used alone.
_EASTERN = frozenset("CHN TWN HKG MAC KOR PRK".split())

# Countries without surnames: every word of a name counts, and none can be left out.
_WHOLE = frozenset({"MMR"})

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady president premier minister chancellor "
    "general gen colonel col major maj captain capt lieutenant lt admiral marshal commander "
    "ambassador senator sen governor gov judge secretary prime vice deputy former foreign defense "
    "king queen prince princess pope sheikh".split()
)
_PARTICLES = frozenset(
    "al el as ash ad an ar at de del della di da das do dos du la las los le van von der den ter "
    "y bin ibn ben bint zu".split()
)
_SUFFIXES = {
    "jr": "jr", "junior": "jr", "hijo": "jr", "filho": "jr",
    "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip
# Second given names so common in Spanish that "Juan Carlos" must not be read as name and surname.
_SECOND_GIVEN = frozenset(
    "alberto alejandro alfredo andres angel antonio armando arturo augusto carlos cesar daniel "
    "eduardo enrique ernesto esteban felipe fernando francisco gabriel guillermo gustavo hugo "
    "ignacio ivan javier jesus jorge jose juan julio leonardo luis manuel marcelo mario martin "
    "mauricio miguel nicolas orlando pablo pedro rafael ramon raul ricardo roberto rodrigo ruben "
    "salvador santiago sergio tomas vicente victor alejandra ana beatriz carmen cecilia cristina "
    "elena eugenia fernanda gabriela guadalupe isabel laura lourdes lucia luisa luz maria mercedes "
    "patricia pilar rosa rosario soledad sofia susana teresa veronica victoria".split()
)
_ONE_SPELLING = dict.fromkeys(
    ("mohammed", "mohamed", "muhammad", "mohammad", "mohamad", "muhammed", "muhamad"), "mohamed"
)
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})
# From the romanisations in use for Cyrillic names (BGN/PCGN, GOST, ISO 9, the French and German
# press): each pair is one sound written two ways. Order matters: digraphs go before letters.
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("shch", "sch"), ("tz", "ts"), ("kh", "h"), ("ph", "f"), ("ck", "k"),
        ("(?<=.)yo", "e"), ("ye", "e"), ("ou|oo", "u"), ("ee", "i"), ("x", "ks"), ("w", "v"),
        ("c(?!h)", "k"), ("[yj]", "i"), ("er$", "r"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_SHORT = 3
"""Words of up to three letters keep their spelling: there Li and Lee are two names."""


def naming_in(country: str | None) -> Naming:
    """Return the order of names in a country (ISO 3166-1 alpha-3), Western where unknown."""
    if country in _SPANISH:
        return Naming.SPANISH
    if country in _WHOLE:
        return Naming.WHOLE
    return Naming.EASTERN if country in _EASTERN else Naming.WESTERN


def fold(text: str) -> str:
    """Return the text without case, accents and apostrophes, other marks as spaces.

    Hyphens stay, for they bind a compound surname.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub("['’‘ʼʹ`´]", "", plain)
    return " ".join(re.sub(r"[^\w-]|_", " ", plain.replace("–", "-")).split())


@lru_cache(maxsize=50_000)
def person_name(text: str, naming: Naming) -> PersonName | None:
    """Return a person's name in its parts, or None where no word of a name is left."""
    words = [word for part in fold(text).split() for word in _joined_words(part)]
    suffix = _SUFFIXES.get(words[-1], "") if len(words) > 1 else ""
    words = words[: len(words) - bool(suffix)]
    words = [word for word in words if word not in _PARTICLES] or words
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return _parted(words, naming, suffix) if words else None


def _joined_words(part: str) -> list[str]:
    """ "diaz-canel" is one word; "al-assad" is a particle and a name."""
    head, _, rest = part.strip("-").partition("-")
    if rest and head in _PARTICLES:
        return [head, rest.replace("-", "")]
    return [word] if (word := part.replace("-", "")) else []


def _parted(words: list[str], naming: Naming, suffix: str) -> PersonName:
    spelt = [one_spelling(word) for word in words]
    if len(spelt) == 1:
        return PersonName((), spelt[0], suffix=suffix)
    if naming is Naming.EASTERN:
        return PersonName(("".join(spelt[1:]),), spelt[0], suffix=suffix)
    if naming is Naming.WHOLE:
        return PersonName(("".join(spelt),), "".join(spelt), suffix=suffix)
    if naming is Naming.SPANISH and len(words) > 2 and words[-2] not in _SECOND_GIVEN:
        return PersonName(tuple(spelt[:-2]), spelt[-2], spelt[-1], suffix)
    return PersonName(tuple(spelt[:-1]), spelt[-1], suffix=suffix)


def one_spelling(word: str) -> str:
    """Return a folded word in the one spelling that its romanisations share."""
    if len(word) <= _SHORT:
        return word
    if word in _ONE_SPELLING:
        return _ONE_SPELLING[word]
    for written, sound in _SOUNDS:
        word = written.sub(sound, word)
    return word


def can_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two names, each with a given name, can be one person's.

    The first given names must agree (an initial agrees with its name), middle names too where
    both have them, and the surnames; a second surname may be left out, "Jr" may not.
    """
    if one.suffix != other.suffix:
        return False
    if one.letters == other.letters or _surnames_only(one, other) or _surnames_only(other, one):
        return True
    return _surnames_agree(one, other) and all(map(_words_agree, one.given, other.given))


def _surnames_only(short: PersonName, full: PersonName) -> bool:
    """ "López Obrador" beside "Andrés Manuel López Obrador"."""
    return bool(full.second) and short.letters == full.surname + full.second


def _surnames_agree(one: PersonName, other: PersonName) -> bool:
    if one.surname == other.surname:
        return one.second == other.second or not (one.second and other.second)
    return one.surname + one.second == other.surname or other.surname + other.second == one.surname


def _words_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


_SMALL_WORDS = frozenset("the of for and a on in to de del la el".split())
_SPELT = {"defence": "defense", "centre": "center", "labour": "labor", "programme": "program"}
_ROLES = frozenset(
    "government ministry ministries minister department army navy military police court parliament "
    "senate congress assembly cabinet presidency treasury customs prosecutor prosecutors embassy "
    "consulate intelligence guard authority authorities gendarmerie".split()
)
_TOO_GENERAL = _ROLES | frozenset(
    "party agency council committee commission company bank office union group force forces front "
    "movement alliance organization association administration delegation state opposition media "
    "security service services regime leadership team side".split()
)


@lru_cache(maxsize=50_000)
def body_words(name: str) -> frozenset[str]:
    """Return the words that make a body's name, so that "Ministry of the Interior" and
    "Interior Ministry" come out alike; empty where the name is too general to know it by.
    """
    words = {_SPELT.get(word, word) for word in fold(name).replace("-", " ").split()}
    words = {re.sub("isation$", "ization", word) for word in words - _SMALL_WORDS}
    if words <= _TOO_GENERAL or len("".join(words)) < _SHORT:
        return frozenset()
    return frozenset(words)


def names_a_role(name: str) -> bool:
    """Whether every country has a body of this name ("the Interior Ministry", "the police")."""
    return not _ROLES.isdisjoint(fold(name).split())
