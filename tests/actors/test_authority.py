from __future__ import annotations

import datetime as dt
import subprocess
import sys
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.authority import (
    PHOENIX_DAY,
    TABLES,
    NameForm,
    NameMatch,
    Role,
    load_authority,
    read_table,
)
from dragoman.actors.folding import fold
from dragoman.model.actor import ActorKind

AUTHORITY = load_authority()
ORDINARY = (Path(__file__).parent / "ordinary_words.txt").read_text("utf-8").split()
SOVEREIGN = [row["country"] for row in read_table("states") if row["formal"] and row["lat"]]


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.form.value, m.entry.id) for m in AUTHORITY.find(text)]


@given(st.text())
def test_folding_keeps_the_length_and_so_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=40), st.sampled_from(["Miguel Díaz-Canel", "Côte d’Ivoire", "Türkiye"]))
def test_an_accented_name_is_found_where_it_stands(before: str, name: str) -> None:
    text = f"{before} | {name}, they said"
    start = len(before) + 3
    assert any((m.start, m.end) == (start, start + len(name)) for m in AUTHORITY.find(text))


@given(
    st.lists(st.sampled_from(["Cuba", "the", "U.S.", "Iran's", "North Korea", "EU", "état", ","]))
)
def test_matches_are_in_order_never_overlap_and_quote_whole_words(words: list[str]) -> None:
    text = " ".join(words)
    matches = AUTHORITY.find(text)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert all(AUTHORITY.lookup(text[m.start : m.end])[0] == m.entry for m in matches)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Officials in the U.S. said so.", ("U.S.", "name", "state:USA")),
        ("US sanctions", ("US", "name", "state:USA")),
        ("the U.S.-led talks", ("U.S.", "name", "state:USA")),
        ("He lived in the States for years", ("the States", "name", "state:USA")),
        ("Cubans queued", ("Cubans", "demonym", "state:CUB")),
        ("a Cuban delegation", ("Cuban", "adjective", "state:CUB")),
        ("Havana said", ("Havana", "capital", "state:CUB")),
        ("the Kremlin denied it", ("Kremlin", "seat", "state:RUS")),
        ("aides at the White House", ("White House", "seat", "state:USA")),
        ("the Élysée confirmed", ("Élysée", "seat", "state:FRA")),
        ("the Pentagon declined", ("Pentagon", "name", "body:USA:pentagon")),
        ("under the Castro regime", ("Castro regime", "regime", "state:CUB")),
        ("the heirs of Chavismo", ("Chavismo", "name", "body:VEN:chavismo")),
        ("the UN Security Council met", ("UN Security Council", "name", "org:UN-SECURITY-COUNCIL")),
        ("North Korean troops", ("North Korean", "adjective", "state:PRK")),
        ("Burma's generals", ("Burma", "name", "state:MMR")),
        ("Pyongyang, capital of the DPRK", ("DPRK", "name", "state:PRK")),
        ("EU envoys", ("EU", "name", "state:EUR")),
    ],
)
def test_a_name_is_found_with_its_form(text: str, match: tuple[str, str, str]) -> None:
    assert match in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "they told us so",
        "a ship in the Persian Gulf",
        "South American football",
        "a storm over the Gulf of Mexico",
        "two states of matter",
        "She is from New Mexico and New Jersey",
        "the Paris Agreement",
        "The Geneva Conventions",
    ],
)
def test_what_only_looks_like_a_name_is_passed_over(text: str) -> None:
    assert found(text) == []


def test_no_ordinary_word_or_bare_given_or_family_name_is_a_name() -> None:
    words = [form for w in ORDINARY for form in (w, w.capitalize(), w.upper()) if form != "US"]
    assert [w for w in words if AUTHORITY.find(f"{w} ")] == []


def test_the_longest_name_wins() -> None:
    assert found("Guinea-Bissau and Guinea") == [
        ("Guinea-Bissau", "name", "state:GNB"),
        ("Guinea", "name", "state:GIN"),
    ]


def test_lookup_gives_every_bearer_the_likeliest_first() -> None:
    assert [e.id for e in AUTHORITY.lookup("Congo")][:2] == ["state:COD", "state:COG"]
    assert AUTHORITY.lookup("Nowhere at All") == ()


@pytest.mark.parametrize("iso3", SOVEREIGN)
def test_a_country_has_an_adjective_or_demonym_and_a_capital(iso3: str) -> None:
    forms = {row["form"] for row in read_table("names") if row["id"] == f"state:{iso3}"}
    state = AUTHORITY.state(iso3)
    assert state is not None
    assert state.kind is ActorKind.STATE
    assert {NameForm.ADJECTIVE, NameForm.DEMONYM} & forms or iso3 in {"SXM", "MAF", "BLM", "MNP"}
    assert AUTHORITY.centre(iso3) is not None


