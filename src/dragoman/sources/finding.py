"""Targets -> documents: files, folders, globs and standard input, opened one at a time.

The one place of this room that touches the file system.
"""

from __future__ import annotations

import codecs
import glob
import io
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.model.failure import Failure
from dragoman.sources.document import (
    ENDINGS,
    JSON,
    JSON_LINES,
    SNIFFED_BYTES,
    Document,
    endings_in_words,
    format_by_content,
    format_by_ending,
    unread_format,
)
from dragoman.sources.limits import MAX_DOCUMENT_BYTES, MAX_RECORD_BYTES

STAGE = "sources"
_ABOUT_THE_FOLDER = frozenset("changelog contributing licence license notice readme".split())
STANDARD_INPUT = "-"

_GLOB_CHARACTERS = frozenset("*?[")
_URL_SCHEMES = ("http://", "https://", "ftp://")

Found = Document | Failure


def find_documents(targets: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Yield every document behind the targets, in their order; what cannot be had is a Failure.

    A target is a file, a folder (read with all its folders, in sorted order, hidden ones and
    unknown endings skipped), a glob, or "-" for ``stdin``. A file reached twice is yielded once.
    A JSON lines file gives a document a line, named "file.jsonl:17". Files are opened as the
    caller asks for the next document, so a large folder is never held in memory.
    """
    seen: set[str] = set()
    for target in targets:
        for path in _paths(target):
            if isinstance(path, Failure):
                yield path
            elif path == STANDARD_INPUT:
                yield from _standard_input(stdin)
            elif _is_new(path, seen):
                yield from _open(path)


def _paths(target: str) -> Iterator[str | Failure]:
    """Yield the files that one target names, without opening any of them."""
    if target == STANDARD_INPUT:
        yield target
    elif target.lower().startswith(_URL_SCHEMES):
        yield _failure(
            target,
            "a web address is not a format read yet",
            "save the page as .html and read that file",
        )
    elif "\x00" in target:
        yield _failure(target, "no such file or folder", "a path holds no NUL character")
    elif os.path.isdir(target):
        yield from _folder(target)
    elif os.path.lexists(target) or not _GLOB_CHARACTERS & set(target):
        yield target
    else:
        yield from _glob(target)


def _glob(pattern: str) -> Iterator[str | Failure]:
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield _failure(
            pattern, "no file matches this pattern", "check it, or quote it for the shell"
        )
    for match in matches:
        if os.path.isdir(match):
            if "**" not in pattern:  # "**" lists the inner files itself
                yield from _folder(match)
        else:
            yield match


def _folder(folder: str) -> Iterator[str | Failure]:
    anything = False
    for path in _walk(folder):
        anything = True
        yield path
    if not anything:
        yield _failure(
            folder,
            "no readable document in this folder",
            f"files with these endings are read: {endings_in_words()}",
        )


def _is_coverage(name: str) -> bool:
    """Whether a file of a folder can be an article: not hidden, not about the folder itself."""
    return not name.startswith(".") and Path(name).stem.casefold() not in _ABOUT_THE_FOLDER


def _walk(folder: str) -> Iterator[str | Failure]:
    """Yield the news files below a folder; a folder linked into itself is walked once."""
    refused: list[OSError] = []
    visited: set[str] = set()
    for here, folders, names in os.walk(folder, followlinks=True, onerror=refused.append):
        yield from _drain(refused)
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and _is_new(os.path.join(here, name), visited)
        ]
        for name in sorted(names):
            if _is_coverage(name) and (format_by_ending(name) or unread_format(name)):
                yield os.path.join(here, name)
    yield from _drain(refused)


def _drain(refused: list[OSError]) -> Iterator[Failure]:
    while refused:
        problem = refused.pop(0)
        yield _cannot_open(str(problem.filename), problem)


def _is_new(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _open(path: str) -> Iterator[Found]:
    later = unread_format(path)
    if later:
        yield _failure(path, f"{later} is not a format read yet", f"read now: {endings_in_words()}")
        return
    try:
        with _opened(path) as file:
            yield from _documents(_printable(path), file, format_by_ending(path))
    except (OSError, ValueError) as problem:
        yield _cannot_open(path, problem)


def _opened(path: str) -> BinaryIO:
    """Open a file; in a folder only regular files, for a pipe there would wait for ever."""
    mode = os.stat(path).st_mode
    if Path(path).suffix.lower() in ENDINGS and not stat.S_ISREG(mode):
        raise OSError("not a regular file")
    return open(path, "rb")


def _standard_input(stdin: BinaryIO | None) -> Iterator[Found]:
    if stdin is None:
        yield _failure(STANDARD_INPUT, "no standard input to read", "pipe a document into dragoman")
    else:
        yield from _documents(STANDARD_INPUT, stdin, None)


def _documents(source: str, file: BinaryIO, named: str | None) -> Iterator[Found]:
    form = named or format_by_content(_head(file))
    if form == JSON_LINES:
        yield from _records(source, _in_utf8(file))
        return
    data = file.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        yield _failure(
            source,
            f"larger than {MAX_DOCUMENT_BYTES // 1_000_000} MB, too large for one article",
            "split it into one file an article, or write it as JSON lines",
        )
    else:
        yield Document(source, data, form)


def _records(source: str, file: BinaryIO) -> Iterator[Found]:
    """Yield a document a line; the line's number, from 1, is part of its name."""
    number = 0
    while line := file.readline(MAX_RECORD_BYTES + 1):
        number += 1
        name = f"{source}:{number}"
        if len(line) > MAX_RECORD_BYTES:
            _skip_line(file, line)
            megabytes = MAX_RECORD_BYTES // 1_000_000
            yield _failure(name, f"a line larger than {megabytes} MB", "one article a line, please")
        elif line.strip():
            yield Document(name, line, JSON)
    if number == 0:
        yield Document(source, b"", JSON_LINES)


def _skip_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(MAX_RECORD_BYTES)


def _head(file: BinaryIO) -> bytes:
    """Return the first bytes without taking them: a pipe can be peeked at, memory can seek."""
    if isinstance(file, io.BufferedReader):
        return file.peek(SNIFFED_BYTES)
    at = file.tell()
    head = file.read(SNIFFED_BYTES)
    file.seek(at)
    return head


def _in_utf8(file: BinaryIO) -> BinaryIO:
    """Return the same lines in UTF-8: in UTF-16, a line feed's bytes are not the line's end."""
    if not _head(file).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return file
    return io.BytesIO(file.read().decode("utf-16", "replace").encode("utf-8", "replace"))


def _cannot_open(path: str, problem: Exception) -> Failure:
    if isinstance(problem, FileNotFoundError):
        return _failure(path, "no such file or folder", "check the path; globs and - work too")
    if isinstance(problem, PermissionError):
        return _failure(path, "cannot be opened: permission denied", "check the file's permissions")
    words = getattr(problem, "strerror", None) or str(problem)
    return _failure(path, f"cannot be opened: {words.lower()}", "check the path")


def _printable(path: str) -> str:
    """Return a path that can be stored and shown: bytes that are no UTF-8 as replacement marks."""
    return os.fsencode(path).decode("utf-8", "replace")


def _failure(source: str, reason: str, hint: str) -> Failure:
    return Failure(source=_printable(source), stage=STAGE, reason=reason, hint=hint)
