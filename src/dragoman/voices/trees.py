"""Small questions to the parse: phrases, subjects, passives, runs of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from dragoman.language.syntax import governed_by

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVES = frozenset({"WP", "WDT"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_GROUP = AUXILIARIES | {"advmod"}
# Clauses that take their subject from the clause they hang from.
_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep"})
_QUOTE_MARKS = frozenset("\"“”„«»‘’'") | {"``", "''", "‘‘", "’’"}
_BRACKETS = frozenset("()[]$#%")
_PLACES_AND_BODIES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_LONGEST_CLIMB = 6

# An interruption of at most this many words ("he told parliament on Friday") leaves one content.
LONGEST_INTERRUPTION = 6

TokenRun = tuple[int, int]
CharSpan = tuple[int, int]


def child(token: Token, *deps: str) -> Token | None:
    """Return the token's first child with one of these labels, or None."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: "was told", or a bare "a plan described as"."""
    if any(c.dep_ == "auxpass" or c.dep_ in PASSIVE_SUBJECTS for c in verb.children):
        return True
    bare = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return bare or (verb.dep_ == "conj" and verb.tag_ == "VBN" and _shares_passive(verb))


def _shares_passive(verb: Token) -> bool:
    own = any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in verb.children)
    return not own and child(verb.head, "auxpass") is not None


def is_finite(verb: Token) -> bool:
    """Whether a clause's head, or one of its auxiliaries, carries tense."""
    if verb.tag_ in FINITE:
        return True
    return any(c.tag_ in FINITE for c in verb.children if c.dep_ in ("aux", "auxpass", "cop"))


def is_negated(verb: Token) -> bool:
    """Whether the verb itself is negated."""
    return any(c.dep_ == "neg" or c.lower_ in ("never", "neither") for c in verb.children)


def subject_of(verb: Token) -> Token | None:
    """Return the logical subject of an active verb, borrowed from a higher clause if need be."""
    at = verb
    for _ in range(_LONGEST_CLIMB):
        own = child(at, *SUBJECTS)
        if own is not None:
            return antecedent(_true_head(own))
        if at != verb and child(at, *PASSIVE_SUBJECTS) is not None:
            own = child(at, *PASSIVE_SUBJECTS)
            return None if own is None else antecedent(own)
        if at.dep_ == "acl":
            clause = _clause_beside(at)
            if clause is None:
                infinitive = any(c.tag_ == "TO" for c in at.children)
                return None if infinitive else at.head
            at = clause
            continue
        if at.dep_ not in _BORROWING:
            return None
        at = at.head
    return None


def _true_head(subject: Token) -> Token:
    """ "Ana Ruiz of Peru's army": the parser takes her for the army's owner; she is the subject."""
    if subject.i + 2 < len(subject.doc) and not subject.whitespace_:
        return _behind_dash(subject)
    owner = child(subject, "poss")
    of = child(owner, "prep") if owner is not None else None
    return owner if owner is not None and of is not None and of.lower_ == "of" else subject


def _clause_beside(participle: Token) -> Token | None:
    """ "He left the hall, saying …": behind a comma a participle belongs to the verb above."""
    edge = participle.left_edge
    before = edge if edge.is_punct else edge.doc[max(edge.i - 1, 0)]
    if participle.tag_ != "VBG" or before.text != ",":
        return None
    above = participle.head
    while above.pos_ not in ("VERB", "AUX") and above.head != above:
        above = above.head
    return above if above.pos_ in ("VERB", "AUX") else None


def _behind_dash(subject: Token) -> Token:
    """ "The Lima–Quito line": the parser stops at the first city; the line is the subject."""
    dash = subject.nbor()
    if dash.text not in ("–", "-", "—") or dash.whitespace_:
        return subject
    nouns = []
    for token in subject.doc[dash.i + 1 : dash.i + _LONGEST_CLIMB]:
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            break
        nouns.append(token)
    return nouns[-1] if nouns else subject


def agent_of(verb: Token) -> Token | None:
    """Return who does what a passive verb tells ("by X"), or None."""
    return next((t for t in governed_by(verb, ("by",)) if t.dep_ == "pobj"), None)


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token stands for itself."""
    if token.tag_ in RELATIVES and token.lower_ in ("who", "which", "that"):
        clause = token.head
        for _ in range(_LONGEST_CLIMB):
            if clause.dep_ == "relcl":
                return _person_before(clause.head) if token.lower_ == "who" else clause.head
            clause = clause.head
    return token


def _person_before(noun: Token) -> Token:
    """ "The head of the Union, who": not the union says it but its head."""
    while noun.dep_ == "pobj" and noun.ent_type_ in _PLACES_AND_BODIES:
        above = noun.head.head
        if above.pos_ not in ("NOUN", "PROPN", "PRON"):
            break
        noun = above
    return noun


def subtree(token: Token) -> set[int]:
    """Return the indexes of a token and all below it."""
    return {t.i for t in token.subtree}


def noun_phrase(head: Token) -> TokenRun:
    """Return a noun's phrase without the clauses and appositions that follow it."""
    last = head
    for part in head.rights:
        if part.dep_ in ("relcl", "acl", "appos", "punct", "conj", "cc", "advcl", "parataxis"):
            break
        last = part.right_edge
    return head.left_edge.i, last.i


