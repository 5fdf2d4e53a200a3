"""Rule: one way to name a time, with the pattern that finds it and what it resolves to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.language.dates import checks, resolve
from dragoman.language.dates.expression import Meaning

Match = re.Match[str]

# Stands for any figure among the words of a sentence.
FIGURE = "0"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to name a time.

    A pattern's group ``x``, where it has one, is the span of the expression; the rest is context
    that must stand beside it. Its group ``t`` is the time without the preposition before it.
    ``needs`` are words in lower case, or ``FIGURE`` for any figure, without one of which the
    pattern cannot match: asking for them first is what keeps the slow patterns off most sentences.
    """

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[Match, resolve.Setting], Meaning]
    accepts: Callable[[Match], bool]
    needs: frozenset[str]


def rule(
    name: str,
    pattern: str,
    resolver: Callable[[Match, resolve.Setting], Meaning],
    accepts: Callable[[Match], bool] = checks.is_always,
    *,
    needs: Iterable[str],
) -> Rule:
    """A rule from its parts; without a check, its pattern says enough."""
    return Rule(name, re.compile(pattern), resolver, accepts, frozenset(needs))
