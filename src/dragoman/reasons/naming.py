"""Findings told by a noun that says "why" itself: "the aim of the trip is to", "the reason:"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from dragoman.language.syntax import children
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import Finding, is_denied_verb, right_edge, trimmed
from dragoman.reasons.signals import Reader, Signal, Signals

_CONFIDENCE = 0.85  # the noun names the relation; what is left to err is the parse
_PREDICATES = ("attr", "xcomp", "ccomp", "acomp", "advcl", "prep")
_OF_EVENT = frozenset({"of", "for", "behind", "in"})
_SIMPLE = frozenset({"simple", "clear", "obvious", "plain", "twofold", "same", "known", "unknown"})


def find_named_reasons(
    sentence: Span, signals: Signals, is_event: Callable[[Token], bool]
) -> Iterator[Finding]:
    """Yield a finding for each "the aim is …", "the reason for the delay: …".

    An aim of somebody ("the group's aim is …") is no reason of an event, and is left out.
    """
    for noun in sentence:
        kind = _kind(noun, signals)
        if kind is None:
            continue
        said = _after_copula(noun) or _after_colon(noun, sentence)
        if said is None:
            continue
        cue, content, denied = said
        event = _event_of(noun)
        if event is not None and kind is not ReasonKind.CAUSE and not is_event(event):
            continue
        plain = kind is ReasonKind.CAUSE or noun.head.lemma_ == "include"
        reader: Reader = "narrator" if plain else "author"
        signal = Signal(f"named-{kind}", kind, _CONFIDENCE, reader)
        yield Finding(signal, (noun, cue), content, event, denied)


def _kind(noun: Token, signals: Signals) -> ReasonKind | None:
    if noun.pos_ != "NOUN":
        return None
    lemma = noun.lemma_.lower()
    if lemma == "point" and children(noun, "compound", "amod"):
        return None  # a "sticking point" or "turning point" is no aim
    kinds = (kind for kind in ReasonKind if lemma in signals.lists[f"{kind}_nouns"])
    return next(kinds, None)


_Said = tuple[Token, tuple[Token, Token], bool]


def _after_copula(noun: Token) -> _Said | None:
    """What the noun is said to be, with the copula; nothing for "the reason is unknown"."""
    be = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or be.lemma_ not in {"be", "remain", "include"}:
        return None
    found = [c for c in children(be, *_PREDICATES, "dobj") if c.i > be.i]
    if not found:
        return None
    if found[0].lower_ in _SIMPLE or (found[0].dep_ == "prep" and len(found) == 1):
        return _after_colon(found[0], noun.sent)
    head = max(found, key=lambda c: c.right_edge.i)
    start = found[0].left_edge.i
    while noun.doc[start].lower_ in {"to", "that", "because", "not"} and start < head.right_edge.i:
        start += 1
    content = trimmed(noun.doc[start], right_edge(head, start))
    denied = is_denied_verb(be) or noun.doc[be.i + 1].lower_ == "not"
    return (noun.doc[start - 1], content, denied) if content and start > be.i else None


def _after_colon(word: Token, sentence: Span) -> _Said | None:
    """What follows a colon that stands after the noun's phrase, to the end of the sentence."""
    limit = min(sentence.end - 1, word.i + 8)
    for at in range(word.i + 1, limit):
        token = word.doc[at]
        if token.text in {":", "—", "–"}:
            content = trimmed(word.doc[at + 1], sentence[-1])
            return (token, content, False) if content else None
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _event_of(noun: Token) -> Token | None:
    """The event whose aim or reason it is, or None where only an earlier sentence says it."""
    for preposition in children(noun, "prep"):
        if preposition.lower_ in _OF_EVENT:
            for governed in children(preposition, "pobj", "pcomp"):
                return governed
    owners = children(noun, "poss")
    return owners[0] if owners and owners[0].pos_ == "NOUN" else None
