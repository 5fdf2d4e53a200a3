"""Speech behind what was said is found by the order of words, where the parse may lose it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.model.claim import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The front is handing over its weapons to the mission at Ituango, at about twenty "
            "rifles a day, the mission's chief said on Friday.",
            "the mission's chief",
            "The front is handing over its weapons to the mission at Ituango, at about twenty "
            "rifles a day",
        ),
        (
            "Two foreign charities and four embassies have pulled their staff out of the valley, "
            "the relief coordinator, Agnes Nolan, said on Sunday.",
            "the relief coordinator, Agnes Nolan",
            "Two foreign charities and four embassies have pulled their staff out of the valley",
        ),
        (
            "Premier to visit Lima in May, ministry announces",
            "ministry",
            "Premier to visit Lima in May",
        ),
    ],
)
def test_a_speaker_behind_a_comma_said_what_stands_before(
    claims_of: Claims, text: str, speaker: str, content: str
) -> None:
    claims = claims_of(text)
    told = {
        (claim.attribution.speaker_quote.words, claim.content.words)
        for claim in claims
        if claim.attribution.speaker_quote is not None
    }
    assert (speaker, content) in told


@pytest.mark.parametrize(
    "text",
    [
        "When he arrived in the capital, the minister wrote in his diary.",
        "The talks collapsed, and the minister said nothing.",
        "The army left the valley, the road was opened and trade resumed.",
        "After the vote, the president spoke at length.",
    ],
)
def test_what_tells_no_speech_gives_no_claim(claims_of: Claims, text: str) -> None:
    assert not [claim for claim in claims_of(text) if claim.how.rule == "voices.trailing_verb"]


def test_each_verb_of_speech_is_told_by_one_rule(claims_of: Claims) -> None:
    claims = claims_of("The talks failed, the ministry said on Monday.")
    assert len({claim.cue.span for claim in claims}) == len({claim.how.rule for claim in claims})
