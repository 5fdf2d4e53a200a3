"""How much the room reads at once, and why no more.

A limit refuses with a reason; it never cuts a text short, for a shortened text would misquote.
"""

from __future__ import annotations

MAX_DOCUMENT_BYTES = 20_000_000
"""One file read as one article. The longest investigations run to a few hundred kilobytes and a
heavy page to a few megabytes; 20 MB is beyond any single article and still fits in memory."""

MAX_PAGE_CHARACTERS = 8_000_000
"""One HTML page. Saved with its pictures inside, a news page has a few megabytes; finding the
article in a larger one takes a minute and more (measured: 18 MB, two minutes)."""

MAX_RECORD_BYTES = 20_000_000
"""One line of a JSON lines file: one article, so the limit of one."""

MAX_ARTICLE_CHARACTERS = 400_000
"""About 65,000 words, a long book's first half. What is longer is an archive in one file, and
its sentences would share one headline and one date that are not theirs."""

MAX_BLOCK_CHARACTERS = 50_000
"""One paragraph. Transcripts saved without line ends reach some tens of thousands; beyond that
the text has no structure left, and a parse of it would take minutes and gigabytes."""
