from __future__ import annotations

from typing import Any

from dragoman.model.report import Voice


def test_who_shows_an_event_as_something_is_its_speaker(read: Any, told: Any) -> None:
    outcome = read(
        "Zenda visited Lima. Ruritania hailed the visit as an act of friendship.",
        told("visited"),
        names=("Ruritania",),
    )
    reason = outcome.only
    assert outcome.explained_by(reason) == "visited"
    assert (reason.attribution.voice, reason.attribution.speaker) == (Voice.OFFICIAL, 0)


def test_a_success_or_a_great_moment_is_no_reason(read: Any) -> None:
    assert read("State media hailed the visit as a great success.").reasons == ()


def test_a_framing_without_its_speaker_is_unnamed(read: Any) -> None:
    reason = read("The trip is widely seen as a warning to the north.").only
    assert (reason.content.words, reason.attribution.voice) == (
        "a warning to the north",
        Voice.UNNAMED,
    )
