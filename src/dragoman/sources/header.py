"""Headers that a person wrote above a text: "Key: value" lines, and Markdown's front matter."""

from __future__ import annotations

import re

from dragoman.sources.fields import IMPRINT_KEYS, folded_key, imprint_of
from dragoman.sources.imprint import Imprint

_PAIR = re.compile(r"^([A-Za-z][A-Za-z _-]{1,24}):(?:\s+(\S.*))?$")
_FENCE = re.compile(r"^(?:---|\+\+\+)\s*$")
_LIST_ITEM = re.compile(r"^\s*-\s+(.+)$")
_MAX_HEADER_LINES = 40


def split_header(text: str) -> tuple[Imprint, str]:
    """Return what a text's header says, and the text below it.

    A header is the lines above the first blank one when every one of them is "Key: value" and
    most keys are known; else the imprint is empty and the text comes back whole.
    """
    lines = text.lstrip("\n").split("\n")
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    pairs = [_PAIR.match(line.strip()) for line in lines[:end]]
    if not pairs or len(pairs) > _MAX_HEADER_LINES or not all(pairs):
        return Imprint(), text
    record = {match[1]: match[2] or "" for match in pairs if match}
    known = sum(folded_key(key) in IMPRINT_KEYS for key in record)
    if known * 2 <= len(record):
        return Imprint(), text
    return imprint_of(record), "\n".join(lines[end:])


def split_front_matter(text: str) -> tuple[Imprint, str]:
    """Return what Markdown's front matter says, and the text below it.

    Values may be quoted, "[a, b]", or "- a" lines below their key. Without a closing fence there
    is no front matter.
    """
    lines = text.lstrip("\n").split("\n")
    if not _FENCE.match(lines[0]):
        return split_header(text)
    fences = (i for i, line in enumerate(lines[1:], start=1) if _FENCE.match(line))
    end = next(fences, None)
    if end is None:
        return Imprint(), text
    return imprint_of(_front_matter(lines[1:end])), "\n".join(lines[end + 1 :])


def _front_matter(lines: list[str]) -> dict[str, object]:
    record: dict[str, object] = {}
    key = ""
    for line in lines:
        item = _LIST_ITEM.match(line)
        pair = re.match(r"^([\w -]+?)\s*[:=]\s*(.*)$", line)
        if item and key:
            held = record.get(key)
            record[key] = [*(held if isinstance(held, list) else []), _unquoted(item[1])]
        elif pair:
            key = pair[1]
            record[key] = _value(pair[2])
    return record


def _value(words: str) -> object:
    words = words.strip()
    if words.startswith("[") and words.endswith("]"):
        return [_unquoted(item) for item in words[1:-1].split(",")]
    return _unquoted(words)


def _unquoted(words: str) -> str:
    words = words.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        return words[1:-1]
    return words
