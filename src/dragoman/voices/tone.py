"""Tone: how surely a sentence's wording is its writer's own view, by a head that was trained.

The head is two logistic regressions over the encoder's surface of the sentence, trained on the
sentences of ``training/opinion`` (``python -m training.train_opinion`` writes it and its figures).
Names of states are hidden from it, as they are from the coder, and it learned every sentence with
its parties exchanged, too: whom a sentence is about says nothing of whether it judges.
"""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import ModelError


@dataclass(frozen=True, slots=True)
class Tone:
    """Shares from 0 to 1: that a sentence leans to a side, that it is its writer's view whole.

    ``version`` names the weights that say so.
    """

    slanted: float
    opinion: float
    version: str


@dataclass(frozen=True, slots=True)
class Head:
    """One logistic regression: a weight for each number of the surface, and what is added."""

    weights: tuple[float, ...]
    added: float

    def share(self, surface: Sequence[float]) -> float:
        """Return the share from 0 to 1 that the regression gives a surface."""
        score = self.added + sum(map(operator.mul, self.weights, surface))
        return 1.0 / (1.0 + math.exp(-score))


@dataclass(frozen=True, slots=True)
class ToneJudge:
    """The two heads; ``version`` names their weights."""

    slanted: Head
    opinion: Head
    version: str

    def judge(self, surface: Sequence[float]) -> Tone:
        """Return the tone of the sentence that the encoder gave this surface."""
        return Tone(self.slanted.share(surface), self.opinion.share(surface), self.version)


@cache
def load_tone_judge() -> ToneJudge:
    """Return the judge with the heads that the package ships; raises ModelError without them."""
    try:
        text = files("dragoman").joinpath("data/coder/tone.json").read_text("utf-8")
        told = json.loads(text)
        slanted, opinion = (
            Head(tuple(told[name]["weights"]), told[name]["added"])
            for name in ("slanted", "opinion")
        )
        version = told["version"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise ModelError(
            f"the weights of the tone cannot be read: {problem}",
            hint="install dragoman again; if that does not help, please report it",
        ) from problem
    return ToneJudge(slanted, opinion, version)
