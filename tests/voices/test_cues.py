from __future__ import annotations

import pytest

from dragoman.errors import CodebookError
from dragoman.model.claim import Stance
from dragoman.voices.cues import load_cues, parse_cues


def test_the_shipped_tables_hold_every_stance():
    stances = {cue.stance for cues in load_cues().verbs.values() for cue in cues}
    assert stances == set(Stance)


def test_no_frame_is_misspelt():
    cues = load_cues()
    frames = {frame for entry in cues.verbs.values() for cue in entry for frame in cue.frames}
    assert frames == {"that", "to", "object", "as", "quote"}


def test_a_broken_table_says_where_to_look():
    with pytest.raises(CodebookError, match="voices"):
        parse_cues("verbs = 3")
