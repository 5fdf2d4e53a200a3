"""The names under which headers, front matter and records say who published what, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dragoman.sources.authors import declared_authors
from dragoman.sources.datelines import DateLine, parse_date
from dragoman.sources.decoding import clean_text
from dragoman.sources.imprint import Imprint

OUTLET: Final = (
    "outlet", "publisher", "publication", "newspaper", "sitename", "site_name", "site",
    "source_name", "source", "source_domain", "domain", "website", "media",
)  # fmt: skip
HEADLINE: Final = ("headline", "title", "headline_main", "heading")
AUTHORS: Final = ("authors", "author", "byline", "by", "creator", "writer", "writers")
PUBLISHED: Final = (
    "published", "date", "date_publish", "date_published", "datepublished", "publishing_date",
    "publication_date", "publish_date", "published_at", "publishedat", "published_date",
    "pub_date", "pubdate", "published_on", "datetime", "timestamp", "created", "created_at",
)  # fmt: skip
URL: Final = ("url", "link", "canonical_url", "source_url", "permalink", "web_url", "href")
LANGUAGE: Final = ("language", "lang", "inlanguage")
BODY: Final = (
    "text", "body", "maintext", "content", "plaintext", "article", "fulltext", "full_text",
    "articlebody", "article_body", "article_text", "raw_text", "story", "body_text",
)  # fmt: skip

IMPRINT_KEYS: Final = frozenset((*OUTLET, *HEADLINE, *AUTHORS, *PUBLISHED, *URL, *LANGUAGE))
"""Every key of an imprint, in lower case with underscores."""

_LANGUAGE_CODES: Final = {"english": "en", "spanish": "es", "french": "fr", "german": "de",
    "russian": "ru", "arabic": "ar", "portuguese": "pt", "chinese": "zh", "italian": "it",
    "ukrainian": "uk", "eng": "en", "spa": "es", "fra": "fr", "deu": "de", "rus": "ru"}  # fmt: skip


def folded_key(key: str) -> str:
    """Return a key as this module spells it: "Date-Published" is "date_published"."""
    return "_".join(key.strip().lower().replace("-", " ").split())


def imprint_of(record: Mapping[str, object]) -> Imprint:
    """Return the imprint that a record's values state; what is missing or odd stays empty."""
    values = {folded_key(key): value for key, value in record.items()}
    date = _date(values)
    return Imprint(
        outlet=_first(values, OUTLET),
        url=_web_address(_first(values, URL)),
        headline=_first(values, HEADLINE),
        authors=_authors(values),
        published=date.published if date else None,
        published_time=date.published_time if date else None,
        language=_language(_first(values, LANGUAGE)),
    )


def body_of(record: Mapping[str, object]) -> str:
    """Return the text of a record's article; "" when it has none."""
    values = {folded_key(key): value for key, value in record.items()}
    for key in BODY:
        body = values.get(key)
        if isinstance(body, list):
            body = "\n\n".join(item for item in body if isinstance(item, str))
        if isinstance(body, str) and body.strip():
            return clean_text(body)
    return ""


def _first(values: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    found = (words for key in keys for words in _strings(values.get(key)))
    return next(found, None)


def _strings(value: object) -> Iterator[str]:
    """Yield the words of a value as records write them: a string, an object with a name, a list."""
    if isinstance(value, str):
        words = " ".join(clean_text(value).split())
        if words:
            yield words
    elif isinstance(value, Mapping):
        yield from _strings(value.get("name") or value.get("title"))
    elif isinstance(value, list):
        for item in value:
            if not isinstance(item, list):
                yield from _strings(item)


def _authors(values: Mapping[str, object]) -> tuple[str, ...]:
    for key in AUTHORS:
        signatures = list(_strings(values.get(key)))
        names = [name for words in signatures for name in declared_authors(words)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _date(values: Mapping[str, object]) -> DateLine | None:
    dates = (parse_date(words) for key in PUBLISHED for words in _strings(values.get(key)))
    return next((date for date in dates if date), None)


def _web_address(words: str | None) -> str | None:
    return words if words and words.lower().startswith(("http://", "https://")) else None


def _language(words: str | None) -> str | None:
    return _LANGUAGE_CODES.get(words.lower(), words) if words else None
