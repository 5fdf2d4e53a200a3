from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.options import Format
from dragoman.cli.output import print_rows, say
from dragoman.cli.tables import Column, Layout

LAYOUT = Layout(wide=(Column("id", lambda r: r["id"]),), narrow=(Column("id", lambda r: r["id"]),))
ROW = {"id": "A", "names": ["Ω", 'a "b", c'], "known": True, "place": None, "note": "two\nlines"}


def test_json_lines_keep_every_value_and_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows([ROW, ROW], LAYOUT, Format.JSONL, nothing="")
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == [ROW, ROW]
    assert "Ω" in lines[0]


def test_csv_is_rfc_4180_with_json_in_cells_that_hold_lists(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_rows([ROW], LAYOUT, Format.CSV, nothing="")
    told = capsys.readouterr().out
    (row,) = csv.DictReader(io.StringIO(told, newline=""))
    assert json.loads(row["names"]) == ROW["names"]
    assert (row["known"], row["place"], row["note"]) == ("true", "", "two\nlines")
    assert told.count("\r\n") == 2


@pytest.mark.parametrize("form", list(Format))
def test_no_rows_are_said_on_standard_error_alone(
    form: Format, capsys: pytest.CaptureFixture[str]
) -> None:
    print_rows([], LAYOUT, form, nothing="nothing fits")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "nothing fits\n")


def test_rows_are_written_as_they_come(capsys: pytest.CaptureFixture[str]) -> None:
    def rows():  # type: ignore[no-untyped-def]
        yield {"id": 1}
        raise KeyError("the second")

    with pytest.raises(KeyError):
        print_rows(rows(), LAYOUT, Format.JSONL, nothing="")
    assert capsys.readouterr().out == '{"id": 1}\n'


@given(st.text(min_size=1, max_size=300))
def test_whatever_is_said_is_one_line(words: str) -> None:
    from dragoman.cli import output

    with output.err.capture() as heard:
        say(f"dragoman: {words}")
    assert len(heard.get().splitlines()) == 1
