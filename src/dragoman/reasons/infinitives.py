"""Findings told by a bare infinitive: "arrived to sign", "a visit to discuss"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from dragoman.language.syntax import children, governed_by
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import Finding, is_denied_before, is_somewhere, right_edge, trimmed
from dragoman.reasons.signals import Signal, Signals

_ADJUNCT = Signal("infinitive-of-purpose", ReasonKind.PURPOSE, 0.75)
_MOVEMENT = Signal("infinitive-after-movement", ReasonKind.PURPOSE, 0.8)
_MEANS = Signal("infinitive-after-object", ReasonKind.PURPOSE, 0.65)
_EVENT = Signal("infinitive-after-event-noun", ReasonKind.PURPOSE, 0.7)
_DEGREE = frozenset({"too", "enough", "only", "as", "never", "so", "first", "last"})


def find_infinitives(
    sentence: Span, signals: Signals, is_event: Callable[[Token], bool]
) -> Iterator[Finding]:
    """Yield a finding for each infinitive that tells what an act was for."""
    for verb in sentence:
        to = [c for c in children(verb, "aux") if c.lower_ == "to"]
        if not to or verb.pos_ not in {"VERB", "AUX"}:
            continue
        if _is_set_phrase(to[0], signals) or _is_degree(verb, to[0]):
            continue
        signal = _signal(verb, signals, is_event)
        content = trimmed(to[0].nbor(1), right_edge(verb, to[0].i + 1)) if signal else None
        if signal and content:
            denied = is_denied_before(to[0])
            anchor = verb.head.head if signal is _MEANS else verb.head
            yield Finding(signal, (to[0], to[0]), content, anchor, denied)


def _signal(verb: Token, signals: Signals, is_event: Callable[[Token], bool]) -> Signal | None:
    head, lemma = verb.head, verb.head.lemma_.lower()
    if head == verb or verb.dep_ not in {"advcl", "xcomp", "acl", "relcl"}:
        return None
    if verb.dep_ in {"acl", "relcl"}:
        return _after_noun(verb, signals, is_event)
    if _guides_the_reader(verb, signals):
        return None
    if lemma == "call" and governed_by(head, ("on", "for", "upon")):
        return None
    if is_somewhere(head) and verb.i > head.i + 1:
        return _MOVEMENT
    if lemma in signals.lists["motions"] and _moves(head, verb, signals):
        return _MOVEMENT
    if lemma == "use" and children(head, "dobj", "nsubjpass") and verb.i > head.i:
        return _ADJUNCT
    opens = verb.left_edge.i == verb.sent.start and verb.i < head.i
    listed = _keeps_infinitives(head, signals)
    if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX"} and (opens or not listed):
        return None if _has_adjective(head) and not opens else _ADJUNCT
    return None


def _guides_the_reader(verb: Token, signals: Signals) -> bool:
    """Whether the sentence tells the reader what to do: "To understand this, one must …"."""
    if verb.lemma_.lower() not in signals.lists["reader_verbs"]:
        return False
    found = children(verb.head, "nsubj")
    return not found or found[0].lower_ in {"one", "you", "we", "it"}


def _after_noun(verb: Token, signals: Signals, is_event: Callable[[Token], bool]) -> Signal | None:
    noun, lemma = verb.head, verb.head.lemma_.lower()
    if verb.dep_ == "relcl" and _own_subject(verb):
        return None
    if lemma in signals.lists["complement_nouns"] or noun.pos_ != "NOUN":
        return None
    if is_event(noun):
        return _EVENT
    return _MEANS if _is_made_for_it(verb, signals) else None


def _is_made_for_it(verb: Token, signals: Signals) -> bool:
    """Whether the noun is the object of a deed that the infinitive tells the point of.

    "Set up roadblocks to protest" is; "has a story to tell" is not.
    """
    noun, deed = verb.head, verb.head.head
    if noun.dep_ != "dobj" or deed.pos_ != "VERB" or verb.dep_ != "acl":
        return False
    return deed.lemma_.lower() not in signals.lists["holding_verbs"]


def _own_subject(verb: Token) -> bool:
    return bool(children(verb, "nsubj", "nsubjpass"))


def _keeps_infinitives(head: Token, signals: Signals) -> bool:
    """Whether an infinitive is what the verb means, not why: "agreed to", "took a day to"."""
    lemma = head.lemma_.lower()
    if lemma not in signals.lists["complement_verbs"]:
        return head.pos_ == "AUX"
    objects = [c for c in children(head, "dobj") if c.ent_type_ not in {"DATE", "TIME"}]
    timed = any(c.lemma_.lower() in signals.lists["times"] for c in objects)
    return not objects or timed or lemma not in signals.lists["deeds_with_object"]


def _moves(head: Token, verb: Token, signals: Signals) -> bool:
    """Whether somebody really moves: "flew in to sign", "went to Lima to sign".

    "Is going to sign" is a future, "went on to sign" a sequel; "go" and "come" need a destination
    unless what follows "come" is a deed.
    """
    if head.pos_ != "VERB":
        return False
    if head.lemma_ not in {"go", "come", "move", "turn"}:
        return True
    if any(c.lower_ in {"on", "about", "under"} for c in children(head, "prt")):
        return False
    places = [c for c in children(head, "prep") if c.lower_ in _TOWARDS and c.i < verb.i]
    if places or any(c.lower_ in _ELSEWHERE for c in children(head, "advmod", "prt")):
        return True
    return head.lemma_ == "come" and verb.lemma_.lower() not in signals.lists["states_of_mind"]


_TOWARDS = frozenset({"to", "into", "from", "toward", "towards", "before"})
_ELSEWHERE = frozenset({"home", "abroad", "there", "here", "out", "back", "overseas", "over", "in"})


def _has_adjective(head: Token) -> bool:
    return head.lemma_ in {"be", "become", "seem", "look"} or bool(children(head, "acomp", "expl"))


def _is_degree(verb: Token, to: Token) -> bool:
    """Whether the infinitive completes "too late", "large enough", "only to find"."""
    around = [c.lower_ for c in verb.head.children if c.dep_ in {"advmod", "acomp"}]
    before = to.nbor(-1).lower_ if to.i > verb.sent.start else ""
    inner = [g.lower_ for c in verb.head.children if c.i < verb.i for g in c.children]
    return before in _DEGREE or not {"too", "enough"}.isdisjoint((*around, *inner))


def _is_set_phrase(to: Token, signals: Signals) -> bool:
    following = " ".join(t.lower_ for t in to.doc[max(to.i - 2, 0) : to.i + 5])
    return any(f" {phrase} " in f" {following} " for phrase in signals.lists["set_phrases"])
