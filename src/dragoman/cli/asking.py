"""why, timeline, explain: questions to the ledger."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer
from rich.text import Text

from dragoman.cli import layouts
from dragoman.cli.opening import open_ledger
from dragoman.cli.options import (
    ActorOption,
    CountryOption,
    Format,
    FormatOption,
    LedgerOption,
    LimitOption,
    OutletOption,
    SinceOption,
    TextOption,
    TypeOption,
    UntilOption,
    asked_for,
)
from dragoman.cli.output import print_rows


def why(
    question: Annotated[str, typer.Argument(help='For instance "Why is X in Y?"')],
    as_json: Annotated[  # noqa: FBT002 - a switch of the command line
        bool, typer.Option("--json", help="Print the answer as one JSON object.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Answer a question from the ledger, every line cited.

    Example: dragoman why "Why is Kolokoltsev in Havana?"
    """
    from dragoman.answers.why import why as answer_to
    from dragoman.cli.note import answer_record, print_note

    with open_ledger(ledger) as held:
        answer = answer_to(held, question)
    if as_json:
        sys.stdout.write(json.dumps(answer_record(answer), ensure_ascii=False) + "\n")
    else:
        print_note(answer)


def timeline(
    actor: ActorOption = None,
    beside: Annotated[
        str | None,
        typer.Option("--with", metavar="NAME", help="Only what this actor is part of too."),
    ] = None,
    country: CountryOption = None,
    type_: TypeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    outlet: OutletOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    form: FormatOption = Format.TABLE,
    ledger: LedgerOption = None,
) -> None:
    """What happened, in the order of its days.

    Example: dragoman timeline --actor Cuba --with Russia
    """
    from dragoman.cli.moments import moment_records

    asked = asked_for(actor, country, type_, since, until, outlet, None, None, text, limit)
    with open_ledger(ledger) as held:
        rows = moment_records(held, asked, beside)
        print_rows(rows, layouts.MOMENTS, form, nothing="no dated event fits; widen the filters")


def explain(
    id_: Annotated[str, typer.Argument(metavar="ID", help="An id that another command printed.")],
    ledger: LedgerOption = None,
) -> None:
    """Say why something was coded as it was.

    It gives the words, the rule and its version, and how sure it is.

    Example: dragoman explain EVT-0123456789abcdef
    """
    from dragoman.answers.explain import explain as explanation_of
    from dragoman.cli.note import print_hanging

    with open_ledger(ledger) as held:
        for depth, line in explanation_of(held, id_):
            mark, style = Text("•" if depth else ""), "" if depth else "bold"
            print_hanging(mark, Text(line, style=style), margin=2 * max(depth - 1, 0))
