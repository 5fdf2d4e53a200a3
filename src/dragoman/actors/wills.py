"""Wills: whether the words around an "it" or "they" ask for somebody who can act."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.language.syntax import AUXILIARIES, SUBJECTS, children

# What only somebody who can mean to does: speech, decision, diplomacy, force.
_WILLED = frozenset(
    "abstain accept accuse acknowledge admit advise agree aim announce answer appeal apologise "
    "apologize appoint approve argue arrest ask back ban believe blame boycott call cancel "
    "commit complain concede condemn confirm consider cooperate criticise criticize decide declare "
    "defend demand deny deploy deport deserve dismiss dispatch donate elect endorse expect expel "
    "fear fight fire freeze grant guarantee halt hope host impose insist intend intervene invade "
    "invite join launch lift mediate negotiate nominate object offer open oppose order pardon "
    "plan pledge postpone prefer prepare promise propose protest punish push pursue ratify "
    "recall recognise recognize refuse regret reject release reply report request resolve respond "
    "resume retaliate retract return say seek seize send sign sue summon support suspect suspend "
    "talk tell thank threaten think try understand undertake urge veto vote vow want warn welcome "
    "wish withdraw withhold".split()
)
# Verbs whose object is somebody who can act.
_ADDRESSED = frozenset(
    "accuse advise arrest ask blame condemn congratulate convince criticise criticize encourage "
    "expel force invite oblige order persuade praise pressure remind sue summon tell thank "
    "threaten urge warn".split()
)
# What only a state, a body or an organization has.
_OWNED = frozenset(
    "airspace ally ambassador archive armed army base border budget cabinet chairman chairwoman "
    "chief citizen coast commander congress consulate counterpart delegation diplomat embassy "
    "envoy fighter fleet force founder frontier goal government head headquarters lawmaker leader "
    "leadership member military minister ministry mission nation navy neighbor neighbour "
    "official opponent parliament party people police policy population position president "
    "representative rival soldier spokesman spokesperson spokeswoman staff supporter territory "
    "troop voter water weapon".split()
)
# What "it" does without being anything.
_WEATHER = frozenset("drizzle freeze hail pour rain sleet snow thunder".split())
_SEEMING = frozenset("appear emerge follow happen matter seem transpire turn".split())
_TIMES = frozenset("day evening midday midnight morning night noon o'clock time".split())
# "It is easy to see", "it was clear that": what is said of a clause.
_SAID_OF_CLAUSES = frozenset({"ccomp", "advcl", "csubj", "xcomp"})


def takes_an_actor(token: Token) -> bool:
    """Whether a pronoun stands where only an actor can: "it denied", "urged it", "its army"."""
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in _OWNED
    if token.dep_ in SUBJECTS:
        passive = token.dep_ == "nsubjpass"
        return token.head.lemma_.lower() in (_ADDRESSED if passive else _WILLED)
    return token.dep_ == "dobj" and token.head.lemma_.lower() in _ADDRESSED


def is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: "it was raining", "it was clear that …", "it was Monday"."""
    if token.lower_ != "it" or token.dep_ not in SUBJECTS:
        return _is_foretelling_object(token)
    verb = token.head.head if token.head.dep_ in AUXILIARIES else token.head
    if verb.lemma_ in _WEATHER:
        return True
    says_what = children(verb, "attr", "acomp", "npadvmod", "oprd")
    timed = any(t.lemma_.lower() in _TIMES or t.ent_type_ in {"DATE", "TIME"} for t in says_what)
    clauses = children(verb, *_SAID_OF_CLAUSES)
    clauses += [c for t in says_what for c in children(t, "ccomp", "xcomp", "acl", "relcl")]
    foretold = bool(says_what) and bool(clauses)
    after = [c for c in clauses if c.i > token.i]
    return (verb.lemma_ == "be" and (timed or foretold)) or (
        verb.lemma_ in _SEEMING and bool(after)
    )


def _is_foretelling_object(token: Token) -> bool:
    """ "Made it clear that …", "found it hard to …": the object only holds the clause's place."""
    if token.lower_ != "it" or token.dep_ not in {"dobj", "nsubj"}:
        return False
    judged = [t for t in children(token.head, "oprd", "acomp", "ccomp") if t.pos_ == "ADJ"]
    return bool(judged) and any(c.dep_ in _SAID_OF_CLAUSES for t in judged for c in t.children)
