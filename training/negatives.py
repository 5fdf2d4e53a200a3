"""Silent candidates: what the reader would propose in the corpus and should not take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.resolve import find_cast
from dragoman.coding.acts import coded_sentences
from dragoman.coding.candidates import Candidate, of_match, propose, with_grammar
from dragoman.coding.marking import Extent
from dragoman.coding.matching import find_matches
from dragoman.coding.sides import Scene
from dragoman.language.parser import parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.pipeline import Tools
from training.markup import Item

Roles = Mapping[str, Sequence[Extent]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate of an item's text: its roles, and whether a cue of the codebook brought it."""

    roles: Roles
    by_cue: bool


def proposals(item: Item, tools: Tools) -> tuple[Proposal, ...]:
    """Return the candidates that reading finds in an item's text, in the order of the text."""
    article = compose_article(
        [(BlockKind.PARAGRAPH, item.text)], outlet="", headline="", source=item.id, published=None
    )
    parse = parse_article(article, tools.model)
    shift = article.text.index(item.text)
    scene = Scene(find_cast(parse, tools.authority, tools.places), tools.codebook)
    found: list[Proposal] = []
    for sentence in coded_sentences(parse):
        span = parse.tokens(sentence)
        matches = find_matches(span, scene)
        told = [word for match in matches for word in match.words]
        rest = propose(span, scene, told)
        found += [_proposal(of_match(match), shift, by_cue=True) for match in matches]
        found += [_proposal(candidate, shift, by_cue=False) for candidate in rest]
    return tuple(found)


def silent(item: Item, found: Sequence[Proposal]) -> Iterator[Roles]:
    """Yield the roles of those proposals that tell no event of the item.

    In an item with events, what a cue brought may be an event that its writer left unmarked, and is
    left out.
    """
    cues = [(s.start, s.end) for s in item.spans if s.label == "cue"]
    for proposal in found:
        told = any(_overlap(a, b) for a in proposal.roles["cue"] for b in cues)
        if not told and (not item.events or not proposal.by_cue):
            yield proposal.roles


def _proposal(candidate: Candidate, shift: int, *, by_cue: bool) -> Proposal:
    extents = with_grammar(candidate).extents()
    roles = {
        role: [(start - shift, end - shift) for start, end in own] for role, own in extents.items()
    }
    return Proposal(roles, by_cue)


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
