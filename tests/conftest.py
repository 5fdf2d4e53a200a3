from __future__ import annotations

import sys
from pathlib import Path

# Tests are imported by path, so the builders beside them (factory.py) need a place to be found.
sys.path.insert(0, str(Path(__file__).parent))
