"""The shipped weights: what they say of marked words, and what happens without them."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.coding.codebook import FACTUALITIES, load_codebook
from dragoman.coding.encoder import Encoder, load_encoder
from dragoman.coding.judgement import NONE
from dragoman.coding.marking import ACTOR, CUE, RECIPIENT, marked
from dragoman.errors import ModelError

SHIPPED = Path(str(files("dragoman").joinpath("data/coder")))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def text(before: str, cue: str, after: str, end: str = ".") -> str:
    """One sentence with an actor before its cue and a recipient after it, all marked."""
    whole = f"{before} {cue} {after}{end}"
    at = len(before) + 1
    roles = {
        ACTOR: [(0, len(before))],
        CUE: [(at, at + len(cue))],
        RECIPIENT: [(at + len(cue) + 1, at + len(cue) + 1 + len(after))],
    }
    return marked(whole, roles, ())


@pytest.mark.parametrize(
    ("cue", "type_name"),
    [
        ("shelled", "ASSAULT"),
        ("praised", "SUPPORT"),
        ("urged", "REQUEST"),
        ("condemned", "ACCUSE"),
        ("arrested", "COERCE"),
        ("received", "CONSULT"),
    ],
)
def test_a_plain_act_is_told_by_its_words(encoder: Encoder, cue: str, type_name: str) -> None:
    (judgement,) = encoder.judge([text("The army", cue, "the rebels' envoy")])
    assert judgement.type == type_name


def test_a_match_of_football_is_no_act(encoder: Encoder) -> None:
    (judgement,) = encoder.judge([text("Chile", "beat", "Peru", " 2-0 in the qualifier.")])
    assert judgement.type == NONE


def test_the_heads_know_the_codebook(encoder: Encoder) -> None:
    codebook = load_codebook()
    assert encoder.labels["types"] == (NONE, *(kind.name for kind in codebook.types))
    assert encoder.labels["contexts"] == tuple(context.name for context in codebook.contexts)
    assert encoder.labels["factualities"] == FACTUALITIES


def test_probabilities_sum_to_one_and_modes_within_their_type(encoder: Encoder) -> None:
    (judgement,) = encoder.judge([text("The army", "shelled", "the town")])
    assert sum(judgement.types.values()) == pytest.approx(1, abs=1e-5)
    own = [share for mode, share in judgement.modes.items() if mode.startswith("ASSAULT/")]
    assert sum(own) == pytest.approx(1, abs=1e-5)


def test_the_same_texts_get_the_same_judgements(encoder: Encoder) -> None:
    texts = [text("The army", cue, "the town") for cue in ("shelled", "left", "visited")]
    assert encoder.judge(texts) == encoder.judge(texts)


def test_judgements_come_in_the_order_of_the_texts(encoder: Encoder) -> None:
    long = text("The foreign minister of the republic", "received", "the envoy of the union")
    told = encoder.judge([long, text("Troops", "shelled", "the town")])
    assert [judgement.type for judgement in told] == ["CONSULT", "ASSAULT"]


def test_no_texts_need_no_judgement(encoder: Encoder) -> None:
    assert encoder.judge([]) == ()


@pytest.mark.parametrize("name", ["coder.onnx", "tokenizer.json", "labels.json"])
def test_a_damaged_file_is_said_in_a_line(tmp_path: Path, name: str) -> None:
    shutil.copytree(SHIPPED, tmp_path / "coder")
    (tmp_path / "coder" / name).write_bytes(b"no weights at all")
    with pytest.raises(ModelError, match="cannot be read") as caught:
        load_encoder(tmp_path / "coder")
    assert "install dragoman again" in (caught.value.hint or "")


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= 25_000_000


def test_a_surface_is_the_same_alone_and_after_others(encoder: Encoder) -> None:
    alone = encoder.pieces("The council met on Tuesday.", ()).surface
    encoder.pieces("Quite another sentence, and a much longer one than the council's.", ())
    assert encoder.pieces("The council met on Tuesday.", ()).surface == alone
    assert len(alone) == 384
