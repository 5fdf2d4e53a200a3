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
