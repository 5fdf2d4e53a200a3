"""Questions to a dependency parse: who acts, on whom, by which preposition.

Labels are those of spaCy's English pipelines (ClearNLP / Universal Dependencies 1 style). Every
function takes and gives back spaCy tokens; none of them changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset(
    {"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "conj", "pcomp", "parataxis"}
)
AUXILIARIES = frozenset({"aux", "auxpass"})
_RELATIVES = frozenset({"who", "that", "which", "whom", "whose"})
_PRENOMINAL = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"})
_MAX_STEPS = 12  # no chain of heads in a real sentence is as long; it bounds a broken parse


def children(token: Token, *labels: str) -> list[Token]:
    """Return the token's children with one of these labels, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def is_verb(token: Token) -> bool:
    """Whether the token is used as a verb (auxiliaries apart)."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in AUXILIARIES)


def is_passive(verb: Token) -> bool:
    """Whether the verb's grammatical subject is its logical object."""
    if children(verb, "auxpass", "nsubjpass"):
        return True
    bare_participle = verb.tag_ == "VBN" and not children(verb, "aux", "nsubj")
    return bare_participle and (verb.dep_ in {"acl", "advcl", "amod"} or _passive_conjunct(verb))


def _passive_conjunct(verb: Token) -> bool:
    return verb.dep_ == "conj" and is_verb(verb.head) and is_passive(verb.head)


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and all that are joined to it ("A, B and C")."""
    queue = [token]
    while queue:
        head = queue.pop(0)
        yield head
        queue.extend(children(head, "conj"))


def subjects(verb: Token) -> list[Token]:
    """Return the heads of a verb's grammatical subject, conjuncts included.

    A participle, an infinitive or a joined verb without one takes its governor's; a relative
    pronoun is replaced by what it refers to.
    """
    return _subjects(verb, _MAX_STEPS)


def _subjects(verb: Token, steps: int) -> list[Token]:
    own = [_shown_subject(head, verb) for head in children(verb, *SUBJECTS)]
    if own:
        return [joined for head in own for joined in conjuncts(head)]
    if steps == 0:
        return []
    return _inherited_subjects(verb, steps - 1)


def _inherited_subjects(verb: Token, steps: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "conj" and is_verb(head):
        return _subjects(head, steps)
    if verb.dep_ == "acl" and verb.tag_ == "VB" and children(head, "poss"):
        return possessors(head)
    if verb.dep_ in {"acl", "relcl"}:
        return list(conjuncts(head)) if head.pos_ in {"NOUN", "PROPN", "PRON"} else []
    if verb.dep_ == "xcomp" and is_verb(head):
        controllers = children(head, "dobj") if head.lemma_ in _OBJECT_CONTROL else []
        return [o for c in controllers for o in conjuncts(c)] or _subjects(head, steps)
    if verb.dep_ == "xcomp" and head.dep_ == "acomp":
        return _subjects(head.head, steps)
    if verb.dep_ == "advcl" and is_verb(head) and not children(verb, "mark"):
        return _subjects(head, steps)
    if verb.dep_ in {"pcomp", "prep"}:
        return _subjects_above(head, steps)
    return []


def _subjects_above(preposition: Token, steps: int) -> list[Token]:
    """Find who "spoke of | leaving" or "hinted at the possibility of | leaving": up to the verb."""
    at = preposition
    for _ in range(_MAX_STEPS):
        if at.lower_ == "as" and is_verb(at.head):
            return children(at.head, "dobj")
        at = at.head
        if at.pos_ == "NOUN" and children(at, "poss"):
            return children(at, "poss")
        if is_verb(at):
            return _subjects(at, steps)
        if at.head == at or at.dep_ not in {"pobj", "prep", "dobj", "attr"}:
            return []
    return []


# Verbs whose object, not subject, does what the infinitive after them says ("forced X to leave").
_OBJECT_CONTROL = frozenset(
    "allow ask authorise authorize beg call challenge compel convince direct enable encourage "
    "force get help instruct invite leave let make oblige order permit persuade press pressure "
    "prompt push recruit remind request require send teach tell train urge want warn".split()
)


# Nouns that carry what is told in an of-phrase: "reports of recruits being sent".
_TELLINGS = frozenset(
    "account accusation allegation claim evidence footage image news prospect report rumor rumour "
    "story testimony".split()
)
_DASHES = frozenset("-–—/")


def _shown_subject(subject: Token, verb: Token) -> Token:
    """Return whom a grammatical subject stands for, where the parse names another word."""
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    if subject.lemma_.lower() in _TELLINGS and any(
        a.tag_ == "VBG" for a in children(verb, "aux", "auxpass")
    ):
        told = [o for p in children(subject, "prep") for o in children(p, "pobj") if o.i < verb.i]
        return told[0] if told else subject
    return _second_of_pair(subject)


def _second_of_pair(subject: Token) -> Token:
    """ "The Peru–Chile treaty holds": the treaty is the subject, not Peru."""
    if subject.i + 1 < len(subject.doc) and subject.nbor().text in _DASHES:
        beside = [a for a in appositives(subject) if a.i > subject.i]
        if beside and not subject.whitespace_:
            return beside[0]
    return subject


def agents(verb: Token) -> list[Token]:
    """Return the heads of a passive's by-phrase."""
    found = [o for by in children(verb, "agent") for o in children(by, "pobj")]
    return [joined for governed in found for joined in conjuncts(governed)] or agents_below(verb)


