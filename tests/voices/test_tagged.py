"""Speech in words that no list has, heard by the tagger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.actors.cast import Cast
from dragoman.coding.tagger import Tagger, load_tagger, tag_sentences
from dragoman.language.parser import Parse
from dragoman.model.claim import Claim
from dragoman.voices import find_claims

NOBODY = Cast((), (), {})


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def claims_of(read: Parse, tagger: Tagger) -> tuple[Claim, ...]:
    return find_claims(read, NOBODY, (), tag_sentences(read, tagger))


def test_a_listed_verb_keeps_its_place_and_is_told_once(
    tagger: Tagger, parse: Callable[..., Parse]
) -> None:
    read = parse("The harbour master said that two ferries had collided near the pier.")
    (claim,) = claims_of(read, tagger)
    assert claim.how.rule == "voices.speech_verb"


def test_a_claim_of_the_tagger_names_its_weights_and_quotes_the_text(
    tagger: Tagger, parse: Callable[..., Parse]
) -> None:
    read = parse("The shipyard let it be known that two ferries had collided near the pier.")
    (claim,) = claims_of(read, tagger)
    assert claim.how.rule == "voices.tagger"
    assert claim.how.version == tagger.version
    assert claim.content.words == "two ferries had collided near the pier"
    assert read.article.text[claim.content.start : claim.content.end] == claim.content.words
    assert claim.attribution.speaker_quote is not None
    assert claim.attribution.speaker_quote.words == "The shipyard"
    assert 0.5 <= claim.how.confidence <= 1.0
