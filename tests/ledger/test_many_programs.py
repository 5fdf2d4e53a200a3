from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from children import start

from dragoman.ledger import Ledger
from dragoman.model.article import Article
from dragoman.model.reading import Reading
from factory import make_actors, make_events, make_reading


def a_reading(writer: str, number: int) -> Reading:
    text = "\n".join(f"Norway sent Canada{number} {line} boats." for line in range(20))
    return make_reading(text, outlet=writer)


def number_of(article: Article) -> int:
    return int(article.text.split("Canada")[1].split()[0])


def keep_adding(path: Path, writer: str) -> Callable[[], None]:
    def work() -> None:
        with Ledger.open(path) as ledger:
            for number in range(10_000):
                ledger.add(a_reading(writer, number))

    return work


def held(path: Path) -> int:
    with Ledger.open_for_reading(path) as ledger:
        return sum(1 for _ in ledger.articles())


def wait_for(path: Path, articles: int) -> None:
    deadline = time.monotonic() + 30
    while not path.exists() or held(path) < articles:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def assert_sound(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')")
        connection.execute("INSERT INTO article_words (article_words) VALUES ('integrity-check')")
    connection.close()


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007, 0.013, 0.021])
def test_a_writer_killed_at_any_moment_leaves_whole_articles(path: Path, delay: float) -> None:
    Ledger.open(path).close()
    child = start(keep_adding(path, "one"))
    wait_for(path, 3)
    time.sleep(delay)
    child.kill()
    child.join()
    with Ledger.open(path) as ledger:
        found = list(ledger.iter_articles())
        assert len(found) >= 3
        for number, article in enumerate(sorted(found, key=number_of)):
            assert ledger.reading(article.id) == a_reading("one", number)
        assert ledger.add(make_reading())
    assert_sound(path)


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    def add_thirty(writer: str) -> Callable[[], None]:
        def work() -> None:
            with Ledger.open(path) as ledger:
                for number in range(30):
                    assert ledger.add(a_reading(writer, number))

        return work

    children = [start(add_thirty(writer)) for writer in ("one", "two")]
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    with Ledger.open(path) as ledger:
        for writer in ("one", "two"):
            for number in range(30):
                reading = a_reading(writer, number)
                assert ledger.reading(reading.article.id) == reading
    assert_sound(path)


def test_many_programs_may_make_one_ledger_at_once(path: Path) -> None:
    def make(writer: str) -> Callable[[], None]:
        def work() -> None:
            with Ledger.open(path) as ledger:
                ledger.add(a_reading(writer, 0))

        return work

    children = [start(make(str(writer))) for writer in range(8)]
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * 8
    assert held(path) == 8
    assert_sound(path)


def test_a_reader_beside_a_writer_sees_whole_articles_only(path: Path) -> None:
    Ledger.open(path).close()
    child = start(keep_adding(path, "one"))
    try:
        wait_for(path, 1)
        with Ledger.open_for_reading(path) as reader:
            seen: list[int] = []
            deadline = time.monotonic() + 20
            while not seen or seen[-1] < seen[0] + 10:
                assert time.monotonic() < deadline
                stored = list(reader.articles())
                assert all(article.sentences == article.reports == 20 for article in stored)
                seen.append(len(stored))
        assert seen == sorted(seen)
    finally:
        child.kill()
        child.join()


def test_a_reader_half_way_through_does_not_hold_up_a_writer(path: Path) -> None:
    with Ledger.open(path) as ledger, Ledger.open_for_reading(path) as reader:
        reading = a_reading("one", 1)
        ledger.add(reading)
        ledger.replace_merged(make_actors(reading), make_events(reading), ())
        walk = reader.events()
        next(walk)
        assert ledger.add(a_reading("one", 2))
        assert len(list(walk)) == 19
        assert sum(1 for _ in reader.articles()) == 2
