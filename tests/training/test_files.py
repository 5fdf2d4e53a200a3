"""Whose files are read, and what is told of one that cannot be."""

from __future__ import annotations

from pathlib import Path

from training.files import corpus_files, read_corpus


def test_one_writers_files_are_found_by_slug(tmp_path: Path) -> None:
    for name in ("rift-01.txt", "rift-02.txt", "andes-01.txt", "LICENSE", "notes.txt"):
        (tmp_path / name).write_text("", "utf-8")
    assert [path.stem for path in corpus_files("rift", tmp_path)] == ["rift-01", "rift-02"]
    assert len(corpus_files(folder=tmp_path)) == 3


def test_items_of_all_files_come_in_order(tmp_path: Path) -> None:
    for name in ("b-01.txt", "a-01.txt"):
        (tmp_path / name).write_text("@ NONE sport\nA draw.\n", "utf-8")
    assert [item.id for item in read_corpus(corpus_files(folder=tmp_path)).items] == [
        "a-01:1",
        "b-01:1",
    ]


def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a-01.txt").write_bytes("@ NONE sport\nBogotá.".encode("latin-1"))
    (fault,) = read_corpus(corpus_files(folder=tmp_path)).faults
    assert "UTF-8" in str(fault)
