"""Bodies and organizations: hand-written ones, the factbook's forces, Phoenix's armed groups."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from authority import phoenix
from authority.tables import NAME, Row, curated, entry, listed, slug
from dragoman.actors.folding import fold

# Words that say what a force is but not whose: a name of these alone belongs to no one country.
_COMMON_FORCE = set(
    "army navy air force forces national police guard guards coast border ground defense defence "
    "special operations security armed military civil service services general directorate "
    "department ministry of the and for land naval state public federal marine marines corps "
    "intelligence command republican presidential gendarmerie territorial reserve troops internal "
    "interior affairs unit units regiment battalion brigade maritime aviation fleet infantry "
    "protection rescue emergency prison customs branch staff joint headquarters strategic rapid "
    "reaction support aerospace space cyber missile rocket artillery people's popular training "
    "logistics medical health fire wing group council central regional local municipal mobile "
    "judicial criminal investigation investigative traffic bodyguard paramilitary auxiliary main "
    "administration agency organization royal volunteer home law enforcement "
    "engineering task unified surveillance cyberspace information communication electronic "
    "unmanned systems missile purpose inspectorate labor youth secretariat bureau frontier "
    "company militia militias production brigades signal signals transport supply".split()
)
_COMMON_PARTY = set(
    "party parti partido movement front union alliance congress rally league coalition democrats "
    "bloc forum assembly initiative democratic democracy national republican socialist social "
    "liberal conservative communist people's peoples popular labour labor workers worker's "
    "workers' green greens christian islamic progressive united unity new free freedom justice "
    "development reform renewal radical patriotic independent independence liberation solidarity "
    "center centre of for and the in to with peace progress citizens citizen's citizens' future "
    "alternative action democrat revolutionary left right country nation nationalist change hope "
    "order prosperity salvation civic constitutional federal local our first forward together "
    "africa african socialista democrata comunista popular nacional liberal".split()
)
_SECTOR = (
    (r"Intelligence|State Security|Secret Service|Security Organization", "SPY"),
    (r"Police|Gendarm|Carabinieri|Constabulary|Law Enforcement|Border|Coast Guard|Civil Guard|"
     r"Prison|Customs|Public Security|Internal Security", "COP"),
    (r"Militia|Volunteer", "MIL"),
    (r"Army|Forces?|Navy|Guard|Corps|Military|Troops|Marines|Air", "MIL"),
)  # fmt: skip


def built(
    factbook: dict[str, Any], codes: dict[str, str], phoenix_dir: Path
) -> tuple[list[Row], list[Row]]:
    """Entry rows and name rows of every body and organization."""
    rows: dict[str, Row] = {}
    names: list[Row] = []
    taken: set[str] = set()
    for key, country, sectors, name, others in curated("bodies.tsv", 5):
        kind = "body" if key.startswith("body:") else "organization"
        _take(rows, names, taken, entry(key, name, kind, country, sectors, "dragoman"),
              listed(others))  # fmt: skip
    for country, force in _forces(factbook, codes):
        sector = next((s for pattern, s in _SECTOR if re.search(pattern, force)), "")
        key = f"body:{country}:{slug(force)}"
        if sector and fold(force) not in taken:
            _take(rows, names, taken, entry(key, force, "body", country, sector, "factbook"), [])
    for country, name, others, sector in (*_parties(factbook, codes), *_houses(factbook, codes)):
        if fold(name) not in taken:
            row = entry(f"body:{country}:{slug(name)}", name, "body", country, sector, "factbook")
            _take(rows, names, taken, row, others)
    for found in phoenix.groups(phoenix_dir / "Phoenix.MilNonState.actors.txt"):
        fresh = [n for n in found.names if fold(n) not in taken]
        # CAMEO's codes of regions ("EUR" for anywhere in Europe) are no countries.
        code = found.codes[0][0][:3]
        country = code if code in {*codes.values(), "IMG"} else ""
        if len(fresh) == len(found.names) and fresh:
            row = entry(f"org:{slug(fresh[0])}", fresh[0], "organization", country,
                        phoenix.sectors_of(found.codes[0][0]) or "REB", "phoenix")  # fmt: skip
            _take(rows, names, taken, row, fresh[1:])
    return list(rows.values()), names


def _take(
    rows: dict[str, Row], names: list[Row], taken: set[str], row: Row, others: list[str]
) -> None:
    if row["id"] in rows:
        return
    rows[row["id"]] = row
    taken.add(fold(row["name"]))
    for other in others:
        if fold(other) not in taken:
            taken.add(fold(other))
            cells = (other, "name", row["id"], row["source"])
            names.append(dict(zip(NAME, cells, strict=True)))


# A party's name has a word of this kind, and a further one that tells it from other countries'.
_PARTY_WORD = re.compile(
    r"\b(?:Party|Parti|Partido|Partai|Partei|Movement|Movimiento|Mouvement|Front|Frente|Union|Unión|"
    r"Alliance|Alianza|Congress|Rally|League|Coalition|Democrats?|Bloc|Forum|Assembly|Initiative)\b"
)
# "Name or ABC": how the factbook parts a party from the next.
_PARTY = re.compile(r"(.+?) or ([A-Z][\w'’.-]{1,14})(?=\s|$|,)")
# A name of more words than this is two parties that the factbook's text runs together.
_LONGEST_PARTY = 6
# An abbreviation shorter than this is many things besides a party.
_SHORTEST_INITIALS = 4


def _parties(
    factbook: dict[str, Any], codes: dict[str, str]
) -> list[tuple[str, str, list[str], str]]:
    """(country, name, abbreviations, sector) of parties whose name no other country's party has."""
    found: list[tuple[str, str, str]] = []
    for key, country in codes.items():
        text = re.sub(r"\s*\([^()]*\)", "", str(factbook[key].get("parties") or ""))
        found += [
            (country, match[1].strip(" ,;"), match[2].strip(".,"))
            for match in _PARTY.finditer(text.partition(" note:")[0])
        ]
    found = list(dict.fromkeys(found))
    owners = Counter(fold(name).lower() for name, _ in {(n, c) for c, n, _ in found})
    shorts = Counter(short for short, _ in {(s, c) for c, _, s in found})
    rows = []
    for country, name, short in found:
        words = name.split()
        whole = 2 <= len(words) <= _LONGEST_PARTY and not re.search(r"[\d;:,/]|\bor\b", name)
        if whole and owners[fold(name).lower()] == 1 and _is_distinct_party(name):
            plain = shorts[short] == 1 and len(short) >= _SHORTEST_INITIALS
            rows.append((country, name, [short] if plain and short.upper() == short else [], "PTY"))
    return rows


