"""How far a sentence commits to an act: negation, modality, tense, and the words it hangs from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.coding.codebook import Codebook, Embedding
from dragoman.language.syntax import children, is_negated, is_passive, is_verb
from dragoman.model.how import How
from dragoman.model.report import Factuality

VERSION = "factuality 1"

_MODALS = {
    "may": Factuality.POSSIBLE,
    "might": Factuality.POSSIBLE,
    "could": Factuality.POSSIBLE,
    "can": Factuality.POSSIBLE,
    "should": Factuality.POSSIBLE,
    "must": Factuality.POSSIBLE,
    "would": Factuality.HYPOTHETICAL,
    "will": Factuality.PLANNED,
    "'ll": Factuality.PLANNED,
    "wo": Factuality.PLANNED,
    "shall": Factuality.PLANNED,
}
_CONDITIONS = {"if", "unless", "whether", "lest", "should"}
# The relations through which a governing word says how far its act is real.
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "nsubj", "nsubjpass",
                          "attr", "oprd"})  # fmt: skip
_OCCURRENCE = frozenset("begin happen occur proceed start take".split())
_CONTINUATION = frozenset(
    "continue deepen develop expand go grow increase intensify last persist progress remain "
    "strengthen widen".split()
)
_PURPOSES = frozenset({"aim", "bid", "effort", "hope", "intend", "seek", "try", "want", "wish"})
# Deeper embedding than this is rare and its effect unclear even to people.
_MAX_DEPTH = 6
# The stronger doubt wins when several words speak.
_RANK = (
    Factuality.DENIED,
    Factuality.HYPOTHETICAL,
    Factuality.POSSIBLE,
    Factuality.PLANNED,
    Factuality.ONGOING,
    Factuality.HAPPENED,
)
_SURE = 0.85
_BY_TENSE = 0.75


@dataclass(frozen=True, slots=True)
class Commitment:
    """How far a text commits to an act, and the word that decided.

    ``governor`` is the embedding that governs the act, where there is one, and
    ``governing_word`` its word: "threatened to" may make another act of it.
    """

    factuality: Factuality
    how: How
    governor: Embedding | None = None
    governing_word: Token | None = None


@dataclass(frozen=True, slots=True)
class _Sign:
    factuality: Factuality
    word: Token
    rule: str
    embedding: Embedding | None = None


def judge_factuality(head: Token, codebook: Codebook) -> Commitment:
    """Return how far the text commits to the act that ``head`` tells; the strongest doubt wins."""
    signs = [
        *_own_signs(head),
        *_modifier_signs(head, codebook),
        *_governing_signs(head, codebook),
    ]
    if signs:
        sign = min(signs, key=lambda s: _RANK.index(s.factuality))
        how = How(sign.word.text, sign.rule, VERSION, _SURE)
        by = next((s for s in signs if s.embedding), None)
        if by is None:
            return Commitment(sign.factuality, how)
        return Commitment(sign.factuality, how, by.embedding, by.word)
    verb = head if is_verb(head) else _carrier(head)
    if _is_ongoing(verb) and (verb == head or _goes_on(verb, head)):
        how = How(verb.text, "factuality.present", VERSION, _BY_TENSE)
        return Commitment(Factuality.ONGOING, how)
    how = How(verb.text, "factuality.told_as_done", VERSION, _BY_TENSE)
    return Commitment(Factuality.HAPPENED, how)


def _own_signs(token: Token) -> Iterator[_Sign]:
    if is_negated(token):
        yield _Sign(Factuality.DENIED, _negator(token), "factuality.negation")
    for adverb in children(token, "advmod"):
        if adverb.lower_ == "longer" and any(c.lower_ == "no" for c in adverb.children):
            yield _Sign(Factuality.DENIED, adverb, "factuality.no longer")
    for subject in children(token, "nsubj", "nsubjpass"):
        for word in children(subject, "det", "preconj", "cc"):
            if word.lower_ in {"no", "neither"}:
                yield _Sign(Factuality.DENIED, word, "factuality.nobody")
    for auxiliary in children(token, "aux"):
        value = _MODALS.get(auxiliary.lower_)
        if auxiliary.lower_ == "would" and _is_future_of_the_past(token):
            value = Factuality.PLANNED
        if value is not None:
            yield _Sign(value, auxiliary, "factuality.modal")
    for marker in children(token, "mark", "aux"):
        if marker.lower_ in _CONDITIONS and marker.i < token.i and marker.dep_ == "mark":
            yield _Sign(Factuality.HYPOTHETICAL, marker, "factuality.condition")


def _modifier_signs(head: Token, codebook: Codebook) -> Iterator[_Sign]:
    """Ask the adjectives of a noun and the adverbs of a verb ("a planned visit")."""
    for word in children(head, "amod", "advmod"):
        for embedding in codebook.embeddings_for(word.lower_):
            if embedding.kind in {"adjective", "adverb"} and not (
                embedding.copular or embedding.link
            ):
                value = Factuality(embedding.factuality)
                yield _Sign(value, word, f"factuality.modifier: {embedding.pattern}")


def _is_future_of_the_past(verb: Token) -> bool:
    """Whether "would" only shifts "will" back: "they said they would go", without any "if"."""
    conditions = [c for c in children(verb, "advcl") if _CONDITIONS & {m.lower_ for m in c.lefts}]
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and not conditions


def _negator(token: Token) -> Token:
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in {"no", "neither"}:
            return child
    return token.head


def _governing_signs(head: Token, codebook: Codebook) -> Iterator[_Sign]:
    """Climb from the act to what it is a complement of, and ask each word on the way."""
    at, link = head, _link(head)
    for _ in range(_MAX_DEPTH):
        governor = at.head
        if governor == at:
            return
        if at.dep_ == "conj":
            if _has_own_tense(at):
                return
            at = governor
            yield from _shared_signs(governor)
            continue
        if governor.dep_ in {"prep", "agent", "dative"} or governor.pos_ == "ADP":
            link = (governor.lower_,)
            at = governor
            continue
        if at.dep_ not in _COMPLEMENTS and at.pos_ != "ADP" and not _adverbial_purpose(at):
            return
        if at.dep_ in {"nsubj", "nsubjpass"} and is_verb(governor) and not _speaks_of_it(governor):
            return
        yield from _embedding_signs(governor, link, codebook)
        yield from _own_signs_of_governor(governor, at)
        at, link = governor, _link(governor)


def _speaks_of_it(verb: Token) -> bool:
    """Whether what is said of a noun of an act bears on whether it happens ("is planned")."""
    return verb.lemma_.lower() in _OCCURRENCE or is_passive(verb) or bool(children(verb, "acomp"))


def _shared_signs(governor: Token) -> Iterator[_Sign]:
    return (s for s in _own_signs(governor) if s.rule != "factuality.negation")


def _own_signs_of_governor(governor: Token, complement: Token) -> Iterator[_Sign]:
    """A verb hands its negation and modality to the act that it carries or lets happen.

    "Will not pay a visit" and "the visit will not take place" deny the visit; "the visit will not
    help" does not.
    """
    if not is_verb(governor):
        return
    carries = complement.dep_ in {"dobj", "xcomp"} or _happens(governor, complement)
    if carries:
        yield from _own_signs(governor)


def _happens(governor: Token, complement: Token) -> bool:
    subject = complement.dep_ in {"nsubj", "nsubjpass"}
    return subject and governor.lemma_.lower() in _OCCURRENCE


def _adverbial_purpose(at: Token) -> bool:
    return at.dep_ == "advcl" and any(a.lower_ == "to" for a in children(at, "aux"))


def _link(token: Token) -> tuple[str, ...]:
    """Return the word that ties a complement to its governor: "to", "that", or nothing."""
    for child in children(token, "aux", "mark"):
        if child.lower_ in {"to", "that"} and child.i < token.i:
            return (child.lower_,)
    return ()


def _embedding_signs(governor: Token, link: tuple[str, ...], codebook: Codebook) -> Iterator[_Sign]:
    for embedding in codebook.embeddings_for(governor.lemma_.lower()):
        if _governs(embedding, governor, link):
            value = Factuality(embedding.factuality)
            yield _Sign(value, governor, f"factuality.embedding: {embedding.pattern}", embedding)
            return
    if governor.lemma_ in _PURPOSES and link == ("to",):
        yield _Sign(Factuality.PLANNED, governor, "factuality.purpose")


def _governs(embedding: Embedding, governor: Token, link: tuple[str, ...]) -> bool:
    particles = {p.lower_ for p in children(governor, "prt")}
    if embedding.particle and embedding.particle not in particles:
        return False
    if embedding.copular and not _is_predicate(governor):
        return False
    return _kind_agrees(embedding, governor) and _link_agrees(embedding, link)


def _is_predicate(word: Token) -> bool:
    """Whether a form of "be" makes the word a predicate ("is expected", "is ready")."""
    if word.head.lemma_ == "be" and word.dep_ in {"acomp", "attr", "oprd"}:
        return True
    return any(a.lemma_ == "be" for a in children(word, "auxpass", "aux"))


def _kind_agrees(embedding: Embedding, governor: Token) -> bool:
    wanted = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ", "VERB")}
    return governor.pos_ in wanted.get(embedding.kind, ())


def _link_agrees(embedding: Embedding, link: tuple[str, ...]) -> bool:
    """A word governs its direct complement, or what the preposition that belongs to it governs.

    In "before the raid they hinted at talks" the raid hangs from "hinted" too, but by a
    preposition that is none of its own.
    """
    if not embedding.link:
        return not link or link[-1] in {"to", "that"}
    return bool(link) and embedding.link[-1] == link[-1]


def _has_own_tense(verb: Token) -> bool:
    own = any(a.lower_ != "to" for a in children(verb, "aux", "auxpass"))
    return own or verb.tag_ in {"VBD", "VBZ", "VBP"} or bool(children(verb, "nsubj", "nsubjpass"))


def _carrier(noun: Token) -> Token:
    """Return the verb that carries a noun of an act, for its tense."""
    at = noun
    for _ in range(_MAX_DEPTH):
        if is_verb(at) or at.head == at:
            return at
        at = at.head
    return at


def _goes_on(verb: Token, noun: Token) -> bool:
    """Whether a verb says of an act's noun that it goes on ("cooperation has deepened since")."""
    return noun.dep_ in {"nsubj", "dobj", "nsubjpass"} and verb.lemma_.lower() in _CONTINUATION


def _is_ongoing(verb: Token) -> bool:
    auxiliaries = {a.lower_ for a in children(verb, "aux", "auxpass")}
    if verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'s", "'re"}:
        return True
    if verb.tag_ == "VBG" and auxiliaries & {"has", "have"}:
        return True
    since = any(p.lower_ == "since" for p in children(verb, "prep"))
    if verb.tag_ == "VBN" and auxiliaries & {"has", "have"} and since:
        return True
    return verb.tag_ in {"VBZ", "VBP"} and not auxiliaries
