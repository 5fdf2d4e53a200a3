"""The corpus written for dragoman, and the tools that read, check and rewrite it."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "training" / "corpus"

# `python -m training.check` works in a bare checkout, and reads the codebook beside it.
sys.path.insert(0, str(ROOT / "src"))
