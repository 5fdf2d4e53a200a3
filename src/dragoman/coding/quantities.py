"""Counts that go with an act: "17", "thousands of", "at least 32", "between 1,000 and 5,000"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from dragoman.language.parser import Parse
from dragoman.model.report import Quantity

_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# The least that an indefinite plural can mean: "dozens" is two dozen or more.
_AT_LEAST = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
_LEAST = re.compile(
    r"\b(?:at least|(?<!no )more than|over|no (?:fewer|less) than|upwards? of)\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:up to|at most|(?<!no )(?:fewer|less) than|no more than|as many as)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*[-–]\s*\d|\bto\b|\bbetween\b.*\band\b")


def find_quantity(heads: Iterable[Token], parse: Parse) -> Quantity | None:
    """Return the first count among the phrases of these heads, or None.

    ``at_least`` and ``at_most`` bound what the words can mean; None leaves a side open.
    """
    for head in heads:
        tokens = [t for t in head.subtree if _counts(t, head)]
        if tokens:
            first = min((t.left_edge for t in tokens), key=lambda t: t.i)
            if first.i and first.nbor(-1).lower_ == "no":
                first = first.nbor(-1)
            last = max(tokens, key=lambda t: t.i)
            least, most = count_bounds(parse.quote_tokens(first, last).words)
            if least is not None or most is not None:
                return Quantity(parse.quote_tokens(first, last), least, most)
    return None


def _counts(token: Token, head: Token) -> bool:
    if token == head:
        return token.lower_ in _AT_LEAST
    near = head in (token.head, token.head.head)
    counting = token.dep_ in {"nummod", "quantmod"} or (token.dep_ == "compound" and token.like_num)
    return near and counting and token.ent_type_ not in {"DATE", "TIME"}


def count_bounds(words: str) -> tuple[int | None, int | None]:
    """Return the least and the most that a count can mean: "up to 300" gives (None, 300)."""
    lowered = words.lower()
    vague = next((least for word, least in _AT_LEAST.items() if word in lowered), None)
    if vague is not None:
        return vague, None
    numbers = _numbers(lowered)
    if not numbers:
        return None, None
    if len(numbers) >= 2 and _RANGE.search(lowered):
        return min(numbers), max(numbers)
    if _MOST.search(lowered):
        return None, numbers[0]
    # "Two thousand three hundred" is a sum; a larger number after a smaller one counts otherwise.
    count = sum(numbers) if sorted(numbers, reverse=True) == numbers else numbers[0]
    return count, None if _LEAST.search(lowered) else count


def _numbers(words: str) -> list[int]:
    found: list[float] = []
    for part in _NUMBER.findall(words):
        if part in _SCALES and found:
            found[-1] *= _SCALES[part]
        elif (value := _value(part)) is not None:
            found.append(value)
    return [round(number) for number in found]


def _value(part: str) -> float | None:
    if part[0].isdigit():
        return float(part.replace(",", ""))
    if "-" in part:
        tens, _, units = part.partition("-")
        return _WORDS[tens] + _WORDS[units] if tens in _WORDS and units in _WORDS else None
    return _WORDS.get(part, _SCALES.get(part))
