"""The tagger: what the words of a sentence tell, whoever it is about."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.tagger import CHANNELS, CLAIMS, KINDS, VOICES, Tagger, Tags, load_tagger
from dragoman.errors import ModelError

WHY = "The council closed the harbour on Friday because the cranes had rusted through."
SAID = "The harbour will close on Friday, the port's director told reporters."


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def words(text: str, tags: Tags, *channels: str) -> list[str]:
    return [text[run.start : run.end] for run in tags.runs(channels, 0.5)]


def test_why_is_told_by_its_clause(tagger: Tagger) -> None:
    tags = tagger.tag(WHY).tags
    (reason,) = words(WHY, tags, *KINDS)
    assert "the cranes had rusted through" in reason
    assert next(tags.runs(KINDS, 0.5)).best == "cause"
    assert tags.stated > 0.5


def test_speaker_and_cue_are_told_apart_from_what_is_said(tagger: Tagger) -> None:
    tags = tagger.tag(SAID).tags
    assert words(SAID, tags, "speaker") == ["the port's director"]
    assert words(SAID, tags, "content")[0].startswith("The harbour will close")
    assert any("told" in cue for cue in words(SAID, tags, "said"))


def test_a_director_of_a_port_speaks_for_it_and_nobody_narrates_what_he_says(
    tagger: Tagger,
) -> None:
    start = SAID.index("will close")
    voice, share = tagger.tag(SAID).tags.voice((start, start + len("will close")))
    assert voice in VOICES[1:]
    assert share > 0.5


@pytest.mark.parametrize("state", ["Norway", "Russia", "Cuba", "Mali"])
def test_which_state_it_is_about_makes_no_difference(tagger: Tagger, state: str) -> None:
    about = "{} expelled two envoys in response to the raid, its foreign ministry said."
    one, other = tagger.tag(about.format(state)), tagger.tag(about.format("Peru"))
    assert (one.tags.shares == other.tags.shares).all()
    assert (one.tags.voices == other.tags.voices).all()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_shares_and_runs_within_it(text: str) -> None:
    tags = load_tagger().tag(text).tags
    assert tags.shares.shape == (len(tags.extents), len(CHANNELS))
    assert ((tags.shares >= 0) & (tags.shares <= 1)).all()
    assert 0 <= tags.stated <= 1
    runs = list(tags.runs(CLAIMS, 0.1))
    assert all(0 <= run.start < run.end <= len(text) for run in runs)
    assert all(one.end <= other.start for one, other in pairwise(runs))


def test_an_extent_without_a_piece_tells_nothing(tagger: Tagger) -> None:
    tags = tagger.tag(WHY).tags
    assert tags.mean("cause", (5000, 5001)) == 0.0
    assert tags.voice((5000, 5001)) == ("narrator", 0.0)


def test_weights_that_are_not_there_are_said_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="tagger's weights") as caught:
        load_tagger(tmp_path)
    assert "install dragoman again" in (caught.value.hint or "")


def test_explanations_name_the_weights(tagger: Tagger) -> None:
    assert tagger.version.startswith("tagger ")


def test_the_weights_are_small_enough_to_ship() -> None:
    shipped = Path(str(files("dragoman").joinpath("data/tagger")))
    assert sum(path.stat().st_size for path in shipped.iterdir()) <= 6_000_000
