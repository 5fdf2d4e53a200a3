"""Wholes: how far a body's name reaches, with the names of countries and people inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dragoman.actors.authority import NameForm
from dragoman.actors.heads import BODIES, HeadClass, load_heads
from dragoman.actors.name import Name, NameKind
from dragoman.actors.runs import LINKS, Run
from dragoman.language.occasions import Occasion

# Bodies that bear their country in their name. A ministry, an army or a court is its country's
# and named without it ("the Peruvian | Ministry of Health").
_NATIONAL = BODIES - {HeadClass.AGENCY, HeadClass.FORCES, HeadClass.COURT}
_STATE_FORMS = frozenset({NameForm.NAME, NameForm.ADJECTIVE})
# "Western Peru", with a capital, is a part of Peru with a name of its own.
_DIRECTIONS = frozenset(
    "North South East West Northern Southern Eastern Western Central Upper Lower Inner "
    "Outer".split()
)
_OF = frozenset({"of", "de", "del", "do", "da", "di", "du", "von", "van"})
_ARTICLES = frozenset({"the", "la", "el"})
_JOINERS = frozenset({"of", "for", "the", "and", "&", "on", "against"})


def outside(runs: Iterable[Run], occasions: tuple[Occasion, ...]) -> Iterator[Run]:
    """Yield what of the runs is no part of an occasion's name."""
    taken = {i for o in occasions for i in range(o.first, o.last + 1)}
    for run in runs:
        start = run.first
        for at in range(run.first, run.last + 2):
            if at in taken or at > run.last:
                if start < at:
                    yield Run(start, at - 1)
                start = at + 1


def without_links(doc: Doc, run: Run) -> Run:
    """Return the run without the small words at its ends: "Partido Verde | de", "of | Ana Soto"."""
    first, last = run.first, run.last
    while last > first and (doc[last].text in LINKS or doc[last].lower_ in _JOINERS):
        last -= 1
    while first < last and doc[first].lower_ in _JOINERS:
        first += 1
    return Run(first, last)


def is_body(doc: Doc, run: Run) -> bool:
    """Whether the run of two words or more has a body's head, and not one that is a surname too.

    "Youth Party" is no party led by a youth.
    """
    if run.first == run.last:
        return False
    words = [token.text for token in doc[run.first : run.last + 1]]
    while len(words) > 1 and words[-1].lower() in _JOINERS:
        words.pop()
    head = load_heads().head(words)
    return head is not None and head.of in BODIES and not load_heads().is_shared(head)


def without_parts(doc: Doc, known: list[Name], runs: list[Run]) -> list[Name]:
    """Drop known names that are only a part of a longer body's name.

    In "the Ana Soto Memorial Society" nobody is named Ana Soto. A country at either end stays:
    "the Peruvian Red League" is a body of Peru.
    """
    return [name for name in known if not any(_is_part(doc, name, run) for run in runs)]


def _is_part(doc: Doc, name: Name, run: Run) -> bool:
    if not (run.first <= name.first and name.last <= run.last):
        return False
    if name.last - name.first == run.last - run.first:
        return False
    if name.kind is NameKind.BODY:
        return _is_end_of_another(doc, name, run)
    head = load_heads().head([token.text for token in doc[run.first : run.last + 1]])
    if head is None or head.of not in BODIES:
        return False
    if name.kind is NameKind.PERSON:
        return name.last < run.last and not load_heads().is_shared(head)
    outer = name.first == run.first or name.last == run.last
    return not (outer and name.form in _STATE_FORMS)


def _is_end_of_another(doc: Doc, name: Name, run: Run) -> bool:
    """Whether a known body's name ends another's: "New | Democratic Party", "Union of | Greens"."""
    before = doc[run.first : name.first]
    if len(before) and before[-1].lower_ in _JOINERS:
        return is_body(doc, Run(run.first, name.first - 1))
    head = load_heads().head([token.text for token in doc[name.first : name.last + 1]])
    goes_on = name.last < run.last and doc[name.last + 1].lower_ not in _JOINERS
    if goes_on or not len(before) or head is None or head.of not in BODIES:
        return False
    return all(t.text[0].isupper() and t.ent_type_ not in {"NORP", "GPE", "PERSON"} for t in before)


def widened(doc: Doc, names: list[Name]) -> list[Name]:
    """Return the names, those of parties and other bodies with the country that is part of them.

    "National Party | of Peru", "Peruvian | Workers' League": the name's own words stay what they
    are, so that a body is one whether or not its country is said with it. So does a country's name
    in that of a part of it ("Northern | Peru").
    """
    states = {n.first: n for n in names if n.kind is NameKind.STATE and n.form in _STATE_FORMS}
    ends = {n.last: n for n in states.values()}
    return [_widened(doc, name, states, ends) for name in names]


def _widened(doc: Doc, name: Name, states: dict[int, Name], ends: dict[int, Name]) -> Name:
    if name.form is NameForm.NAME and name.kind is NameKind.STATE:
        part = name.first > 0 and doc[name.first - 1].text in _DIRECTIONS
        return replace(name, whole=(name.first - 1, name.last)) if part else name
    if name.kind is not NameKind.BODY:
        return name
    head = load_heads().head([token.text for token in doc[name.first : name.last + 1]])
    if head is None or head.of not in _NATIONAL:
        return name
    first, last = name.first, name.last
    before = ends.get(first - 1)
    if before is not None and doc[first - 1].whitespace_:
        first = before.first
    after = _state_after(doc, last, states) if name.first < name.last else None
    if after is not None and after.form is NameForm.NAME:
        last = after.last
    return name if (first, last) == name.span else replace(name, whole=(first, last))


def _state_after(doc: Doc, last: int, states: dict[int, Name]) -> Name | None:
    """Return the state of "of (the) Peru" or "de Cuba" right after a token, or None."""
    if last + 2 >= len(doc) or doc[last + 1].lower_ not in _OF:
        return None
    article = doc[last + 2].lower_ in _ARTICLES
    return states.get(last + 2 + article)
