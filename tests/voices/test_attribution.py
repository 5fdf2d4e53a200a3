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
        (replace(SOMEBODY, kind=ActorKind.BODY, sectors=("GOV",)), Voice.OFFICIAL),
        (replace(SOMEBODY, kind=ActorKind.BODY, name="Radio Plata"), Voice.NAMED),
        (replace(SOMEBODY, kind=ActorKind.BODY, name="The school"), Voice.UNNAMED),
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


@pytest.mark.parametrize(
    ("kind", "name", "country", "sectors", "voice"),
    [
        (ActorKind.UNNAMED, "A UN spokesman", None, ("IGO",), Voice.OFFICIAL),
        (ActorKind.UNNAMED, "A Peruvian envoy", "PER", ("GOV",), Voice.OFFICIAL),
        (ActorKind.UNNAMED, "the mayor", None, ("GOV",), Voice.OFFICIAL),
        (ActorKind.UNNAMED, "A former minister", None, ("GOV",), Voice.UNNAMED),
        (ActorKind.UNNAMED, "a source in the ministry", "PER", ("GOV",), Voice.UNNAMED),
        (ActorKind.GROUP, "County officials", None, ("GOV",), Voice.OFFICIAL),
        (ActorKind.GROUP, "Company officials", None, ("GOV",), Voice.UNNAMED),
        (ActorKind.GROUP, "diplomatic sources", "PER", ("GOV",), Voice.UNNAMED),
        (ActorKind.GROUP, "riot police", None, ("COP",), Voice.OFFICIAL),
        (ActorKind.BODY, "Plata News Agency", "PER", ("GOV", "JRN"), Voice.NAMED),
        (ActorKind.BODY, "The newspaper", "PER", ("JRN",), Voice.UNNAMED),
        (ActorKind.BODY, "Plata Law School", "PER", ("EDU",), Voice.NAMED),
        (ActorKind.ORGANIZATION, "United Nations", "IGO", ("IGO",), Voice.OFFICIAL),
    ],
)
def test_only_who_speaks_for_a_state_is_official(kind, name, country, sectors, voice):
    speaker = replace(SOMEBODY, kind=kind, name=name, country=country, sectors=sectors)
    assert voice_of(speaker, None, dt.date(2026, 1, 21)) is voice


@pytest.mark.parametrize(
    ("title", "voice"),
    [("foreign minister", Voice.OFFICIAL), ("trade expert", Voice.NAMED)],
)
def test_a_trade_is_no_office_of_the_state(title, voice):
    held = replace(office(None), title=title)
    assert voice_of(replace(SOMEBODY, sectors=("GOV",), offices=(held,))) is voice


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


def test_a_name_that_the_cast_does_not_know_is_a_named_speaker(claims_of):
    (claim,) = claims_of("On Monday the jury told Quillfeather that Brandt denied the charge.")[1:]
    assert claim.attribution.voice is Voice.NAMED
    assert claim.attribution.speaker_quote.words == "Brandt"
