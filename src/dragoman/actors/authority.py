"""The authority: who is already known, by name, by office and by the noun that calls them.

The tables in ``dragoman/data/authority`` are written by ``scripts/build_authority.py``; their
sources and licences are in ``dragoman/data/README.md``. The authority never outranks an article:
what the text says of an office goes first, and a match here is a hint for later rooms to weigh.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from dragoman.actors.folding import WORD, fold
from dragoman.actors.nouns import NounTable, former
from dragoman.actors.parties import party_rows
from dragoman.actors.posts import fits_post
from dragoman.errors import RecordError
from dragoman.model.actor import ActorKind


class NameForm(StrEnum):
    """How a name in the tables stands for its entry."""

    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    REGIME = "regime"


class TitleClass(StrEnum):
    """Which of a country's two highest offices, or whichever of them the press calls leader."""

    HEAD_OF_STATE = "head of state"
    HEAD_OF_GOVERNMENT = "head of government"
    LEADER = "leader"


# The last day Phoenix vouches for: what it leaves open ends here, whether or not it went on.
PHOENIX_DAY = dt.date(2014, 1, 30)
# After so long without another word a role of Phoenix's is over: the longest usual term of office
# is six years, and few hold a post for two terms (a choice, not a measurement).
_TERM = dt.timedelta(days=6 * 365)


@dataclass(frozen=True, slots=True)
class Role:
    """An office someone held. ``until`` is the last day the source vouches for.

    ``until`` is None only where the newest source (the factbook, May 2026) still names the holder;
    ``since`` is None where no source gives it. ``leads`` is true of heads of state and government.
    """

    title: str
    country: str | None
    sectors: tuple[str, ...]
    since: dt.date | None
    until: dt.date | None
    leads: bool = False

    def held_on(self, day: dt.date) -> bool:
        """Whether the source vouches for this role on that day."""
        return (self.since or dt.date.min) <= day <= (self.until or dt.date.max)

    def is_over(self, day: dt.date) -> bool:
        """Whether the role is known to be over, or so long unheard of that it must be."""
        if self.until is None:
            return False
        unsure = _TERM if self.until == PHOENIX_DAY else dt.timedelta()
        return day - self.until > unsure


@dataclass(frozen=True, slots=True)
class Entry:
    """One known actor.

    ``id`` is "state:CUB", "org:NATO", "body:CUB:…" or "person:…"; ``sectors`` are PLOVER's;
    ``source`` is "factbook", "phoenix" or "dragoman" (see ``dragoman/data/README.md``);
    ``wikidata_id`` is "Q241" for Cuba, None where no open table told it.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    roles: tuple[Role, ...]
    source: str
    wikidata_id: str | None = None

    def sectors_on(self, day: dt.date) -> tuple[str, ...]:
        """The sectors of the roles held that day.

        Whoever held public roles and has left them all gets PLOVER's ELI first; whose first is
        still to come has none yet. ``sectors`` stand where the tables cannot tell.
        """
        held = [code for role in self.roles if role.held_on(day) for code in role.sectors]
        if held or not self.roles:
            return tuple(dict.fromkeys(held)) or self.sectors
        begun = [role for role in self.roles if role.since is None or role.since <= day]
        if not begun:
            return ()
        return former(self.sectors) if all(role.is_over(day) for role in begun) else self.sectors

    def country_on(self, day: dt.date) -> str | None:
        """The country of the role held that day, else of the entry.

        A prime minister who became a commissioner speaks for two at two times.
        """
        held = [role.country for role in self.roles if role.held_on(day) and role.country]
        return self.country if self.country in held or not held else held[0]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name at ``text[start:end]`` (code points)."""

    start: int
    end: int
    form: NameForm
    entry: Entry


@dataclass(frozen=True, slots=True)
class Centre:
    """A country's capital and where it lies, in degrees (WGS 84)."""

    name: str
    lat: float | None
    lon: float | None


Row = dict[str, str]
_GUARD = ""


