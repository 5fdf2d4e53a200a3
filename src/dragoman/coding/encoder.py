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
from dragoman.errors import ModelError

# Longer texts are cut. Of the corpus's items, marks and all, hardly one in six thousand is longer.
LONGEST = 96
_HEADS = ["types", "modes", "contexts", "factualities", "voices", "state"]
_SURFACE = "surface"
_WEIGHTS, _TOKENIZER, _LABELS = "coder.onnx", "tokenizer.json", "labels.json"

Floats = NDArray[np.float32]


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

    def surface(self, text: str) -> tuple[float, ...]:
        """Return the mean of a text's tokens in the middle of the encoder; half of it is run."""
        only = onnxruntime.RunOptions()
        only.only_execute_path_to_fetches = True
        (told,) = self.session.run([_SURFACE], self._inputs(text), only)
        return tuple(told[0].tolist())

    def _inputs(self, text: str) -> dict[str, NDArray[np.int64]]:
        ids = np.array([self.tokenizer.encode(text).ids], dtype=np.int64)
        return {"input_ids": ids, "attention_mask": np.ones_like(ids)}

    def _judge(self, text: str) -> Judgement:
        told = self.session.run(_HEADS, self._inputs(text))
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


def load_encoder(folder: Path | None = None) -> Encoder:
    """Return the encoder that the package ships, or the one in a folder.

    Raises ModelError when its files are not there or are damaged.
    """
    folder = folder or Path(str(files("dragoman").joinpath("data/coder")))
    try:
        told = json.loads((folder / _LABELS).read_text("utf-8"))
        tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
        session = _session(folder / _WEIGHTS)
    except Exception as problem:  # tokenizers and onnxruntime raise kinds of their own
        raise ModelError(
            f"the coder's weights in {folder} cannot be read: {problem}",
            hint="install dragoman again; if that does not help, please report it",
        ) from problem
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    labels = {name: tuple(own) for name, own in told.items() if isinstance(own, list)}
    return Encoder(told["version"], labels, tokenizer, session)


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


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
