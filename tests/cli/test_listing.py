from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

import dragoman
from running import run_dragoman

LISTS = ["events", "claims", "reasons", "actors", "articles"]


def records(command: str, *options: str, desk: Path) -> list[dict[str, Any]]:
    ran = run_dragoman(command, *options, "--format", "jsonl", cwd=desk)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("command", LISTS)
class TestEveryList:
    def test_its_json_lines_are_the_records_of_the_library(self, desk: Path, command: str) -> None:
        with dragoman.open(desk / "ledger.db") as library:
            assert records(command, desk=desk) == getattr(library, command)()

    def test_its_csv_holds_the_same_rows_and_loses_nothing(self, desk: Path, command: str) -> None:
        ran = run_dragoman(command, "--format", "csv", cwd=desk)
        rows = list(csv.DictReader(io.StringIO(ran.out, newline="")))
        told = records(command, desk=desk)
        assert [row["id"] for row in rows] == [record["id"] for record in told]
        assert list(rows[0]) == list(told[0])

    def test_the_limit_is_kept(self, desk: Path, command: str) -> None:
        assert len(records(command, "--limit", "2", desk=desk)) == 2

    @pytest.mark.parametrize("width", [60, 80, 140])
    def test_a_table_fits_its_terminal_with_every_id_whole(
        self, desk: Path, command: str, width: int
    ) -> None:
        ran = run_dragoman(command, cwd=desk, variables={"COLUMNS": str(width)})
        assert max(map(len, ran.out.splitlines())) <= width
        shown = set(re.findall(r"\b[A-Z]{3}-[0-9a-f]{16}\b", ran.out))
        with dragoman.open(desk / "ledger.db") as library:
            assert shown >= {record["id"] for record in getattr(library, command)()}

    def test_finding_nothing_is_said_on_standard_error(self, desk: Path, command: str) -> None:
        ran = run_dragoman(command, "--actor", "Nobody Of That Name", cwd=desk)
        assert (ran.code, ran.out) == (0, "")
        assert "nothing in the ledger fits" in ran.err


@pytest.mark.usefixtures("ledger")
def test_events_can_be_asked_for_by_actor_type_and_day(desk: Path) -> None:
    asked = ("--actor", "kolokoltsev", "--type", "consult", "--since", "2026-01-01")
    found = records("events", *asked, desk=desk)
    assert found
    for event in found:
        everyone = [*event["actors"], *event["recipients"]]
        assert "Vladimir Kolokoltsev" in {actor["name"] for actor in everyone}
        assert event["type"] == "CONSULT"
        assert event["date"]["latest"] >= "2026-01-01"


@pytest.mark.usefixtures("ledger")
def test_claims_of_unnamed_sources_can_be_asked_for(desk: Path) -> None:
    found = records("claims", "--voice", "unnamed", desk=desk)
    assert {claim["voice"] for claim in found} == {"unnamed"}


@pytest.mark.usefixtures("ledger")
def test_a_filter_without_meaning_is_wrong_use(desk: Path) -> None:
    ran = run_dragoman("actors", "--since", "2026-02-01", "--until", "2026-01-01", cwd=desk)
    assert ran.code == 2
    assert ran.err == "dragoman: 2026-02-01 is after 2026-01-01; swap since and until\n"


@pytest.mark.usefixtures("ledger")
def test_the_ledger_may_be_named_by_a_variable(desk: Path, tmp_path: Path) -> None:
    named = {"DRAGOMAN_LEDGER": str(desk / "ledger.db")}
    ran = run_dragoman("articles", "--format", "jsonl", cwd=tmp_path, variables=named)
    assert len(ran.out.splitlines()) == 13


@pytest.mark.usefixtures("ledger")
def test_the_cast_list_begins_with_who_is_named_and_told_of_most(desk: Path) -> None:
    told = [
        (actor["kind"] not in {"group", "unnamed"}, actor["articles"], actor["mentions"])
        for actor in records("actors", desk=desk)
    ]
    assert told == sorted(told, reverse=True)


@pytest.mark.usefixtures("ledger")
def test_the_cast_list_says_what_else_an_actor_is_called(desk: Path) -> None:
    ran = run_dragoman("actors", "--actor", "Cuba", "--type", "state", cwd=desk)
    assert "also Havana" in ran.out


@pytest.mark.usefixtures("ledger")
def test_who_held_a_post_on_a_day_is_told_by_the_articles(desk: Path) -> None:
    asked = ("--office", "minister of the interior", "--country", "CUB", "--on", "2024-05-01")
    found = records("actors", *asked, desk=desk)
    assert [actor["name"] for actor in found] == ["Lázaro Alberto Álvarez Casas"]


@pytest.mark.usefixtures("ledger")
def test_where_no_article_says_who_the_tables_are_named_beside_the_rows(desk: Path) -> None:
    asked = ("--office", "foreign minister", "--country", "RUS", "--on", "2010-05-01")
    ran = run_dragoman("actors", *asked, cwd=desk)
    assert ran.out == ""
    assert ran.err.startswith("no article read says who; the authority tables name Sergei Lavrov")


@pytest.mark.usefixtures("ledger")
def test_states_have_their_wikidata_ids(desk: Path) -> None:
    found = {actor["name"]: actor["wikidata_id"] for actor in records("actors", desk=desk)}
    assert found["Cuba"] == "Q241"
    assert found["Vladimir Kolokoltsev"] is None
