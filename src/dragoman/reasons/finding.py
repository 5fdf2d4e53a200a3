"""Finding: a reason as the parse shows it, before anybody knows which report it explains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.language.syntax import children
from dragoman.model.claim import ReasonKind
from dragoman.reasons.signals import Reader, Signal

_TRAILING = frozenset(".,;:!?-–—()['’‘")
_OPENING = frozenset(",;:-–—)]'’\"”“‘")
_LIMITERS = frozenset({"only", "just", "merely", "simply", "solely"})
_NEGATIONS = frozenset({"not", "n't", "never", "hardly"})
_REPEATED = frozenset("rather instead about to at for of on because as".split())
_QUOTES = frozenset('"“”„«»')
_PLACES = frozenset({"in", "at", "on"})
_PRESENT = frozenset({"here", "there", "underway", "abroad", "home"})
_MAX_CLIMB = 30  # no chain of heads in a real sentence is as long; it bounds a broken parse


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason's words, and the word that it hangs from.

    ``cue`` and ``content`` are first and last token; ``anchor`` is the verb or noun that is
    explained, None where it stands in an earlier sentence; ``source`` is who gives the reason.
    ``version`` names the weights that found it, "" where a signal did.
    """

    signal: Signal
    cue: tuple[Token, Token]
    content: tuple[Token, Token]
    anchor: Token | None
    denied: bool = False
    gated: bool = False
    source: Token | None = None
    version: str = ""

    @property
    def kind(self) -> ReasonKind:
        """What sort of reason the signal tells."""
        return self.signal.kind

    @property
    def reader(self) -> Reader:
        """Whose reading the reason is when no claim holds it."""
        return self.signal.reader

    def covers(self, token: Token) -> bool:
        """Whether the token is one of the reason's own words."""
        return self.content[0].i <= token.i <= self.content[1].i


def trimmed(first: Token, last: Token) -> tuple[Token, Token] | None:
    """The stretch without punctuation at its ends, or None when nothing is left."""
    doc, start, end = first.doc, first.i, last.i
    while start <= end and (doc[start].text in _OPENING or _is_that(doc[start])):
        start += 1
    while end >= start and _ends_loosely(doc, start, end):
        end -= 1
    return (doc[start], doc[end]) if start <= end else None


def _is_that(token: Token) -> bool:
    return token.lower_ == "that" and token.dep_ == "mark"


def _ends_loosely(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word is a mark or an "and" that belongs to what follows."""
    last = doc[end]
    if last.text in _QUOTES:
        return not any(t.text in _QUOTES for t in doc[start:end])
    return last.text in _TRAILING or last.dep_ == "cc" or last.is_space


def right_edge(head: Token, start: int) -> Token:
    """Where the reason that starts at a token and has this head ends.

    What follows a semicolon, a dash, a bracket or a quotation's end is a remark upon it.
    """
    doc: Doc = head.doc
    if doc[start].text in _QUOTES:
        closing = next((t for t in doc[start + 1 : head.right_edge.i] if t.text in _QUOTES), None)
        if closing is not None and doc[closing.i - 1].is_punct:
            return doc[closing.i - 1]
    for at in range(start, head.right_edge.i + 1):
        if at > start and at > head.i and doc[at].text in {";", "—", "–", ")", "(", "”"}:
            return doc[at - 1]
    return head.right_edge


def outside(tokens: list[Token], first: int, last: int) -> Token | None:
    """The first word above these tokens that is not between first and last, or None at a root."""
    at = tokens[0]
    for _ in range(_MAX_CLIMB):
        if at.head == at:
            return None
        at = at.head
        if not first <= at.i <= last:
            return at
    return None


def is_denied_before(token: Token) -> bool:
    """Whether a "not" stands right before the token: "not because", "but not to trade"."""
    if token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    if before.lower_ in _LIMITERS:
        return False
    return before.lower_ in _NEGATIONS


def is_denied_verb(verb: Token) -> bool:
    """Whether the verb, or what it depends on as an infinitive, is denied; "not only" is not."""
    for negation in children(verb, "neg"):
        after = negation.nbor(1) if negation.i + 1 < len(verb.doc) else negation
        if after.lower_ not in _LIMITERS:
            return True
    if verb.dep_ == "xcomp" and verb.head != verb:
        return is_denied_verb(verb.head)
    return any(child.lower_ in {"never", "no", "hardly"} for child in children(verb, "advmod"))


def is_somewhere(verb: Token) -> bool:
    """Whether "be" says where somebody is, or that something is going on."""
    if verb.lemma_ != "be" or children(verb, "acomp", "attr"):
        return False
    places = [c for c in children(verb, "prep") if c.lower_ in _PLACES]
    return bool(places) or any(c.lower_ in _PRESENT for c in children(verb, "advmod"))


def split_contrast(finding: Finding) -> Iterator[Finding]:
    """Yield the finding, and what it is set against: "not about trade but about security"."""
    doc = finding.content[0].doc
    sentence_end = finding.content[1].sent.end
    for at in range(finding.content[0].i + 1, min(finding.content[1].i + 3, sentence_end)):
        rest = _after_contrast(doc, at, finding)
        if rest is None:
            continue
        before = trimmed(finding.content[0], doc[at - 1])
        after = _contrasted(doc, rest, max(finding.content[1].i, _phrase_end(doc, rest)))
        if before is None or after is None:
            break
        yield replace(finding, content=before)
        also = doc[at].lower_ == "but" and not finding.denied
        yield replace(finding, content=after, denied=not finding.denied and not also)
        return
    yield finding


def _after_contrast(doc: Doc, at: int, finding: Finding) -> int | None:
    """Where the other side of a contrast starts when the marker stands here, else None."""
    word = doc[at].lower_
    if at + 1 >= doc[at].sent.end:
        return None
    if finding.denied:
        return at + 1 if word == "but" else None
    if word == "but" and doc[at + 1].lower_ == "also":
        return at + 2
    if word in {"rather", "instead"} and doc[at + 1].lower_ in {"than", "of"}:
        return at + 2
    if word == "not" and doc[at - 1].text == "," and doc[at + 1].lower_ not in _LIMITERS:
        return at + 1
    return None


def _phrase_end(doc: Doc, start: int) -> int:
    """Where the phrase that begins at a token ends, by the parse."""
    token = doc[start]
    while token.head.i > start and token.head != token and token.head.left_edge.i >= start:
        token = token.head
    return int(token.right_edge.i)


def _contrasted(doc: Doc, start: int, end: int) -> tuple[Token, Token] | None:
    """The other side's own words; None when a new clause with a subject of its own begins."""
    while start <= end and doc[start].lower_ in _REPEATED:
        start += 1
    if start > end or any(t.dep_ in {"nsubj", "nsubjpass"} for t in doc[start : start + 3]):
        return None
    return trimmed(doc[start], doc[end])
