"""The parts of `build_places.py`."""
