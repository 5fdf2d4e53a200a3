"""What the codes of PETRARCH's unit records stand for: events in PLOVER's types, actors by name.

The records carry event codes of WEIS (McClelland's World Event/Interaction Survey, with the finer
digits of the KEDS project), not of CAMEO: 032 and 033 are a visit made and received, 122 is to
denounce, 173 to threaten force, and 223 and 224 are no codes of CAMEO at all. The table below is
WEIS's own list of categories, from general knowledge, by root and where need be by code. WEIS does
not tell what is done from what is to come, nor words of agreement from signatures, so some
categories stand for two types. What stands in neither list (345, 8xx, 9xx) was made up for a test
of dictionaries.

``NAMES`` are the names that the validation dictionary of PETRARCH (MIT) has for its invented states
and some others, as far as our own authority tables do not know them under that code.
"""

from __future__ import annotations

import re

from dragoman.coding.cameo import plover_of
from dragoman.errors import UsageError

NO_EVENT: frozenset[str] = frozenset()

# WEIS's categories in PLOVER's types: the longest beginning of a code that is listed counts.
_WEIS = {
    "01": "RETREAT CONCEDE",  # yield: surrender, retreat, admit wrong
    "02": "",  # comment: no event in PLOVER
    "03": "CONSULT AGREE",  # consult; a meeting to come is AGREE in PLOVER
    "04": "SUPPORT",  # approve: praise, endorse
    "05": "AGREE",  # promise
    "06": "SUPPORT AID CONCEDE",  # grant
    "061": "SUPPORT",  # express regret
    "062": "AGREE",  # invite
    "063": "AID",  # grant asylum
    "064": "SUPPORT",  # grant privilege, recognition, relations
    "065": "RETREAT",  # suspend sanctions, truce
    "066": "RETREAT",  # release, return
    "07": "AID",  # reward
    "08": "AGREE COOPERATE",  # agree: both the word and the signature
    "09": "REQUEST",
    "10": "REQUEST AGREE",  # propose: urge, or offer
    "102": "REQUEST",  # urge
    "11": "REJECT",
    "12": "ACCUSE",
    "13": "ACCUSE",  # protest in words: complain
    "14": "REJECT",  # deny
    "15": "REQUEST",  # demand
    "16": "THREATEN",  # warn
    "17": "THREATEN",
    "18": "PROTEST MOBILIZE",  # demonstrate
    "181": "PROTEST",
    "182": "MOBILIZE",
    "19": "SANCTION",  # reduce relationship
    "191": "SANCTION REJECT",  # cancel a planned event
    "20": "SANCTION COERCE",  # expel
    "21": "COERCE",  # seize, detain
    "22": "ASSAULT",  # force
}
RECEIVES = frozenset({"033"})
"""Codes whose source is PLOVER's recipient: who receives a visit."""

NAMES = {
    "ARN": ("arnor",),
    "BRE": ("bree", "romendacil"),
    "CAL": ("calenardhon", "calimehtar"),
    "DAG": ("dagolath", "telemar"),
    "DOL": ("dol amroth",),
    "ELF": ("caras galadhon", "elrond", "galadriel", "elves", "elven"),
    "ELR": ("lorien",),
    "ERI": ("eriador",),
    "FOR": ("fornost",),
    "GON": ("gondor", "minas tirith", "anorien"),
    "HOB": ("hobbit", "bilbo", "frodo", "gollum", "smeagol", "gamgee", "fairbairn"),
    "ITH": ("ithilen",),
    "MOR": ("mordor", "barad", "cirith ungol", "durthang", "dark tower"),
    "MRG": ("morgul",),
    "OSG": ("osgiliath",),
    "ROH": ("rohan",),
    "SHR": ("white downs", "michel delving", "brandybuck"),
    "FRO": ("shire",),
    "BIL": ("shire",),
    "SAM": ("shire",),
    "GAL": ("lorien",),
    "ORC": ("gamgee",),
}
# A known state for each invented one: its name, adjective, capital and ISO code. Any would do; none
# of them is in the records.
STAND_INS = {
    "ARN": ("Norway", "Norwegian", "Oslo", "NOR"),
    "BRE": ("Chile", "Chilean", "Santiago", "CHL"),
    "CAL": ("Kenya", "Kenyan", "Nairobi", "KEN"),
    "DAG": ("Poland", "Polish", "Warsaw", "POL"),
    "DOL": ("Iceland", "Icelandic", "Reykjavik", "ISL"),
    "ERI": ("Peru", "Peruvian", "Lima", "PER"),
    "FOR": ("Ghana", "Ghanaian", "Accra", "GHA"),
    "GON": ("Canada", "Canadian", "Ottawa", "CAN"),
    "ITH": ("Nepal", "Nepalese", "Kathmandu", "NPL"),
    "MOR": ("Japan", "Japanese", "Tokyo", "JPN"),
    "OSG": ("Egypt", "Egyptian", "Cairo", "EGY"),
    "ROH": ("Portugal", "Portuguese", "Lisbon", "PRT"),
}
_SEATS = {
    "minas tirith": "GON", "anorien": "GON", "cirith ungol": "MOR", "barad-dur": "MOR",
}  # fmt: skip
_STATES = {names[0]: code for code, names in NAMES.items() if code in STAND_INS}
_INVENTED = re.compile(
    rf"\b(?:(?P<seat>{'|'.join(_SEATS)})|(?P<state>{'|'.join(_STATES)})(?P<adjective>i|ian|n)?s?)\b",
    re.IGNORECASE,
)

COUNTRIES = {"KUW": "KWT", "NZE": "NZL", "RHO": "ZWE", "ZBW": "ZWE", "GMW": "DEU"}
"""Codes of countries that are not those of ISO 3166-1."""

SECTORS = {"MED": "JRN", "HLH": "MED", "CIV": "CVL"}
"""Agents of CAMEO and TABARI that PLOVER calls otherwise."""


def with_known_states(text: str) -> str:
    """Return a text with invented states, their adjectives and seats exchanged for known ones."""
    return _INVENTED.sub(_stand_in, text)


def _stand_in(found: re.Match[str]) -> str:
    if found["seat"]:
        return STAND_INS[_SEATS[found["seat"].lower()]][2]
    return STAND_INS[_STATES[found["state"].lower()]][1 if found["adjective"] else 0]


def weis_types(code: str) -> frozenset[str] | None:
    """Return the PLOVER types that a WEIS code stands for; None for what is no code of WEIS.

    A comment stands for ``NO_EVENT``.
    """
    listed = [_WEIS[code[:size]] for size in range(len(code), 1, -1) if code[:size] in _WEIS]
    return frozenset(listed[0].split()) if listed else None


def cameo_types(code: str) -> frozenset[str] | None:
    """Return the PLOVER type of a code read as CAMEO; None for what is no code of CAMEO."""
    try:
        type_name = plover_of(code).type
    except UsageError:
        return None
    return frozenset({type_name}) if type_name else NO_EVENT
