"""The options that commands share, each said once."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.ledger import Filter
from dragoman.model.report import Factuality, Voice


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="FILE", help="The ledger; else $DRAGOMAN_LEDGER, else ./ledger.db."
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", metavar="FORMAT", help="Print rows as table, jsonl or csv.")
]
ActorOption = Annotated[
    str | None,
    typer.Option(
        "--actor", metavar="NAME", help="Only with this actor: words of a name, or an id."
    ),
]
CountryOption = Annotated[
    str | None,
    typer.Option("--country", metavar="CODE", help="Only with this country: CUB, RUS, or IGO …"),
]
TypeOption = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Only this type: CONSULT, person, purpose …"),
]
SinceOption = Annotated[
    dt.datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d"], metavar="DAY", help="From this day: 2026-01-19."),
]
UntilOption = Annotated[
    dt.datetime | None,
    typer.Option("--until", formats=["%Y-%m-%d"], metavar="DAY", help="Up to this day."),
]
OutletOption = Annotated[
    str | None,
    typer.Option(
        "--outlet", metavar="NAME", help="Only as told by this outlet: words of its name."
    ),
]
VoiceOption = Annotated[
    Voice | None,
    typer.Option(
        "--voice",
        metavar="VOICE",
        help=f"Only in this voice: {', '.join(Voice)}.",
    ),
]
FactualityOption = Annotated[
    Factuality | None,
    typer.Option(
        "--factuality",
        metavar="WORD",
        help=f"Only what is told as this: {', '.join(Factuality)}.",
    ),
]
TextOption = Annotated[
    str | None,
    typer.Option("--text", metavar="WORDS", help="Only where a sentence has all these words."),
]
OfficeOption = Annotated[
    str | None,
    typer.Option(
        "--office", metavar="POST", help='Only who is said to hold this: "interior minister".'
    ),
]
OnOption = Annotated[
    dt.datetime | None,
    typer.Option(
        "--on", formats=["%Y-%m-%d"], metavar="DAY", help="Only who held an office on this day."
    ),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=0, metavar="N", help="At most so many rows.")
]
CodebookOption = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="FILE", help="A codebook of your own, not PLOVER."),
]
WaitOption = Annotated[
    float,
    typer.Option(
        "--wait",
        min=0,
        metavar="SECONDS",
        help="How long to wait while another program writes to the ledger.",
    ),
]


def day(moment: dt.datetime | None) -> dt.date | None:
    """Return the day of a parsed option."""
    return moment.date() if moment else None


def asked_for(
    actor: str | None = None,
    country: str | None = None,
    type_: str | None = None,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
    outlet: str | None = None,
    voice: Voice | None = None,
    factuality: Factuality | None = None,
    text: str | None = None,
    limit: int | None = None,
    office: str | None = None,
    on: dt.datetime | None = None,
) -> Filter:
    """Return the filter that the options of a command ask for."""
    return Filter(
        actor=actor,
        country=country,
        type=type_,
        since=day(since),
        until=day(until),
        outlet=outlet,
        voice=voice,
        factuality=factuality,
        text=text,
        office=office,
        on=day(on),
        limit=limit,
    )
