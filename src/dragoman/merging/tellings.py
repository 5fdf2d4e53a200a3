"""Tellings: reports with what merging looks at brought to one form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from dragoman.merging.names import fold
from dragoman.model.dates import NewsDate
from dragoman.model.report import Factuality, Report, Voice


class ArticleHeadLike(Protocol):
    """What merging needs to know of an article."""

    @property
    def outlet(self) -> str:
        """Who published it."""

    @property
    def published(self) -> dt.date | None:
        """The day it was published."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A report with its act, its sides as ids of joined actors, and the stem of its cue."""

    id: str
    report: Report
    act: str
    actors: frozenset[str]
    recipients: frozenset[str]
    stem: str

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.report.article_id

    @property
    def date(self) -> NewsDate | None:
        """When it says that the act was."""
        return self.report.date

    @property
    def by_author(self) -> bool:
        """Whether it is the writer's own judgement, which tells no event."""
        return self.report.attribution.voice is Voice.AUTHOR


VISIT, MEETING, PHONE = "CONSULT visit", "CONSULT meeting", "CONSULT phone"
MUTUAL = frozenset({MEETING, PHONE, "AGREE", "COOPERATE"})
"""Acts whose sides may be told in either order; PLOVER lets both be actors."""

VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Acts of speech: two sides perform several a day, so that wording has to agree as well."""

LOCAL = frozenset({"PROTEST", "MOBILIZE", "COERCE", "ASSAULT"})
"""Acts that happen in one city; a visit may take in several."""

_ONE_ACT = (
    frozenset({"demo", "riot", "obstruct", "vandalize", "strike"}),
    frozenset({"aerial", "drone", "explosives", "heavy-weapons", "destroy", "targeted"}),
    frozenset({"firearms", "targeted"}),
    frozenset({"beat", "crowd-control", "primitive"}),
    frozenset({"curfew", "martial-law", "restrict"}),
    frozenset({"troops", "weapons"}),
)
"""PLOVER modes that two reporters may well choose for one act; all others tell acts apart."""

_TOLD_TOGETHER = frozenset(
    {Factuality.HAPPENED, Factuality.ONGOING, Factuality.PLANNED, Factuality.DENIED}
)

_VISIT_STEMS = frozenset("visit trip travel arriv fly land tour journey".split())
_MEET_STEMS = frozenset("meet talk summit negotiat encounter audienc".split())
_IRREGULAR = {
    "met": "meet", "flew": "fly", "flown": "fly", "came": "come", "went": "go", "gave": "give",
    "given": "give", "took": "take", "taken": "take", "sent": "send", "held": "hold",
    "struck": "strike", "shot": "shoot", "fought": "fight", "withdrew": "withdraw",
    "withdrawn": "withdraw", "sought": "seek", "brought": "bring", "bought": "buy",
    "built": "build", "sold": "sell", "left": "leave", "broke": "break", "told": "tell",
    "said": "say", "beat": "beat", "swore": "swear", "won": "win", "lost": "lose",
    "slain": "slay", "drew": "draw", "threw": "throw", "fell": "fall", "arrival": "arrive",
    "accusation": "accuse", "agreement": "agree", "condemnation": "condemn",
}  # fmt: skip
_IDLE = frozenset(
    "a an the and or of to in on at by for from with against over into out up off as his her its "
    "their this that be is are was were been being has have had will would may might could should "
    "can not no begin began begun start started hold held make made pay paid give gave take took "
    "carry carried out go went official working first new".split()
)


def tell(report: Report, actor_of: Mapping[tuple[str, int], str]) -> Telling:
    """Return a report as a telling; a side with no joined actor counts as its article's own."""

    def ids(appearances: Iterator[int]) -> frozenset[str]:
        article = report.article_id
        return frozenset(actor_of.get((article, n), f"{article}/{n}") for n in appearances)

    stem = cue_stem(report.cue.words)
    act = act_of(report, stem)
    return Telling(
        id=report.id,
        report=report,
        act=act,
        actors=ids(side.appearance for side in report.actors),
        recipients=ids(side.appearance for side in report.recipients),
        stem=act if act in (VISIT, MEETING, PHONE) else stem,
    )


def act_of(report: Report, stem: str) -> str:
    """Return the family of the report's type: what two reports must share to tell one act.

    A visit, a call and a meeting are three acts. PLOVER codes a meeting still to come as AGREE;
    here it is a meeting, so that it meets the one that then took place.
    """
    if report.type == "AGREE" and report.factuality is Factuality.PLANNED:
        if "visit" in report.modes or stem in _VISIT_STEMS:
            return VISIT
        return MEETING if stem in _MEET_STEMS else "AGREE"
    if report.type != "CONSULT":
        return report.type
    return VISIT if "visit" in report.modes else PHONE if "phone" in report.modes else MEETING


def modes_agree(one: Telling, other: Telling) -> bool:
    """Whether the modes, where both have any, can be one act's."""
    here, there = frozenset(one.report.modes), frozenset(other.report.modes)
    if one.act.startswith("CONSULT") or not here or not there or here & there:
        return True
    return any(here & group and there & group for group in _ONE_ACT)


def realm(factuality: Factuality) -> str:
    """Return what is merged together: what is told as real, or denied to be, is one realm."""
    return "real" if factuality in _TOLD_TOGETHER else factuality.value


def cue_stem(words: str) -> str:
    """Return the stem of the last word of a cue that carries meaning ("paid a visit": visit)."""
    parts = fold(words).replace("-", " ").split()
    telling = [part for part in parts if part not in _IDLE] or parts
    return stem(telling[-1]) if telling else ""


def stem(word: str) -> str:
    """Return an English word without its commonest endings."""
    word = _IRREGULAR.get(word, word)
    for ending in ("ing", "ed", "ies", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return re.sub(r"([bdgklmnprt])\1$", r"\1", word.removesuffix(ending))
    return word


def content_stems(telling: Telling) -> frozenset[str]:
    """Return the stems of the sentence's lower-case words of five letters and more."""
    words = re.findall(r"\b[a-z]{5,}\b", telling.report.evidence.words)
    return frozenset(stem(word) for word in words) - {telling.stem}


CLOSE_DAYS = 7
"""A date that can mean more days than a week neither dates an act of speech nor takes a slack."""

FIRM_DAYS = 31
"""Up to a month a date tells one act from the next; a year or a season does not."""


def width(date: NewsDate | None) -> int | None:
    """Return how many days a date can mean, or None when it is open or not known."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    return (date.latest - date.earliest).days + 1


def is_firm(date: NewsDate | None) -> bool:
    """Whether a date is known to the month at least."""
    days = width(date)
    return days is not None and days <= FIRM_DAYS
