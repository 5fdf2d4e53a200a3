"""Where an act happened: the place that stands in its clause, at the precision the text gives."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.language.parser import Parse
from dragoman.language.syntax import clause_head
from dragoman.model.actor import MentionKind, Place
from dragoman.model.quote import Quote


@dataclass(frozen=True, slots=True)
class Placing:
    """A place and the words that give it."""

    place: Place
    quote: Quote


def place_act(head: Token, parse: Parse, cast: Cast) -> Placing | None:
    """Return the nearest place of the act's clause, those in the act's own phrase first, or None.

    A country is never made a city: the precision is that of the words.
    """
    clause = clause_head(head)
    candidates = []
    for token in parse.tokens(parse.sentence_of(head)):
        mention = cast.at(token)
        if mention is None or mention.kind is not MentionKind.PLACE or mention.place is None:
            continue
        inside = head.is_ancestor(token)
        if inside or clause_head(token) == clause:
            candidates.append((not inside, abs(token.i - head.i), token.i, mention))
    if not candidates:
        return None
    mention = min(candidates, key=lambda c: c[:3])[3]
    return Placing(mention.place, mention.quote) if mention.place else None
