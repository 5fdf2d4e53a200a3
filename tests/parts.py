"""The parts that articles and readings for the tests are built of; see factory.py."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dragoman.model.actor import (
    ActorKind,
    Appearance,
    Mention,
    MentionForm,
    MentionKind,
    Place,
)
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.model.dates import NewsDate, Precision
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence
from dragoman.model.report import (
    Attribution,
    Factuality,
    Report,
    Side,
    Voice,
)

TEXT = """Norway's foreign minister visited Ottawa on Monday to sign a fisheries accord.
Canada will give Norway 12 patrol boats, the ministry in Oslo said.
A deckhand from Malmö saw the boats arrive."""

MONDAY = NewsDate("2026-01-19", dt.date(2026, 1, 19), dt.date(2026, 1, 19), Precision.DAY)
OTTAWA = Place("Ottawa", "CAN", 45.42, -75.69, "city")

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def words_in(text: str, words: str, nth: int = 0) -> Quote:
    """The quote of the nth (from 0) occurrence of some words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Quote.cut(text, start, start + len(words))


def make_how(cue: str = "visited", **changes: Any) -> How:
    return How(**{"cue": cue, "rule": "test.rule", "version": "1", "confidence": 0.9} | changes)


def make_article(
    text: str = TEXT,
    *,
    headline: str = "Minister in Ottawa over fish",
    outlet: str = "The Harbour Post",
    url: str | None = "https://news.example/ottawa",
    published: dt.date | None = dt.date(2026, 1, 20),
    source: str = "ottawa.html",
    **others: Any,
) -> Article:
    """An article of one paragraph a line."""
    return compose_article(
        [(BlockKind.PARAGRAPH, line) for line in text.splitlines()],
        headline=headline,
        outlet=outlet,
        url=url,
        published=published,
        source=source,
        **others,
    )


def make_sentences(article: Article) -> tuple[Sentence, ...]:
    """The article's sentences, cut after every full stop."""
    found: list[Quote] = []
    blocks: list[int] = []
    for number, block in enumerate(article.blocks):
        start = block.start
        for piece in _SENTENCE_END.split(article.block_text(block)):
            at = article.text.index(piece, start)
            found.append(Quote.cut(article.text, at, at + len(piece)))
            blocks.append(number)
            start = at + len(piece)
    return tuple(Sentence(n, blocks[n], quote) for n, quote in enumerate(found))


def make_appearance(number: int = 0, name: str = "Norway", **changes: Any) -> Appearance:
    return Appearance(
        **{
            "number": number,
            "key": f"state:{name}",
            "name": name,
            "names": (name,),
            "kind": ActorKind.STATE,
            "country": "NOR",
            "sectors": ("GOV",),
            "private": False,
            "how": make_how(name),
        }
        | changes
    )


def make_report(
    article: Article,
    cue: str | Quote = "visited",
    *,
    actors: Mapping[str, int] | tuple[Side, ...] | None = None,
    recipients: Mapping[str, int] | tuple[Side, ...] = (),
    **changes: Any,
) -> Report:
    """A report of the sentence that holds the cue; sides map words to appearance numbers.

    Without sides, the sentence's first word is appearance 0 and the one actor.
    """
    cue_quote = words_in(article.text, cue) if isinstance(cue, str) else cue
    sentence = next(s for s in make_sentences(article) if s.quote.holds(cue_quote))
    if actors is None and not recipients:
        actors = {sentence.quote.words.split()[0]: 0}
    return Report(
        **{
            "article_id": article.id,
            "sentence": sentence.number,
            "evidence": sentence.quote,
            "cue": cue_quote,
            "type": "CONSULT",
            "modes": ("visit",),
            "contexts": ("diplomatic",),
            "actors": make_sides(sentence.quote, article.text, actors or ()),
            "recipients": make_sides(sentence.quote, article.text, recipients),
            "date": None,
            "date_quote": None,
            "place": None,
            "place_quote": None,
            "quantity": None,
            "factuality": Factuality.HAPPENED,
            "attribution": Attribution(Voice.NARRATOR),
            "how": make_how(cue_quote.words),
        }
        | changes
    )


def make_sides(
    within: Quote, text: str, sides: Mapping[str, int] | tuple[Side, ...]
) -> tuple[Side, ...]:
    """The sides of a report: for each, its words where they first stand in a sentence."""
    if isinstance(sides, tuple):
        return sides
    return tuple(
        Side(Quote.cut(text, at, at + len(words)), number)
        for words, number in sides.items()
        for at in [text.index(words, within.start)]
    )


def make_mention(side: Side, sentence: int) -> Mention:
    return Mention(
        kind=MentionKind.ACTOR,
        form=MentionForm.NAME,
        quote=side.quote,
        sentence=sentence,
        how=make_how(side.quote.words),
        appearance=side.appearance,
    )
