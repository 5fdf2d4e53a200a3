"""Pronouns: "he", "its", "they" to the likeliest actor that agrees, or to nobody."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.agreement import are_several, gender_fits, is_plural_noun, is_somebody
from dragoman.actors.agreement import is_something as is_thing
from dragoman.actors.drafts import BY_PRONOUN, Casting, Draft, Spot, is_subject
from dragoman.actors.first_person import speaker_of
from dragoman.actors.salience import barred, is_adjective, is_reflexive, ranked_nouns
from dragoman.actors.together import joined_subjects, mark_together
from dragoman.actors.wills import acts, is_expletive, takes_an_actor
from dragoman.language.syntax import SUBJECTS, children, clause_head, subjects
from dragoman.model.actor import MentionForm, MentionKind

_HE = frozenset("he him his himself".split())
_SHE = frozenset("she her hers herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their theirs themselves".split())
_HUMAN_ACTS = frozenset(
    "add arrive ask begin call come give go hold leave meet receive return say speak tell thank "
    "travel visit write".split()
)
# Sentences that a pronoun may reach back over: two for persons, one for all else.
_REACH_PERSON = 2
_REACH_OTHER = 1
# Nouns that no "it" takes up, because they are told as times and measures.
_MEASURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


def is_third_person(token: Token) -> bool:
    """Whether the token is a pronoun that this module knows; "IT" is computing."""
    return token.text != "IT" and token.lower_ in _HE | _SHE | _IT | _THEY


def resolve_pronoun(casting: Casting, token: Token) -> Draft | None:
    """Join a pronoun to its actor and return it; None where it is not clear or means several."""
    if token.i in casting.at_head:
        return casting.at_head[token.i]
    if token.i in casting.together:
        return None
    if token.lower_ in _HE or token.lower_ in _SHE:
        draft = _person(casting, token)
    elif token.lower_ in _IT:
        draft = _thing(casting, token)
    else:
        draft = _several(casting, token)
    if draft is not None:
        _mark(casting, draft, token, "actors.pronoun")
    return draft


def resolve_ahead(casting: Casting, token: Token) -> None:
    """Join "in his speech, the president …" to the subject that is still to come."""
    if token.i in casting.at_head or token.i in casting.together or token.lower_ in _THEY:
        return
    if is_expletive(token):
        return
    for subject in _subjects_ahead(token):
        draft = casting.at_head.get(subject.i)
        if draft is None or subject.i < token.i:
            continue
        if _can_be(draft, subject, _gender(token)):
            _mark(casting, draft, token, "actors.pronoun_ahead")
        return


def _can_be(draft: Draft, head: Token, gender: str | None) -> bool:
    if gender is None:
        return is_thing(draft, head)
    return is_somebody(draft, head) and gender_fits(draft, gender)


def _mark(casting: Casting, draft: Draft, token: Token, rule: str) -> None:
    draft.gender = draft.gender or _gender(token)
    form = MentionForm.PRONOUN
    spot = Spot(token.i, token.i, token.i, MentionKind.ACTOR, form, rule, BY_PRONOUN)
    casting.mark(draft, spot)


def _gender(token: Token) -> str | None:
    if token.lower_ in _HE:
        return "male"
    return "female" if token.lower_ in _SHE else None


# --- he and she ----------------------------------------------------------------------------------


def _person(casting: Casting, token: Token) -> Draft | None:
    gender = _gender(token) or ""
    banned = barred(casting, token)
    speaker = speaker_of(casting, token)
    if speaker is not None:
        banned.append(speaker)  # who speaks of himself says "I"
    fits = [
        (head, draft)
        for head, draft in _drafts(casting, token, _REACH_PERSON)
        if is_somebody(draft, head) and gender_fits(draft, gender)
        and all(draft is not other for other in banned)
    ]  # fmt: skip
    if not fits:
        return None
    if casting.quotations.around(token) is None:
        # The narrator takes up whom he tells of, before those of whom others speak.
        fits.sort(key=lambda fit: casting.quotations.around(fit[0]) is not None)
    head, draft = fits[0]
    if _is_joined_to_a_rival(head, fits) or _passes_somebody(casting, token, head):
        return None
    return draft


def _drafts(casting: Casting, token: Token, reach: int) -> list[tuple[Token, Draft]]:
    nouns = ranked_nouns(casting, token, reach)
    if is_reflexive(token):
        nouns = iter([s for s in subjects(clause_head(token)) if s != token])
    return [
        (noun, casting.at_head[noun.i])
        for noun in nouns
        if noun.i in casting.at_head and not is_adjective(casting, noun)
    ]


def _is_joined_to_a_rival(head: Token, fits: list[tuple[Token, Draft]]) -> bool:
    """Whether another person who fits as well is joined to this one: "Lima and Ruiz … he"."""
    return any(
        other is not fits[0][1] and (noun.head == head and noun.dep_ == "conj")
        for noun, other in fits
    )


def _passes_somebody(casting: Casting, token: Token, head: Token) -> bool:
    """Whether somebody whom no rule knows acts in between ("The guest met his hosts. He …")."""
    if is_subject(head):
        return False
    here = casting.parse.sentence_of(token).number
    span = casting.parse.tokens(casting.parse.sentences[here])
    if casting.parse.sentence_of(head).number != here:
        span = casting.parse.tokens(casting.parse.sentence_of(head))
    acting = [s for s in children(span.root, *SUBJECTS) if s.i < token.i]
    unknown = [s for s in acting if s.i not in casting.at_head and s.pos_ == "NOUN"]
    return bool(unknown) and span.root.lemma_ in _HUMAN_ACTS


def _subjects_ahead(token: Token) -> list[Token]:
    """Return the subjects of the clauses around a pronoun in a phrase in front of them."""
    clause, found = clause_head(token), []
    for _ in range(3):
        found += [s for s in children(clause, *SUBJECTS) if s.i > token.i]
        if clause.head == clause:
            break
        clause = clause_head(clause.head)
    return found


# --- it ------------------------------------------------------------------------------------------


def _thing(casting: Casting, token: Token) -> Draft | None:
    """Take the first noun that "it" can mean; where that is no actor, "it" is none either.

    Only where the words around it ask for an actor ("it denied", "its army") are other nouns
    passed over.
    """
    if is_expletive(token):
        return None
    willed = takes_an_actor(token)
    banned = barred(casting, token)
    nouns = ranked_nouns(casting, token, _REACH_OTHER)
    if is_reflexive(token):
        nouns = iter(subjects(clause_head(token)))
    for noun in nouns:
        draft = casting.at_head.get(noun.i)
        if draft is None:
            if acts(noun) or (not willed and _could_be_it(casting, noun)):
                return None
        elif _fits_it(casting, draft, noun, token) and all(draft is not b for b in banned):
            return draft
    return None


def _fits_it(casting: Casting, draft: Draft, noun: Token, token: Token) -> bool:
    told_as_thing = is_thing(draft, noun) and not is_adjective(casting, noun)
    return told_as_thing and not _is_told_by_who(noun, token)


def _is_told_by_who(noun: Token, token: Token) -> bool:
    """Whether the token stands in a "who"-clause, which the parser may hang from a thing."""
    clauses = [c for c in children(noun, "relcl") if token in c.subtree]
    return any(s.lower_ == "who" for c in clauses for s in children(c, *SUBJECTS))


def _could_be_it(casting: Casting, noun: Token) -> bool:
    """Whether a noun that is no actor can be what "it" means."""
    if noun.i in casting.together or is_plural_noun(noun) or noun.pos_ == "PRON":
        return False
    if noun.ent_type_ in _MEASURES or noun.dep_ in {"compound", "nmod", "npadvmod"}:
        return False
    owned = noun.dep_ in SUBJECTS or noun.dep_ in {"dobj", "pobj"}
    first = casting.parse.doc[noun.left_edge.i]
    return owned and casting.authority.agent_kind(first.doc[first.i : noun.i + 1].text) is None


# --- they ----------------------------------------------------------------------------------------


def _several(casting: Casting, token: Token) -> Draft | None:
    """Join "they" to a group, or to the actors that are told together before it."""
    willed = takes_an_actor(token)
    banned = barred(casting, token)
    for noun in ranked_nouns(casting, token, _REACH_OTHER):
        draft = casting.at_head.get(noun.i)
        joined = joined_subjects(casting, noun)
        if joined and not any(d is b for d in joined for b in banned):
            mark_together(casting, joined, token, MentionForm.PRONOUN, "actors.pronoun_together")
            return None
        if draft is not None and are_several(draft, noun):
            if all(draft is not other for other in banned):
                return draft
        elif draft is None and _could_be_they(casting, noun) and (not willed or acts(noun)):
            return None
    return None


def _could_be_they(casting: Casting, noun: Token) -> bool:
    placed = noun.dep_ in SUBJECTS or noun.dep_ in {"dobj", "pobj"}
    measured = noun.ent_type_ in _MEASURES
    return noun.i not in casting.together and is_plural_noun(noun) and placed and not measured
