from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import run_dragoman

QUESTION = "Why is Kolokoltsev in Havana?"
pytestmark = pytest.mark.usefixtures("ledger")


def test_an_answer_is_a_note_with_numbered_sources(desk: Path) -> None:
    ran = run_dragoman("why", QUESTION, cwd=desk)
    assert ran.code == 0
    assert ran.out.startswith(f"{QUESTION}\n\nWhat happened\n  • ")
    assert "[1]" in ran.out.partition("Sources")[0]
    assert "[1] " in ran.out.partition("Sources")[2]


def test_its_json_cites_the_very_characters(desk: Path) -> None:
    import dragoman

    answer = json.loads(run_dragoman("why", QUESTION, "--json", cwd=desk).out)
    assert answer["found"]
    numbers = {citation["number"] for citation in answer["citations"]}
    lines = [line for section in answer["sections"] for line in section["lines"]]
    assert {number for line in lines for number in line["citations"]} == numbers
    with dragoman.open(desk / "ledger.db") as library:
        for cited in answer["citations"]:
            text = library.ledger.article(cited["article"]["id"]).text
            assert text[cited["start"] : cited["end"]] == cited["sentence"]


def test_a_question_without_an_answer_says_what_is_missing(desk: Path) -> None:
    ran = run_dragoman("why", "Why is Merkel in Reykjavik?", cwd=desk)
    assert ran.code == 0
    assert "Nothing found: nothing in the ledger names Merkel and Reykjavik." in ran.out
    assert "The nearest known matter" in ran.out


def test_a_timeline_is_in_the_order_of_its_days(desk: Path) -> None:
    asked = ("--actor", "Kolokoltsev", "--since", "2023-01-01", "--format", "jsonl")
    ran = run_dragoman("timeline", *asked, cwd=desk)
    days = [json.loads(line)["date"] for line in ran.out.splitlines()]
    assert len(days) > 2
    years = [day[:4] for day in days if not day.startswith("..")]
    assert years == sorted(years)


def test_a_timeline_can_ask_for_two_who_are_both_there(desk: Path) -> None:
    alone = run_dragoman("timeline", "--actor", "Kolokoltsev", "--format", "jsonl", cwd=desk)
    both = run_dragoman(
        "timeline", "--actor", "Kolokoltsev", "--with", "Castro", "--format", "jsonl", cwd=desk
    )
    assert 0 < len(both.out.splitlines()) < len(alone.out.splitlines())


@pytest.mark.parametrize("command", ["events", "claims", "reasons", "actors", "articles"])
def test_whatever_has_an_id_can_be_explained(desk: Path, command: str) -> None:
    listed = run_dragoman(command, "--limit", "1", "--format", "jsonl", cwd=desk)
    ran = run_dragoman("explain", json.loads(listed.out)["id"], cwd=desk)
    assert ran.code == 0
    assert len(ran.out.splitlines()) > 1
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("id_", ["EVT-0000000000000000", "nonsense"])
def test_an_unknown_id_is_wrong_use(desk: Path, id_: str) -> None:
    ran = run_dragoman("explain", id_, cwd=desk)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert id_ in ran.err
