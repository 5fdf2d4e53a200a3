"""Findings told by how somebody shows an event: "hailed the visit as a gesture of friendship"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from dragoman.language.syntax import agents, children, is_passive, subjects
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import Finding, is_denied_verb, right_edge, trimmed
from dragoman.reasons.signals import Signal, Signals

_SHOWN = Signal("shown-as", ReasonKind.PURPOSE, 0.7, "subject")


def find_framings(
    sentence: Span, signals: Signals, is_event: Callable[[Token], bool]
) -> Iterator[Finding]:
    """Yield a finding for each event that somebody shows as an act, a gesture, a warning.

    Only nouns that say what an act was for are reasons: "a gesture of friendship" is, "a success"
    is not.
    """
    for verb in sentence:
        if verb.lemma_.lower() not in signals.lists["framing_verbs"]:
            continue
        event = _event(verb, is_event)
        shown = _shown_as(verb, signals) if event is not None else None
        if event is None or shown is None:
            continue
        preposition, head = shown
        content = trimmed(preposition.nbor(1), right_edge(head, preposition.i + 1))
        if content is None:
            continue
        givers = agents(verb) if is_passive(verb) else subjects(verb)
        source = givers[0] if givers else None
        yield Finding(_SHOWN, (verb, verb), content, event, is_denied_verb(verb), source=source)


def _event(verb: Token, is_event: Callable[[Token], bool]) -> Token | None:
    labels = ("nsubjpass",) if is_passive(verb) else ("dobj",)
    found = [c for c in children(verb, *labels) if is_event(c)]
    return found[0] if found else None


def _shown_as(verb: Token, signals: Signals) -> tuple[Token, Token] | None:
    for owner in (verb, *children(verb, "dobj")):
        for preposition in children(owner, "prep"):
            if preposition.lower_ != "as":
                continue
            for head in children(preposition, "pobj"):
                if head.lemma_.lower() in signals.lists["framing_nouns"]:
                    return preposition, head
    return None
