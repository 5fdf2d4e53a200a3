"""The check says what is wrong by file and line, and fails only for what is required."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import check, files

SOUND = "@ NONE sport\nThe home side held on for a draw that nobody had thought likely.\n"


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_YARDSTICKS", str(tmp_path / "yardsticks"))
    folder = tmp_path / "corpus"
    folder.mkdir()

    def found(slug: str | None = None) -> tuple[Path, ...]:
        return files.corpus_files(slug, folder)

    monkeypatch.setattr(check, "corpus_files", found)
    return folder


def test_one_writers_sound_files_pass_whatever_their_number(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "rift-01.txt").write_text(SOUND, "utf-8")
    assert check.main(["--only", "rift"]) == 0
    assert "faults: none" in capsys.readouterr().out


def test_the_whole_corpus_must_have_its_numbers(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "rift-01.txt").write_text(SOUND, "utf-8")
    assert check.main([]) == 1
    assert "items: 1 of 4000" in capsys.readouterr().out


def test_a_fault_is_named_and_fails(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "rift-01.txt").write_text(f"{SOUND}\n@ NONE chess\nMate.\n", "utf-8")
    assert check.main(["--only", "rift"]) == 1
    assert "rift-01:4: unknown kind of NONE 'chess'" in capsys.readouterr().out


def test_copies_fail(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "rift-01.txt").write_text(f"{SOUND}\n{SOUND}", "utf-8")
    assert check.main(["--only", "rift"]) == 1
    assert "rift-01:1 and rift-01:2: 1.00" in capsys.readouterr().out


def test_words_of_a_test_set_fail(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "rift-01.txt").write_text(SOUND, "utf-8")
    (corpus.parent / "yardsticks").mkdir()
    (corpus.parent / "yardsticks" / "lines.txt").write_text(SOUND, "utf-8")
    assert check.main(["--only", "rift"]) == 1
    assert "also in lines.txt" in capsys.readouterr().out


def test_no_file_is_a_wrong_use(corpus: Path) -> None:
    assert corpus.is_dir()
    assert check.main(["--only", "nobody"]) == 2
