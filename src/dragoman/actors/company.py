"""Company: what the names beside a name say of it, in brackets or in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.actors.authority import Authority, Entry, NameForm
from dragoman.actors.heads import PARTY, PLACES, load_heads
from dragoman.actors.name import Name, NameKind
from dragoman.actors.parties import is_family, is_family_adjective, may_start_family

_BETWEEN = frozenset({",", "and", "or", "&", "the", "/"})
# PLOVER sectors of those who sit in a parliament or stand for it.
_SEATED = frozenset({"LEG", "PTY"})
_MADE_OF_MEMBERS = frozenset(
    "government governments majority majorities minority incumbent incumbents leader leaders "
    "leadership leadership backbencher backbenchers whip frontbencher ticket".split()
)
_ALONE = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "agent", "conj", "appos"})
_POLLING = frozenset("win lose gain hold take receive poll get secure retain capture have".split())
_COUNTED = frozenset("seat vote mandate deputy mp councillor".split())
_FACTBOOK = "factbook"


def believed(known: list[Name]) -> list[Name]:
    """Drop parties of another nation, and short forms for which nothing else in the article speaks.

    Three or four capitals mean many things; they are a party's where the article names its country
    too. Only those of the factbook's long lists are doubted, which nobody has chosen.
    """
    countries = {
        name.entry.country for name in known if name.entry is not None and not _is_doubtful(name)
    }
    nations = {name.last: name.entry for name in known if name.form is NameForm.ADJECTIVE}
    return [
        name
        for name in known
        if not _is_of_another(name, nations.get(name.first - 1))
        and (not _is_doubtful(name) or (name.entry and name.entry.country in countries))
    ]


def _is_of_another(name: Name, nation: Entry | None) -> bool:
    """Whether another nation's adjective stands before a party's name: "Peruvian New Democracy"."""
    entry = name.entry
    party = entry is not None and name.kind is NameKind.BODY and PARTY[0] in entry.sectors
    return party and nation is not None and entry is not None and entry.country != nation.country


def _is_doubtful(name: Name) -> bool:
    entry = name.entry
    listed = entry is not None and entry.source == _FACTBOOK and entry.sectors == PARTY
    return listed and name.words.isupper() and " " not in name.words


def with_company(doc: Doc, names: list[Name], authority: Authority) -> tuple[Name, ...]:
    """Return the names with what their company tells, and names that only company tells.

    "The Civic Union (UC)": the short form is of the same sort as the name. "The Radicals, Accord
    and the National Party": what stands in a list with parties and might be one, is one. "UC won
    nine seats", "the UC leader", "the Liberal candidate": parties by what is said of them.
    """
    known = [*names, *_families(doc, names, authority)]
    told = (_by_what_is_said(doc, name, authority) for name in sorted(known, key=_first))
    return tuple(_in_lists(doc, _in_brackets(doc, list(told))))


def _first(name: Name) -> int:
    return name.first


def _families(doc: Doc, names: list[Name], authority: Authority) -> Iterator[Name]:
    """Yield party families before somebody's noun: "the Social Democratic | candidates"."""
    taken = {i for name in names for i in range(name.span[0], name.span[1] + 1)}
    for at in (token.i for token in doc if may_start_family(token.text)):
        for size in (2, 1):
            words = doc[at : at + size].text
            free = at + size < len(doc) and not taken & set(range(at, at + size))
            if free and is_family_adjective(words):
                party = doc[at + size].lower_ == "party"
                if party or _is_of_politics(doc[at + size], authority) or _is_alone(doc[at], words):
                    votes = (f"a party's family before {doc[at + size].text!r}",)
                    last = at + size - 1 + party
                    yield Name(at, last, doc[at : last + 1].text, NameKind.BODY, votes=votes,
                               sectors=PARTY)  # fmt: skip
                break


