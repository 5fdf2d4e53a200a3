"""Names: runs of capitalised words, and what the whole article votes them to be.

The pipeline's own entity labels are a hint only. A bare surname is often labelled a place; the
article's other mentions, the title before it and the authority tables outvote that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span, Token

from dragoman.actors.authority import Authority, Entry, NameForm
from dragoman.actors.folding import fold
from dragoman.actors.runs import LINKS, NAME_TAGS, NEVER_NAMES, Run, trusted_runs
from dragoman.actors.short_forms import is_first_of, is_part_of, name_parts
from dragoman.language.parser import Parse
from dragoman.language.syntax import SUBJECTS, children
from dragoman.model.actor import ActorKind


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name at tokens ``first`` to ``last`` (included), with the title that stands before it.

    ``entry`` and ``form`` are set where the authority knows the name; ``votes`` says what spoke
    for its kind.
    """

    first: int
    last: int
    words: str
    kind: NameKind
    entry: Entry | None = None
    form: NameForm | None = None
    title: tuple[int, int] | None = None
    votes: tuple[str, ...] = ()


# The weakest sign of a body: the position of a place outweighs it.
BY_LABEL = ("capitals or the pipeline's label tell an organization",)

_KIND_OF_ENTRY = {
    ActorKind.STATE: NameKind.STATE,
    ActorKind.PERSON: NameKind.PERSON,
}
_PERSON_LABELS = frozenset({"PERSON"})
_OTHER_LABELS = frozenset(
    {"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)
_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir dame lord lady dr dr. prof prof. professor sheikh ayatollah "
    "gen gen. col col. lt lt. maj maj. capt capt. sen sen. rep rep. gov gov. pope king queen "
    "prince princess emir sultan comrade".split()
)
# Points a run needs to be taken for a person without the authority's word. Two independent signs,
# such as the pipeline's label and a second name, are enough; one is not.
_PERSON_POINTS = 2


def find_names(parse: Parse, authority: Authority) -> tuple[Name, ...]:
    """Return the article's names in the order of the text, none overlapping.

    Known names come from the authority; other runs of proper nouns are voted on over the whole
    article. A title in front ("Foreign Minister") is kept apart from the name.
    """
    every_run = list(trusted_runs(parse, authority))
    known = _without_namesakes(parse, authority, list(_known_names(parse, authority)), every_run)
    taken = {i for name in known for i in range(name.first, name.last + 1)}
    runs = [run for run in every_run if not taken.issuperset(range(run.first, run.last + 1))]
    cut = _cut(parse.doc, runs, known, authority)
    pieces = [_without_title(parse.doc, run, authority) for run in cut]
    tally = _Tally(parse, authority, [(run, title) for run, title in pieces if run], known)
    fresh = list(_vote(parse, authority, pieces, tally))
    loose = {title[1] + 1: title for _, title in pieces if title is not None}
    merged = [*_with_titles(parse, authority, known, taken, loose), *fresh]
    return tuple(sorted(_without_overlaps(merged), key=lambda name: name.first))


def _known_names(parse: Parse, authority: Authority) -> Iterator[Name]:
    for match in authority.find(parse.article.text):
        span = parse.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is None or (span[0].i == span[-1].i and span[0].lower_ in NEVER_NAMES):
            continue
        kind = _KIND_OF_ENTRY.get(match.entry.kind, NameKind.BODY)
        votes = (f"the authority tables know {match.entry.name}",)
        first = span[0].i
        if span[0].lower_ == "the" and len(span) > 1:
            first += 1
        words = parse.article.text[match.start : match.end]
        yield Name(first, span[-1].i, words, kind, match.entry, match.form, None, votes)


def _without_namesakes(
    parse: Parse, authority: Authority, known: list[Name], runs: list[Run]
) -> list[Name]:
    """Drop states and capitals that are a part of somebody's name: "Israel Katz", "Ana Lima".

    Such a surname alone means its bearer where it is a subject ("Lima thanked the nurses").
    """
    people = [run for run in runs if _is_person_like_a_state(parse.doc, authority, known, run)]
    fuller = [name_parts(parse.doc[run.first : run.last + 1].text) for run in people]

    def is_namesake(name: Name) -> bool:
        if name.form not in (NameForm.NAME, NameForm.CAPITAL) or name.kind is not NameKind.STATE:
            return False
        if any(run.first <= name.first and name.last <= run.last for run in people):
            return True
        acts = parse.doc[name.last].dep_ in SUBJECTS
        return acts and any(is_part_of(name_parts(name.words), parts) for parts in fuller)

    return [name for name in known if not is_namesake(name)]


def _is_person_like_a_state(doc: Doc, authority: Authority, known: list[Name], run: Run) -> bool:
    """Whether a run with one state's name in it is a person's name all the same."""
    person, title = _without_title(doc, run, authority)
    inside = [n for n in known if run.first <= n.first and n.last <= run.last]
    if person is None or len(inside) != 1 or inside[0].first < person.first:
        return False
    if inside[0].kind is not NameKind.STATE or inside[0].form is NameForm.ADJECTIVE:
        return False
    span = doc[person.first : person.last + 1]
    if len(span) == inside[0].last - inside[0].first + 1 or authority.body(span.text) is not None:
        return False
    labelled = all(token.ent_type_ in _PERSON_LABELS for token in span)
    beside = _in_apposition_to_person(span[-1], authority) or _is_called_a_person(span, authority)
    return labelled or title is not None or beside


def _vote(
    parse: Parse,
    authority: Authority,
    pieces: list[tuple[Run | None, tuple[int, int] | None]],
    tally: _Tally,
) -> Iterator[Name]:
    """Vote on the longer names first: whoever is found to be a person lends it to the surname."""
    runs = [(run, title) for run, title in pieces if run is not None]
    for run, title in sorted(runs, key=lambda piece: piece[0].first - piece[0].last):
        name = _voted(parse, authority, run, title, tally)
        if name.kind is NameKind.PERSON:
            tally.full.add(name_parts(name.words))
        yield name


def _cut(doc: Doc, runs: list[Run], known: list[Name], authority: Authority) -> Iterator[Run]:
    """Cut known names out of the runs: what is left over is a name of its own, or a title.

    A person of the tables stays whole behind a title or a party ("Democrat | Ana Lima"), but is
    no part of a longer name that only holds theirs.
    """
    for run in runs:
        inside = [n for n in known if run.first <= n.last and n.first <= run.last]
        whole = [n for n in inside if n.kind is NameKind.PERSON]
        longer = [n for n in whole if not _is_epithet(doc[run.first : n.first], authority)]
        if longer and all(n.first == run.first or n.last == run.last for n in longer):
            inside = [n for n in inside if n.kind is not NameKind.PERSON]
        at = run.first
        for name in sorted(inside, key=lambda n: n.first):
            if at < name.first:
                yield Run(at, name.first - 1)
            at = max(at, name.last + 1)
        if at <= run.last:
            yield Run(at, run.last)


def _is_epithet(words: Span, authority: Authority) -> bool:
    """Whether words before a name only say what its bearer is: a title, a party, a nation."""
    return bool(len(words)) and all(
        token.lower_ in _HONORIFICS
        or authority.agent_kind(token.text) is not None
        or authority.adjective_country(token.text) is not None
        or any(e.kind is not ActorKind.PERSON for e in authority.lookup(f"{token.text}s"))
        for token in words
    )


def _without_title(
    doc: Doc, run: Run, authority: Authority
) -> tuple[Run | None, tuple[int, int] | None]:
    """Part a run into title and name: "Foreign Minister | Ana Lima"; no name gives None."""
    split = 0
    for size in range(1, _end_of_title(doc, run) - run.first + 1):
        words = doc[run.first : run.first + size].text
        # "Florida Gov. | Ana Lima": whatever stands before the short title belongs to it.
        short = words.lower().split()[-1] in _HONORIFICS
        if short or authority.agent_kind(words) is ActorKind.PERSON:
            split = size
    if not split:
        return run, None
    title = (run.first, run.first + split - 1)
    if run.first + split > run.last:
        return None, title
    return Run(run.first + split, run.last), title


def _end_of_title(doc: Doc, run: Run) -> int:
    """Return the token that a title with "of" must end before: "Minister of Health | Ana Lima"."""
    tokens = doc[run.first : run.last + 1]
    of = next((t for t in tokens if t.lower_ == "of"), None)
    if of is None:
        return run.last + 1
    named = (t.i for t in tokens if t.i > of.i and t.ent_type_ in _PERSON_LABELS)
    governed = (t.i + 1 for t in children(of, "pobj"))
    return min(next(named, run.last + 1), next(governed, run.last + 1))


class _Tally:
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
            self.people[key] += bool(_PERSON_LABELS & set(labels))
            self.others[key] += bool(_OTHER_LABELS & set(labels))
            if title:
                self.titled.add(key)
            if _in_apposition_to_person(span[-1], authority):
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
    tally: _Tally,
) -> Name:
    span = parse.doc[run.first : run.last + 1]
    key = fold(span.text)
    if authority.body(span.text) is not None:
        votes: tuple[str, ...] = (f"{span[-1].text!r} is a noun for a body",)
        return Name(run.first, run.last, span.text, NameKind.BODY, title=title, votes=votes)
    points, signs = _person_points(parse, authority, run, key, title, tally)
    if points >= _PERSON_POINTS:
        return Name(run.first, run.last, span.text, NameKind.PERSON, title=title, votes=signs)
    if _is_acronym(span.text) or (tally.others[key] and _labelled_org(span)):
        return Name(run.first, run.last, span.text, NameKind.BODY, title=title, votes=BY_LABEL)
    return Name(run.first, run.last, span.text, NameKind.UNKNOWN, title=title)


