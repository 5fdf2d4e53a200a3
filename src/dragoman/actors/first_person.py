"""The first person: whom "I" and "we" mean in quoted speech."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import BY_PRONOUN, Casting, Draft, Spot
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

_I = frozenset("i me my mine myself".split())
_WE = frozenset("we us our ours ourselves".split())
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.UNNAMED})


def cast_first_person(casting: Casting) -> None:
    """Join "I" to who is quoted, and "we" to the state that a quoted official speaks for.

    "We" of anybody else can be anyone, and stays nobody; so does an "I" outside quotation marks.
    """
    for token in casting.parse.doc:
        word = token.lower_
        if word not in _I | _WE or token.i in casting.at_head:
            continue
        speaker = speaker_of(casting, token)
        if speaker is None or speaker.kind not in _PEOPLE:
            continue
        draft = speaker if word in _I else _spoken_for(casting, speaker)
        if draft is not None:
            spot = Spot(
                token.i, token.i, token.i, MentionKind.ACTOR, MentionForm.PRONOUN,
                "actors.first_person", BY_PRONOUN,
            )  # fmt: skip
            casting.mark(draft, spot)


def speaker_of(casting: Casting, token: Token) -> Draft | None:
    """Return who says the quotation that a token stands in; None where none is named."""
    quotation = casting.quotations.around(token)
    teller = casting.quotations.teller(quotation) if quotation is not None else None
    return casting.at_head.get(teller.i) if teller is not None else None


def _spoken_for(casting: Casting, speaker: Draft) -> Draft | None:
    if speaker.country is None or "GOV" not in speaker.sectors:
        return None
    state = casting.known(f"state:{speaker.country}")
    return state if state is not None and state.spots else None