def test_special_codes_are_there() -> None:
    for iso3 in ("XKX", "TWN", "PSE", "EUR", "SUN", "YUG"):
        assert AUTHORITY.state(iso3) is not None
    assert AUTHORITY.state("ZZZ") is None
    assert AUTHORITY.centre("ZZZ") is None


def test_a_capital_has_its_coordinates() -> None:
    havana = AUTHORITY.centre("CUB")
    assert havana is not None
    assert (havana.name, havana.lat, havana.lon) == ("Havana", 23.12, -82.35)


@pytest.mark.parametrize(
    ("word", "country"),
    [("Cuban", "CUB"), ("Cubans", "CUB"), ("Dutch", "NLD"), ("British", "GBR"), ("Polish", "POL")],
)
def test_an_adjective_gives_its_country(word: str, country: str) -> None:
    assert AUTHORITY.adjective_country(word) == country


def names(iso3: str, title_class: str, day: str | None) -> set[str]:
    on = dt.date.fromisoformat(day) if day else None
    return {fold(e.name) for e in AUTHORITY.office_holders(iso3, title_class, on)}


@pytest.mark.parametrize(
    ("iso3", "title_class", "day", "name"),
    [
        ("USA", "head of state", "2010-01-01", "Barack Obama"),
        ("USA", "head of state", "2026-01-01", "Donald J. Trump"),
        ("USA", "leader", "2022-06-01", "Joe Biden"),
        ("VEN", "head of state", "2026-01-21", "Delcy Eloina Rodriguez Gomez"),
        ("VEN", "leader", "2020-01-01", "Nicolas Maduro"),
        ("CUB", "leader", None, "Miguel Diaz-Canel Bermudez"),
        ("CUB", "head of government", None, "Manuel Marrero Cruz"),
        ("GBR", "leader", "2000-01-01", "Tony Blair"),
        ("GBR", "head of state", "2000-01-01", "Elizabeth II"),
        ("DEU", "leader", "2015-01-01", "Angela Merkel"),
        ("RUS", "leader", "2015-01-01", "Vladimir Vladimirovich Putin"),
        ("IRN", "leader", None, "Ali Hoseini-Khamenei"),
    ],
)
def test_an_office_is_a_fact_of_a_date(
    iso3: str, title_class: str, day: str | None, name: str
) -> None:
    assert names(iso3, title_class, day) == {name}


def test_an_unknown_title_class_is_refused() -> None:
    with pytest.raises(ValueError, match="head of the table"):
        AUTHORITY.office_holders("USA", "head of the table", None)


def test_a_spelling_with_or_without_accents_is_the_same_person() -> None:
    assert AUTHORITY.lookup("Miguel Díaz-Canel") == AUTHORITY.lookup("Miguel Diaz-Canel")


def test_the_sectors_of_a_person_follow_the_day() -> None:
    (chief,) = AUTHORITY.lookup("Vladimir Kolokoltsev")
    assert chief.sectors_on(dt.date(2020, 1, 1)) == ("GOV", "COP")


def test_a_family_name_leads_to_its_bearers() -> None:
    assert "person:barack-obama" in {e.id for e in AUTHORITY.family_names("Obama")}
    assert AUTHORITY.family_names("Nobodyatall") == ()


@pytest.mark.parametrize(
    ("phrase", "sectors", "kind"),
    [
        ("deputy interior minister", ("GOV", "COP"), ActorKind.PERSON),
        ("Minister of the Interior", ("GOV", "COP"), ActorKind.PERSON),
        ("Ministry of the Interior", ("GOV", "COP"), ActorKind.BODY),
        ("the defence ministry", ("GOV", "MIL"), ActorKind.BODY),
        ("health minister", ("GOV", "MED"), ActorKind.PERSON),
        ("the foreign ministry's spokeswoman", ("GOV",), ActorKind.PERSON),
        ("spokesman for the army", ("MIL",), ActorKind.PERSON),
        ("riot police", ("COP",), ActorKind.GROUP),
        ("lawmakers", ("LEG",), ActorKind.GROUP),
        ("dozens of protesters", ("CVL", "OPP"), ActorKind.GROUP),
        ("head of the national police", ("COP",), ActorKind.PERSON),
        ("leader of the opposition", ("OPP",), ActorKind.PERSON),
        ("president of the Supreme Court", ("JUD",), ActorKind.PERSON),
        ("the Cuban president", ("GOV",), ActorKind.PERSON),
        ("state television", ("GOV", "JRN"), ActorKind.BODY),
        ("intelligence service", ("SPY",), ActorKind.BODY),
        ("spokesman", (), ActorKind.PERSON),
        ("wooden table", None, None),
        ("", None, None),
    ],
)
def test_a_noun_phrase_gives_sectors_and_kind(
    phrase: str, sectors: tuple[str, ...] | None, kind: ActorKind | None
) -> None:
    assert AUTHORITY.agent(phrase) == sectors
    assert AUTHORITY.agent_kind(phrase) == kind


