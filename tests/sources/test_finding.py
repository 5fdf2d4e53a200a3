from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.model.failure import Failure
from dragoman.sources.document import Document
from dragoman.sources.finding import find_documents
from dragoman.sources.limits import MAX_DOCUMENT_BYTES

NOBODY = 65534


def write(path: Path, words: str = "words") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def sources(*targets: Path | str) -> list[str]:
    return [Path(found.source).name for found in find_documents([str(one) for one in targets])]


def the_failure(*targets: Path | str) -> Failure:
    (found,) = find_documents([str(one) for one in targets])
    assert isinstance(found, Failure)
    assert found.hint
    return found


def test_a_folder_is_read_to_its_depth_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "inner/c.html", ".hidden.txt", ".git/d.txt", "e.xyz"):
        write(tmp_path / name)
    assert sources(tmp_path) == ["a.txt", "b.md", "c.html"]


def test_a_hidden_file_is_read_when_named(tmp_path: Path) -> None:
    assert sources(write(tmp_path / ".hidden.txt")) == [".hidden.txt"]


def test_a_glob_gives_its_matches_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt"):
        write(tmp_path / name)
    assert sources(tmp_path / "*.txt") == ["a.txt", "b.txt"]
    assert sources(tmp_path / "**" / "*.txt") == ["a.txt", "b.txt", "c.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert sources(tmp_path, path, path) == ["a.txt"]


def test_brackets_in_a_real_name_are_no_pattern(tmp_path: Path) -> None:
    assert sources(write(tmp_path / "a[1].txt")) == ["a[1].txt"]


def test_json_lines_give_a_document_a_line_with_its_number(tmp_path: Path) -> None:
    path = write(tmp_path / "news.jsonl", '{"a": 1}\n\n{"b": 2}')
    assert sources(path) == ["news.jsonl:1", "news.jsonl:3"]


def test_json_lines_in_utf_16_keep_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes('{"a": "ਊ"}\n{"b": 2}\n'.encode("utf-16"))
    assert sources(path) == ["news.jsonl:1", "news.jsonl:2"]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"words", "text"),
        (b"<!DOCTYPE html><p>words", "html"),
        (b'{"text": "words"}', "json"),
        (b'[{"text": "words"}]', "json"),
        (b'{\n "text": "words"\n}', "json"),
    ],
)
def test_standard_input_is_read_by_its_content(data: bytes, form: str) -> None:
    (document,) = find_documents(["-"], io.BytesIO(data))
    assert isinstance(document, Document)
    assert document.format == form
    assert document.data == data


def test_a_pipe_is_peeked_at_and_loses_nothing() -> None:
    reader, writer = os.pipe()
    os.write(writer, b'{"a": 1}\n{"b": 2}\n')
    os.close(writer)
    with open(reader, "rb") as pipe:
        assert [found.source for found in find_documents(["-"], pipe)] == ["-:1", "-:2"]


def test_no_standard_input_is_a_failure() -> None:
    assert the_failure("-").reason == "no standard input to read"


def test_a_missing_path_is_a_failure_with_a_hint(tmp_path: Path) -> None:
    assert the_failure(tmp_path / "none.txt").reason == "no such file or folder"
    assert the_failure("bad\x00name").reason == "no such file or folder"


def test_a_pattern_without_matches_is_a_failure(tmp_path: Path) -> None:
    assert the_failure(tmp_path / "*.txt").reason == "no file matches this pattern"


def test_a_folder_with_nothing_readable_says_what_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.xyz")
    assert ".jsonl" in the_failure(tmp_path).hint


@pytest.mark.parametrize("target", ["https://example.org/news", "HTTP://example.org"])
def test_a_web_address_is_not_read_yet(target: str) -> None:
    assert "not a format read yet" in the_failure(target).reason


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "feed.xml", "feed.rss"])
def test_later_formats_say_so(tmp_path: Path, name: str) -> None:
    assert "not a format read yet" in the_failure(write(tmp_path / name)).reason


def test_a_folder_linked_into_itself_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.txt")
    (tmp_path / "news" / "again").symlink_to(tmp_path / "news", target_is_directory=True)
    assert sources(tmp_path / "news") == ["a.txt"]


def test_a_link_to_itself_is_a_failure(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(link)
    assert the_failure(link).reason.startswith("cannot be opened")


@pytest.fixture
def without_root() -> Iterator[None]:
    """Root may open anything; for one test, be nobody."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(was)


@pytest.mark.usefixtures("closed_file", "without_root")
def test_a_file_without_permission_is_a_failure(tmp_path: Path) -> None:
    assert the_failure(tmp_path / "a.txt").reason == "cannot be opened: permission denied"


@pytest.fixture
def closed_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert the_failure(tmp_path).reason == "cannot be opened: not a regular file"


def test_fifty_megabytes_of_text_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "larger than 20 MB" in the_failure(path).reason


def test_a_line_beyond_the_limit_costs_that_line(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"x" * (MAX_DOCUMENT_BYTES + 10) + b'\n{"a": 1}\n')
    long, short = find_documents([str(path)])
    assert isinstance(long, Failure)
    assert long.source.endswith("news.jsonl:1")
    assert short.source.endswith("news.jsonl:2")


def test_files_are_opened_only_as_they_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "first")
    later = write(tmp_path / "b.txt", "second")
    found = find_documents([str(tmp_path)])
    next(found)
    later.write_text("changed", encoding="utf-8")
    document = next(found)
    assert isinstance(document, Document)
    assert document.data == b"changed"


def test_what_is_about_the_folder_is_no_article_of_it(tmp_path: Path) -> None:
    for name in ("README.md", "LICENSE.txt", "licence.md", "a.txt"):
        write(tmp_path / name)
    assert sources(tmp_path) == ["a.txt"]
    assert sources(tmp_path / "README.md") == ["README.md"]
