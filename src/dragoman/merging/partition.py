"""Partition: things put into classes, where some pairs may never meet."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.merging.moments import utc_moment
from dragoman.model.event import Judgement, Verdict

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


class Partition:
    """Classes of names (union-find that keeps its members), with pairs that are kept apart."""

    def __init__(self, names: Iterable[str]) -> None:
        self._home = {name: name for name in names}
        self._members = {name: [name] for name in self._home}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def home(self, name: str) -> str:
        """Return the name that stands for the class of this one."""
        while self._home[name] != name:
            self._home[name] = self._home[self._home[name]]
            name = self._home[name]
        return name

    def members(self, name: str) -> Sequence[str]:
        """Return everything in the class of this name, in the order it was joined."""
        return self._members[self.home(name)]

    def keep_apart(self, one: str, other: str) -> None:
        """Forbid, from now on, any join that would put the two into one class."""
        self._apart[one].add(other)
        self._apart[other].add(one)

    def may_join(self, one: str, other: str) -> bool:
        """Whether no pair that must stay apart would meet."""
        if not self._apart:
            return True
        there = set(self.members(other))
        return all(self._apart[name].isdisjoint(there) for name in self.members(one))

    def join(self, one: str, other: str) -> bool:
        """Make the two classes one; returns whether they are one now."""
        here, there = self.home(one), self.home(other)
        if here == there:
            return True
        if not self.may_join(here, there):
            return False
        if len(self._members[here]) < len(self._members[there]):
            here, there = there, here
        self._home[there] = here
        self._members[here] += self._members.pop(there)
        return True

    def classes(self) -> list[tuple[str, ...]]:
        """Return the classes, each sorted, in the order of their first names."""
        return sorted(tuple(sorted(members)) for members in self._members.values())


def standing_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the last judgement on each id or pair of ids, the newest first."""
    last: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=_decided):
        last[judgement.id] = judgement
    return sorted(last.values(), key=_decided, reverse=True)


def _decided(judgement: Judgement) -> tuple[dt.datetime, str, str, str]:
    moment = utc_moment(judgement.decided_at) or _LONG_AGO
    return (moment, judgement.decided_at, judgement.id, judgement.verdict)


def part_by_hand(
    partition: Partition, judgements: Iterable[Judgement], named: Mapping[str, Sequence[str]]
) -> None:
    """Keep apart what a person called different; ``named`` gives the names behind an id."""
    for one, other in _judged_pairs(judgements, Verdict.DIFFERENT, named):
        partition.keep_apart(one, other)


def join_by_hand(
    partition: Partition, judgements: Iterable[Judgement], named: Mapping[str, Sequence[str]]
) -> None:
    """Join what a person called the same.

    Comes after all other joins, so that whole classes join even where their members contradict
    each other. What a person called different stays apart.
    """
    for one, other in _judged_pairs(judgements, Verdict.SAME, named):
        partition.join(one, other)


def _judged_pairs(
    judgements: Iterable[Judgement], verdict: Verdict, named: Mapping[str, Sequence[str]]
) -> list[tuple[str, str]]:
    return [
        (one, other)
        for judgement in judgements
        if judgement.verdict is verdict and judgement.other_id
        for one in named.get(judgement.subject_id, ())
        for other in named.get(judgement.other_id, ())
        if one != other
    ]
