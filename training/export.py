"""Write trained weights as the package ships them: an int8 ONNX graph, tokenizer and labels.

Weights are quantised per channel, the embedding table per word piece, activations as they come.
Seven bits of the eight are used (``reduce_range``): on processors without VNNI eight overflow.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from dragoman.pipeline import load_tools
from training.judging import load_trained
from training.labels import labels_of
from training.model import HEADS, Coder, mean_of


def main() -> None:
    """Write coder.onnx, tokenizer.json and labels.json."""
    parser = argparse.ArgumentParser(description="Write trained weights as an int8 ONNX graph.")
    parser.add_argument("trained", type=Path, help="folder that training wrote")
    parser.add_argument("out", type=Path, help="folder to write coder.onnx to")
    parser.add_argument("--version", default="0", help="the number that explanations name it by")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    model, _ = load_trained(given.trained, labels_of(load_tools().codebook))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "coder.onnx"
        _write(model, full)
        quantize_dynamic(
            full,
            given.out / "coder.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    shutil.copy(given.trained / "tokenizer.json", given.out / "tokenizer.json")
    told = json.loads((given.trained / "labels.json").read_text("utf-8"))
    told["version"] = f"coder {given.version}"
    (given.out / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(f"{(given.out / 'coder.onnx').stat().st_size / 1e6:.1f} MB")


class _ByRow(torch.nn.Module):
    """An embedding table in 8-bit integers with one scale a word piece."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("pieces", torch.round(table / scale).to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        return self.pieces[ids].float() * self.scale[ids]


class _Shipped(torch.nn.Module):
    """The coder with its state, which examples are compared by, its pieces and its surface.

    The pieces are all tokens as the lower half of the layers leaves them, which the tagger reads
    on from; the surface is their mean. What a text sounds like stands there still: writers' slant
    was told by it in .69 of BABE (macro-F1) where the last layer's mean gave .64.
    """

    def __init__(self, model: Coder) -> None:
        super().__init__()
        embeddings = model.encoder.embeddings
        embeddings.word_embeddings = _ByRow(embeddings.word_embeddings.weight.detach())
        self.model = model
        self.middle = len(model.encoder.encoder.layer) // 2

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        hidden = self.model.hidden(input_ids, attention_mask)
        state = self.model.state(hidden[-1], input_ids)
        heads = self.model.heads_of(state, mean_of(hidden[-1], attention_mask))
        pieces = hidden[self.middle]
        return (*heads, state, mean_of(pieces, attention_mask), pieces)


def _write(model: Coder, path: Path) -> None:
    ids = torch.tensor([[101, 1, 2, 102], [101, 3, 4, 102]])
    axes = {0: "texts", 1: "tokens"}
    torch.onnx.export(
        _Shipped(model),
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=[*HEADS, "state", "surface", "pieces"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "pieces": axes},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
