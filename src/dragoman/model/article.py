"""Article: one published text, never changed once read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import RecordError
from dragoman.model.ids import stable_id

BLOCK_SEPARATOR = "\n"


class BlockKind(StrEnum):
    """What part of the page a block is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article's text, by offsets into it (0-based code points, end exclusive)."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One published text with what its page says about itself.

    ``text`` is the blocks in order, one newline between them; every offset in the ledger counts
    Unicode code points of it. ``published`` is the day, ``published_time`` the ISO 8601 time with
    zone where the page gives one. ``source`` is where the bytes came from (a path, a URL, "-").
    """

    id: str
    outlet: str
    url: str | None
    headline: str
    authors: tuple[str, ...]
    published: dt.date | None
    published_time: str | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    source: str

    def __post_init__(self) -> None:
        joined = BLOCK_SEPARATOR.join(self.text[b.start : b.end] for b in self.blocks)
        if joined != self.text or not self.blocks:
            raise RecordError("an article's blocks must make up its text, in order")

    def block_text(self, block: Block) -> str:
        """Return the words of one of this article's blocks."""
        return self.text[block.start : block.end]


def compose_article(
    parts: list[tuple[BlockKind, str]],
    *,
    outlet: str,
    headline: str,
    source: str,
    url: str | None = None,
    authors: tuple[str, ...] = (),
    published: dt.date | None = None,
    published_time: str | None = None,
    language: str = "en",
) -> Article:
    """Return the article whose text is the given parts in order, with its stable id.

    White space inside a part is folded to single spaces and empty parts are dropped. The id
    depends on outlet, url, day and text alone, so the same page read twice is one article.
    Raises RecordError when no part has any text.
    """
    blocks: list[Block] = []
    pieces: list[str] = []
    at = 0
    for kind, words in parts:
        piece = " ".join(words.split())
        if not piece:
            continue
        blocks.append(Block(kind, at, at + len(piece)))
        pieces.append(piece)
        at += len(piece) + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(pieces)
    return Article(
        id=stable_id("ART", outlet, url or "", published or "", text),
        outlet=outlet,
        url=url,
        headline=" ".join(headline.split()),
        authors=authors,
        published=published,
        published_time=published_time,
        language=language,
        text=text,
        blocks=tuple(blocks),
        source=source,
    )
