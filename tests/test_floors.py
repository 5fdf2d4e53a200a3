"""The gold standard says what its texts say, and the floors hold figures to what was reached."""

from __future__ import annotations

import datetime as dt
import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from dragoman.coding.codebook import load_codebook
from dragoman.model.actor import ActorKind
from dragoman.model.claim import ReasonKind
from dragoman.model.dates import parse_edtf
from dragoman.model.report import Factuality, SupportKind, Voice
from floors import (
    FLOORS,
    MEASURES,
    Figure,
    Floor,
    Floors,
    Lowered,
    broken,
    load_floors,
    renewed,
    write_floors,
)
from gold_files import digests, load_dispatches, load_plain, load_quiet, mark, sentence_article
from gold_lists import swap
from gold_scores import head_span

TODAY = dt.date(2026, 3, 4)
PIES = Figure("pies.recall", 8, 10, "pies that were found", "d1")
TARTS = Figure("tarts.recall", 2, 3, "tarts that were found", "d1")


def floors_of(*figures: Figure) -> Floors:
    return renewed(figures, Floors(()), None, TODAY)


# Floors


def test_what_was_reached_holds_its_own_floor() -> None:
    assert broken([PIES, TARTS], floors_of(PIES, TARTS)) is None


def test_a_better_figure_holds() -> None:
    assert broken([replace(PIES, hits=9)], floors_of(PIES)) is None


def test_a_fall_by_one_is_told_in_one_line_with_both_figures() -> None:
    line = broken([replace(PIES, hits=7), TARTS], floors_of(PIES, TARTS))
    assert line == "below the floor: pies.recall is 0.7000, its floor 0.8000"


def test_other_gold_needs_other_floors_even_where_the_figure_is_better() -> None:
    line = broken([replace(PIES, hits=10, digest="d2")], floors_of(PIES))
    assert line == "the gold has changed behind pies.recall: run --renew, and say why"


def test_a_figure_without_a_floor_and_a_floor_without_a_figure_are_told() -> None:
    line = broken([TARTS], floors_of(PIES))
    assert line == "measured or pinned, but not both: pies.recall, tarts.recall; run --renew"


def test_renewing_raises_a_floor() -> None:
    raised = renewed([replace(PIES, hits=9)], floors_of(PIES), None, TODAY)
    assert raised.floors[0].figure == 0.9
    assert raised.lowered == ()


def test_renewing_refuses_to_lower_a_floor_without_a_reason() -> None:
    for reason in (None, "", "  "):
        with pytest.raises(ValueError, match=r"would lower pies.recall \(0.8000 to 0.5000\)"):
            renewed([replace(PIES, hits=5)], floors_of(PIES), reason, TODAY)


def test_renewing_refuses_to_drop_a_floor_without_a_reason() -> None:
    with pytest.raises(ValueError, match=r"would lower tarts\.recall"):
        renewed([PIES], floors_of(PIES, TARTS), None, TODAY)


def test_a_lowered_floor_keeps_its_reason_and_so_do_those_before_it() -> None:
    once = renewed([replace(PIES, hits=7)], floors_of(PIES), "smaller oven", TODAY)
    twice = renewed([replace(PIES, hits=6)], once, "no oven", TODAY)
    assert twice.lowered == (
        Lowered("pies.recall", 0.8, 0.7, "smaller oven", "2026-03-04"),
        Lowered("pies.recall", 0.7, 0.6, "no oven", "2026-03-04"),
    )


def test_floors_read_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors = Floors(
        (Floor("pies.recall", 0.6666, 'pies "found" … or not', "d1"),),
        (Lowered("pies.recall", 0.8, 0.6666, "C:\\oven", "2026-03-04"),),
    )
    write_floors(path, floors)
    assert load_floors(path) == floors


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert load_floors(tmp_path / "floors.toml") == Floors(())


@given(st.integers(1, 900), st.data())
def test_any_share_holds_its_written_floor_and_one_hit_less_does_not(
    of: int, data: st.DataObject
) -> None:
    hits = data.draw(st.integers(1, of))
    figure = Figure("pies.recall", hits, of, "pies", "d1")
    floors = floors_of(figure)
    assert broken([figure], floors) is None
    assert broken([replace(figure, hits=hits - 1)], floors) is not None


def test_the_floors_kept_are_those_of_the_gold_kept() -> None:
    kept, digest_of = load_floors(FLOORS).by_name(), digests()
    assert kept.keys() == MEASURES.keys()
    for name, (gold, _) in MEASURES.items():
        assert kept[name].digest == digest_of[gold], f"{name}: run benchmarks/floors.py --renew"


