"""Library: a ledger as Python programs use it, its rows as plain dictionaries."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TypeAlias, TypedDict, TypeVar, Unpack

from dragoman.ledger import Filter, Ledger, Pseudonyms, Shown
from dragoman.ledger.records import (
    Record,
    actor_record,
    article_record,
    claim_record,
    event_record,
    reason_record,
    support_record,
)
from dragoman.settings import ledger_path

if TYPE_CHECKING:
    import datetime as dt

    from dragoman.answers.answer import Answer
    from dragoman.answers.timeline import Moment
    from dragoman.model.report import Factuality, Voice
    from dragoman.pipeline import RunSummary

_T = TypeVar("_T")

Targets: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class Asked(TypedDict, total=False):
    """The filters that a question to the ledger may have; ``ledger.Filter`` says what each means.

    A filter that means nothing for the rows asked for (an actor's factuality) is a UsageError.
    """

    actor: str | None
    country: str | None
    type: str | None
    since: dt.date | None
    until: dt.date | None
    outlet: str | None
    voice: Voice | None
    factuality: Factuality | None
    text: str | None
    office: str | None
    on: dt.date | None
    other: str | None
    event: str | None
    article: str | None
    limit: int | None


class Library:
    """An open ledger to read into and to ask. Get one with ``dragoman.open``.

    Rows are dictionaries of plain values, the same objects that the command line prints with
    ``--format jsonl``; offsets are code points of the article's text, from 0. Private persons
    stand under their pseudonyms. Use it in a ``with`` block, or close it; one thread at a time.
    Methods raise LedgerError when the file cannot be read or written, and UsageError for a filter
    that makes no sense.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def read(
        self,
        targets: Targets,
        stdin: BinaryIO | None = None,
        *,
        codebook: str | os.PathLike[str] | None = None,
    ) -> RunSummary:
        """Read files, folders and globs ("-" is ``stdin``) and return what came of it.

        ``codebook`` is a codebook file of one's own; the built-in one is PLOVER. A document that
        cannot be read is among the summary's ``failures`` and stops nothing. The language model is
        loaded at the first call, which takes some two seconds. Raises ModelError when there is
        none, CodebookError for a file that breaks the format, and UsageError when the ledger holds
        what another codebook coded.
        """
        from dragoman.pipeline import load_tools, read

        several = [targets] if isinstance(targets, (str, os.PathLike)) else targets
        tools = load_tools(Path(codebook) if codebook is not None else None)
        return read([os.fspath(target) for target in several], self.ledger, tools, stdin=stdin)

    def events(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return events by their earliest day, each with all its reports."""
        shown, scale = self._shown(), self.ledger.scale()
        return [event_record(event, shown, scale) for event in self.ledger.events(Filter(**asked))]

    def claims(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return claims by day of publication: who said what, and the authors' own judgements."""
        return self._records(claim_record, self.ledger.claims(Filter(**asked)))

    def reasons(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return reasons by day of publication: why an act is said to have happened."""
        return self._records(reason_record, self.ledger.reasons(Filter(**asked)))

    def supports(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return supports by day of publication: who gives what to whom."""
        return self._records(support_record, self.ledger.supports(Filter(**asked)))

    def actors(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return actors, those in the most articles first, with names, offices and codes.

        ``office="interior minister", on=day`` are those whom a text vouches for as such that day;
        texts that disagree give several.
        """
        return self._records(actor_record, self.ledger.actors(Filter(**asked)))

    def articles(self, **asked: Unpack[Asked]) -> list[Record]:
        """Return the heads of articles by day of publication, and how much each gave."""
        return [article_record(article) for article in self.ledger.articles(Filter(**asked))]

    def why(self, question: str) -> Answer:
        """Return the answer to a question such as "Why is X in Y?", every line of it cited.

        Where the ledger has none, the answer is not ``found`` and says what is missing.
        """
        from dragoman.answers.why import why

        return why(self.ledger, question)

    def timeline(self, beside: str | None = None, **asked: Unpack[Asked]) -> list[Moment]:
        """Return dated events in the order of their days, in words.

        ``beside`` keeps those that this actor is part of too.
        """
        from dragoman.answers.timeline import timeline

        return list(timeline(self.ledger, Filter(**asked), beside))

    def close(self) -> None:
        """Close the ledger; closing twice is no error."""
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _records(self, record: Callable[[_T, Shown], Record], rows: Iterator[_T]) -> list[Record]:
        shown = self._shown()
        return [record(row, shown) for row in rows]

    def _shown(self) -> Shown:
        return Pseudonyms(self.ledger.pseudonyms())


def open_library(path: str | os.PathLike[str] | None = None) -> Library:
    """Return the ledger at ``path`` as a Library, made when there is no file.

    Without a path it is the one that $DRAGOMAN_LEDGER names, else ``ledger.db`` in this folder.
    Raises LedgerError when the file is no ledger, comes from a newer release, or may not be
    written.
    """
    return Library(Ledger.open(ledger_path(path)))
