"""First-level regions with the country they lie in: "Punjab police", "the governor of Texas"."""

from __future__ import annotations

import re
from collections import Counter

from authority.tables import Row, curated, listed
from dragoman.actors.folding import fold

REGION = ("region", "country", "source")

# Words for the kind of a region, which the press leaves out.
_KIND = re.compile(
    r"\s*\([^()]*\)|\b(?:Oblast|oblast|Krai|krai|Okrug|okrug|Autonomous|Republic|of|Province|province|"
    r"State|Region|Governorate|Prefecture|District|County|Department|Municipality|Territory|"
    r"Parish|Canton|Division|Emirate|City|Special|Administrative|Metropolitan|Federal|Capital)\b"
)
# Regions whose name says only where they lie, or is a word or a given name first.
_UNSAFE = set(
    "western central northern eastern southern north south east west centre center nord sud est "
    "ouest north west south west north east south east central western upper lower highland "
    "highlands coast islands island delta plateau amazonas santa cruz la paz cross river saint "
    "george saint andrew saint john saint paul saint mary saint peter victoria albert charlotte "
    "christ church hope clarendon hanover manchester trelawny portland river littoral coastal "
    "lakes lake bay port mountain valley union independencia libertador bolivar general interior "
    "exterior other unknown national outer inner greater new old first second third capital "
    "distrito federal norte sur sul este oeste centro central river nile blue nile white nile "
    "red sea black sea unity equatoria warrap labe man moray angus down clare mayo cork kerry "
    "derby gold copperbelt free limpopo hampshire kent cross major minor van bar".split()
)
_SHORTEST = 4


def built(taken: set[str]) -> list[Row]:
    """Regions that lie in one country only and bear no other name of the tables."""
    found = [(name, country) for country, cell in curated("regions.tsv", 2)
             for whole in listed(cell) for name in _names(whole)]  # fmt: skip
    owners = Counter(fold(name) for name, _ in dict.fromkeys(found))
    return [
        dict(zip(REGION, (name, country, "regions"), strict=True))
        for name, country in dict.fromkeys(found)
        if owners[fold(name)] == 1 and fold(name) not in taken and _is_safe(name)
    ]


def _names(whole: str) -> list[str]:
    """The region's name as the source has it, and without the word for its kind."""
    bare = " ".join(_KIND.sub(" ", whole).split())
    return [name for name in dict.fromkeys((whole, bare)) if name]


def _is_safe(name: str) -> bool:
    words = re.split(r"[ -]", fold(name).lower())
    return len(name) >= _SHORTEST and name[:1].isupper() and not set(words) <= _UNSAFE