def test_only_a_body_noun_has_a_body() -> None:
    assert AUTHORITY.body("Ministry of Defence") == ("GOV", "MIL")
    assert AUTHORITY.body("Minister of Defence") is None


@given(st.text(max_size=60))
def test_any_phrase_has_an_answer(phrase: str) -> None:
    sectors = AUTHORITY.agent(phrase)
    assert sectors is None or all(len(code) == 3 for code in sectors)


def test_every_role_and_name_in_the_tables_reads() -> None:
    assert all(isinstance(m, NameMatch) for m in AUTHORITY.find("Cuba, Iran and the UN"))
    for row in (*read_table("people"), *read_table("bodies")):
        entry = AUTHORITY.entry(row["id"])
        assert entry.source in {"factbook", "phoenix", "dragoman"}
        assert all(r.since is None or r.until is None or r.since <= r.until for r in entry.roles)


def test_the_tables_stay_small() -> None:
    folder = files("dragoman").joinpath("data/authority")
    assert sum(len(folder.joinpath(f"{n}.tsv").read_bytes()) for n in TABLES) < 3_000_000


def test_importing_reads_no_table() -> None:
    code = "import dragoman.actors.authority as a; assert a.load_authority.cache_info().misses == 0"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("iso3", SOVEREIGN)
def test_every_sovereign_state_has_a_wikidata_id(iso3: str) -> None:
    entry = AUTHORITY.state(iso3)
    assert entry is not None
    assert entry.wikidata_id is not None


def test_no_two_actors_share_a_wikidata_id() -> None:
    rows = read_table("wikidata")
    assert all(row["wikidata"][0] == "Q" and row["wikidata"][1:].isdigit() for row in rows)
    states = [row["wikidata"] for row in rows if row["id"].startswith("state:")]
    assert len(states) == len(set(states))
    assert all(AUTHORITY.entry(row["id"]).wikidata_id == row["wikidata"] for row in rows)


def test_who_has_left_every_post_is_eli() -> None:
    merkel = AUTHORITY.lookup("Angela Merkel")[0]
    assert merkel.sectors_on(dt.date(2015, 1, 1)) == ("GOV",)
    assert merkel.sectors_on(dt.date(2023, 1, 1)) == ("ELI",)


def test_a_role_that_only_an_old_list_leaves_open_is_not_over_at_once() -> None:
    role = Role("", "PER", ("GOV",), dt.date(2012, 1, 1), PHOENIX_DAY)
    assert not role.is_over(dt.date(2015, 1, 1))
    assert role.is_over(dt.date(2026, 1, 1))


def test_somebody_speaks_for_the_country_of_the_post_held_then() -> None:
    kallas = AUTHORITY.lookup("Kaja Kallas")[0]
    assert kallas.country_on(dt.date(2022, 5, 1)) == "EST"
    assert kallas.country_on(dt.date(2025, 5, 1)) == "EUR"


def test_the_tables_name_the_holder_of_a_post() -> None:
    held = AUTHORITY.holders("foreign minister", "RUS", dt.date(2020, 5, 1))
    assert [entry.name for entry, _ in held] == ["Sergei Lavrov"]
    assert AUTHORITY.holders("foreign minister", "RUS", dt.date(1950, 5, 1)) == ()


@pytest.mark.parametrize(
    ("name", "country"), [("Texas", "USA"), ("Sindh", "PAK"), ("Central", None), ("Norway", None)]
)
def test_a_region_lies_in_one_country(name: str, country: str | None) -> None:
    assert AUTHORITY.region_country(name) == country


def test_a_role_still_to_come_gives_nobody_sectors() -> None:
    begun = dt.date(2017, 1, 20)
    trump = AUTHORITY.lookup("Donald Trump")[0]
    assert trump.sectors_on(begun - dt.timedelta(days=60)) == ()
    assert "GOV" in trump.sectors_on(begun + dt.timedelta(days=60))


def test_heads_of_state_and_government_lead() -> None:
    merkel = AUTHORITY.lookup("Angela Merkel")[0]
    assert any(role.leads for role in merkel.roles)
    lavrov = AUTHORITY.lookup("Sergei Lavrov")[0]
    assert not any(role.leads for role in lavrov.roles)
