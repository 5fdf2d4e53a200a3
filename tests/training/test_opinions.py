"""The sentences of opinion: their markup is strict, and what ships is sound."""

from __future__ import annotations

from pathlib import Path

from training.likeness import near_duplicates
from training.opinions import Loaded, Opinions, opinion_files, read_opinions


def read(tmp_path: Path, text: str) -> Opinions:
    path = tmp_path / "delta-01.txt"
    path.write_text(text, "utf-8")
    return read_opinions([path])


def test_loaded_words_stand_where_the_text_has_them(tmp_path: Path) -> None:
    text = "@ slanted mixed\nSenators [loaded: rammed through | passed] the [loaded: vile | ] bill."
    (sentence,) = read(tmp_path, text).sentences
    assert sentence.text == "Senators rammed through the vile bill."
    assert sentence.loaded == (Loaded(9, 23, "passed"), Loaded(28, 32, ""))
    assert [sentence.text[one.start : one.end] for one in sentence.loaded] == [
        "rammed through",
        "vile",
    ]
    assert (sentence.slanted, sentence.view) == (True, "mixed")


def test_an_entry_without_labels_is_a_fault_and_the_next_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "It rained.\n\n@ plain factual\nThe bill passed by six votes.\n")
    assert [one.text for one in found.sentences] == ["The bill passed by six votes."]
    assert [(fault.line, fault.name) for fault in found.faults] == [(1, "delta-01")]


def test_a_bracket_that_is_left_open_is_a_fault(tmp_path: Path) -> None:
    found = read(tmp_path, "@ slanted mixed\nThe [loaded: vile bill passed.")
    assert not found.sentences
    assert found.faults[0].line == 1


def test_the_shipped_sentences_are_sound_and_a_part_is_held_out() -> None:
    found = read_opinions(opinion_files())
    assert not found.faults
    held = sum(sentence.is_held_out for sentence in found.sentences)
    assert 0.08 < held / len(found.sentences) < 0.15


def test_hardly_any_shipped_sentence_is_like_another() -> None:
    sentences = read_opinions(opinion_files()).sentences
    assert len(near_duplicates(sentences)) < 0.01 * len(sentences)
