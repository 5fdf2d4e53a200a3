"""Question -> what it asks for: which words the ledger knows, and as whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ledger import Filter, Ledger
from dragoman.ledger.stored import StoredActor
from dragoman.model.actor import ActorKind

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
# Words of questions that are never a name, whatever a ledger holds under them.
_PLAIN = frozenset(
    "a about after against an and are as at be because been before being between by can could did "
    "do does for from give given gave going had has have he her him his how i in into is it its "
    "made make many me more most much of on or our over she so than that the their them then "
    "there they this to under until up us was we were what when where which who whom whose why "
    "will with would you your".split()
)
_LONGEST_NAME = 6
_PLACED = re.compile(r"\b(?:in|to|at|into|visiting|visit|visited)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Words of the question that name actors of the ledger; several, when a name is shared."""

    words: str
    actors: tuple[StoredActor, ...]
    as_place: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question with who it is about, in the order they are named.

    ``unknown`` are capitalised words that no actor of the ledger bears; ``words`` what is left
    of the question for full-text search.
    """

    text: str
    named: tuple[Named, ...]
    unknown: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def subject(self) -> Named | None:
        """Whom the question is about: the first one named."""
        return self.named[0] if self.named else None

    @property
    def others(self) -> tuple[Named, ...]:
        """Everybody else named: the place visited, the other side."""
        return self.named[1:]


def parse_question(text: str, ledger: Ledger) -> Question:
    """Return what a question asks for, its names looked up in the ledger, the longest first."""
    words = [(m.group(), m.start()) for m in _WORD.finditer(text)]
    named: list[Named] = []
    unknown: list[str] = []
    plain: list[str] = []
    at = 0
    while at < len(words):
        size, actors = _known_from(words, at, ledger)
        if actors:
            phrase = " ".join(word for word, _ in words[at : at + size])
            placed = bool(_PLACED.search(text[: words[at][1]]))
            named.append(Named(_POSSESSIVE.sub("", phrase), actors, placed))
        elif _is_unknown_name(words[at][0], at) and not text.isupper():
            unknown.append(_POSSESSIVE.sub("", words[at][0]))
        elif words[at][0].casefold() not in _PLAIN:
            plain.append(words[at][0])
        at += size or 1
    return Question(text, tuple(named), tuple(unknown), tuple(plain))


def _known_from(
    words: list[tuple[str, int]], at: int, ledger: Ledger
) -> tuple[int, tuple[StoredActor, ...]]:
    for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        parts = [_POSSESSIVE.sub("", word) for word, _ in words[at : at + size]]
        if parts[0].casefold() in _PLAIN or parts[-1].casefold() in _PLAIN:
            continue
        actors = tuple(ledger.actors(Filter(actor=" ".join(parts))))
        actors = tuple(a for a in actors if a.actor.kind is not ActorKind.UNNAMED)
        if actors and _is_a_name(parts, actors):
            return size, _likeliest(parts, actors)
    return 0, ()


def _is_a_name(parts: list[str], actors: tuple[StoredActor, ...]) -> bool:
    """A lower-case word is a name only when it is all of one ("cuba", but not "police")."""
    if any(part[0].isupper() for part in parts):
        return True
    wanted = " ".join(parts).casefold()
    return any(wanted == name.casefold() for a in actors for name in a.actor.names)


def _likeliest(parts: list[str], actors: tuple[StoredActor, ...]) -> tuple[StoredActor, ...]:
    """Prefer those who bear exactly these words, then persons and states over bodies."""
    wanted = " ".join(parts).casefold()
    exact = [
        a for a in actors if any(wanted == n.casefold() for n in (a.actor.name, *a.actor.names))
    ]
    pool = exact or list(actors)
    best = [a for a in pool if a.actor.kind in (ActorKind.PERSON, ActorKind.STATE)]
    return tuple(best or pool)


def _is_unknown_name(word: str, at: int) -> bool:
    return word[0].isupper() and at > 0 and word.casefold() not in _PLAIN
