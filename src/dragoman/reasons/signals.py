"""Signals: the words that tell why, read from ``data/reasons.toml``.

The file explains its own little language of patterns; this module reads it into typed values.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from dragoman.errors import CodebookError
from dragoman.model.claim import ReasonKind

Reader = Literal["narrator", "author", "subject"]
Subject = Literal["event", "only-event", "this", "thing", "any", "itself", "means"]
GAP = "~"


@dataclass(frozen=True, slots=True)
class Signal:
    """What every signal says: its rule's name, the kind, how sure, and whose reading it is."""

    name: str
    kind: ReasonKind
    confidence: float
    reader: Reader = "narrator"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; each place holds the words that may stand there, an empty one is a gap.

    ``governors`` and ``objects`` name word lists; ``gated`` asks for a report in the governing
    clause; ``follows`` says that the words stand within the consequence of what went before;
    ``opens`` that they count at a sentence's start only; ``names`` that a name may be the reason;
    ``meeting`` that the governing word is a meeting of actors.
    """

    signal: Signal
    words: tuple[frozenset[str], ...]
    governors: str | None
    objects: str | None
    gated: bool
    follows: bool
    opens: bool
    names: bool
    meeting: bool


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb (or adjective) and how its reason comes; ``data/reasons.toml`` has the spelling."""

    signal: Signal
    lemma: str
    particle: str | None
    passive: bool
    nouns: frozenset[str]
    takes_object: bool
    link: frozenset[str]
    subject: Subject
    objects: str | None
    governors: str | None


@dataclass(frozen=True, slots=True)
class Signals:
    """All signals: phrases by first word, predicates by lemma, and the word lists."""

    version: str
    phrases: Mapping[str, tuple[Phrase, ...]]
    predicates: Mapping[str, tuple[Predicate, ...]]
    participles: Mapping[str, tuple[Predicate, ...]]
    adjectives: Mapping[str, tuple[Predicate, ...]]
    lists: Mapping[str, frozenset[str]]
    event_nouns: Mapping[str, frozenset[str]]
    event_modes: Mapping[str, frozenset[str]]

    def allows(self, name: str | None, *words: str) -> bool:
        """Whether a word is in the list of this name; "!name" is its contrary, None takes all."""
        if name is None:
            return True
        if name.startswith("!"):
            return self.lists[name[1:]].isdisjoint(words)
        return not self.lists[name].isdisjoint(words)

    def types_of(self, lemma: str) -> frozenset[str]:
        """The event types that a noun stands for, the codebook apart."""
        return self.event_nouns.get(lemma, frozenset())

    def modes_of(self, lemma: str) -> frozenset[str]:
        """The modes that a noun stands for."""
        return self.event_modes.get(lemma, frozenset())


@cache
def load_signals() -> Signals:
    """The signals that ship with dragoman, read once; raises CodebookError on a broken file."""
    table = tomllib.loads(files("dragoman").joinpath("data/reasons.toml").read_text("utf-8"))
    phrases: defaultdict[str, list[Phrase]] = defaultdict(list)
    for entry in table["phrases"]:
        for pattern in entry["patterns"]:
            phrase = _phrase(entry, pattern)
            for word in _openers(phrase.words):
                phrases[word].append(phrase)
    return Signals(
        table["version"],
        {word: tuple(sorted(found, key=_longest_first)) for word, found in phrases.items()},
        _predicates(table["predicates"]),
        _predicates(table["participles"]),
        _predicates(table["adjectives"]),
        {name: frozenset(words) for name, words in table["lists"].items()},
        _by_noun(table["event_nouns"]),
        _by_noun(table["event_modes"]),
    )


def _by_noun(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """The names under which each noun is listed."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, nouns in lists.items():
        for noun in nouns:
            found[noun].add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


def _signal(entry: Mapping[str, Any]) -> Signal:
    reader = cast(Reader, entry.get("voice", "narrator"))
    return Signal(entry["name"], ReasonKind(entry["kind"]), float(entry["confidence"]), reader)


def _longest_first(phrase: Phrase) -> int:
    return -len(phrase.words)


def _phrase(entry: Mapping[str, Any], pattern: str) -> Phrase:
    return Phrase(
        _signal(entry),
        tuple(_place(word) for word in pattern.split()),
        entry.get("governors"),
        entry.get("objects"),
        bool(entry.get("gated", False)),
        bool(entry.get("follows", False)),
        bool(entry.get("opens", False)),
        bool(entry.get("names", True)),
        bool(entry.get("meeting", False)),
    )


def _place(word: str) -> frozenset[str]:
    """The words of one place; "" among them says that it may stay empty."""
    if word == GAP:
        return frozenset()
    choices = word.split("|")
    optional = {""} if any(choice.startswith("?") for choice in choices) else set()
    return frozenset({choice.lstrip("?") for choice in choices} | optional)


def _openers(words: tuple[frozenset[str], ...]) -> frozenset[str]:
    """The words with which a phrase may begin."""
    opening: set[str] = set()
    for place in words:
        opening |= place - {""}
        if place and "" not in place:
            break
    return frozenset(opening)


def _predicates(entries: list[Mapping[str, Any]]) -> dict[str, tuple[Predicate, ...]]:
    found: defaultdict[str, list[Predicate]] = defaultdict(list)
    for entry in entries:
        for pattern in entry["patterns"]:
            predicate = _predicate(entry, pattern)
            found[predicate.lemma].append(predicate)
    return {lemma: tuple(made) for lemma, made in found.items()}


def _predicate(entry: Mapping[str, Any], pattern: str) -> Predicate:
    head, *rest = pattern.split()
    if not rest:
        hint = 'write for instance "stem from"'
        raise CodebookError(f"reasons.toml: {pattern!r} says not how the reason comes", hint=hint)
    lemma, _, particle = head.rstrip("!").partition("-")
    words = [word for word in rest if word != "*"]
    nouns = frozenset(words.pop(0).split("|")) if len(words) > 1 else frozenset()
    return Predicate(
        _signal(entry),
        lemma,
        particle or None,
        head.endswith("!"),
        nouns,
        "*" in rest,
        frozenset(words[0].split("|")) if words else frozenset(),
        cast(Subject, entry.get("subject", "any")),
        entry.get("objects"),
        entry.get("governors"),
    )
