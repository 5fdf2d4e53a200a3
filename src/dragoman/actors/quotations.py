"""Quotations: which words stand between quotation marks, and who is said to say them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from dragoman.language.parser import Parse
from dragoman.language.syntax import children

_SPEECH = frozenset(
    "add admit announce answer argue ask claim comment complain conclude confirm continue declare "
    "explain insist joke note observe promise quip recall remark reply respond say state stress "
    "tell tweet warn write".split()
)
_OPENING, _CLOSING, _STRAIGHT = "“", "”", '"'


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens between two quotation marks, first and last included."""

    first: int
    last: int


class Quotations:
    """The quotations of one article."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def around(self, token: Token) -> Quotation | None:
        """Return the quotation that a token stands in, or None."""
        at = self._of_token.get(token.i)
        return self._all[at] if at is not None else None

    @cached_property
    def _all(self) -> tuple[Quotation, ...]:
        """Every quotation; one that its paragraph does not close runs to the paragraph's end."""
        found: list[Quotation] = []
        opened: int | None = None
        block = -1
        for token in self._parse.doc:
            here = self._parse.sentence_of(token).block
            if here != block and opened is not None:
                found.append(Quotation(opened, token.i - 1))
                opened = None
            block = here
            if token.text == _OPENING or (token.text == _STRAIGHT and opened is None):
                opened = token.i
            elif token.text in (_CLOSING, _STRAIGHT) and opened is not None:
                found.append(Quotation(opened, token.i))
                opened = None
        if opened is not None:
            found.append(Quotation(opened, len(self._parse.doc) - 1))
        return tuple(found)

    @cached_property
    def _of_token(self) -> dict[int, int]:
        return {
            i: number
            for number, quotation in enumerate(self._all)
            for i in range(quotation.first, quotation.last + 1)
        }

    def teller(self, quotation: Quotation) -> Token | None:
        """Return the subject of the verb of speech that stands nearest to a quotation, or None.

        It is looked for in the sentences that the quotation begins and ends in, and in the one
        right behind it; a quotation without one goes on from the one before in its paragraph.
        """
        doc = self._parse.doc
        block = self._parse.sentence_of(doc[quotation.first]).block
        edges = {quotation.first, quotation.last, min(quotation.last + 1, len(doc) - 1)}
        sentences = [self._parse.sentence_of(doc[i]) for i in sorted(edges)]
        outside = [
            token
            for number in sorted({s.number for s in sentences if s.block == block})
            for token in self._parse.tokens(self._parse.sentences[number])
            if token.i not in self._of_token and token.lemma_.lower() in _SPEECH
        ]
        told = [(s, v) for v in outside for s in children(v, "nsubj") if s.i not in self._of_token]
        near = [
            (min(abs(verb.i - quotation.first), abs(verb.i - quotation.last)), subject.i, subject)
            for subject, verb in told
        ]
        if near:
            return min(near)[2]
        before = [q for q in self._all if q.last < quotation.first]
        if before and self._parse.sentence_of(doc[before[-1].first]).block == block:
            return self.teller(before[-1])  # "…," Lima said. "…": Lima goes on
        return None
