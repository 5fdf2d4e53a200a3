from __future__ import annotations

import datetime as dt
import io
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.coding.by_example import judge_for
from dragoman.coding.codebook import load_codebook
from dragoman.errors import CodebookError, UsageError
from dragoman.ledger import Ledger
from dragoman.model.actor import Mention
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.model.event import Judgement, Verdict
from dragoman.model.quote import Quote
from dragoman.model.reading import Reading
from dragoman.pipeline import Progress, Tools, load_tools, merge, read, read_article
from dragoman.sources import read_sources

VISIT = """Outlet: The Harbour Post
Published: 2026-03-10

Norwegian minister in Ottawa over fish

Norway's foreign minister visited Canada on Monday to sign a fisheries agreement. The visit was \
aimed at ending a dispute over cod, the Norwegian foreign ministry said.

Norway supplies Canada with patrol boats, while Canada offers oil. Canadian police arrested \
17 Norwegian sailors in Ottawa on Tuesday.
"""
PROTEST = """Outlet: Northern Gazette
Published: 2026-03-11

Quiet at the port

In May 2024 Canada imposed sanctions on Norway. "We will not forget it", the Norwegian \
foreign ministry said.
"""
CODEBOOK = """
name = "greetings"
version = "7"
[[types]]
name = "CONSULT"
quad = "verbal cooperation"
intensity = 2.5
definition = "meetings"
not = "agreements"
[[types.cues]]
patterns = ["A wave to R"]
"""


@Language.component("fails_on_patrol_boats")
def _fails_on_patrol_boats(doc: Doc) -> Doc:
    """A step of a user's own pipeline that some articles break."""
    if "patrol boats" in doc.text:
        raise ValueError("no boats")
    return doc


@pytest.fixture(scope="module")
def every_tool() -> Tools:
    return load_tools()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "news"
    place.mkdir()
    (place / "a-visit.txt").write_text(VISIT, encoding="utf-8")
    (place / "c-protest.txt").write_text(PROTEST, encoding="utf-8")
    return place


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as opened:
        yield opened


def _articles(folder: Path) -> list[Article]:
    return [found for found in read_sources([str(folder)], None) if isinstance(found, Article)]


