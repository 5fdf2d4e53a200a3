"""The codebook can be looked at and checked, and one of one's own read with."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from dragoman.coding.codebook import load_codebook
from running import run_dragoman

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "your-own-codebook.md"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two files that the how-to page shows."""
    folder = tmp_path_factory.mktemp("labour")
    for name, text in re.findall(
        r"^```(?:toml|text) (\S+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_the_overview_names_every_type_and_mode(tmp_path: Path) -> None:
    ran = run_dragoman("codebook", cwd=tmp_path)
    assert ran.code == 0
    words = set(re.findall(r"[\w-]+", ran.out))
    for event_type in load_codebook().types:
        assert event_type.name in words
    assert "16 types, 67 modes" in ran.err
    assert max(map(len, ran.out.splitlines())) <= 80


def test_one_type_is_shown_whole_whatever_the_case_of_its_name(tmp_path: Path) -> None:
    ran = run_dragoman("codebook", "assault", cwd=tmp_path)
    assert ran.out.startswith("ASSAULT  material conflict · -9.0 · CAMEO 180\n")
    shown = " ".join(ran.out.split())
    cues = [cue.pattern for cue in load_codebook().cues if cue.type == "ASSAULT"]
    assert all(pattern in shown for pattern in cues if len(pattern) < 60)
    assert "• drone" in shown
    assert "cue “" in shown
    assert max(map(len, ran.out.splitlines())) <= 80


def test_rows_hold_all_of_a_type_with_spans_that_quote(tmp_path: Path) -> None:
    ran = run_dragoman("codebook", "--format", "jsonl", cwd=tmp_path)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert [row["type"] for row in rows] == [t.name for t in load_codebook().types]
    consult = rows[1]
    assert (consult["cameo"], consult["modes"][0]["cameo"]) == ("040", "042")
    example = consult["modes"][0]["examples"][0]
    cues = [example["text"][start:end] for label, start, end in example["spans"] if label == "cue"]
    assert cues == ["arrived"]
    table = run_dragoman("codebook", "CONSULT", "--format", "csv", cwd=tmp_path).out
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["cameo"], json.loads(row["modes"])) == ("040", consult["modes"])


def test_a_sound_file_is_told_by_what_is_in_it(desk: Path) -> None:
    ran = run_dragoman("codebook", "check", "labour.toml", cwd=desk)
    assert ran.code == 0
    assert ran.out.startswith("labour.toml: Labour 1, 4 types, 1 mode, 15 cues, ")
    assert "examples coded as meant: 6 of 7\n" in ran.out
    assert "refused to work" in ran.out
    rows = run_dragoman("codebook", "check", "labour.toml", "--format", "jsonl", cwd=desk).out
    told = [json.loads(line) for line in rows.splitlines()]
    assert [row["as_meant"] for row in told].count(False) == 1
    assert told[0]["coded"] == [{"type": "STRIKE", "modes": []}]


def test_types_of_ones_own_have_no_cameo_code(desk: Path) -> None:
    ran = run_dragoman("codebook", "STRIKE", "--codebook", "labour.toml", cwd=desk)
    assert ran.out.startswith("STRIKE  material conflict · -6.0\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("A walk-out", "A walk-across", "types[1] 'STRIKE': cues[1]: pattern 'A walk-across'"),
        ("intensity = -6.0", "intensity = -60", "types[1] 'STRIKE': 'intensity' must be a number"),
        ("[cue: walked out]", "walked out", "its cue is not marked"),
        ('name = "LOCKOUT"', 'name = "STRIKE"', "two entries of type 'STRIKE'"),
        ("mode = ", "moda = ", "unknown key 'moda'; write mode"),
        ('"A lock-out R"', '"A meet R"', "one pattern for two acts"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_one_line(
    desk: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = (desk / "labour.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "mine.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    ran = run_dragoman("codebook", "check", "mine.toml", cwd=tmp_path)
    assert ran.code == 2
    (line,) = ran.problems
    assert line.startswith("dragoman: mine.toml: ")
    assert said in line


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("GOSSIP",), "the codebook PLOVER has no type 'GOSSIP'; it has AGREE, "),
        (("check",), "cannot read 'check'"),
        (("AID", "AGREE"), "cannot read 'AID AGREE'"),
        (("check", "nowhere.toml"), "nowhere.toml: "),
    ],
)
def test_wrong_use_is_one_line_and_2(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    ran = run_dragoman("codebook", *words, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.problems)) == (2, "", 1)
    assert said in ran.problems[0]


def test_reading_with_a_codebook_of_ones_own_fills_a_ledger_of_its_own(desk: Path) -> None:
    ledger = ("--ledger", "labour.db")
    read = run_dragoman("read", "harbour.txt", "--codebook", "labour.toml", *ledger, cwd=desk)
    assert read.code == 0, read.err
    rows = run_dragoman("events", "--format", "jsonl", *ledger, cwd=desk).out.splitlines()
    told = {json.loads(row)["type"]: json.loads(row) for row in rows}
    assert set(told) == {"STRIKE", "BARGAIN", "SETTLE"}
    assert (told["STRIKE"]["quad"], told["STRIKE"]["intensity"]) == ("material conflict", -6.0)
    other = run_dragoman("read", "harbour.txt", *ledger, cwd=desk)
    assert (other.code, len(other.problems)) == (2, 1)
    assert "was read with the codebook Labour 1, and this run has PLOVER" in other.problems[0]
    text = (desk / "labour.toml").read_text("utf-8").replace('version = "1"', 'version = "2"')
    (desk / "labour2.toml").write_text(text, encoding="utf-8")
    newer = run_dragoman("read", "harbour.txt", "--codebook", "labour2.toml", *ledger, cwd=desk)
    assert newer.code == 0
    assert "read with Labour 1 before" in newer.err


def test_a_codebook_that_cannot_be_used_makes_no_ledger(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text('name = "x"\nversion = "1"\n', encoding="utf-8")
    ran = run_dragoman("read", desk / "harbour.txt", "--codebook", "bad.toml", cwd=tmp_path)
    assert ran.code == 2
    assert ran.problems[0].startswith("dragoman: bad.toml: it has no types; write at least one")
    assert not (tmp_path / "ledger.db").exists()


def test_the_next_step_names_the_file_that_was_shown(desk: Path) -> None:
    ran = run_dragoman("codebook", "--codebook", "labour.toml", cwd=desk)
    assert "one type whole: dragoman codebook STRIKE --codebook labour.toml\n" in ran.err


def test_a_file_without_examples_is_told_by_what_is_in_it(desk: Path, tmp_path: Path) -> None:
    text = (desk / "labour.toml").read_text("utf-8")
    text = re.sub(r'examples = \[.*?",?\s*\]\n', "", text, flags=re.DOTALL)
    text = text.replace("STRIKE", "strike")
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    ran = run_dragoman("codebook", "check", "mine.toml", cwd=tmp_path)
    contents = "Labour 1, 4 types, 1 mode, 15 cues, 1 embedding, 1 context"
    assert (ran.code, ran.out) == (0, f"mine.toml: {contents}\n")
    shown = run_dragoman("codebook", "STRIKE", "--codebook", "mine.toml", cwd=tmp_path)
    assert shown.out.startswith("strike  material conflict · -6.0\n")
