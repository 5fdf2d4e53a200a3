"""By example: the judge of a codebook of one's own, which no encoder has learned.

A candidate is what its nearest worked example is, by the cosine of their states in the encoder's
space; it is nothing where none is near. How well that works: docs/how-to/your-own-codebook.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from dragoman.coding.codebook import Codebook
from dragoman.coding.encoder import Floats
from dragoman.coding.example import Example
from dragoman.coding.judge import Judge, Roles, load_judge
from dragoman.coding.judgement import NONE, Judgement
from dragoman.coding.marking import ACTOR, CUE, RECIPIENT
from dragoman.model.quote import Quote

# How near an example must be for a candidate to be its like as likely as not, and how fast that
# changes. Set by judgement, not tuned; what comes of it: ``python -m training.score_examples``.
_NEAR = 0.75
_STEEP = 0.05


@dataclass(frozen=True)
class ExampleJudge:
    """A judge of the types of a codebook by its worked examples; certainty is the encoder's."""

    judge_of_acts: Judge
    codebook: Codebook

    # A cue that somebody wrote for a type outweighs any likeness: e to this power.
    cue_weight: float = 20.0
    knows_politics: bool = False

    @property
    def version(self) -> str:
        """The weights and the codebook, as explanations name them."""
        return f"{self.judge_of_acts.version}, by the examples of {self.codebook.name}"

    def judge(self, candidates: Sequence[tuple[Quote, Roles]]) -> tuple[Judgement, ...]:
        """Return a judgement of each candidate, which stands in the sentence beside it."""
        return tuple(self._as_like(told) for told in self.judge_of_acts.judge(candidates))

    def _as_like(self, judgement: Judgement) -> Judgement:
        near = self._states @ _unit(judgement.state)
        best: dict[str, tuple[float, Example]] = {}
        for likeness, example in zip(near.tolist(), self._examples, strict=True):
            if likeness > best.get(example.type, (-1.0, example))[0]:
                best[example.type] = (likeness, example)
        odds = {name: math.exp(likeness / _STEEP) for name, (likeness, _) in best.items()}
        odds |= {kind.name: 0.0 for kind in self.codebook.types if kind.name not in odds}
        odds[NONE] = math.exp(_NEAR / _STEEP)
        total = sum(odds.values())
        modes = {f"{name}/{one.mode}": 1.0 for name, (_, one) in best.items() if one.mode}
        types = {name: share / total for name, share in odds.items()}
        return replace(judgement, types=types, modes=modes, contexts={})

    @cached_property
    def _examples(self) -> tuple[Example, ...]:
        return tuple(self.codebook.examples())

    @cached_property
    def _states(self) -> Floats:
        marked = [_candidate(example) for example in self._examples]
        return np.stack([_unit(told.state) for told in self.judge_of_acts.judge(marked)])

    def like(self, example: Example) -> Judgement:
        """Return the judgement of a worked example as if it were a candidate."""
        (judgement,) = self.judge([_candidate(example)])
        return judgement


AnyJudge = Judge | ExampleJudge


def judge_for(codebook: Codebook) -> AnyJudge | None:
    """Return who judges by a codebook: the encoder where it learned its types, else its examples.

    None where it has no examples either; then its cues decide alone.
    """
    judge = load_judge()
    if {NONE, *(kind.name for kind in codebook.types)} == set(judge.encoder.labels["types"]):
        return judge
    has_examples = next(codebook.examples(), None) is not None
    return ExampleJudge(judge, codebook) if has_examples else None


def _candidate(example: Example) -> tuple[Quote, Roles]:
    roles = {
        role: [mark.quote.span for mark in example.marks if mark.label == role]
        for role in (ACTOR, CUE, RECIPIENT)
    }
    return Quote.cut(example.text, 0, len(example.text)), roles


def _unit(state: Sequence[float]) -> Floats:
    whole = np.array(state, dtype=np.float32)
    length = float(np.linalg.norm(whole))
    return np.divide(whole, length or 1.0, dtype=np.float32)
