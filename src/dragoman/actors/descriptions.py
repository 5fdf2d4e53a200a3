"""Descriptions: "the minister", "the Cuban leader", "the former president", "his successor".

A description takes up a person told before when exactly one fits: by the title or noun that the
text gave, by who came and who went, or because nobody else is there. Two who fit equally well are
a reason to join neither.
"""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.actors.agreement import gender_fits, is_plural_noun, is_somebody
from dragoman.actors.careers import NEW, PAST, leavers, newcomers
from dragoman.actors.drafts import Casting, Draft, is_subject
from dragoman.actors.pronouns import is_third_person, resolve_pronoun
from dragoman.actors.the_country import main_state
from dragoman.language.syntax import governed_by, possessors
from dragoman.model.actor import ActorKind, MentionForm

# How many sentences back a definite noun may find its person. News rarely reaches further without
# repeating the name.
REACH = 4
# Words before a title that make another post of it: the vice president is not the president.
_RANKS = frozenset("assistant deputy first prime vice".split())
# Posts whose holders are called by the general nouns.
_TOP_POSTS = frozenset(
    "boss chairman chairwoman chancellor chief commander dictator emir governor head king "
    "leader mayor monarch premier president pope prime queen ruler secretary-general sultan "
    "taoiseach".split()
)
_GENERAL = {
    "leader": _TOP_POSTS,
    "ruler": _TOP_POSTS,
    "strongman": _TOP_POSTS,
    "chief": _TOP_POSTS,
    "premier": frozenset({"prime"}),
    "politician": frozenset(),
    "statesman": frozenset(),
    "diplomat": frozenset("ambassador envoy consul attaché affaires".split()),
    "envoy": frozenset("ambassador representative".split()),
    "officer": frozenset("captain colonel commander general lieutenant major".split()),
    "lawmaker": frozenset("deputy senator congressman congresswoman representative".split()),
}
# Nouns for somebody by their standing to somebody else; of two people told of, it is the other.
_OTHERS = frozenset(
    "adversary challenger foe guest host mentor opponent predecessor rival stand-in successor "
    "visitor".split()
)
# What somebody is apart from an office; a definite one says it of whom one is already telling.
# Posts of which a country, a party or an army has but one.
_LEADING = frozenset(
    "candidate chancellor commander contender dictator leader minister nominee premier president "
    "ruler".split()
)
_SECOND = frozenset({"deputy", "vice"})
_GUESTS = frozenset({"guest", "visitor"})
_EPITHETS = frozenset(
    "academic actor billionaire businessman businesswoman centrist communist comedian "
    "conservative democrat economist engineer hardliner historian independent lawyer leftist "
    "liberal libertarian man millionaire moderate nationalist nonagenarian novelist "
    "octogenarian outsider physician physicist politician populist professor reformer republican "
    "septuagenarian socialist statesman surgeon tycoon veteran woman".split()
)
_STANDING_IN = frozenset({"acting", "interim", "transitional"})
_DESCRIBING = (MentionForm.NOMINAL, MentionForm.TITLE)
_MEN = {"man": "male", "businessman": "male", "statesman": "male"}
_WOMEN = {"woman": "female", "businesswoman": "female"}


def described_person(casting: Casting, noun: Token, country: str | None) -> Draft | None:
    """Return the one person told before whom a definite description fits, or None."""
    people = _people_before(casting, noun, country)
    words = {t.lower_ for t in noun.lefts} | {t.lower_ for c in noun.lefts for t in c.subtree}
    if words & NEW:
        return _only(people, newcomers(casting, noun)[-1:])
    if words & PAST:
        return _former(casting, noun, people)
    titled = [d for d in people if is_called(casting, d, noun)]
    if titled:
        return _first_unless_tied(casting, titled, noun)
    if noun.lemma_.lower() in _EPITHETS:
        return people[0] if len(people) == 1 else None
    return _untitled(casting, noun, people) if country is not None else None


