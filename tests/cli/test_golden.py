"""The demo's whole output, as it was when somebody last read it and found it right.

``make golden`` writes it anew (it runs ``pytest tests/cli/test_golden.py --golden``); read the
difference before you commit it. Ids change whenever a coding does, so they are not compared.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from running import Ran

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "demo.txt"
_ID = re.compile(r"\b([A-Z]{3})-[0-9a-f]{16}\b")


def without_ids(output: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in _ID.sub(r"\1-…", output).splitlines())


def test_the_demo_says_what_it_said(demo: Ran, request: pytest.FixtureRequest) -> None:
    said = without_ids(demo.out)
    if request.config.getoption("--golden", default=False):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8"), "if this is better: make golden"
