"""Document -> articles: the one entry of the room; a bad document is a failure with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, Final, TypeVar

from dragoman.errors import SourceError
from dragoman.model.article import Article
from dragoman.model.failure import Failure
from dragoman.sources.decoding import decode
from dragoman.sources.document import HTML, JSON, JSON_LINES, MARKDOWN, TEXT, Document
from dragoman.sources.finding import STAGE, find_documents
from dragoman.sources.html import read_html
from dragoman.sources.json_records import lines_in, read_line, read_record, records_in
from dragoman.sources.limits import MAX_DOCUMENT_BYTES
from dragoman.sources.markdown import read_markdown
from dragoman.sources.text import read_text

Read = Article | Failure

_READERS: Final[dict[str, Callable[[str, str], Article]]] = {
    TEXT: read_text,
    MARKDOWN: read_markdown,
    HTML: read_html,
}
"""The formats that hold one article each; those of JSON hold any number."""

_FORMATS: Final = ", ".join((*_READERS, JSON, JSON_LINES))

T = TypeVar("T")


def read_sources(targets: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Read]:
    """Yield the articles behind files, folders, globs and "-", and a Failure for what gave none.

    Documents are opened and read one at a time, as the caller asks for the next article.
    """
    for found in find_documents(targets, stdin):
        if isinstance(found, Failure):
            yield found
        else:
            yield from read_document(found)


def read_document(document: Document) -> Iterator[Read]:
    """Yield the articles of one document; whatever its bytes are, nothing is raised.

    A JSON record that cannot be read is a failure under its own name, and the rest is read.
    """
    try:
        yield from _articles(document.format, _text_of(document), document.source)
    except SourceError as problem:
        yield _failure(document.source, problem)


def _text_of(document: Document) -> str:
    if len(document.data) > MAX_DOCUMENT_BYTES and document.format != JSON_LINES:
        raise SourceError(
            f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, too large for one article",
            hint="split it into one file an article, or write it as JSON lines",
        )
    text = decode(document.data)
    if not text.strip():
        raise SourceError("empty: there is no text in it", hint="check that the file was saved")
    return text


def _articles(form: str, text: str, source: str) -> Iterator[Read]:
    if form == JSON:
        yield from (
            _attempt(read_record, record, name) for name, record in records_in(text, source)
        )
    elif form == JSON_LINES:
        yield from (_attempt(read_line, line, name) for name, line in lines_in(text, source))
    elif form in _READERS:
        yield _READERS[form](text, source)
    else:
        raise SourceError(f"{form!r} is not a format read yet", hint=f"formats: {_FORMATS}")


def _attempt(read: Callable[[T, str], Article], held: T, name: str) -> Read:
    try:
        return read(held, name)
    except SourceError as problem:
        return _failure(name, problem)


def _failure(source: str, problem: SourceError) -> Failure:
    return Failure(source=source, stage=STAGE, reason=problem.message, hint=problem.hint)
