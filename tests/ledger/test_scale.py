"""A ledger keeps the quad classes and intensities of the codebook that it was read with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.codebook import load_codebook
from dragoman.errors import CodebookError
from dragoman.ledger import Ledger
from dragoman.ledger.scale import codebook_in, facts_of, scale_in

PLOVER = load_codebook()


def test_the_scale_kept_says_what_the_codebook_says(ledger: Ledger) -> None:
    ledger.remember(facts_of(PLOVER, {}))
    kept = ledger.scale()
    for event_type in PLOVER.types:
        modes = [mode.name for mode in event_type.modes]
        assert kept.quad(event_type.name) == event_type.quad
        for asked in ([], modes, *([mode] for mode in modes)):
            assert kept.intensity(event_type.name, asked) == PLOVER.intensity(
                event_type.name, asked
            )


def test_a_ledger_of_an_older_release_has_the_built_in_scale(ledger: Ledger) -> None:
    assert ledger.scale() is load_codebook()
    assert codebook_in(ledger.facts()) is None


def test_a_type_that_a_newer_version_lacks_stays_known() -> None:
    smaller = replace(PLOVER, version="2", types=PLOVER.types[:1])
    facts = facts_of(smaller, facts_of(PLOVER, {}))
    assert scale_in(facts).quad("ASSAULT") == "material conflict"
    assert codebook_in(facts) == "PLOVER 2"


def test_a_type_of_no_version_is_a_codebook_error() -> None:
    scale = scale_in(facts_of(PLOVER, {}))
    with pytest.raises(CodebookError, match="no type 'GOSSIP'"):
        scale.quad("GOSSIP")
