"""Parts and imprint -> Article: the checks that every format's article passes."""

from __future__ import annotations

from dragoman.errors import SourceError
from dragoman.model.article import Article, BlockKind, compose_article
from dragoman.sources.imprint import Imprint
from dragoman.sources.languages import language_of, refuse_other_languages
from dragoman.sources.limits import MAX_ARTICLE_CHARACTERS, MAX_BLOCK_CHARACTERS
from dragoman.sources.wire import without_dateline

Part = tuple[BlockKind, str]

_STANDING_HEADLINE_CHARACTERS = 120


def article_from(parts: list[Part], imprint: Imprint, source: str) -> Article:
    """Return the article of these parts, its headline first.

    Where nothing is a headline, the article is called by its first words, and has no headline
    block. Raises SourceError for a text that is empty, too long, without structure, or not in a
    language that this version reads.
    """
    headed = _with_headline(without_dateline(parts), imprint.headline)
    _refuse_sizes(headed)
    article = compose_article(
        headed,
        outlet=imprint.outlet_or_domain(),
        headline=imprint.headline or _first_words(headed),
        source=source,
        url=imprint.url,
        authors=imprint.authors,
        published=imprint.published,
        published_time=imprint.published_time,
        language=language_of("\n".join(words for _, words in headed), declared=imprint.language),
    )
    refuse_other_languages(article.language)
    return article


def _with_headline(parts: list[Part], headline: str | None) -> list[Part]:
    """Return the parts with the headline first, once, however often the page repeats it."""
    if not headline:
        return parts
    same = _folded(headline)
    kept = [part for part in parts if _folded(part[1]) != same]
    return [(BlockKind.HEADLINE, headline), *kept]


def _folded(words: str) -> str:
    """Return words as a page's repetitions of them are compared: letters and digits alone."""
    return "".join(ch for ch in words.casefold() if ch.isalnum())


def refuse_long_text(text: str) -> None:
    """Raise SourceError for a text too long for one article, before any work is done on it."""
    longest = max(map(len, text.split("\n")))
    if longest > MAX_BLOCK_CHARACTERS:
        raise SourceError(
            f"a paragraph of {longest:,} characters has no structure to read",
            hint="put a blank line between paragraphs",
        )
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise SourceError(
            f"{len(text):,} characters are too many for one article",
            hint="split it into one file an article, or write it as JSON lines",
        )


def _refuse_sizes(parts: list[Part]) -> None:
    pieces = [" ".join(words.split()) for _, words in parts]
    if not any(pieces):
        raise SourceError("empty: there is no text in it", hint="check that the file was saved")
    refuse_long_text("\n".join(pieces))


def _first_words(parts: list[Part]) -> str:
    words = " ".join(next(words for _, words in parts if words.strip()).split())
    if len(words) <= _STANDING_HEADLINE_CHARACTERS:
        return words
    return words[:_STANDING_HEADLINE_CHARACTERS].rsplit(" ", 1)[0] + " …"
