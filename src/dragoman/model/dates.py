"""NewsDate: a date as news gives it, in EDTF, with the days it can mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dragoman.errors import RecordError


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class NewsDate:
    """A date in EDTF (Library of Congress, ISO 8601-2) and the first and last day it can mean.

    ``earliest`` is None for an interval open to the past ("../2023"), ``latest`` is None for one
    that is open to the future ("2012/.."). Raises RecordError when both are given out of order.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise RecordError(f"{self.edtf}: {self.earliest} is after {self.latest}")

    def overlaps(self, other: NewsDate) -> bool:
        """Whether some day lies within both."""
        low = max(d for d in (self.earliest, other.earliest, dt.date.min) if d)
        high = min(d for d in (self.latest, other.latest, dt.date.max) if d)
        return low <= high
