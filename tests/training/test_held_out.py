"""What is held out is whole files, about a tenth, of every writer and both kinds of prose."""

from __future__ import annotations

from training.files import corpus_files, read_corpus
from training.held_out import file_of, is_held_out


def test_about_a_tenth_is_held_out() -> None:
    items = read_corpus(corpus_files()).items
    share = sum(map(is_held_out, items)) / len(items)
    assert 0.075 < share < 0.12


def test_no_file_stands_on_both_sides() -> None:
    items = read_corpus(corpus_files()).items
    held = {file_of(item) for item in items if is_held_out(item)}
    learned = {file_of(item) for item in items if not is_held_out(item)}
    assert not held & learned


def test_every_writer_has_prose_of_both_kinds_held_out() -> None:
    items = read_corpus(corpus_files()).items
    held = {file_of(item) for item in items if is_held_out(item)}
    writers = {name.partition("-")[0] for name in held}
    for writer in writers:
        own = [name for name in held if name.startswith(f"{writer}-")]
        assert any("wire" in name for name in own), writer
        assert any("wire" not in name for name in own), writer
