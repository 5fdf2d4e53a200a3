"""A small ledger, read with the real pipeline from four short articles made up for these tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.pipeline import load_tools, read

ARTICLES = {
    "harbour.txt": """Outlet: The Harbour Post
Published: 2026-03-10
URL: https://harbour.example/visit

Norwegian minister in Ottawa over fish

Norway's foreign minister visited Canada on Monday to sign a fisheries agreement.

The visit was aimed at ending a dispute over cod, the Norwegian foreign ministry said.

In May 2024 Canada imposed sanctions on Norway. In June 2024 Norway criticised Canada.

Canadian police arrested Ola Nordmann, a deckhand from Bergen, on Tuesday.
""",
    "coast.txt": """Outlet: Coast Wire
Published: 2026-03-10
URL: https://coast.example/talks

Quotas and patrol boats

Norway's foreign minister visited Canada on Monday because fishing quotas had run out.

The Canadian government said it would not lift the sanctions on Norway. Norway supplies Canada \
with patrol boats, while Canada offers oil.
""",
    "gazette.txt": """Outlet: Northern Gazette
Published: 2026-03-11
URL: https://gazette.example/protest

Quiet at the port

Norway has supported Denmark since 2012. Sweden will meet Denmark on Friday.

Canada denied that it had imposed sanctions on Norway in May 2024. Finland might sue Sweden.
""",
    "sound.txt": """Outlet: Sound Tribune
Published: 2026-03-12
URL: https://sound.example/ferries

Ferries again

In April 2023 Denmark and Sweden signed an agreement in Copenhagen. Sweden criticised Finland on \
Wednesday.
""",
}


def _read(folder: Path) -> Path:
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "ledger.db"
    with Ledger.open(path) as ledger:
        summary = read([str(folder / name) for name in ARTICLES], ledger, load_tools())
        assert summary.articles == len(ARTICLES)
    return path


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The four articles, read and merged."""
    with Ledger.open_for_reading(_read(tmp_path_factory.mktemp("told"))) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "empty.db") as opened:
        yield opened


@pytest.fixture
def ledger_of(tmp_path: Path) -> Iterator[Callable[..., Ledger]]:
    """Read some paragraphs, each argument an article of its own, into a ledger."""
    opened: list[Ledger] = []

    def make(*texts: str) -> Ledger:
        for number, text in enumerate(texts):
            head = f"Outlet: Outlet {number}\nPublished: 2026-03-12\n\nHeadline {number}\n\n"
            (tmp_path / f"{number}.txt").write_text(head + text, encoding="utf-8")
        ledger = Ledger.open(tmp_path / "small.db")
        opened.append(ledger)
        read([str(tmp_path / f"{n}.txt") for n in range(len(texts))], ledger, load_tools())
        return ledger

    yield make
    for ledger in opened:
        ledger.close()
