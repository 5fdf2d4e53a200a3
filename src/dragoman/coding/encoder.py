"""Encoder: marked candidates -> judgements, by the weights that the package ships.

MiniLM (Wang et al., 2020) fine-tuned on our own corpus, in 8-bit integers; how it was trained, and
its figures, are in ``training/README.md``. It runs on one thread, so that the same words always get
the same judgement and several processes do not get in each other's way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.coding.judgement import Judgement
from dragoman.errors import ModelError

# Longer texts are cut. Of the corpus's items, marks and all, two in a thousand are longer.
LONGEST = 96
# As many texts as keep the largest matrix of a layer in the second-level cache.
_BATCH = 8
_WEIGHTS, _TOKENIZER, _LABELS = "coder.onnx", "tokenizer.json", "labels.json"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoder:
    """Weights ready to run. ``version`` names them; ``labels`` are each head's, in its order."""

    version: str
    labels: Mapping[str, tuple[str, ...]]
    tokenizer: Tokenizer
    session: onnxruntime.InferenceSession

    def judge(self, texts: Sequence[str]) -> tuple[Judgement, ...]:
        """Return a judgement of each marked text, in the same order."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda at: len(tokens[at]))
        judged: dict[int, Judgement] = {}
        for start in range(0, len(order), _BATCH):
            places = order[start : start + _BATCH]
            judged.update(
                zip(places, self._judge_batch([tokens[at] for at in places]), strict=True)
            )
        return tuple(judged[at] for at in range(len(texts)))

    def _judge_batch(self, rows: Sequence[Sequence[int]]) -> Iterator[Judgement]:
        longest = max(map(len, rows))
        ids = np.array([[*row, *[0] * (longest - len(row))] for row in rows], dtype=np.int64)
        mask = (np.arange(longest) < np.array([[len(row)] for row in rows])).astype(np.int64)
        names = [output.name for output in self.session.get_outputs()]
        told = self.session.run(names, {"input_ids": ids, "attention_mask": mask})
        heads: dict[str, Floats] = dict(zip(names, told, strict=True))
        for at in range(len(rows)):
            yield self._judgement({name: scores[at] for name, scores in heads.items()})

    def _judgement(self, heads: Mapping[str, Floats]) -> Judgement:
        labels = self.labels
        return Judgement(
            types=_named(labels["types"], _softmax(heads["types"])),
            modes=_modes(labels["modes"], heads["modes"]),
            contexts=_named(labels["contexts"], _sigmoid(heads["contexts"])),
            factualities=_named(labels["factualities"], _softmax(heads["factualities"])),
            voices=_named(labels["voices"], _softmax(heads["voices"])),
            state=tuple(heads["state"].tolist()),
        )


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
    shares: Floats = np.exp(scores - scores.max())
    shares /= shares.sum()
    return shares


def _sigmoid(scores: Floats) -> Floats:
    return np.reciprocal(np.float32(1) + np.exp(-scores), dtype=np.float32)


def _named(labels: Sequence[str], shares: Floats) -> dict[str, float]:
    return dict(zip(labels, shares.tolist(), strict=True))


def _modes(labels: Sequence[str], scores: Floats) -> dict[str, float]:
    """Return the modes' probabilities, each among the modes of its own type."""
    told: dict[str, float] = {}
    for type_name in dict.fromkeys(label.partition("/")[0] for label in labels):
        own = [at for at, label in enumerate(labels) if label.startswith(f"{type_name}/")]
        told |= _named([labels[at] for at in own], _softmax(scores[own]))
    return told
