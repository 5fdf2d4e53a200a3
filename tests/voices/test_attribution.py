from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.actors.cast import Cast
from dragoman.model.actor import (
    ActorKind,
    Appearance,
    Mention,
    MentionForm,
    MentionKind,
    Office,
)
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Voice
from dragoman.voices.attribution import voice_of
from dragoman.voices.claims import find_claims

HOW = How("", "test", "1", 1.0)
SOMEBODY = Appearance(0, "person:x", "X", ("X",), ActorKind.PERSON, None, (), False, HOW)  # noqa: FBT003


def office(until: str | None) -> Office:
    return Office("minister", None, None, None, until, Quote.cut("minister", 0, 8), HOW)


@pytest.mark.parametrize(
    ("appearance", "voice"),
    [
        (None, Voice.UNNAMED),
        (replace(SOMEBODY, kind=ActorKind.STATE), Voice.OFFICIAL),
        (replace(SOMEBODY, kind=ActorKind.BODY), Voice.OFFICIAL),
        (SOMEBODY, Voice.NAMED),
        (replace(SOMEBODY, sectors=("MIL",)), Voice.OFFICIAL),
        (replace(SOMEBODY, sectors=("MED",)), Voice.NAMED),
        (replace(SOMEBODY, offices=(office(None),)), Voice.OFFICIAL),
        (replace(SOMEBODY, offices=(office("2019"),)), Voice.NAMED),
        (replace(SOMEBODY, offices=(office("2026-05-03"),)), Voice.OFFICIAL),
        (replace(SOMEBODY, kind=ActorKind.ORGANIZATION), Voice.NAMED),
        (replace(SOMEBODY, kind=ActorKind.GROUP), Voice.UNNAMED),
        (replace(SOMEBODY, kind=ActorKind.UNNAMED), Voice.UNNAMED),
    ],
)
def test_the_voice_follows_kind_office_and_sector(appearance, voice):
    assert voice_of(appearance, None, dt.date(2026, 1, 21)) is voice


def mention(parse, words: str, form: MentionForm, number: int) -> tuple[int, Mention]:
    start = parse.article.text.index(words)
    quote = parse.quote(start, start + len(words))
    token = parse.token_at(quote.end - 1)
    sentence = parse.sentence_of(token).number
    return token.i, Mention(MentionKind.ACTOR, form, quote, sentence, HOW, number)


@pytest.fixture
def cast_article(parse):
    read = parse("The treasurer arrived on Monday.", "She said that the till was full.")
    heads = dict(
        [
            mention(read, "The treasurer", MentionForm.NOMINAL, 0),
            mention(read, "She", MentionForm.PRONOUN, 0),
        ]
    )
    treasurer = replace(SOMEBODY, sectors=("GOV",))
    return read, Cast((treasurer,), tuple(heads.values()), heads)


def test_a_pronoun_speaks_for_whom_the_cast_says(cast_article):
    (claim,) = find_claims(*cast_article)
    assert claim.attribution.voice is Voice.OFFICIAL
    assert claim.attribution.speaker == 0
    assert claim.attribution.speaker_quote.words == "She"


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("People familiar with the matter said the ship had sailed.", Voice.UNNAMED),
        ("International observers said the ship had sailed.", Voice.UNNAMED),
        ("The interior ministry said the ship had sailed.", Voice.OFFICIAL),
        ("A government statement said the ship had sailed.", Voice.OFFICIAL),
        ("The report said the ship had sailed.", Voice.UNNAMED),
        ("He said the ship had sailed.", Voice.NAMED),
    ],
)
def test_a_speaker_outside_the_cast_is_voiced_by_its_noun(claims_of, sentence, voice):
    (claim,) = claims_of(sentence)
    assert claim.attribution.voice is voice
    assert claim.attribution.speaker is None
    assert claim.attribution.speaker_quote is not None