def _untitled(casting: Casting, noun: Token, people: list[Draft]) -> Draft | None:
    """ "Lima has won. The Peruvian president …": the one person named, of whom no post is told."""
    asked = _modifiers(casting, noun)
    if noun.lemma_.lower() not in _LEADING or asked - {"prime", "opposition"} or len(people) != 1:
        return None
    if noun.lemma_.lower() == "minister" and "prime" not in asked:
        return None
    told = [*titles_of(casting, people[0]), *past_titles_of(casting, people[0])]
    return people[0] if people[0].kind is ActorKind.PERSON and not told else None


def is_relation(noun: Token) -> bool:
    """Whether a noun tells somebody by another: "her rival", "his mentor"."""
    return noun.lemma_.lower() in _OTHERS | {"ally", "colleague", "confidant", "protégé"}


def other_person(casting: Casting, noun: Token) -> Draft | None:
    """Return whom "his rival" or "her successor" means: the one other person told of, or None."""
    if noun.lemma_.lower() not in _OTHERS or is_plural_noun(noun):
        return None
    owners = [_owner(casting, owner) for owner in possessors(noun)]
    known = [draft for owner in owners for draft in owner]
    if not owners and noun.lemma_.lower() in _GUESTS:
        return _foreigner(casting, noun)
    if not known:
        return None
    people = [d for d in _people_before(casting, noun, None) if all(d is not o for o in known)]
    near = [d for d in people if d.kind.value == "person"] or people
    return near[0] if len(near) == 1 else None


def _foreigner(casting: Casting, noun: Token) -> Draft | None:
    """ "The visitor": the one person told of who is not of the country told of most."""
    home = main_state(casting)
    people = _people_before(casting, noun, None)
    abroad = [d for d in people if d.country and home and d.country != home.country]
    return abroad[0] if len(abroad) == 1 else None


def is_called(casting: Casting, draft: Draft, noun: Token) -> bool:
    """Whether the text or the tables call a person what a noun says.

    "The minister" is no prime minister, "the interior minister" no foreign minister; "the leader"
    is whoever holds a leading post.
    """
    return _is_one_of(casting, titles_of(casting, draft), noun)


def _was_called(casting: Casting, draft: Draft, noun: Token) -> bool:
    return _is_one_of(casting, past_titles_of(casting, draft), noun)


