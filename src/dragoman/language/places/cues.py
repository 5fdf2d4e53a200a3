"""What the words around a place's name say of it: its kind, and what it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.language.places.candidate import Candidate, PlaceKind
from dragoman.language.places.table import PlaceTable

_TOWNS = frozenset({PlaceKind.TOWN, PlaceKind.CAPITAL})
_DIVISIONS = frozenset({PlaceKind.DIVISION, PlaceKind.REGION})
_DISTRICTS = frozenset({PlaceKind.DISTRICT})
_AREAS = _DIVISIONS | _DISTRICTS
_NATURE = frozenset({PlaceKind.REGION})

# What a noun beside a name says of the name's kind: closed classes of administrative English.
KIND_NOUNS: dict[str, frozenset[PlaceKind]] = {
    **dict.fromkeys("city town village suburb hamlet metropolis resort port township".split(),
                    _TOWNS),
    **dict.fromkeys("province state governorate oblast krai prefecture canton voivodeship emirate "
                    "republic territory department".split(), _DIVISIONS),
    **dict.fromkeys("county parish borough".split(), _DISTRICTS),
    **dict.fromkeys("region district municipality area".split(), _AREAS),
    **dict.fromkeys("river lake sea ocean gulf bay strait mountains mountain desert peninsula "
                    "island islands valley canal coast".split(), _NATURE),
    **dict.fromkeys("country nation kingdom".split(), frozenset({PlaceKind.COUNTRY})),
}  # fmt: skip
# Sites: a name with such a noun is a place in the town or region it names ("Lima airport").
SITE_NOUNS = frozenset(
    "airport airbase base bridge camp cathedral cemetery church college consulate court courthouse "
    "embassy garden gardens hospital hotel jail mall market mosque museum palace park port prison "
    "school square stadium station street synagogue temple theater theatre tower university zoo "
    "zone".split()
)
DIRECTIONS = frozenset(
    "north northern south southern east eastern west western northeast northeastern northwest "
    "northwestern southeast southeastern southwest southwestern central downtown uptown midtown "
    "inner outer upper lower greater mainland rural coastal nearby".split()
)
_NOUN = "|".join(sorted(KIND_NOUNS, key=len, reverse=True))
_NAME = r"(?:[A-Z][\w.'\u2019-]*)(?:\s+(?:(?:of|and|the)\s+)?[A-Z][\w.'\u2019-]*){0,3}"
_COMMA = re.compile(rf",\s+({_NAME})")
_BEFORE_COMMA = re.compile(rf"({_NAME}),\s+$")
_IN = re.compile(rf"(?:\s+(?:{_NOUN}))?,?\s+in\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}({_NAME})")
_NOUN_AFTER = re.compile(rf"\s+({_NOUN})\b", re.IGNORECASE)
_NOUN_BEFORE = re.compile(rf"\b({_NOUN})\s+of\s+(?:the\s+)?$|\b(capital),?\s+$", re.IGNORECASE)
# "The besieged Syrian border town of": only such words can stand between the owner and the name,
# for "Peru attacked Lima" and "Peru's army in Lima" put Lima nowhere.
_BETWEEN = DIRECTIONS | frozenset(
    "ancient besieged big biggest border busy capital commercial contested disputed divided "
    "embattled historic holy industrial large largest main of old occupied oil-rich popular "
    "rebel-held remote restive second sprawling tourist war-torn".split()
)
_MOST_BETWEEN = 4
_LONGEST_OWNER = 4
_POSSESSIVE = re.compile(r"['\u2019]s?$")
# How far the words that place a name can stand from it; a dateline or an apposition is shorter.
_WINDOW = 80


@dataclass(frozen=True, slots=True)
class Cues:
    """What stands around one mention: a kind noun, what it is in by comma, and by other words."""

    kinds: frozenset[PlaceKind]
    noun: str
    inside: tuple[Candidate, ...]
    owners: tuple[Candidate, ...]


def read_cues(text: str, start: int, end: int, table: PlaceTable) -> Cues:
    """Return what the words around ``text[start:end]`` say of the place that it names.

    ``inside`` are countries and first-level divisions after a comma ("Paris, Texas"), ``owners``
    those that "in" or a noun puts it in ("the Iraqi city of", "Mosul in Iraq").
    """
    before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    noun = _NOUN_AFTER.match(after) or _NOUN_BEFORE.search(before)
    word = noun[noun.lastindex or 1].lower() if noun else ""
    kinds = _TOWNS if word == "capital" else KIND_NOUNS.get(word, frozenset())
    comma = _COMMA.match(after)
    by_in = _IN.match(after)
    inside = _holders(comma[1], table) if comma else ()
    owners = _holders(by_in[1], table) if by_in else ()
    owners += _owners(before, table)
    return Cues(kinds, word, inside, owners)


def _owners(before: str, table: PlaceTable) -> tuple[Candidate, ...]:
    """The countries and divisions whose adjective or possessive belongs to the next name."""
    words = before.split() if before[-1:].isspace() else []
    between = 0
    while words and between < _MOST_BETWEEN and (words[-1] in _BETWEEN or words[-1] in KIND_NOUNS):
        words.pop()
        between += 1
    named: list[str] = []
    while words and len(named) < _LONGEST_OWNER and words[-1][0].isupper():
        named.insert(0, words.pop())
    if not named:
        return ()
    owned = bool(_POSSESSIVE.search(named[-1]))
    found = _holders(" ".join(named), table, last=True)
    return tuple(c for c in found if owned or c.label == "adjective")


def holder_after(
    text: str, end: int, places: Iterable[Candidate], table: PlaceTable
) -> Candidate | None:
    """Return the country or division after a comma that holds one of these places, or None."""
    comma = _COMMA.match(text[end : end + _WINDOW])
    holders = _holders(comma[1], table) if comma else ()
    return next((h for h in holders for place in places if h.holds(place)), None)


def held_before(
    text: str, start: int, holders: Iterable[Candidate], table: PlaceTable
) -> Candidate | None:
    """Return the place before a comma that one of these countries or divisions holds, or None."""
    before = _BEFORE_COMMA.search(text[max(0, start - _WINDOW) : start])
    words = before[1].split() if before else []
    for size in range(len(words), 0, -1):
        places = table.find(" ".join(words[-size:]))
        held = next((p for p in places for h in holders if h.holds(p)), None)
        if held is not None:
            return held
    return None


def _holders(words: str, table: PlaceTable, *, last: bool = False) -> tuple[Candidate, ...]:
    """The countries and divisions that the longest beginning (or end) of some words names."""
    parts = _POSSESSIVE.sub("", words).split()
    for size in range(len(parts), 0, -1):
        some = parts[-size:] if last else parts[:size]
        found = table.find(" ".join(some))
        holders = tuple(c for c in found if c.kind in (PlaceKind.COUNTRY, PlaceKind.DIVISION))
        if holders:
            return holders
    return ()


def is_site(name: str) -> bool:
    """Whether a name has the noun of a building or ground in it ("Lima Central Hospital")."""
    return not SITE_NOUNS.isdisjoint(word.lower() for word in name.split())


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to look a name up: the words, the kind noun that was in it, and how it was read."""

    words: str
    noun: str = ""
    note: str = ""
    is_guess: bool = False


