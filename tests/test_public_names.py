"""What ``import dragoman`` offers, and nothing by accident."""

from __future__ import annotations

import inspect
import subprocess
import sys

import dragoman
from dragoman import errors

PUBLIC = [
    "CitationError",
    "CodebookError",
    "DragomanError",
    "EvidenceError",
    "LedgerError",
    "Library",
    "ModelError",
    "RecordError",
    "SourceError",
    "UsageError",
    "open",
]
METHODS = (
    "actors articles claims close events read reasons supports timeline why __enter__ __exit__"
).split()


def test_the_public_names_are_these_and_sorted() -> None:
    assert dragoman.__all__ == PUBLIC == sorted(PUBLIC)


def test_every_public_name_is_there_and_documented() -> None:
    for name in dragoman.__all__:
        assert inspect.getdoc(getattr(dragoman, name)), name


def test_every_error_is_public() -> None:
    raised = [name for name, held in vars(errors).items() if inspect.isclass(held)]
    assert set(raised) <= set(dragoman.__all__)


def test_a_library_does_what_it_promises() -> None:
    assert all(callable(getattr(dragoman.Library, name)) for name in METHODS)


def test_importing_it_does_not_load_the_language_model() -> None:
    heavy = "{'spacy', 'numpy', 'trafilatura'}"
    look = f"import sys, dragoman, dragoman.cli.app; print({heavy} & set(sys.modules))"
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "set()"
