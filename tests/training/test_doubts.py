"""Labels that seem to break the guideline are told; the guideline's own ways are not."""

from __future__ import annotations

import pytest

from training.doubts import doubts
from training.markup import parse_items

HEAD = "@ COERCE arrest | happened | narrator | legal"


def found(text: str, head: str = HEAD) -> set[str]:
    return {doubt.what for doubt in doubts(parse_items(f"{head}\n{text}", "f"))}


@pytest.mark.parametrize(
    ("what", "text", "head"),
    [
        ("a relative clause in a side", "[actor: Men who hid] were [cue: held].", HEAD),
        ("'s inside a side", "[actor: Peru's] [cue: arrest of] a monk.", HEAD),
        ("a long cue", "They [cue: took him off to jail again].", HEAD),
        (
            "that inside content",
            "[speaker: He] [said: said] [content: that Lima [cue: held] a monk].",
            HEAD.replace("narrator", "named"),
        ),
        ("said without content", "[speaker: He] was [cue: held], they [said: said].", HEAD),
        ("content without said", "[speaker: He]: [content: we never [cue: held] him].", HEAD),
        ("content without speaker", "[content: Lima [cue: held] him], they [said: said].", HEAD),
        (
            "voice narrator, cue inside content",
            "[speaker: He] [said: said] [content: Lima [cue: held] a monk].",
            HEAD,
        ),
        (
            "a voice without its speaker",
            "Lima [cue: held] a monk.",
            HEAD.replace("narrator", "official"),
        ),
        ("happened, after will, may or not", "Lima will soon [cue: hold] a monk.", HEAD),
        (
            "denied, without a word that denies",
            "Lima [cue: held] a monk.",
            HEAD.replace("happened", "denied"),
        ),
    ],
)
def test_a_doubtful_label_is_told(what: str, text: str, head: str) -> None:
    assert what in found(text, head)


def test_a_possessor_is_marked_without_its_s() -> None:
    assert found("[actor: Peru]'s [cue: arrest of] [recipient: a monk].") == set()


def test_speech_with_all_its_parts_is_no_doubt() -> None:
    text = "[speaker: He] [said: denied] that [content: [actor: Lima] had [cue: held] a monk]."
    assert found(text, "@ COERCE arrest | denied | named | legal") == set()


def test_a_may_of_the_calendar_is_no_hedge() -> None:
    assert found("The monk was on 2 May [cue: arrested].") == set()
