"""Voices, speakers and reasons of an item, as reading hears them beside what is marked."""

from __future__ import annotations

from dragoman.pipeline import load_tools
from training.markup import parse_items
from training.score_voices import Heard, heard, misses, reason_pairs, speaker_counts, voice_pairs

SAID = """@ AID | happened | official | diplomatic
[speaker: The ministry] [said: said] [content: [actor: Mali] [cue: armed] [recipient: Peru]].
"""
WHY = """@ COERCE arrest | happened | narrator | legal
[actor: Peru] [cue: arrested] [recipient: 40 protesters] because [cause: they had blocked a road].
"""


def hear(text: str) -> Heard:
    (item,) = parse_items(text, "example-01")
    return heard(item, load_tools())


def test_what_a_ministry_says_is_official_and_its_words_are_the_speaker() -> None:
    one = hear(SAID)
    assert list(voice_pairs(one)) == [("official", "official")]
    assert speaker_counts(one) == (1, 1, 1)
    assert list(misses([one])) == []


def test_a_cause_is_met_by_a_cause() -> None:
    assert list(reason_pairs(hear(WHY))) == [("cause", "cause")]


def test_a_reason_that_nothing_marks_counts_against_its_kind() -> None:
    unmarked = WHY.replace("[cause: they had blocked a road]", "they had blocked a road")
    one = hear(unmarked)
    assert list(reason_pairs(one)) == [("NONE", "cause")]
    assert "reason NONE, said cause" in next(iter(misses([one])))
