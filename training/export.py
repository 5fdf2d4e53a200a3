"""Write trained weights as the package ships them: an int8 ONNX graph, tokenizer and labels.

Weights are quantised dynamically and per channel (one scale for the whole matrix loses more:
cosine to the 32-bit states 0.960 against 0.993); the embedding table is quantised with them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from dragoman.pipeline import load_tools
from training.judging import load_trained
from training.labels import labels_of
from training.model import HEADS


def main() -> None:
    """Write coder.onnx, tokenizer.json and labels.json."""
    parser = argparse.ArgumentParser(description="Write trained weights as an int8 ONNX graph.")
    parser.add_argument("trained", type=Path, help="folder that training wrote")
    parser.add_argument("out", type=Path, help="folder to write coder.onnx to")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    model, _ = load_trained(given.trained, labels_of(load_tools().codebook))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "coder.onnx"
        _write(model, full)
        quantize_dynamic(
            full, given.out / "coder.onnx", per_channel=True, weight_type=QuantType.QInt8
        )
    for name in ("tokenizer.json", "labels.json"):
        shutil.copy(given.trained / name, given.out / name)
    print(f"{(given.out / 'coder.onnx').stat().st_size / 1e6:.1f} MB")


def _write(model: torch.nn.Module, path: Path) -> None:
    ids = torch.tensor([[101, 1, 2, 102], [101, 3, 4, 102]])
    axes = {0: "texts", 1: "tokens"}
    torch.onnx.export(
        model,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=list(HEADS),
        dynamic_axes={"input_ids": axes, "attention_mask": axes},
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
