"""Figures: how far what was said agrees with what is true, over pairs of the two."""

from __future__ import annotations

from collections.abc import Collection, Sequence

# (what is true, what was said)
Pair = tuple[str, str]
_BINS = 10


def f1(pairs: Sequence[Pair], label: str) -> float:
    """Return the F1 of one label, 0 to 1; 0 where it is neither true nor said."""
    right = sum(true == said == label for true, said in pairs)
    named = sum((true == label) + (said == label) for true, said in pairs)
    return 2 * right / named if named else 0.0


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Return the mean F1 of all labels that are ever true; 0 for no pairs."""
    labels = sorted({true for true, _ in pairs})
    return sum(f1(pairs, label) for label in labels) / len(labels) if labels else 0.0


def share_right(pairs: Sequence[Pair]) -> float:
    """Return the share of pairs that agree; 0 for none."""
    return sum(true == said for true, said in pairs) / len(pairs) if pairs else 0.0


def sets_f1(pairs: Sequence[tuple[Collection[str], Collection[str]]]) -> float:
    """Return the micro-averaged F1 of sets of labels."""
    right = sum(len(set(true) & set(said)) for true, said in pairs)
    named = sum(len(true) + len(said) for true, said in pairs)
    return 2 * right / named if named else 0.0


def calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error of (confidence, right) pairs, in ten equal bins.

    Guo et al. (2017), "On Calibration of Modern Neural Networks": the mean over all pairs of how
    far a bin's confidence is from its share right.
    """
    off = 0.0
    for at in range(_BINS):
        inside = [j for j in judged if at / _BINS < j[0] <= (at + 1) / _BINS]
        if inside:
            off += abs(sum(c for c, _ in inside) - sum(right for _, right in inside))
    return off / len(judged) if judged else 0.0
