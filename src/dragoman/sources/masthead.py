"""What a saved page prints above its body: outlet, headline, date line, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.model.article import BlockKind
from dragoman.sources.authors import byline_authors
from dragoman.sources.boilerplate import is_boilerplate
from dragoman.sources.composing import Part
from dragoman.sources.datelines import parse_date_line
from dragoman.sources.imprint import Imprint

_MASTHEAD_BLOCKS = 10
"""How far down a date line or byline may stand; below that it belongs to another article."""

_OUTLET_WORDS = 5
_OUTLET_CHARACTERS = 50
_HEADLINE_WORDS = 30
_HEADLINE_CHARACTERS = 220

_OUTLET_NOUNS = frozenset(
    "agency broadcasting broadcaster bulletin chronicle courier daily dispatch examiner express "
    "gazette globe guardian headlines herald independent inquirer insider journal ledger magazine "
    "mail media mirror monitor network news newspaper newswire observer online post press radio "
    "record register report reporter review standard star sun telegraph television times today "
    "tribune tv voice weekly wire world".split()
)
_CAMEL_CASE = re.compile(r"^[A-Z][a-z]+(?:[A-Z][a-z]+)+$|^[A-Z]{2,6}$|^[\w-]+\.[a-z]{2,6}$")
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)\W*(?:\(c\)|©)?\s*(?:\d{4}\W*)?(.*?)\W*(?:\d{4})?\W*$", re.I
)
_NAME_LABEL = re.compile(r"^(?:outlet|source|publisher)\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines above a body say, and the blocks that are the body."""

    imprint: Imprint
    body: list[str]


def split_masthead(blocks: list[str], known: Imprint) -> Masthead:
    """Return what the first blocks of a saved page say beyond ``known``, and the body below.

    Date lines and bylines near the top are taken out of the text; the outlet is taken only where
    something else confirms it (its form, a copyright line, the date line two blocks on), for a
    short headline stands in the same place.
    """
    unmarked = [(BlockKind.PARAGRAPH, block) for block in blocks]
    signed, kept = without_masthead_lines(unmarked, known)
    rest = [block for _, block in kept if not is_boilerplate(block)]
    outlet = known.outlet
    if not outlet and len(rest) > 1 and _is_outlet(rest, blocks):
        outlet, rest = _NAME_LABEL.sub("", rest[0]), rest[1:]
    elif outlet and len(rest) > 1 and rest[0].casefold() == outlet.casefold():
        rest = rest[1:]
    headline = known.headline or _headline(rest)
    imprint = replace(signed, outlet=outlet or _copyright_holder(blocks), headline=headline)
    return Masthead(imprint, rest)


def _imprint_line(block: str) -> Imprint | None:
    """Return what a date line or a byline says; None for any other block."""
    date = parse_date_line(block)
    if date:
        return Imprint(
            authors=date.authors, published=date.published, published_time=date.published_time
        )
    authors = byline_authors(block)
    return Imprint(authors=authors) if authors else None


def _is_outlet(rest: list[str], blocks: list[str]) -> bool:
    """Whether the first block is a name on its own, and anything says it is the outlet's."""
    name, after = _NAME_LABEL.sub("", rest[0]), rest[1]
    if not _is_short_name(name) or not is_headline_like(after):
        return False
    words = name.split()
    by_form = bool(_CAMEL_CASE.match(name)) or words[-1].lower() in _OUTLET_NOUNS
    by_label = name != rest[0]
    by_copyright = name.casefold() in (_copyright_holder(blocks) or "").casefold()
    by_place = len(words) <= 3 and _stands_over_a_date_line(blocks)
    return by_form or by_label or by_copyright or by_place or _is_repeated(after, rest[2:])


def _is_short_name(words: str) -> bool:
    return (
        len(words) <= _OUTLET_CHARACTERS
        and 0 < len(words.split()) <= _OUTLET_WORDS
        and words[-1] not in '.!?:;,…"”'
        and (words[0].isupper() or "." in words)
    )


def _stands_over_a_date_line(blocks: list[str]) -> bool:
    """Outlet, headline, date line: three blocks in this order."""
    return len(blocks) > 3 and _imprint_line(blocks[2]) is not None


def _is_repeated(words: str, later: list[str]) -> bool:
    return words in later[: _MASTHEAD_BLOCKS - 2]


def _headline(rest: list[str]) -> str | None:
    """Return the first block when it is a headline over something, and not the text itself."""
    return rest[0] if len(rest) > 1 and is_headline_like(rest[0]) else None


def is_headline_like(words: str) -> bool:
    """Return whether a block is short enough for a headline and not a plain sentence."""
    if len(words) > _HEADLINE_CHARACTERS or len(words.split()) > _HEADLINE_WORDS:
        return False
    is_open = words.rstrip("\"'”’»)").endswith((".", ",", ":", ";", "…"))
    return not is_open and not words.startswith(("-", "*", "•", ">"))


def _copyright_holder(blocks: list[str]) -> str | None:
    """Return the name in the last copyright line, when it is as short as an outlet's."""
    for block in reversed(blocks):
        match = _COPYRIGHT.match(block)
        holder = re.split(r"[.|,]|\ball rights\b", match[1], flags=re.I)[0].strip() if match else ""
        if holder and len(holder) <= _OUTLET_CHARACTERS and _is_short_name(holder):
            return re.sub(r"\s*\b\d{4}\b.*$", "", holder) or None
    return None


def split_masthead_parts(parts: list[Part], known: Imprint) -> tuple[Imprint, list[Part]]:
    """Return the imprint and the body of a text whose kinds of block are marked already.

    The first heading near the top is the headline; date lines and bylines there are taken out.
    """
    signed, kept = without_masthead_lines(parts, known)
    first = next((words for kind, words in kept[:3] if kind is BlockKind.HEADING), None)
    holder = _copyright_holder([words for _, words in parts])
    return signed.filled_from(Imprint(headline=first, outlet=holder)), kept


def without_masthead_lines(parts: list[Part], known: Imprint) -> tuple[Imprint, list[Part]]:
    """Return the parts without the date lines and bylines near their top, and what those say."""
    imprint = known
    kept: list[Part] = []
    for at, (kind, words) in enumerate(parts):
        said = _imprint_line(words) if at < _MASTHEAD_BLOCKS else None
        if said is None:
            kept.append((kind, words))
        else:
            imprint = imprint.filled_from(said)
    return imprint, kept
