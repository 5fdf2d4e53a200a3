"""Company: what the names beside a name say of it, in brackets or in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.actors.heads import PARTY
from dragoman.actors.name import Name, NameKind

_BETWEEN = frozenset({",", "and", "or", "&", "the", "/"})
_FACTBOOK = "factbook"


def believed(known: list[Name]) -> list[Name]:
    """Drop short forms of parties for which nothing else in the article speaks.

    Three or four capitals mean many things; they are a party's where the article names its country
    too. Only those of the factbook's long lists are doubted, which nobody has chosen.
    """
    countries = {
        name.entry.country for name in known if name.entry is not None and not _is_doubtful(name)
    }
    return [
        name
        for name in known
        if not _is_doubtful(name) or (name.entry and name.entry.country in countries)
    ]


def _is_doubtful(name: Name) -> bool:
    entry = name.entry
    listed = entry is not None and entry.source == _FACTBOOK and entry.sectors == PARTY
    return listed and name.words.isupper() and " " not in name.words


def with_company(doc: Doc, names: list[Name]) -> tuple[Name, ...]:
    """Return the names with what their company tells: short forms in brackets, parties in lists.

    "The Civic Union (UC)": the short form is of the same sort as the name. "The Radicals, Accord
    and the National Party": what stands in a list with parties and might be one, is one.
    """
    return tuple(_in_lists(doc, _in_brackets(doc, names)))


def _is_party(name: Name) -> bool:
    sectors = name.sectors or (name.entry.sectors if name.entry else ())
    return name.kind is NameKind.BODY and PARTY[0] in sectors


def _may_be_body(name: Name) -> bool:
    open_kind = name.kind is NameKind.UNKNOWN or (name.kind is NameKind.BODY and not name.sectors)
    return open_kind and name.entry is None and name.title is None


def _in_brackets(doc: Doc, names: list[Name]) -> Iterator[Name]:
    before: Name | None = None
    for name in names:
        if before is not None and _may_be_body(name) and _is_bracketed(doc, before, name):
            sectors = before.sectors or (before.entry.sectors if before.entry else ())
            vote = f"in brackets after {before.words}"
            name = replace(name, kind=NameKind.BODY, sectors=sectors, votes=(*name.votes, vote))
        if name.kind is NameKind.BODY:
            before = name
        elif name.kind is NameKind.PERSON:
            before = None
        yield name


def _is_bracketed(doc: Doc, before: Name, name: Name) -> bool:
    """Whether a name stands first in the brackets after another, or after a colon in them."""
    at = name.first - 1
    while at > before.span[1] and doc[at].text in {":", ";", ",", "the", "or"}:
        at -= 1
    opened = doc[at].text in {"(", "["} and at - 1 == before.span[1]
    return opened or (at == before.span[1] and doc[at + 1].text in {":", ";"})


def _in_lists(doc: Doc, names: Iterator[Name]) -> Iterator[Name]:
    group: list[Name] = []
    for name in names:
        if group and not _stands_beside(doc, group[-1], name):
            yield from _alike(group)
            group = []
        group.append(name)
    yield from _alike(group)


def _stands_beside(doc: Doc, before: Name, name: Name) -> bool:
    between = doc[before.span[1] + 1 : name.span[0]]
    joined = any(token.text not in {"the"} for token in between)
    return joined and all(token.lower_ in _BETWEEN for token in between)


def _alike(group: list[Name]) -> Iterator[Name]:
    """Yield the names of one list; what might be a body is a party where another one is."""
    parties = [name for name in group if _is_party(name)]
    for name in group:
        if parties and _may_be_body(name):
            vote = f"in a list with {parties[0].words}"
            yield replace(name, kind=NameKind.BODY, sectors=PARTY, votes=(*name.votes, vote))
        else:
            yield name
