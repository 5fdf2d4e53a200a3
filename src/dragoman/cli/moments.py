"""A timeline's moments as records."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.answers.timeline import Moment, timeline
from dragoman.cli.output import Record
from dragoman.ledger import Filter, Ledger


def moment_records(ledger: Ledger, asked: Filter, beside: str | None) -> Iterator[Record]:
    """Yield the moments of a timeline by day, as JSON objects."""
    return map(moment_record, timeline(ledger, asked, beside))


def moment_record(moment: Moment) -> Record:
    """Return a moment as one JSON object; ``id`` is that of its event."""
    event = moment.event.event
    return {
        "date": moment.edtf,
        "when": moment.when,
        "what": moment.what,
        "type": event.type,
        "factuality": event.factuality.value,
        "independent_outlets": event.independent_outlets,
        "articles": event.articles,
        "id": event.id,
    }
