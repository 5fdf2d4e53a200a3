"""Judged acts: every candidate of an article set before the encoder.

It may find that a cue's words tell nothing here, or another act than the codebook has it, and that
words tell an act for which the codebook has no cue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.actors.cast import Cast
from dragoman.coding.acts import (
    MEETING_TO_COME,
    UNREAL,
    Act,
    coded_sentences,
    is_meeting_to_come,
)
from dragoman.coding.by_example import AnyJudge
from dragoman.coding.candidates import Candidate, of_match, propose, with_grammar
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
from dragoman.coding.match import Match
from dragoman.coding.politics import is_political
from dragoman.coding.sides import Scene, number_of
from dragoman.coding.tagger import ACT, Tagged
from dragoman.language.parser import Parse
from dragoman.language.syntax import is_verb
from dragoman.model.how import How
from dragoman.model.report import Factuality

# The weight of a cue whose subject is the recipient ("received", "welcomed"): its sides stand the
# other way round, so with another type the wrong one would have acted.
_SETTLED = 20.0
# A visit has a host and a guest, which its own cues tell from a meeting.
_ONLY_BY_CUE = frozenset({"visit"})
# The least share of the tagger with which a verb that no cue tells is worth a run of the encoder.
LEAST_ACT = 0.05
# How a whole sentence ends, as a headline does not.
_STOPS = (".", "!", ".”", '."', "…")


def judged_acts(
    cued: Sequence[Act],
    parse: Parse,
    cast: Cast,
    codebook: Codebook,
    judge: AnyJudge,
    tagged: Sequence[Tagged] = (),
) -> tuple[Act, ...]:
    """Return the acts, cued or not, that stand up to the judge, in the order of the text.

    A verb that no cue tells comes before the judge only where the tagger hears an act in it; it
    knows the acts of the codebook that the judge was trained on.
    """
    scene = Scene(cast, codebook)
    proposed = _proposed(cued, parse, scene)
    if tagged and judge.knows_politics:
        proposed = (act for act in proposed if _is_heard(act, tagged))
    acts = sorted((*cued, *proposed), key=lambda act: act.head.i)
    judgements = judge.judge([(act.sentence.quote, _candidate(act).extents()) for act in acts])
    decided = [
        _decided(act, judgement, judge, codebook)
        for act, judgement in zip(acts, judgements, strict=True)
    ]
    judged = [act for act in decided if act is not None]
    again = [
        _told_again(act, judge)
        for act, kept in zip(acts, decided, strict=True)
        if kept is None and _tells_again(act, judged, scene)
    ]
    judged = sorted((*judged, *again), key=lambda act: act.head.i)
    once = (act for act in judged if not _is_told_by_its_governor(act, judged))
    full = (completed(act, scene) for act in once)
    return tuple(act for act in full if not judge.knows_politics or is_political(act, scene))


def _is_heard(act: Act, tagged: Sequence[Tagged]) -> bool:
    start = act.head.idx - act.sentence.quote.start
    tags = tagged[act.sentence.number].tags
    return tags.mean(ACT, (start, start + len(act.head))) >= LEAST_ACT


def _tells_again(act: Act, judged: Iterable[Act], scene: Scene) -> bool:
    """Whether a noun only comes back to an act that the article tells: "the visit", "the attack".

    By itself such a mention tells nothing new, and the encoder says so; but reasons and claims hang
    on it, and merging makes one event of both.
    """
    own = _who(act, scene)
    return (
        act.by_cue
        and act.head.pos_ == "NOUN"
        and any(other.type == act.type and own & _who(other, scene) for other in judged)
    )


def _told_again(act: Act, judge: AnyJudge) -> Act:
    why = "told elsewhere in the article, of one of the same sides"
    return replace(act, version=f"{act.version}, {judge.version}", why=(*act.why, why))


def _who(act: Act, scene: Scene) -> set[int | None]:
    sides = (*act.match.actors, *act.match.recipients)
    return {number_of(token, scene) for token in sides} - {None}


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
    ordered = tuple(sorted(set(words), key=lambda word: word.i))
    return with_grammar(replace(of_match(act.match), words=ordered))


def _decided(act: Act, judgement: Judgement, judge: AnyJudge, codebook: Codebook) -> Act | None:
    weight = _SETTLED if act.match.cue.subject == "R" else judge.cue_weight
    decision = decide(judgement, act.type or None, weight)
    if not decision.is_act(by_cue=act.by_cue):
        return None
    type_name, why = decision.type, tuple(_why(act, decision))
    commitment = _committed(act, type_name, judgement, codebook)
    if is_meeting_to_come(type_name, commitment.factuality, codebook):
        type_name, why = "AGREE", (*why, MEETING_TO_COME)
    return replace(
        act,
        type=type_name,
        modes=_modes(act, type_name, judgement),
        contexts=judgement.contexts_from(LEAST_CONTEXT) if judgement.contexts else act.contexts,
        commitment=commitment,
        confidence=round(decision.confidence, 3),
        version=f"{act.version}, {judge.version}",
        why=tuple(dict.fromkeys((*act.why, *why))),
    )


def _modes(act: Act, type_name: str, judgement: Judgement) -> tuple[str, ...]:
    """Return the cue's mode where its type stands, else the encoder's where it is sure enough."""
    if act.modes and type_name == act.type:
        return act.modes
    mode = judgement.mode(type_name)
    if mode is None or mode[1] < LEAST_MODE or (act.by_cue and mode[0] in _ONLY_BY_CUE):
        return ()
    return (mode[0],)


def _why(act: Act, decision: Decision) -> Iterator[str]:
    if act.by_cue and decision.type != act.type:
        yield f"the cue says {act.type}; the encoder, {decision.type}"
    yield (
        f"next would be {decision.runner_up} with {decision.runner_up_confidence:.2f}, "
        f"a margin of {decision.margin:.2f}"
    )


def _committed(act: Act, type_name: str, judgement: Judgement, codebook: Codebook) -> Commitment:
    """Return how far the text commits to the act, by grammar's signs and the encoder together."""
    told, version = act.commitment, act.commitment.how.version
    name, share = decide_factuality(judgement, told.factuality)
    if name == Factuality.HAPPENED and _grammar_knows(act, type_name, codebook):
        return told
    if name == Factuality.DENIED and type_name == "REJECT":
        # A denial is itself the act: the encoder takes its cue for a sign of something denied.
        return told
    if name == told.factuality:
        return replace(told, how=replace(told.how, confidence=round(share, 3)))
    detail = f"{told.how.rule} says {told.factuality}; the encoder, {name}"
    how = How(told.how.cue, "coding.encoder", version, round(share, 3), (detail,))
    return replace(told, factuality=Factuality(name), how=how)


def _grammar_knows(act: Act, type_name: str, codebook: Codebook) -> bool:
    """Whether the tense of an act's own words says what the encoder was not taught.

    To the encoder a promise has happened; where no word for promising stands ("will visit"), what
    the reader is told of, and its date, is still to come. Headlines have taught it that the present
    tense is a past; of deeds and backing in a whole sentence ("supplies", "has backed since") it is
    none.
    """
    by_signs = act.commitment.factuality
    if type_name == "AGREE":
        return act.by_cue and by_signs in UNREAL
    lasts = type_name == "SUPPORT" or codebook.quad(type_name).startswith("material")
    in_sentence = act.sentence.quote.words.endswith(_STOPS)
    return act.by_cue and by_signs is Factuality.ONGOING and lasts and in_sentence


def _is_told_by_its_governor(act: Act, acts: Sequence[Act]) -> bool:
    """Whether a verb only says on what the verb above it began: "agreed to | share" agrees."""
    above = act.head
    while is_verb(above) and above.dep_ in {"xcomp", "ccomp"} and is_verb(above.head):
        above = above.head
        if any(a.head == above and a.type == act.type for a in acts) and not act.by_cue:
            return True
    return False
