"""A Reading as the rows of the ledger's tables, in the order they can be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TypeAlias, TypeVar

from dragoman.ledger.cells import (
    Cells,
    attribution_cells,
    date_cells,
    how_cell,
    packed,
    place_cells,
    quantity_cells,
    quote_cells,
)
from dragoman.ledger.words import folded
from dragoman.model.actor import Appearance, Mention
from dragoman.model.article import Article
from dragoman.model.claim import Claim, Reason
from dragoman.model.reading import Reading, Sentence
from dragoman.model.report import Report, Side, Support

Rows: TypeAlias = dict[str, list[Cells]]
_Told = TypeVar("_Told", Report, Support, Claim, Reason)


def rows_of(reading: Reading) -> Rows:
    """Return the rows of each table that one reading fills.

    An id says what is the same: of two reports, claims, reasons or supports with one id the first
    stands.
    """
    article_id = reading.article.id
    reports = _first_of_each(reading.reports)
    claims = _first_of_each(reading.claims)
    return {
        "outlet": [outlet_row(reading.article)],
        "article": [article_row(reading.article)],
        "block": _blocks(reading.article),
        "sentence": [_sentence(article_id, sentence) for sentence in reading.sentences],
        "appearance": [_appearance(article_id, seen) for seen in reading.appearances],
        "office": [row for seen in reading.appearances for row in _offices(article_id, seen)],
        "mention": [_mention(article_id, at, m) for at, m in enumerate(reading.mentions)],
        "report": [_report(at, report) for at, report in enumerate(reports)],
        "report_side": [row for report in reports for row in _sides(report)],
        "support": [_support(at, s) for at, s in enumerate(_first_of_each(reading.supports))],
        "claim": [_claim(at, claim) for at, claim in enumerate(claims)],
        "claim_report": [row for claim in claims for row in _claim_reports(claim)],
        "reason": [_reason(at, r) for at, r in enumerate(_first_of_each(reading.reasons))],
    }


def digest_of(rows: Rows) -> str:
    """Return 32 hexadecimal digits that differ when two readings of one article differ.

    Where its bytes came from is left out: the same page found in a second folder is no news.
    """
    told = {
        table: [[cell for name, cell in row.items() if name != "source"] for row in rows_]
        for table, rows_ in rows.items()
    }
    return blake2b(packed(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def outlet_row(article: Article) -> Cells:
    """Return the row of the article's outlet."""
    return {"name": article.outlet, "folded": folded(article.outlet)}


def article_row(article: Article) -> Cells:
    """Return the article's own row, but for the digest of its reading."""
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "headline": article.headline,
        "authors": packed(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "published_time": article.published_time,
        "language": article.language,
        "text": article.text,
        "source": article.source,
    }


def _first_of_each(found: Iterable[_Told]) -> list[_Told]:
    by_id: dict[str, _Told] = {}
    for told in found:
        by_id.setdefault(told.id, told)
    return list(by_id.values())


def _blocks(article: Article) -> list[Cells]:
    return [
        {
            "article_id": article.id,
            "number": number,
            "kind": str(block.kind),
            "char_start": block.start,
            "char_end": block.end,
        }
        for number, block in enumerate(article.blocks)
    ]


def _sentence(article_id: str, sentence: Sentence) -> Cells:
    return {
        "article_id": article_id,
        "number": sentence.number,
        "block": sentence.block,
        **quote_cells("quote", sentence.quote),
        "voice": str(sentence.voice),
    }


def _appearance(article_id: str, seen: Appearance) -> Cells:
    return {
        "article_id": article_id,
        "number": seen.number,
        "key": seen.key,
        "name": seen.name,
        "names": packed(seen.names),
        "kind": str(seen.kind),
        "country": seen.country,
        "sectors": packed(seen.sectors),
        "private": int(seen.private),
        "wikidata_id": seen.wikidata_id,
        "gender": seen.gender,
        "how": how_cell(seen.how),
    }


