"""Each table counts what it says, beside what is wanted."""

from __future__ import annotations

from training.counts import ONE_WRITER, WHOLE, Row, count_tables, length_line
from training.markup import parse_items

ITEMS = parse_items(
    """\
@ COERCE arrest | planned | official | legal
@2 ACCUSE | happened | narrator | crime
[speaker: The mayor] [said: said] [content: police would [cue: detain] [actor2,recipient: Mr Lo]], \
who [cue2: blames] him, [purpose: to end the talk].

@ NONE opinion
It was [loaded: shameful].
""",
    "f",
)


def row(title: str, name: str) -> Row:
    tables = {table.title: table for table in count_tables(ITEMS, WHOLE)}
    return next(row for row in tables[title].rows if row.name == name)


def test_types_are_counted_by_the_main_event() -> None:
    assert row("types, main event", "COERCE") == Row("COERCE", 1, 160)
    assert row("types, main event", "ACCUSE").count == 0


def test_modes_are_counted_with_their_type() -> None:
    assert row("modes, main event", "COERCE arrest") == Row("COERCE arrest", 1, 25)
    assert row("modes, main event", "THREATEN arrest").count == 0


def test_contexts_are_counted_of_any_event() -> None:
    assert row("contexts, any event", "crime").count == 1


def test_the_whole_has_none_speech_and_reasons() -> None:
    names = ("items", "NONE", "with reported speech", "with a reason", "with a second event")
    assert [row("the whole", name).count for name in names] == [2, 1, 1, 1, 1]


def test_factualities_have_their_wanted_numbers() -> None:
    assert row("factuality, main event", "planned") == Row("planned", 1, 300)
    assert not row("factuality, main event", "happened").short


def test_a_writer_has_a_share() -> None:
    tables = count_tables(ITEMS, ONE_WRITER)
    assert sum(row.wanted for row in tables[2].rows) == 4 * 67


def test_lengths_are_in_words() -> None:
    assert length_line(ITEMS).startswith("words an item: 3 shortest")
    assert length_line(()) == ""
