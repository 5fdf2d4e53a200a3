"""Worked examples are read by the codebook's own cues, and what comes out otherwise is told."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.codebook import load_codebook
from dragoman.coding.cue import parse_cue
from dragoman.coding.example import parse_example
from dragoman.pipeline import load_tools
from dragoman.rehearsal import rehearse


def test_an_example_is_as_meant_when_type_mode_and_cue_are() -> None:
    book = load_codebook()
    examples = (
        parse_example("[actor: Norway] [cue: greeted] [recipient: Canada].", type_name="AID"),
        parse_example(
            "[actor: Norway] greeted [recipient: Canada] and [cue: left].", type_name="AID"
        ),
        parse_example("[actor: Norway] [cue: ignored] [recipient: Canada].", type_name="AID"),
    )
    aid = replace(book.type_named("AID"), examples=examples)
    own = replace(book, types=(aid,), cues=(parse_cue("A greet R", type="AID"),))
    read = tuple(rehearse(replace(load_tools(), codebook=own)))
    assert [one.as_meant for one in read] == [True, False, False]
    assert [one.coded for one in read] == [(("AID", ()),), (("AID", ()),), ()]
