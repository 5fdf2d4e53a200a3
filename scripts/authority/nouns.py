"""Agent nouns with their PLOVER sectors, and the portfolios of ministers."""

from __future__ import annotations

import re
from pathlib import Path

from authority import phoenix
from authority.tables import Row, curated, listed
from dragoman.actors.folding import fold

AGENT = ("noun", "kind", "bearing", "sectors", "source")
PORTFOLIO = ("portfolio", "sectors", "source")

_IRREGULAR = {"person": "people", "child": "children", "wife": "wives", "thief": "thieves",
              "chief of staff": "chiefs of staff", "head of state": "heads of state",
              "head of government": "heads of government", "attorney general":
              "attorneys general", "secretary of state": "secretaries of state",
              "member of parliament": "members of parliament", "passer-by": "passersby",
              "minister of state": "ministers of state", "journalist": "journalists",
              "commander in chief": "commanders in chief", "prosecutor general":
              "prosecutors general", "court of appeal": "courts of appeal"}  # fmt: skip
_GROUP_END = ("police", "forces", "troops", "people", "services", "clergy", "media", "gang",
              "group", "groups", "militia", "army", "crowd", "families", "personnel")  # fmt: skip
_BODY_END = ("agency", "ministry", "court", "parliament", "party", "bureau", "union", "bank",
             "company", "hospital", "university", "office", "department", "force", "council",
             "committee", "authority", "command", "navy", "prison", "school", "church")  # fmt: skip
# Phoenix's nouns that name things, or that mean other things in most sentences.
_UNWANTED = re.compile(
    r"missile|drone|aircraft|fighter$|bomber$|hornet|osprey|predator|reaper|jet|plane|vessel|ship$|"
    r"tanker|tribunal of|position|destroyer|hardware|weapon|\d|tank$|helicopter|vehicle"
    r"|military_led|^(?:actor|naval|retired|vip|monger|oiler|boss|waiter|waitress|bargainer|husband|producer|"
    r"aerospace|airway|granger|cropper|recreant|convict|deputy|unit|party|security force|press|"
    r"post|industry|cross|crew|house|chair|force|body|order|state|power|figure|head|staff|"
    r"station|station house|ring|cell|camp|base|school|board|line|stock|wing|arm|arms|guard|guide|"
    r"patrol|orderly|intern|fisher|cultivator|merchandiser|freightor|phalanx|privateer|general "
    r"contractor|cabinetmaker|security check|police post|police district|superpower)$"
)


def built(phoenix_dir: Path) -> tuple[list[Row], list[Row]]:
    """Agent rows and portfolio rows."""
    rows: dict[str, Row] = {}
    for kind, bearing, sectors, nouns in curated("nouns.tsv", 4):
        for noun in listed(nouns):
            for form, number in _forms(noun, kind):
                _take(rows, form, number, bearing, sectors, "dragoman")
    for noun, sectors in _phoenix_nouns(phoenix_dir / "Phoenix.agents.txt"):
        kind = _kind(noun)
        for form, number in _forms(noun, kind):
            _take(rows, form, number, "own", sectors, "phoenix")
    return list(rows.values()), _portfolios()


def _take(
    rows: dict[str, Row], noun: str, kind: str, bearing: str, sectors: str, source: str
) -> None:
    key = " ".join(
        w.rstrip(".") for w in re.findall(r"[^\W_]+(?:['.&][^\W_]+)*", fold(noun).lower())
    )
    cells = (key, kind, bearing, sectors, source)
    rows.setdefault(key, dict(zip(AGENT, cells, strict=True)))


def _forms(noun: str, kind: str) -> tuple[tuple[str, str], ...]:
    """Singular and plural with what they mean: several persons are a group."""
    if kind == "group":
        return ((noun, kind),)
    return (noun, kind), (_plural(noun), "group" if kind == "person" else kind)


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{_plural(head)} of {rest}"
    if noun.endswith(("men", "people", "police", "media", "personnel", "s")) and not noun.endswith(
        ("ss", "us")
    ):
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _kind(phrase: str) -> str:
    noun = phrase.partition(" of ")[0]
    if noun.endswith(_GROUP_END):
        return "group"
    return "body" if noun.endswith(_BODY_END) else "person"


def _phoenix_nouns(path: Path) -> list[tuple[str, str]]:
    found = []
    for line in path.read_text("utf-8", errors="replace").splitlines():
        match = re.match(r"([A-Z][A-Z_'\- !.]+?)\s*(?:\{[^}]*\})?\s*\[~([A-Z]+)\]", line)
        if not match:
            continue
        base = match[1].replace("_", " ").strip().lower()
        sectors = phoenix.sectors_of("~~~" + match[2])
        people = ("man", "woman", "person") if "!person!" in base else ("",)
        for end in people:
            noun = re.sub(r"\s+", " ", base.replace("!person!", end)).strip()
            if sectors and "!" not in noun and not _UNWANTED.search(noun) and len(noun) > 2:
                found.append((noun, sectors))
    return found


def _portfolios() -> list[Row]:
    rows = {}
    for sector, names in curated("portfolios.tsv", 2):
        for name in listed(names):
            key = " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", fold(name).lower()))
            codes = "" if sector == "NONE" else sector
            rows.setdefault(key, dict(zip(PORTFOLIO, (key, codes, "dragoman"), strict=True)))
    return list(rows.values())