def _offices(article_id: str, seen: Appearance) -> Iterator[Cells]:
    for position, office in enumerate(seen.offices):
        yield {
            "article_id": article_id,
            "appearance": seen.number,
            "position": position,
            "title": office.title,
            "body": office.body,
            "country": office.country,
            "since": office.since,
            "until": office.until,
            **quote_cells("quote", office.quote),
            "how": how_cell(office.how),
        }


def _mention(article_id: str, position: int, mention: Mention) -> Cells:
    return {
        "article_id": article_id,
        "position": position,
        "kind": str(mention.kind),
        "form": str(mention.form),
        **quote_cells("quote", mention.quote),
        "sentence": mention.sentence,
        "appearance": mention.appearance,
        **place_cells(mention.place),
        **date_cells("date", mention.date),
        "how": how_cell(mention.how),
    }


def _report(position: int, report: Report) -> Cells:
    return {
        "id": report.id,
        "article_id": report.article_id,
        "position": position,
        "sentence": report.sentence,
        **quote_cells("evidence", report.evidence),
        **quote_cells("cue", report.cue),
        "type": report.type,
        "modes": packed(report.modes),
        "contexts": packed(report.contexts),
        **date_cells("date", report.date),
        **quote_cells("date", report.date_quote),
        "date_how": how_cell(report.date_how),
        **place_cells(report.place),
        **quote_cells("place", report.place_quote),
        **quantity_cells(report.quantity),
        "factuality": str(report.factuality),
        "factuality_how": how_cell(report.factuality_how),
        **attribution_cells(report.attribution),
        "how": how_cell(report.how),
    }


def _sides(report: Report) -> Iterator[Cells]:
    for role, sides in (("actor", report.actors), ("recipient", report.recipients)):
        for position, side in enumerate(sides):
            yield {
                "report_id": report.id,
                "role": role,
                "position": position,
                "article_id": report.article_id,
                "appearance": side.appearance,
                **quote_cells("quote", side.quote),
            }


def _side(name: str, side: Side) -> Cells:
    return {name: side.appearance, **quote_cells(name, side.quote)}


def _support(position: int, support: Support) -> Cells:
    return {
        "id": support.id,
        "article_id": support.article_id,
        "position": position,
        "sentence": support.sentence,
        **quote_cells("evidence", support.evidence),
        **_side("provider", support.provider),
        **_side("recipient", support.recipient),
        "kind": str(support.kind),
        **quote_cells("given", support.given),
        **date_cells("period", support.period),
        "ended": int(support.ended),
        "factuality": str(support.factuality),
        **attribution_cells(support.attribution),
        "how": how_cell(support.how),
        "report_id": support.report_id,
    }


def _claim(position: int, claim: Claim) -> Cells:
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "position": position,
        "sentence": claim.sentence,
        **quote_cells("evidence", claim.evidence),
        **quote_cells("cue", claim.cue),
        **quote_cells("content", claim.content),
        "stance": str(claim.stance),
        **attribution_cells(claim.attribution),
        "quoted": int(claim.quoted),
        "loaded": packed([[word.start, word.end, word.words] for word in claim.loaded]),
        "how": how_cell(claim.how),
    }


def _claim_reports(claim: Claim) -> Iterator[Cells]:
    for position, report_id in enumerate(claim.report_ids):
        yield {"claim_id": claim.id, "position": position, "report_id": report_id}


def _reason(position: int, reason: Reason) -> Cells:
    return {
        "id": reason.id,
        "article_id": reason.article_id,
        "position": position,
        "sentence": reason.sentence,
        **quote_cells("evidence", reason.evidence),
        **quote_cells("cue", reason.cue),
        **quote_cells("content", reason.content),
        "kind": str(reason.kind),
        **attribution_cells(reason.attribution),
        "denied": int(reason.denied),
        "how": how_cell(reason.how),
        "report_id": reason.report_id,
        "because_id": reason.because_id,
    }
