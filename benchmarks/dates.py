"""Times found and resolved in TimeBank's news, as TIMEX3, beside three other systems.

    python benchmarks/dates.py

The texts are the 183 TimeML articles of TempEval-3's cleaned TimeBank (Pustejovsky et al. 2003;
UzZaman et al. 2013), read from ``time/timebank`` of the yardsticks. Only TIMEX3 within TEXT
counts; the document's own creation time is what the others are resolved against. The scoring is
TempEval-3's:

- *strict*: F1 of spans that agree to the character;
- *relaxed*: F1 of spans that overlap, each with at most one of the other side, in text order;
- *value*: relaxed F1 times the share of those pairs whose ``value`` is the same string;
- *type*: relaxed F1 times the share of those pairs whose ``type`` is the same.

Precision and recall are over all articles together. Articles a second are CPU time of this one
process, after a warm-up, for three ways to the same dates:

- *as reading does it*: sentence by sentence over the parse, which every stage of a reading shares;
  the parse's own time is left out;
- *with the parse*: the same with the parse's time;
- *from the bare text*: paragraph by paragraph, without any parse, and so without the dates that
  the paragraphs before have told. The peers, too, are given the bare text.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.language.dates import Timex3, find_dates, timexes
from dragoman.language.narrative import date_sentences
from dragoman.language.parser import Parse, load_model, parse_article
from dragoman.model.article import Article, BlockKind, compose_article

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "yardsticks"

# Peers' figures on the same articles (strict, relaxed, value F1; articles a second), as measured
# for the yardsticks' README.
PEERS = {
    "HeidelTime 2.2.1": (85.3, 91.9, 79.5, 1.6),
    "MS recognizers-text": (65.9, 87.0, 54.2, None),
    "dateparser": (22.0, 56.0, 24.0, None),
}


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and its TIMEX3, offsets counted in the article's text."""

    article: Article
    times: tuple[Timex3, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 figures from 0 to 1."""

    strict: float
    relaxed: float
    value: float
    type: float


def read_gold(path: Path) -> Gold:
    """Return the article of a TimeML file and the TIMEX3 of its TEXT."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - a file of our own
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or created is None:
        raise ValueError(f"{path.name} is no TimeML article")
    raw, tags = "", []
    for element, text in _pieces(body):
        if element is not None:
            tags.append((len(raw), len(raw) + len(text), element))
        raw += text
    blocks = [(BlockKind.PARAGRAPH, block) for block in raw.split("\n\n")]
    article = compose_article(
        blocks, outlet="TimeBank", headline=path.stem, source=path.name,
        published=dt.date.fromisoformat(created.attrib["value"][:10]),
    )  # fmt: skip
    at = _folded_offsets(raw, article.text)
    times = []
    for start, end, element in tags:
        low, high = at[start], at[end - 1] + 1
        type_, value = element.attrib["type"], element.attrib["value"]
        mod = element.attrib.get("mod", "")
        times.append(Timex3(low, high, article.text[low:high], type_, value, mod))
    return Gold(article, tuple(times))


def _pieces(body: ET.Element) -> list[tuple[ET.Element | None, str]]:
    """The text in order; what stands in a TIMEX3 as one piece with its element."""
    pieces: list[tuple[ET.Element | None, str]] = [(None, body.text or "")]
    for child in body:
        if child.tag == "TIMEX3":
            pieces.append((child, "".join(child.itertext())))
        else:
            pieces += _pieces(child)
        pieces.append((None, child.tail or ""))
    return pieces


def _folded_offsets(raw: str, folded: str) -> dict[int, int]:
    """From the offset of each printed character of the raw text to its offset in the folded."""
    printed = (n for n, letter in enumerate(folded) if not letter.isspace())
    return {n: next(printed) for n, letter in enumerate(raw) if not letter.isspace()}


def found_times(parse: Parse) -> list[Timex3]:
    """Return the TIMEX3 of an article, as reading finds them."""
    return [
        tag
        for sentence in date_sentences(parse)
        for expression in sentence.expressions
        for tag in timexes(expression)
    ]


def bare_times(article: Article) -> list[Timex3]:
    """Return the TIMEX3 of an article from its paragraphs, without a parse."""
    return [
        tag
        for block in article.blocks
        for expression in find_dates(article.block_text(block), article.published)
        for tag in timexes(expression.moved(block.start))
    ]


def pairs(gold: Sequence[Timex3], found: Sequence[Timex3]) -> list[tuple[Timex3, Timex3]]:
    """Return the gold and found spans that overlap, one to one, in text order."""
    out: list[tuple[Timex3, Timex3]] = []
    taken: set[Timex3] = set()
    for wanted in gold:
        for one in found:
            if one not in taken and one.start < wanted.end and wanted.start < one.end:
                taken.add(one)
                out.append((wanted, one))
                break
    return out


def score(golds: Sequence[Sequence[Timex3]], founds: Sequence[Sequence[Timex3]]) -> Scores:
    """Return TempEval-3's figures over all articles together."""
    matched = [p for gold, found in zip(golds, founds, strict=True) for p in pairs(gold, found)]
    total = sum(map(len, golds)) + sum(map(len, founds))

    def f1(hits: int) -> float:
        return 2 * hits / total if total else 0.0

    exact = sum((g.start, g.end) == (f.start, f.end) for g, f in matched)
    return Scores(
        f1(exact),
        f1(len(matched)),
        f1(sum(g.value == f.value for g, f in matched)),
        f1(sum(g.type == f.type for g, f in matched)),
    )


def main() -> int:
    folder = Path(os.environ.get("DRAGOMAN_YARDSTICKS") or DEFAULT) / "time" / "timebank"
    if not folder.is_dir():
        print(f"dates: skipped, {folder} is not there")
        return 0
    model = load_model()
    golds = [read_gold(path) for path in sorted(folder.glob("*.tml"))]
    for gold in golds[:3]:
        found_times(parse_article(gold.article, model))
    start = time.process_time()
    parses = [parse_article(gold.article, model) for gold in golds]
    parsed = time.process_time()
    founds = [found_times(parse) for parse in parses]
    found = time.process_time()
    bare = [bare_times(gold.article) for gold in golds]
    done = time.process_time()
    wanted, articles = [gold.times for gold in golds], len(golds)
    rows = [
        ("dragoman, as reading does it", score(wanted, founds), articles / (found - parsed)),
        ("  with the parse", score(wanted, founds), articles / (found - start)),
        ("  from the bare text", score(wanted, bare), articles / (done - found)),
    ]
    print(f"TimeBank, {articles} articles, TIMEX3 F1 as TempEval-3 scores it")
    _print(rows)
    return 0


def _print(rows: Sequence[tuple[str, Scores, float]]) -> None:
    print(f"{'':30}{'strict':>8}{'relaxed':>9}{'value':>8}{'type':>7}{'articles/s':>12}")
    for name, scores, rate in rows:
        spans = f"{100 * scores.strict:8.1f}{100 * scores.relaxed:9.1f}"
        print(f"{name:30}{spans}{100 * scores.value:8.1f}{100 * scores.type:7.1f}{rate:12.0f}")
    ours, speed = rows[0][1], rows[-1][2]
    for name, (strict, relaxed, value, rate) in PEERS.items():
        print(f"{name:30}{strict:8.1f}{relaxed:9.1f}{value:8.1f}{'':7}{rate or '':>12}")
        spans = f"{100 * ours.strict / strict:8.2f}{100 * ours.relaxed / relaxed:9.2f}"
        faster = f"{speed / rate:.0f}" if rate else ""
        print(f"{'  ours to it':30}{spans}{100 * ours.value / value:8.2f}{'':7}{faster:>12}")
    print("The ratio of speeds is that of the bare text, which is what the peers are given.")


if __name__ == "__main__":
    sys.exit(main())
