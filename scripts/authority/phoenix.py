"""The Phoenix actor dictionaries (Open Event Data Alliance, MIT): people with dated roles, groups.

The dictionaries end in January 2014, so a role they leave open is vouched for until that day only.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

AS_OF = "2014-01-30"

# CAMEO's role codes in PLOVER's: CAMEO's MED is media and HLH health; PLOVER has JRN and MED.
PLOVER = {
    "GOV": "GOV", "MIL": "MIL", "COP": "COP", "SPY": "SPY", "LEG": "LEG", "JUD": "JUD",
    "OPP": "OPP", "REB": "REB", "UAF": "UAF", "CRM": "CRM", "PTY": "PTY", "BUS": "BUS",
    "MED": "JRN", "EDU": "EDU", "HLH": "MED", "LAB": "LAB", "AGR": "AGR", "REL": "REL",
    "REF": "REF", "CVL": "CVL", "NGO": "NGO", "IGO": "IGO",
}  # fmt: skip
_TITLED = re.compile(
    r"^(?:president|mr|mrs|ms|dr|general|prime|minister|king|queen|prince|princess|sheikh|sir|"
    r"lord|colonel|ambassador|secretary|crown|foreign|former|vice|pm|pope|the|us|emir)[. _]",
    re.IGNORECASE,
)
_STYLED = re.compile(
    r"\b(?:president|minister|chancellor|governor|gov|senator|secretary|premier|general|king|queen|"
    r"prince|ambassador|leader|judge|justice|spokesman|congressman|mayor|chief|commander|sheikh)\b",
    re.IGNORECASE,
)
PARTICLES = {"de", "la", "del", "da", "dos", "das", "do", "van", "von", "der", "den", "bin", "ibn",
        "e", "y", "di", "du", "le", "las", "los", "el", "bint", "of", "and", "the",
        "for"}  # fmt: skip
# Two-word names of these two kinds are borne by too many people to point at one of them.
_GIVEN = set(
    "John James Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel "
    "Matthew Anthony Mark Donald Steven Paul Andrew Kenneth George Brian Edward Ronald Timothy "
    "Jason Jeffrey Gary Stephen Larry Frank Scott Eric Peter Patrick Jack Dennis Jerry Henry Adam "
    "Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Margaret "
    "Betty Sandra Ashley Dorothy Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Anna "
    "Anne Helen Ruth Alan Ian Neil Simon Martin Philip Roger Keith Graham Colin Bruce Jose Juan "
    "Luis Carlos Maria Ana Pedro Jorge Manuel Antonio Francisco Miguel Mohammed Mohamed Muhammad "
    "Ahmed Ali Hassan Hussein Ibrahim Abdullah Omar Mahmoud Khalid Ivan Sergei Alexander Dmitry "
    "Andrei Nikolai Jean Pierre Michel Jacques Philippe".split()
)
_FAMILY = set(
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin "
    "Jackson Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill "
    "Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans "
    "Edwards "
    "Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox "
    "Howard "
    "Ward Peterson Gray James Watson Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson "
    "Coleman Jenkins Perry Powell Long Hughes Grant Robertson Frank Hall Lee Simpson Black "
    "Marshall "
    "Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera "
    "Gomez Diaz Fernandez Ruiz Alvarez Castillo Moreno Ramos Silva Santos Costa Pereira Mohammed "
    "Ahmed Ali Hassan Hussein Ibrahim Abdullah Omar Mahmoud Khalid Khan Ivanov Petrov Smirnov "
    "Popov Dubois Durand Leroy Bernard".split()
)  # fmt: skip


class Found(NamedTuple):
    """One entry of a dictionary: its names, and its codes with their dates."""

    names: list[str]
    codes: list[tuple[str, str, str]]


def people(path: Path) -> Iterator[Found]:
    """People with at least one coded role, named safely enough to match."""
    for found, comment in _entries(path):
        if "CountryInfo" not in comment:
            continue
        names = [n for n in map(_cased, found.names) if _is_safe_person(n)]
        if names and found.codes:
            yield Found(list(dict.fromkeys(names)), found.codes)


def groups(path: Path) -> Iterator[Found]:
    """Armed groups of two words or more."""
    for found, _ in _entries(path):
        names = [_cased(re.sub(r"_?\(.*", "", n)) for n in found.names]
        names = [n for n in names if _is_safe_group(n)]
        if names and found.codes:
            yield Found(list(dict.fromkeys(names)), found.codes)


def roles(codes: list[tuple[str, str, str]], country: str) -> list[str]:
    """Role lines of the tables: one for each stretch of time with the same sectors."""
    stretches: list[list[str]] = []
    for code, since, until in sorted(codes, key=lambda c: (c[1], c[2])):
        sectors = sectors_of(code)
        if code[:3] != country or not sectors or code[3:6] == "ELI" or since > until:
            continue
        last = stretches[-1] if stretches else None
        if last and last[0] == sectors and _days(last[2], since) < LULL:
            last[2] = max(last[2], until)
        else:
            stretches.append([sectors, since, until])
    newest = max((until for _, _, until in stretches), default=AS_OF)
    return list(
        dict.fromkeys(
            f"~~~{sectors}~{since}~{until}"
            for sectors, since, until in stretches
            if int(newest[:4]) - int(until[:4]) < CAREER
        )
    )


# Years: an office that ended longer before a person's last one is a namesake's or a typing error.
CAREER = 45

# Days. Cabinet lists were read every few weeks: a shorter lull is no time out of office.
LULL = 93


def _days(until: str, since: str) -> int:
    return (dt.date.fromisoformat(since) - dt.date.fromisoformat(until)).days if since else 0


def sectors_of(code: str) -> str:
    """PLOVER sectors of a CAMEO code: "AZEGOVHLH" gives "GOV MED"."""
    parts = [code[i : i + 3] for i in range(3, len(code), 3)]
    return " ".join(dict.fromkeys(PLOVER[p] for p in parts if p in PLOVER))


def _entries(path: Path) -> Iterator[tuple[Found, str]]:
    names: list[str] = []
    codes: list[tuple[str, str, str]] = []
    comment = ""
    for line in [*path.read_text("utf-8", errors="replace").splitlines(), "END"]:
        bare, _, said = line.partition(";")
        if not bare.strip() or bare.lstrip().startswith("#"):
            continue
        if bare[0].isspace() or bare.startswith("["):
            codes += _codes(bare)
        elif bare.startswith("+"):
            names.append(bare[1:].strip())
        else:
            if names:
                yield Found(names, codes), comment
            names, codes, comment = [re.sub(r"\[.*", "", bare).strip()], _codes(bare), said


def _codes(text: str) -> list[tuple[str, str, str]]:
    found = []
    for code, when in re.findall(r"\[\s*([A-Z]{3,})\s*([^\]]*)\]", text):
        since, until = _span(when.strip())
        if since is not None and until is not None:
            found.append((code, since, until))
    return found


def _span(when: str) -> tuple[str | None, str | None]:
    if not when:
        return "", AS_OF
    if when.startswith((">", "<")):
        day = _day(when[1:])
        return (day, AS_OF) if when[0] == ">" else ("", day)
    since, _, until = when.partition("-")
    return _day(since), _day(until)


def _day(text: str) -> str | None:
    """ "030101" is 2003-01-01 and "460201" is 1946-02-01; None for what is no date."""
    digits = text.strip()
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 14 else "19") + digits if digits.isdigit() else ""
    try:
        return dt.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=dt.UTC).date().isoformat()
    except ValueError:
        return None


def _cased(raw: str) -> str:
    words = [w for w in re.split(r"[_ ]+", raw.strip("_ ")) if w]
    cased = [w.lower() if i and w.lower() in PARTICLES else _proper(w) for i, w in enumerate(words)]
    return " ".join(cased)


def _proper(word: str) -> str:
    low = re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)
    low = re.sub(r"'S\b", "'s", low)
    return re.sub(r"\bMc([a-z])", lambda m: "Mc" + m[1].upper(), low)


def _is_safe_person(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 6 or _TITLED.match(name) or _STYLED.search(name):
        return False
    if re.search(r"[\d(),/\"+!]", name):
        return False
    if any(len(w.strip(".")) < 2 for w in (words[0], words[-1])):
        return False
    return not (len(words) == 2 and words[0] in _GIVEN and words[1] in _FAMILY)


_GROUP_WORD = re.compile(
    r"\b(?:Army|Front|Movement|Brigades?|Liberation|Party|Militia|Jihad|Mujahed\w+|Resistance|"
    r"Fighters|Command|Martyrs|Tigers|Revolutionary|Guerrillas?|Battalion|Corps|Organization)\b"
)
_VAGUE = set(
    "army front movement brigade brigades liberation party militia the of for and people's peoples "
    "national united resistance fighters group revolutionary organization islamic new free armed "
    "forces force red black white youth popular democratic socialist communist workers freedom "
    "independent justice action anti fascist self defense defence struggle left right union "
    "council "
    "command alliance guard underground world international patriotic struggle central holy "
    "war".split()
)


def _is_safe_group(name: str) -> bool:
    words = name.split()
    if not 2 <= len(words) <= 8 or not _GROUP_WORD.search(name) or re.search(r"[\d(),/\"+]", name):
        return False
    distinct = [w for w in re.split(r"[ -]", name.lower()) if w not in _VAGUE]
    return bool(distinct) and max(map(len, distinct)) > 3
