"""The place table: every name can be found, and nothing that is not in it."""

from __future__ import annotations

from collections import defaultdict
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.places import PlaceKind, PlaceTable, load_places
from dragoman.language.places.naming import place_key

TABLE = load_places()
NAMES = st.text("abc é", min_size=1, max_size=4).map(place_key).filter(bool)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Oslo", PlaceKind.CAPITAL, "NOR"),
        ("Guayaquil", PlaceKind.TOWN, "ECU"),
        ("Texas", PlaceKind.DIVISION, "USA"),
        ("Bavaria", PlaceKind.DIVISION, "DEU"),
        ("Cook County", PlaceKind.DISTRICT, "USA"),
        ("Peru", PlaceKind.COUNTRY, "PER"),
        ("Peruvian", PlaceKind.COUNTRY, "PER"),
        ("the West Bank", PlaceKind.REGION, "PSE"),
        ("Black Sea", PlaceKind.REGION, ""),
    ],
)
def test_the_table_knows_places_of_each_kind(name: str, kind: PlaceKind, country: str) -> None:
    assert (kind, country) in {(place.kind, place.country) for place in TABLE.find(name)}


def test_accents_points_and_capitals_do_not_matter() -> None:
    assert TABLE.find("SAO PAULO") == TABLE.find("São Paulo")
    assert TABLE.find("St. Louis") == TABLE.find("Saint Louis") != ()


def test_an_arabic_article_may_be_missing() -> None:
    assert any(place.country == "YEM" for place in TABLE.find("Hudaydah"))


@pytest.mark.parametrize("name", ["", "...", "Qwxzville-upon-Nothing"])
def test_no_place_bears_a_name_that_is_none(name: str) -> None:
    assert TABLE.find(name) == ()


def test_coordinates_are_degrees_and_codes_have_three_letters() -> None:
    oslo = next(place for place in TABLE.find("Oslo") if place.kind is PlaceKind.CAPITAL)
    assert (oslo.lat, oslo.lon) == (pytest.approx(59.9, abs=0.2), pytest.approx(10.75, abs=0.2))
    for name in ("Paris", "Springfield", "Victoria", "Georgia"):
        for place in TABLE.find(name):
            assert -90 <= place.lat <= 90
            assert -180 <= place.lon <= 180
            assert len(place.country) == 3


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example.ca/a", "CAN"),
        ("https://example.co.uk/a?b=c", "GBR"),
        ("https://example.com/a", ""),
        ("not an address", ""),
        (None, ""),
    ],
)
def test_the_ending_of_a_web_address_tells_the_outlets_country(
    url: str | None, country: str
) -> None:
    assert TABLE.home_of(url) == country


def test_every_division_lies_in_its_country() -> None:
    """By the extent of the country's towns, a little widened for what is settled at one end."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    divisions = []
    for line in files("dragoman").joinpath("data/places.tsv").read_text("utf-8").splitlines():
        for cell in line.split("\t")[1:]:
            kind, name, country, _, lat, lon = cell.split("|")[:6]
            if kind in "TK":
                towns[country].append((float(lat), float(lon)))
            elif kind in "DE":
                divisions.append((name, country, float(lat), float(lon)))
    extents = {country: _extent(points) for country, points in towns.items()}
    assert len(divisions) > 10_000
    for name, country, lat, lon in divisions:
        south, north, west, east = extents[country]
        assert south - 3 <= lat <= north + 3, (name, country)
        if east - west < 180:
            assert west - 3 <= lon <= east + 3, (name, country)


def _extent(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    lats, lons = zip(*points, strict=True)
    return min(lats), max(lats), min(lons), max(lons)


def test_the_table_is_sorted_as_it_is_searched() -> None:
    lines = files("dragoman").joinpath("data/places.tsv").read_bytes().splitlines()
    keys = [line.partition(b"\t")[0] for line in lines]
    assert keys == sorted(set(keys))


@given(st.dictionaries(NAMES, st.sampled_from(["PER", "CUB"]), max_size=12), NAMES)
def test_a_name_is_found_where_it_stands_and_no_other(rows: dict[str, str], asked: str) -> None:
    ordered = sorted(rows, key=str.encode)
    lines = "".join(f"{key}\tT||{rows[key]}|01|1.00|2.00|5\n" for key in ordered)
    table = PlaceTable(lines.encode())
    assert [place.country for place in table.of_key(asked)] == (
        [rows[asked]] if asked in rows else []
    )
    assert all(table.of_key(key)[0].country == rows[key] for key in rows)
