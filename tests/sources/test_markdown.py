from __future__ import annotations

import datetime as dt

from dragoman.sources.markdown import read_markdown

NOTE = """---
title: "Ministers meet"
author: [Jane Roe, John Doe]
date: 2026-03-04
outlet: Example Times
---

# Ministers meet

The minister arrived in the **capital** on [Monday](https://example.org) and met the president.

## What was said

> The talks were open and went on late.

- a first demand
- a second demand

```
code is dropped
```

![a picture](a.png) The end of the visit is set for Friday.
"""


def test_front_matter_and_blocks_are_read() -> None:
    article = read_markdown(NOTE, "a.md")
    assert (article.outlet, article.headline) == ("Example Times", "Ministers meet")
    assert article.authors == ("Jane Roe", "John Doe")
    assert article.published == dt.date(2026, 3, 4)
    assert [block.kind.value for block in article.blocks] == [
        "headline", "paragraph", "heading", "quote", "list item", "list item", "paragraph",
    ]  # fmt: skip


def test_links_and_emphasis_are_their_words_and_code_is_out() -> None:
    text = read_markdown(NOTE, "a.md").text
    assert "in the capital on Monday and met" in text
    for markup in ("**", "](", "code is dropped", "a.png", "a picture"):
        assert markup not in text


def test_the_first_heading_is_the_headline_where_no_front_matter_says_it() -> None:
    text = "# Ministers meet\n\nBy Jane Roe\n\nThe minister arrived in the capital on Monday."
    article = read_markdown(text, "a.md")
    assert article.headline == "Ministers meet"
    assert article.authors == ("Jane Roe",)
    assert len(article.blocks) == 2


def test_deep_nesting_does_no_harm() -> None:
    read_markdown("> " * 2_000 + "deep\n\nThe minister arrived on Monday.", "a.md")
