from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.actors.cast import Cast
from dragoman.language.parser import Parse, load_model, parse_article
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.claim import Claim
from dragoman.voices.claims import find_claims

NOBODY = Cast((), (), {})


@pytest.fixture(scope="session")
def parse() -> Callable[..., Parse]:
    model = load_model()

    def parse_paragraphs(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Parse:
        parts = [(kind, paragraph) for paragraph in paragraphs]
        article = compose_article(parts, outlet="Example", headline="Example", source="-")
        return parse_article(article, model)

    return parse_paragraphs


@pytest.fixture(scope="session")
def claims_of(parse: Callable[..., Parse]) -> Callable[..., tuple[Claim, ...]]:
    def read(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Claim, ...]:
        return find_claims(parse(*paragraphs, kind=kind), NOBODY)

    return read
