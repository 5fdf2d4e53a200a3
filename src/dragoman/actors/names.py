"""Names: runs of capitalised words, and what the whole article votes them to be.

The pipeline's own entity labels are a hint only. A bare surname is often labelled a place; the
article's other mentions, the title before it and the authority tables outvote that.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dragoman.actors.authority import Authority, NameForm
from dragoman.actors.company import believed, with_company
from dragoman.actors.given_names import is_given_name
from dragoman.actors.name import Name, NameKind
from dragoman.actors.parties import is_family_adjective
from dragoman.actors.runs import NAME_TAGS, NEVER_NAMES, Run, trusted_runs
from dragoman.actors.short_forms import is_part_of, name_parts
from dragoman.actors.votes import (
    PERSON_LABELS,
    Tally,
    in_apposition_to_person,
    is_called_a_person,
    vote,
)
from dragoman.actors.wholes import is_body, outside, widened, without_links, without_parts
from dragoman.language.occasions import Occasion
from dragoman.language.parser import Parse
from dragoman.language.syntax import SUBJECTS, children
from dragoman.model.actor import ActorKind

__all__ = ["Name", "NameKind", "find_names"]

_KIND_OF_ENTRY = {
    ActorKind.STATE: NameKind.STATE,
    ActorKind.PERSON: NameKind.PERSON,
}
_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir dame lord lady dr dr. prof prof. professor sheikh ayatollah "
    "gen gen. col col. lt lt. maj maj. capt capt. sen sen. rep rep. gov gov. pope king queen "
    "prince princess emir sultan comrade".split()
)


def find_names(
    parse: Parse, authority: Authority, occasions: tuple[Occasion, ...] = ()
) -> tuple[Name, ...]:
    """Return the article's names in the order of the text, none overlapping.

    Known names come from the authority; other runs of proper nouns are voted on over the whole
    article. A title in front ("Foreign Minister") is kept apart from the name. Nothing but known
    names is looked for in the names of ``occasions``.
    """
    every_run = list(outside(trusted_runs(parse, authority), occasions))
    known = believed(list(_known_names(parse, authority)))
    known = without_parts(parse.doc, known, every_run)
    known = _without_namesakes(parse, authority, known, every_run)
    taken = {i for name in known for i in range(name.first, name.last + 1)}
    runs = [run for run in every_run if not taken.issuperset(range(run.first, run.last + 1))]
    cut = _cut(parse.doc, runs, known, authority)
    pieces = [_without_title(parse.doc, run, authority) for run in cut]
    tally = Tally(parse, authority, [(run, title) for run, title in pieces if run], known)
    fresh = list(vote(parse, authority, pieces, tally))
    loose = {title[1] + 1: title for _, title in pieces if title is not None}
    merged = [*_with_titles(parse, authority, known, taken, loose), *fresh]
    names = sorted(_without_overlaps(merged), key=lambda name: name.first)
    return with_company(parse.doc, widened(parse.doc, names), authority)


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
    labelled = all(token.ent_type_ in PERSON_LABELS for token in span)
    beside = in_apposition_to_person(span[-1], authority) or is_called_a_person(span, authority)
    return labelled or title is not None or beside


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
                yield without_links(doc, Run(at, name.first - 1))
            at = max(at, name.last + 1)
        if at <= run.last:
            yield without_links(doc, Run(at, run.last))


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
    if is_body(doc, run):
        return run, None
    split = 0
    for size in range(1, _end_of_title(doc, run) - run.first + 1):
        words = doc[run.first : run.first + size].text
        # "Florida Gov. | Ana Lima": whatever stands before the short title belongs to it.
        short = words.lower().split()[-1] in _HONORIFICS
        titular = short or authority.agent_kind(words) is ActorKind.PERSON
        if titular or _is_said_of(doc, run, size, authority):
            split = size
    if not split:
        return run, None
    title = (run.first, run.first + split - 1)
    if run.first + split > run.last:
        return None, title
    return Run(run.first + split, run.last), title


def _is_said_of(doc: Doc, run: Run, size: int, authority: Authority) -> bool:
    """Whether the first words say what somebody is: "Senators | Ana Lima", "Liberal | Ana Lima"."""
    if run.first + size > run.last:
        return False
    first, following = doc[run.first : run.first + size], doc[run.first + size]
    if following.ent_type_ not in PERSON_LABELS and not is_given_name(following.text):
        return False
    plural = first[-1].text.endswith(("s", "men")) and first[-1].text[0].isupper()
    group = plural and authority.agent_kind(first.text) is ActorKind.GROUP
    people = size == 1 and first[0].ent_type_ == "NORP"
    return group or people or is_family_adjective(first.text)


def _end_of_title(doc: Doc, run: Run) -> int:
    """Return the token that a title with "of" must end before: "Minister of Health | Ana Lima"."""
    tokens = doc[run.first : run.last + 1]
    of = next((t for t in tokens if t.lower_ == "of"), None)
    if of is None:
        return run.last + 1
    named = (t.i for t in tokens if t.i > of.i and t.ent_type_ in PERSON_LABELS)
    governed = (t.i + 1 for t in children(of, "pobj"))
    return min(next(named, run.last + 1), next(governed, run.last + 1))


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
