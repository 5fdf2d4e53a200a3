"""The parts of `scripts/build_authority.py`."""
