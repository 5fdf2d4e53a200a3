"""Marks of judgement in a sentence: the words by which a writer values, interprets, predicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from dragoman.model.claim import Stance
from dragoman.voices.attribution import Speakers
from dragoman.voices.cues import STRONG_WEIGHT, Phrase, VerbKind
from dragoman.voices.loaded import loaded_entry
from dragoman.voices.trees import (
    TokenRun,
    agent_of,
    antecedent,
    child,
    is_negated,
    is_passive,
    subject_of,
)

HALF_WEIGHT = 0.5
# A writer's "I" that only tells what was done or lived: it tips no clause beside one half mark.
TELLING_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that judge, what kind of mark they are, and how much they weigh (1 decides)."""

    run: TokenRun
    rule: str
    stance: Stance
    weight: float


def find_marks(sentence: Span, speakers: Speakers) -> Iterator[Mark]:
    """Yield the marks of judgement in one sentence, whoever's words they stand in."""
    for token in sentence:
        yield from _phrases(token, sentence, speakers)
        yield from _loaded(token, speakers)
        for matcher in _STRUCTURES:
            mark = matcher(token, speakers)
            if mark is not None:
                yield mark
    last = sentence[-1]
    if any(t.text == "?" for t in (last, last.nbor(-1) if last.i else last)):
        yield _mark(last, "voices.question", HALF_WEIGHT)
    if last.text == "!":
        yield _mark(last, "voices.exclamation", HALF_WEIGHT)


def _mark(
    token: Token, rule: str, weight: float = STRONG_WEIGHT, stance: Stance = Stance.INTERPRETS
) -> Mark:
    return Mark((token.i, token.i), rule, stance, weight)


def _phrases(token: Token, sentence: Span, speakers: Speakers) -> Iterator[Mark]:
    table = speakers.cues.phrases
    for form in {token.lower_, token.lemma_.lower()}:
        best: tuple[int, Phrase] | None = None
        for phrase in table.get(form, ()):
            last = _match(phrase, token, sentence.end)
            if last is not None and (best is None or _outdoes(phrase, last, best)):
                best = (last, phrase)
        if best is not None:
            phrase = best[1]
            yield Mark((token.i, best[0]), phrase.rule, phrase.stance, phrase.weight)


def _outdoes(phrase: Phrase, last: int, best: tuple[int, Phrase]) -> bool:
    return (phrase.weight, last) > (best[1].weight, best[0])


def _match(phrase: Phrase, first: Token, end: int) -> int | None:
    """The index of the last token that a phrase takes from ``first`` on, or None."""
    at = first.i
    for forms, optional in phrase.words:
        token = first.doc[at] if at < end else None
        if token is not None and (token.lower_ in forms or token.lemma_.lower() in forms):
            at += 1
        elif not optional:
            return None
    return at - 1


def _loaded(token: Token, speakers: Speakers) -> Iterator[Mark]:
    entry = loaded_entry(token, speakers.cues)
    if entry is not None:
        yield _mark(token, "voices.loaded_words", entry.weight)


def _interpretive(token: Token, speakers: Speakers) -> Mark | None:
    """A thing, an event or "this" that means something: "the visit underscores"."""
    words = speakers.cues.words
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX") or is_passive(token) or token.dep_ == "amod":
        return None
    meant = lemma in words["interpretive.verbs"] or (
        lemma in words["interpretive.marking"] and _object_in(token, words["interpretive.marked"])
    )
    subject = subject_of(token) if meant else None
    if subject is None or not _means(subject, speakers):
        return None
    return _mark(token, "voices.interpretive_verb")


def _object_in(verb: Token, nouns: frozenset[str]) -> bool:
    target = child(verb, "dobj", "attr")
    return target is not None and target.lemma_.lower() in nouns


def _means(subject: Token, speakers: Speakers) -> bool:
    """Whether a subject is a thing or a fact; documents and people say, they do not mean."""
    if subject.lower_ in ("this", "that", "it", "which", "these", "those", "all", "what"):
        return speakers.cast.at(subject) is None
    if subject.pos_ == "VERB":
        return True
    return subject.pos_ == "NOUN" and speakers.is_thing(subject)


def _aiming(token: Token, speakers: Speakers) -> Mark | None:
    """A purpose lent to what has none: "the visit aims to reassure"."""
    if token.lemma_.lower() not in speakers.cues.words["interpretive.aiming"]:
        return None
    clauses = [c for c in token.rights if c.dep_ in ("xcomp", "advcl")]
    to = any(c.tag_ == "TO" for clause in clauses for c in clause.children)
    if not to or token.pos_ != "VERB":
        return None
    subject = child(token, "nsubjpass") if is_passive(token) else subject_of(token)
    if subject is None or agent_of(token) is not None:
        return None
    if subject.lemma_.lower() in speakers.cues.words["interpretive.purposeful"]:
        return None
    return _mark(token, "voices.lent_purpose") if _means(antecedent(subject), speakers) else None


def _evaluation(token: Token, speakers: Speakers) -> Mark | None:
    """ "X is a cornerstone", "X remains crucial"."""
    words = speakers.cues.words
    if token.dep_ not in ("attr", "acomp", "oprd", "conj"):
        return None
    verb = token.head.head if token.dep_ == "conj" else token.head
    if verb.lemma_.lower() not in words["evaluation.verbs"]:
        return None
    lemma = token.lemma_.lower()
    noun = token.pos_ == "NOUN" and (
        lemma in words["evaluation.nouns"]
        or (lemma in words["evaluation.modified"] and _modified(token, speakers))
    )
    adjective = token.pos_ == "ADJ" and lemma in words["evaluation.adjectives"]
    return _mark(token, "voices.evaluation") if noun or adjective else None


