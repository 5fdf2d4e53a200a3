"""Markdown -> Article: headings, lists, quotes and paragraphs; links as their words, no code."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dragoman.model.article import Article, BlockKind
from dragoman.sources.composing import Part, article_from, refuse_long_text
from dragoman.sources.header import split_front_matter
from dragoman.sources.masthead import split_masthead_parts
from dragoman.sources.structure import refined

_MAX_NESTING = 40
"""Lists and quotes deeper than this are no article's; the parser's own default is 20 to 100."""

_PARSER = MarkdownIt("commonmark", {"maxNesting": _MAX_NESTING, "html": True}).enable("table")


def read_markdown(text: str, source: str) -> Article:
    """Return the article of a Markdown text, with its front matter as the imprint.

    Raises SourceError for a text that is empty, too long, without structure or in another
    language.
    """
    refuse_long_text(text)
    header, body = split_front_matter(text)
    imprint, parts = split_masthead_parts(list(_parts(_PARSER.parse(body))), header)
    return article_from(refined(parts), imprint, source)


def _parts(tokens: list[Token]) -> Iterator[Part]:
    """Yield the text of every inline token, its kind by what encloses it."""
    enclosing: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            enclosing.append(token.type)
        elif token.nesting == -1 and enclosing:
            enclosing.pop()
        elif token.type == "inline" and "td_open" not in enclosing and "th_open" not in enclosing:
            yield _kind(enclosing), _words(token.children or [])


def _kind(enclosing: list[str]) -> BlockKind:
    if "heading_open" in enclosing:
        return BlockKind.HEADING
    if "blockquote_open" in enclosing:
        return BlockKind.QUOTE
    if "list_item_open" in enclosing:
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _words(children: list[Token]) -> str:
    """Return the words a reader sees: no picture's description, no raw markup."""
    said = {"text": True, "code_inline": True}
    breaks = {"softbreak", "hardbreak"}
    return "".join(
        child.content if child.type in said else " " if child.type in breaks else ""
        for child in children
    )