def _dump(ledger: Ledger) -> list[str]:
    """All that the file holds, as SQL."""
    connection = sqlite3.connect(ledger.path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def _quotes(reading: Reading) -> Iterator[Quote]:
    for report in reading.reports:
        sides = (*report.actors, *report.recipients)
        yield from (report.evidence, report.cue, *(side.quote for side in sides))
        quantity = report.quantity.quote if report.quantity else None
        yield from _given(report.date_quote, report.place_quote, quantity)
        yield from _given(report.attribution.speaker_quote)
    for support in reading.supports:
        yield from (support.evidence, support.given)
        yield from (support.provider.quote, support.recipient.quote)
    for claim in reading.claims:
        yield from (claim.evidence, claim.cue, claim.content, *claim.loaded)
        yield from _given(claim.attribution.speaker_quote)
    for reason in reading.reasons:
        yield from (reason.evidence, reason.cue, reason.content)
    yield from (mention.quote for mention in reading.mentions)
    yield from (sentence.quote for sentence in reading.sentences)
    yield from (office.quote for seen in reading.appearances for office in seen.offices)


def _given(*quotes: Quote | None) -> Iterable[Quote]:
    return (quote for quote in quotes if quote is not None)


def _assert_sound(reading: Reading) -> None:
    text = reading.article.text
    for quote in _quotes(reading):
        assert text[quote.start : quote.end] == quote.words
    assert [seen.number for seen in reading.appearances] == list(range(len(reading.appearances)))
    for mention in reading.mentions:
        _assert_sound_mention(mention, reading)
    ids = {report.id for report in reading.reports}
    assert len(ids) == len(reading.reports)
    for claim in reading.claims:
        assert set(claim.report_ids) <= ids
    for reason in reading.reasons:
        assert {reason.report_id, reason.because_id} - {None} <= ids


def _assert_sound_mention(mention: Mention, reading: Reading) -> None:
    assert reading.sentences[mention.sentence].quote.holds(mention.quote)
    if mention.appearance is not None:
        assert mention.appearance < len(reading.appearances)


def test_one_article_gives_something_of_every_kind(folder: Path, every_tool: Tools) -> None:
    reading = read_article(_articles(folder)[0], every_tool)
    _assert_sound(reading)
    assert {report.type for report in reading.reports} >= {"CONSULT", "COERCE", "AID"}
    assert reading.supports
    assert reading.claims
    assert reading.reasons
    assert reading.appearances
    assert reading.mentions
    assert len(reading.sentences) >= 5


def test_the_same_bytes_give_the_same_reading_and_the_same_ids(
    folder: Path, every_tool: Tools
) -> None:
    for first, second in zip(_articles(folder), _articles(folder), strict=True):
        once, again = read_article(first, every_tool), read_article(second, every_tool)
        assert once == again
        assert [r.id for r in once.reports] == [r.id for r in again.reports]
        assert [c.id for c in once.claims] == [c.id for c in again.claims]
        assert [r.id for r in once.reasons] == [r.id for r in again.reasons]
        assert [s.id for s in once.supports] == [s.id for s in again.supports]


def test_what_is_read_is_stored_and_counted(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    summary = read([str(folder)], ledger, every_tool)
    assert (summary.articles, summary.unchanged, summary.failures) == (2, 0, ())
    assert summary.reports == sum(article.reports for article in ledger.articles())
    assert list(ledger.events())
    assert not ledger.needs_merging()
    for article in _articles(folder):
        stored = ledger.reading(article.id)
        assert stored == read_article(article, every_tool)


def test_reading_twice_changes_nothing(folder: Path, ledger: Ledger, every_tool: Tools) -> None:
    read([str(folder)], ledger, every_tool)
    before = _dump(ledger)
    summary = read([str(folder)], ledger, every_tool)
    assert (summary.articles, summary.unchanged) == (0, 2)
    assert _dump(ledger) == before


def test_the_order_of_reading_changes_no_event_and_no_actor(
    folder: Path, ledger: Ledger, tmp_path: Path, every_tool: Tools
) -> None:
    paths = sorted(str(path) for path in folder.iterdir())
    read(paths, ledger, every_tool)
    with Ledger.open(tmp_path / "other.db") as other:
        for path in reversed(paths):
            read([path], other, every_tool)
        assert [e.event for e in other.events()] == [e.event for e in ledger.events()]
        assert [a.actor for a in other.actors()] == [a.actor for a in ledger.actors()]


def test_merging_again_changes_nothing(folder: Path, ledger: Ledger, every_tool: Tools) -> None:
    read([str(folder)], ledger, every_tool)
    before = _dump(ledger)
    merge(ledger)
    assert _dump(ledger) == before


def test_merging_anew_gives_the_same_events(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    read([str(folder)], ledger, every_tool)
    events, actors = list(ledger.events()), list(ledger.actors())
    judgement = Judgement(events[0].event.id, Verdict.RIGHT, None, "", "2026-03-12T10:00:00+00:00")
    ledger.add_judgement(judgement)
    ledger.remove_judgement(judgement.id)
    merge(ledger)
    assert list(ledger.events()) == events
    assert list(ledger.actors()) == actors


@pytest.mark.parametrize(
    ("name", "content"),
    [("b-empty.txt", b""), ("b-blank.txt", b" \n\n "), ("b-broken.jsonl", b'{"text": '),
     ("b-bytes.txt", b"\x00\x01\x02\xff\xfe" * 40)],
)  # fmt: skip
def test_a_broken_document_is_a_failure_and_the_rest_is_stored(
    folder: Path, ledger: Ledger, every_tool: Tools, name: str, content: bytes
) -> None:
    (folder / name).write_bytes(content)
    summary = read([str(folder)], ledger, every_tool)
    assert summary.articles == 2
    (failure,) = summary.failures
    assert failure.source.startswith(str(folder / name))
    assert failure.reason
    assert list(ledger.failures()) == [failure]
    assert len(list(ledger.articles())) == 2


def test_a_missing_file_is_a_failure_too(folder: Path, ledger: Ledger, every_tool: Tools) -> None:
    summary = read([str(folder / "none.txt"), str(folder)], ledger, every_tool)
    assert [failure.source for failure in summary.failures] == [str(folder / "none.txt")]
    assert summary.articles == 2


def test_a_document_that_breaks_a_stage_is_a_failure_of_that_document(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    model.add_pipe("fails_on_patrol_boats")
    summary = read([str(folder)], ledger, replace(every_tool, model=model))
    assert summary.articles == 1
    (failure,) = summary.failures
    assert failure.source == str(folder / "a-visit.txt")
    assert failure.reason == "the article could not be read: no boats"
    assert failure.hint


def test_a_failure_is_struck_out_when_its_source_is_read_well(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    (folder / "b-empty.txt").write_bytes(b"")
    read([str(folder)], ledger, every_tool)
    (folder / "b-empty.txt").write_text(PROTEST.replace("Northern", "Southern"), encoding="utf-8")
    summary = read([str(folder)], ledger, every_tool)
    assert (summary.articles, summary.unchanged, summary.failures) == (1, 2, ())
    assert list(ledger.failures()) == []


def test_progress_is_told_after_every_document(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    (folder / "b-empty.txt").write_bytes(b"")
    told: list[Progress] = []
    read([str(folder)], ledger, every_tool, told.append)
    assert [(p.articles, p.failures) for p in told] == [(1, 0), (1, 1), (2, 1)]
    assert all(Path(p.source).parent == folder for p in told)


def test_an_article_can_come_from_standard_input(ledger: Ledger, every_tool: Tools) -> None:
    summary = read(["-"], ledger, every_tool, stdin=io.BytesIO(VISIT.encode()))
    assert summary.articles == 1


def test_a_ledger_remembers_what_it_was_read_with(
    folder: Path, ledger: Ledger, every_tool: Tools
) -> None:
    read([str(folder)], ledger, every_tool)
    facts = ledger.facts()
    assert facts["codebook"] == every_tool.codebook.name
    assert facts["codebook_version"] == every_tool.codebook.version
    assert "core_web_sm" in facts["model"]


def test_a_users_own_codebook_drives_the_same_coder(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(CODEBOOK, encoding="utf-8")
    reading = read_article(_article("Norway waved to Canada. Norway attacked Canada."),
                           load_tools(path))  # fmt: skip
    assert [(report.type, report.cue.words) for report in reading.reports] == [("CONSULT", "waved")]


def _own_tools(tools: Tools, tmp_path: Path, text: str = CODEBOOK) -> Tools:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    own = load_codebook(path)
    return replace(tools, codebook=own, judge=judge_for(own))


def test_another_codebook_is_refused_where_one_has_coded_already(
    folder: Path, ledger: Ledger, every_tool: Tools, tmp_path: Path
) -> None:
    read([str(folder)], ledger, every_tool)
    before = ledger.facts()
    with pytest.raises(UsageError, match=r"was read with the codebook PLOVER .*greetings 7"):
        read([str(folder)], ledger, _own_tools(every_tool, tmp_path))
    assert ledger.facts() == before


def test_a_ledger_without_articles_takes_any_codebook(
    folder: Path, ledger: Ledger, every_tool: Tools, tmp_path: Path
) -> None:
    read([str(folder / "nowhere.txt")], ledger, every_tool)
    summary = read([str(folder)], ledger, _own_tools(every_tool, tmp_path))
    assert summary.earlier_codebook is None
    assert ledger.facts()["codebook"] == "greetings"


def test_a_newer_version_of_a_codebook_is_taken_and_told(
    folder: Path, ledger: Ledger, every_tool: Tools, tmp_path: Path
) -> None:
    read([str(folder)], ledger, _own_tools(every_tool, tmp_path))
    newer = CODEBOOK.replace('"7"', '"8"').replace('"CONSULT"', '"GREET"')
    summary = read([str(folder)], ledger, _own_tools(every_tool, tmp_path, newer))
    assert summary.earlier_codebook == "greetings 7"
    assert ledger.facts()["codebook_version"] == "8"
    assert ledger.scale().quad("CONSULT") == ledger.scale().quad("GREET")
    assert (
        read([str(folder)], ledger, _own_tools(every_tool, tmp_path, newer)).earlier_codebook
        is None
    )


def test_a_meeting_to_come_keeps_its_type_where_the_codebook_has_no_agree(
    every_tool: Tools, tmp_path: Path
) -> None:
    own = _own_tools(every_tool, tmp_path)
    reading = read_article(_article("Norway will wave to Canada on Friday."), own)
    assert [report.type for report in reading.reports] == ["CONSULT"]


def test_a_codebook_that_cannot_be_read_is_told_before_the_run(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text("name = ", encoding="utf-8")
    with pytest.raises(CodebookError):
        load_tools(path)


def _article(text: str) -> Article:
    return compose_article(
        [(BlockKind.PARAGRAPH, line) for line in text.splitlines()],
        outlet="Example",
        headline="Example",
        source="-",
        published=dt.date(2026, 3, 12),
    )


_NEWS_WORDS = (
    "Norway Canada Ottawa Norwegian the a of in on to by with and that said not will if because "
    "minister president police visited attacked sanctions talks agreement arrested met he its "
    "Monday 2024 12 thousands Dr. U.S. , . ; : ? “ ” ' — ( )"
).split()


@given(st.lists(st.sampled_from(_NEWS_WORDS), min_size=1, max_size=25).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_any_news_words_give_a_sound_reading(every_tool: Tools, text: str) -> None:
    _assert_sound(read_article(_article(text), every_tool))


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_a_sound_reading(every_tool: Tools, text: str) -> None:
    _assert_sound(read_article(_article(text), every_tool))
