"""Pronouns: "he", "its", "they" to the last agreeing salient actor, or to nobody."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.drafts import BY_PRONOUN, Casting, Draft, Spot, is_subject
from dragoman.language.syntax import AUXILIARIES, SUBJECTS, children, clause_head
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

_HE = {"he": "male", "him": "male", "his": "male", "himself": "male"}
_SHE = {"she": "female", "her": "female", "hers": "female", "herself": "female"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_THINGS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANIZATION})
_MANY = frozenset({ActorKind.GROUP, ActorKind.UNNAMED})
_PLURAL_BODIES = frozenset({"police"})
# Sentences that a pronoun may reach back over: two for persons, one for all else.
_HUMAN_ACTS = frozenset(
    "add arrive ask begin call come give go hold leave meet receive return say speak tell thank "
    "travel visit write".split()
)
# What "it" does without being anything.
_WEATHER = frozenset("drizzle freeze hail pour rain sleet snow thunder".split())
_SEEMING = frozenset("appear emerge happen seem transpire".split())
_TIMES = frozenset("day evening midday midnight morning night noon o'clock time".split())
_REACH_PERSON = 2
_REACH_OTHER = 1


def is_third_person(token: Token) -> bool:
    """Whether the token is a pronoun that this module knows."""
    return token.lower_ in _HE or token.lower_ in _SHE or token.lower_ in _IT | _THEY


def resolve_pronoun(casting: Casting, token: Token) -> Draft | None:
    """Join a pronoun to its actor and return it; None, and nothing joined, when it is not clear."""
    if token.i in casting.at_head:
        return casting.at_head[token.i]
    gender = _HE.get(token.lower_) or _SHE.get(token.lower_)
    if gender:
        draft = _person(casting, token, gender)
    elif token.lower_ in _IT:
        draft = _thing(casting, token)
    else:
        draft = _several(casting, token)
    if draft is not None:
        draft.gender = draft.gender or gender
        spot = Spot(
            token.i, token.i, token.i, MentionKind.ACTOR, MentionForm.PRONOUN,
            "actors.pronoun", BY_PRONOUN,
        )  # fmt: skip
        casting.mark(draft, spot)
    return draft


def _person(casting: Casting, token: Token, gender: str) -> Draft | None:
    for head, draft in _candidates(casting, token, _REACH_PERSON):
        if draft.kind is ActorKind.PERSON and draft.gender in (gender, None):
            return None if _passes_somebody(casting, token, head) else draft
    return _cataphor(casting, token, gender)


def _passes_somebody(casting: Casting, token: Token, head: Token) -> bool:
    """Whether somebody whom no rule knows acts in between ("The guest met his hosts. He …")."""
    if is_subject(head):
        return False
    here = casting.parse.sentence_of(token).number
    span = casting.parse.tokens(casting.parse.sentences[here])
    if casting.parse.sentence_of(head).number != here:
        span = casting.parse.tokens(casting.parse.sentence_of(head))
    subjects = [s for s in children(span.root, *SUBJECTS) if s.i < token.i]
    unknown = [s for s in subjects if s.i not in casting.at_head and s.pos_ == "NOUN"]
    return bool(unknown) and span.root.lemma_ in _HUMAN_ACTS


def _cataphor(casting: Casting, token: Token, gender: str) -> Draft | None:
    """ "Welcomed by his counterpart, Lima said …": the subject that is still to come."""
    if token.dep_ != "poss":
        return None
    main = token.sent.root
    for subject in children(main, *SUBJECTS):
        for head in (subject, *children(subject, "poss")):
            draft = casting.at_head.get(head.i)
            if head.i > token.i and draft is not None and draft.kind is ActorKind.PERSON:
                return draft if draft.gender in (gender, None) else None
    return None


def _thing(casting: Casting, token: Token) -> Draft | None:
    """ "It" and "its" go to the subject of their own clause, else to that of the one before."""
    if _is_expletive(token):
        return None
    if token.dep_ in SUBJECTS:
        return _subject_of_last_clause(casting, token)
    own = _subject_of(casting, clause_head(token), token)
    if own is not None:
        return own[1] if own[1] is not None and own[1].kind in _THINGS else None
    return _subject_of_last_clause(casting, token)


def _is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: "it was raining", "it was clear that …", "it was Monday"."""
    verb = token.head.head if token.head.dep_ in AUXILIARIES else token.head
    if token.dep_ not in SUBJECTS or token.lower_ != "it":
        return False
    if verb.lemma_ in _WEATHER:
        return True
    says_what = children(verb, "attr", "acomp", "npadvmod", "oprd")
    timed = any(t.lemma_.lower() in _TIMES or t.ent_type_ in {"DATE", "TIME"} for t in says_what)
    clauses = children(verb, "ccomp", "advcl", "csubj", "xcomp")
    clauses += [c for t in says_what for c in children(t, "ccomp", "xcomp", "acl", "relcl")]
    foretold = bool(says_what) and bool(clauses)
    return (verb.lemma_ == "be" and (timed or foretold)) or (
        verb.lemma_ in _SEEMING and bool(clauses)
    )


def _subject_of(casting: Casting, verb: Token, token: Token) -> tuple[Token, Draft | None] | None:
    heads = [s for s in children(verb, *SUBJECTS) if s.i < token.i]
    if not heads or token.is_ancestor(heads[0]) or heads[0].is_ancestor(token):
        return None
    return heads[0], casting.at_head.get(heads[0].i)


def _subject_of_last_clause(casting: Casting, token: Token) -> Draft | None:
    """Return the actor that is subject of the clause before, when no other noun is."""
    sentence = casting.parse.sentence_of(token)
    block = sentence.block
    for number in range(sentence.number, max(-1, sentence.number - _REACH_OTHER - 1), -1):
        other = casting.parse.sentences[number]
        if other.block != block:
            return None
        span = casting.parse.tokens(other)
        subjects = [t for t in span if t.dep_ in SUBJECTS and t.i < token.i]
        subjects = [t for t in subjects if not t.is_ancestor(token) and t != token]
        if subjects:
            draft = casting.at_head.get(subjects[-1].i) if len(subjects) == 1 else None
            main = next((t for t in subjects if t.head.dep_ == "ROOT"), None)
            draft = draft or (casting.at_head.get(main.i) if main is not None else None)
            return draft if draft is not None and draft.kind in _THINGS else None
    return None


def _several(casting: Casting, token: Token) -> Draft | None:
    for head, draft in _candidates(casting, token, _REACH_OTHER):
        if is_subject(head) and (draft.kind in _MANY or head.lower_ in _PLURAL_BODIES):
            return draft
    return None


def _candidates(casting: Casting, token: Token, reach: int) -> list[tuple[Token, Draft]]:
    """Return antecedents in order of salience, those inside the pronoun's own phrase left out."""
    found = list(casting.before(token, reach))
    barred = [draft for head, draft in found if _clashes(token, head)]
    return [
        (head, draft)
        for head, draft in found
        if not token.is_ancestor(head) and all(draft is not other for other in barred)
    ]


def _clashes(token: Token, head: Token) -> bool:
    """Binding: a plain object pronoun is never its own clause's subject ("he praised him")."""
    reflexive = token.lower_.endswith(("self", "selves"))
    if token.dep_ not in {"dobj", "pobj", "dative"} or reflexive:
        return False
    return head.dep_ in SUBJECTS and clause_head(token) == clause_head(head)
