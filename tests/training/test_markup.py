"""What a writer marks is what a learner gets, and what breaks the markup is told by its line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.codebook import FACTUALITIES, load_codebook
from training.markup import (
    CLAIMS,
    LABELS,
    LOADED,
    NONE_KINDS,
    OF_EVENTS,
    VOICES,
    Event,
    Item,
    MarkupError,
    Span,
    parse_items,
    read_items,
    to_markup,
)

FIVE = ("legal", "military", "economic", "health", "crime")
HEAD = "@ CONSULT visit | happened | narrator | diplomatic military"
TWO = f"""\
# a note of the writer's
{HEAD}
[actor: Zambia's defence minister, Clement Mbala,] [cue: flew to] [recipient: Gaborone].

@ ASSAULT firearms | denied | official | military
@2 ACCUSE allege | happened | narrator | human_rights
[speaker: The army] [said: denied] that [content: [actor: its men] had [cue: shot] [recipient: \
farmers]], a day after [actor2: the bishops] [cue2: blamed] [recipient2: it].

@ NONE market
The shilling closed lower.
"""


def marked(text: str, head: str = HEAD) -> str:
    return f"{head}\n{text}\n"


def test_items_are_parted_by_blank_lines_and_numbered() -> None:
    assert [item.id for item in parse_items(TWO, "rift-01")] == [
        "rift-01:1",
        "rift-01:2",
        "rift-01:3",
    ]


def test_an_item_knows_the_line_it_begins_on() -> None:
    assert [item.line for item in parse_items(TWO, "rift-01")] == [2, 5, 9]


def test_the_text_stands_without_its_brackets() -> None:
    first, second, third = parse_items(TWO, "f")
    assert first.text == "Zambia's defence minister, Clement Mbala, flew to Gaborone."
    assert (
        second.text
        == "The army denied that its men had shot farmers, a day after the bishops blamed it."
    )
    assert third.text == "The shilling closed lower."


def test_an_event_has_its_code() -> None:
    event = parse_items(TWO, "f")[0].events[0]
    assert event == Event(
        1, "CONSULT", ("visit",), ("diplomatic", "military"), "happened", "narrator"
    )


def test_a_digit_ties_a_span_to_the_second_event() -> None:
    item = parse_items(TWO, "f")[1]
    assert [item.words(span) for span in item.labelled("actor")] == ["its men"]
    assert [item.words(span) for span in item.labelled("actor", 2)] == ["the bishops"]


def test_brackets_may_nest() -> None:
    item = parse_items(TWO, "f")[1]
    assert [item.words(span) for span in item.labelled("content")] == ["its men had shot farmers"]


def test_a_span_may_carry_two_labels() -> None:
    (item,) = parse_items(marked("[actor,speaker: Lima] [cue,said: said] no."), "f")
    assert item.labelled("actor")[0].start == item.labelled("speaker")[0].start == 0


def test_a_split_cue_has_two_spans() -> None:
    (item,) = parse_items(marked("They [cue: called] the talks [cue: off]."), "f")
    assert [item.words(span) for span in item.labelled("cue")] == ["called", "off"]


def test_an_item_without_an_event_has_its_kind() -> None:
    item = parse_items(TWO, "f")[2]
    assert (item.events, item.none_kind) == ((), "market")


def test_an_opinion_may_have_a_speaker_and_loaded_words() -> None:
    (item,) = parse_items(
        "@ NONE opinion\n[speaker: He] [said: called] it [loaded: shameful].", "f"
    )
    assert [span.label for span in item.spans] == ["speaker", "said", "loaded"]


def test_a_claim_may_be_the_second_one_of_its_item() -> None:
    text = "[speaker: A] [said: said] [content: [speaker2: B] [said2: swore] [content2: so]]."
    (item,) = parse_items(f"@ NONE society\n{text}", "f")
    assert [item.words(span) for span in item.labelled("content", 2)] == ["so"]


def test_offsets_are_code_points() -> None:
    (item,) = parse_items(marked("🙂 [actor: Bogotá] [cue: met] [recipient: Özal]."), "f")
    assert [item.text[span.start : span.end] for span in item.spans] == ["Bogotá", "met", "Özal"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("A line of text.", 1, "no @ line"),
        (HEAD, 1, "no text"),
        (marked("[cue: Met].\nAnd again."), 3, "second line of text"),
        (marked("[cue: Met].") + HEAD, 3, "@ line after the text"),
        (marked("[cue: Met.]", "@ CONSULT | happened | narrator"), 1, "3 fields"),
        (marked("[cue: Met].", "@ MEET | happened | narrator | legal"), 1, "unknown type 'MEET'"),
        (marked("[cue: Met].", "@ | happened | narrator | legal"), 1, "unknown type ''"),
        (marked("[cue: Met].", "@ AID visit | happened | narrator | legal"), 1, "leave it out"),
        (marked("[cue: Met].", "@ AID | done | narrator | legal"), 1, "unknown factuality 'done'"),
        (marked("[cue: Met].", "@ AID | happened | press | legal"), 1, "unknown voice 'press'"),
        (marked("[cue: Met].", "@ AID | happened | named | war"), 1, "unknown context 'war'"),
        (marked("[cue: Met].", "@ AID | happened | named | " + " ".join(FIVE)), 1, "5 contexts"),
        (marked("[cue: Met].", "@ AID | happened | named | legal legal"), 1, "given twice"),
        (marked("[cue: Met].", f"{HEAD}\n@3 AID | happened | named | legal"), 2, "write @2"),
        (marked("[cue: Met].", "@ NONE boredom"), 1, "unknown kind of NONE 'boredom'"),
        (marked("[cue: Met].", f"{HEAD}\n@2 NONE sport"), 2, "stand alone"),
        (marked("[cue: Met].", "@ NONE sport"), 2, "cue in an item that is NONE"),
        (marked("They met."), 2, "no cue"),
        (marked("They [cue: met].", f"{HEAD}\n@2 AID | happened | named | legal"), 3, "no cue2"),
        (marked("[cue: A] b [cue: c] d [cue: e] f [cue: g]."), 2, "4 spans of cue"),
        (marked("[actor2: They] [cue: met]."), 2, "add an @2 line"),
        (marked("[actor1: They] [cue: met]."), 2, "write 'actor' for the main event"),
        (marked("[loaded2: Vile] they [cue: met]."), 2, "no digit"),
        (marked("[agent: They] [cue: met]."), 2, "unknown label 'agent'"),
        (marked("[cue,cue: Met]."), 2, "label twice"),
        (marked("[actor: The [actor: army]] [cue: met]."), 2, "actor inside actor"),
        (marked("They [cue: met [sic]]."), 2, "no other brackets"),
        (marked("They [cue: met."), 2, "close the bracket"),
        (marked("They [cue: met]]."), 2, "a ] too many"),
        (marked("They [cue: met ]again."), 2, "put the bracket against"),
        (marked("They [cue: ]met."), 2, "put the bracket against"),
        (marked("They  [cue: met]."), 2, "stray blank"),
        (marked("They [cue: met] ."), 2, "stray blank"),
        (marked("They [cue: met], "), 2, "stray blank"),
        (marked("They\u00a0[cue: met]."), 2, "stray blank"),
    ],
)
def test_a_fault_names_file_line_and_remedy(text: str, line: int, words: str) -> None:
    with pytest.raises(MarkupError) as raised:
        parse_items(text, "rift-01")
    assert str(raised.value).startswith(f"rift-01:{line}: ")
    assert words in str(raised.value)


def test_a_faulty_item_does_not_hide_the_next_fault() -> None:
    items, faults = read_items("@ NONE x\nA.\n\n@ NONE sport\nB.\n\n@ NONE y\nC.", "f")
    assert [item.id for item in items] == ["f:2"]
    assert [fault.line for fault in faults] == [1, 7]


def test_three_points_may_follow_a_blank() -> None:
    assert not read_items("@ NONE culture\nAnd then ... silence.", "f")[1]


def test_items_come_back_as_they_were_written() -> None:
    items = parse_items(TWO, "f")
    assert "\n\n".join(map(to_markup, items)) + "\n" == TWO.split("\n", 1)[1]


MODES = {t.name: [mode.name for mode in t.modes] for t in load_codebook().types}
CONTEXTS = [context.name for context in load_codebook().contexts]
WORD = st.text("abcdeXYéŁ🙂,:;-'\"|@#.0", min_size=1, max_size=6).filter(
    lambda word: word[0] not in ",:;.@#"
)


@st.composite
def events(draw: st.DrawFn, number: int) -> Event:
    type_ = draw(st.sampled_from(sorted(MODES)))
    few = st.lists(st.sampled_from(CONTEXTS), max_size=4, unique=True)
    modes = MODES[type_]
    chosen = draw(st.lists(st.sampled_from(modes), max_size=2, unique=True)) if modes else []
    factuality, voice = draw(st.sampled_from(FACTUALITIES)), draw(st.sampled_from(VOICES))
    return Event(number, type_, tuple(chosen), tuple(draw(few)), factuality, voice)


@st.composite
def items(draw: st.DrawFn) -> Item:
    words = draw(st.lists(WORD, min_size=1, max_size=12))
    coded = tuple(draw(events(number)) for number in range(1, draw(st.integers(0, 3)) + 1))
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    labels = [(LOADED, 1), *((label, n) for label in CLAIMS for n in (1, 2))]
    labels += [(label, e.number) for label in OF_EVENTS if label != "cue" for e in coded]
    chosen = draw(st.lists(st.sampled_from(labels), max_size=8, unique=True))
    spans: list[Span] = []
    for label, number in [*(("cue", event.number) for event in coded), *chosen]:
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        span = Span(label, number, starts[first], starts[last + 1] - 1)
        if label == "cue" or not any(crosses(span, other) for other in spans):
            spans.append(span)
    spans = uncrossed(spans)
    kind = None if coded else draw(st.sampled_from(NONE_KINDS))
    return Item("f:1", " ".join(words), coded, tuple(spans), kind, 1)


def crosses(one: Span, other: Span) -> bool:
    left, right = sorted((one, other), key=lambda span: span.start)
    return left.start < right.start < left.end < right.end


def uncrossed(spans: list[Span]) -> list[Span]:
    """Cues must stay, so of two that cross the later one takes the earlier one's place."""
    kept: list[Span] = []
    for span in spans:
        blocking = next((other for other in kept if crosses(span, other)), None)
        if blocking is None:
            kept.append(span)
        elif span.label == "cue":
            kept.append(Span("cue", span.number, blocking.start, blocking.end))
    return sorted(kept, key=lambda span: (span.start, -span.end))


@given(items())
def test_every_item_survives_its_own_markup(item: Item) -> None:
    assert parse_items(to_markup(item), "f") == (item,)


@given(items())
def test_markup_is_written_in_one_way(item: Item) -> None:
    written = to_markup(item)
    assert "\n\n".join(map(to_markup, parse_items(f"{written}\n\n{written}", "f"))) == (
        f"{written}\n\n{written}"
    )


@given(items())
def test_spans_lie_apart_or_one_in_the_other(item: Item) -> None:
    (parsed,) = parse_items(to_markup(item), "f")
    assert all(not crosses(one, other) for one, other in pairwise(parsed.spans))
    assert {span.label for span in parsed.spans} <= set(LABELS)


@given(st.text("[]ab: ,@|#\n2 ", max_size=60))
def test_any_text_gives_items_or_faults_and_no_other_end(text: str) -> None:
    items, faults = read_items(f"{HEAD}\n{text}", "f")
    assert len(items) + len(faults) >= 1
