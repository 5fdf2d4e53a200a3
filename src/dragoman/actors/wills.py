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
    "abandon accuse admit advise aid arm arrest ask attack back betray blame bomb condemn "
    "congratulate convince criticise criticize defeat disband dissolve encourage expel fight "
    "finance force fund help humiliate invade invite isolate join lead leave oblige order "
    "persuade praise pressure protect quit recognise recognize remind represent sanction sue "
    "summon support suspend tell thank threaten urge visit warn".split()
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
# Verbs that give a thing a name: "called it a coup".
_NAMING = frozenset("brand call consider deem describe dub label make term".split())
# What is said of somebody who can act, in "it was …".
_FEELING = frozenset(
    "able afraid alarmed angry annoyed anxious aware bound careful certain committed concerned "
    "confident convinced determined disappointed due eager entitled free glad grateful guilty "
    "happy hopeful independent innocent keen loyal neutral obliged open opposed prepared proud "
    "ready reluctant responsible right satisfied serious sorry sure surprised sympathetic "
    "unable unaware unhappy unwilling victorious wary willing worried wrong".split()
)
_STANDING = frozenset(
    "ally army body candidate country enemy force friend government guarantor group host kingdom "
    "leader mediator member movement nation neighbor neighbour observer organisation organization "
    "participant partner party power republic signatory sponsor state supporter target union "
    "victim".split()
)
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


def acts(noun: Token) -> bool:
    """Whether a noun is the subject of what only somebody who means to can do."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _WILLED


def is_expletive(token: Token) -> bool:
    """Whether "it" means nothing: "it was raining", "it was clear that …", "it was Monday"."""
    if token.lower_ != "it":
        return False
    if token.dep_ not in SUBJECTS:
        return token.dep_ == "dobj" and not takes_an_actor(token)
    if token.head.dep_ == "ccomp" and token.head.head.lemma_.lower() in _NAMING:
        return True
    verb = token.head.head if token.head.dep_ in AUXILIARIES else token.head
    if verb.lemma_ in _WEATHER:
        return True
    says_what = children(verb, "attr", "acomp", "npadvmod", "oprd")
    timed = any(t.lemma_.lower() in _TIMES or t.ent_type_ in {"DATE", "TIME"} for t in says_what)
    clauses = children(verb, *_SAID_OF_CLAUSES)
    clauses += [c for t in says_what for c in children(t, "ccomp", "xcomp", "acl", "relcl")]
    if verb.lemma_ == "be" and any(not _says_of_somebody(t) for t in says_what):
        return True
    foretold = bool(says_what) and bool(clauses)
    after = [c for c in clauses if c.i > token.i]
    if verb.lemma_ in _SEEMING and any(c.lower_ == "as" for c in children(verb, "mark")):
        return True
    return (verb.lemma_ == "be" and (timed or foretold)) or (
        verb.lemma_ in _SEEMING and bool(after)
    )


def _says_of_somebody(what: Token) -> bool:
    """Whether "it is …" can be said of an actor: "ready", "a member", but not "clear"."""
    if what.pos_ == "ADJ":
        return what.lower_ in _FEELING
    return what.pos_ not in {"NOUN", "PROPN"} or what.lemma_.lower() in _STANDING
