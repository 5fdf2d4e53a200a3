"""Likeness: aspect by aspect, whether two tellings can be of one event.

Each aspect is SAME, NEAR (the same as far as both tell it), OPEN (not told) or APART. One APART
is enough to keep two reports in two events; to join them, sides and date must speak for it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from enum import IntEnum

from dragoman.merging.tellings import (
    CLOSE_DAYS,
    LOCAL,
    MEETING,
    MUTUAL,
    VERBAL,
    VISIT,
    Telling,
    content_stems,
    is_firm,
    modes_agree,
    realm,
    width,
)
from dragoman.model.actor import Place
from dragoman.model.dates import NewsDate


class Likeness(IntEnum):
    """How one aspect of two tellings compares."""

    APART = 0
    OPEN = 1
    NEAR = 2
    SAME = 3


VISIT_SLACK = dt.timedelta(days=3)
"""Outlets date a visit by its start, its end or a day between; official visits rarely last
more than four days."""

ONCE_SLACK = dt.timedelta(days=1)
"""Time zones and late editions shift an act by a day. Only for acts that are not repeated on
the next day; a strike on Monday and a strike on Tuesday are two. Two outlets that put a meeting of
the same two on successive days disagree on the day; one article that tells two days means two."""

_ONCE = frozenset({"resign", "convict", "expel", "deport", "abduct"})

SAME_CITY_KM = 100.0
"""Places up to here may be one act's: a city, its suburb, its airport, its province's name."""

_SHARED_WORDS = 3
_SHARED_PART = 0.3
"""Two sentences on one act of speech share three content words and three in ten of the shorter
sentence's; on the invented pairs of the tests, unlike acts of the same sides share none or one."""


def act(one: Telling, other: Telling) -> Likeness:
    """Whether type and modes can be one act's."""
    same = one.act == other.act and modes_agree(one, other)
    return Likeness.SAME if same else Likeness.APART


def sides(one: Telling, other: Telling) -> Likeness:
    """SAME when both sides share an actor, NEAR when one does and the other is not told."""
    if one.act in MUTUAL and other.act in MUTUAL:
        return _company(one.actors | one.recipients, other.actors | other.recipients)
    each = (_side(one.actors, other.actors), _side(one.recipients, other.recipients))
    if Likeness.APART in each:
        return Likeness.APART
    return (Likeness.OPEN, Likeness.NEAR, Likeness.SAME)[each.count(Likeness.SAME)]


def _side(here: frozenset[str], there: frozenset[str]) -> Likeness:
    if not here or not there:
        return Likeness.OPEN
    return Likeness.SAME if here & there else Likeness.APART


def _company(here: frozenset[str], there: frozenset[str]) -> Likeness:
    shared = len(here & there)
    if shared > 1:
        return Likeness.SAME
    return Likeness.NEAR if shared and 1 in (len(here), len(there)) else Likeness.APART


def dates(one: Telling, other: Telling) -> Likeness:
    """SAME for dates known to the month that overlap, or lie within the slack of such an act."""
    here, there = one.date, other.date
    if here is None or there is None:
        return Likeness.OPEN
    if here.overlaps(there):
        return Likeness.SAME if is_firm(here) and is_firm(there) else Likeness.OPEN
    near = _gap(here, there) <= _slack(one, other) and _is_close(here) and _is_close(there)
    return Likeness.SAME if near else Likeness.APART


def _slack(one: Telling, other: Telling) -> dt.timedelta:
    if sides(one, other) is not Likeness.SAME:
        return dt.timedelta()
    if one.act == other.act == VISIT:
        return VISIT_SLACK
    once = not _ONCE.isdisjoint((*one.report.modes, *other.report.modes))
    meets = one.act == other.act == MEETING and one.article != other.article
    return ONCE_SLACK if once or meets else dt.timedelta()


