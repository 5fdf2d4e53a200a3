from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.answers.wording import (
    VOICES,
    act_in_words,
    country_in_words,
    date_in_words,
    day_in_words,
    described,
    full_name,
    listed,
)
from dragoman.coding.codebook import load_codebook
from dragoman.model.actor import Actor, ActorKind, Office
from dragoman.model.dates import parse_edtf
from dragoman.model.event import Event
from dragoman.model.quote import Quote
from dragoman.model.report import Factuality, Voice
from factory import make_how

EVENT = Event(
    type="CONSULT",
    modes=("visit",),
    contexts=(),
    actor_ids=("ACT-1",),
    recipient_ids=("ACT-2",),
    date=None,
    place=None,
    quantity=None,
    factuality=Factuality.HAPPENED,
    report_ids=("REP-1",),
    independent_outlets=1,
    articles=1,
)


def _actor(name: str, kind: ActorKind = ActorKind.BODY, country: str | None = "NOR") -> Actor:
    return Actor("ACT-1", name, (name,), kind, country, (), private=False)


def _clause(
    actors: str, recipients: str, *, received: bool = False, plural: bool = False, **changes: Any
) -> str:
    event = replace(EVENT, **changes)
    return act_in_words(event, actors, recipients, received=received, plural=plural)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2026-01-21", "21 January 2026"),
        ("2026-01-21~", "about 21 January 2026"),
        ("2026-01", "January 2026"),
        ("2026", "2026"),
        ("2026~", "about 2026"),
        ("2026-22", "summer 2026"),
        ("199X", "the 1990s"),
        ("2012/..", "since 2012"),
        ("../2023", "by 2023"),
        ("2023-10/2023-12", "from October 2023 to December 2023"),
        ("2026-03-12/..", "since 12 March 2026"),
        ("2006~/2026~", "from about 2006 to about 2026"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


def test_no_date_is_an_unstated_time() -> None:
    assert date_in_words(None) == "at an unstated time"


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_day_reads_the_same_from_a_date_and_from_edtf(day: dt.date) -> None:
    assert day_in_words(day) == date_in_words(parse_edtf(day.isoformat()))


def test_no_day_is_undated() -> None:
    assert day_in_words(None) == "undated"


@pytest.mark.parametrize(
    ("code", "words"), [("NOR", "Norway"), ("IGO", "IGO"), (None, ""), ("", "")]
)
def test_a_country_code_in_words(code: str | None, words: str) -> None:
    assert country_in_words(code) == words


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ministry of the Interior", "Norway's Ministry of the Interior"),
        ("Norwegian police", "Norwegian police"),
        ("the Norwegian foreign ministry", "the Norwegian foreign ministry"),
        ("Parliament of Norway", "Parliament of Norway"),
    ],
)
def test_a_bodys_country_is_told_unless_its_name_tells_it(name: str, shown: str) -> None:
    assert full_name(_actor(name)) == shown


def test_nobody_but_a_body_needs_its_country() -> None:
    assert full_name(_actor("Angela Merkel", ActorKind.PERSON, "DEU")) == "Angela Merkel"
    assert full_name(_actor("the Court", country=None)) == "the Court"


def test_somebody_is_described_by_office_and_country() -> None:
    title = "Chancellor"
    office = Office(title, None, "DEU", None, None, Quote.cut(title, 0, 10), make_how(title))
    merkel = _actor("Angela Merkel", ActorKind.PERSON, "DEU")
    assert described(merkel, {"ACT-1": office}, "Merkel") == "Merkel (Chancellor, Germany)"
    assert described(merkel, {}, "Merkel") == "Merkel (Germany)"
    assert described(_actor("Germany", ActorKind.STATE, "DEU"), {}, "Germany") == "Germany"
    assert described(_actor("a witness", ActorKind.PERSON, None), {}, "a witness") == "a witness"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "A"], "A and B"),
    ],
)
def test_names_are_listed_as_english_lists_them(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_a_visit_to_a_country_and_to_a_person() -> None:
    assert _clause("Norway", "Canada") == "Norway visited Canada"
    assert _clause("Norway", "the mayor", received=True) == "Norway was received by the mayor"


def test_a_clause_without_recipient_or_without_actor() -> None:
    assert _clause("Norway", "") == "Norway made a visit"
    assert _clause("", "Canada") == "Canada received a visit"
    arrest = {"type": "COERCE", "modes": ("arrest",)}
    assert _clause("", "a man", **arrest) == "a man was arrested"
    assert _clause("", "ten men", plural=True, **arrest) == "ten men were arrested"


@pytest.mark.parametrize(
    ("factuality", "mark"),
    [
        (Factuality.HAPPENED, ""),
        (Factuality.ONGOING, ""),
        (Factuality.PLANNED, "planned"),
        (Factuality.POSSIBLE, "possible"),
        (Factuality.HYPOTHETICAL, "hypothetical"),
        (Factuality.DENIED, "denied"),
    ],
)
def test_what_did_not_plainly_happen_says_so(factuality: Factuality, mark: str) -> None:
    for actors, recipients in (("Norway", "Canada"), ("Norway", ""), ("", "Canada")):
        clause = _clause(actors, recipients, factuality=factuality)
        assert mark in clause
        assert ("(" in clause) == bool(mark)


def test_every_type_of_the_codebook_has_its_own_words() -> None:
    for event_type in load_codebook(None).types:
        code = event_type.name
        for mode in ((), *((m.name,) for m in event_type.modes)):
            clauses = [
                _clause("A", "B", type=code, modes=mode),
                _clause("A", "", type=code, modes=mode),
                _clause("", "B", type=code, modes=mode),
            ]
            assert all(clauses)
            assert not any(code in c or code.lower() in c.split()[1:2] for c in clauses[:1])


def test_every_voice_has_its_words() -> None:
    assert set(VOICES) == set(Voice)
