from __future__ import annotations

import datetime as dt

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.cast import office_on
from dragoman.model.actor import Office
from factory import make_article, make_how, make_reading, words_in

TEXT = make_article().text


def an_office(title: str, since: str | None = None, until: str | None = None) -> Office:
    quote = words_in(TEXT, "foreign minister")
    return Office(title, None, "NOR", since, until, quote, make_how("minister"))


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        (None, None, True),
        ("2023", None, True),
        ("2025-06", None, True),
        ("2025-06-15", None, True),
        ("2025-06-16", None, False),
        ("2026", None, False),
        (None, "2024", False),
        (None, "2025", True),
        (None, "2025-05", False),
        ("2023", "2025-06-15~", True),
        ("2023", "2025-06-14~", False),
    ],
)
def test_an_office_is_held_on_the_days_from_since_to_until(
    since: str | None, until: str | None, *, held: bool
) -> None:
    office = an_office("Foreign Minister", since, until)
    assert office_on([office], dt.date(2025, 6, 15)) == (office if held else None)


def test_the_first_office_held_is_told_and_without_a_day_the_present_one() -> None:
    former, present = an_office("Speaker", until="2020"), an_office("Foreign Minister", "2025")
    assert office_on([former, present], dt.date(2026, 1, 1)) == present
    assert office_on([former, present], dt.date(2019, 1, 1)) == former
    assert office_on([former, present], None) == present
    assert office_on([], None) is None


def test_who_an_appearance_is_does_not_wait_for_merging(ledger: Ledger) -> None:
    ledger.add(make_reading())
    report = ledger.by_id(make_reading().reports[0].id)
    assert [actor.name for actor in report.actors] == ["foreign minister of Norway"]  # type: ignore[union-attr]
    assert report.event_id is None  # type: ignore[union-attr]
