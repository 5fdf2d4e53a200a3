"""Plain text -> Article: a header if there is one, else what a saved page prints above its body."""

from __future__ import annotations

from dragoman.model.article import Article
from dragoman.sources.composing import article_from, refuse_long_text
from dragoman.sources.header import split_header
from dragoman.sources.imprint import Imprint
from dragoman.sources.layout import text_blocks
from dragoman.sources.masthead import split_masthead
from dragoman.sources.structure import structured


def read_text(text: str, source: str, known: Imprint | None = None) -> Article:
    """Return the article of a plain text.

    ``known`` is what its container already says (a JSON record's fields). Raises SourceError for
    a text that is empty, too long, without structure or in another language.
    """
    refuse_long_text(text)
    header, body = split_header(text)
    masthead = split_masthead(text_blocks(body), (known or Imprint()).filled_from(header))
    return article_from(structured(masthead.body), masthead.imprint, source)
