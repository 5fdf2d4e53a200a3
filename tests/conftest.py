from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from spacy.language import Language

from dragoman.actors.authority import Authority, load_authority
from dragoman.actors.cast import Cast
from dragoman.language.parser import Parse, load_model

# A loaded machine is no fault of the code, so examples have no deadline; in CI the same commit is
# always tried with the same ones.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Tests are imported by path, so the builders beside them (factory.py) need a place to be found.
sys.path.insert(0, str(Path(__file__).parent))


class Tools(NamedTuple):
    """The pipeline and the tables that every reading needs."""

    model: Language
    authority: Authority


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools(load_model(), load_authority())


@pytest.fixture(scope="session")
def parse_text(tools: Tools) -> Callable[..., Parse]:  # noqa: ARG001 - loads the model once
    from reading import parse

    return parse


@pytest.fixture(scope="session")
def cast_text(tools: Tools) -> Callable[..., Cast]:  # noqa: ARG001 - loads model and tables once
    from reading import cast

    return cast
