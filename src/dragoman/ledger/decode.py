"""The rows of the ledger's tables as the nouns of the model, every quote checked again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from dragoman.ledger.cells import (
    Row,
    attribution_of,
    date_of,
    day_of,
    how_of,
    maybe_how_of,
    maybe_quote_of,
    place_of,
    quantity_of,
    quote_of,
    words_of,
)
from dragoman.ledger.stored import ArticleHead
from dragoman.model.actor import (
    Actor,
    ActorKind,
    Appearance,
    Mention,
    MentionForm,
    MentionKind,
    Office,
)
from dragoman.model.article import Article, Block, BlockKind
from dragoman.model.claim import Claim, Reason, ReasonKind, Stance
from dragoman.model.event import Disagreement, Event, Judgement, Reprint, Verdict
from dragoman.model.failure import Failure
from dragoman.model.ids import stable_id
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence
from dragoman.model.report import Factuality, Report, Side, Support, SupportKind, Voice


def head_of(row: Row) -> ArticleHead:
    """Return the head of an article's row."""
    return ArticleHead(
        id=row["id"],
        outlet=row["outlet"],
        url=row["url"],
        headline=row["headline"],
        published=day_of(row["published"]),
        authors=words_of(row["authors"]),
        language=row["language"],
    )


def article_of(row: Row, blocks: Iterable[Row]) -> Article:
    """Return the whole article of its row and those of its blocks."""
    return Article(
        id=row["id"],
        outlet=row["outlet"],
        url=row["url"],
        headline=row["headline"],
        authors=words_of(row["authors"]),
        published=day_of(row["published"]),
        published_time=row["published_time"],
        language=row["language"],
        text=row["text"],
        blocks=tuple(Block(BlockKind(b["kind"]), b["char_start"], b["char_end"]) for b in blocks),
        source=row["source"],
    )


def sentence_of(row: Row, text: str) -> Sentence:
    """Return the sentence of a row."""
    return Sentence(row["number"], row["block"], quote_of(row, "quote", text), Voice(row["voice"]))


def appearance_of(row: Row, offices: Iterable[Row], text: str) -> Appearance:
    """Return the appearance of its row and those of its offices."""
    return Appearance(
        number=row["number"],
        key=row["key"],
        name=row["name"],
        names=words_of(row["names"]),
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sectors=words_of(row["sectors"]),
        private=bool(row["private"]),
        how=how_of(row["how"]),
        offices=tuple(office_of(office, text) for office in offices),
        wikidata_id=row["wikidata_id"],
        gender=row["gender"],
    )


def office_of(row: Row, text: str) -> Office:
    """Return the office of a row."""
    return Office(
        title=row["title"],
        body=row["body"],
        country=row["country"],
        since=row["since"],
        until=row["until"],
        quote=quote_of(row, "quote", text),
        how=how_of(row["how"]),
    )


def mention_of(row: Row, text: str) -> Mention:
    """Return the mention of a row."""
    return Mention(
        kind=MentionKind(row["kind"]),
        form=MentionForm(row["form"]),
        quote=quote_of(row, "quote", text),
        sentence=row["sentence"],
        how=how_of(row["how"]),
        appearance=row["appearance"],
        place=place_of(row),
        date=date_of(row, "date"),
    )


def report_of(row: Row, sides: Iterable[Row], text: str) -> Report:
    """Return the report of its row and those of its sides."""
    by_role: dict[str, list[Side]] = {"actor": [], "recipient": []}
    for side in sides:
        by_role[side["role"]].append(Side(quote_of(side, "quote", text), side["appearance"]))
    return Report(
        article_id=row["article_id"],
        sentence=row["sentence"],
        evidence=quote_of(row, "evidence", text),
        cue=quote_of(row, "cue", text),
        type=row["type"],
        modes=words_of(row["modes"]),
        contexts=words_of(row["contexts"]),
        actors=tuple(by_role["actor"]),
        recipients=tuple(by_role["recipient"]),
        date=date_of(row, "date"),
        date_quote=maybe_quote_of(row, "date", text),
        place=place_of(row),
        place_quote=maybe_quote_of(row, "place", text),
        quantity=quantity_of(row, text),
        factuality=Factuality(row["factuality"]),
        attribution=attribution_of(row, text),
        how=how_of(row["how"]),
        date_how=maybe_how_of(row["date_how"]),
        factuality_how=maybe_how_of(row["factuality_how"]),
    )