def _is_distinct_party(name: str) -> bool:
    """Whether the words say more than "Democratic Party", which any country may have."""
    if len(_PARTY_WORD.findall(name)) != 1:
        return False
    rest = [w for w in re.split(r"[ -]", fold(name).lower()) if w not in _COMMON_PARTY]
    return bool(rest) and max(map(len, rest)) > 3


def _houses(
    factbook: dict[str, Any], codes: dict[str, str]
) -> list[tuple[str, str, list[str], str]]:
    """(country, name, [], "LEG") of each legislature's own-language name that no other bears."""
    found: list[tuple[str, str]] = []
    for key, country in codes.items():
        legislature = factbook[key].get("legislature")
        said = legislature.get("legislature name") if isinstance(legislature, dict) else ""
        own = re.search(r"\(([^()]+)\)", str(said or ""))
        found += [(country, name.strip()) for name in (own[1].split(" - ") if own else ())]
    owners = Counter(fold(name).lower() for name, _ in {(n, c) for c, n in found})
    return [
        (country, name, [], "LEG")
        for country, name in dict.fromkeys(found)
        if owners[fold(name).lower()] == 1
        and len(name) > _SHORTEST_INITIALS
        and not _COMMON_HOUSE.search(fold(name))
    ]


# Spanish, French and Portuguese names of parliaments that any country of the language may have.
_COMMON_HOUSE = re.compile(
    r"(?i)^(?:parl\w+|assembl\w+ nation\w+|asamblea (?:nacional|general|legislativa)|congres\w+|"
    r"congres\w* \w+|skupstina|majlis|majles|conseil \w+|council|national \w+|council and.*|staten|"
    r"il parlamento|chambre.*|nationale.*|keeling|high court.*|(?:regiao|pontificia).*|.*\.m)$"
)


def _forces(factbook: dict[str, Any], codes: dict[str, str]) -> list[tuple[str, str]]:
    """(country, name) of every force whose name no other country's force has."""
    found = [(codes[key], name) for key in codes for name in _named(factbook[key].get("military"))]
    owners = Counter(fold(name).lower() for _, name in dict.fromkeys(found))
    return [pair for pair in dict.fromkeys(found) if owners[fold(pair[1]).lower()] == 1]


def _named(text: str | None) -> list[str]:
    """Proper names of forces in the factbook's running text, distinctive ones only."""
    bare = re.sub(r"\([^()]*\)", "", str(text or ""))
    parts = re.split(r"[:;,.()]|\bincludes?\b|\baka\b|\bunder\b|\s{2,}|--", bare)
    names = []
    for part in parts:
        name = re.sub(r"^(?:the|The|and|or|also|an?)\s+", "", part.strip())
        words = name.split()
        if not 2 <= len(words) <= 7 or not all(re.match(r"[A-Z'’]|of$|the$|and$|for$", w)
                                               for w in words):  # fmt: skip
            continue
        if words[0].startswith("Ministry") or "Ministry" in name or words[-1] in ("of", "the"):
            continue
        rest = [w for w in re.split(r"[ -]", fold(name).lower()) if w not in _COMMON_FORCE]
        if rest and max(map(len, rest)) > 3:
            names.append(name)
    return names
