"""The pages that are generated are fresh, and every command explains itself with an example."""

from __future__ import annotations

import importlib.util
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from dragoman.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PLANNED = (
    "demo read why events claims actors reasons articles timeline explain codebook doctor".split()
)


def reference() -> str:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts/write_reference.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    page: str = script.reference()
    return page


def example_of(name: str) -> list[str]:
    line = next(p for p in COMMANDS[name].help.splitlines() if p.strip().startswith("Example: "))
    return shlex.split(line.strip().removeprefix("Example: "))


def test_the_command_reference_is_fresh() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: make docs"


def test_writing_the_reference_twice_gives_the_same_page() -> None:
    assert reference() == reference()


def test_the_commands_are_those_of_the_design() -> None:
    assert sorted(COMMANDS) == sorted(PLANNED)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_an_example_of_itself(name: str) -> None:
    assert f"## dragoman {name}\n" in reference()
    assert example_of(name)[:2] == ["dragoman", name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_of_an_example_exist(name: str) -> None:
    known = {option for parameter in COMMANDS[name].params for option in parameter.opts}
    assert {word for word in example_of(name) if word.startswith("--")} <= known


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    assert all(parameter.help for parameter in COMMANDS[name].params)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_first_line_of_help_fits_the_list_of_commands(name: str) -> None:
    assert len(COMMANDS[name].help.splitlines()[0]) <= 66  # what is left of 80 columns
