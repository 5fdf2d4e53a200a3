"""A noun for somebody: how it is marked, and who is named right beside it."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import Casting, Draft, Spot
from dragoman.language.syntax import children, conjuncts, phrase_bounds
from dragoman.model.actor import ActorKind, MentionForm, MentionKind


def mark_noun(casting: Casting, draft: Draft, noun: Token, rule: str, confidence: float) -> None:
    """Add the phrase around a noun to a draft's mentions."""
    first, last = phrase_bounds(noun)
    form = MentionForm.TITLE if rule.endswith("title") else MentionForm.NOMINAL
    casting.mark(draft, Spot(noun.i, first.i, last.i, MentionKind.ACTOR, form, rule, confidence))


def is_plural(noun: Token) -> bool:
    """Whether a noun is tagged as a plural."""
    return noun.tag_ in {"NNS", "NNPS"}


def person_beside(casting: Casting, noun: Token) -> Draft | None:
    """Return the person whom the text names right beside the noun ("the minister, Ana Lima")."""
    beside = list(children(noun, "appos"))
    if noun.dep_ == "appos":
        # "Lima and Soto, the minister": the name right before it, whatever the parser says.
        beside += [t for t in conjuncts(noun.head) if t.i < noun.i][-1:] or [noun.head]
    for token in (*beside, *_name_after_comma(casting, noun)):
        draft = casting.at_head.get(token.i)
        if draft is not None and draft.kind is ActorKind.PERSON:
            return draft
    return None


def _name_after_comma(casting: Casting, noun: Token) -> list[Token]:
    """Find the name of "his counterpart, Ana Lima, …" where the parser missed the apposition."""
    doc, start = casting.parse.doc, noun.i + 2
    if is_plural(noun) or start >= len(doc) or doc[noun.i + 1].text != ",":
        return []
    for head, spot in ((i, casting.spot_at.get(i)) for i in range(start, min(start + 6, len(doc)))):
        if spot is not None and spot.first == start and spot.form is MentionForm.NAME:
            closed = spot.last + 1 >= len(doc) or doc[spot.last + 1].is_punct
            return [doc[head]] if closed else []
    return []
