"""Deciding: what a candidate is, by the word of its cue and by the encoder's judgement.

Cue and encoder are two witnesses that know different things: the codebook's patterns see how words
are built into each other, the encoder what they mean together. Their words are weighed as odds
(a product of experts: Hinton, 2002).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.judgement import NONE, Judgement

# By how much a cue's own type, and a sign's own factuality, count for more: e to this power. Both
# looked at on the held-out part of the corpus, where 1 to 2 give the same to a hundredth.
CUE_WEIGHT = 2.0
SIGN_WEIGHT = 2.0
# By how much it speaks against "nothing" that a cue is there at all; chosen for at most one false
# event in twenty items of the held-out part that tell none, so that figure is not independent.
NONE_WEIGHT = 0.5
# From which probability on an act is taken that no cue of the codebook tells. Far fewer verbs tell
# an act in news than in a corpus about acts, so this was set after reading 20 articles of PolNeAR
# and TimeBank: of 8 such acts taken from 0.75 on 5 were right, of 5 from 0.9 on 3.
LEAST_WITHOUT_CUE = 0.75
# From which on a mode is named (set by judgement) and a context said (best on the held-out part).
LEAST_MODE = 0.7
LEAST_CONTEXT = 0.3
_LEAST_ODDS = 1e-6


@dataclass(frozen=True, slots=True)
class Decision:
    """The type that was decided, or NONE, with its probability, and what came next."""

    type: str
    confidence: float
    runner_up: str
    runner_up_confidence: float

    @property
    def margin(self) -> float:
        """How much surer the type is than the runner-up."""
        return self.confidence - self.runner_up_confidence

    def is_act(self, *, by_cue: bool) -> bool:
        """Whether an act is told; without a cue only a sure one is taken."""
        return self.type != NONE and (by_cue or self.confidence >= LEAST_WITHOUT_CUE)


def decide(judgement: Judgement, cue_type: str | None, cue_weight: float = CUE_WEIGHT) -> Decision:
    """Return what a candidate is; ``cue_type`` is what its cue says, None where it has no cue."""
    types = judgement.types
    if cue_type is not None:
        types = {**types, NONE: types[NONE] / math.exp(NONE_WEIGHT)}
    shares = weighed(types, cue_type, cue_weight)
    best, second = sorted(shares, key=lambda name: -shares[name])[:2]
    return Decision(best, shares[best], second, shares[second])


def decide_factuality(judgement: Judgement, by_signs: str) -> tuple[str, float]:
    """Return the factuality with its probability; ``by_signs`` is what grammar's signs say."""
    shares = weighed(judgement.factualities, by_signs, SIGN_WEIGHT)
    best = max(shares, key=shares.__getitem__)
    return best, shares[best]


def weighed(
    shares: Mapping[str, float], word: str | None, weight: float = CUE_WEIGHT
) -> dict[str, float]:
    """Return probabilities after a witness's word, which counts e to the power of its weight."""
    odds = {
        name: max(share, _LEAST_ODDS) * (math.exp(weight) if name == word else 1.0)
        for name, share in shares.items()
    }
    total = sum(odds.values())
    return {name: share / total for name, share in odds.items()}
