"""The documents are true: links lead somewhere, examples run, output is what the program prints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.coding.codebook import load_codebook
from dragoman.coding.cue import parse_cue
from dragoman.model.dates import parse_edtf

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]
SAMPLES = ROOT / "src" / "dragoman" / "data" / "coverage"

_LINK = re.compile(r"\[[^\]]+\]\(([^)#\s]+)(?:#[^)]*)?\)")
_DATE_ROW = re.compile(r"\| `([^`]+)` \| .* \| (\S+) \| (\S+) \| `(\w+)` \|")


def _blocks(page: Path, language: str) -> list[str]:
    pattern = re.compile(rf"^```{language}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return pattern.findall(page.read_text(encoding="utf-8"))


def _named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    targets = [(page.parent / link).resolve() for link in links if "://" not in link]
    assert [t for t in targets if not t.exists()] == []


def test_the_index_links_to_every_document() -> None:
    linked = {(DOCS / link).resolve() for link in _LINK.findall((DOCS / "index.md").read_text())}
    assert set(DOCS.rglob("*.md")) - {DOCS / "index.md"} <= linked


def test_the_python_examples_run_in_their_order(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "news", ignore=shutil.ignore_patterns("*.md"))
    program = "\n".join(_blocks(DOCS / "how-to" / "use-from-python.md", "python"))
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 failures" in done.stdout


def test_the_codebook_example_is_a_codebook(tmp_path: Path) -> None:
    (example,) = _blocks(DOCS / "reference" / "codebook.md", "toml")
    file = tmp_path / "example.toml"
    file.write_text(example, encoding="utf-8")
    assert load_codebook(file).conflicts() == ()


def test_the_patterns_of_the_codebook_page_can_be_read() -> None:
    page = (DOCS / "reference" / "codebook.md").read_text(encoding="utf-8")
    patterns = [row.replace("\\|", "|") for row in re.findall(r"^\| `([^`]+)` \|", page, re.M)]
    assert [str(parse_cue(pattern)) for pattern in patterns] == patterns


def test_the_table_of_dates_says_which_days_they_mean() -> None:
    page = (DOCS / "reference" / "records.md").read_text(encoding="utf-8")
    rows = _DATE_ROW.findall(page)
    assert len(rows) > 10
    for edtf, earliest, latest, precision in rows:
        date = parse_edtf(edtf)
        days = [str(day or "null") for day in (date.earliest, date.latest)]
        assert (edtf, *days, date.precision) == (edtf, earliest, latest, precision)


def test_the_output_shown_is_what_the_program_prints() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "write_examples.py"), "--check"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(script, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
