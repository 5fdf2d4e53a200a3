"""Offices: what the text says that somebody is, with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.bodies import country_beside, normal_name
from dragoman.actors.drafts import BY_TITLE, VERSION, Casting, Draft
from dragoman.actors.names import Name, NameKind
from dragoman.language.syntax import (
    appositives,
    children,
    governed_by,
    phrase_bounds,
    possessors,
    subjects,
)
from dragoman.model.actor import ActorKind, Office
from dragoman.model.how import How
from dragoman.model.quote import Quote

_LEADING = frozenset("chair command direct govern head lead oversee preside run".split())
_PAST = frozenset({"former", "ex", "then", "late", "onetime", "erstwhile", "outgoing"})
# Nouns that say what somebody is, but name no post.
_NO_OFFICE = frozenset("counterpart figure leadership man official person politician woman".split())
_GRADES = frozenset(
    "acting chief deputy federal first foreign general interim national permanent prime special "
    "supreme vice".split()
)
_MINISTER_OF = re.compile(r"\bminister (?:of|for) (?:the )?(?P<what>.+)$", re.IGNORECASE)
_WHAT_MINISTER = re.compile(r"(?P<what>\w+(?: \w+)?) minister$", re.IGNORECASE)
_HEAD_OF = re.compile(
    r"^(?:chief|commander|chair\w*|director|governor|head|leader|president|secretary|speaker) "
    r"of (?:the )?(?P<what>.+)$",
    re.IGNORECASE,
)
_NOT_A_PORTFOLIO = frozenset({"prime", "deputy", "first", "vice", "former", "the", "new"})


def learn_offices(casting: Casting, names: tuple[Name, ...]) -> None:
    """Give people the offices that the text states: titles, appositions, "X is the minister"."""
    for name in names:
        head = casting.parse.doc[name.first : name.last + 1].root
        draft = casting.at_head.get(head.i)
        if name.kind is not NameKind.PERSON or draft is None:
            continue
        if name.title is not None:
            first, last = (casting.parse.doc[i] for i in name.title)
            _learn(casting, draft, first, last, last, "title before the name")
        for noun, why in _nouns_beside(casting, head, name):
            first, last = phrase_bounds(noun)
            _learn(casting, draft, first, last, noun, why)
        _learn_membership(casting, draft, head)


def learn_leadership(casting: Casting) -> None:
    """Learn "since 2012 she has led the ministry": the office's start, once pronouns are known."""
    for token in casting.parse.doc:
        if token.lemma_ not in _LEADING or token.pos_ != "VERB":
            continue
        bodies = [casting.at_head.get(o.i) for o in children(token, "dobj")]
        people = [casting.at_head.get(s.i) for s in subjects(token)]
        for draft in people:
            if draft is None or draft.kind is not ActorKind.PERSON:
                continue
            for body in bodies:
                if body is not None and body.kind is ActorKind.BODY:
                    _date_office(casting, draft, body, token)


def body_of_title(title: str) -> str | None:
    """Return the body that a title belongs to: "Minister of Health" gives "Ministry of Health"."""
    bare = re.sub(r"^(?:deputy|vice|first|acting|former|then) ", "", title, flags=re.IGNORECASE)
    found = _MINISTER_OF.search(bare)
    if found:
        of_the = "of the " if re.search(r" of the ", bare, re.IGNORECASE) else "of "
        return f"Ministry {of_the}{found['what']}"
    found = _WHAT_MINISTER.search(bare)
    if found and found["what"].lower() not in _NOT_A_PORTFOLIO:
        return f"{found['what'].title()} Ministry"
    found = _HEAD_OF.search(bare)
    return found["what"] if found else None


def _nouns_beside(casting: Casting, head: Token, name: Name) -> Iterator[tuple[Token, str]]:
    """Yield the nouns for a person that the text sets equal to a name, and how it does so."""
    for noun in appositives(head):
        if _calls_a_person(casting, noun):
            yield noun, "in apposition"
    if head.dep_ == "appos" and _calls_a_person(casting, head.head):
        yield head.head, "in apposition"
    elif (before := _noun_before_comma(casting, name)) is not None:
        yield before, "before the name, between commas"
    if head.dep_ in {"nsubj"} and head.head.lemma_ in {"be", "become"}:
        for noun in children(head.head, "attr"):
            if _calls_a_person(casting, noun):
                yield noun, f"said by {head.head.text!r}"
    for child in children(head, "compound", "nmod"):
        if child.i < name.first and child.text[0].islower() and _calls_a_person(casting, child):
            yield child, "title before the name"


def _calls_a_person(casting: Casting, noun: Token) -> bool:
    first, last = phrase_bounds(noun)
    words = casting.parse.doc[first.i : last.i + 1].text
    return casting.authority.agent_kind(words) is ActorKind.PERSON


def _noun_before_comma(casting: Casting, name: Name) -> Token | None:
    """Find the noun of "his counterpart, Ana Lima," where the parser missed the apposition."""
    doc = casting.parse.doc
    first = name.title[0] if name.title else name.first
    if first < 2 or doc[first - 1].text != "," or doc[first - 1].sent != doc[first].sent:
        return None
    noun = doc[first - 2]
    closed = name.last + 1 >= len(doc) or doc[name.last + 1].is_punct
    beside = noun.pos_ in {"NOUN", "PROPN"} and noun.i not in casting.at_head
    return noun if closed and beside and _calls_a_person(casting, noun) else None