def _modified(noun: Token, speakers: Speakers) -> bool:
    modifiers = speakers.cues.words["evaluation.modifiers"]
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    bare = child(of, "pobj") if of is not None else None
    convenience = bare is not None and bare.lemma_ in ("convenience", "necessity", "choice")
    return convenience or any(c.lemma_.lower() in modifiers for c in noun.lefts)


def _contrast(token: Token, speakers: Speakers) -> Mark | None:  # noqa: ARG001
    """ "Is not a visit but a declaration", "is not about trade but about control"."""
    if token.dep_ != "neg" or token.head.lemma_ != "be":
        return None
    for part in token.head.children:
        told = part.dep_ == "attr" or (part.dep_ == "prep" and part.lower_ == "about")
        if told and part.i > token.i and any(_is_but(c) for c in part.subtree):
            return _mark(token, "voices.contrast")
    return None


def _is_but(token: Token) -> bool:
    return token.lower_ == "but" and token.dep_ == "cc" and token.head.pos_ not in ("VERB", "AUX")


def _duty(token: Token, speakers: Speakers) -> Mark | None:
    """ "Europe must act": what ought to be, outside the plain language of procedure."""
    words = speakers.cues.words
    if token.tag_ != "MD" or token.lower_ not in words["duty.modals"]:
        return None
    verb = token.head
    if verb.dep_ not in ("ROOT", "conj", "parataxis") or child(verb, "mark") is not None:
        return None
    ruled = words["duty.passive_procedure" if is_passive(verb) else "duty.procedure"]
    subject = child(verb, "nsubj", "nsubjpass")
    if verb.lemma_ in ruled or subject is None or subject.tag_ == "NNS" or subject.i > token.i:
        return None
    return _mark(token, "voices.duty", stance=Stance.DEMANDS)


def _first_person(token: Token, speakers: Speakers) -> Mark | None:
    """ "I doubt", "it seems to me" judge; "I grew up", "my father", "he told me" only tell."""
    known = token.lower_ in _WRITERS and token.text != "US"
    if token.pos_ != "PRON" or not known or token.dep_ == "poss" or _is_hearer(token, speakers):
        return None
    weight = TELLING_WEIGHT if token.lower_ in ("i", "me") else HALF_WEIGHT
    if token.lower_ != "you" and (_minds(token, speakers) or _seems_to(token)):
        weight = STRONG_WEIGHT
    return _mark(token, "voices.first_person", weight)


_WRITERS = frozenset({"i", "me", "we", "us", "you"})
_SEEMING = frozenset({"seem", "appear", "look", "sound", "feel", "matter"})


def _is_hearer(token: Token, speakers: Speakers) -> bool:
    """Whether somebody says something to the writer: "he told me", "she said to us"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "to" else token.head
    cues = speakers.cues.verbs.get(verb.lemma_.lower(), ())
    spoken = any(cue.kind is VerbKind.SPEECH for cue in cues)
    return token.dep_ in ("dobj", "dative", "pobj", "nsubjpass") and verb.pos_ == "VERB" and spoken


def _minds(token: Token, speakers: Speakers) -> bool:
    """Whether a pronoun thinks, feels or wishes: "I fear", "we are convinced"."""
    verb = token.head
    if token.dep_ != "nsubj" or child(verb, "dobj") == token:
        return False
    words = speakers.cues.words
    if verb.lemma_.lower() in words["evaluation.minds"]:
        return True
    state = child(verb, "acomp")
    felt = verb.lemma_ in ("be", "feel", "remain") and state is not None
    return felt and state is not None and state.lemma_.lower() in words["evaluation.moods"]


def _seems_to(token: Token) -> bool:
    """Whether something seems so to the writer: "seems credible to me"."""
    if token.dep_ != "pobj" or token.head.lower_ != "to":
        return False
    above = token.head.head
    verb = above.head if above.pos_ in ("ADJ", "NOUN") else above
    return verb.lemma_ in _SEEMING


def _degree(token: Token, speakers: Speakers) -> Mark | None:  # noqa: ARG001
    """ "So weak", "too late", "how dangerous"; also a negated "only"."""
    if token.dep_ == "advmod" and token.lower_ in ("so", "too", "how", "such"):
        return _mark(token, "voices.degree", HALF_WEIGHT) if token.head.pos_ == "ADJ" else None
    if token.lower_ in ("such", "what") and token.dep_ in ("predet", "det"):
        return _mark(token, "voices.degree", HALF_WEIGHT) if token.head.pos_ == "NOUN" else None
    return None


def _judging_adjective(token: Token, speakers: Speakers) -> Mark | None:
    """A judging adjective on a noun: "a shameful bargain"; half a mark when not the predicate."""
    if token.dep_ != "amod" or is_negated(token) or loaded_entry(token, speakers.cues):
        return None
    judging = token.lemma_.lower() in speakers.cues.words["evaluation.adjectives"]
    return _mark(token, "voices.evaluation", HALF_WEIGHT) if judging else None


_STRUCTURES = (
    _interpretive,
    _aiming,
    _evaluation,
    _contrast,
    _duty,
    _first_person,
    _degree,
    _judging_adjective,
)
