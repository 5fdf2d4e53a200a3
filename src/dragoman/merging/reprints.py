"""Reprints: articles that are near copies of an earlier one.

A reprint is found by the word shingles that it shares with an original outside quotation marks,
so that two articles with one speech in common are not taken for copies. Articles are placed one
after the other, the earliest first; only words that are new at an article's turn are indexed
under it. So a text that two hundred outlets print costs two hundred comparisons, not forty
thousand, and every copy points to the earliest original.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from dragoman.merging.moments import utc_moment
from dragoman.model.event import Reprint

SHINGLE_WORDS = 5
"""Words in a shingle: the usual length for near copies of news; shorter ones are set phrases."""

COPIED_SHARE = 0.5
"""The least part of an article's own shingles that an original must hold.

Chosen on the invented texts of tests/merging/test_reprints.py: whole, cut and lightly reworded
copies share 0.61 and more, the same events told independently none; 0.5 leaves room for a copy
to which an outlet added as much again of its own.
"""

FEWEST_SHINGLES = 20
"""Below this an article has too few words of its own; only one with no new word is a copy."""

_SAMPLE_EVERY = 4
"""One hash in four is indexed (FracMinHash: the same ones in every text, so that a short cut of
a long text is found, which a MinHash of the whole misses). A copy of 20 shingles shares 5 with
its original on average, and none once in 300 times."""

_BOILERPLATE = 50
"""A shingle that this many originals hold is furniture, and says nothing of copying."""

_LATER_THAN_ALL = dt.datetime.max.replace(tzinfo=dt.UTC)

_QUOTATION = re.compile(r"“[^”]{1,1500}”?|«[^»]{1,1500}»?|\"[^\"]{1,1500}\"")
_AGENCY = r"(?:Reuters|AP|Associated Press|AFP|EFE|TASS|DPA|ANSA|Xinhua|UPI|PA Media|Bloomberg)"
_CREDIT = re.compile(
    rf"\({_AGENCY}[^)]{{0,20}}\)"
    rf"|^[^\n]{{0,60}}\b{_AGENCY}\s*[-–—:]"
    rf"|^(?:By |With |Source: ?)[^\n]{{0,40}}\b{_AGENCY}\b[^\n]{{0,30}}$"
    r"|^\(?(?:Reporting|Additional reporting|Writing|Editing|Edited|Translated) by\b.*$"
    r"|^(?:Copyright|©|\(c\)).*$|^.*[Aa]ll rights reserved.*$",
    re.MULTILINE,
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What finding reprints needs of an article; ``published_time`` is ISO 8601 with zone."""

    id: str
    outlet: str
    published: dt.date | None
    published_time: str | None
    text: str


def find_reprints(articles: Iterable[ArticleText]) -> tuple[Reprint, ...]:
    """Return every reprint with its earliest original, in the order of the copies' ids.

    The earlier article is the original; one with a day but no time counts as the last of its
    day, one with no day as the last of all, and the smaller id goes first where all is equal.
    """
    shelf = Shelf()
    placed = (shelf.place(article) for article in sorted(articles, key=_when))
    return tuple(sorted(filter(None, placed), key=lambda reprint: reprint.article_id))


def _when(article: ArticleText) -> tuple[dt.datetime, str]:
    moment = utc_moment(article.published_time)
    if moment is None and article.published is not None:
        moment = dt.datetime.combine(article.published, dt.time.max, dt.UTC)
    return (moment or _LATER_THAN_ALL, article.id)


def own_shingles(text: str) -> frozenset[int]:
    """Return hashes of the shingles of what the article says in its own words.

    Quotations, agency credits and copyright lines are left out; no shingle spans the gap.
    blake2b of 8 bytes: evenly spread, as sampling needs (crc32 is not), alike on every machine.
    """
    pieces = _QUOTATION.sub("\0", _CREDIT.sub("\0", text)).split("\0")
    return frozenset(shingle for piece in pieces for shingle in _shingles(piece))


def _shingles(piece: str) -> Iterable[int]:
    words = _WORD.findall(piece.casefold())
    for at in range(len(words) - SHINGLE_WORDS + 1):
        shingle = " ".join(words[at : at + SHINGLE_WORDS])
        digest = blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        yield int.from_bytes(digest)


class Shelf:
    """The articles placed so far, by the shingles that each was the first to print."""

    def __init__(self) -> None:
        self.compared = 0
        self._shingles: dict[str, frozenset[int]] = {}
        self._first: dict[int, list[str]] = defaultdict(list)
        self._words: dict[str, str] = {}
        self._original: dict[str, str] = {}

    def place(self, article: ArticleText) -> Reprint | None:
        """Put an article beside the earlier ones; returns the reprint that it is, if it is one."""
        words = " ".join(_WORD.findall(_CREDIT.sub(" ", article.text).casefold()))
        shingles = own_shingles(article.text)
        found = self._word_for_word(article, words) or self._copied(article, shingles)
        self._shingles[article.id] = shingles
        if found is None:
            self._index(article.id, shingles)
        else:
            self._original[article.id] = found.original_id
            self._index(article.id, frozenset(s for s in shingles if s not in self._first))
        return found

    def _word_for_word(self, article: ArticleText, words: str) -> Reprint | None:
        digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        first = self._words.setdefault(digest, article.id)
        if first == article.id or not words:
            return None
        return Reprint(article.id, self._original.get(first, first), 1.0)

    def _copied(self, article: ArticleText, shingles: frozenset[int]) -> Reprint | None:
        if len(shingles) < FEWEST_SHINGLES:
            return None
        shares = {near: self._share(shingles, near) for near in self._near(shingles)}
        best = max(shares, key=lambda near: shares[near], default=None)
        if best is None or shares[best] < COPIED_SHARE:
            return None
        return Reprint(article.id, self._original.get(best, best), round(shares[best], 4))

    def _near(self, shingles: frozenset[int]) -> list[str]:
        """Articles with at least an eighth of the sampled shingles, those with most in front.

        A copy has half of them on average; an eighth is far below what chance takes away.
        """
        sampled = [s for s in shingles if s % _SAMPLE_EVERY == 0]
        lists = [placed for s in sampled if len(placed := self._first.get(s, ())) < _BOILERPLATE]
        counts = Counter(article for placed in lists for article in placed)
        enough = max(1, len(sampled) // 8)
        return sorted((a for a, n in counts.items() if n >= enough), key=lambda a: (-counts[a], a))

    def _share(self, shingles: frozenset[int], near: str) -> float:
        self.compared += 1
        return len(shingles & self._shingles[near]) / len(shingles)

    def _index(self, article_id: str, shingles: frozenset[int]) -> None:
        for shingle in shingles:
            if shingle % _SAMPLE_EVERY == 0 and len(self._first[shingle]) < _BOILERPLATE:
                self._first[shingle].append(article_id)
