"""Reports set beside the events of an item: found, missed, extra, and the words of their sides."""

from __future__ import annotations

import pytest

from dragoman.pipeline import load_tools
from training.markup import Item, parse_items
from training.score_reading import Outcome, outcomes, side_counts, span_f1, type_pairs

ATTACK = """@ ASSAULT | happened | narrator | military
[actor: Peru] [cue: attacked] [recipient: Chile] on Monday.
"""
QUIET = """@ NONE sport
Peru beat Chile 3-1 on Sunday in the qualifier.
"""


def read(text: str) -> Outcome:
    items: tuple[Item, ...] = parse_items(text, "example-01")
    (outcome,) = outcomes(items, load_tools())
    return outcome


def test_an_event_whose_cue_a_report_shares_is_found() -> None:
    outcome = read(ATTACK)
    assert type_pairs([outcome]) == [("ASSAULT", "ASSAULT")]
    assert side_counts([outcome], "actor", missed=True) == (1, 1, 1)
    assert side_counts([outcome], "recipient", missed=True) == (1, 1, 1)


def test_an_item_without_events_and_reports_is_quiet() -> None:
    assert type_pairs([read(QUIET)]) == []


def test_an_event_that_no_report_tells_is_missed() -> None:
    item = read(ATTACK).item
    unread = Outcome(item, (), item.events, ())
    assert type_pairs([unread]) == [("ASSAULT", "NONE")]
    assert side_counts([unread], "recipient", missed=True) == (0, 0, 1)
    assert side_counts([unread], "recipient", missed=False) == (0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "figure"), [((0, 0, 0), 0.0), ((2, 2, 2), 1.0), ((1, 2, 2), 0.5)]
)
def test_span_f1(counts: tuple[int, int, int], figure: float) -> None:
    assert span_f1(counts) == figure