def test_a_changed_dispatch_changes_the_digest_of_the_coverage_alone(tmp_path: Path) -> None:
    (tmp_path / "coreference").mkdir()
    coreference = ("coreference/dev.txt", "coreference/held.txt")
    for name in ("coverage.toml", "plain_events.toml", "no_event.txt", *coreference):
        (tmp_path / name).write_text(name, "utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "01.txt").write_text("one", "utf-8")
    before = digests(tmp_path, texts)
    (texts / "01.txt").write_text("other words", "utf-8")
    after = digests(tmp_path, texts)
    assert {name for name in before if before[name] != after[name]} == {"coverage"}


# The gold standard


def test_bracketed_words_are_found_in_their_text() -> None:
    found = mark("the [envoy] left", "Rain. Then the envoy left.")
    assert "Rain. Then the envoy left."[found.start : found.end] == "envoy"


@pytest.mark.parametrize("line", ["the envoy left", "an [envoy]", "e[n]"])
def test_words_not_marked_or_not_there_just_once_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match="exactly once"):
        mark(line, "Rain. Then the envoy left, even so.")


def test_every_marked_word_of_the_gold_is_in_its_dispatch_and_every_code_is_known() -> None:
    types = {kind.name for kind in load_codebook(None).types}
    known = {
        "type": types,
        "factuality": set(Factuality),
        "voice": set(Voice),
        "kind": set(ReasonKind),
    }
    dispatches = load_dispatches()  # raises where a marked word is not in its text
    assert len(dispatches) == 13
    for gold in dispatches:
        names = {name for actor in gold.actors for name in actor.names}
        for item in (*gold.events, *gold.claims, *gold.reasons):
            for name, values in item.fields.items():
                assert set(values) <= known.get(name, set(values)), item.at.line
            for date in item.fields.get("date", ()):
                assert parse_edtf(date).edtf == date
            assert item.sides.keys() <= {"actors", "recipients"}
        for support in gold.supports:
            assert set(support.kinds) <= set(SupportKind)
            assert any(n in names or n.startswith("@") for n in support.provider)
        assert all(set(actor.kinds) <= set(ActorKind) for actor in gold.actors)
        assert all(other in gold.article.text for other in gold.others)


def test_names_by_words_stand_in_the_dispatch() -> None:
    for gold in load_dispatches():
        listed = [names for item in gold.events for names in item.sides.values()]
        sides = [part for names in listed for name in names for part in name.split("|")]
        speakers = [name for item in gold.claims for name in item.fields.get("speaker", ())]
        for name in (part.strip("() ") for part in (*sides, *speakers)):
            if name.startswith("@"):
                assert name[1:] in gold.article.text, (gold.path.name, name)


def test_the_short_sentences_name_their_sides_and_cover_all_types() -> None:
    events, _ = load_plain()
    types = {kind.name for kind in load_codebook(None).types}
    first = Counter(event.types[0] for event in events)
    assert len(events) >= 120
    assert first.keys() == types
    assert min(first.values()) >= 8
    for event in events:
        assert set(event.types) <= types
        assert set(event.factuality) <= set(Factuality)
        assert event.actor
        assert all(words in event.text for words in (*event.actor, *event.recipient))


def test_the_quiet_sentences_are_many_and_all_different() -> None:
    lines = load_quiet()
    assert len(lines) >= 120
    assert len(set(lines)) == len(lines)
    assert all(line == line.strip() and line[-1] in ".?!" for line in lines)


def test_the_gold_is_valid_and_its_fields_are_spelt_alike() -> None:
    folder = FLOORS.parent / "gold"
    rows = tomllib.loads((folder / "coverage.toml").read_text("utf-8"))["dispatch"]
    part = {"file", "others", "actors", "events", "claims", "reasons", "supports"}
    item = {"at", "optional", "type", "mode", "actors", "recipients", "mutual", "date"}
    item |= {"factuality", "voice", "speaker", "kind"}
    for row in rows:
        assert row.keys() <= part
        for entry in (*row.get("events", ()), *row.get("claims", ()), *row.get("reasons", ())):
            assert entry.keys() <= item, entry


# Swapping countries


def test_countries_are_exchanged_at_once_with_their_article() -> None:
    _, countries = load_plain()
    assert swap("A Kenyan envoy met an Iranian in Oslo.", countries) == (
        "A Norwegian envoy met an Australian in Nairobi."
    )


def test_the_exchange_is_a_permutation_and_leaves_no_sentence_as_it_was() -> None:
    events, countries = load_plain()
    assert {c.becomes for c in countries} == {c.name for c in countries}
    assert all(c.becomes != c.name for c in countries)
    with_country = [e.text for e in events if any(c.name[:4] in e.text for c in countries)]
    assert all(swap(text, countries) != text for text in with_country)


def test_a_phrase_counts_by_its_noun() -> None:
    assert head_span("army chief of Pakistan") == (5, 10)
    assert head_span("the ministry's") == (4, 12)


def test_a_sentence_is_an_article_of_its_own() -> None:
    assert sentence_article("Rain fell.").text == "Rain fell."
