from __future__ import annotations

import datetime as dt

import pytest

from dragoman.merging.moments import utc_moment

NINE = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "iso", ["2026-01-05T09:00:00Z", "2026-01-05T12:00:00+03:00", "2026-01-05T09:00:00"]
)
def test_times_of_all_zones_are_put_on_one_clock(iso: str):
    assert utc_moment(iso) == NINE


@pytest.mark.parametrize("iso", [None, "", "yesterday", "0001-01-01T00:00:00+05:00"])
def test_what_is_no_time_is_no_moment(iso: str | None):
    assert utc_moment(iso) is None
