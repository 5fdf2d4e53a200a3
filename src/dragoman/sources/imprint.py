"""Imprint: what a document says about its own publication."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from urllib.parse import urlsplit

UNKNOWN_OUTLET = "unknown outlet"


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who published a document, where, when and under which headline, as far as it says.

    ``language`` is an ISO 639-1 code. Every part may be missing, for a text need say none of it.
    """

    outlet: str | None = None
    url: str | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    published_time: str | None = None
    language: str | None = None

    def filled_from(self, other: Imprint) -> Imprint:
        """Return this imprint with what it lacks taken from another.

        A time belongs to its day, so the other's time is taken only with the same day.
        """
        missing = {
            field.name: getattr(other, field.name)
            for field in fields(self)
            if not getattr(self, field.name)
        }
        if self.published and self.published != other.published:
            missing.pop("published_time", None)
        return replace(self, **missing)

    def outlet_or_domain(self) -> str:
        """Return the outlet, else the domain of the url, else "unknown outlet"."""
        return self.outlet or _domain(self.url or "") or UNKNOWN_OUTLET


def _domain(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
