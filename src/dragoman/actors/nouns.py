"""Nouns that call an actor by what it does: "riot police", "Minister of the Interior"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.actors.folding import fold
from dragoman.model.actor import ActorKind

# What joins a head noun to its complement: "head of the police", "spokesman for the ministry".
_JOIN = re.compile(r"\s+(?:of|for|at|in|from|with|to)\s+")
_WORD = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*\.?")
_IDLE = frozenset(
    "the a an this that these those his her its their our some several many two three four five "
    "dozens hundreds thousands scores group number".split()
)

# Words in front of a post that say somebody holds it no longer.
PAST = frozenset(
    "former ex retired onetime erstwhile ousted deposed toppled overthrown exiled sacked".split()
)
# The sectors of those who hold a public post. Who has left one is PLOVER's ELI: "former government
# officials who currently do not hold positions in the government or armed forces" (its manual, of
# sector codes).
_OF_OFFICE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "IGO"})


# Short forms of titles, as the press writes them before a name.
_SHORT_TITLES = {
    "adm": "Admiral", "amb": "Ambassador", "brig": "Brigadier", "capt": "Captain",
    "cmdr": "Commander", "col": "Colonel", "cpl": "Corporal", "gen": "General", "gov": "Governor",
    "lt": "Lieutenant", "maj": "Major", "pm": "Prime Minister", "pres": "President",
    "rep": "Representative", "sen": "Senator", "sgt": "Sergeant", "vp": "Vice President",
}  # fmt: skip


def spelled_out(title: str) -> str:
    """Return a title with its short forms written out: "Sen." is a senator."""
    return " ".join(_SHORT_TITLES.get(word.lower().rstrip("."), word) for word in title.split())


def former(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sectors of somebody who has left the post that these sectors tell.

    ELI comes first and stands in for GOV; what the post was about stays ("ELI", "MIL"). Sectors
    that tell no post, such as a rebel's or a student's, stay what they are.
    """
    if not sectors or sectors[0] not in _OF_OFFICE:
        return sectors
    return ("ELI", *(code for code in sectors if code != "GOV"))


@dataclass(frozen=True, slots=True)
class _Noun:
    kind: ActorKind
    sectors: tuple[str, ...]
    borrows: bool
    portfolio: bool


class NounTable:
    """Agent nouns and portfolios, and the rules that put the two together.

    A noun that ``borrows`` ("chief", "spokesman") takes its sectors from the noun beside it; a
    noun with a ``portfolio`` ("minister") adds those of what it is minister for.
    """

    def __init__(self, agents: list[dict[str, str]], portfolios: list[dict[str, str]]) -> None:
        self._nouns: dict[tuple[str, ...], _Noun] = {}
        for row in agents:
            noun = _Noun(
                ActorKind(row["kind"]),
                tuple(row["sectors"].split()),
                row["bearing"] == "borrowed",
                row["bearing"] == "portfolio",
            )
            self._nouns[tuple(row["noun"].split(" "))] = noun
        self._portfolios = {
            tuple(row["portfolio"].split(" ")): tuple(row["sectors"].split()) for row in portfolios
        }
        self._longest = max(map(len, self._nouns), default=0)
        self._widest = max(map(len, self._portfolios), default=0)

    def sectors(self, phrase: str) -> tuple[str, ...] | None:
        """PLOVER sectors of a noun phrase; () for an actor without one, None for another noun.

        A post with "former" or the like before it gives those of somebody who has left it.
        """
        head, complement = _parted(phrase)
        found = self._sectors(head, complement)
        return former(found) if found and not PAST.isdisjoint(head[:-1]) else found

    def _sectors(
        self, head: tuple[str, ...], complement: tuple[str, ...]
    ) -> tuple[str, ...] | None:
        whole = (*head, "of", *complement) if complement else head
        size = self._size(whole)
        if size > len(complement):
            return self._of(whole, size)
        size = self._size(head)
        if not size:
            return self.sectors(" ".join(complement)) if _is_count(head, complement) else None
        noun = self._nouns[head[-size:]]
        if complement and noun.portfolio:
            return _joined(self._of(head, size), self._portfolio_in(complement))
        if complement and noun.borrows:
            return self.sectors(" ".join(complement)) or self._of(head, size)
        return self._of(head, size)

    def kind(self, phrase: str) -> ActorKind | None:
        """Person, group or body, by the head noun; None for a noun that means no actor."""
        head, complement = _parted(phrase)
        whole = (*head, "of", *complement) if complement else head
        for words, least in ((whole, len(complement)), (head, 0)):
            size = self._size(words)
            if size > least:
                return self._nouns[words[-size:]].kind
        counted = _is_count(head, complement) and self._size(complement)
        return ActorKind.GROUP if counted else None

    def borrows(self, phrase: str) -> bool:
        """Whether a noun takes its sectors from whom it belongs to, and none is said in the phrase.

        So with "spokesman" and "rebel-held town's chief", but not with "police chief".
        """
        head, complement = _parted(phrase)
        size = self._size(head)
        if not size or not self._nouns[head[-size:]].borrows:
            return False
        lent = self._size(head[:-size]) or self._portfolio_in(head[:-size])
        return not lent and not self._portfolio_in(complement) and not self._size(complement)

    def _size(self, words: tuple[str, ...]) -> int:
        """How many words the longest noun at the end of these words has; 0 for none."""
        for size in range(min(self._longest, len(words)), 0, -1):
            if words[-size:] in self._nouns:
                return size
        return 0

    def _of(self, words: tuple[str, ...], size: int) -> tuple[str, ...]:
        noun, before = self._nouns[words[-size:]], words[:-size]
        if noun.portfolio:
            return _joined(noun.sectors, self._portfolio_in(before))
        if noun.borrows and before:
            inner = self._size(before)
            lent = self._of(before, inner) if inner else self._portfolio_in(before)
            return lent or noun.sectors
        return noun.sectors

    def _portfolio_in(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The sectors of every portfolio named in these words, in their order."""
        found: tuple[str, ...] = ()
        at = 0
        while at < len(words):
            size = self._portfolio_at(words, at)
            found = _joined(found, self._portfolios[words[at : at + size]]) if size else found
            at += size or 1
        return found

    def _portfolio_at(self, words: tuple[str, ...], at: int) -> int:
        for size in range(min(self._widest, len(words) - at), 0, -1):
            if words[at : at + size] in self._portfolios:
                return size
        return 0


def _parted(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before the first joining preposition, and those after it."""
    lowered = fold(phrase).lower().replace("-", " ").strip()
    head, *rest = _JOIN.split(lowered, maxsplit=1)
    return _words(head), _words(rest[0]) if rest else ()


def _is_count(head: tuple[str, ...], complement: tuple[str, ...]) -> bool:
    """Whether the head only says how many: "dozens of protesters"."""
    return bool(complement) and bool(head) and head[-1] in _IDLE


def _words(text: str) -> tuple[str, ...]:
    words = [w.removesuffix("'s").rstrip(".") for w in _WORD.findall(text)]
    while len(words) > 1 and words[0] in _IDLE:
        words.pop(0)
    return tuple(words)


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
