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
from dragoman.actors.short_forms import is_part_of, name_parts
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.article import BlockKind


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


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int


_NAME_TAGS = frozenset({"NNP", "NNPS"})
# Words that may stand inside a name between two capitalised ones.
_LINKS = frozenset(
    "al bin ibn da das de del den der di do dos du e el la las le los y van von".split()
)
_LINKED_BY_OF = frozenset({"of", "the", "for", "and", "&"})
_HYPHENS = frozenset("-‐‑")
_KIND_OF_ENTRY = {
    ActorKind.STATE: NameKind.STATE,
    ActorKind.PERSON: NameKind.PERSON,
}
_PERSON_LABELS = frozenset({"PERSON"})
_OTHER_LABELS = frozenset(
    {"ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
)
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir dame lord lady dr dr. prof prof. professor sheikh ayatollah "
    "gen gen. col col. lt lt. maj maj. capt capt. sen sen. rep rep. gov gov. pope king queen "
    "prince princess emir sultan comrade".split()
)
_NEVER_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)
# Points a run needs to be taken for a person without the authority's word. Two independent signs,
# such as the pipeline's label and a second name, are enough; one is not.
_PERSON_POINTS = 2


def find_names(parse: Parse, authority: Authority) -> tuple[Name, ...]:
    """Return the article's names in the order of the text, none overlapping.

    Known names come from the authority; other runs of proper nouns are voted on over the whole
    article. A title in front ("Foreign Minister") is kept apart from the name.
    """
    known = list(_known_names(parse, authority))
    taken = {i for name in known for i in range(name.first, name.last + 1)}
    runs = [
        run
        for run in _trusted_runs(parse, authority)
        if not taken.issuperset(range(run.first, run.last + 1))
    ]
    pieces = [_without_title(parse.doc, run, authority) for run in _cut(runs, known)]
    tally = _Tally(parse, [(run, title) for run, title in pieces if run], known)
    fresh = [
        _voted(parse, authority, run, title, tally) for run, title in pieces if run is not None
    ]
    merged = [*_with_titles(parse, authority, known, taken), *fresh]
    return tuple(sorted(_without_overlaps(merged), key=lambda name: name.first))


def _known_names(parse: Parse, authority: Authority) -> Iterator[Name]:
    for match in authority.find(parse.article.text):
        span = parse.doc.char_span(match.start, match.end, alignment_mode="expand")
        if span is None or (span[0].i == span[-1].i and span[0].lower_ in _NEVER_NAMES):
            continue
        kind = _KIND_OF_ENTRY.get(match.entry.kind, NameKind.BODY)
        votes = (f"the authority tables know {match.entry.name}",)
        first = span[0].i
        if span[0].lower_ == "the" and len(span) > 1:
            first += 1
        words = parse.article.text[match.start : match.end]
        yield Name(first, span[-1].i, words, kind, match.entry, match.form, None, votes)


def _trusted_runs(parse: Parse, authority: Authority) -> Iterator[_Run]:
    """Yield runs of capitals; those of headings, where every word has one, only if met elsewhere."""
    in_text: set[str] = set()
    in_headings: list[_Run] = []
    for run in _runs(parse, authority):
        sentence = parse.sentence_of(parse.doc[run.first])
        words = parse.doc[run.first : run.last + 1].text
        if parse.article.blocks[sentence.block].kind in _HEADINGS:
            in_headings.append(run)
        else:
            in_text.update((words, *words.split()))
            yield run
    yield from (r for r in in_headings if parse.doc[r.first : r.last + 1].text in in_text)


def _runs(parse: Parse, authority: Authority) -> Iterator[_Run]:
    for sentence in parse.sentences:
        span = parse.tokens(sentence)
        tokens = [t for t in span if not t.is_space]
        at = 0
        while at < len(tokens):
            if not _starts_name(tokens[at]):
                at += 1
                continue
            end = _end_of_run(tokens, at, authority)
            yield _Run(tokens[at].i, tokens[end].i)
            at = end + 1


def _starts_name(token: Token) -> bool:
    return (
        token.tag_ in _NAME_TAGS
        and token.text[0].isupper()
        and token.lower_.rstrip(".") not in _NEVER_NAMES
    )


def _end_of_run(tokens: list[Token], start: int, authority: Authority) -> int:
    end, at = start, start + 1
    while at < len(tokens):
        token = tokens[at]
        if _starts_name(token) or (token.text[0].isupper() and token.ent_iob_ == "I"):
            end = at
        elif not _links(tokens, at) and not _links_office(tokens, start, at, authority):
            break
        at += 1
    return end


