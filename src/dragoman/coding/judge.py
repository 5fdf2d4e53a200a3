"""Judge: the encoder at work on candidates in their sentences, and what moved it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.actors.authority import Authority, load_authority
from dragoman.coding.deciding import CUE_WEIGHT
from dragoman.coding.encoder import Encoder, load_encoder
from dragoman.coding.judgement import Judgement
from dragoman.coding.marking import (
    ACTOR,
    CUE,
    RECIPIENT,
    SPECIAL_TOKENS,
    Extent,
    marked,
    state_extents,
)
from dragoman.model.quote import Quote
from dragoman.model.report import Report

Roles = Mapping[str, Sequence[Extent]]
"""Where cue and sides stand, in code points of the article's text, by role."""

_MASK = "[MASK]"
# The piece that stands for what is hidden counts as no word of the text.
_NO_WORDS = frozenset(SPECIAL_TOKENS)


@dataclass(frozen=True, slots=True)
class Influence:
    """A word, and by how much the type's probability falls where that word is hidden."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Judge:
    """An encoder with the table that says which names are states', and so hidden from it."""

    encoder: Encoder
    authority: Authority
    cue_weight: float = CUE_WEIGHT
    # PLOVER's types are acts of political actors; those of another codebook need not be.
    knows_politics: bool = True

    @property
    def version(self) -> str:
        """The weights' name, as explanations give it."""
        return self.encoder.version

    def judge(self, candidates: Sequence[tuple[Quote, Roles]]) -> tuple[Judgement, ...]:
        """Return a judgement of each candidate, which stands in the sentence beside it."""
        sentences = dict.fromkeys(sentence for sentence, _ in candidates)
        states = {one: state_extents(one.words, self.authority) for one in sentences}
        return self.encoder.judge([_marked(one, roles, states[one]) for one, roles in candidates])

    def influences(self, report: Report, most: int) -> tuple[Influence, ...]:
        """Return the words of a report's sentence that its type hangs on, the weightiest first.

        Each word is hidden by itself, and the sentence judged again (Zeiler and Fergus, 2014, hid
        parts of pictures in this way).
        """
        roles = {
            CUE: [report.cue.span],
            ACTOR: [side.quote.span for side in report.actors],
            RECIPIENT: [side.quote.span for side in report.recipients],
        }
        states = state_extents(report.evidence.words, self.authority)
        words = _marked(report.evidence, roles, states).split()
        places = [at for at, word in enumerate(words) if word not in _NO_WORDS]
        hidden = [" ".join((*words[:at], _MASK, *words[at + 1 :])) for at in places]
        whole, *others = self.encoder.judge([" ".join(words), *hidden])
        share = whole.types.get(report.type, 0.0)
        weights = [share - other.types.get(report.type, 0.0) for other in others]
        told = (Influence(words[at], w) for at, w in zip(places, weights, strict=True) if w > 0)
        return tuple(sorted(told, key=lambda one: -one.weight)[:most])


def _marked(sentence: Quote, roles: Roles, states: Sequence[Extent]) -> str:
    inside = {
        role: [(start - sentence.start, end - sentence.start) for start, end in extents]
        for role, extents in roles.items()
    }
    return marked(sentence.words, inside, states)


@cache
def load_judge() -> Judge:
    """Return the judge with the weights that the package ships; raises ModelError without them."""
    return Judge(load_encoder(), load_authority())
