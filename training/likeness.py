"""How alike the items are: near-duplicates, and what a template would explain.

With some thousands of items the Jaccard index of every pair that shares a shingle can be counted
outright, so nothing is estimated (MinHash would be).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from training.markup import Item
from training.overlap import Text

SHINGLE = 3
ALIKE = 0.5
OPENING = 6
MOST_OPENINGS = 3

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MASKED = ("actor", "recipient", "place", "date", "quantity")
_NAME = "X"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items that share this part of their shingles (Jaccard)."""

    one: str
    other: str
    jaccard: float


@dataclass(frozen=True, slots=True)
class Templates:
    """Items of the same masked text, and of a masked opening that comes too often."""

    same_text: tuple[tuple[str, ...], ...]
    same_opening: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def items_same(self) -> int:
        """How many items have another's masked text."""
        return sum(map(len, self.same_text))

    @property
    def items_opening(self) -> int:
        """How many items begin as more than ``MOST_OPENINGS`` items do."""
        return sum(len(ids) for _, ids in self.same_opening)


def words_of(text: str) -> list[str]:
    """Return the words of a text, casefolded, without punctuation."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def near_duplicates(items: Sequence[Text]) -> tuple[Pair, ...]:
    """Return the pairs of items whose word shingles are alike, the most alike first."""
    shingles = [_shingles(words_of(item.text)) for item in items]
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for index, own in enumerate(shingles):
        for shingle in own:
            shared.update((before, index) for before in holders[shingle])
            holders[shingle].append(index)
    pairs = []
    for (one, other), both in shared.items():
        jaccard = both / (len(shingles[one]) + len(shingles[other]) - both)
        if jaccard >= ALIKE:
            pairs.append(Pair(items[one].id, items[other].id, jaccard))
    return tuple(sorted(pairs, key=lambda pair: (-pair.jaccard, pair.one, pair.other)))


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    last = max(len(words) - SHINGLE + 1, 1)
    return {tuple(words[at : at + SHINGLE]) for at in range(last)}


def templates(items: Sequence[Item]) -> Templates:
    """Return the items that a frame with other names put in would explain."""
    texts: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    openings: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        masked = masked_words(item)
        texts[masked].append(item.id)
        if len(masked) >= OPENING:
            openings[" ".join(masked[:OPENING])].append(item.id)
    same = tuple(tuple(ids) for ids in texts.values() if len(ids) > 1)
    often = ((opening, tuple(ids)) for opening, ids in openings.items())
    return Templates(same, tuple(pair for pair in often if len(pair[1]) > MOST_OPENINGS))


def masked_words(item: Item) -> tuple[str, ...]:
    """Return the item's words with sides, places, dates, numbers and names made alike.

    A marked span gives its label; a capitalised word or a number gives X; several of one kind
    in a row are one.
    """
    covered: dict[int, tuple[int, str]] = {}
    for span in sorted(item.spans, key=lambda span: span.start - span.end):
        if span.label in _MASKED and not any(s <= span.start < e for s, (e, _) in covered.items()):
            covered[span.start] = (span.end, span.label)
    masked: list[str] = []
    at = 0
    for start, (end, label) in sorted(covered.items()):
        masked += [_mask(word) for word in _WORD.findall(item.text[at:start])]
        masked.append(label)
        at = end
    masked += [_mask(word) for word in _WORD.findall(item.text[at:])]
    kinds = {_NAME, *_MASKED}
    return tuple(
        word
        for place, word in enumerate(masked)
        if not (place and word in kinds and masked[place - 1] == word)
    )


def _mask(word: str) -> str:
    return _NAME if word[0].isupper() or word[0].isdigit() else word.casefold()
