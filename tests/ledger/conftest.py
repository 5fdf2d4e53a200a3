from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from factory import make_actors, make_events, make_reading

# Tests are imported by path, so the helpers beside them (children.py) need a place to be found.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def merged(ledger: Ledger) -> Ledger:
    """A ledger of one full reading, merged."""
    reading = make_reading()
    ledger.add(reading)
    ledger.replace_merged(make_actors(reading), make_events(reading), ())
    return ledger
