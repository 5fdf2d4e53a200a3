from __future__ import annotations

from pathlib import Path

from running import Ran, run_dragoman


def test_the_demo_says_what_its_texts_are_before_anything_else(demo: Ran) -> None:
    first = " ".join(demo.out.split())
    assert first.startswith("These 13 dispatches are samples")
    assert "do not cite them" in first


def test_it_answers_its_question_with_sources_and_a_timeline(demo: Ran) -> None:
    parts = ["Why is Kolokoltsev in Havana?", "What happened", "Sources", "Timeline"]
    places = [demo.out.index(part) for part in parts]
    assert places == sorted(places)
    assert "Díaz-Canel" in demo.out


def test_it_counts_what_it_read_and_says_what_to_try_next_on_standard_error(demo: Ran) -> None:
    assert demo.code == 0
    assert "13 articles read, 0 unchanged" in demo.err
    assert "dragoman events --actor Kolokoltsev --ledger ledger.db" in demo.err


def test_the_readme_of_the_coverage_is_not_an_article(ledger: Path, desk: Path) -> None:
    listed = run_dragoman("articles", "--ledger", ledger, "--format", "jsonl", cwd=desk)
    assert len(listed.out.splitlines()) == 13
    assert listed.out.count("(sample)") >= 13


def test_what_it_suggests_works(ledger: Path, desk: Path) -> None:
    for command in (("events", "--actor", "Kolokoltsev"), ("claims", "--voice", "unnamed")):
        ran = run_dragoman(*command, "--ledger", ledger, cwd=desk)
        assert ran.code == 0
        assert ran.out


def test_it_is_never_mixed_into_a_ledger_of_your_own(ledger: Path, desk: Path) -> None:
    before = ledger.read_bytes()
    ran = run_dragoman("demo", "--keep", ledger, cwd=desk)
    assert ran.code == 2
    assert "is there already; name a new file" in ran.err
    assert ledger.read_bytes() == before


def test_no_line_is_wider_than_the_terminal(demo: Ran) -> None:
    assert max(len(line) for line in demo.out.splitlines()) <= 80
