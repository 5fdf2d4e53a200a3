"""Small articles read with the real model and tables: ``from reading import cast, parse``."""

from __future__ import annotations

import datetime as dt

from dragoman.actors.authority import load_authority
from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.language.parser import Parse, load_model, parse_article
from dragoman.language.places import load_places
from dragoman.model.actor import Appearance, Mention
from dragoman.model.article import BlockKind, compose_article

# A Wednesday.
PUBLISHED = dt.date(2026, 1, 21)


def parse(
    *paragraphs: str,
    published: dt.date | None = PUBLISHED,
    headings: tuple[str, ...] = (),
) -> Parse:
    """The parse of an article of these paragraphs, after the headings if any."""
    parts = [(BlockKind.HEADING, words) for words in headings]
    parts += [(BlockKind.PARAGRAPH, words) for words in paragraphs]
    article = compose_article(
        parts, outlet="Example", headline="Example", source="-", published=published
    )
    return parse_article(article, load_model())


def cast(
    *paragraphs: str,
    published: dt.date | None = PUBLISHED,
    headings: tuple[str, ...] = (),
) -> Cast:
    """Everybody whom an article of these paragraphs names."""
    read = parse(*paragraphs, published=published, headings=headings)
    return find_cast(read, load_authority(), load_places())


def mention(found: Cast, words: str, nth: int = 0) -> Mention:
    """The mention that quotes exactly these words; ``nth`` counts from 0 through the article."""
    said = [m for m in found.mentions if m.quote.words == words]
    assert len(said) > nth, f"{words!r} is not among {[m.quote.words for m in found.mentions]}"
    return said[nth]


def who(found: Cast, words: str, nth: int = 0) -> Appearance:
    """The appearance that these words mean; fails where nobody is meant."""
    meant = found.who(mention(found, words, nth))
    assert meant is not None, f"{words!r} means nobody"
    return meant


def words_of(found: Cast) -> list[str]:
    """What the mentions quote, in the order of the text."""
    return [m.quote.words for m in found.mentions]


def people(found: Cast) -> list[str]:
    """The names of the persons, in the order of the text."""
    return [seen.name for seen in found.appearances if seen.kind.value == "person"]
