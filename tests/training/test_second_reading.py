"""What is drawn has no labels, comes by seed, and is found again when it has been filled in."""

from __future__ import annotations

from training.agreement import agreement
from training.markup import parse_items, to_markup
from training.second_reading import draw, match, report

HEAD = "@ CONSULT visit | happened | narrator | diplomatic\n"
ITEMS = parse_items("\n\n".join(f"{HEAD}[actor: Envoy {n}] [cue: left]." for n in range(30)), "f")


def test_a_drawn_item_has_its_id_and_no_labels() -> None:
    text = draw(ITEMS[:1], 5, seed=1)
    assert text.endswith("# f:1\n@\nEnvoy 0 left.\n\n")


def test_the_same_seed_draws_the_same_items() -> None:
    assert draw(ITEMS, 8, seed=1) == draw(ITEMS[::-1], 8, seed=1)
    assert draw(ITEMS, 8, seed=1) != draw(ITEMS, 8, seed=2)


def test_what_is_left_as_drawn_is_not_compared() -> None:
    drawn = draw(ITEMS, 4, seed=1)
    assert match(drawn, "s", ITEMS) == ([], ())


def test_a_filled_in_item_meets_its_first_reading() -> None:
    drawn = draw(ITEMS, 4, seed=1)
    filled = drawn
    for item in ITEMS[:20]:
        filled = filled.replace(f"@\n{item.text}", to_markup(item))
    pairs, faults = match(filled, "s", ITEMS)
    assert faults == ()
    assert all(one.text == other.text for one, other in pairs)
    assert 0 < len(pairs) <= 4


def test_a_changed_text_is_a_fault_at_its_line() -> None:
    pairs, faults = match(f"# f:1\n@\nEnvoy 0 left.\n\n{HEAD}Envoy 99 [cue: left].", "s", ITEMS)
    assert not pairs
    assert str(faults[0]).startswith("s:5: no item has the text")


def test_broken_markup_is_a_fault_at_its_line() -> None:
    _, faults = match("# f:1\n@\nEnvoy 0 left.\n\n@ NONE x\nEnvoy 1 left.", "s", ITEMS)
    assert [fault.line for fault in faults] == [5]


def test_the_report_has_a_line_for_each_label() -> None:
    lines = list(report(agreement([(item, item) for item in ITEMS])))
    assert len(lines) == 1 + 4 + 1 + 1 + 5
    assert all(line.endswith("1.000") for line in lines[1:5])
