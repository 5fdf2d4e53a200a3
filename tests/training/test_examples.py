"""Items become examples: one an event, and what tells none is silent."""

from __future__ import annotations

from dragoman.actors.authority import load_authority
from dragoman.coding.marking import MARKS
from dragoman.pipeline import load_tools
from training.examples import examples_of, without_cue
from training.markup import NONE, Item, parse_items
from training.negatives import proposals, silent

TWO = """@ COERCE arrest | happened | narrator | legal
@2 ACCUSE disapprove | happened | narrator | legal
[actor: Peru] [cue: arrested] [recipient: a courier]; [actor2: Chile] [cue2: deplored] it.
"""
QUIET = """@ NONE sport
Peru outplayed Chile on Sunday.
"""


def item(text: str) -> Item:
    (only,) = parse_items(text, "example-01")
    return only


def test_each_event_is_an_example_of_its_type() -> None:
    found = list(examples_of(item(TWO), load_authority(), ()))
    assert [example.type for example in found] == ["COERCE", "ACCUSE"]
    assert found[0].text != found[1].text


def test_an_example_without_its_cue_keeps_its_sides() -> None:
    (first, _) = examples_of(item(TWO), load_authority(), ())
    bare = without_cue(first)
    assert not set(MARKS["cue"]) & set(bare.text.split())
    assert set(MARKS["actor"]) <= set(bare.text.split())


def test_what_the_reader_would_propose_in_a_quiet_item_is_silent() -> None:
    quiet = item(QUIET)
    roles = list(silent(quiet, proposals(quiet, load_tools())))
    found = list(examples_of(quiet, load_authority(), roles))
    assert [example.type for example in found] == [NONE]
    assert all(example.event is None for example in found)


def test_a_told_event_is_never_silent() -> None:
    told = item(TWO)
    cues = {(s.start, s.end) for s in told.spans if s.label == "cue"}
    roles = list(silent(told, proposals(told, load_tools())))
    assert not [extent for role in roles for extent in role["cue"] if extent in cues]
