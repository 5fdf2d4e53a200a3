"""Judged acts: every candidate of an article set before the encoder.

It may find that a cue's words tell nothing here, or another act than the codebook has it, and that
words tell an act for which the codebook has no cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.acts import Act, coded_sentences
from dragoman.coding.by_example import AnyJudge
from dragoman.coding.candidates import Candidate, of_match, propose
from dragoman.coding.codebook import Codebook
from dragoman.coding.completing import completed
from dragoman.coding.cue import Cue
from dragoman.coding.deciding import (
    LEAST_CONTEXT,
    LEAST_MODE,
    Decision,
    decide,
    decide_factuality,
)
from dragoman.coding.factuality import Commitment, judge_factuality
from dragoman.coding.judgement import Judgement
from dragoman.coding.matching import Match
from dragoman.coding.sides import Scene
from dragoman.language.parser import Parse
from dragoman.language.syntax import is_verb
from dragoman.model.how import How
from dragoman.model.report import Factuality


def judged_acts(
    cued: Sequence[Act], parse: Parse, cast: Cast, codebook: Codebook, judge: AnyJudge
) -> tuple[Act, ...]:
    """Return the acts, cued or not, that stand up to the judge, in the order of the text."""
    scene = Scene(cast, codebook)
    acts = sorted((*cued, *_proposed(cued, parse, scene)), key=lambda act: act.head.i)
    judgements = judge.judge([(act.sentence.quote, _candidate(act).extents()) for act in acts])
    judged = [
        decided
        for act, judgement in zip(acts, judgements, strict=True)
        if (decided := _decided(act, judgement, judge)) is not None
    ]
    once = (act for act in judged if not _is_told_by_its_governor(act, judged))
    return tuple(completed(act, scene) for act in once)


def _proposed(cued: Iterable[Act], parse: Parse, scene: Scene) -> Iterator[Act]:
    """Yield the verbs with an actor on a side that no cue has told, nor governs what one has."""
    known: dict[int, list[Token]] = {}
    for act in cued:
        known.setdefault(act.sentence.number, []).extend(_words(act))
    for sentence in coded_sentences(parse):
        for found in propose(parse.tokens(sentence), scene, known.get(sentence.number, ())):
            cue = Cue("", found.head.lemma_.lower(), "verb", (found.head.lemma_.lower(),))
            match = Match(cue, found.head, found.words, found.actors, found.recipients, ())
            commitment = judge_factuality(found.head, scene.codebook)
            yield Act(
                match, sentence, "", (), (), commitment, 0.0, "coding.encoder", (), by_cue=False
            )


def _words(act: Act) -> tuple[Token, ...]:
    governor = act.commitment.governing_word
    return act.match.words if governor is None else (*act.match.words, governor)


def _candidate(act: Act) -> Candidate:
    """Return an act as a candidate; what makes another act of it ("threatened to") is its cue."""
    governed = act.by_cue and act.type != act.match.cue.type
    words = _words(act) if governed else act.match.words
    return replace(of_match(act.match), words=tuple(sorted(set(words), key=lambda word: word.i)))


def _decided(act: Act, judgement: Judgement, judge: AnyJudge) -> Act | None:
    decision = decide(judgement, act.type or None, judge.cue_weight)
    if not decision.is_act(by_cue=act.by_cue):
        return None
    same = decision.type == act.type
    mode = judgement.mode(decision.type)
    modes = act.modes if same and act.modes else ()
    if not modes and mode is not None and mode[1] >= LEAST_MODE:
        modes = (mode[0],)
    return replace(
        act,
        type=decision.type,
        modes=modes,
        contexts=judgement.contexts_from(LEAST_CONTEXT) if judgement.contexts else act.contexts,
        commitment=_committed(act.commitment, judgement),
        confidence=round(decision.confidence, 3),
        version=judge.version,
        why=(*act.why, *_why(act, decision)),
    )


def _why(act: Act, decision: Decision) -> Iterator[str]:
    if act.by_cue and decision.type != act.type:
        yield f"the cue says {act.type}; the encoder, {decision.type}"
    yield (
        f"next would be {decision.runner_up} with {decision.runner_up_confidence:.2f}, "
        f"a margin of {decision.margin:.2f}"
    )


def _committed(commitment: Commitment, judgement: Judgement) -> Commitment:
    """Return how far the text commits to the act, by grammar's signs and the encoder together."""
    by_signs = commitment.factuality
    name, share = decide_factuality(judgement, by_signs)
    how = replace(commitment.how, confidence=round(share, 3))
    if name != by_signs:
        detail = f"{commitment.how.rule} says {by_signs}; the encoder, {name}"
        how = How(commitment.how.cue, "coding.encoder", how.version, how.confidence, (detail,))
    return replace(commitment, factuality=Factuality(name), how=how)


def _is_told_by_its_governor(act: Act, acts: Sequence[Act]) -> bool:
    """Whether a verb only says on what the verb above it began: "agreed to | share" agrees."""
    above = act.head
    while is_verb(above) and above.dep_ in {"xcomp", "ccomp"} and is_verb(above.head):
        above = above.head
        if any(a.head == above and a.type == act.type for a in acts) and not act.by_cue:
            return True
    return False