def _gap(here: NewsDate, there: NewsDate) -> dt.timedelta:
    """From the end of the earlier date to the start of the later; both are closed there."""
    first, second = sorted((here, there), key=lambda d: d.earliest or dt.date.min)
    return (second.earliest or dt.date.max) - (first.latest or dt.date.min)


def _is_close(date: NewsDate) -> bool:
    days = width(date)
    return days is not None and days <= CLOSE_DAYS


def places(one: Telling, other: Telling) -> Likeness:
    """APART in two countries, and for acts in one city also when the cities lie far apart."""
    here, there = one.report.place, other.report.place
    if here is None or there is None:
        return Likeness.OPEN
    if here.country and there.country and here.country != there.country:
        return Likeness.APART
    far = distance_km(here, there)
    if {one.act, other.act} <= LOCAL and far is not None and far > SAME_CITY_KM:
        return Likeness.APART
    return Likeness.SAME if here.name == there.name else Likeness.NEAR


def distance_km(here: Place, there: Place) -> float | None:
    """Return the great-circle distance of two cities, or None where one is not that precise."""
    if here.precision != "city" or there.precision != "city":
        return None
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    a, b = math.radians(here.lat), math.radians(there.lat)
    swing = math.radians(there.lon - here.lon)
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(swing / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(part)))


def factuality(one: Telling, other: Telling) -> Likeness:
    """SAME for happened, ongoing, planned and denied; the possible and the hypothetical apart."""
    same = realm(one.report.factuality) == realm(other.report.factuality)
    return Likeness.SAME if same else Likeness.APART


def wording(one: Telling, other: Telling) -> Likeness:
    """SAME for cues of one stem or one mode, NEAR for sentences with enough words in common.

    A mode is as good as the word: "detained" and "arrested" are both PLOVER's arrest. For acts
    of speech it is not, where two sides ask and accuse in one mode for many things.
    """
    same_mode = one.act not in VERBAL and frozenset(one.report.modes) & frozenset(
        other.report.modes
    )
    if one.stem == other.stem or same_mode:
        return Likeness.SAME
    here, there = content_stems(one), content_stems(other)
    shared, least = len(here & there), min(len(here), len(there))
    near = shared >= _SHARED_WORDS and shared >= _SHARED_PART * least
    return Likeness.NEAR if near else Likeness.OPEN


ASPECTS: Mapping[str, Callable[[Telling, Telling], Likeness]] = {
    "act": act,
    "factuality": factuality,
    "sides": sides,
    "date": dates,
    "place": places,
    "wording": wording,
}


def contradict(one: Telling, other: Telling) -> bool:
    """Whether some aspect says that the two are of two events."""
    return any(
        aspect(one, other) is Likeness.APART for aspect in (act, factuality, sides, dates, places)
    )


def link_firmly(one: Telling, other: Telling) -> bool:
    """Whether both sides and the date speak for one event, and nothing against it."""
    return (
        not contradict(one, other)
        and sides(one, other) is Likeness.SAME
        and dates(one, other) is Likeness.SAME
        and _worded_alike(one, other)
    )


def _worded_alike(one: Telling, other: Telling) -> bool:
    """Acts of speech in two articles need close dates and common words; in one, common words."""
    if one.act not in VERBAL:
        return True
    close = one.article == other.article or all(d and _is_close(d) for d in (one.date, other.date))
    return close and wording(one, other) > Likeness.OPEN


def link_loosely(one: Telling, other: Telling) -> bool:
    """Whether the two may be one event if no other event fits as well.

    One side may be untold or the date be vague, where the cues have one stem. A date that is
    not told at all joins inside one article only.
    """
    if contradict(one, other) or wording(one, other) is not Likeness.SAME:
        return False
    shared, dated = sides(one, other), dates(one, other)
    if one.article == other.article:
        return shared >= Likeness.NEAR
    if one.act in VERBAL:
        return link_firmly(one, other)
    if dated is Likeness.SAME:
        return shared >= Likeness.NEAR
    return shared is Likeness.SAME and one.date is not None and other.date is not None