def wordings(name: str) -> Iterator[Wording]:
    """Yield the ways to look a name up, the most literal first.

    "Anbar province" is looked up whole, then as the province Anbar; "northern Peru" as Peru.
    """
    words = _POSSESSIVE.sub("", name.strip()).split()
    if words and words[0].lower() == "the":
        words = words[1:]
    if not words:
        return
    yield Wording(" ".join(words))
    if len(words) > 1 and words[0].lower() in DIRECTIONS:
        words = words[1:]
        yield Wording(" ".join(words), note="a part of it")
    first, last = words[0].lower(), words[-1].lower()
    if len(words) > 1 and last in KIND_NOUNS:
        yield Wording(" ".join(words[:-1]), last, f"by the noun {last!r}")
    if len(words) > 2 and words[1].lower() == "of" and first in KIND_NOUNS:
        rest = words[3:] if words[2].lower() == "the" else words[2:]
        yield Wording(" ".join(rest), first, f"by the noun {first!r}")
    if is_site(name):
        yield from _parts(words)


def _parts(words: list[str]) -> Iterator[Wording]:
    """The capitalised parts of a site's name, the longest first."""
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            part = words[at : at + size]
            if part[0][0].isupper() and part[-1][0].isupper():
                yield Wording(" ".join(part), note="what the site's name holds", is_guess=True)