def support_of(row: Row, text: str) -> Support:
    """Return the support of a row."""
    return Support(
        article_id=row["article_id"],
        sentence=row["sentence"],
        evidence=quote_of(row, "evidence", text),
        provider=Side(quote_of(row, "provider", text), row["provider"]),
        recipient=Side(quote_of(row, "recipient", text), row["recipient"]),
        kind=SupportKind(row["kind"]),
        given=quote_of(row, "given", text),
        period=date_of(row, "period"),
        ended=bool(row["ended"]),
        factuality=Factuality(row["factuality"]),
        attribution=attribution_of(row, text),
        how=how_of(row["how"]),
        report_id=row["report_id"],
    )


def claim_of(row: Row, report_ids: Iterable[str], text: str) -> Claim:
    """Return the claim of its row, with the ids of the reports inside its content."""
    return Claim(
        article_id=row["article_id"],
        sentence=row["sentence"],
        evidence=quote_of(row, "evidence", text),
        cue=quote_of(row, "cue", text),
        content=quote_of(row, "content", text),
        stance=Stance(row["stance"]),
        attribution=attribution_of(row, text),
        quoted=bool(row["quoted"]),
        how=how_of(row["how"]),
        loaded=tuple(Quote(at, end, words, text) for at, end, words in json.loads(row["loaded"])),
        report_ids=tuple(report_ids),
    )


def reason_of(row: Row, text: str) -> Reason:
    """Return the reason of a row."""
    return Reason(
        article_id=row["article_id"],
        sentence=row["sentence"],
        evidence=quote_of(row, "evidence", text),
        cue=quote_of(row, "cue", text),
        content=quote_of(row, "content", text),
        kind=ReasonKind(row["kind"]),
        attribution=attribution_of(row, text),
        denied=bool(row["denied"]),
        how=how_of(row["how"]),
        report_id=row["report_id"],
        because_id=row["because_id"],
    )


def actor_of(row: Row) -> Actor:
    """Return the joined actor of a row."""
    return Actor(
        id=row["id"],
        name=row["name"],
        names=words_of(row["names"]),
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sectors=words_of(row["sectors"]),
        private=bool(row["private"]),
        wikidata_id=row["wikidata_id"],
    )


def lone_actor(row: Row) -> Actor:
    """Return the actor of an appearance that merging has not joined to any other yet."""
    return Actor(
        id=lone_actor_id(row["key"]),
        name=row["name"],
        names=words_of(row["names"]),
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sectors=words_of(row["sectors"]),
        private=bool(row["private"]),
        wikidata_id=row["wikidata_id"],
    )


def lone_actor_id(key: str) -> str:
    """Return the id that an unjoined appearance goes by: appearances with one key share it."""
    return stable_id("ACT", key)


def event_of(
    row: Row, sides: Iterable[Row], report_ids: Sequence[str], quantity_text: str
) -> Event:
    """Return the event of its row, those of its sides, and the ids of its reports."""
    by_role: dict[str, list[str]] = {"actor": [], "recipient": []}
    for side in sides:
        by_role[side["role"]].append(side["actor_id"])
    return Event(
        type=row["type"],
        modes=words_of(row["modes"]),
        contexts=words_of(row["contexts"]),
        actor_ids=tuple(by_role["actor"]),
        recipient_ids=tuple(by_role["recipient"]),
        date=date_of(row, "date"),
        place=place_of(row),
        quantity=quantity_of(row, quantity_text),
        factuality=Factuality(row["factuality"]),
        report_ids=tuple(report_ids),
        independent_outlets=row["independent_outlets"],
        articles=row["articles"],
        disagreements=tuple(_disagreement(told) for told in json.loads(row["disagreements"])),
    )


def reprint_of(row: Row) -> Reprint:
    """Return the reprint of a row."""
    return Reprint(row["article_id"], row["original_id"], row["share"])


def failure_of(row: Row) -> Failure:
    """Return the failure of a row."""
    return Failure(row["source"], row["stage"], row["reason"], row["hint"])


def judgement_of(row: Row) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        subject_id=row["subject_id"],
        verdict=Verdict(row["verdict"]),
        other_id=row["other_id"],
        note=row["note"],
        decided_at=row["decided_at"],
    )


def _disagreement(told: dict[str, list[tuple[str, list[str]]]]) -> Disagreement:
    versions = tuple((version, tuple(ids)) for version, ids in told["versions"])
    return Disagreement(about=str(told["about"]), versions=versions)
