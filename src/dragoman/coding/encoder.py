"""Encoder: marked candidates -> judgements, by the weights that the package ships.

MiniLM (Wang et al., 2020) fine-tuned on our own corpus, in 8-bit integers; how it was trained, and
its figures, are in ``training/MODEL_CARD.md``. It runs on one thread, so that the same words always
get the same judgement and several processes do not get in each other's way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.coding.judgement import Judgement
from dragoman.coding.marking import STATE, Extent
from dragoman.errors import ModelError

# Longer texts are cut. Of the corpus's items, marks and all, hardly one in six thousand is longer.
LONGEST = 96
_HEADS = ["types", "modes", "contexts", "factualities", "voices", "state"]
_LOWER = ["surface", "pieces"]
_WEIGHTS, _TOKENIZER, _LABELS = "coder.onnx", "tokenizer.json", "labels.json"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as the lower half of the encoder leaves it: a row of ``states`` for each word piece.

    ``extents`` says where each piece stands in the text, in code points; the first and the last,
    which frame a text, stand nowhere: (0, 0). ``surface`` is the mean of all states.
    """

    extents: tuple[Extent, ...]
    states: Floats
    surface: tuple[float, ...]


@dataclass(frozen=True)
class Encoder:
    """Weights ready to run. ``version`` names them; ``labels`` are each head's, in its order."""

    version: str
    labels: Mapping[str, tuple[str, ...]]
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession

    @cached_property
    def starts_of_modes(self) -> list[int]:
        """Where each type's modes begin among all modes, which stand type by type."""
        types = [mode.partition("/")[0] for mode in self.labels["modes"]]
        return [at for at, name in enumerate(types) if at == 0 or types[at - 1] != name]

    def judge(self, texts: Sequence[str]) -> tuple[Judgement, ...]:
        """Return a judgement of each marked text, in the same order.

        Texts are run one by one: activations are rounded by the largest of a batch, so in company
        a text would be judged a little by its neighbours (and a batch is hardly faster here).
        """
        return tuple(map(self._judge, texts))

    def pieces(self, text: str, states: Sequence[Extent]) -> Pieces:
        """Return a text's pieces, the names of ``states`` hidden; only half the encoder is run."""
        told = self.tokenizer.encode(text)
        ids, extents = hidden(told.ids, told.offsets, states, self._state)
        only = onnxruntime.RunOptions()
        only.only_execute_path_to_fetches = True
        surface, rows = self.session.run(_LOWER, _inputs(ids), only)
        return Pieces(tuple(extents), rows[0], tuple(surface[0].tolist()))

    @cached_property
    def _state(self) -> int:
        return self.tokenizer.get_vocab()[STATE]

    def _judge(self, text: str) -> Judgement:
        told = self.session.run(_HEADS, _inputs(self.tokenizer.encode(text).ids))
        types, modes, contexts, factualities, voices, states = told
        shares = (
            _softmax(types),
            _softmax_within(modes, self.starts_of_modes),
            _sigmoid(contexts),
            _softmax(factualities),
            _softmax(voices),
        )
        of_type, of_mode, of_context, of_factuality, of_voice = (
            dict(zip(self.labels[name], told[0].tolist(), strict=True))
            for name, told in zip(_HEADS, shares, strict=False)
        )
        state = tuple(states[0].tolist())
        return Judgement(of_type, of_mode, of_context, of_factuality, of_voice, state)


def hidden(
    ids: Sequence[int], extents: Sequence[Extent], states: Sequence[Extent], state: int
) -> tuple[list[int], list[Extent]]:
    """Return word pieces with those of each state's name given as one piece, ``state``.

    It reads as ``marking.marked`` writes it, and every piece keeps its place in the text.
    """
    kept: list[tuple[int, Extent]] = []
    for piece, (start, end) in zip(ids, extents, strict=True):
        name = next(((a, b) for a, b in states if a < end and start < b), None)
        if name is None or start == end:
            kept.append((piece, (start, end)))
        elif kept[-1] != (state, name):
            kept.append((state, name))
    return [piece for piece, _ in kept], [extent for _, extent in kept]


def load_encoder(folder: Path | None = None) -> Encoder:
    """Return the encoder that the package ships, or the one in a folder.

    Raises ModelError when its files are not there or are damaged.
    """
    folder = folder or Path(str(files("dragoman").joinpath("data/coder")))
    try:
        told = json.loads((folder / _LABELS).read_text("utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        session = load_session(folder / _WEIGHTS)
    except Exception as problem:  # tokenizers and onnxruntime raise kinds of their own
        raise ModelError(
            f"the coder's weights in {folder} cannot be read: {problem}",
            hint="install dragoman again; if that does not help, please report it",
        ) from problem
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    labels = {name: tuple(own) for name, own in told.items() if isinstance(own, list)}
    return Encoder(told["version"], labels, tokenizer, session)


def load_session(path: Path) -> onnxruntime.InferenceSession:
    """Return the weights of a file ready to run on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def _inputs(ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    told = np.array([ids], dtype=np.int64)
    return {"input_ids": told, "attention_mask": np.ones_like(told)}


def _softmax(scores: Floats) -> Floats:
    shares: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _softmax_within(scores: Floats, starts: Sequence[int]) -> Floats:
    """Return shares that sum to 1 within each run of columns; ``starts`` are where runs begin."""
    lengths = np.diff([*starts, scores.shape[1]])
    shares: Floats = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= np.repeat(np.add.reduceat(shares, starts, axis=1), lengths, axis=1)
    return shares


def _sigmoid(scores: Floats) -> Floats:
    return np.reciprocal(np.float32(1) + np.exp(-scores), dtype=np.float32)