def _learn(
    casting: Casting, draft: Draft, first: Token, last: Token, noun: Token, why: str
) -> None:
    title = _title(casting, first, last)
    sectors = casting.authority.agent(title)
    if sectors is None or casting.authority.agent_kind(title) is not ActorKind.PERSON:
        return
    sectors = sectors or _sectors_of_owner(casting, noun)
    country = country_beside(casting, noun) or _country_left_of(casting, first)
    if draft.country is None and country is not None:
        draft.country = country
        draft.notes.append(f"country {country}: the title {title!r}")
    draft.add_sectors(sectors)
    if noun.lemma_.lower() in _NO_OFFICE or not sectors:
        return
    past = any(t.lower_ in _PAST for t in casting.parse.doc[first.i : last.i + 1])
    until = casting.day.isoformat() if past and casting.day else None
    quote = casting.parse.quote_tokens(first, last)
    how = How(quote.words, f"actors.office: {why}", VERSION, BY_TITLE)
    office = Office(
        title=title,
        body=body_of_title(title),
        country=country or draft.country,
        since=None,
        until=f"../{until}" if until else None,
        quote=quote,
        how=how,
    )
    if all(office.title.lower() != known.title.lower() for known in draft.offices):
        draft.offices.append(office)


def _sectors_of_owner(casting: Casting, noun: Token) -> tuple[str, ...]:
    """Return the sectors of whom a spokesperson speaks for ("the ministry's spokesperson")."""
    for owner in (*possessors(noun), *governed_by(noun, ("of", "for"))):
        first, last = phrase_bounds(owner)
        sectors = casting.authority.agent(casting.parse.doc[first.i : last.i + 1].text)
        if sectors:
            return sectors
    return ()


def _title(casting: Casting, first: Token, last: Token) -> str:
    """Return a title's words without article, owner, nationality or praise."""
    tokens = [
        t
        for t in casting.parse.doc[first.i : last.i + 1]
        if t.lower_ not in _PAST and not _is_owner_or_nationality(casting, t)
    ]
    while tokens and _is_no_part_of_a_title(tokens[0]):
        tokens = tokens[1:]
    if not tokens:
        return ""
    kept = {t.i for t in tokens}
    run = [t for t in casting.parse.doc[tokens[0].i : last.i + 1] if t.i in kept]
    return "".join(t.text_with_ws for t in run).strip()


def _is_owner_or_nationality(casting: Casting, token: Token) -> bool:
    if token.dep_ == "poss":
        return True
    modifier = token.dep_ in {"amod", "compound", "nmod"}
    return modifier and casting.authority.adjective_country(token.text) is not None


def _is_no_part_of_a_title(token: Token) -> bool:
    """Articles, marks and praise in front: "the nonagenarian | general"."""
    if token.pos_ in {"DET", "PART", "PUNCT", "PRON"} or token.lower_ in {"top", "senior"}:
        return True
    describes = token.pos_ == "ADJ" or (token.pos_ == "PROPN" and token.text.islower())
    return describes and token.lower_ not in _GRADES and token.head.pos_ in {"NOUN", "PROPN"}


def _country_left_of(casting: Casting, first: Token) -> str | None:
    """Read "Russia's | Foreign Minister" where the owner hangs from the name, not the title."""
    at = first.i - 1
    doc = casting.parse.doc
    if at >= 0 and doc[at].lower_ in {"'s", "’s", "'"}:
        at -= 1
    if at < 0 or doc[at].sent != first.sent:
        return None
    draft = casting.at_head.get(at)
    if draft is not None and draft.kind is ActorKind.STATE:
        return draft.country
    return casting.authority.adjective_country(doc[at].text)


def _learn_membership(casting: Casting, draft: Draft, head: Token) -> None:
    """Learn "Ana Lima of Peru's foreign ministry": country and sectors, but no title."""
    for governed in governed_by(head, ("of", "from")):
        first, last = phrase_bounds(governed)
        words = casting.parse.doc[first.i : last.i + 1].text
        body = casting.at_head.get(governed.i)
        country = country_beside(casting, governed) or (body.country if body else None)
        sectors = body.sectors if body else casting.authority.body(words)
        if sectors is None:
            continue
        draft.country = draft.country or country
        draft.add_sectors(sectors)
        draft.notes.append(f"belongs to {words!r}")


def _date_office(casting: Casting, draft: Draft, body: Draft, verb: Token) -> None:
    since = next((s for s in children(verb, "prep") if s.lower_ == "since"), None)
    if since is None:
        return
    when = next(iter(children(since, "pobj")), None)
    if when is None or not re.fullmatch(r"(?:1[89]|20)\d\d", when.text):
        return
    sentence = casting.parse.sentence_of(verb)
    how = How(f"since {when.text}", "actors.office: led since", VERSION, BY_TITLE)
    bodies = {normal_name(name) for name in body.names}
    for at, office in enumerate(draft.offices):
        if office.body and normal_name(office.body) in bodies:
            draft.offices[at] = replace(office, since=when.text, quote=sentence.quote, how=how)
            return
    draft.offices.append(
        Office(
            f"head of {body.name}", body.name, body.country, when.text, None, sentence.quote, how
        )
    )
    draft.add_sectors(body.sectors)


def counterpart_office(office: Office, country: str | None, quote: Quote) -> Office:
    """Return the office that a counterpart holds: the same title, in the other country."""
    how = How(quote.words, "actors.office: counterpart", VERSION, BY_TITLE)
    return replace(office, country=country, since=None, until=None, quote=quote, how=how)
