"""Copies and frames are found; two sentences on one subject are neither."""

from __future__ import annotations

from training.likeness import masked_words, near_duplicates, templates, words_of
from training.markup import Item, parse_items


def items(*texts: str) -> tuple[Item, ...]:
    head = "@ CONSULT visit | happened | narrator | diplomatic\n"
    return parse_items("\n\n".join(head + text for text in texts), "f")


def test_words_have_no_punctuation_and_no_capitals() -> None:
    assert words_of("“Peru’s army,” he said.") == ["peru's", "army", "he", "said"]


def test_a_sentence_with_one_word_changed_is_a_near_duplicate() -> None:
    copies = items(
        "The minister of mines [cue: flew to] the capital on Monday to sign a treaty on copper.",
        "The minister of mines [cue: flew to] the capital on Monday to sign a treaty on zinc.",
    )
    (pair,) = near_duplicates(copies)
    assert (pair.one, pair.other) == ("f:1", "f:2")
    assert 0.8 < pair.jaccard < 1


def test_the_same_words_twice_are_wholly_alike() -> None:
    assert [p.jaccard for p in near_duplicates(items("They [cue: met].", "They [cue: met]!"))] == [
        1.0
    ]


def test_sentences_on_one_subject_are_no_duplicates() -> None:
    others = items(
        "The minister of mines [cue: flew to] the capital on Monday to sign a treaty on copper.",
        "A treaty on copper brought the minister of mines; she [cue: landed in] town on Monday.",
    )
    assert near_duplicates(others) == ()


def test_a_mask_makes_sides_names_and_numbers_alike() -> None:
    (item,) = items("[actor: The king of Tonga] [cue: met] 40 Samoan chiefs [date: on May 3].")
    assert masked_words(item) == ("actor", "met", "X", "chiefs", "date")


def test_a_marked_word_within_a_marked_phrase_counts_once() -> None:
    (item,) = items("[actor: Kenya's [recipient: army] chief] [cue: met] them.")
    assert masked_words(item) == ("actor", "met", "them")


def test_a_frame_with_other_names_is_found() -> None:
    found = templates(
        items(
            "[actor: Chile] [cue: sent an envoy to] [recipient: Peru] for a quiet talk.",
            "[actor: The Omani palace] [cue: sent an envoy to] [recipient: Rome] for a quiet talk.",
            "[actor: Omani nurses] [cue: called on] [recipient: a bishop] for a quiet talk.",
        )
    )
    assert found.same_text == (("f:1", "f:2"),)
    assert found.items_same == 2


def test_an_opening_may_come_three_times_and_no_more() -> None:
    ends = ("mines", "roads", "grain", "salt")
    texts = [f"[actor: Chile] [cue: sent an envoy to] [recipient: Peru] about {e}." for e in ends]
    assert templates(items(*texts[:3])).items_opening == 0
    assert templates(items(*texts)).items_opening == 4
