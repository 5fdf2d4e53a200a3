from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.article import BlockKind, compose_article
from dragoman.voices.quotations import find_quotations


def quoted(*paragraphs: str) -> list[str]:
    parts = [(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs]
    article = compose_article(parts, outlet="Example", headline="Example", source="-")
    return [article.text[q.start : q.end] for q in find_quotations(article).items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("He said 'no' twice.", ["'no'"]),
        ("The ministers' talks weren't over.", []),
        ("It’s the people’s vote.", []),
        ("She called it «a start» and left.", ["«a start»"]),
    ],
)
def test_marks_pair_up_and_apostrophes_do_not(text, found):
    assert quoted(text) == found


def test_a_speech_over_paragraphs_is_quoted_in_each():
    assert quoted("“We begin here.", "“We end here.”") == ["“We begin here.", "“We end here.”"]


@given(st.text(alphabet="ab ,.\"'“”‘’«»—\n", max_size=60))
def test_quotations_are_in_order_and_apart(text):
    parts = [(BlockKind.PARAGRAPH, line) for line in (f"x {text}").split("\n")]
    article = compose_article(parts, outlet="Example", headline="Example", source="-")
    items = find_quotations(article).items
    assert all(a.end <= b.start for a, b in pairwise(items))
    assert all(0 <= q.start < q.end <= len(article.text) for q in items)
    assert all(find_quotations(article).at(q.start) == q for q in items)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said: “The bridge is safe" and left.', '“The bridge is safe"'),
        ('She said: "The bridge is safe” and left.', '"The bridge is safe”'),
        ('She said: ``The bridge is safe" and left.', '``The bridge is safe"'),
        ('She said: “The "bridge" is safe” and left.', '“The "bridge" is safe”'),
    ],
)
def test_marks_of_two_sorts_make_one_quotation(text, quoted):
    article = compose_article(
        [(BlockKind.PARAGRAPH, text)], outlet="Example", headline="Example", source="-"
    )
    (found,) = find_quotations(article).items
    assert article.text[found.start : found.end] == quoted
