from __future__ import annotations

import datetime as dt

from dragoman.sources.imprint import Imprint


def test_what_is_missing_is_filled_and_what_is_there_stays() -> None:
    first = Imprint(outlet="Example Times")
    filled = first.filled_from(Imprint(outlet="Other", headline="Ministers meet"))
    assert (filled.outlet, filled.headline) == ("Example Times", "Ministers meet")


def test_a_time_comes_only_with_its_own_day() -> None:
    day = Imprint(published=dt.date(2026, 3, 4))
    other = Imprint(published=dt.date(2026, 3, 5), published_time="2026-03-05T10:00:00+00:00")
    assert day.filled_from(other).published_time is None


def test_an_address_that_is_none_names_no_outlet() -> None:
    assert Imprint(url="http://[broken").outlet_or_domain() == "unknown outlet"
