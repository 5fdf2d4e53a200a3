from __future__ import annotations

import datetime as dt

from builders import HAVANA, Head, a_day, a_month, a_report, actor_of

from dragoman.merging.summary import Corroboration, summed_up
from dragoman.merging.tellings import tell
from dragoman.model.actor import Place
from dragoman.model.event import Event, Reprint
from dragoman.model.report import Factuality, Report

HEADS = {name: Head(f"Outlet {name}", dt.date(2026, 1, 21)) for name in "ABCD"}


def the_event(*reports: Report) -> Event:
    return summed_up([tell(r, actor_of(*HEADS)) for r in reports], Corroboration(HEADS, ()))


def test_an_original_counts_and_its_reprints_do_not():
    reprints = (Reprint("B", "A", 1.0), Reprint("C", "A", 1.0))
    assert Corroboration(HEADS, reprints).outlets("ABCD") == 2


def test_reprints_of_an_absent_original_stand_for_it_once():
    reprints = (Reprint("B", "A", 1.0), Reprint("C", "A", 1.0))
    assert Corroboration(HEADS, reprints).outlets("BCD") == 2


def test_the_finest_date_wins_and_of_equals_the_most_told():
    first, second = a_day("2026-01-20"), a_day("2026-01-21")
    dates = [first, second, second, a_month(2026, 1)]
    reports = [a_report(name, date=date) for name, date in zip("ABCD", dates, strict=True)]
    assert the_event(*reports).date == second


def test_the_finest_place_wins():
    cuba = Place("Cuba", "CUB", None, None, "country")
    event = the_event(
        a_report("A", place=cuba), a_report("B", place=cuba), a_report("C", place=HAVANA)
    )
    assert event.place == HAVANA


def test_the_count_most_outlets_give_wins():
    event = the_event(*(a_report(n, number=c) for n, c in (("A", 20), ("B", 30), ("C", 30))))
    assert event.quantity is not None
    assert event.quantity.at_least == 30


def test_a_plan_gives_way_to_what_came_of_it():
    plans = [a_report(name, factuality=Factuality.PLANNED) for name in "ABC"]
    assert the_event(*plans).factuality is Factuality.PLANNED
    assert the_event(*plans, a_report("D")).factuality is Factuality.HAPPENED


def test_modes_and_sides_are_united_the_most_told_first():
    event = the_event(a_report("A", mode=None), a_report("B", recipients=("cuba", "president")))
    assert event.modes == ("visit",)
    assert event.recipient_ids == ("ACT-cuba", "ACT-president")
