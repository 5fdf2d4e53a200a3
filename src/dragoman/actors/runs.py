"""Runs: capitalised words that stand together and may be a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.actors.authority import Authority
from dragoman.language.parser import Parse
from dragoman.model.actor import ActorKind
from dragoman.model.article import BlockKind


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first`` to ``last`` (included) of a parse."""

    first: int
    last: int


NAME_TAGS = frozenset({"NNP", "NNPS"})
# Words that may stand inside a name between two capitalised ones.
LINKS = frozenset(
    "al bin ibn da das de del den der di do dos du e el la las le los y van von".split()
)
_LINKED_BY_OF = frozenset({"of", "the", "for", "and", "&"})
_HYPHENS = frozenset("-‐‑")
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
NEVER_NAMES = frozenset(
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december".split()
)


def trusted_runs(parse: Parse, authority: Authority) -> Iterator[Run]:
    """Yield runs of capitals; those of headings, all in capitals, only if met elsewhere."""
    in_text: set[str] = set()
    in_headings: list[Run] = []
    for run in _runs(parse, authority):
        sentence = parse.sentence_of(parse.doc[run.first])
        words = parse.doc[run.first : run.last + 1].text
        if parse.article.blocks[sentence.block].kind in _HEADINGS:
            in_headings.append(run)
        else:
            in_text.update((words, *words.split()))
            yield run
    yield from (r for r in in_headings if parse.doc[r.first : r.last + 1].text in in_text)


def _runs(parse: Parse, authority: Authority) -> Iterator[Run]:
    starts = _name_words(parse.doc)
    for sentence in parse.sentences:
        span = parse.tokens(sentence)
        tokens = [t for t in span if not t.is_space]
        at = 0
        while at < len(tokens):
            if tokens[at].i not in starts:
                at += 1
                continue
            end = _end_of_run(tokens, at, starts, authority)
            yield Run(tokens[at].i, tokens[end].i)
            at = end + 1


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and token.lower_.rstrip(".") not in NEVER_NAMES


def _name_words(doc: Doc) -> frozenset[int]:
    """Return the tokens that may belong to a name.

    A surname is often tagged as a common noun or a verb; where the article has the word inside a
    name, it is taken for one wherever it has its capital.
    """
    tagged = {t.i for t in doc if t.tag_ in NAME_TAGS and _is_capitalised(t)}
    inside = {doc[i].text for i in tagged if i - 1 in tagged}
    again = {t.i for t in doc if t.text in inside and _is_capitalised(t)}
    return frozenset(tagged | again)


def _end_of_run(
    tokens: list[Token], start: int, starts: frozenset[int], authority: Authority
) -> int:
    end, at = start, start + 1
    while at < len(tokens):
        token = tokens[at]
        if token.i in starts or (token.text[0].isupper() and token.ent_iob_ == "I"):
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
    if token.text not in LINKS:
        return False
    linked = following.text in LINKS and at + 2 < len(tokens)
    return following.text[0].isupper() or (linked and tokens[at + 2].text[0].isupper())
