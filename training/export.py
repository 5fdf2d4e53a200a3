"""Write trained weights as the package ships them: an int8 ONNX graph, tokenizer and labels.

Weights are quantised dynamically and per channel (one scale for the whole matrix loses more:
cosine to the 32-bit states 0.960 against 0.993); the embedding table is quantised with them.
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
from training.model import HEADS, Coder


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
            full, given.out / "coder.onnx", per_channel=True, weight_type=QuantType.QInt8
        )
    shutil.copy(given.trained / "tokenizer.json", given.out / "tokenizer.json")
    told = json.loads((given.trained / "labels.json").read_text("utf-8"))
    told["version"] = f"coder {given.version}"
    (given.out / "labels.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    print(f"{(given.out / 'coder.onnx').stat().st_size / 1e6:.1f} MB")


class _Shipped(torch.nn.Module):
    """The coder with its state beside its heads, which examples are compared by."""

    def __init__(self, model: Coder) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        state = self.model.state(input_ids, attention_mask)
        return (*self.model.heads_of(state), state)


def _write(model: Coder, path: Path) -> None:
    ids = torch.tensor([[101, 1, 2, 102], [101, 3, 4, 102]])
    axes = {0: "texts", 1: "tokens"}
    torch.onnx.export(
        _Shipped(model),
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=[*HEADS, "state"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