def _labelled_org(span: Span) -> bool:
    return any(token.ent_type_ == "ORG" for token in span)


def _person_points(
    parse: Parse,
    authority: Authority,
    run: Run,
    key: str,
    title: tuple[int, int] | None,
    tally: _Tally,
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
    elif _is_called_a_person(span, authority):
        signs.append((2, "a noun for a person calls it so"))
    if _person_shaped(span.text):
        signs.append((1, "two to five capitalised words"))
    if span[-1].dep_ == "nsubj" and span[-1].head.lemma_ in {"say", "tell", "add"}:
        signs.append((1, "speaks"))
    return sum(points for points, _ in signs), tuple(why for points, why in signs if points > 0)


def _in_apposition_to_person(head: Token, authority: Authority) -> bool:
    beside = [*(c for c in head.children if c.dep_ == "appos")]
    if head.dep_ == "appos":
        beside.append(head.head)
    return any(authority.agent_kind(t.text) is ActorKind.PERSON for t in beside)


def _is_called_a_person(span: Span, authority: Authority) -> bool:
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


def _with_titles(
    parse: Parse,
    authority: Authority,
    known: list[Name],
    taken: set[int],
    loose: dict[int, tuple[int, int]],
) -> Iterator[Name]:
    """Give known people the title in front of them ("President Maduro").

    ``loose`` are titles by the token after them ("Secretary of State | Rubio").
    """
    for name in known:
        start = name.first
        while start - 1 >= 0 and start - 1 not in taken and _titular(parse.doc[start - 1]):
            start -= 1
        words = parse.doc[start : name.first].text
        titled = start < name.first and _is_title(words, authority)
        title = (start, name.first - 1) if titled else loose.get(name.first)
        if name.kind is NameKind.PERSON and title is not None:
            yield Name(name.first, name.last, name.words, name.kind, name.entry, name.form, title,
                       name.votes)  # fmt: skip
        else:
            yield name


def _titular(token: Token) -> bool:
    return token.tag_ in NAME_TAGS or (token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "compound")


def _is_title(words: str, authority: Authority) -> bool:
    return words.lower() in _HONORIFICS or authority.agent_kind(words) is ActorKind.PERSON


def _without_overlaps(names: list[Name]) -> Iterator[Name]:
    """Keep the longest of names that overlap; the authority's word wins a tie."""
    used: set[int] = set()
    for name in sorted(names, key=lambda n: (n.first - n.last, n.entry is None, n.first)):
        span = set(range(name.first, name.last + 1))
        if not span & used:
            used |= span
            yield name
