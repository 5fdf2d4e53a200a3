"""Which releases are installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def release_of(package: str) -> str:
    """Return a package's version; says so where it runs from a folder without being installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed, run from its source"