class Authority:
    """What the tables hold. Get one with ``load_authority``; entries are made when asked for."""

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self._rows: dict[str, Row] = {}
        self._named: dict[str, list[tuple[str, str]]] = {}
        self._longest: dict[str, int] = {}
        self._families: dict[str, list[str]] = {}
        self._adjectives: dict[str, str] = {}
        self._offices: dict[tuple[str, str], list[str]] = {}
        self._entries: dict[str, Entry] = {}
        self._states: dict[str, Row] = {row["id"]: row for row in tables["states"]}
        self.nouns = NounTable(tables["agents"], tables["portfolios"])
        for table in ("states", "bodies", "people"):
            self._take_entries(tables[table])
        self._take_names(tables["names"])
        self._take_guards(tables["guards"])
        self._wikidata = {row["id"]: row["wikidata"] for row in tables["wikidata"]}
        self._regions = {fold(row["region"]): row["country"] for row in tables["regions"]}

    def find(self, text: str) -> tuple[NameMatch, ...]:
        """The known names in a text, left to right, the longest at each place, none overlapping.

        Whole words only; accents do not matter, capitals do ("US" is not "us"). Offsets are code
        points of ``text``. A name that several entries bear gives the first; ``lookup`` has all.
        """
        folded = fold(text)
        words = [(m.start(), m.end()) for m in WORD.finditer(folded)]
        return tuple(self._walk(folded, words))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every entry that bears exactly this name (accents do not matter), the likeliest first."""
        found = self._named.get(_key(fold(name.strip())), [])
        return tuple(self.entry(key) for key in dict.fromkeys(k for k, _ in found) if key)

    def entry(self, key: str) -> Entry:
        """The entry with this id. Raises KeyError for an id that no table has."""
        if key not in self._entries:
            self._entries[key] = _entry(self._rows[key], self._wikidata.get(key))
        return self._entries[key]

    def state(self, iso3: str) -> Entry | None:
        """The entry of a state or territory, by ISO 3166-1 alpha-3 code (Kosovo is XKX)."""
        key = f"state:{iso3}"
        return self.entry(key) if key in self._rows else None

    def states(self) -> tuple[Entry, ...]:
        """Every state and territory, in the order of their codes."""
        return tuple(self.entry(key) for key in self._states)

    def centre(self, iso3: str) -> Centre | None:
        """A country's capital with its coordinates; None for an unknown code or no capital."""
        row = self._states.get(f"state:{iso3}")
        if row is None or not row["capital"]:
            return None
        lat, lon = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
        return Centre(row["capital"], lat, lon)

    def adjective_country(self, word: str) -> str | None:
        """The country of an adjective or demonym: "Cuban" and "Cubans" give "CUB"."""
        return self._adjectives.get(fold(word.strip()))

    def region_country(self, name: str) -> str | None:
        """The country of a first-level region ("Texas", "Sindh"), by its name; None for another."""
        return self._regions.get(fold(name.strip()))

    def agent(self, phrase: str) -> tuple[str, ...] | None:
        """Sectors of a noun phrase by its noun: "deputy interior minister" gives GOV and COP.

        An empty tuple is a noun for someone without a sector ("spokeswoman"); None is no such noun.
        """
        return self.nouns.sectors(phrase)

    def agent_kind(self, phrase: str) -> ActorKind | None:
        """Whether a noun phrase means a person, a group or a body; None for other nouns."""
        return self.nouns.kind(phrase)

    def body(self, phrase: str) -> tuple[str, ...] | None:
        """Sectors of a body by its noun ("Ministry of the Interior"); None if it means no body."""
        return self.nouns.sectors(phrase) if self.nouns.kind(phrase) is ActorKind.BODY else None

    def office_holders(self, iso3: str, title_class: str, day: dt.date | None) -> tuple[Entry, ...]:
        """Who held a country's highest office on that day; today's holders where day is None.

        ``title_class`` is "head of state", "head of government" or "leader": the one of the two
        that governs (a president in a presidential system, else the prime minister). Raises
        ValueError for another title class.
        """
        wanted = TitleClass(title_class)
        if wanted is TitleClass.LEADER:
            row = self._states.get(f"state:{iso3}")
            wanted = TitleClass(row["leader"]) if row and row["leader"] else wanted
        keys = dict.fromkeys(self._offices.get((iso3, wanted.value), []))
        return tuple(self.entry(key) for key in keys if self._holds(key, iso3, wanted, day))

    def holders(
        self, office: str, country: str | None, day: dt.date | None
    ) -> tuple[tuple[Entry, Role], ...]:
        """Who held a post by the tables ("interior minister"), with the role that says so.

        On that day, or ever where day is None; of every country where country is None. Texts
        outrank it: this is what to say where they are silent.
        """
        keys = [
            key
            for key, row in self._rows.items()
            if row["roles"] and country in (None, *self._homes(row))
        ]
        held = [(self.entry(key), role) for key in keys for role in self.entry(key).roles]
        return tuple(
            (entry, role)
            for entry, role in held
            if country in (None, role.country)
            and fits_post(role.title, office)
            and (day is None or role.held_on(day))
        )

    @staticmethod
    def _homes(row: Row) -> set[str]:
        """The countries that the roles of a row may be of."""
        return {row["country"], *(line.split("~")[2] for line in row["roles"].split(";"))}

    def family_names(self, name: str) -> tuple[Entry, ...]:
        """People whose family name this is. A hint to weigh with the text, never proof alone."""
        return tuple(self.entry(key) for key in self._families.get(fold(name.strip()), []))

    def _holds(self, key: str, iso3: str, wanted: TitleClass, day: dt.date | None) -> bool:
        row = self._rows[key]
        lines = (line for line in row["roles"].split(";") if wanted.value in _classes(line))
        roles = (_role(line, row["country"]) for line in lines)
        return any(
            role.country == iso3 and (role.held_on(day) if day else role.until is None)
            for role in roles
        )

    def _walk(self, folded: str, words: list[tuple[int, int]]) -> Iterator[NameMatch]:
        at = 0
        while at < len(words):
            start, end = words[at]
            longest = self._longest.get(folded[start:end], 0)
            size = self._size_at(folded, words, at, longest) if longest else 0
            if size:
                key, form = self._named[folded[start : words[at + size - 1][1]]][0]
                if key:
                    stop = _with_full_stop(folded, start, words[at + size - 1][1])
                    yield NameMatch(start, stop, NameForm(form), self.entry(key))
            at += size or 1

    def _size_at(self, folded: str, words: list[tuple[int, int]], at: int, longest: int) -> int:
        """How many words the longest name starting at this word has; 0 for no name."""
        start = words[at][0]
        for size in range(min(longest, len(words) - at), 0, -1):
            if folded[start : words[at + size - 1][1]] in self._named:
                return size
        return 0

    def _take_entries(self, rows: list[Row]) -> None:
        for row in rows:
            key = row["id"]
            self._rows[key] = row
            self._bear(row["name"], key, NameForm.NAME)
            if row["family"]:
                self._families.setdefault(fold(row["family"]), []).append(key)
            for line in row["roles"].split(";") if "~head of " in row["roles"] else ():
                country = line.split("~")[2] or row["country"]
                for held in _classes(line):
                    self._offices.setdefault((country, held), []).append(key)

    def _take_names(self, rows: list[Row]) -> None:
        for row in rows:
            self._bear(row["name"], row["id"], row["form"])
            if row["form"] in (NameForm.ADJECTIVE, NameForm.DEMONYM):
                country = self._rows[row["id"]]["country"]
                self._adjectives.setdefault(fold(row["name"]), country)

    def _take_guards(self, rows: list[Row]) -> None:
        """Phrases that hold a name but mean something else ("Persian Gulf") match nothing."""
        for row in rows:
            self._bear(row["phrase"], _GUARD, NameForm.NAME)

    def _bear(self, name: str, key: str, form: str) -> None:
        folded = _key(fold(name))
        words = WORD.findall(folded)
        if not words:
            raise RecordError(f"the name {name!r} of {key} has no word", hint="rebuild the tables")
        if folded in self._named:
            self._named[folded].append((key, form))
        else:
            self._named[folded] = [(key, form)]
        if len(words) > self._longest.get(words[0], 0):
            self._longest[words[0]] = len(words)


