"""Ledger rows in words: dates, actors, acts. Nothing here adds what a row does not hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from dragoman.actors.authority import load_authority
from dragoman.model.actor import Actor, ActorKind, Office
from dragoman.model.dates import NewsDate
from dragoman.model.event import Event
from dragoman.model.report import Factuality, Voice

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

# Type (and mode) in words: with an actor, and without one.
_ACTS: dict[tuple[str, str], tuple[str, str]] = {
    ("AGREE", ""): ("agreed to act with", "was promised something"),
    ("CONSULT", ""): ("met", "took part in talks"),
    ("CONSULT", "visit"): ("visited", "received a visit"),
    ("CONSULT", "phone"): ("spoke by telephone with", "was telephoned"),
    ("SUPPORT", ""): ("backed", "was backed"),
    ("CONCEDE", ""): ("gave way to", "was given way to"),
    ("COOPERATE", ""): ("cooperated with", "took part in cooperation"),
    ("AID", ""): ("gave aid to", "was given aid"),
    ("RETREAT", ""): ("drew back from", "was let go"),
    ("RETREAT", "release"): ("released", "was released"),
    ("RETREAT", "resign"): ("resigned", "resigned"),
    ("RETREAT", "withdraw"): ("withdrew from", "was left"),
    ("REQUEST", ""): ("asked", "was asked"),
    ("ACCUSE", ""): ("accused", "was accused"),
    ("ACCUSE", "disapprove"): ("criticised", "was criticised"),
    ("ACCUSE", "investigate"): ("investigated", "was investigated"),
    ("REJECT", ""): ("refused", "was refused"),
    ("THREATEN", ""): ("threatened", "was threatened"),
    ("PROTEST", ""): ("protested against", "was the target of protest"),
    ("SANCTION", ""): ("imposed penalties on", "was penalised"),
    ("SANCTION", "convict"): ("convicted", "was convicted"),
    ("SANCTION", "expel"): ("expelled", "was expelled"),
    ("MOBILIZE", ""): ("mobilised forces towards", "was mobilised or recruited"),
    ("COERCE", ""): ("used coercion on", "was coerced"),
    ("COERCE", "arrest"): ("arrested", "was arrested"),
    ("COERCE", "seize"): ("seized what was held by", "was seized"),
    ("COERCE", "deport"): ("deported", "was deported"),
    ("ASSAULT", ""): ("attacked", "was attacked"),
}
_ALONE = {
    "AGREE": "made an agreement or a promise", "CONSULT": "held talks", "SUPPORT": "gave backing",
    "COOPERATE": "cooperated", "AID": "gave aid", "PROTEST": "protested", "RETREAT": "drew back",
    "MOBILIZE": "mobilised forces", "REJECT": "refused", "REQUEST": "made a request",
    "ACCUSE": "made an accusation", "ASSAULT": "used force", "COERCE": "used coercion",
    "SANCTION": "imposed a penalty", "THREATEN": "made a threat", "CONCEDE": "gave way",
}  # fmt: skip
_HOW_REAL = {
    Factuality.HAPPENED: "",
    Factuality.ONGOING: "",
    Factuality.PLANNED: " (planned)",
    Factuality.POSSIBLE: " (said to be possible; not said to have happened)",
    Factuality.HYPOTHETICAL: " (hypothetical)",
    Factuality.DENIED: " (denied)",
}
VOICES = {
    Voice.NARRATOR: "as the outlets tell it",
    Voice.OFFICIAL: "as officials say",
    Voice.NAMED: "as named speakers say",
    Voice.UNNAMED: "as unnamed sources say",
    Voice.AUTHOR: "as the writers themselves judge",
}


def date_in_words(date: NewsDate | None) -> str:
    """Return an EDTF date in English: "about 21 January 2026", "since 2012", "by 2023"."""
    if date is None:
        return "at an unstated time"
    start, slash, end = date.edtf.partition("/")
    if not slash:
        return _point(start)
    if start == "..":
        return f"by {_point(end)}"
    if end == "..":
        return f"since {_point(start)}"
    return f"from {_point(start)} to {_point(end)}"


def _point(edtf: str) -> str:
    bare = edtf.rstrip("~?%")
    about = "about " if edtf != bare else ""
    if match := _DAY.fullmatch(bare):
        year, month, day = (int(part) for part in match.groups())
        return f"{about}{day} {_MONTHS[month - 1]} {year}"
    if match := _MONTH.fullmatch(bare):
        year_words, code = match.groups()
        month_words = _SEASONS.get(code) or (_MONTHS[int(code) - 1] if int(code) <= 12 else "")
        return f"{about}{month_words} {year_words}".strip()
    if bare.endswith("X"):
        return f"the {bare.replace('X', '0')}s"
    return f"{about}{bare}"


def day_in_words(day: dt.date | None) -> str:
    """Return a day in English, or "undated"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "undated"


def country_in_words(code: str | None) -> str:
    """Return a country's name for its code; the code itself where it names no state."""
    state = load_authority().state(code) if code else None
    return state.name if state else code or ""


def full_name(actor: Actor) -> str:
    """Return a name that tells one country's ministry from another's."""
    country = country_in_words(actor.country)
    if actor.kind is not ActorKind.BODY or not country or country in actor.name:
        return actor.name
    authority = load_authority()
    if any(authority.adjective_country(word) == actor.country for word in actor.name.split()):
        return actor.name
    return f"{country}'s {actor.name}"


def described(actor: Actor, offices: Mapping[str, Office], name: str) -> str:
    """Return an actor under the name given, with office and country where known."""
    if actor.kind is ActorKind.STATE:
        return name
    office = offices.get(actor.id)
    title = office.title if office else ""
    country = country_in_words(actor.country)
    country = "" if country and country in name else country
    beside = ", ".join(part for part in (title, country) if part)
    return f"{name} ({beside})" if beside else name


def listed(names: Iterable[str]) -> str:
    """Return names as English lists them: "A", "A and B", "A, B and C"."""
    parts = list(dict.fromkeys(names))
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def act_in_words(
    event: Event, actors: str, recipients: str, *, received: bool, plural: bool
) -> str:
    """Return an event as a clause without its date.

    ``received`` where people or bodies play the host, ``plural`` where several are acted on.
    """
    active, passive = _phrases(event)
    if not actors:
        passive = passive.replace("was ", "were ", 1) if plural else passive
        return f"{recipients} {passive}{_HOW_REAL[event.factuality]}"
    if not recipients:
        return f"{actors} {_alone(event)}{_HOW_REAL[event.factuality]}"
    verb = "was received by" if received and "visit" in event.modes else active
    return f"{actors} {verb} {recipients}{_HOW_REAL[event.factuality]}"


def _phrases(event: Event) -> tuple[str, str]:
    for mode in (*event.modes, ""):
        if (event.type, mode) in _ACTS:
            return _ACTS[event.type, mode]
    return (event.type.lower(), event.type.lower())


def _alone(event: Event) -> str:
    if "visit" in event.modes:
        return "made a visit"
    return _ALONE.get(event.type, event.type.lower())
