"""JSON -> articles: one object, a list of objects, or an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dragoman.errors import SourceError
from dragoman.model.article import Article
from dragoman.sources.fields import body_of, imprint_of
from dragoman.sources.text import read_text

_KEYS_HINT = "a record needs its article's text under text, body, content or maintext"


def read_record(record: object, source: str) -> Article:
    """Return the article of one JSON object. Raises SourceError when it holds none."""
    if not isinstance(record, dict):
        raise SourceError("not a JSON object", hint=_KEYS_HINT)
    body = body_of(record)
    if not body:
        raise SourceError("no article text in this record", hint=_KEYS_HINT)
    return read_text(body, source, imprint_of(record))


def read_line(line: str, source: str) -> Article:
    """Return the article of one line of a JSON lines file; raises as read_record does."""
    return read_record(parse_json(line), source)


def parse_json(text: str) -> object:
    """Return what a JSON text holds. Raises SourceError, with the place, when it is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        line = f"line {problem.lineno}, " if problem.lineno > 1 else ""
        place = f"{line}column {problem.colno}"
        raise SourceError(
            f"broken JSON: {problem.msg} at {place}", hint="mend or drop it"
        ) from None
    except RecursionError:
        raise SourceError("broken JSON: nested too deeply", hint="mend or drop it") from None
    except ValueError:  # Python refuses integers of thousands of digits
        raise SourceError("broken JSON: a number is too long", hint="mend or drop it") from None


def records_in(text: str, source: str) -> Iterator[tuple[str, object]]:
    """Yield each record of a JSON text with its name ("file.json", or "file.json[3]" in a list)."""
    held = parse_json(text)
    if isinstance(held, list):
        yield from ((f"{source}[{at}]", record) for at, record in enumerate(held))
    else:
        yield source, held


def lines_in(text: str, source: str) -> Iterator[tuple[str, str]]:
    """Yield each line that is not blank with its name, "file.jsonl:17"."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{source}:{number}", line
