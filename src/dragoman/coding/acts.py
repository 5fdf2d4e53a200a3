"""Acts: what the codebook's cues tell, with sides, type and certainty, before they are reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.codebook import Codebook
from dragoman.coding.factuality import Commitment, judge_factuality
from dragoman.coding.inferred import by_governor
from dragoman.coding.match import Match
from dragoman.coding.matching import find_matches
from dragoman.coding.sides import Scene
from dragoman.language.parser import Parse
from dragoman.model.article import BlockKind
from dragoman.model.reading import Sentence
from dragoman.model.report import Factuality

VERSION = "coding 2"

# Headlines and headings say again, and more loosely, what the paragraphs say; questions ask.
_CODED_BLOCKS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ANSWER}
)
# How sure a cue alone makes a type, by how much of it must be there. Set by judgement on our own
# dispatches, for codebooks that no encoder has learned.
_BOTH_SIDES = 0.8
_ONE_SIDE = 0.6
_SPEECH_ACTS = frozenset(
    "agree appeal ask call decline demand offer order pledge press promise refusal refuse reject "
    "rejection request swear threat threaten urge vow warn".split()
)
MEETING_TO_COME = "a meeting still to come is AGREE in PLOVER, not CONSULT"
UNREAL = frozenset({Factuality.PLANNED, Factuality.POSSIBLE, Factuality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Act:
    """An act that a sentence tells: its words and sides, what it is, and how sure that is.

    ``rule``, ``version`` and ``why`` are for whoever asks how it was coded; ``by_cue`` says that
    the codebook has a cue for it.
    """

    match: Match
    sentence: Sentence
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    commitment: Commitment
    confidence: float
    rule: str
    why: tuple[str, ...]
    by_cue: bool = True
    version: str = VERSION

    @property
    def head(self) -> Token:
        """The word that heads the act."""
        return self.match.head


def coded_sentences(parse: Parse) -> Iterator[Sentence]:
    """Yield the sentences that may tell an act: no questions, no headlines, no headings."""
    for sentence in parse.sentences:
        tells = not sentence.quote.words.endswith("?")
        if tells and parse.article.blocks[sentence.block].kind in _CODED_BLOCKS:
            yield sentence


def cued_acts(sentence: Sentence, parse: Parse, cast: Cast, codebook: Codebook) -> tuple[Act, ...]:
    """Return the acts that the codebook's cues tell in a sentence."""
    scene = Scene(cast, codebook)
    span = parse.tokens(sentence)
    matches = find_matches(span, scene)
    lemmas = [token.lemma_.lower() for token in span] if matches else []
    contexts = codebook.contexts_of(lemmas)
    acts = []
    for told in matches:
        commitment = judge_factuality(told.head, codebook)
        match = by_governor(told, commitment, scene)
        type_name, modes, why = _type_and_modes(match, commitment, codebook)
        word = commitment.governing_word
        if word is not None and type_name != match.cue.type and word.lemma_.lower() in _SPEECH_ACTS:
            # What was promised or refused is yet to come; the promise or refusal is not.
            commitment = judge_factuality(word, codebook)
        confidence = _BOTH_SIDES if match.actors and match.recipients else _ONE_SIDE
        own = tuple(dict.fromkeys((*match.cue.contexts, *contexts)))
        rule = f"coding.cue: {match.cue.pattern}"
        acts.append(Act(match, sentence, type_name, modes, own, commitment, confidence, rule, why))
    return tuple(acts)


def is_meeting_to_come(type_name: str, factuality: Factuality, codebook: Codebook) -> bool:
    """Whether an act is a meeting that PLOVER takes for an agreement to meet."""
    return type_name == "CONSULT" and factuality in UNREAL and codebook.has_type("AGREE")


def _type_and_modes(
    match: Match, commitment: Commitment, codebook: Codebook
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return type, modes and explanation.

    A meeting still to come is AGREE in PLOVER; an act that is promised, refused or threatened is
    the promise, refusal or threat.
    """
    own = match.cue.type
    governor = commitment.governor
    becomes = governor.becomes(codebook.quad(own)) if governor else None
    if governor and becomes and becomes != own:
        mode = governor.mode_of(own)
        why = f"{own}, governed by {governor.pattern!r}, is {becomes}"
        return becomes, (mode,) if mode else (), (why,)
    if is_meeting_to_come(own, commitment.factuality, codebook):
        return "AGREE", (), (MEETING_TO_COME,)
    return own, (match.cue.mode,) if match.cue.mode else (), ()
