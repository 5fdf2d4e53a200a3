"""Agreement: which mentions a "he", an "it" or a "they" can take up at all."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import Draft
from dragoman.actors.given_names import given_gender
from dragoman.language.syntax import SUBJECTS
from dragoman.model.actor import ActorKind

_THINGS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANIZATION})
_MANY = frozenset({ActorKind.GROUP, ActorKind.UNNAMED})
# Nouns in the singular that take "they" and never "it".
_PLURAL_NOUNS = frozenset({"people", "police"})
# Nouns that mean one or many alike, and no single person.
_TALKERS = frozenset({"source", "sources"})
_GENDERED = {
    **dict.fromkeys(
        "brother businessman chairman congressman emir father husband king man pope prince sheikh "
        "son spokesman statesman sultan widower".split(),
        "male",
    ),
    **dict.fromkeys(
        "businesswoman chairwoman congresswoman daughter mother princess queen sister "
        "spokeswoman widow wife woman".split(),
        "female",
    ),
}


def is_plural_noun(token: Token) -> bool:
    """Whether a noun is plural in form or in sense."""
    return token.tag_ in {"NNS", "NNPS"} or token.lower_ in _PLURAL_NOUNS


def _is_plural_name(token: Token) -> bool:
    """Whether a name's verb shows it to be a plural: "the Greens want", never "wants"."""
    verb = token.head
    marks = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    named = token.pos_ == "PROPN" and token.lower_.endswith("s") and token.dep_ in SUBJECTS
    return named and any(t.tag_ == "VBP" or t.lower_ == "were" for t in marks)


def is_somebody(draft: Draft, head: Token) -> bool:
    """Whether a mention with this head means one person."""
    if draft.kind is ActorKind.PERSON:
        return True
    single = not is_plural_noun(head) and head.lemma_.lower() not in _TALKERS
    return draft.kind is ActorKind.UNNAMED and single


def is_something(draft: Draft, head: Token) -> bool:
    """Whether a mention with this head means one state, body, organization or group."""
    if draft.kind is ActorKind.GROUP or head.pos_ != "PROPN":
        return draft.kind in {*_THINGS, ActorKind.GROUP} and not is_plural_noun(head)
    return draft.kind in _THINGS


def are_several(draft: Draft, head: Token) -> bool:
    """Whether a mention with this head means many: "protesters", "the police", "the Greens"."""
    plural = is_plural_noun(head) or _is_plural_name(head)
    return plural and (draft.kind in _MANY or draft.kind in _THINGS - {ActorKind.STATE})


def gender_of(draft: Draft) -> str | None:
    """Return "female" or "male": what the text says, else what a given name shows, else None."""
    if draft.gender is not None:
        return draft.gender
    shown = {given_gender(name) for name in draft.names} - {None}
    shown |= {_GENDERED[word] for name in draft.names for word in name.lower().split()[-1:]
              if word in _GENDERED}  # fmt: skip
    return shown.pop() if len(shown) == 1 else None


def gender_fits(draft: Draft, gender: str) -> bool:
    """Whether nothing speaks against a "he" or "she" for this actor."""
    return gender_of(draft) in (gender, None)
