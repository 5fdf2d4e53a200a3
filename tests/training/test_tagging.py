"""What the tagger learns from: spans by sentence, nothing from what a source leaves unmarked."""

from __future__ import annotations

from dragoman.coding.tagger import ACT, CLAIMS, KINDS, RELATIONS
from dragoman.language.parser import load_model
from training.causal_news import CAUSE, EFFECT, SIGNAL, Line
from training.markup import parse_items
from training.tagging import corpus_rows, news_rows

TWO = """@ COERCE arrest | happened | official | legal
It rained on Monday. [speaker: The police] [said: said] \
[content: they had [cue: arrested] [recipient: 40 men] [cause: because a road was blocked]].
"""
BARE = """@ COERCE arrest | happened | narrator | legal
[actor: Police] [cue: arrested] [recipient: 40 protesters] because a road was blocked.
"""


def test_spans_are_cut_by_sentence_and_quote_its_words() -> None:
    rain, arrest = corpus_rows(parse_items(TWO, "andes-01"), load_model())
    assert rain.spans == ()
    words = {channel: arrest.text[start:end] for channel, (start, end) in arrest.spans}
    assert words["speaker"] == "The police"
    assert words["cause"] == "because a road was blocked"
    assert arrest.known == {*KINDS, *CLAIMS, ACT}
    assert words["act"] == "arrested"


def test_a_speaker_has_the_voice_of_the_events_in_what_is_said() -> None:
    _, arrest = corpus_rows(parse_items(TWO, "andes-01"), load_model())
    assert {(v, arrest.text[a:b]) for v, (a, b) in arrest.voices} == {
        ("official", "arrested"),
        ("official", "The police"),
    }


def test_an_item_without_marks_teaches_nothing_unless_its_file_is_marked_whole() -> None:
    (unsure,) = corpus_rows(parse_items(BARE, "andes-01"), load_model())
    (sure,) = corpus_rows(parse_items(BARE, "andes-why-01"), load_model())
    assert unsure.known == {ACT}
    assert sure.known == {*KINDS, *CLAIMS, ACT}


def test_a_line_of_news_has_its_relations_where_print_has_them() -> None:
    spans = {CAUSE: [frozenset({3, 4})], EFFECT: [frozenset({0, 1})], SIGNAL: [frozenset({2})]}
    (row,) = news_rows(
        [Line(("They", "marched", "over", "new", "taxes", "."), causal=True, spans=spans)]
    )
    assert row.text == "They marched over new taxes."
    assert {c: row.text[a:b] for c, (a, b) in row.spans} == {
        "because": "new taxes",
        "effect": "They marched",
        "signal": "over",
    }
    assert row.known == frozenset(RELATIONS)
    assert row.stated
