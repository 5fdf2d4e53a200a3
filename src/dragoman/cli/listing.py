"""events, claims, actors, reasons, articles: the ledger's rows, filtered."""

from __future__ import annotations

import datetime as dt

from dragoman.cli import layouts
from dragoman.cli.opening import open_ledger
from dragoman.cli.options import (
    ActorOption,
    CountryOption,
    FactualityOption,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    OfficeOption,
    OnOption,
    OutletOption,
    SinceOption,
    TextOption,
    TypeOption,
    UntilOption,
    VoiceOption,
    asked_for,
    day,
)
from dragoman.cli.output import Record, print_rows
from dragoman.ledger import Pseudonyms, Shown
from dragoman.ledger.records import (
    actor_record,
    article_record,
    claim_record,
    event_record,
    reason_record,
)
from dragoman.ledger.stored import StoredReason

NOTHING = "nothing in the ledger fits; widen the filters, or see what is there: dragoman articles"


def _explained(reason: StoredReason, shown: Shown) -> Record:
    """Return a reason's record with the words of the act that it explains, for the table."""
    cue = reason.explains.report.cue.words if reason.explains else ""
    return {**reason_record(reason, shown), "explained": cue}


def _by_the_tables(office: str, country: str | None, on: dt.date | None) -> str:
    """Return whom the authority tables name for a post of which no article read says anything."""
    from dragoman.actors.authority import load_authority

    held = load_authority().holders(office, country, on)
    if not held:
        return NOTHING
    named = "; ".join(
        f"{entry.name}, {role.title}{_span(role.since, role.until)} ({entry.source})"
        for entry, role in held
    )
    return f"no article read says who; the authority tables name {named}"


def _span(since: dt.date | None, until: dt.date | None) -> str:
    return "".join(f" {word} {day}" for word, day in (("since", since), ("until", until)) if day)


def events(
    actor: ActorOption = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    voice: VoiceOption = None,
    factuality: FactualityOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Who did what to whom and when, each event merged over its reports.

    Example: dragoman events --actor Maduro --type COERCE --format jsonl
    """
    asked = asked_for(actor, country, type_, since, until, outlet, voice, factuality, text, limit)
    with open_ledger(ledger) as held:
        shown, scale = Pseudonyms(held.pseudonyms()), held.scale()
        rows = (event_record(event, shown, scale) for event in held.events(asked))
        print_rows(rows, layouts.EVENTS, form, nothing=NOTHING)


def claims(
    actor: ActorOption = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    voice: VoiceOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Who says what: speech, and the writers' own judgements.

    Example: dragoman claims --voice unnamed
    """
    asked = asked_for(actor, country, type_, since, until, outlet, voice, None, text, limit)
    with open_ledger(ledger) as held:
        shown = Pseudonyms(held.pseudonyms())
        rows = (claim_record(claim, shown) for claim in held.claims(asked))
        print_rows(rows, layouts.CLAIMS, form, nothing=NOTHING)


def reasons(
    actor: ActorOption = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    voice: VoiceOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Why it is said to have happened: purpose, cause, motive, effect.

    Example: dragoman reasons --actor Kolokoltsev --voice official
    """
    asked = asked_for(actor, country, type_, since, until, outlet, voice, None, text, limit)
    with open_ledger(ledger) as held:
        shown = Pseudonyms(held.pseudonyms())
        record_of = _explained if form is Format.TABLE else reason_record
        rows = (record_of(reason, shown) for reason in held.reasons(asked))
        print_rows(rows, layouts.REASONS, form, nothing=NOTHING)


def actors(
    actor: ActorOption = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    text: TextOption = None,
    office: OfficeOption = None,
    on: OnOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """Who is who: states, bodies, people, with offices and codes.

    Example: dragoman actors --office "interior minister" --country CUB --on 2026-01-20
    """
    asked = asked_for(actor, country, type_, since, until, outlet, None, None, text, limit,
                      office, on)  # fmt: skip
    with open_ledger(ledger) as held:
        shown = Pseudonyms(held.pseudonyms())
        rows = [actor_record(stored, shown) for stored in held.actors(asked)]
        nothing = NOTHING if rows or not office else _by_the_tables(office, country, day(on))
        print_rows(rows, layouts.ACTORS, form, nothing=nothing)


def articles(
    actor: ActorOption = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    voice: VoiceOption = None,
    factuality: FactualityOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """What was read, and how much each article gave.

    Example: dragoman articles --outlet reuters --since 2026-01-01
    """
    asked = asked_for(actor, country, type_, since, until, outlet, voice, factuality, text, limit)
    with open_ledger(ledger) as held:
        rows = (article_record(article) for article in held.articles(asked))
        print_rows(rows, layouts.ARTICLES, form, nothing=NOTHING)
