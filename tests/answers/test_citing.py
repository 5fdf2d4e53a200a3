from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.answers.citing import CitationList, Evidence, unsupported
from dragoman.errors import CitationError
from dragoman.ledger.stored import ArticleHead
from dragoman.model.quote import Quote

HEAD = ArticleHead("ART-1", "The Harbour Post", None, "Fish", dt.date(2026, 3, 10), (), "en")
OTHER = ArticleHead("ART-2", "Coast Wire", None, "Cod", dt.date(2026, 3, 11), (), "en")
SENTENCE = "Norway's foreign minister met him in Ottawa on Monday, and 12 boats left São Tomé."


def evidence(
    words: str = SENTENCE, *resolved: str, head: ArticleHead = HEAD, before: str = ""
) -> Evidence:
    text = before + words
    return Evidence(head, Quote.cut(text, len(before), len(text)), resolved)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Sweden met him in Ottawa", ("Sweden",)),
        ("he met Canada's prime minister in Ottawa", ("Canada's",)),
        ("on 9 March 2026 he left Ottawa", ("9 March 2026",)),
        ("13 boats left", ("13",)),
        ("12,000 boats left", ("12,000",)),
        ("they met in Toronto", ("Toronto",)),
        ("Norway and Sweden met in Oslo", ("Sweden", "Oslo")),
        ("the Łódź meeting", ("Łódź",)),
        ("Sao Paulo boats left", ("Sao Paulo",)),
        ("an iPhone left", ("iPhone",)),
        ("on the 3rd they left", ("3rd",)),
        ("1,200.5 boats left", ("1,200.5",)),
        ("Ottawa's Norway", ("Ottawa's Norway",)),
    ],
)
def test_a_line_that_names_what_is_not_cited_cannot_be_made(
    line: str, missing: tuple[str, ...]
) -> None:
    assert unsupported(line, [evidence()]) == missing
    with pytest.raises(CitationError, match=missing[0]):
        CitationList().line(line, [evidence()])


@pytest.mark.parametrize(
    "line",
    [
        "Norway's foreign minister met him in Ottawa",
        "In Ottawa, according to Norway, 12 boats left",
        "After Monday: 12 boats (“left São Tomé”)",
        "boats left Sao Tome",
        "It met him",
        "nobody is named here",
    ],
)
def test_a_line_that_names_only_what_is_cited_passes(line: str) -> None:
    assert CitationList().line(line, [evidence()]).citations == (1,)


@pytest.mark.parametrize(
    "line",
    [
        "9 March 2026: Norway's foreign minister met Canada's prime minister",
        "On 9 March 2026, in Ottawa",
        "Canada",
    ],
)
def test_what_the_words_of_the_sentence_were_resolved_to_passes(line: str) -> None:
    resolved = ("Canada's prime minister", "Canada", "9 March 2026")
    assert unsupported(line, [evidence(SENTENCE, *resolved)]) == ()


def test_a_number_inside_another_number_does_not_support_it() -> None:
    assert unsupported("2 boats left", [evidence()]) == ("2",)
    assert unsupported("1 boat left", [evidence("10 boats left.")]) == ("1",)


def test_part_of_a_word_does_not_support_a_name() -> None:
    assert unsupported("Nor met him", [evidence()]) == ("Nor",)


def test_each_name_may_stand_in_another_of_the_cited_sentences() -> None:
    both = [evidence("Norway left."), evidence("Sweden stayed.")]
    assert unsupported("Norway and Sweden", both) == ()


def test_a_name_pieced_together_from_two_sentences_is_no_name() -> None:
    both = [evidence("Norway left."), evidence("Sweden stayed.")]
    assert unsupported("Norway Sweden", both) == ("Norway Sweden",)


def test_a_line_without_evidence_cannot_be_made() -> None:
    with pytest.raises(CitationError, match="nothing is cited"):
        CitationList().line("boats left", [])


def test_a_line_that_fails_leaves_no_citation_behind() -> None:
    cites = CitationList()
    with pytest.raises(CitationError):
        cites.line("Sweden left", [evidence()])
    assert cites.citations == ()


def test_citations_are_numbered_in_order_of_first_use_and_a_sentence_keeps_its_number() -> None:
    cites = CitationList()
    first = evidence("Norway left.")
    second = evidence("Sweden stayed.", before="Norway left. ")
    third = evidence("Norway left.", head=OTHER)
    assert cites.line("Norway", [first]).citations == (1,)
    assert cites.line("Sweden", [second, first]).citations == (2, 1)
    assert cites.line("Norway", [third, third]).citations == (3,)
    assert [c.number for c in cites.citations] == [1, 2, 3]
    assert [c.article.id for c in cites.citations] == ["ART-1", "ART-1", "ART-2"]
    assert cites.citations[1].sentence.words == "Sweden stayed."


_WORDS = st.lists(
    st.sampled_from(
        "Norway Canada Ottawa São Łódź the of minister met left O'Neil 12 1,200 2026 May-June "
        "al-Khalid U.S. Côte D'Ivoire McCoy iPhone 12th b575c3 ART-b575 1.5 a In".split()
    ),
    min_size=1,
    max_size=12,
)


@given(_WORDS, st.data())
def test_a_line_made_of_its_evidence_alone_always_passes(
    words: list[str], data: st.DataObject
) -> None:
    source = evidence(" ".join(words))
    pieces = []
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(words) - 1))
        pieces.append(" ".join(words[start : data.draw(st.integers(start + 1, len(words)))]))
    line = ", ".join(pieces)
    assert unsupported(line, [source]) == ()
    assert CitationList().line(line, [source]).text == line


@given(_WORDS, st.from_regex(r"Zq[a-z]{2,8}", fullmatch=True), st.integers(0, 12))
def test_a_line_with_one_foreign_name_always_fails(words: list[str], name: str, at: int) -> None:
    line = " ".join([*words[:at], name, *words[at:]])
    with pytest.raises(CitationError):
        CitationList().line(line, [evidence(" ".join(words))])


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_checked(text: str) -> None:
    for name in unsupported(text, [evidence()]):
        assert name in text
