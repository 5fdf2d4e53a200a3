"""Agreement is counted by hand here, and must come out the same."""

from __future__ import annotations

import pytest

from training.agreement import Agreement, agreement, kappa
from training.markup import parse_items

NONE = "@ NONE society\nLima met Quito."


def compare(first: str, second: str) -> Agreement:
    ones, others = parse_items(first, "f"), parse_items(second, "s")
    return agreement(list(zip(ones, others, strict=True)))


def coded(text: str, code: str = "CONSULT visit | happened | narrator | diplomatic") -> str:
    return f"@ {code}\n{text}"


def test_kappa_takes_chance_off() -> None:
    pairs = [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15
    found = kappa("x", pairs)
    assert (found.items, found.share) == (50, 0.7)
    assert found.kappa == pytest.approx(0.4)


def test_one_label_all_through_is_full_agreement() -> None:
    assert kappa("x", [("a", "a")] * 3).kappa == 1.0
    assert kappa("x", []).kappa == 1.0


def test_kappa_below_chance_is_negative() -> None:
    assert kappa("x", [("a", "b"), ("b", "a")]).kappa == -1.0


def test_none_is_a_type_among_the_types() -> None:
    item = coded("[actor: Lima] [cue: met] [recipient: Quito].")
    found = compare(f"{item}\n\n{NONE}", f"{NONE}\n\n{NONE}")
    assert found.labels[0].share == 0.5
    assert found.labels[1].items == 0


def test_spans_count_exactly_and_by_overlap() -> None:
    found = compare(
        coded("[actor: The army chief] [cue: met] [recipient: Quito]."),
        coded("The [actor: army chief] [cue: met] Quito."),
    )
    actor, recipient, cue = found.spans
    assert (actor.exact, actor.overlap) == (0.0, 1.0)
    assert (recipient.exact, recipient.overlap) == (0.0, 0.0)
    assert (cue.exact, cue.overlap) == (1.0, 1.0)


def test_spans_that_nobody_else_marked_are_counted_as_missed() -> None:
    item = coded("[actor: Lima] [cue: met] [recipient: Quito].")
    found = compare(f"{item}\n\n{item}", f"{item}\n\n{NONE}")
    assert found.spans[0].exact == pytest.approx(2 / 3)


def test_contexts_agree_in_part() -> None:
    text = "[cue: Met]."
    found = compare(
        coded(text, "CONSULT visit | happened | narrator | diplomatic legal"),
        coded(text, "CONSULT | happened | narrator | diplomatic"),
    )
    modes, contexts = found.sets
    assert (modes.exact, modes.overlap) == (0.0, 0.0)
    assert contexts.exact == 0.0
    assert contexts.overlap == pytest.approx(2 / 3)


def test_events_are_paired_by_their_cues_and_not_by_their_order() -> None:
    two = "@ {0} | happened | narrator | legal\n@2 {1} | happened | narrator | legal\n"
    found = compare(
        two.format("ACCUSE", "CONSULT") + "[actor: A] [cue: sued] [actor2: B] and [cue2: met] C.",
        two.format("CONSULT", "ACCUSE") + "[actor2: A] [cue2: sued] [actor: B] and [cue: met] C.",
    )
    assert found.labels[0].share == 0.0
    assert found.labels[1].share == 1.0
    assert [span.exact for span in found.spans] == [1.0, 1.0, 1.0]
