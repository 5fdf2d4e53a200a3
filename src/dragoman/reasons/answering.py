"""Reasons that a page gives in answer to its own question: "Why did the envoy leave?"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.language.parser import Parse
from dragoman.model.article import BlockKind
from dragoman.model.claim import ReasonKind
from dragoman.reasons.finding import Finding, trimmed
from dragoman.reasons.signals import Signal

_ANSWER = Signal("answer-to-why", ReasonKind.CAUSE, 0.7)


def find_answers(parse: Parse) -> Iterator[Finding]:
    """Yield a finding for the first sentence of each answer to a question block with "why".

    The cue is the question's "why", so it stands outside the answer's sentence.
    """
    asked: Token | None = None
    block = -1
    for sentence in parse.sentences:
        kind = parse.article.blocks[sentence.block].kind
        tokens = parse.tokens(sentence)
        if kind is BlockKind.QUESTION:
            asked = next((t for t in tokens if t.lower_ == "why"), None)
        elif asked is not None and sentence.block != block:
            content = trimmed(tokens[0], tokens[-1]) if kind is BlockKind.ANSWER else None
            if content is not None:
                yield Finding(_ANSWER, (asked, asked), content, asked.sent.root)
            asked = None
        block = sentence.block
