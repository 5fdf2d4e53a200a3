from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "denied", "stated"),
    [
        ("The summit is not about fish or timber but about borders.",
         "fish or timber", "borders"),
        ("They came not to trade but to spy.", "trade", "spy"),
        ("The trip was not because of trade but because of whales.", "trade", "whales"),
        ("The pact is about oil, not friendship.", "friendship", "oil"),
        ("They signed the pact to secure oil rather than to please voters.",
         "please voters", "secure oil"),
    ],
)  # fmt: skip
def test_what_a_reason_is_set_against_is_a_denied_reason(
    read: Any, text: str, denied: str, stated: str
) -> None:
    found = {r.content.words: r.denied for r in read(text).reasons}
    assert found == {denied: True, stated: False}


def test_not_only_denies_nothing(read: Any) -> None:
    found = read("The visit was not only about trade but also about whales.").reasons
    assert [(r.content.words, r.denied) for r in found] == [("trade", False), ("whales", False)]
