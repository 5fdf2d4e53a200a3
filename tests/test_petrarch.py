"""How the benchmark on PETRARCH's records counts, on records of our own."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from dragoman.pipeline import load_tools
from petrarch import (
    READINGS,
    Counts,
    GoldEvent,
    Party,
    Triple,
    compare,
    fits,
    read_records,
    triples_of,
)
from petrarch_codes import NO_EVENT, cameo_types, weis_types, with_known_states

WEIS, WEIS_YIELD, SECTORS = READINGS[:3]
FILE = """<Validation><Sentences>
<Sentence date="19950103" id="OWN-1" category="OWN" sentence="true">
<EventCoding sourcecode="ARNGOV" targetcode="GON" eventcode="032"></EventCoding>
<EventCoding sourcecode="GON" targetcode="ARNGOV" eventcode="033"></EventCoding>
<EventCoding error="null"></EventCoding>
<Text>
The Arnorian foreign minister visited
Minas Tirith on Tuesday.
</Text>
<Parse>(ROOT)</Parse>
</Sentence>
</Sentences></Validation>
"""
ARNOR = Party(" arnor s minister ", "NOR", ("GOV", "DIP"))
GONDOR = Party(" gondor ", None, ())


def counts(events: list[GoldEvent], told: list[Triple], reading: object = WEIS) -> Counts:
    made = Counts()
    compare(events, told, reading, made)  # type: ignore[arg-type]
    return made


def test_a_record_is_read_with_its_day_its_text_and_its_events(tmp_path: Path) -> None:
    path = tmp_path / "own.xml"
    path.write_text(FILE, encoding="utf-8")
    (record,) = read_records(path)
    assert record.published == dt.date(1995, 1, 3)
    assert record.text == "The Arnorian foreign minister visited Minas Tirith on Tuesday."
    assert record.events == (GoldEvent("ARNGOV", "GON", "032"), GoldEvent("GON", "ARNGOV", "033"))


def test_the_whole_pipeline_finds_a_visit_made_and_received(tmp_path: Path) -> None:
    path = tmp_path / "own.xml"
    path.write_text(with_known_states(FILE), encoding="utf-8")
    (record,) = read_records(path)
    assert record.text == "The Norwegian foreign minister visited Ottawa on Tuesday."
    made = counts(list(record.events), triples_of(record, load_tools()), SECTORS)
    assert (made.found, made.missed, made.extra) == (2, 0, 0)


@pytest.mark.parametrize(
    ("code", "types"),
    [
        ("032", {"CONSULT", "AGREE"}),
        ("064", {"SUPPORT"}),
        ("174K", {"THREATEN"}),
        ("223", {"ASSAULT"}),
        ("023", set()),
        ("345", None),
        ("901", None),
    ],
)
def test_codes_are_those_of_weis(code: str, types: set[str] | None) -> None:
    assert weis_types(code) == types


def test_the_same_codes_mean_another_thing_in_cameo() -> None:
    assert cameo_types("064") == {"COOPERATE"}
    assert cameo_types("223") is None
    assert cameo_types("012") == NO_EVENT


def test_a_side_is_met_by_name_country_and_where_asked_sector() -> None:
    assert fits("ARN", ARNOR, sectors=True)
    assert fits("ARNGOV", ARNOR, sectors=True)
    assert not fits("ARNMIL", ARNOR, sectors=True)
    assert fits("ARNMIL", ARNOR, sectors=False)
    assert not fits("GON", ARNOR, sectors=False)
    assert fits("---", None, sectors=False)
    assert not fits("ARN", None, sectors=False)


def test_a_triple_of_another_type_is_a_miss_and_an_extra() -> None:
    made = counts([GoldEvent("ARN", "GON", "122")], [Triple("AID", ARNOR, GONDOR)])
    assert (made.found, made.missed, made.extra) == (0, 1, 1)


def test_sides_exchanged_are_no_triple() -> None:
    made = counts([GoldEvent("GON", "ARN", "122")], [Triple("ACCUSE", ARNOR, GONDOR)])
    assert (made.found, made.missed, made.extra) == (0, 1, 1)


def test_a_report_with_one_side_is_no_extra() -> None:
    assert counts([], [Triple("ACCUSE", ARNOR, None)]).extra == 0


def test_a_promise_of_a_cooperative_act_meets_its_code_and_no_other() -> None:
    promise = Triple("AGREE", ARNOR, GONDOR, to_come=True)
    assert counts([GoldEvent("ARN", "GON", "071")], [promise]).found == 1
    assert counts([GoldEvent("ARN", "GON", "223")], [promise]).found == 0
    assert counts([GoldEvent("ARN", "GON", "071")], [Triple("AGREE", ARNOR, GONDOR)]).found == 0


def test_concede_and_retreat_are_one_where_yield_is() -> None:
    events, told = [GoldEvent("ARN", "GON", "066")], [Triple("CONCEDE", ARNOR, GONDOR)]
    assert (counts(events, told).found, counts(events, told, WEIS_YIELD).found) == (0, 1)


def test_what_no_scheme_has_is_left_out_with_what_is_told_between_its_sides() -> None:
    made = counts([GoldEvent("ARN", "GON", "901")], [Triple("ASSAULT", ARNOR, GONDOR)])
    assert (made.found, made.missed, made.extra, made.left_out) == (0, 0, 0, 1)
    comment = counts([GoldEvent("ARN", "GON", "023")], [Triple("ASSAULT", ARNOR, GONDOR)])
    assert (comment.missed, comment.extra, comment.left_out) == (0, 1, 1)
