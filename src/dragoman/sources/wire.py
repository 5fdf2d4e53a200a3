"""Wire datelines: "LIMA, March 3 (Agency) - The minister …": where and when it was filed.

It is no part of the first sentence: left in front of it, the town would pass for its subject.
"""

from __future__ import annotations

import re

from dragoman.model.article import BlockKind
from dragoman.sources.datelines import MONTH_NAMES

_TOWN = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ /-]{2,40}"
_REGION = r"(?:,\s[A-Z][\w.'’ -]{1,30}?)?"
_MONTH_FIRST = rf"(?:{MONTH_NAMES})\.?\s\d{{1,2}}(?:,?\s\d{{4}})?"
_DAY_FIRST = rf"\d{{1,2}}\s(?:{MONTH_NAMES})(?:\s\d{{4}})?"
_DAY = rf"(?:,?\s(?:{_MONTH_FIRST}|{_DAY_FIRST}))?"
_AGENCY = r"(?:,?\s?\([\w .,/&-]{2,40}\))?"
_WIRE_DATELINE = re.compile(
    rf"^{_TOWN}{_REGION}{_DAY}{_AGENCY}\s*(?:[-–—_]|--)\s+(?=\S)", re.UNICODE
)


def without_dateline(parts: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Return the parts, the dateline taken off the front of the first paragraph."""
    at = next((i for i, (kind, _) in enumerate(parts) if kind is BlockKind.PARAGRAPH), None)
    if at is None:
        return parts
    words = _WIRE_DATELINE.sub("", parts[at][1].lstrip(), count=1)
    return [*parts[:at], (BlockKind.PARAGRAPH, words), *parts[at + 1 :]]
