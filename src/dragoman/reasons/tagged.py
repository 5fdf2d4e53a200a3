"""Reasons by the tagger: why something is said to have happened, in words that no signal knows.

A clause alone tells why ("Unwilling to wait, the mayor …"), and so does a second sentence ("The
bridge's owner had not paid"). What the tagger marks is a reason like any other; the parse says
which word it hangs from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from dragoman.coding.tagger import KINDS, Run, Tagged
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import Finding, outside, trimmed
from dragoman.reasons.signals import Signal

NAME = "tagger"
# A stretch begins and ends where a word is more likely a reason than not; it counts as one from a
# mean share of SURE on, and with so many words. On the bundled coverage, where all that was told
# at 0.5 was a reason in fewer than one of five, most others were a word or two.
LEAST = 0.5
SURE = 0.8
FEWEST_WORDS = 3
_CONNECTING = frozenset({"ADP", "SCONJ", "PART", "CCONJ"})
# "In | order | to", "in | exchange | for".
_MIDDLE = frozenset("order response reaction protest retaliation exchange return view hope".split())


def find_tagged(sentence: Span, tagged: Tagged) -> Iterator[Finding]:
    """Yield the reasons of a sentence that its tags tell; ``tagged`` is of its very words."""
    for run in tagged.tags.runs(KINDS, LEAST):
        finding = _finding(sentence, run, tagged.version)
        if finding is not None and finding.signal.confidence >= SURE:
            yield finding


def _finding(sentence: Span, run: Run, version: str) -> Finding | None:
    start = sentence.start_char
    words = sentence.doc.char_span(start + run.start, start + run.end, alignment_mode="expand")
    if words is None or words.start < sentence.start or words.end > sentence.end:
        return None
    bare = trimmed(words[0], words[-1])
    if bare is None:
        return None
    tokens = list(sentence.doc[bare[0].i : bare[1].i + 1])
    cue = _connecting(tokens)
    content = trimmed(tokens[len(cue)], tokens[-1]) if len(cue) < len(tokens) else None
    if content is None or content[1].i - content[0].i + 1 < FEWEST_WORDS:
        return None
    return Finding(
        Signal(NAME, ReasonKind(run.best), round(run.shares[run.best], 3)),
        (cue[0], cue[-1]) if cue else (tokens[0], tokens[0]),
        content,
        outside(tokens, tokens[0].i, tokens[-1].i),
        version=version,
    )


def _connecting(tokens: Sequence[Token]) -> list[Token]:
    """The words that join a reason to what it explains: "because of", "in order to"."""
    found: list[Token] = []
    for token in tokens:
        if token.pos_ not in _CONNECTING and not (found and token.lower_ in _MIDDLE):
            break
        found.append(token)
    while found and found[-1].pos_ not in _CONNECTING:
        found.pop()
    return found
