"""Occasions as mentions: what has a name and is nobody."""

from __future__ import annotations

from dragoman.actors.drafts import BY_NAME, VERSION, Casting
from dragoman.language.occasions import Occasion
from dragoman.model.actor import Mention, MentionForm, MentionKind
from dragoman.model.how import How


def mark_occasions(casting: Casting, occasions: tuple[Occasion, ...]) -> None:
    """Add a mention for every named election, war, treaty and the like.

    It belongs to no appearance, since nobody acts under such a name; its rule ends with the kind
    ("actors.occasion.election").
    """
    doc = casting.parse.doc
    for occasion in occasions:
        quote = casting.parse.quote_tokens(doc[occasion.first], doc[occasion.last])
        why = f"{occasion.noun!r} is a noun for an occasion of this kind"
        rule = f"actors.occasion.{occasion.kind.value}"
        casting.aside.append(
            Mention(
                kind=MentionKind.OCCASION,
                form=MentionForm.NAME,
                quote=quote,
                sentence=casting.parse.sentence_of(doc[occasion.first]).number,
                how=How(quote.words, rule, VERSION, BY_NAME, (why,)),
            )
        )
