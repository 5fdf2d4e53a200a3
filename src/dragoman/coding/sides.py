"""Sides: which mentions stand on a side of an act, read from the nouns the parse gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook
from dragoman.language.syntax import children, governed_by, possessors
from dragoman.model.actor import Mention, MentionKind

# Heads that stand for what their of-phrase names: "a group of soldiers", "dozens of people".
_PARTITIVES = frozenset(
    "bulk dozen group handful hundred host lot majority member million number part pair rest "
    "score series some thousand all both each many most several".split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What cues are matched against: who is in the article, and what the codebook knows."""

    cast: Cast
    codebook: Codebook

    def at(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token, or None; of several told at once, the first.

        A report's sides have them all; to find the act, one of them is as good as another.
        """
        return next(iter(self.cast.all_at(token)), None)

    def is_act(self, noun: Token) -> bool:
        """Whether a noun can tell an act ("visit", "talks")."""
        return bool(self.codebook.cues_for(noun.lemma_.lower(), "noun"))


def is_place(token: Token, scene: Scene) -> bool:
    """Whether a token's mention is meant as a place."""
    mention = scene.at(token)
    return mention is not None and mention.kind is MentionKind.PLACE


def is_own(noun: Token) -> bool:
    """Whether a noun is somebody's by a pronoun: "its embassy", "their staff"."""
    return any(child.pos_ == "PRON" for child in children(noun, "poss"))


def side_heads(tokens: Iterable[Token], scene: Scene, *, recipient: bool) -> Iterator[Token]:
    """Yield the mention heads that these nouns bring to a side.

    A place counts as a recipient only (the host of a visit). A noun that names nobody itself
    brings in its owner ("Lima's visit aims …") or what it is a part of ("members of the police").
    """
    candidates = list(tokens)
    named = any(scene.at(token) is not None for token in candidates)
    for token in candidates:
        mention = scene.at(token)
        if mention is not None and mention.appearance is not None:
            if mention.kind is MentionKind.ACTOR or recipient:
                yield token
        elif token.lemma_.lower() in _PARTITIVES or token.pos_ == "NUM":
            yield from side_heads(governed_by(token, ("of",)), scene, recipient=recipient)
        elif scene.is_act(token) and not named and (not recipient or children(token, "poss")):
            yield from _behind_event_noun(token, scene)


def _behind_event_noun(noun: Token, scene: Scene) -> Iterator[Token]:
    behind = [*possessors(noun), *governed_by(noun, ("by", "between", "from"))]
    for token in behind:
        mention = scene.at(token)
        if mention is not None and mention.kind is MentionKind.ACTOR:
            yield token


def states_of(nouns: Iterable[Token], scene: Scene) -> Iterator[Token]:
    """Yield the state that an adjective gives things or people no table knows: "Sudanese jets"
    act for Sudan, "money for Kenyan railways" is for Kenya."""
    for noun in nouns:
        if noun.tag_ != "NNS" or scene.at(noun) is not None:
            continue
        for child in children(noun, "amod", "compound", "nmod"):
            mention = scene.at(child)
            if mention is not None and mention.kind is MentionKind.ACTOR:
                yield child


def owners(noun: Token, scene: Scene, *, recipient: bool) -> list[Token]:
    """Return whose an act's noun is: possessives and adjectives of nationality."""
    whose = [*possessors(noun), *children(noun, "amod", "compound", "nmod")]
    return list(side_heads(whose, scene, recipient=recipient))


def country_of(token: Token, scene: Scene) -> str | None:
    """Return the country of whom a token's mention names, or None."""
    mention = scene.at(token)
    who = scene.cast.who(mention) if mention else None
    return who.country if who else None


def distinct(tokens: list[Token], scene: Scene, seen: set[int | None]) -> list[Token]:
    """Return the tokens in their order, each appearance once and none that was seen."""
    kept = []
    for token in tokens:
        number = number_of(token, scene)
        if number not in seen:
            seen = seen | {number}
            kept.append(token)
    return kept


def number_of(token: Token, scene: Scene) -> int | None:
    """Return the number of the appearance that a token's mention names, or None."""
    mention = scene.at(token)
    return mention.appearance if mention is not None else None
