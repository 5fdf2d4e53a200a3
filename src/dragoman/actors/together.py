"""Together: "the two countries", "both ministers", "the pair": several actors in one mention.

Exactly as many as the words count must be there to be meant, and of their kind; where more could
be, only actors that the text itself joins ("A and B", "between A and B") are taken.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from dragoman.actors.agreement import is_plural_noun, is_somebody
from dragoman.actors.drafts import BY_NOUN, Casting, Draft, Spot
from dragoman.actors.regions import region_members
from dragoman.language.syntax import (
    SUBJECTS,
    children,
    clause_head,
    phrase_bounds,
    possessors,
    subjects,
)
from dragoman.model.actor import ActorKind, MentionForm, MentionKind

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PAIRS = {"both": 2, "duo": 2, "pair": 2, "two": 2, "trio": 3, "three": 3}
_OF_STATES = frozenset(
    "capital country foe government island kingdom nation neighbor neighbour power republic state "
    "member".split()
)
_OF_SIDES = frozenset("ally army belligerent enemy foe party rival side".split())
_OF_PERSONS = frozenset(
    "boss candidate chairman chief commander contender diplomat dignitary envoy foe governor "
    "general king leader man minister monarch officer official politician premier president "
    "rival secretary senator statesman woman".split()
)
# Words of rank that belong to a title; another noun in front ("police officers") narrows it.
_RANKS = frozenset({"deputy", "prime", "vice"})
_SORT = {ActorKind.UNNAMED: ActorKind.PERSON, ActorKind.ORGANIZATION: ActorKind.BODY}
_OPPOSED = frozenset({"REB", "UAF", "OPP", "PTY"})
_LINKS = frozenset({"and", ",", "the"})
_PARTIES = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.GROUP})
# Sentences back in which the several actors must stand.
_REACH = 3
# Of the two highest posts each, what "leaders" and "presidents" are told by.
_LEADING = frozenset("chancellor king leader minister premier president ruler".split())

Fits = Callable[[Draft, Token], bool]


def cast_together(casting: Casting, noun: Token) -> bool:
    """Mark a noun that counts or names several known actors; False where it is none such."""
    count = _count(noun)
    if count is None:
        return False
    members = _members(casting, noun, count)
    if members is None or not _are_peers(members):
        return False
    mark_together(casting, members, noun, MentionForm.NOMINAL, "actors.together")
    return True


def _are_peers(members: tuple[Draft, ...]) -> bool:
    """Whether actors are of one sort; of mixed ones only a government faces its opponents."""
    kinds = {_SORT.get(d.kind, d.kind) for d in members}
    return len(kinds) == 1 or all("GOV" in d.sectors or _OPPOSED & set(d.sectors) for d in members)


def mark_together(
    casting: Casting, drafts: tuple[Draft, ...], head: Token, form: MentionForm, rule: str
) -> None:
    """Add a mention of several drafts: a pronoun, or the phrase around a noun."""
    first, last = (head, head) if form is MentionForm.PRONOUN else phrase_bounds(head)
    spot = Spot(head.i, first.i, last.i, MentionKind.ACTOR, form, rule, BY_NOUN)
    casting.mark_together(drafts, spot)


def joined_subjects(casting: Casting, noun: Token) -> tuple[Draft, ...] | None:
    """Return the actors that a noun tells together: itself, or with those it is joined to."""
    if noun.i in casting.together:
        return casting.together[noun.i]
    return _drafts_of(casting, _listed(casting, noun))


def _listed(casting: Casting, noun: Token) -> list[Token]:
    """Return the heads of a list of mentions ("A, B and C") that begins with this one."""
    doc, found, linked = casting.parse.doc, [noun], False
    spot = casting.spot_at.get(noun.i)
    while spot is not None:
        at = max(spot.last, spot.head) + 1
        while at < len(doc) and doc[at].lower_ in _LINKS:
            linked = linked or doc[at].lower_ == "and"
            at += 1
        spot = next((s for s in casting.spots_from(at) if s.first == at), None)
        if spot is None or at == found[-1].i + 1:
            break
        found.append(doc[spot.head])
    return found if linked and len(found) > 1 else []


def _drafts_of(casting: Casting, nouns: list[Token]) -> tuple[Draft, ...] | None:
    drafts = [casting.at_head.get(noun.i) for noun in nouns]
    known = tuple(d for d in drafts if d is not None)
    distinct = len({id(d) for d in known}) == len(drafts)
    return known if distinct and len(known) == len(drafts) > 1 else None


def _count(noun: Token) -> int | None:
    """Return how many actors a phrase says it means, or None: "the two states", "the pair"."""
    if noun.dep_ == "preconj":  # "both A and B" names them itself
        return None
    if noun.lower_ in _PAIRS and noun.pos_ != "DET":
        definite = bool(children(noun, "det")) or noun.lower_ == "both"
        followed = bool(children(noun, "prep", "relcl", "acl"))
        return _PAIRS[noun.lower_] if definite and not followed else None
    if not is_plural_noun(noun) or any(p.lower_ == "of" for p in children(noun, "prep")):
        return None
    known = [d.lower_ for d in children(noun, "det", "predet", "poss")]
    counts = [_COUNTS[c.lower_] for c in noun.lefts if c.lower_ in _COUNTS]
    definite = "both" in known or any(w in {"the", "these", "its", "their"} for w in known)
    if counts and definite:
        return counts[0]
    plain = known == ["the"] and len(list(noun.lefts)) == 1
    return 2 if plain and noun.lemma_.lower() in {"minister", "president", "leader"} else None


def _members(casting: Casting, noun: Token, count: int) -> tuple[Draft, ...] | None:
    wanted = _kind_wanted(casting, noun)
    banned = _barred(casting, noun)

    def fits(draft: Draft, head: Token) -> bool:
        return wanted(draft, head) and all(draft is not other for other in banned)

    earlier = _told_together(casting, noun, count, fits)
    near: dict[int, Draft] = {}
    here = casting.parse.sentence_of(noun).number
    for number in range(here, max(-1, here - _REACH - 1), -1):
        span = casting.parse.tokens(casting.parse.sentences[number])
        heads = [t for t in span if t.i in casting.at_head and t.i < noun.i]
        if number == here:
            heads = [t for t in heads if not noun.is_ancestor(t) and not t.is_ancestor(noun)]
        found = {id(casting.at_head[t.i]): casting.at_head[t.i] for t in heads
                 if fits(casting.at_head[t.i], t)}  # fmt: skip
        near.update(found)
        if len(near) == count:
            return tuple(near.values())
        if len(near) > count:
            return _joined_before(casting, noun, count, fits) or earlier
    return earlier


def _barred(casting: Casting, noun: Token) -> list[Draft]:
    """Return who acts on the several or owns them, and so is none of them."""
    others = possessors(noun)
    if noun.dep_ not in SUBJECTS:
        others += subjects(clause_head(noun))
    drafts = [casting.at_head.get(t.i) for t in others if t != noun]
    return [draft for draft in drafts if draft is not None]


def _told_together(
    casting: Casting, noun: Token, count: int, fits: Fits
) -> tuple[Draft, ...] | None:
    """Return the actors last told together before, when there are so many of that kind."""
    for head in sorted((h for h in casting.together if h < noun.i), reverse=True):
        drafts = casting.together[head]
        if len(drafts) == count and all(fits(d, casting.parse.doc[head]) for d in drafts):
            return drafts
    return None


def _joined_before(
    casting: Casting, noun: Token, count: int, fits: Fits
) -> tuple[Draft, ...] | None:
    """Return the last so many actors that the words before join by "and"."""
    for token in reversed([t for t in casting.parse.doc[: noun.i] if t.i in casting.at_head]):
        nouns = _listed(casting, token)
        drafts = _drafts_of(casting, nouns)
        if drafts and len(drafts) == count and all(map(fits, drafts, nouns)):
            return drafts
    return None


def _kind_wanted(casting: Casting, noun: Token) -> Fits:
    lemma = noun.lemma_.lower()
    regions = [r for c in noun.lefts if (r := region_members(c.text)) is not None]

    def is_state(draft: Draft, _: Token) -> bool:
        inside = all(draft.country in members for members in regions)
        return draft.kind is ActorKind.STATE and inside

    def is_side(draft: Draft, _: Token) -> bool:
        return draft.kind in _PARTIES

    def is_person(draft: Draft, head: Token) -> bool:
        return is_somebody(draft, head) and _may_be(casting, draft, lemma)

    def is_such(draft: Draft, _: Token) -> bool:
        told = {casting.parse.doc[s.head].lemma_.lower() for s in draft.spots}
        heads = [name.lower().partition(" of ")[0] for name in draft.names]
        words = {word for name in heads for word in name.split()}
        return draft.kind is not ActorKind.STATE and lemma in told | words

    if lemma in _OF_STATES:
        return is_state
    narrowed = {t.lower_ for t in children(noun, "compound", "nmod")} - _RANKS
    if lemma in _PAIRS or (lemma in _OF_PERSONS and not narrowed):
        return is_person
    return is_side if lemma in _OF_SIDES - {"party", "army"} else is_such


def _may_be(casting: Casting, draft: Draft, lemma: str) -> bool:
    """Whether nothing speaks against calling a person so; "ministers" must be called ministers."""
    titles = {office.title.lower().split()[-1] for office in draft.offices}
    told = titles | {casting.parse.doc[spot.head].lemma_.lower() for spot in draft.spots}
    told |= {title.split()[-1] for title in draft.called}
    if lemma in {"minister", "president", "general"}:
        return lemma in told or (lemma in _LEADING and bool(draft.entry and draft.entry.roles))
    return True