_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


def _key(folded: str) -> str:
    """A name from its first to its last word character, as ``find`` cuts it out of a text."""
    if folded[:1].isalnum() and folded[-1:].isalnum():
        return folded
    return _AROUND.sub("", folded)


def _with_full_stop(folded: str, start: int, end: int) -> int:
    """The end of a name, past the full stop that belongs to it ("U.S." but not "Cuba.")."""
    dotted = "." in folded[start:end] and folded[end : end + 1] == "."
    return end + 1 if dotted and folded[end - 2 : end - 1] == "." else end


def _classes(line: str) -> tuple[str, ...]:
    """The highest offices that a role line carries."""
    held = line.split("~")[1]
    return tuple(held.split("+")) if held else ()


def _role(line: str, country: str) -> Role:
    title, _, elsewhere, sectors, since, until = line.split("~")
    return Role(
        title,
        elsewhere or country or None,
        _codes(sectors),
        dt.date.fromisoformat(since) if since else None,
        dt.date.fromisoformat(until) if until else None,
        leads=bool(_classes(line)),
    )


def _entry(row: Row, wikidata_id: str | None) -> Entry:
    lines = row["roles"].split(";") if row["roles"] else []
    return Entry(
        row["id"],
        row["name"],
        ActorKind(row["kind"]),
        row["country"] or None,
        _codes(row["sectors"]),
        tuple(_role(line, row["country"]) for line in lines),
        row["source"],
        wikidata_id,
    )


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


TABLES = (
    "states", "bodies", "people", "names", "regions", "wikidata", "guards", "agents", "portfolios",
)  # fmt: skip


def read_table(name: str) -> list[Row]:
    """The rows of one authority table, as the package ships it."""
    text = files("dragoman").joinpath(f"data/authority/{name}.tsv").read_text("utf-8")
    lines = text.split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]


def load_tables() -> dict[str, list[Row]]:
    """The rows of every authority table, and the parties of ``data/names`` among them."""
    tables = {name: read_table(name) for name in TABLES}
    entries, names = party_rows()
    tables["bodies"] += entries
    tables["names"] += names
    return tables


@lru_cache(maxsize=1)
def load_authority() -> Authority:
    """The authority that ships with dragoman, read once per process."""
    return Authority(load_tables())
