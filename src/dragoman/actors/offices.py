"""Offices: what the text says that somebody is, with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.bodies import LEADING, country_beside, normal_name
from dragoman.actors.drafts import BY_TITLE, VERSION, Casting, Draft
from dragoman.actors.names import Name, NameKind
from dragoman.actors.nouns import PAST, former, spelled_out
from dragoman.language.syntax import (
    appositives,
    children,
    governed_by,
    is_verb,
    phrase_bounds,
    possessors,
    subjects,
)
from dragoman.model.actor import ActorKind, Office
from dragoman.model.how import How
from dragoman.model.quote import Quote

# "Former Cuban | President": words that may stand between "former" and the title itself.
_REACH_OF_PAST = 2
_PAST = PAST | {"then", "late", "outgoing"}
# Nouns that say what somebody is, but name no post.
_NO_OFFICE = frozenset(
    "advocate analyst candidate celebrity conservative counterpart critic democrat diplomat expert "
    "figure hopeful insider leadership liberal man nominee official person politician republican "
    "socialist supporter woman".split()
)
_EMPLOYERS = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION})
# Sectors of posts: of the powers of a state, its forces, parties, bodies of states and churches.
# One word of another sector alone ("physicist", "lawyer") is a profession.
_OF_POSTS = frozenset("GOV LEG MIL COP SPY PTY OPP IGO NGO REL REB UAF ELI".split())
_JUDGES = frozenset({"judge", "justice", "magistrate", "prosecutor"})
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
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# How the parser hangs a title in front of a clause from the clause's verb.
_FLOATING = frozenset({"advcl", "dep", "nsubj", "npadvmod"})
# Nouns for somebody whose name is in the news by accident; they make nobody a public person.
_PRIVATE_ROLES = frozenset(
    "aunt baby bereaved boy boyfriend brother bystander casualty child citizen civilian colleague "
    "commuter conscript convict cousin customer daughter detainee draftee driver employee evacuee "
    "eyewitness farmer father fiance fiancee fisherman friend girl girlfriend grandfather "
    "grandmother hostage husband immigrant inmate labourer laborer man migrant miner mother "
    "motorist neighbor neighbour nephew niece nurse owner parent passenger passer-by patient "
    "pedestrian pensioner prisoner pupil recruit refugee relative resident shopkeeper sibling "
    "sister soldier son student suspect survivor teacher teenager tourist vendor victim villager "
    "volunteer widow widower wife witness woman worker".split()
)
# Sectors of those who live and work like most people: civilians, labour, farming, refugees.
_WALKS_OF_LIFE = frozenset({"CVL", "LAB", "AGR", "REF"})
# Nouns of these sectors for people who speak for others, or whose work is before the public.
_KNOWN_TO_MANY = frozenset(
    "activist actor actress artist astronaut athlete author boss boxer campaigner celebrity chief "
    "coach comedian commissioner composer cosmonaut dancer delegate designer director elder figure "
    "filmmaker footballer head leader musician novelist official organiser organizer painter poet "
    "president rapper representative sculptor secretary singer spokesman spokesperson spokeswoman "
    "star steward writer".split()
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
    """Learn "since 2012 she has led the ministry": the office's start, once pronouns are known.

    "Minister of Health since 2012, she …" says the same by a title in front of the clause.
    """
    for token in casting.parse.doc:
        _learn_floating_title(casting, token)
        if token.lemma_ not in LEADING or token.pos_ != "VERB":
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
    title = spelled_out(_title(casting, first, last))
    sectors = casting.authority.agent(title)
    lender = _body_in_front(casting, first, last) if _borrows(casting, title) else None
    sectors = lender.sectors if lender else sectors
    start = max(first.sent.start, first.i - _REACH_OF_PAST)
    said = {t.lower_ for t in casting.parse.doc[start : last.i + 1]}
    if sectors and said & PAST:
        sectors = former(sectors)
    if sectors is None or casting.authority.agent_kind(title) is not ActorKind.PERSON:
        return
    country = country_beside(casting, noun) or _country_left_of(casting, first)
    country = country or _region_in_front(casting, first, noun)
    country = country or (lender.country if lender else None)
    if not sectors:
        sectors, lent = spoken_for(casting, noun)
        country = country or lent
    if draft.country is None and country is not None:
        draft.country = country
        draft.notes.append(f"country {country}: the title {title!r}")
    if is_private_role(noun, sectors):
        draft.add_private_sectors(sectors)
        return
    draft.add_sectors(sectors)
    if noun.lemma_.lower() in _NO_OFFICE or _is_profession(noun, title, sectors):
        return
    until = casting.day.isoformat() if said & _PAST and casting.day else None
    quote = casting.parse.quote_tokens(first, last)
    how = How(quote.words, f"actors.office: {why}", VERSION, BY_TITLE)
    office = Office(
        title=title,
        body=_body_told(casting, title),
        country=country or draft.country,
        since=_since_year(noun),
        until=f"../{until}" if until else None,
        quote=quote,
        how=how,
    )
    _add_office(draft, office)


def _is_profession(noun: Token, title: str, sectors: tuple[str, ...]) -> bool:
    """Whether a title is a calling and no post: "lawyer", "tax consultant", but not "judge"."""
    if noun.lemma_.lower() in _JUDGES or not sectors or _OF_POSTS & set(sectors):
        return False
    return not any(word[0].isupper() for word in title.split()[:-1]) and " of " not in title


def _body_told(casting: Casting, title: str) -> str | None:
    """Return the body that a title names; "director of debate" and "chief of staff" name none."""
    body = body_of_title(title)
    if body is None or casting.authority.body(body) is not None:
        return body
    words = body.split()
    named = words[0].isupper() if len(words) == 1 else any(w[0].isupper() for w in words)
    return body if named and len(words[0]) > 1 else None


def _add_office(draft: Draft, office: Office) -> None:
    """Add an office, or to the same one its start ("interior minister", "Minister of the Interior
    since 2012").
    """
    for at, known in enumerate(draft.offices):
        if _is_same_post(known, office):
            if office.since and not known.since and known.until == office.until:
                draft.offices[at] = replace(known, since=office.since, quote=office.quote)
            return
    draft.offices.append(office)


def _is_same_post(one: Office, other: Office) -> bool:
    if one.title.lower() == other.title.lower():
        return True
    bodies = [normal_name(office.body) for office in (one, other) if office.body]
    ranks = [len(_GRADES & set(office.title.lower().split())) for office in (one, other)]
    return len(bodies) == 2 and bodies[0] == bodies[1] and ranks[0] == ranks[1]


def _learn_floating_title(casting: Casting, noun: Token) -> None:
    """Learn "Minister of Health since 2012, she …": a dated title that hangs from the verb."""
    if noun.i in casting.at_head or not is_verb(noun.head) or _since_year(noun) is None:
        return
    if noun.dep_ in _FLOATING and _calls_a_person(casting, noun):
        first, last = phrase_bounds(noun)
        drafts = [casting.at_head.get(s.i) for s in subjects(noun.head)]
        for draft in drafts:
            if draft is not None and draft.kind is ActorKind.PERSON:
                _learn(casting, draft, first, last, noun, "title in front of the clause")


def _since_year(noun: Token) -> str | None:
    """Return the year of a word's own since-phrase, or None."""
    when = next(iter(governed_by(noun, ("since",))), None)
    return when.text if when is not None and _YEAR.fullmatch(when.text) else None


def _borrows(casting: Casting, title: str) -> bool:
    """Whether a title says nothing of its own: "spokesman", "Hezbollah leader"."""
    return casting.authority.nouns.borrows(title)


def _body_in_front(casting: Casting, first: Token, last: Token) -> Draft | None:
    """Return the body named in a title or just before it: "NATO | spokesman"."""
    for at in range(max(first.sent.start, first.i - 1), last.i):
        draft = casting.at_head.get(at)
        if draft is not None and draft.kind in (ActorKind.BODY, ActorKind.ORGANIZATION):
            return draft
    return None


def is_private_role(noun: Token, sectors: tuple[str, ...]) -> bool:
    """Whether a noun for a person gives no public role: a witness, a sister, a recruit.

    So do walks of life, but for those whose work is to be known: a deckhand, not a singer.
    """
    lemma = noun.lemma_.lower()
    of_life = bool(sectors) and _WALKS_OF_LIFE.issuperset(sectors)
    return lemma in _PRIVATE_ROLES or (of_life and lemma not in _KNOWN_TO_MANY)


def spoken_for(casting: Casting, noun: Token) -> tuple[tuple[str, ...], str | None]:
    """Return sectors and country of whom a spokesperson speaks for.

    "The ministry's spokesperson" and "a spokesperson for the Polish ministry" take the ministry's.
    """
    for owner in (*possessors(noun), *governed_by(noun, ("of", "for"))):
        first, last = phrase_bounds(owner)
        sectors = casting.authority.agent(casting.parse.doc[first.i : last.i + 1].text)
        body = casting.at_head.get(owner.i)
        if sectors or body is not None:
            country = country_beside(casting, owner) or (body.country if body else None)
            return sectors or (body.sectors if body else ()), country
    return (), None


def _title(casting: Casting, first: Token, last: Token) -> str:
    """Return a title's words without article, owner, nationality or praise."""
    span = casting.parse.doc[first.i : last.i + 1]
    owned = {t.i for owner in span if owner.dep_ == "poss" for t in owner.subtree}
    owned |= {t.i for of in span if _is_of_a_state(casting, of) for t in of.subtree}
    tokens = [
        t
        for t in span
        if t.lower_ not in _PAST and t.i not in owned and not _is_nationality(casting, t)
    ]
    while tokens and _is_no_part_of_a_title(tokens[0], span.root):
        if tokens[0].pos_ == "ADJ" and _is_portfolio(casting, tokens):
            break
        tokens = tokens[1:]
    return _joined(tokens)


def _is_of_a_state(casting: Casting, preposition: Token) -> bool:
    """Whether an of-phrase only says whose an office is: "minister of defence | of Peru"."""
    drafts = [casting.at_head.get(o.i) for o in children(preposition, "pobj")]
    return preposition.lower_ == "of" and any(
        d is not None and d.kind is ActorKind.STATE for d in drafts
    )


def _joined(tokens: list[Token]) -> str:
    return "".join(t.text_with_ws for t in tokens).strip()


def _is_portfolio(casting: Casting, tokens: list[Token]) -> bool:
    """Whether the first word tells a sector: "interior | minister", but not "tireless | judge"."""
    sectors = casting.authority.agent
    return (sectors(_joined(tokens)) or ()) != (sectors(_joined(tokens[1:])) or ())


def _is_nationality(casting: Casting, token: Token) -> bool:
    modifier = token.dep_ in {"amod", "compound", "nmod"}
    return modifier and casting.authority.adjective_country(token.text) is not None


def _is_no_part_of_a_title(token: Token, noun: Token) -> bool:
    """Articles, marks and praise in front: "the nonagenarian | general", "civil rights | chief"."""
    if token.pos_ in {"DET", "PART", "PUNCT", "PRON"} or token.lower_ in {"top", "senior"}:
        return True
    describes = token.pos_ == "ADJ" or (token.pos_ == "PROPN" and token.text.islower())
    return describes and token.lower_ not in _GRADES and token.head == noun


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
    words = doc[at].text
    return casting.authority.adjective_country(words) or casting.authority.region_country(words)


def _region_in_front(casting: Casting, first: Token, noun: Token) -> str | None:
    """Read "Texas | Governor", whichever of the two words the parser hung the region from."""
    words = casting.parse.doc[first.i : noun.i].text
    return casting.authority.region_country(words) if words else None


def _learn_membership(casting: Casting, draft: Draft, head: Token) -> None:
    """Learn "Ana Lima of Peru's foreign ministry", "the BBC's Ana Lima": whose, but no title."""
    for owner in possessors(head):
        employer = casting.at_head.get(owner.i)
        if employer is not None and employer.kind in _EMPLOYERS:
            draft.country = draft.country or employer.country
            draft.add_sectors(employer.sectors)
            draft.notes.append(f"belongs to {employer.name!r}")
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
    year = _since_year(verb)
    if year is None:
        return
    sentence = casting.parse.sentence_of(verb)
    how = How(f"since {year}", "actors.office: led since", VERSION, BY_TITLE)
    bodies = {normal_name(name) for name in body.names}
    for at, office in enumerate(draft.offices):
        if office.body and normal_name(office.body) in bodies:
            draft.offices[at] = replace(office, since=year, quote=sentence.quote, how=how)
            return
    draft.offices.append(
        Office(f"head of {body.name}", body.name, body.country, year, None, sentence.quote, how)
    )
    draft.add_sectors(body.sectors)


def counterpart_office(office: Office, country: str | None, quote: Quote) -> Office:
    """Return the office that a counterpart holds: the same title, in the other country."""
    how = How(quote.words, "actors.office: counterpart", VERSION, BY_TITLE)
    return replace(office, country=country, since=None, until=None, quote=quote, how=how)
