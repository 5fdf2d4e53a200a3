"""Which ledger is used: the one asked for, else the environment's, else the one beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.settings import DEFAULT_LEDGER, LEDGER_VARIABLE, ledger_path


def test_the_ledger_asked_for_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEDGER_VARIABLE, "other.db")
    assert ledger_path("asked.db") == Path("asked.db")


def test_else_the_environment_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEDGER_VARIABLE, "other.db")
    assert ledger_path() == Path("other.db")


def test_else_it_is_the_one_in_this_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LEDGER_VARIABLE, raising=False)
    assert ledger_path() == DEFAULT_LEDGER
