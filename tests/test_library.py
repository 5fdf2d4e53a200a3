from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import dragoman

TEXT = (
    "outlet: Test Post\ndate: 2026-03-04\nlanguage: en\nheadline: A minister travels\n\n"
    "Norway's foreign minister visited Canada on Tuesday for talks on fisheries.\n\n"
    "Diplomatic sources said the talks would go on in May.\n\n"
    "Norway sent aid to Peru on Monday.\n"
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> dragoman.Library:
    folder = tmp_path_factory.mktemp("library")
    (folder / "a.txt").write_text(TEXT)
    (folder / "empty.txt").touch()
    library = dragoman.open(folder / "ledger.db")
    summary = library.read([folder / "a.txt", folder / "empty.txt"])
    assert (summary.articles, len(summary.failures)) == (1, 1)
    return library


def test_events_are_the_records_that_the_command_prints(library: dragoman.Library) -> None:
    (event,) = library.events(country="NOR", type="CONSULT")
    (report, *_) = event["reports"]
    text = library.ledger.article(report["article"]["id"]).text
    assert text[report["start"] : report["end"]] == report["sentence"]
    assert event["quad"] == "verbal cooperation"


@pytest.mark.parametrize("rows", ["events", "claims", "reasons", "actors", "articles"])
def test_every_kind_of_row_has_an_id(library: dragoman.Library, rows: str) -> None:
    found = getattr(library, rows)()
    assert found
    assert all(row["id"] for row in found)


def test_supports_may_be_none_at_all(library: dragoman.Library) -> None:
    assert library.supports(actor="Nobody") == []


def test_filters_are_those_of_the_ledger(library: dragoman.Library) -> None:
    assert library.claims(voice=None, since=dt.date(2027, 1, 1)) == []
    with pytest.raises(dragoman.UsageError):
        library.actors(limit=-1)
    with pytest.raises(TypeError):
        library.actors(colour="red")  # type: ignore[call-arg]


def test_an_answer_comes_with_its_citations(library: dragoman.Library) -> None:
    answer = library.why("Why did Norway send aid to Peru?")
    assert answer.found
    assert answer.citations


def test_a_timeline_is_a_list_of_moments(library: dragoman.Library) -> None:
    (moment,) = library.timeline(type="CONSULT", limit=1)
    assert moment.edtf == "2026-03-03"


def test_one_path_may_be_given_without_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    with dragoman.open(tmp_path / "ledger.db") as library:
        assert library.read(tmp_path).articles == 1
        assert library.read(str(tmp_path / "a.txt")).unchanged == 1


def test_without_a_path_it_is_the_ledger_of_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(tmp_path / "mine.db"))
    with dragoman.open() as library:
        assert library.ledger.path == tmp_path / "mine.db"


def test_after_the_block_it_is_closed(tmp_path: Path) -> None:
    with dragoman.open(tmp_path / "ledger.db") as library:
        pass
    with pytest.raises(dragoman.LedgerError):
        library.articles()


OFFICES = {
    "a.txt": ("2025-03-04", "Ana Soto, Peru's interior minister since 2023, spoke on Tuesday."),
    "b.txt": ("2026-03-04", "Peru's interior minister, Eva Ruiz, spoke on Tuesday."),
    "c.txt": ("2026-03-05", "Ana Soto, Peru's interior minister, spoke on Wednesday."),
    "d.txt": ("2026-05-05", "Ana Soto, Peru's former interior minister, spoke on Monday."),
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dragoman.Library:
    folder = tmp_path_factory.mktemp("offices")
    for name, (day, said) in OFFICES.items():
        head = f"outlet: Test Post {name[0]}\ndate: {day}\nlanguage: en\nheadline: Words of {day}"
        (folder / name).write_text(f"{head}\n\n{said}\n")
    library = dragoman.open(folder / "ledger.db")
    library.read(folder)
    return library


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (dt.date(2022, 5, 1), set()),
        (dt.date(2024, 5, 1), {"Ana Soto"}),
        (dt.date(2026, 3, 10), {"Ana Soto", "Eva Ruiz"}),
        (dt.date(2026, 6, 1), {"Eva Ruiz"}),
    ],
)
def test_who_held_a_post_then_is_told_by_every_text(
    offices: dragoman.Library, day: dt.date, names: set[str]
) -> None:
    found = offices.actors(office="interior minister", country="PER", on=day)
    assert {actor["name"] for actor in found} == names


def test_an_office_keeps_the_evidence_of_each_text(offices: dragoman.Library) -> None:
    (soto,) = offices.actors(actor="Ana Soto")
    told = {held["evidence"]["article"]["published"] for held in soto["offices"]}
    assert told == {"2025-03-04", "2026-03-05", "2026-05-05"}
