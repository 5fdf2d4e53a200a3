"""Every example of the pages on voices, factuality and reasons is read as its page says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.claim import Reason, ReasonKind
from dragoman.model.reading import Reading
from dragoman.model.report import Factuality, Report, Voice
from dragoman.pipeline import Tools, load_tools, merge, read_article

PAGES = Path(__file__).parents[1] / "docs" / "explanation"
NAMES = ("voices-and-factuality.md", "reasons.md")
NONE = "none"

_EXAMPLE = re.compile(r"^```example\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A text of the page with what the page says it is read as."""

    text: str
    published: dt.date
    expected: dict[str, str]


def _examples() -> list[Example]:
    texts = [(PAGES / name).read_text(encoding="utf-8") for name in NAMES]
    return [_example(block) for text in texts for block in _EXAMPLE.findall(text)]


def _example(block: str) -> Example:
    lines = dict(line.split(": ", 1) for line in block.strip().splitlines())
    text, published = lines.pop("text"), dt.date.fromisoformat(lines.pop("published"))
    expected = {key.removeprefix("expect "): value for key, value in lines.items()}
    return Example(text, published, expected)


def _speaker(report: Report) -> str:
    quote = report.attribution.speaker_quote
    return quote.words if quote else NONE


TOLD: dict[str, Callable[[Report], str]] = {
    "type": lambda report: report.type,
    "voice": lambda report: report.attribution.voice,
    "speaker": _speaker,
    "factuality": lambda report: report.factuality,
    "date": lambda report: report.date.edtf if report.date else NONE,
}


def _reason(reading: Reading, *, denied: bool) -> Reason | None:
    return next((r for r in reading.reasons if r.denied is denied), None)


def _words(reason: Reason | None) -> str:
    return f"{reason.cue.words} {reason.content.words}" if reason else NONE


WHY: dict[str, Callable[[Reading], str]] = {
    "reason": lambda reading: r.kind if (r := _reason(reading, denied=False)) else NONE,
    "reason voice": lambda reading: (
        r.attribution.voice if (r := _reason(reading, denied=False)) else NONE
    ),
    "because": lambda reading: r.content.words if (r := _reason(reading, denied=False)) else NONE,
    "denied": lambda reading: _words(_reason(reading, denied=True)),
}

EXAMPLES = _examples()


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools()


def _read(example: Example, tools: Tools) -> Reading:
    article = compose_article(
        [(BlockKind.PARAGRAPH, example.text)],
        outlet="Example Gazette (sample)",
        headline="",
        source="an example",
        published=example.published,
    )
    return read_article(article, tools)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.text for example in EXAMPLES])
def test_an_example_is_read_as_the_page_says(
    example: Example, tools: Tools, tmp_path: Path
) -> None:
    reading = _read(example, tools)
    told = {key: WHY[key](reading) for key in example.expected if key in WHY}
    told |= {key: TOLD[key](reading.reports[0]) for key in example.expected if key in TOLD}
    assert len(reading.reports) == 1 or WHY.keys() & told.keys()
    if "events" in example.expected:
        with Ledger.open(tmp_path / "ledger.db") as ledger:
            ledger.add(reading)
            merge(ledger)
            told["events"] = str(len(list(ledger.events())))
    assert told == example.expected


def test_the_pages_have_an_example_of_every_voice_factuality_and_kind_of_reason() -> None:
    shown = {value for example in EXAMPLES for value in example.expected.values()}
    assert shown >= {*Voice, *Factuality, *ReasonKind}
