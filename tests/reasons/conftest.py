"""Builders for the tests of the reasons room: an article read with reports and claims by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from spacy.language import Language

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook, load_codebook
from dragoman.language.parser import Parse, load_model, parse_article
from dragoman.model.actor import ActorKind, Appearance, Mention, MentionForm, MentionKind
from dragoman.model.article import BlockKind, compose_article
from dragoman.model.claim import Claim, Reason, Stance
from dragoman.model.how import How
from dragoman.model.quote import Quote
from dragoman.model.report import Attribution, Factuality, Report, Side, Voice
from dragoman.reasons.finder import find_reasons

HOW = How("", "by hand", "1", 1.0)
CODEBOOK = """
name = "test"
version = "1"
[[types]]
name = "CONSULT"
quad = "verbal cooperation"
intensity = 2.5
definition = "meetings and visits"
not = "agreements"
[[types.cues]]
patterns = ["A visit (R)", "visit ('s|by|of A) (to R)", "palaver ('s|of A) (with R)"]
"""


@dataclass(frozen=True)
class Told:
    """A report to make: its cue's words, its type, and the words for its actor."""

    cue: str
    type: str = "CONSULT"
    actor: str | None = None


@dataclass(frozen=True)
class Said:
    """A claim to make: its content's words, its voice and stance."""

    content: str
    voice: Voice = Voice.OFFICIAL
    stance: Stance = Stance.STATES


@dataclass(frozen=True)
class Outcome:
    """The reasons of one text, and the reports that were given."""

    text: str
    reasons: tuple[Reason, ...]
    reports: tuple[Report, ...]

    @property
    def only(self) -> Reason:
        """The one reason; fails when there are more or fewer."""
        assert len(self.reasons) == 1, [(r.how.rule, r.content.words) for r in self.reasons]
        return self.reasons[0]

    def explained_by(self, reason: Reason) -> str | None:
        """The cue of the report that the reason explains."""
        return next((r.cue.words for r in self.reports if r.id == reason.report_id), None)

    def because(self, reason: Reason) -> str | None:
        """The cue of the report that is itself the reason."""
        return next((r.cue.words for r in self.reports if r.id == reason.because_id), None)


Read = Callable[..., Outcome]


def _find(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote.cut(text, start, start + len(words))


def _report(parse: Parse, told: Told, names: Sequence[str]) -> Report:
    cue = _find(parse.article.text, told.cue)
    sentence = next(s for s in parse.sentences if s.quote.holds(cue))
    number = names.index(told.actor) if told.actor else len(names)
    return Report(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        cue=cue,
        type=told.type,
        modes=(),
        contexts=(),
        actors=(Side(_find(parse.article.text, told.actor or told.cue), number),),
        recipients=(),
        date=None,
        date_quote=None,
        place=None,
        place_quote=None,
        quantity=None,
        factuality=Factuality.HAPPENED,
        attribution=Attribution(Voice.NARRATOR),
        how=HOW,
    )


def _claim(parse: Parse, said: Said) -> Claim:
    content = _find(parse.article.text, said.content)
    sentence = next(s for s in parse.sentences if s.quote.start <= content.start < s.quote.end)
    return Claim(
        article_id=parse.article.id,
        sentence=sentence.number,
        evidence=sentence.quote,
        cue=content,
        content=content,
        stance=said.stance,
        attribution=Attribution(said.voice),
        quoted=False,
        how=HOW,
    )


def _cast(parse: Parse, names: Sequence[str]) -> Cast:
    appearances, mentions, heads = [], [], {}
    for number, name in enumerate(names):
        state = name == "Ruritania"
        kind = ActorKind.STATE if state else ActorKind.PERSON
        private = False
        appearances.append(
            Appearance(number, f"test:{number}", name, (name,), kind, None, (), private, HOW)
        )
        for token in parse.doc:
            if token.text == name:
                quote = parse.quote_tokens(token, token)
                sentence = parse.sentence_of(token).number
                mention = Mention(
                    MentionKind.ACTOR, MentionForm.NAME, quote, sentence, HOW, appearance=number
                )
                mentions.append(mention)
                heads[token.i] = mention
    return Cast(tuple(appearances), tuple(mentions), heads)


@pytest.fixture(scope="session")
def model() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def codebook(tmp_path_factory: pytest.TempPathFactory) -> Codebook:
    path = tmp_path_factory.mktemp("codebook") / "test.toml"
    path.write_text(CODEBOOK, encoding="utf-8")
    return load_codebook(path)


@pytest.fixture(scope="session")
def read(model: Language, codebook: Codebook) -> Read:
    def _read(
        text: str | list[tuple[BlockKind, str]],
        *told: Told,
        names: Sequence[str] = (),
        claims: Sequence[Said] = (),
    ) -> Outcome:
        parts = [(BlockKind.PARAGRAPH, text)] if isinstance(text, str) else text
        article = compose_article(parts, outlet="test", headline="test", source="-")
        parse = parse_article(article, model)
        reports = tuple(_report(parse, t, names) for t in told)
        made = [_claim(parse, c) for c in claims]
        found = find_reasons(parse, _cast(parse, names), reports, made, codebook=codebook)
        return Outcome(article.text, found, reports)

    return _read


@pytest.fixture
def told() -> type[Told]:
    return Told


@pytest.fixture
def said() -> type[Said]:
    return Said
