"""Blocks of words -> kinds of block: headings, list items, quotes, questions and answers."""

from __future__ import annotations

import re

from dragoman.model.article import BlockKind
from dragoman.sources.authors import byline_authors
from dragoman.sources.boilerplate import is_boilerplate
from dragoman.sources.composing import Part
from dragoman.sources.questions import mark_questions
from dragoman.sources.run_in import split_run_in

_LIST_MARK = re.compile(r"^(?:[-*•▪‣◦]\s+|\(?\d{1,2}[.)]\s+)(?=\S)")
_QUOTE_MARK = re.compile(r"^(?:>\s*)+")
_FINAL_MARKS = (".", "!", ":", ";", ",", "…", "-", "—", "–")

_HEADING_WORDS = 14
_HEADING_CHARACTERS = 100
"""Headings of news pages are shorter than their headlines; beyond this a line is a sentence
whose full stop was lost."""


_SMALL_WORD = 4
"""Title case leaves words up to "with" and "from" small."""


def structured(blocks: list[str]) -> list[Part]:
    """Return plain blocks with their kinds, without the page's furniture."""
    kept = [block for block in blocks if not is_boilerplate(block) and not byline_authors(block)]
    parts = [_kind_of(block, kept[at + 1 : at + 2]) for at, block in enumerate(kept)]
    return refined(parts)


def refined(parts: list[Part]) -> list[Part]:
    """Return parts without furniture, run-in headings split off, questions and answers marked."""
    kept = [part for part in parts if not is_boilerplate(part[1])]
    titled = [_titled(part, kept[at + 1 : at + 2]) for at, part in enumerate(kept)]
    return mark_questions([piece for part in titled for piece in _heading_apart(part)])


def _titled(part: Part, following: list[Part]) -> Part:
    """Return a paragraph that is a title over another one as the heading it is.

    Pages and Markdown mark most headings; one in bold type alone must look like a title, for a
    short line there is as often a caption.
    """
    kind, words = part
    over_prose = bool(following) and following[0][0] is BlockKind.PARAGRAPH
    if kind is BlockKind.PARAGRAPH and over_prose and _is_heading(words) and _is_title(words):
        return BlockKind.HEADING, words
    return part


def _is_title(words: str) -> bool:
    longer = [word for word in words.split() if len(word) > _SMALL_WORD]
    return bool(longer) and all(word[0].isupper() or word[0].isdigit() for word in longer)


def _heading_apart(part: Part) -> list[Part]:
    kind, words = part
    found = split_run_in(words) if kind is BlockKind.PARAGRAPH else None
    if found is None:
        return [part]
    return [(BlockKind.HEADING, found[0]), (BlockKind.PARAGRAPH, found[1])]


def _kind_of(block: str, following: list[str]) -> Part:
    if _QUOTE_MARK.match(block):
        return BlockKind.QUOTE, _QUOTE_MARK.sub("", block)
    if _LIST_MARK.match(block):
        return BlockKind.LIST_ITEM, _LIST_MARK.sub("", block)
    if following and _is_heading(block) and not _LIST_MARK.match(following[0]):
        return BlockKind.HEADING, block
    return BlockKind.PARAGRAPH, block


def _is_heading(block: str) -> bool:
    """Whether a line is short, begins like a title and does not end like a sentence."""
    if len(block) > _HEADING_CHARACTERS or len(block.split()) > _HEADING_WORDS:
        return False
    first = next((ch for ch in block if ch.isalnum()), "")
    has_letter = any(ch.isalpha() for ch in block)
    closed = block.rstrip("\"'”’»)]").endswith(_FINAL_MARKS)
    quoted = block.startswith(('"', "“", "«")) and block.endswith(('"', "”", "»"))
    return has_letter and not closed and not quoted and (first.isupper() or first.isdigit())
