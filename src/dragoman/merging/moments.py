"""Moments: ISO 8601 times on one clock, so that they can be put in order."""

from __future__ import annotations

import datetime as dt


def utc_moment(iso: str | None) -> dt.datetime | None:
    """Return the moment in UTC, or None when the text is no ISO 8601 time.

    A time without a zone counts as UTC.
    """
    if not iso:
        return None
    try:
        moment = dt.datetime.fromisoformat(iso)
    except ValueError:
        return None
    aware = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment
    try:
        return aware.astimezone(dt.UTC)
    except OverflowError:
        return None
