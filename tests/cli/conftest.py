"""One real run of the demo, whose ledger every test of the command line asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Ran, run_dragoman


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to run commands in; the demo's ledger is its ``ledger.db``."""
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="session")
def demo(desk: Path) -> Ran:
    """The demo, as a person sees it in a terminal of 80 columns; keeps ``ledger.db``."""
    return run_dragoman("demo", "--keep", "ledger.db", cwd=desk)


@pytest.fixture(scope="session")
def ledger(demo: Ran, desk: Path) -> Path:
    assert demo.code == 0, demo.err
    return desk / "ledger.db"
