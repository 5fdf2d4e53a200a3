"""Salience: the nouns before a pronoun in the order in which a reader tries them.

First up the tree: the subject of the pronoun's own clause, then those of the clauses around it.
Then what else its sentence has, then the sentence before, and so on: subjects before objects,
left before right. This is the tree search of Hobbs (1978) with the order of centering theory
(Grosz, Joshi and Weinstein 1995), as far as a dependency parse shows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dragoman.actors.drafts import Casting, Draft
from dragoman.language.syntax import (
    SUBJECTS,
    appositives,
    clause_head,
    conjuncts,
    is_verb,
    subjects,
)
from dragoman.model.actor import MentionForm

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
# What is handed in by one and answered by another.
_HANDED_IN = frozenset(
    "apology appeal application bid call claim credentials demand invitation offer plea proposal "
    "request resignation surrender".split()
)
_ANSWERED = frozenset(
    "accept decline demand deny dismiss endorse grant refuse reject seek turn welcome".split()
)
# How far up the clauses of one sentence the search climbs; no real sentence nests deeper.
_MAX_CLAUSES = 8


def ranked_nouns(casting: Casting, token: Token, sentences: int) -> Iterator[Token]:
    """Yield the nouns before a token that it may take up, the likeliest first, each once.

    What the token stands inside of is left out, and what binding bars (``is_barred``).
    """
    seen: set[int] = set()
    for noun in _in_order(casting, token, sentences):
        if noun.i not in seen and noun.i < token.i and noun.pos_ in _NOUNS:
            seen.add(noun.i)
            known = noun.i in casting.at_head or noun.i in casting.together
            if (known or noun.pos_ != "PRON") and not _holds(noun, token):
                yield noun


def barred(casting: Casting, token: Token) -> list[Draft]:
    """Return whom a pronoun cannot mean by its place in the clause.

    A plain object is never its own clause's subject ("he praised him"); an apposition's owner is
    never whom it stands beside ("Lima, his deputy").
    """
    found = [casting.at_head.get(noun.i) for noun in _barred_nouns(token)]
    return [draft for draft in found if draft is not None]


def is_reflexive(token: Token) -> bool:
    """Whether the token is "himself", "itself" and the like."""
    return token.lower_.endswith(("self", "selves"))


def is_adjective(casting: Casting, head: Token) -> bool:
    """Whether a mention is a mere adjective ("French"), which no pronoun takes up."""
    spot = casting.spot_at.get(head.i)
    return spot is not None and spot.rule == "actors.adjective" and spot.form is MentionForm.NAME


def owner_stands_for(casting: Casting, noun: Token) -> bool:
    """Whether a subject is a thing, so that its owner is who acts ("Lima's speech pleased …")."""
    return noun.i not in casting.at_head


def _in_order(casting: Casting, token: Token, sentences: int) -> Iterator[Token]:
    yield from _subjects_above(token)
    here = casting.parse.sentence_of(token)
    for number in range(here.number, max(-1, here.number - sentences - 1), -1):
        span = casting.parse.tokens(casting.parse.sentences[number])
        heads = [t for t in span if t.i < token.i and t.pos_ in _NOUNS]
        yield from sorted(heads, key=lambda noun: (_rank(casting, noun), noun.i))


def _subjects_above(token: Token) -> Iterator[Token]:
    """Yield the subjects of the clauses that a token stands in, from the inmost outwards."""
    clause = clause_head(token)
    if token.dep_ in SUBJECTS and token.head == clause:
        clause = clause_head(clause.head) if clause.head != clause else clause
    for _ in range(_MAX_CLAUSES):
        for subject in subjects(clause):
            yield subject
            yield from appositives(subject)
        if clause.head == clause:
            return
        clause = clause_head(clause.head)


def _rank(casting: Casting, noun: Token) -> int:
    if noun.dep_ in SUBJECTS:
        return 0 if noun.head.dep_ == "ROOT" else 1
    if noun.dep_ == "appos" and noun.head.dep_ in SUBJECTS:
        return 1
    if noun.dep_ == "conj" and any(noun in conjuncts(s) for s in _conjoined_subject(noun)):
        return 1
    if noun.dep_ == "poss" and noun.head.dep_ in SUBJECTS:
        return 1 if owner_stands_for(casting, noun.head) else 3
    nested = noun.dep_ == "pobj" and not is_verb(noun.head.head)
    return 2 if noun.dep_ in _OBJECTS and not nested else 3


def _conjoined_subject(noun: Token) -> list[Token]:
    top = noun
    while top.dep_ == "conj" and top.head != top:
        top = top.head
    return [top] if top.dep_ in SUBJECTS else []


def _holds(noun: Token, token: Token) -> bool:
    """Whether the token stands inside the noun's own phrase, clauses about the noun apart."""
    at = token
    while at.head != at:
        if at == noun:
            return True
        if at.dep_ in {"relcl", "acl", "ccomp", "advcl", "conj"}:
            return False
        at = at.head
    return at == noun


def _barred_nouns(token: Token) -> Iterator[Token]:
    if token.dep_ in _OBJECTS and not is_reflexive(token):
        clause = clause_head(token)
        for subject in subjects(clause):
            yield subject
            yield from appositives(subject)
    if token.dep_ == "poss":
        yield from _never_owners(token.head)


def _never_owners(owned: Token) -> Iterator[Token]:
    """Yield who cannot own a thing by its place: "Lima, his deputy", "Lima is his deputy".

    Nor does anybody accept a resignation or reject an offer of his own.
    """
    if owned.dep_ == "appos":
        yield owned.head
    yield from appositives(owned)
    handed = owned.dep_ == "dobj" and owned.lemma_.lower() in _HANDED_IN
    if owned.dep_ == "attr" or (handed and owned.head.lemma_.lower() in _ANSWERED):
        yield from subjects(owned.head)
