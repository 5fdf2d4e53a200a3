"""Sentences a second on one core: the whole pipeline beside spaCy's parse alone, in one run.

Beside it, the cost of who, when and where (names, actors, dates, places) as a share of the
parse's; with ``--strict`` the run fails when that is more than the parse itself costs.

    python benchmarks/speed.py [ROUNDS] [--strict]

CPU time of this process, after one warm-up of each; the two take turns, so that a machine that
slows down slows both. The texts are the bundled sample dispatches. The ratio is what counts; the
absolute figures are this machine's.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib.resources import files

from dragoman.actors.authority import Authority, load_tables
from dragoman.actors.resolve import find_cast
from dragoman.language.narrative import date_sentences
from dragoman.language.parser import parse_article
from dragoman.language.places import load_places
from dragoman.model.article import Article
from dragoman.pipeline import Tools, load_tools, read_article
from dragoman.sources import read_sources

ROUNDS = 5


def articles() -> list[Article]:
    """Return the bundled sample dispatches."""
    folder = files("dragoman").joinpath("data/coverage")
    paths = sorted(str(path) for path in folder.iterdir() if path.name.endswith(".txt"))
    return [found for found in read_sources(paths) if isinstance(found, Article)]


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def load_names() -> Authority:
    """Read the authority tables anew."""
    return Authority(load_tables())


def main() -> int:
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    rounds = numbers[0] if numbers else ROUNDS
    tools: Tools = load_tools()
    texts = articles()
    parses = [parse_article(text, tools.model) for text in texts]
    sentences = sum(len(parsed.sentences) for parsed in parses)

    def parse() -> None:
        for text in texts:
            parse_article(text, tools.model)

    def read() -> None:
        for text in texts:
            read_article(text, tools)

    def who_when_where() -> None:
        for parsed in parses:
            find_cast(parsed, tools.authority, tools.places)
            date_sentences(parsed)

    read()
    pairs = [(seconds(parse), seconds(read)) for _ in range(rounds)]
    alone = statistics.median(sentences / pair[0] for pair in pairs)
    whole = statistics.median(sentences / pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"{'':28}{'sentences/s':>12}   ({sentences} sentences, median of {rounds} rounds)")
    print(f"{'spaCy parse alone':28}{alone:12.0f}")
    print(f"{'dragoman, whole pipeline':28}{whole:12.0f}")
    print(f"{'ratio':28}{ratio:12.2f}")
    share = statistics.median(seconds(who_when_where) / seconds(parse) for _ in range(rounds))
    print(f"{'who, when, where / parse':28}{share:12.2f}")
    loading = min(seconds(load_names) for _ in range(rounds))
    print(f"{'authority tables, loading':28}{loading:12.2f} s, once a process")
    opening = min(seconds(load_places.__wrapped__) for _ in range(rounds))
    print(f"{'place table, opening':28}{opening:12.2f} s, once a process")
    if "--strict" in sys.argv and share > 1:
        print("who, when and where cost more than the parse does; profile before you go on")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
