"""Sentences coded by the real model, tables and codebook, for the tests of the coding room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from spacy.tokens import Token

from dragoman.actors.authority import load_authority
from dragoman.actors.cast import Cast
from dragoman.actors.resolve import find_cast
from dragoman.coding.codebook import load_codebook
from dragoman.coding.reports import CodedMatch, find_reports
from dragoman.coding.supports import find_supports
from dragoman.language.narrative import date_sentences
from dragoman.language.parser import Parse, load_model, parse_article
from dragoman.language.places import load_places
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.report import Report, Side, Support

PUBLISHED = dt.date(2026, 3, 12)  # a Thursday


@dataclass(frozen=True)
class Coded:
    """What was coded in a text, with short ways to say who did what to whom."""

    parse: Parse
    cast: Cast
    matches: tuple[CodedMatch, ...]
    supports: tuple[Support, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(item.report for item in self.matches)

    @property
    def only(self) -> Report:
        """The one report; fails when there are more or fewer."""
        assert len(self.matches) == 1, self.acts
        return self.reports[0]

    @property
    def acts(self) -> list[tuple[str, str, str]]:
        """Type, actors and recipients of every report, in the order of the text."""
        return [(r.type, *self.sides(r)) for r in self.reports]

    @property
    def given(self) -> list[tuple[str, str, str, str]]:
        """Kind, provider, recipient and words of every support, in the order of the text."""
        return [
            (s.kind.value, self._name(s.provider), self._name(s.recipient), s.given.words)
            for s in self.supports
        ]

    def told(self, type_name: str) -> Report:
        """The first report of a type."""
        return next(r for r in self.reports if r.type == type_name)

    def sides(self, report: Report) -> tuple[str, str]:
        """Actors and recipients by their names in the article's cast."""
        actors, recipients = (
            ", ".join(self._name(side) for side in group)
            for group in (report.actors, report.recipients)
        )
        return actors, recipients

    def head(self, words: str) -> Token:
        """The head of the first match whose cue holds these words."""
        return next(m.match.head for m in self.matches if words in m.report.cue.words)

    def _name(self, side: Side) -> str:
        return self.cast.appearances[side.appearance].name


def _blocks(paragraphs: tuple[str, ...], kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    return ((kind, paragraph) for paragraph in paragraphs)


@pytest.fixture(scope="session")
def coded() -> Callable[..., Coded]:
    codebook = load_codebook(None)

    def code(
        *paragraphs: str,
        published: dt.date | None = PUBLISHED,
        kind: BlockKind = BlockKind.PARAGRAPH,
    ) -> Coded:
        article = compose_article(
            list(_blocks(paragraphs, kind)),
            outlet="Example",
            headline="Example",
            source="-",
            published=published,
        )
        parse = parse_article(article, load_model())
        cast = find_cast(parse, load_authority(), load_places())
        dated = date_sentences(parse)
        matches = find_reports(parse, cast, codebook, dated)
        supports = find_supports(parse, cast, codebook, dated, matches)
        return Coded(parse, cast, matches, supports)

    return code
