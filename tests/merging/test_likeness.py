from __future__ import annotations

import pytest
from builders import CARACAS, HAVANA, SANTIAGO, a_day, a_month, a_report, a_year, actor_of

from dragoman.merging.likeness import ASPECTS, Likeness, dates, distance_km, places, sides
from dragoman.merging.tellings import Telling, tell
from dragoman.model.dates import NewsDate

WHO = actor_of("A", "B")


def told(article: str = "A", type_: str = "CONSULT", **more: object) -> Telling:
    return tell(a_report(article, type_, **more), WHO)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "likeness"),
    [
        (a_day("2026-01-20"), Likeness.SAME),
        (a_day("2026-01-23"), Likeness.SAME),
        (a_day("2026-01-24"), Likeness.APART),
        (a_month(2026, 1), Likeness.SAME),
        (a_month(2026, 2), Likeness.APART),
        (a_year(2026), Likeness.OPEN),
        (None, Likeness.OPEN),
    ],
)
def test_a_visit_on_the_twentieth_beside_other_dates(date: NewsDate | None, likeness: Likeness):
    assert dates(told(date=a_day("2026-01-20")), told(date=date)) is likeness


def test_only_acts_done_once_may_lie_a_day_apart():
    def on(day: str, mode: str) -> Telling:
        return told(type_="COERCE", mode=mode, date=a_day(day))

    assert dates(on("2026-01-20", "deport"), on("2026-01-21", "deport")) is Likeness.SAME
    assert dates(on("2026-01-20", "arrest"), on("2026-01-21", "arrest")) is Likeness.APART


def test_a_side_that_is_not_told_contradicts_nothing():
    assert sides(told(), told(recipients=())) is Likeness.NEAR
    assert sides(told(actors=()), told(recipients=())) is Likeness.OPEN
    assert sides(told(), told(recipients=("russia",))) is Likeness.APART


def test_a_visitor_and_a_host_do_not_change_places():
    assert sides(told(), told(actors=("cuba",), recipients=("minister",))) is Likeness.APART


def test_two_cities_of_one_visit_are_near_and_two_countries_are_not():
    assert places(told(place=HAVANA), told(place=SANTIAGO)) is Likeness.NEAR
    assert places(told(place=HAVANA), told(place=CARACAS)) is Likeness.APART


def test_distance_is_along_the_great_circle():
    assert distance_km(HAVANA, SANTIAGO) == pytest.approx(763, abs=15)


@pytest.mark.parametrize("aspect", ASPECTS.values(), ids=list(ASPECTS))
def test_every_aspect_is_mutual(aspect: object):
    tellings = [
        told(date=a_day("2026-01-20"), place=HAVANA),
        told("B", date=a_month(2026, 1), recipients=()),
        told("B", "ASSAULT", mode="aerial", cue="struck", place=SANTIAGO),
        told(mode=None, cue="met", actors=("cuba",), recipients=("minister", "president")),
    ]
    for one in tellings:
        for other in tellings:
            assert aspect(one, other) is aspect(other, one)  # type: ignore[operator]