def _links_office(tokens: list[Token], start: int, at: int, authority: Authority) -> bool:
    """Whether "of (the)" goes on with a ministry's or minister's portfolio, not with a country."""
    if tokens[at].lower_ not in _LINKED_BY_OF or at + 1 >= len(tokens):
        return False
    if tokens[at].lower_ == "of":
        head = tokens[at - 1].text
        office = authority.body(head) is not None or authority.agent_kind(head) is ActorKind.PERSON
        ahead = tokens[at + 2] if tokens[at + 1].lower_ == "the" and at + 2 < len(tokens) else None
        following = ahead or tokens[at + 1]
        return office and following.text[0].isupper() and not _is_state(following, authority)
    linked = any(t.lower_ == "of" for t in tokens[start:at])
    return linked and tokens[at + 1].text[0].isupper() and not _is_state(tokens[at + 1], authority)


def _is_state(token: Token, authority: Authority) -> bool:
    return any(entry.kind is ActorKind.STATE for entry in authority.lookup(token.text))


def _links(tokens: list[Token], at: int) -> bool:
    """Whether a small word or hyphen joins two parts of one name."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if token.text in _HYPHENS:
        return not tokens[at - 1].whitespace_ and not token.whitespace_
    return token.text in _LINKS and following.text[0].isupper()


def _cut(runs: list[_Run], known: list[Name]) -> Iterator[_Run]:
    """Cut known names out of the runs: what is left over is a name of its own, or a title."""
    for run in runs:
        inside = [n for n in known if run.first <= n.last and n.first <= run.last]
        whole = [n for n in inside if n.kind is NameKind.PERSON]
        if whole and all(n.first == run.first or n.last == run.last for n in whole):
            inside = [n for n in inside if n.kind is not NameKind.PERSON]
        at = run.first
        for name in sorted(inside, key=lambda n: n.first):
            if at < name.first:
                yield _Run(at, name.first - 1)
            at = max(at, name.last + 1)
        if at <= run.last:
            yield _Run(at, run.last)


def _without_title(
    doc: Doc, run: _Run, authority: Authority
) -> tuple[_Run | None, tuple[int, int] | None]:
    """Part a run into title and name: "Foreign Minister | Ana Lima"; no name gives None."""
    split = 0
    for size in range(1, run.last - run.first + 2):
        words = doc[run.first : run.first + size].text
        single = size == 1 and words.lower() in _HONORIFICS
        if single or authority.agent_kind(words) is ActorKind.PERSON:
            split = size
    if not split:
        return run, None
    title = (run.first, run.first + split - 1)
    if run.first + split > run.last:
        return None, title
    return _Run(run.first + split, run.last), title


class _Tally:
    """What the whole article says of each run of words: labels, titles, longer forms."""

    def __init__(
        self,
        parse: Parse,
        pieces: list[tuple[_Run, tuple[int, int] | None]],
        known: list[Name],
    ) -> None:
        self.people: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self.titled: set[str] = set()
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
        for run, _ in pieces:
            words = parse.doc[run.first : run.last + 1].text
            key = fold(words)
            if self.people[key] > self.others[key] or key in self.titled:
                self.full.add(name_parts(words))

    def has_fuller(self, words: str) -> bool:
        """Whether the article names a person of whose name this is a short form."""
        parts = name_parts(words)
        return any(is_part_of(parts, full) for full in self.full)


def _voted(
    parse: Parse,
    authority: Authority,
    run: _Run,
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
        votes = ("capitals or the pipeline's label tell an organization",)
        return Name(run.first, run.last, span.text, NameKind.BODY, title=title, votes=votes)
    return Name(run.first, run.last, span.text, NameKind.UNKNOWN, title=title)


def _labelled_org(span: Span) -> bool:
    return any(token.ent_type_ == "ORG" for token in span)


def _person_points(
    parse: Parse,
    authority: Authority,
    run: _Run,
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
    if _in_apposition_to_person(span[-1], authority):
        signs.append((2, "stands beside a noun for a person"))
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


def _person_shaped(words: str) -> bool:
    parts = words.replace("-", " ").split()
    plain = all(p[0].isupper() or p in _LINKS for p in parts)
    return 2 <= len(parts) <= 5 and plain and not any(p.isupper() and len(p) > 2 for p in parts)


def _is_acronym(words: str) -> bool:
    bare = words.replace(".", "")
    return bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 8


def _with_titles(
    parse: Parse, authority: Authority, known: list[Name], taken: set[int]
) -> Iterator[Name]:
    """Give known people the title in front of them ("President Maduro")."""
    for name in known:
        start = name.first
        while start - 1 >= 0 and start - 1 not in taken and _titular(parse.doc[start - 1]):
            start -= 1
        words = parse.doc[start : name.first].text
        titled = start < name.first and _is_title(words, authority)
        if name.kind is NameKind.PERSON and titled:
            title = (start, name.first - 1)
            yield Name(name.first, name.last, name.words, name.kind, name.entry, name.form, title,
                       name.votes)  # fmt: skip
        else:
            yield name


def _titular(token: Token) -> bool:
    return token.tag_ in _NAME_TAGS or (
        token.pos_ in {"NOUN", "PROPN"} and token.dep_ == "compound"
    )


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
