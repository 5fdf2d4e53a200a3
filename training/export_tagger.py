"""Write the trained tagger as the package ships it: an int8 ONNX graph that knows its version."""

from __future__ import annotations

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from training.tagger_model import WIDTH, UpperHalf


class _Shipped(torch.nn.Module):
    """The tagger as it runs: shares, not logits; and no mask, since texts come one by one."""

    def __init__(self, model: UpperHalf) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        mask = torch.ones(pieces.shape[:2], dtype=torch.long)
        channels, voices, stated = self.model(pieces, mask)
        return channels.sigmoid(), voices.softmax(-1), stated.sigmoid()


def export(model: UpperHalf, path: Path, version: str) -> None:
    """Write an int8 ONNX graph, quantised as ``training.export`` does the coder's."""
    axes = {0: "texts", 1: "pieces"}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "tagger.onnx"
        torch.onnx.export(
            _Shipped(model),
            (torch.zeros(2, 7, WIDTH),),
            str(full),
            input_names=["pieces"],
            output_names=["channels", "voices", "stated"],
            dynamic_axes={"pieces": axes, "channels": axes, "voices": axes, "stated": {0: "texts"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    graph = onnx.load(path)
    onnx.helper.set_model_props(graph, {"version": f"tagger {version}"})
    onnx.save(graph, path)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
