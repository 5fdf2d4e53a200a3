from __future__ import annotations

import pytest

from dragoman.sources.boilerplate import is_boilerplate

FURNITURE = [
    "© The Example Times 2026", "Copyright 2026 Example Media. All rights reserved.",
    "Description not available", "Image not available.", "Share this article",
    "Facebook Twitter WhatsApp", "Follow us on Telegram", "Subscribe to our newsletter",
    "Read more: Ministers meet again", "Related articles", "ADVERTISEMENT",
    "Photo: National Archive", "(Photo by Jane Roe/Getty Images)", "We use cookies to improve.",
    "Accept all cookies", "@", "***", "3 min read", "Tags: energy, trade", "Leave a comment",
    "Reporting by Jane Roe; Editing by John Doe", "Skip to main content",
]  # fmt: skip

PROSE = [
    "Copyright law changed when parliament voted in March.",
    "Share prices fell by a tenth on Monday.",
    "Follow the money, the auditor said.",
    "Read more slowly, the judge told the clerk.",
    "Related charges were dropped in May.",
    "The photo showed two ministers shaking hands.",
    "Twitter was blocked in the country on Sunday.",
    "Subscribers to the fund lost their savings.",
    "Print workers went on strike.",
    "Home prices rose.",
    "Next week the ministers meet again.",
    "Tags were sewn into the uniforms.",
    "Watch towers were built along the border.",
    "Video by the rebels showed the bridge on fire.",
    "Edited by Cuban officials, the report was short.",
    "The author is a political prisoner, his family says.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", PROSE)
def test_prose_that_begins_like_furniture_is_kept(line: str) -> None:
    assert not is_boilerplate(line)
