"""Votes: what the whole article says an unknown name is a name of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Span, Token

from dragoman.actors.authority import Authority
from dragoman.actors.folding import fold
from dragoman.actors.given_names import is_given_name
from dragoman.actors.heads import BODIES, JOINERS, PARTY, Head, HeadClass, load_heads
from dragoman.actors.name import Name, NameKind
from dragoman.actors.parties import is_family
from dragoman.actors.runs import LINKS, Run
from dragoman.actors.short_forms import is_first_of, is_part_of, name_parts
from dragoman.language.parser import Parse
from dragoman.language.syntax import SUBJECTS
from dragoman.model.actor import ActorKind

PERSON_LABELS = frozenset({"PERSON"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_LABELS = frozenset(
    {"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)
# Points a run needs to be taken for a person without the authority's word. Two independent signs,
# such as the pipeline's label and a second name, are enough; one is not.
_PERSON_POINTS = 2
# The weakest sign of a body: the position of a place outweighs it.
BY_LABEL = ("capitals or the pipeline's label tell an organization",)
# "The Senate", "the Supreme Court" need no other word; "the Union" and "the River" do.
_NAMED_BY_NOUN_ALONE = frozenset({HeadClass.LEGISLATURE})


def vote(
    parse: Parse,
    authority: Authority,
    pieces: list[tuple[Run | None, tuple[int, int] | None]],
    tally: Tally,
) -> Iterator[Name]:
    """Vote on the longer names first: whoever is found to be a person lends it to the surname."""
    runs = [(run, title) for run, title in pieces if run is not None]
    for run, title in sorted(runs, key=lambda piece: piece[0].first - piece[0].last):
        name = _voted(parse, authority, run, title, tally)
        if name.kind is NameKind.PERSON:
            tally.full.add(name_parts(name.words))
        yield name


class Tally:
    """What the whole article says of each run of words: labels, titles, longer forms."""

    def __init__(
        self,
        parse: Parse,
        authority: Authority,
        pieces: list[tuple[Run, tuple[int, int] | None]],
        known: list[Name],
    ) -> None:
        self.people: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self.titled: set[str] = set()
        self.called: set[str] = set()
        self.full: set[tuple[str, ...]] = {
            name_parts(name.words) for name in known if name.kind is NameKind.PERSON
        }
        for run, title in pieces:
            span = parse.doc[run.first : run.last + 1]
            key = fold(span.text)
            labels = Counter(t.ent_type_ for t in span if t.ent_type_)
            self.people[key] += bool(PERSON_LABELS & set(labels))
            self.others[key] += bool(_OTHER_LABELS & set(labels))
            if title:
                self.titled.add(key)
            if in_apposition_to_person(span[-1], authority):
                self.called.add(key)
        for run, _ in pieces:
            words = parse.doc[run.first : run.last + 1].text
            key = fold(words)
            if self.people[key] > self.others[key] or key in self.titled | self.called:
                self.full.add(name_parts(words))

    def has_fuller(self, words: str) -> bool:
        """Whether the article names a person of whose name this is a short form."""
        parts = name_parts(words)
        return any(is_part_of(parts, full) or is_first_of(parts, full) for full in self.full)


def _voted(
    parse: Parse,
    authority: Authority,
    run: Run,
    title: tuple[int, int] | None,
    tally: Tally,
) -> Name:
    span = parse.doc[run.first : run.last + 1]
    key = fold(span.text)
    told = _told_by_noun(span, authority, title)
    if told is not None:
        votes: tuple[str, ...] = (f"{told.word!r} is a noun for a body",)
        kind = NameKind.BODY if told.of in BODIES else NameKind.UNKNOWN
        return Name(run.first, run.last, span.text, kind, title=title, votes=votes,
                    sectors=told.sectors)  # fmt: skip
    points, signs = _person_points(parse, authority, run, key, title, tally)
    if points >= _PERSON_POINTS:
        return Name(run.first, run.last, span.text, NameKind.PERSON, title=title, votes=signs)
    contradicted = len(span) == 1 and points > 0 and not _is_acronym(span.text)
    if _is_acronym(span.text) or (tally.others[key] and _labelled_org(span) and not contradicted):
        return Name(run.first, run.last, span.text, NameKind.BODY, title=title, votes=BY_LABEL)
    return Name(run.first, run.last, span.text, NameKind.UNKNOWN, title=title)


def _told_by_noun(span: Span, authority: Authority, title: tuple[int, int] | None) -> Head | None:
    """Return what a noun in the name says of its bearer; None where there is none to trust."""
    if is_family(span.text):
        return Head(span.text, HeadClass.PARTY, PARTY)
    head = load_heads().head([token.text for token in span])
    if head is not None and head.of is HeadClass.PARTY:
        return head
    if head is not None and head.of is HeadClass.REALM and len(span) > 1:
        return head
    sectors = authority.body(span.text)
    if sectors is not None:
        return Head(span[-1].text, HeadClass.AGENCY, sectors)
    if head is None or (len(span) == 1 and head.of not in _NAMED_BY_NOUN_ALONE):
        return None
    person = title is not None or any(token.ent_type_ in PERSON_LABELS for token in span)
    joined = any(token.lower_ in JOINERS for token in span)
    return None if person and not joined and load_heads().is_shared(head) else head


# Verbs whose subject is a person and never a body; in the passive, those that happen to persons.
_PERSONAL = frozenset(
    "argue believe contend die emigrate feel grow insist joke learn marry recall retire resign "
    "smile study think wonder write graduate remark quip reminisce confess weep".split()
)
_PERSONAL_PASSIVE = frozenset(
    "appoint arrest assassinate baptize baptise bear behead bury canonize crown depose educate "
    "elect exile execute impeach imprison knight murder nominate promote raise reelect succeed "
    "swear wound injure kill".split()
)
_ACTING = SUBJECTS | {"poss", "agent"}
_PRONOUNS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})


def _signs_of_life(span: Span, authority: Authority) -> Iterator[tuple[int, str]]:
    """Yield what speaks for a person in the words themselves and in what they do."""
    words = [token.text for token in span]
    head = span.root
    placed = head.ent_type_ in _PLACE_LABELS
    if len(words) > 1 and is_given_name(words[0]):
        yield 1 if placed else 2, "begins with a given name"
    if any(len(word) == 2 and word[0].isupper() and word[1] == "." for word in words[:-1]):
        yield 1, "has an initial"
    alone = len(words) == 1 and words[0].isalpha()
    language = head.ent_type_ == "LANGUAGE"
    known = alone and not language and bool(authority.family_names(words[0]))
    if known:
        yield 1 if placed else 2, "the family name of somebody in the tables"
    if alone and head.dep_ in _ACTING and (known or head.ent_type_ in PERSON_LABELS):
        yield 1, "acts or owns"
    if head.dep_ not in SUBJECTS:
        return
    verb = head.head
    if head.dep_ == "nsubjpass" and verb.lemma_ in _PERSONAL_PASSIVE:
        yield 1, f"{verb.text!r} is said of persons"
    elif head.dep_ == "nsubj" and verb.lemma_ in _PERSONAL:
        yield 2, f"{verb.text!r} is said of persons"
    if alone and _is_gendered(span):
        yield 1, "taken up by he or she"


def _is_gendered(span: Span) -> bool:
    """Whether he or she stands in the same sentence after the name, and nobody else between."""
    rest = span.doc[span.end : span.sent.end]
    at = next((t.i for t in rest if t.lower_ in _PRONOUNS), None)
    return at is not None and not any(t.ent_type_ == "PERSON" for t in span.doc[span.end : at])


def _labelled_org(span: Span) -> bool:
    return any(token.ent_type_ == "ORG" for token in span)


def _person_points(
    parse: Parse,
    authority: Authority,
    run: Run,
    key: str,
    title: tuple[int, int] | None,
    tally: Tally,
) -> tuple[int, tuple[str, ...]]:
    span = parse.doc[run.first : run.last + 1]
    signs: list[tuple[int, str]] = []
    if title is not None or key in tally.titled:
        signs.append((2, "a title stands before it"))
    if tally.people[key] > tally.others[key]:
        signs.append((1, "mostly labelled a person"))
    elif tally.others[key] > tally.people[key]:
        signs.append((-1, "mostly labelled something else"))
    if tally.has_fuller(span.text):
        signs.append((3, "part of a person's full name in this article"))
    if key in tally.called:
        signs.append((2, "stands beside a noun for a person"))
    elif is_called_a_person(span, authority):
        signs.append((2, "a noun for a person calls it so"))
    if _person_shaped(span.text):
        signs.append((1, "two to five capitalised words"))
    if span[-1].dep_ == "nsubj" and span[-1].head.lemma_ in {"say", "tell", "add"}:
        signs.append((1, "speaks"))
    signs.extend(_signs_of_life(span, authority))
    return sum(points for points, _ in signs), tuple(why for points, why in signs if points > 0)


def in_apposition_to_person(head: Token, authority: Authority) -> bool:
    """Whether a noun for a person stands in apposition: "Eva Ruiz, the mayor"."""
    beside = [*(c for c in head.children if c.dep_ == "appos")]
    if head.dep_ == "appos":
        beside.append(head.head)
    return any(authority.agent_kind(t.text) is ActorKind.PERSON for t in beside)


def is_called_a_person(span: Span, authority: Authority) -> bool:
    """Whether a plain noun says so: "the spokesperson Eva Ruiz", "Eva Ruiz is the minister".

    Nouns of business do not count: "the car maker Acme" is a firm.
    """
    head = span.root
    nouns = [t for t in head.children if t.dep_ in {"compound", "nmod"} and t.text.islower()]
    if head.dep_ == "nsubj" and head.head.lemma_ in {"be", "become"}:
        nouns += [t for t in head.head.children if t.dep_ == "attr"]
    return any(
        authority.agent_kind(t.text) is ActorKind.PERSON and authority.agent(t.text) != ("BUS",)
        for t in nouns
    )


def _person_shaped(words: str) -> bool:
    parts = words.replace("-", " ").split()
    plain = all(p[0].isupper() or p in LINKS for p in parts)
    return 2 <= len(parts) <= 5 and plain and not any(p.isupper() and len(p) > 2 for p in parts)


def _is_acronym(words: str) -> bool:
    bare = words.replace(".", "")
    return bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 8