def _is_one_of(casting: Casting, titles: list[list[str]], noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    asked = _modifiers(casting, noun) | _headed(casting, noun)
    for title in titles:
        told = set(title)
        if title[-1] == lemma or (lemma in told and "of" in told):
            fields = {w for w in asked if w not in told}
            if not fields and _RANKS & asked == _RANKS & (told - {lemma}):
                return True
        elif lemma in _GENERAL and not asked and told & _GENERAL[lemma] and not told & _SECOND:
            return True
    return False


def _headed(casting: Casting, noun: Token) -> set[str]:
    """Return the words for the body, not the state, whose leader or spokesman is asked for."""
    drafts = [
        (t, casting.at_head.get(t.i)) for t in (*governed_by(noun, ("of",)), *possessors(noun))
    ]
    kinds = (ActorKind.STATE, ActorKind.PERSON, ActorKind.UNNAMED)
    return {t.lower_ for t, d in drafts if d is not None and d.kind not in kinds}


def past_titles_of(casting: Casting, draft: Draft) -> list[list[str]]:
    """Return the words of the titles that the text says a person no longer bears."""
    titles = [office.title for office in draft.offices if office.until is not None]
    heads = [casting.parse.doc[s.head] for s in draft.spots if s.form in _DESCRIBING]
    titles += [_description(casting, head) for head in heads if _is_past(head)]
    return [title.lower().replace("-", " ").split() for title in titles if title.strip()]


def _is_past(head: Token) -> bool:
    return any(t.lower_ in PAST for t in head.lefts)


def _description(casting: Casting, head: Token) -> str:
    return " ".join([*sorted(_modifiers(casting, head)), head.lemma_])


def titles_of(casting: Casting, draft: Draft) -> list[list[str]]:
    """Return the words of every title and description that a person bears, in lower case."""
    titles = [*draft.called, *(office.title for office in draft.offices if office.until is None)]
    if draft.entry is not None and casting.day is not None:
        titles += [r.title for r in draft.entry.roles if r.title and r.held_on(casting.day)]
    for spot in draft.spots:
        head = casting.parse.doc[spot.head]
        if spot.form in _DESCRIBING and not _is_past(head):
            titles.append(_description(casting, head))
    return [title.lower().replace("-", " ").split() for title in titles if title.strip()]


def _modifiers(casting: Casting, noun: Token) -> set[str]:
    """Return what specifies a noun, without article, owner, nationality, coming and going."""
    kept = {
        t.lower_
        for t in noun.lefts
        if t.dep_ in {"amod", "compound", "nmod"}
        and casting.authority.adjective_country(t.text) is None
    }
    return kept - NEW - PAST - _STANDING_IN - {"young", "old", "older", "elder"}


def _people_before(casting: Casting, noun: Token, country: str | None) -> list[Draft]:
    """Return the persons before a noun, the most salient first, who fit country and gender."""
    wanted = _MEN.get(noun.lemma_.lower()) or _WOMEN.get(noun.lemma_.lower())
    around = [t for t in (*noun.subtree, *noun.ancestors) if t.i in casting.at_head]
    inside = {id(casting.at_head[t.i]) for t in around if t.pos_ != "VERB"}
    found: dict[int, Draft] = {}
    for head, draft in casting.before(noun, REACH):
        # Whom the text gives no name, it tells of in ever fewer words: "the president" is not
        # told again as "the Ukrainian president".
        named = draft.kind is ActorKind.PERSON
        agrees = country is None or draft.country == country or (named and draft.country is None)
        if wanted and not gender_fits(draft, wanted):
            continue
        if agrees and is_somebody(draft, head) and id(draft) not in inside:
            found.setdefault(id(draft), draft)
    return list(found.values())


def _former(casting: Casting, noun: Token, people: list[Draft]) -> Draft | None:
    """ "The former president": who left, else who was one, else the only one there is."""
    come = newcomers(casting, noun)
    gone = [d for d in leavers(casting, noun) if any(d is p for p in people)]
    if len(gone) == 1:
        return gone[0]
    was = [d for d in people if _was_called(casting, d, noun)]
    if len(was) == 1:
        return was[0]
    called = [d for d in people if is_called(casting, d, noun) and all(d is not c for c in come)]
    called = [d for d in called if not _is_new(casting, d)]
    if len(called) == 1:
        return called[0]
    if called or gone:
        return None
    return people[0] if len(people) == 1 else None


def _is_new(casting: Casting, draft: Draft) -> bool:
    """Whether a person is told as new, acting or interim, and so is no former anything."""
    heads = [casting.parse.doc[s.head] for s in draft.spots if s.form in _DESCRIBING]
    return any(t.lower_ in NEW | _STANDING_IN for head in heads for t in head.lefts)


def _only(people: list[Draft], drafts: list[Draft]) -> Draft | None:
    fits = [d for d in drafts if any(d is p for p in people)]
    return fits[0] if len(fits) == 1 else None


def _first_unless_tied(casting: Casting, drafts: list[Draft], noun: Token) -> Draft | None:
    """Return the most salient of several, unless the next stands in the same place."""
    if len(drafts) == 1:
        return drafts[0]
    places = [_last_place(casting, draft, noun) for draft in drafts[:2]]
    return None if places[0] == places[1] else drafts[0]


def _last_place(casting: Casting, draft: Draft, noun: Token) -> tuple[int, bool]:
    heads = [casting.parse.doc[s.head] for s in draft.spots if s.head < noun.i]
    last = max(heads, key=lambda head: head.i)
    return casting.parse.sentence_of(last).number, is_subject(last)


def _owner(casting: Casting, token: Token) -> tuple[Draft, ...]:
    if is_third_person(token):
        resolve_pronoun(casting, token)
    draft = casting.at_head.get(token.i)
    return (draft,) if draft is not None else casting.together.get(token.i, ())
