"""HTML page -> Article: trafilatura finds the article's text; the page's own data say the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.etree import _Element, iterwalk  # type: ignore[import-untyped]
from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document as Extract

from dragoman.errors import SourceError
from dragoman.model.article import Article, BlockKind
from dragoman.sources.authors import declared_authors
from dragoman.sources.composing import Part, article_from
from dragoman.sources.datelines import DateLine, parse_date
from dragoman.sources.decoding import clean_text
from dragoman.sources.imprint import Imprint
from dragoman.sources.limits import MAX_PAGE_CHARACTERS
from dragoman.sources.masthead import without_masthead_lines
from dragoman.sources.structure import refined

_NO_ARTICLE = "no article text found in the page"
_NO_ARTICLE_HINT = "save the article's own page, or its text as .txt"

# What a reader never sees. Pages hide their whole body until a script has run, so the elements
# that hold an article are kept whatever their style says.
_HIDDEN = """//*[(@hidden or contains(translate(@style, ' ', ''), 'display:none')
    or contains(translate(@style, ' ', ''), 'visibility:hidden'))
    and not(self::html or self::body or self::main or self::article)]"""
_UNSEEN = "//script | //style | //noscript | //template"

_PUBLISHED_META = """//meta[@property='article:published_time' or @name='article:published_time'
    or @property='og:article:published_time' or @itemprop='datePublished'
    or @name='parsely-pub-date' or @name='pubdate' or @name='dc.date.issued'
    or @name='DC.date.issued' or @name='date']/@content"""
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_PUBLISHED_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_TIME_ELEMENT = "//time[@itemprop='datePublished' or @pubdate]/@datetime"

_KINDS = {
    "head": BlockKind.HEADING,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.LIST_ITEM,
    "p": BlockKind.PARAGRAPH,
}
_BREAKS = frozenset(["lb", "list", "div", "table", "row", "cell", "graphic"])
_TITLE_MARK = re.compile(r"\s[-|–—·»:]\s")
_PROSE_WORDS = 5
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


def read_html(text: str, source: str) -> Article:
    """Return the article of a page: its text by blocks, with what the page says about itself.

    Raises SourceError when the page holds no article, or one that is too long or in another
    language.
    """
    if len(text) > MAX_PAGE_CHARACTERS:
        raise SourceError(
            f"a page larger than {MAX_PAGE_CHARACTERS // 1_000_000} MB",
            hint="save its text as .txt",
        )
    tree = load_html(text)
    if tree is None:
        raise SourceError(_NO_ARTICLE, hint=_NO_ARTICLE_HINT)
    date = _published(tree)
    extract = _extract(tree)
    imprint, parts = without_masthead_lines(list(blocks_of(extract.body)), _imprint(extract, date))
    kept = refined(parts)
    if not any(map(_is_prose, kept)):
        raise SourceError(_NO_ARTICLE, hint=_NO_ARTICLE_HINT)
    return article_from(kept, imprint, source)


def _extract(tree: HtmlElement) -> Extract:
    found = bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        include_formatting=True,
        with_metadata=True,
        prune_xpath=[_HIDDEN, _UNSEEN],
    )
    if not isinstance(found, Extract) or found.body is None:
        raise SourceError(_NO_ARTICLE, hint=_NO_ARTICLE_HINT)
    if found.language is None:
        found.language = tree.get("lang")
    return found


def blocks_of(body: _Element) -> Iterator[Part]:
    """Yield the blocks of an extracted body in their order, empty ones among them.

    Words that stand beside the blocks, in no element of their own, are a paragraph.
    """
    open_kinds: list[BlockKind] = []
    words: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        tag = str(element.tag)
        if tag in _KINDS or tag in _BREAKS:
            yield _kind(open_kinds), clean_text("".join(words))
            words.clear()
        if tag in _KINDS and event == "start":
            open_kinds.append(_KINDS[tag])
        elif tag in _KINDS:
            open_kinds.pop()
        said = element.text if event == "start" else element.tail
        words.append((said or "").replace("\n", " "))
    yield _kind(open_kinds), clean_text("".join(words))


def _kind(open_kinds: list[BlockKind]) -> BlockKind:
    """Return the kind by the outermost telling element: a paragraph in a quotation is quoted."""
    telling = (kind for kind in open_kinds if kind is not BlockKind.PARAGRAPH)
    return next(telling, BlockKind.PARAGRAPH)


def _is_prose(part: Part) -> bool:
    kind, words = part
    titled = kind in (BlockKind.HEADLINE, BlockKind.HEADING)
    return not titled and len(words.split()) >= _PROSE_WORDS and bool(_SENTENCE.search(words))


def _imprint(extract: Extract, date: DateLine | None) -> Imprint:
    found = date or (parse_date(extract.date) if extract.date else None)
    return Imprint(
        outlet=_line(extract.sitename),
        url=_line(extract.url),
        headline=_without_outlet(
            _line(extract.title) or "", _line(extract.sitename) or "", extract.url or ""
        ),
        authors=_authors(extract.author or ""),
        published=found.published if found else None,
        published_time=found.published_time if found else None,
        language=extract.language,
    )


def _line(words: str | None) -> str | None:
    return " ".join(clean_text(words).split()) or None if words else None


def _without_outlet(title: str, outlet: str, url: str) -> str | None:
    """Return a page's title without the outlet's name that tabs and search results show."""
    names = [name for name in map(_folded, (outlet, urlsplit(url).netloc)) if name]
    headline, mark, last = title.rpartition(next(iter(_TITLE_MARK.findall(title)[-1:]), "\n"))
    if mark and headline and any(_folded(last) in name for name in names):
        return headline
    if outlet and title.startswith(f"{outlet}:"):
        return title.removeprefix(f"{outlet}:").strip() or None
    return title or None


def _folded(words: str) -> str:
    return "".join(ch for ch in words.casefold() if ch.isalnum())


def _authors(signatures: str) -> tuple[str, ...]:
    """Return the authors of trafilatura's list, which parts them with semicolons."""
    lines = filter(None, map(_line, signatures.split(";")))
    names = [name for line in lines for name in declared_authors(line)]
    return tuple(dict.fromkeys(names))


def _published(tree: HtmlElement) -> DateLine | None:
    """Return the day and time that the page's data state; a guess is left to htmldate."""
    linked = (day for words in tree.xpath(_LINKED_DATA) for day in _PUBLISHED_LINKED.findall(words))
    stated = (*linked, *tree.xpath(_PUBLISHED_META), *tree.xpath(_TIME_ELEMENT))
    dates = [date for words in stated if (date := parse_date(str(words)))]
    return next((date for date in dates if date.published_time), dates[0] if dates else None)
