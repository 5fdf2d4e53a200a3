from __future__ import annotations

import datetime as dt
from contextlib import suppress

import pytest
from lxml import etree

from dragoman.errors import SourceError
from dragoman.model.article import BlockKind
from dragoman.sources.html import blocks_of, read_html

PARAGRAPHS = "".join(
    f"<p>The minister {deed} in the capital on Monday, and officials said that the talks about "
    "energy and trade would go on until the end of the week.</p>"
    for deed in ("arrived", "met the president", "spoke to deputies", "opened a school")
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ministers meet - Example Times</title>
<meta property="og:site_name" content="Example Times">
<meta property="og:title" content="Ministers meet in the capital - Example Times">
<meta property="article:published_time" content="2026-03-04T10:15:00+01:00">
<meta name="author" content="Jane Roe">
<link rel="canonical" href="https://www.example.org/2026/ministers">
<script>var tracker = "scripted";</script></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Ministers meet in the capital</h1>{PARAGRAPHS}
<p style="display: none">Nobody sees this sentence on the page at all.</p>
<h2>What was agreed</h2>
<p>Both sides <b>agreed</b> on <a href="/x">a new plan</a> for the winter.</p>
<ul><li>fuel for the winter months</li><li>police training in both states</li></ul>
<blockquote><p>We are content with these long talks.</p></blockquote></article>
<footer>© Example Times 2026</footer></body></html>"""


def test_a_page_says_who_published_it_and_when() -> None:
    article = read_html(PAGE, "a.html")
    assert article.outlet == "Example Times"
    assert article.headline == "Ministers meet in the capital"
    assert article.authors == ("Jane Roe",)
    assert article.url == "https://www.example.org/2026/ministers"
    assert article.published == dt.date(2026, 3, 4)
    assert article.published_time == "2026-03-04T10:15:00+01:00"


def test_a_page_becomes_blocks() -> None:
    kinds = [block.kind.value for block in read_html(PAGE, "a.html").blocks]
    assert kinds == [
        "headline", *["paragraph"] * 4, "heading", "paragraph", *["list item"] * 2, "quote",
    ]  # fmt: skip


@pytest.mark.parametrize("unseen", ["<", "scripted", "Nobody sees", "©", "Home", "/x"])
def test_markup_scripts_and_hidden_text_are_left_out(unseen: str) -> None:
    assert unseen not in read_html(PAGE, "a.html").text


def test_words_beside_the_paragraphs_are_read_too() -> None:
    words = "The envoys stayed for a second night of talks in the old town hall."
    body = etree.fromstring(
        f"<body><head>Talks</head>{words}<p>They left at dawn.</p>So be it.</body>"
    )
    assert [part for part in blocks_of(body) if part[1].strip()] == [
        (BlockKind.HEADING, "Talks"),
        (BlockKind.PARAGRAPH, words),
        (BlockKind.PARAGRAPH, "They left at dawn."),
        (BlockKind.PARAGRAPH, "So be it."),
    ]


def test_a_paragraph_in_a_quotation_is_quoted_and_a_line_break_parts_blocks() -> None:
    body = etree.fromstring("<body><quote><p>We agree.<lb/>We <hi>do</hi>.</p></quote></body>")
    assert [part for part in blocks_of(body) if part[1].strip()] == [
        (BlockKind.QUOTE, "We agree."),
        (BlockKind.QUOTE, "We do."),
    ]


def test_inline_markup_joins_no_words() -> None:
    assert "Both sides agreed on a new plan for the winter." in read_html(PAGE, "a.html").text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a><a href='/news'>News</a></nav></body></html>",
        "<html><head><script>let a = 1;</script></head></html>",
        "<p></p>",
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(SourceError, match="no article text found in the page"):
        read_html(page, "a.html")


def test_a_deeply_nested_page_does_no_harm() -> None:
    page = "<html><body>" + "<div>" * 50_000 + PARAGRAPHS
    with suppress(SourceError):
        read_html(page, "a.html")


def test_a_page_nested_as_real_ones_are_is_read() -> None:
    assert read_html("<html><body>" + "<div>" * 60 + PARAGRAPHS, "a.html").blocks
