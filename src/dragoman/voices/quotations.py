"""Quotation marks -> the quotations of an article, with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.model.article import Article

# A double mark, two single marks written as one, or a single mark that stands where a quotation
# can open or close; an apostrophe within or after a word is none of them.
_MARK = re.compile(
    r"[\"“”„«»]|''|``|‘‘|’’|(?<![\w'])'(?=\w)|(?<=[.,!?\w])'(?![\w'])|‘|(?<=[.,!?\w])’(?!\w)"
)
# What closes each mark that opens. Writers and agencies mix curly and straight ones.
_OPENERS = {
    "“": ("”", '"', "''"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "``": ("''", '"', "”"),
    "‘": ("’",),
    "‘‘": ("’’", "''"),
}
_EVEN = {'"': ('"', "”"), "''": ("''", '"'), "'": ("'",)}
# A single-quoted passage longer than this is far more likely two stray apostrophes.
_LONGEST_SINGLE = 400


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A quoted passage with its marks, by offsets into the article's text (end exclusive).

    ``closed`` is false where the block ends before the mark that would close it, as in speech
    that runs over several paragraphs.
    """

    start: int
    end: int
    block: int
    closed: bool


@dataclass(frozen=True)
class Quotations:
    """The quotations of one article in the order of the text, none within another."""

    items: tuple[Quotation, ...]

    def at(self, offset: int) -> Quotation | None:
        """Return the quotation that an offset lies in, or None."""
        place = bisect_right(self.items, offset, key=lambda quotation: quotation.start) - 1
        if place >= 0 and offset < self.items[place].end:
            return self.items[place]
        return None

    def within(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that overlap a span."""
        first = bisect_right(self.items, start, key=lambda quotation: quotation.end)
        return [q for q in self.items[first:] if q.start < end]


def find_quotations(article: Article) -> Quotations:
    """Return the article's quotations; marks pair up within a block only."""
    found: list[Quotation] = []
    for number, block in enumerate(article.blocks):
        found.extend(_in_block(article.block_text(block), block.start, number))
    return Quotations(tuple(found))


def _in_block(text: str, base: int, number: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if opened is None:
            opened = mark if _opens(text, mark) else None
        elif _closes(opened.group(), mark, text):
            yield Quotation(base + opened.start(), base + mark.end(), number, closed=True)
            opened = None
        elif opened.group() == mark.group() == "“":
            # A paragraph of a long speech opens anew without closing the one before.
            opened = mark
        elif opened.group() in "'‘" and mark.start() - opened.start() > _LONGEST_SINGLE:
            opened = mark if _opens(text, mark) else None
    if opened is not None and opened.group() not in "'‘" and not text[: opened.start()].strip():
        yield Quotation(base + opened.start(), base + len(text), number, closed=False)


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in _OPENERS:
        return True
    follows = text[mark.end() : mark.end() + 1]
    return mark.group() in _EVEN and bool(follows) and not follows.isspace()


def _closes(opener: str, mark: re.Match[str], text: str) -> bool:
    """Whether a mark closes a quotation; one of another sort only where its own does not come."""
    own, *others = _OPENERS.get(opener) or _EVEN[opener]
    if mark.group() == own or (opener == "„" and mark.group() in others):
        return True
    if mark.group() not in others:
        return False
    reopened = text.find(opener, mark.end()) if opener in _OPENERS else -1
    return text.find(own, mark.end(), reopened if reopened >= 0 else None) < 0
