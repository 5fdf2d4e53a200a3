"""Tokenized text as print has it, with the place of every token."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "n't", "...", ".."})
NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€"})

# Tokens of the Penn Treebank, and marks of Windows-1252 that were read as control characters.
_IN_PRINT = {
    "``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]",
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "\x96": "–", "\x97": "—",
}  # fmt: skip
_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_OPENING, _CLOSING = frozenset("“‘"), frozenset("”’")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as print has it, with the start and end of every token in it."""

    text: str
    places: tuple[tuple[int, int], ...]


def printed(tokens: Sequence[str], *, hyphens: bool = False) -> Written:
    """Return tokens put together as a sentence, with the start and end of every one in it.

    No space stands before a comma or a clitic, nor inside brackets and quotation marks. Straight
    marks open and close by turns; a single one after a word in -s that opens none is a
    possessive's. ``hyphens`` joins what a "-" stands between, for sets that part "London-based".
    """
    words = [_IN_PRINT.get(token, token) for token in tokens]
    joiner = _Joiner(words, hyphens)
    text, places = "", []
    for at, word in enumerate(words):
        text += " " if joiner.parted(at) else ""
        places.append((len(text), len(text) + len(word)))
        text += word
    return Written(text, tuple(places))


def covered(written: Written, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the tokens that spans of the printed sentence touch."""
    wanted = list(spans)
    places = enumerate(written.places)
    return frozenset(
        i for i, (a, b) in places if any(a < end and start < b for start, end in wanted)
    )


@dataclass(slots=True)
class _Joiner:
    """Tells, token by token in order, whether a space stands before it."""

    words: Sequence[str]
    hyphens: bool
    open: set[str] = field(default_factory=set)
    glued: bool = True

    def parted(self, at: int) -> bool:
        word, before = self.words[at], self.words[at - 1] if at else ""
        after = self.words[at + 1] if at + 1 < len(self.words) else ""
        left, right = self._glue(word, before, after)
        space = not (self.glued or left)
        self.glued = right
        return space

    def _glue(self, word: str, before: str, after: str) -> tuple[bool, bool]:
        """Whether a word is joined to what is left of it, and to what is right of it."""
        if word in {"'", "’"} and after.lower() in _CLITICS:
            return True, True
        if word in {'"', "'"}:
            if word in self.open or (word == "'" and before.endswith("s")):
                self.open.discard(word)
                return True, False
            self.open.add(word)
            return False, True
        if word in _OPENING or word in NO_SPACE_AFTER:
            return False, True
        clitic = word[0] in "'’" and word[1:].lower() in _CLITICS
        if word in _CLOSING or word in NO_SPACE_BEFORE or clitic:
            return True, False
        inner = word == "/" or (self.hyphens and word == "-")
        return inner, inner
