"""Who the appearances of a batch are, and which offices their articles give them."""

# SQL here is put together from constants of this package alone; values are always bound.
# ruff: noqa: S608

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from dragoman.ledger import decode
from dragoman.ledger.cells import packed
from dragoman.ledger.stored import Offices
from dragoman.model.actor import Actor, Office
from dragoman.model.report import Attribution

Seen: TypeAlias = tuple[str, int]
"""An appearance: an article's id and the appearance's number in it."""

_PAIRS = "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:pairs))"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who the appearances of a batch are, and which offices their articles give them."""

    actors: Mapping[Seen, Actor]
    offices: Mapping[Seen, list[Office]]

    def actor(self, article_id: str, number: int) -> Actor:
        """Return the actor that an appearance was joined to."""
        return self.actors[article_id, number]

    def speaker(self, article_id: str, attribution: Attribution) -> Actor | None:
        """Return who speaks, or None where nobody is named."""
        number = attribution.speaker
        return None if number is None else self.actors[article_id, number]

    def offices_on(
        self, article_id: str, numbers: Iterable[int | None], day: dt.date | None
    ) -> Offices:
        """Return the office that each of these appearances holds on a day, by actor."""
        held: dict[str, Office] = {}
        for number in numbers:
            if number is None:
                continue
            office = office_on(self.offices.get((article_id, number), []), day)
            if office:
                held.setdefault(self.actors[article_id, number].id, office)
        return held


def office_on(offices: Iterable[Office], day: dt.date | None) -> Office | None:
    """Return the first office that was held on a day, or None; no day asks for the present one."""
    return next((office for office in offices if _held_on(office, day)), None)


def cast(connection: sqlite3.Connection, seen: Collection[Seen]) -> Cast:
    """Return who the given appearances are.

    One that merging has not joined yet stands for itself, so a ledger can be read at any time.
    """
    pairs = {"pairs": packed(sorted(set(seen)))}
    actors = {
        (row["article_id"], row["number"]): decode.lone_actor(row)
        for row in connection.execute(
            f"SELECT * FROM appearance WHERE (article_id, number) IN {_PAIRS}",
            pairs,
        )
    }
    for row in connection.execute(
        "SELECT article_id, number, actor.* FROM actor_appearance"
        " JOIN actor ON actor.id = actor_appearance.actor_id"
        f" WHERE (article_id, number) IN {_PAIRS}",
        pairs,
    ):
        actors[row["article_id"], row["number"]] = decode.actor_of(row)
    return Cast(actors, _offices(connection, pairs))


def _offices(connection: sqlite3.Connection, pairs: dict[str, str]) -> dict[Seen, list[Office]]:
    offices: dict[Seen, list[Office]] = defaultdict(list)
    for row in connection.execute(
        "SELECT office.*, article.text FROM office JOIN article ON article.id = office.article_id"
        f" WHERE (office.article_id, office.appearance) IN {_PAIRS}"
        " ORDER BY office.article_id, office.appearance, office.position",
        pairs,
    ):
        office = decode.office_of(row, row["text"])
        offices[row["article_id"], row["appearance"]].append(office)
    return offices


def _held_on(office: Office, day: dt.date | None) -> bool:
    # EDTF days, months and years sort as text once the mark for "about" is off
    since, until = (edtf and edtf.rstrip("~?%") for edtf in (office.since, office.until))
    if day is None:
        return until is None
    today = day.isoformat()
    return not (until and until < today[: len(until)]) and not (
        since and since > today[: len(since)]
    )
