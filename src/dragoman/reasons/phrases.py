"""Findings told by words in a row: "because of", "in order to", "so that", "in response to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.language.syntax import children, clause_head
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import (
    Finding,
    is_denied_before,
    is_denied_verb,
    is_somewhere,
    outside,
    right_edge,
    trimmed,
)
from dragoman.reasons.signals import Phrase, Signals

_MAX_GAP = 2
_GAP_TAGS = frozenset({"ADJ", "ADV", "DET"})
_COMPLEMENTS = ("pobj", "pcomp", "ccomp", "xcomp", "acl", "relcl", "advcl")
_NO_REASON = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "ORDINAL"})
_SHARES = frozenset({"most", "much", "all", "half", "part"})  # how long, how many
_BESIDE = frozenset({"with", "between", "among"})
_COPULAR = frozenset({"be", "come", "happen", "occur", "remain"})


def find_phrases(sentence: Span, signals: Signals) -> Iterator[Finding]:
    """Yield a finding for each phrase of the sentence, the longest at each place."""
    done = sentence.start
    for token in sentence:
        if token.i < done:
            continue
        for phrase in signals.phrases.get(token.lower_, ()):
            end = _match(phrase, token, sentence.end)
            found = _finding(phrase, token, end, signals) if end is not None else None
            if found is not None:
                yield found
                done = found.cue[1].i + 1
                break


def _match(phrase: Phrase, first: Token, limit: int) -> int | None:
    """The index after the phrase's last word when it stands at this token, else None."""
    ends = {first.i}
    for place in phrase.words:
        ends = {after for at in ends for after in _step(place, first, at, limit)}
        if not ends:
            return None
    return max(ends)


def _step(place: frozenset[str], first: Token, at: int, limit: int) -> Iterator[int]:
    doc = first.doc
    if not place:
        for length in range(_MAX_GAP + 1):
            if at + length <= limit and all(t.pos_ in _GAP_TAGS for t in doc[at : at + length]):
                yield at + length
        return
    if "" in place:
        yield at
    if at < limit and doc[at].lower_ in place:
        yield at + 1


def _finding(phrase: Phrase, first: Token, end: int, signals: Signals) -> Finding | None:
    last = first.doc[end - 1]
    if phrase.opens and first.i > first.sent.start:
        return None
    if phrase.follows:
        return _consequence(phrase, first, last)
    head = _complement(first, last)
    arranged = head is not None and head.pos_ == "VERB" and phrase.words[-1] == {"to"}
    if arranged and phrase.signal.kind is ReasonKind.CAUSE:
        return None  # "due to arrive" tells when, not why
    if head is None or not _fits(phrase, head, signals):
        return None
    content = trimmed(first.doc[end], right_edge(head, end))
    if content is None:
        return None
    above = outside([first], first.i, content[1].i)
    anchor = _explained(above) if above is not None else None
    if phrase.governors and not signals.allows(phrase.governors, *_governors(above)):
        return None
    if phrase.meeting and not (above is not None and _is_meeting(above, signals)):
        return None
    denied = is_denied_before(first) or _denied_copula(above)
    return Finding(phrase.signal, (first, last), content, anchor, denied, phrase.gated)


def _governors(above: Token | None) -> list[str]:
    """What the phrase can belong to: the word above it, or that verb's object before it."""
    if above is None:
        return []
    objects = children(above, "dobj") if above.pos_ == "VERB" else []
    lemmas = [t.lemma_.lower() for t in (above, *objects)]
    return [*lemmas, "be-somewhere"] if is_somewhere(above) else lemmas


def _is_meeting(noun: Token, signals: Signals) -> bool:
    """Whether a noun is a meeting of actors: "talks on trade with Peru", "held talks on trade".

    A single "talk about" something, or the verb, only tells what was spoken of.
    """
    if noun.pos_ != "NOUN" or (noun.lemma_ == "talk" and noun.tag_ != "NNS"):
        return False
    parties = [p for p in noun.subtree if p.dep_ == "prep" and p.lower_ in _BESIDE]
    named = [c for c in children(noun, "poss", "compound", "amod", "nmod") if c.ent_type_]
    put_on = _lemma(noun.head) in signals.lists["holding_talks"]
    held = noun.dep_ in {"dobj", "nsubjpass"} and put_on
    goal = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    moved = goal and _lemma(noun.head.head) in signals.lists["movements"]
    return bool(parties or named) or held or moved


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _complement(first: Token, last: Token) -> Token | None:
    """The head of what the phrase governs."""
    if last.dep_ in {"mark", "aux"} and last.head.i > last.i:
        return last.head
    for token in first.doc[first.i : last.i + 1]:
        if token.dep_ in {"mark", "aux"} and token.head.i > last.i:
            return token.head
    governed = [
        child
        for token in first.doc[first.i : last.i + 1]
        for child in children(token, *_COMPLEMENTS)
        if child.i > last.i
    ]
    return min(governed, key=lambda child: child.i, default=None)


def _fits(phrase: Phrase, head: Token, signals: Signals) -> bool:
    if head.pos_ == "PROPN" and not phrase.names:
        return False
    if phrase.objects is None:
        return True
    if phrase.objects.startswith("!") and (head.ent_type_ in _NO_REASON or head.like_num):
        return False
    if phrase.objects.startswith("!") and any(c.lower_ in _SHARES for c in head.lefts):
        return False
    compounds = [child.lemma_.lower() for child in children(head, "nmod")]
    return signals.allows(phrase.objects, head.lemma_.lower(), *compounds, *_counted(head))


def _counted(head: Token) -> list[str]:
    """What a "series of", "wave of" or "number of" counts."""
    if head.lemma_ not in {"series", "string", "wave", "spate", "number"}:
        return []
    return [c.lemma_.lower() for of in children(head, "prep") for c in children(of, "pobj")]


def _explained(above: Token) -> Token:
    """What a phrase explains: after "was" or "came", the thing that was or came."""
    if above.lemma_ in _COPULAR:
        subjects = children(above, "nsubj", "nsubjpass", "csubj")
        bare = above.lemma_ != "come" or (subjects and subjects[0].pos_ in {"NOUN", "PRON"})
        if subjects and bare:
            return subjects[0]
    return above


def _denied_copula(above: Token | None) -> bool:
    """Whether "not" belongs to the phrase: after "be" it can belong to nothing else."""
    return above is not None and above.lemma_ == "be" and is_denied_verb(above)


def _consequence(phrase: Phrase, first: Token, last: Token) -> Finding | None:
    """A clause that says that it follows from what went before."""
    if last.lower_ == "so" and last.dep_ == "advmod" and last.head.pos_ in {"ADJ", "ADV"}:
        return None  # "so far from home" tells how far, not what followed
    head = first if first.pos_ in {"VERB", "AUX"} else clause_head(first)
    if last.head.i > last.i:
        head = last.head
    start = last.i + 1 if head.i > last.i else head.left_edge.i
    content = trimmed(first.doc[min(start, len(first.doc) - 1)], right_edge(head, start))
    if content is None or content[0].i > content[1].i:
        return None
    before = _earlier_clause(head, first)
    return Finding(phrase.signal, (first, last), content, before)


def _earlier_clause(head: Token, first: Token) -> Token | None:
    """The clause of the same sentence that the consequence follows from, or None."""
    above = head.head
    return above if above != head and above.i < first.i else None
