from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from dragoman.cli import layouts
from dragoman.cli.tables import WIDE, Layout, table_of

NAMES = st.text(st.sampled_from("abcdefé ñ-"), min_size=1, max_size=60)
PEOPLE = st.lists(st.fixed_dictionaries({"name": NAMES}), max_size=4)
ID = "EVT-0123456789abcdef"


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    date = st.sampled_from(["2026-01-21~", "../2026-01-21", "2026-01-19/2026-01-21", "2012/.."])
    return {
        "id": ID,
        "type": draw(st.sampled_from(["CONSULT", "MOBILIZE"])),
        "modes": draw(st.sampled_from([[], ["visit"], ["policy-change", "allege"]])),
        "actors": draw(PEOPLE),
        "recipients": draw(PEOPLE),
        "date": draw(st.none() | date.map(lambda edtf: {"edtf": edtf})),
        "factuality": draw(st.sampled_from(["happened", "planned", "hypothetical"])),
        "independent_outlets": 12,
        "reports": [{"cue": draw(NAMES), "voice": "narrator"}],
    }


def drawn(rows: list[dict[str, Any]], layout: Layout, width: int) -> str:
    console = Console(width=width, highlight=False)
    with console.capture() as shown:
        console.print(table_of(rows, layout, width))
    return shown.get()


@given(st.lists(events(), min_size=1, max_size=4), st.integers(60, 200))
def test_a_table_fits_and_never_breaks_an_id_or_a_day(
    rows: list[dict[str, Any]], width: int
) -> None:
    shown = drawn(rows, layouts.EVENTS, width)
    assert max(map(len, shown.splitlines())) <= width
    assert shown.count(ID) == len(rows)
    for row in rows:
        for part in (row["date"] or {"edtf": "—"})["edtf"].split("/"):
            assert part in shown


def test_a_narrow_terminal_stacks_what_a_wide_one_sets_apart() -> None:
    row = {
        "id": ID, "type": "CONSULT", "modes": ["visit"], "factuality": "planned",
        "actors": [{"name": "Chile"}], "recipients": [{"name": "Peru"}], "date": None,
        "independent_outlets": 2, "reports": [{"cue": "will visit", "voice": "official"}],
    }  # fmt: skip
    narrow, wide = drawn([row], layouts.EVENTS, WIDE - 1), drawn([row], layouts.EVENTS, WIDE)
    assert "Chile → Peru" in narrow
    assert "CONSULT visit planned  “will visit”" in narrow
    assert "Chile → Peru" not in wide
    assert "voices" in wide


def test_nobody_named_is_said_and_not_left_blank() -> None:
    row = {
        "id": ID, "type": "ASSAULT", "modes": [], "factuality": "happened", "actors": [],
        "recipients": [{"name": "Peru"}], "date": None, "independent_outlets": 1, "reports": [],
    }  # fmt: skip
    assert "nobody named → Peru" in drawn([row], layouts.EVENTS, 80)
