"""The whole run, stage by stage: bytes to articles to readings to the ledger, then merging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from spacy.language import Language

from dragoman.actors.authority import Authority, load_authority
from dragoman.actors.resolve import find_cast
from dragoman.coding.by_example import AnyJudge, judge_for
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.coding.reports import find_reports
from dragoman.coding.supports import find_supports
from dragoman.coding.tagger import Tagger, load_tagger, tag_sentences
from dragoman.errors import DragomanError, UsageError
from dragoman.language.narrative import date_sentences
from dragoman.language.parser import load_model, model_name, parse_article
from dragoman.language.places import PlaceTable, load_places
from dragoman.ledger import Filter, Ledger
from dragoman.ledger.scale import NAME, codebook_in, facts_of
from dragoman.merging.actors import join_appearances
from dragoman.merging.events import merge_reports
from dragoman.merging.reprints import ArticleText, find_reprints
from dragoman.model.article import Article
from dragoman.model.failure import Failure
from dragoman.model.reading import Reading
from dragoman.reasons.finder import find_reasons
from dragoman.sources import read_sources
from dragoman.voices import (
    attribute_reports,
    attribute_supports,
    find_claims,
    link_reports,
    load_tone_judge,
    sentence_voices,
)
from dragoman.voices.tone import ToneJudge


@dataclass(frozen=True)
class Tools:
    """What reading needs and loads once: model, authority, places, codebook, judges.

    ``judge`` is None for a codebook that no encoder has learned and that has no examples.
    """

    model: Language
    authority: Authority
    places: PlaceTable
    codebook: Codebook
    tagger: Tagger
    tone_judge: ToneJudge
    judge: AnyJudge | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: articles stored, documents that failed, what was last read."""

    articles: int
    failures: int
    source: str


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did. ``unchanged`` are articles that the ledger held already, word for word.

    ``earlier_codebook`` names the version that the ledger was read with before, where it was
    another one: what was not read again is still coded by it.
    """

    articles: int
    unchanged: int
    reports: int
    failures: tuple[Failure, ...]
    earlier_codebook: str | None = None


Report = Callable[[Progress], None]


def load_tools(codebook: Path | None = None) -> Tools:
    """Return the tools of a run; raises ModelError or CodebookError when one cannot be loaded."""
    book = load_codebook(codebook)
    return Tools(
        load_model(),
        load_authority(),
        load_places(),
        book,
        load_tagger(),
        load_tone_judge(),
        judge_for(book),
    )


def read_article(article: Article, tools: Tools) -> Reading:
    """Return everything that one article says. The same article always gives the same reading."""
    parse = parse_article(article, tools.model)
    cast = find_cast(parse, tools.authority, tools.places)
    dated = date_sentences(parse)
    tagged = tag_sentences(parse, tools.tagger)
    coded = find_reports(parse, cast, tools.codebook, dated, tools.judge, tagged)
    supports = find_supports(parse, cast, tools.codebook, dated, coded)
    told = tuple(item.report for item in coded)
    claims = find_claims(parse, cast, told, tagged, tools.tone_judge)
    reports = attribute_reports(parse, told, claims)
    claims = link_reports(claims, reports)
    reasons = find_reasons(parse, cast, reports, claims, tagged, codebook=tools.codebook)
    return Reading(
        article=article,
        sentences=sentence_voices(parse, claims),
        appearances=cast.appearances,
        mentions=cast.mentions,
        reports=reports,
        supports=attribute_supports(parse, supports, claims),
        claims=claims,
        reasons=reasons,
    )


def read(
    targets: Sequence[str],
    ledger: Ledger,
    tools: Tools,
    progress: Report = lambda _: None,
    stdin: BinaryIO | None = None,
) -> RunSummary:
    """Read what the targets name into the ledger, an article a transaction, then merge.

    A document that cannot be read is a failure in the ledger and in the summary; it never stops
    the run. Raises LedgerError when the ledger cannot be written; what was stored before stays;
    and UsageError, before anything is read, when the ledger holds what another codebook coded.
    """
    earlier = _settle_codebook(ledger, tools.codebook)
    stored = unchanged = reports = 0
    failures: list[Failure] = []
    ledger.remember({"model": model_name(tools.model)})
    for found in read_sources(targets, stdin):
        outcome = _attempt(found, tools) if isinstance(found, Article) else found
        if isinstance(outcome, Failure):
            failures.append(outcome)
            ledger.add_failure(outcome)
        else:
            changed = ledger.add(outcome)
            stored, unchanged = stored + changed, unchanged + (not changed)
            reports += len(outcome.reports)
        progress(Progress(stored + unchanged, len(failures), found.source))
    merge(ledger)
    return RunSummary(stored, unchanged, reports, tuple(failures), earlier)


def _settle_codebook(ledger: Ledger, codebook: Codebook) -> str | None:
    """Remember the codebook; return the ledger's earlier one where only its version is another.

    Two codebooks in one ledger would give events whose types do not mean the same, so that is
    refused; a ledger without articles takes any.
    """
    facts = ledger.facts()
    before, now = codebook_in(facts), f"{codebook.name} {codebook.version}"
    is_empty = next(iter(ledger.articles(Filter(limit=1))), None) is None
    if before is not None and not is_empty and facts[NAME] != codebook.name:
        raise UsageError(
            f"{ledger.path} was read with the codebook {before}, and this run has {now}",
            hint="read into another ledger (--ledger), or with the same codebook (--codebook)",
        )
    ledger.remember(facts_of(codebook, {} if is_empty else facts))
    return before if before != now and not is_empty else None


def _attempt(article: Article, tools: Tools) -> Reading | Failure:
    try:
        return read_article(article, tools)
    except (DragomanError, ValueError, KeyError, IndexError, RecursionError) as problem:
        reason = f"the article could not be read: {problem or type(problem).__name__}"
        hint = "please report it with the article's address"
        return Failure(article.source, "reading", reason, hint)


def merge(ledger: Ledger) -> None:
    """Join actors, find reprints and merge reports into events, over the whole ledger.

    Does nothing when no article came or changed since the last merge.
    """
    if not ledger.needs_merging():
        return
    judgements = ledger.judgements()
    joined = join_appearances(ledger.iter_appearances(), judgements)
    actor_of = {at: actor.actor.id for actor in joined for at in actor.appearances}
    articles = {
        a.id: ArticleText(a.id, a.outlet, a.published, a.published_time, a.text)
        for a in ledger.iter_articles()
    }
    reprints = find_reprints(articles.values())
    events = merge_reports(ledger.iter_reports(), actor_of, articles, reprints, judgements)
    ledger.replace_merged(joined, events, reprints)
