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
process, after a warm-up: of finding and resolving alone (the parse is there already, as every
stage of a reading shares it), and with the parse included.
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

from dragoman.language.dates import Timex3, timexes
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
    done = time.process_time()
    ours = score([gold.times for gold in golds], founds)
    alone, both = len(golds) / (done - parsed), len(golds) / (done - start)
    _print(ours, alone, both, len(golds))
    return 0


def _print(ours: Scores, alone: float, both: float, articles: int) -> None:
    print(f"TimeBank, {articles} articles, TIMEX3 F1 as TempEval-3 scores it")
    print(f"{'':24}{'strict':>8}{'relaxed':>9}{'value':>8}{'type':>7}{'articles/s':>12}")
    mine = [100 * f for f in (ours.strict, ours.relaxed, ours.value, ours.type)]
    print(f"{'dragoman':24}{mine[0]:8.1f}{mine[1]:9.1f}{mine[2]:8.1f}{mine[3]:7.1f}{alone:12.0f}")
    print(f"{'  with the parse':24}{'':32}{both:12.0f}")
    for name, (strict, relaxed, value, rate) in PEERS.items():
        speed = f"{rate:12.1f}" if rate else f"{'':12}"
        print(f"{name:24}{strict:8.1f}{relaxed:9.1f}{value:8.1f}{'':7}{speed}")
        ratios = [ours / peer for ours, peer in zip(mine, (strict, relaxed, value), strict=False)]
        faster = f"{alone / rate:12.0f}" if rate else ""
        print(f"{'  ours to it':24}{ratios[0]:8.2f}{ratios[1]:9.2f}{ratios[2]:8.2f}{'':7}{faster}")


if __name__ == "__main__":
    sys.exit(main())
