from __future__ import annotations

import pytest

from dragoman.model.report import Attribution, Voice


def judgements(claims):
    return [c for c in claims if c.attribution == Attribution(Voice.AUTHOR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "I grew up in a mill town by the river.",
        "My uncle ran the mill for thirty years.",
        "The foreman told me that the mill would close.",
        "She said to us that the gate was shut.",
    ],
)
def test_a_writer_who_only_tells_judges_nothing(claims_of, sentence):
    assert judgements(claims_of(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I doubt the mill will reopen.",
        "We fear a long winter.",
        "I am convinced that the council erred.",
        "The plan seems hasty to me.",
    ],
)
def test_a_writer_who_thinks_or_feels_judges(claims_of, sentence):
    assert judgements(claims_of(sentence))