def _is_alone(token: Token, words: str) -> bool:
    """Whether a family's name stands for itself where the tagger saw no name ("Labour won")."""
    return is_family(words) and token.text == words and token.dep_ in _ALONE


def _is_of_politics(noun: Token, authority: Authority) -> bool:
    """Whether a noun calls somebody who has or seeks a seat, or what such people make up."""
    if noun.lower_ in _MADE_OF_MEMBERS:
        return True
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    return bool(_SEATED & set(authority.agent(noun.lower_) or ()))


def _by_what_is_said(doc: Doc, name: Name, authority: Authority) -> Name:
    """Return the name as a party's where only a party is spoken of so."""
    if not _may_be_body(name):
        return name
    last = name.span[1]
    after = doc[last + 1] if last + 1 < len(doc) else None
    apt = is_family_adjective(name.words) or (name.words.isupper() and len(name.words) > 1)
    if apt and after is not None and doc[last].whitespace_ and _is_of_politics(after, authority):
        vote = f"stands before {after.text!r}"
    elif after is not None and after.lower_ == "party" and doc[last].whitespace_:
        vote = "'party' follows it"
        name = replace(name, whole=(name.first, last + 1))
    elif _wins_seats(doc[name.first : last + 1].root):
        vote = "it wins or loses seats or votes"
    else:
        return name
    return replace(name, kind=NameKind.BODY, sectors=PARTY, votes=(*name.votes, vote))


def _wins_seats(head: Token) -> bool:
    if head.dep_ != "nsubj" or head.head.lemma_ not in _POLLING:
        return False
    return any(t.dep_ in {"dobj", "obj"} and t.lemma_ in _COUNTED for t in head.head.children)


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


def lists_of(doc: Doc, names: Iterable[Name]) -> Iterator[list[Name]]:
    """Yield the names in groups, each a list ("A, B and C") or one name alone."""
    group: list[Name] = []
    for name in names:
        if group and not _stands_beside(doc, group[-1], name):
            yield group
            group = []
        group.append(name)
    yield group


def _in_lists(doc: Doc, names: Iterator[Name]) -> Iterator[Name]:
    for group in lists_of(doc, names):
        yield from _alike(doc, group)


def _stands_beside(doc: Doc, before: Name, name: Name) -> bool:
    between = doc[before.span[1] + 1 : name.span[0]]
    joined = any(token.text not in {"the"} for token in between)
    return joined and all(token.lower_ in _BETWEEN for token in between)


def _is_placed(doc: Doc, name: Name) -> bool:
    unknown = name.kind is NameKind.UNKNOWN
    return name.form is NameForm.CAPITAL or (unknown and doc[name.last].ent_type_ == "GPE")


def _is_labelled_otherwise(doc: Doc, name: Name) -> bool:
    """Whether the pipeline's label or a noun in the name tells a person or a place."""
    labels = {token.ent_type_ for token in doc[name.first : name.last + 1]}
    head = load_heads().head([token.text for token in doc[name.first : name.last + 1]])
    # A label on bare capitals is a guess: they may be a town to the pipeline, or a person.
    labelled = bool(labels & {"PERSON", "GPE", "LOC"}) and not name.words.isupper()
    return labelled or (head is not None and head.of in PLACES)


def _alike(doc: Doc, group: list[Name]) -> Iterator[Name]:
    """Yield the names of one list; what might be a body is a party where another one is.

    In a list with places the pipeline's word for an organization counts for nothing.
    """
    parties = [name for name in group if _is_party(name)]
    placed = [name for name in group if _is_placed(doc, name)]
    for name in group:
        if placed and not parties and _may_be_body(name) and name.first == name.last:
            yield replace(name, kind=NameKind.UNKNOWN)
        elif parties and _may_be_body(name) and not _is_labelled_otherwise(doc, name):
            vote = f"in a list with {parties[0].words}"
            yield replace(name, kind=NameKind.BODY, sectors=PARTY, votes=(*name.votes, vote))
        else:
            yield name
