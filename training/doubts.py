"""Labels that a reader should look at again: sound markup that seems to go against the guideline.

None of these is an error for certain, so none of them fails a check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from training.markup import Event, Item, Span

_SIDES = ("actor", "recipient")
_LONG_CUE = 5
_RELATIVE = re.compile(r" (?:who|whom|whose|which|that) ")
_POSSESSIVE = re.compile(r"['’]s$")
_NOT_YET = re.compile(r"\b(?:will|would|may|might|could|not|never|if|\w+n['’]t)(?: \w+)? $")
_NEGATION = re.compile(
    r"\b(?:no|not|nor|none|never|neither|nobody|nothing|nowhere|without|cannot|instead|false|"
    r"untrue|invent|fabl|fiction|hoax|lie|myth|rumou?r|gossip|imagin|fabricat|contradict|den[iy]|"
    r"disavow|disown|dismiss|disput|refut|reject|scotch|brush|fail|stop|ruled out)|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What seems wrong with an item's labels, and the words it is about."""

    item: str
    what: str
    words: str


def doubts(items: Iterable[Item]) -> tuple[Doubt, ...]:
    """Return what a reader should look at again, item by item."""
    return tuple(
        Doubt(item.id, what, words)
        for item in items
        for what, find in _RULES.items()
        for words in find(item)
    )


def _clause_in_side(item: Item) -> Iterator[str]:
    words = (item.words(span) for span in item.spans if span.label in _SIDES)
    return (phrase for phrase in words if _RELATIVE.search(phrase))


def _possessive_side(item: Item) -> Iterator[str]:
    words = (item.words(span) for span in item.spans if span.label in _SIDES)
    return (phrase for phrase in words if _POSSESSIVE.search(phrase))


def _long_cue(item: Item) -> Iterator[str]:
    words = (item.words(span) for span in item.spans if span.label == "cue")
    return (phrase for phrase in words if len(phrase.split()) > _LONG_CUE)


def _that_in_content(item: Item) -> Iterator[str]:
    words = (item.words(span) for span in item.spans if span.label == "content")
    return (phrase for phrase in words if phrase.startswith("that "))


def _claim_lacks(label: str, other: str) -> Callable[[Item], Iterator[str]]:
    def find(item: Item) -> Iterator[str]:
        for span in item.spans:
            if span.label == label and not item.labelled(other, span.number):
                yield item.words(span)

    return find


def _narrated_content(item: Item) -> Iterator[str]:
    contents = [span for span in item.spans if span.label == "content"]
    for event in item.events:
        for cue in item.labelled("cue", event.number)[:1]:
            inside = any(c.start <= cue.start and cue.end <= c.end for c in contents)
            if inside and event.voice == "narrator":
                yield item.words(cue)


def _speakerless_voice(item: Item) -> Iterator[str]:
    if not any(span.label == "speaker" for span in item.spans):
        voices = (event.voice for event in item.events)
        yield from (voice for voice in voices if voice in ("official", "named"))


def _not_happened(item: Item) -> Iterator[str]:
    for event, cue in _cues(item):
        before = _NOT_YET.search(item.text[: cue.start])
        if event.factuality == "happened" and before:
            yield before[0] + item.words(cue)


def _undenied(item: Item) -> Iterator[str]:
    if not _NEGATION.search(item.text):
        denied = ((event, cue) for event, cue in _cues(item) if event.factuality == "denied")
        yield from (item.words(cue) for _, cue in denied)


def _cues(item: Item) -> Iterator[tuple[Event, Span]]:
    for event in item.events:
        yield from ((event, cue) for cue in item.labelled("cue", event.number)[:1])


_RULES: Mapping[str, Callable[[Item], Iterator[str]]] = {
    "a relative clause in a side": _clause_in_side,
    "'s inside a side": _possessive_side,
    "a long cue": _long_cue,
    "that inside content": _that_in_content,
    "said without content": _claim_lacks("said", "content"),
    "content without said": _claim_lacks("content", "said"),
    "content without speaker": _claim_lacks("content", "speaker"),
    "voice narrator, cue inside content": _narrated_content,
    "a voice without its speaker": _speakerless_voice,
    "happened, after will, may or not": _not_happened,
    "denied, without a word that denies": _undenied,
}
