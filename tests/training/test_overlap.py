"""Ten words in a row that a test set has too are found in whatever format it is kept."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.markup import parse_items
from training.overlap import public_texts, shared_runs

SENTENCE = "The harbour master of Port Alder closed both piers to trawlers before the evening tide."
ITEMS = parse_items(f"@ NONE society\n{SENTENCE}", "f")
BARE = SENTENCE.casefold().rstrip(".")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"Earlier: {SENTENCE} Later."),
        ("a.txt", "\n".join(f"{word}\tO" for word in SENTENCE.split())),
        ("a.csv", f'id,text\n1,"{BARE.replace(" ", "  ")}"\n'),
        ("a.xml", f"<p>{SENTENCE.replace('Port Alder', '<ENAMEX>Port Alder</ENAMEX>')}</p>"),
        ("a.jsonl", json.dumps({"a": [{"text": SENTENCE}]}) + "\n"),
        ("a.json", json.dumps({"tokens": SENTENCE.split()})),
        ("a.md", SENTENCE.upper().replace(" ", " — ")),
    ],
)
def test_a_shared_run_is_found(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    (hit,) = shared_runs(ITEMS, [tmp_path / name])
    assert (hit.item, hit.file) == ("f:1", name)
    assert hit.run == "the harbour master of port alder closed both piers to"


def test_a_packed_page_is_read_without_its_scripts(tmp_path: Path) -> None:
    page = f"<html><script>{SENTENCE}</script><body>&amp; nothing</body></html>"
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    assert shared_runs(ITEMS, [tmp_path / "a.html.gz"]) == ()
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(f"<p>{SENTENCE}</p>".encode()))
    assert len(shared_runs(ITEMS, [tmp_path / "b.html.gz"])) == 1


def test_nine_words_are_not_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ".join(SENTENCE.split()[:9]), "utf-8")
    assert shared_runs(ITEMS, [tmp_path / "a.txt"]) == ()


def test_the_test_sets_are_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_YARDSTICKS", str(tmp_path / "yardsticks"))
    assert public_texts() == ()
    for name in ("yardsticks/events/a.jsonl", "coverage/example.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("", "utf-8")
    assert [path.name for path in public_texts()] == ["a.jsonl", "example.txt"]