def whole_phrase(head: Token, word: Token) -> TokenRun:
    """Return a noun's phrase with all that tells who is meant: titles, appositions, "who …".

    It ends before a clause that ``word`` stands in: "the governor | who said …".
    """
    last = head
    for part in head.rights:
        if part.dep_ in ("advcl", "parataxis") or part == word or part.is_ancestor(word):
            break
        if part.dep_ != "punct":
            last = part.right_edge
    return trimmed(head.doc, (head.left_edge.i, last.i)) or (head.i, head.i)


def bracketed(token: Token) -> range | None:
    """Return the tokens between the round brackets around a token in its sentence, or None."""
    sentence, opened = token.sent, -1
    for at in range(token.i, sentence.start - 1, -1):
        if token.doc[at].text == ")" and at < token.i:
            return None
        if token.doc[at].text == "(":
            opened = at
            break
    if opened < 0:
        return None
    ends = (at for at in range(token.i, sentence.end) if token.doc[at].text == ")")
    return range(opened + 1, next(ends, sentence.end))


def runs(doc: Doc, indexes: Iterable[int]) -> Iterator[TokenRun]:
    """Yield the unbroken runs (first, last) of a set of tokens; lone punctuation breaks none."""
    ordered = sorted(indexes)
    if not ordered:
        return
    first = last = ordered[0]
    for index in ordered[1:]:
        if any(not doc[i].is_punct and not doc[i].is_space for i in range(last + 1, index)):
            yield first, last
            first = index
        last = index
    yield first, last


def trimmed(doc: Doc, run: TokenRun) -> TokenRun | None:
    """Return a run without punctuation at its ends (quotation marks stay), or None if empty."""
    first, last = run
    while first <= last and _is_trim(doc[first]):
        first += 1
    while last >= first and _is_trim(doc[last]):
        last -= 1
    return (first, last) if first <= last else None


def _is_trim(token: Token) -> bool:
    if token.text in _QUOTE_MARKS or token.text in _BRACKETS:
        return False
    return token.is_punct or token.is_space


def chars(doc: Doc, run: TokenRun) -> CharSpan:
    """Return a run of tokens as offsets into the text, end exclusive."""
    return doc[run[0]].idx, doc[run[1]].idx + len(doc[run[1]])


def cue_run(verb: Token) -> TokenRun:
    """Return a verb with the auxiliaries, adverbs and particle that stand next to it.

    An infinitive comes with the verb that it hangs from: "went on to explain".
    """
    first = _first_of_group(verb)
    last = verb.i
    above = verb.head
    joined = verb.dep_ == "xcomp" and above.pos_ == "VERB" and child(verb, "aux") is not None
    if joined and verb.doc[first].lower_ == "to" and _reaches(above, first):
        first = _first_of_group(above)
    particle = child(verb, "prt")
    if particle is not None and particle.i == last + 1:
        last += 1
    return first, last


def _first_of_group(verb: Token) -> int:
    first = verb.i
    while first > verb.sent.start and verb.doc[first - 1].head == verb:
        if verb.doc[first - 1].dep_ not in _GROUP:
            break
        first -= 1
    return first


def _reaches(verb: Token, index: int) -> bool:
    """Whether a verb, with its particle, stands right before a token."""
    particle = child(verb, "prt")
    return (verb.i if particle is None else max(verb.i, particle.i)) + 1 == index


def join_runs(word: Token, indexes: set[int]) -> Iterator[TokenRun]:
    """Yield content as trimmed runs; those that only a short interruption parts become one.

    A run leaves the "and" at its end to what follows.
    """
    joined: list[TokenRun] = []
    for run in runs(word.doc, indexes):
        whole = _without_joint(word, trimmed(word.doc, run))
        if whole is None:
            continue
        if joined and whole[0] - joined[-1][1] - 1 <= LONGEST_INTERRUPTION:
            joined[-1] = (joined[-1][0], whole[1])
        else:
            joined.append(whole)
    yield from joined


def _without_joint(word: Token, run: TokenRun | None) -> TokenRun | None:
    """A run without a joining word at its end: "the tax was just | , and"."""
    while run is not None and word.doc[run[1]].dep_ == "cc" and run[1] > run[0]:
        run = trimmed(word.doc, (run[0], run[1] - 1))
    return run