def agents_below(token: Token) -> list[Token]:
    """Return whom a by-phrase names that hangs on a noun further down.

    In "the delivery of vaccines to Lima | by Quito" the parser hangs it on Lima, which is the
    nearest. Clauses below are not entered.
    """
    nouns = [o for p in children(token, "prep", "dative") for o in children(p, "pobj")]
    while nouns:
        noun = nouns.pop(0)
        for preposition in children(noun, "prep"):
            governed = children(preposition, "pobj")
            if preposition.lower_ == "by":
                return [joined for agent in governed for joined in conjuncts(agent)]
            nouns.extend(governed)
    return []


def logical_subjects(verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the by-phrase of a passive."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return whom it is done to: the object of an active verb, the subject of a passive."""
    if is_passive(verb):
        return subjects(verb)
    shown = [_shown_object(o, verb) for o in children(verb, "dobj")]
    objects = [j for o in shown for j in conjuncts(o)]
    return objects or _relative_object(verb) or _small_clause_subject(verb)


def _shown_object(dobj: Token, verb: Token) -> Token:
    return verb.head if dobj.lower_ in _RELATIVES and verb.dep_ == "relcl" else dobj


def _relative_object(verb: Token) -> list[Token]:
    if verb.dep_ == "relcl" and children(verb, "nsubj"):
        return [] if children(verb, "nsubj")[0].lower_ in _RELATIVES else [verb.head]
    return []


def _small_clause_subject(verb: Token) -> list[Token]:
    clauses = children(verb, "ccomp", "xcomp")
    bare = [c for c in clauses if not is_verb(c) and not children(c, "mark")]
    return [s for c in bare for s in children(c, "nsubj")]


def datives(verb: Token) -> list[Token]:
    """Return the indirect objects ("gave Cuba oil")."""
    return [
        joined
        for dative in children(verb, "dative")
        for joined in conjuncts(_governed(dative) if dative.pos_ == "ADP" else dative)
    ]


def _governed(preposition: Token) -> Token:
    found = children(preposition, "pobj")
    return found[0] if found else preposition


def governed_by(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """Return what the token's prepositional phrases govern, where the preposition is one of these.

    Conjuncts are included; a preposition within a preposition ("from within Cuba") is followed;
    "between A and B" has its second side even where the parser hung it elsewhere.
    """
    wanted = frozenset(prepositions)
    found: list[Token] = []
    for child in _prepositions(token):
        if child.lower_ not in wanted:
            continue
        governed = _objects_of_preposition(child)
        if child.lower_ == "between" and len(governed) == 1:
            governed.extend(_stray_conjunct(child))
        found.extend(governed)
    return found


def _prepositions(token: Token) -> list[Token]:
    """Return a word's prepositions, and one right behind it that hangs from what it is joined to
    ("visits and talks | with Lima")."""
    own = children(token, "prep", "agent", "dative")
    if token.dep_ != "conj":
        return own
    return own + [p for p in children(token.head, "prep") if p.i == token.i + 1]


def _stray_conjunct(preposition: Token) -> list[Token]:
    """Return what "and" joins right after a between-phrase, whatever the parser joined it to."""
    after = preposition.right_edge.i + 1
    doc = preposition.doc
    while after < len(doc) and doc[after].text in {")", ","}:
        after += 1
    if after + 1 >= len(doc) or doc[after].lower_ != "and":
        return []
    starting = [t for t in preposition.sent if t.i > after and t.left_edge.i == after + 1]
    return [t for t in starting if t.pos_ in {"NOUN", "PROPN"}][:1]


def _objects_of_preposition(preposition: Token) -> list[Token]:
    direct = [j for o in children(preposition, "pobj", "pcomp") for j in conjuncts(o)]
    nested = [o for p in children(preposition, "prep") for o in children(p, "pobj")]
    return direct or nested


def possessors(noun: Token) -> list[Token]:
    """Return whose the noun is: its possessives, conjuncts included."""
    return [joined for owner in children(noun, "poss") for joined in conjuncts(owner)]


def appositives(noun: Token) -> list[Token]:
    """Return the nouns in apposition to this one."""
    return children(noun, "appos")


def clause_head(token: Token) -> Token:
    """Return the verb (or root) of the clause that the token stands in."""
    at = token
    for _ in range(_MAX_STEPS * 3):
        if at.dep_ in CLAUSES and (is_verb(at) or at.dep_ == "ROOT"):
            return at
        if at.head == at:
            return at
        at = at.head
    return at


def is_negated(token: Token) -> bool:
    """Whether the word itself is denied: "not", "never", "no" or "without" hang from it."""
    if children(token, "neg") or any(d.lower_ in {"no", "neither"} for d in children(token, "det")):
        return True
    return token.dep_ in {"pobj", "pcomp"} and token.head.lower_ == "without"


def phrase_bounds(head: Token) -> tuple[Token, Token]:
    """Return first and last token of the noun phrase around a head, without what follows it.

    Only an of-phrase stays ("Minister of the Interior"), never a clause or an apposition.
    """
    first = head
    for child in head.lefts:
        if child.dep_ in _PRENOMINAL and child.i < first.i:
            first = child.left_edge
            break
    last = head
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last.i + 1:
            last = _last_of_phrase(child)
    return first, last


def _last_of_phrase(preposition: Token) -> Token:
    governed = children(preposition, "pobj")
    return phrase_bounds(governed[0])[1] if governed else preposition.head
