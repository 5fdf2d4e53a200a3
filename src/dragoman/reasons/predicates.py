"""Findings told by a verb or an adjective: "aims to", "led to", "fearing that", "eager to"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Span, Token

from dragoman.language.syntax import children, clause_head, governed_by, is_passive, subjects
from dragoman.reasons.finding import Finding, is_denied_verb, right_edge, trimmed
from dragoman.reasons.signals import Predicate, Signals

IsActor = Callable[[Token], bool]
IsEvent = Callable[[Token], bool]

_OBJECT_LABELS = ("dobj", "attr", "oprd", "ccomp", "xcomp", "nsubj")
_CLAUSE_LABELS = ("ccomp", "xcomp", "advcl", "acl", "relcl")
_MEANS = ("with", "by", "through")
_HANGING = frozenset({"advcl", "acl", "conj", "amod"})


def find_predicates(
    sentence: Span, signals: Signals, is_event: IsEvent, is_actor: IsActor
) -> Iterator[Finding]:
    """Yield a finding for each verb whose subject is explained, or has a consequence."""
    for verb in sentence:
        for predicate in signals.predicates.get(verb.lemma_.lower(), ()):
            found = _predicate(predicate, verb, signals)
            if found is None:
                continue
            anchor = _anchor(predicate, verb, is_event, is_actor)
            if anchor is None or _is_vague(predicate, anchor, signals):
                continue
            cue, content = found
            yield Finding(predicate.signal, cue, content, anchor, is_denied_verb(verb))
            break


def _is_vague(p: Predicate, subject: Token, signals: Signals) -> bool:
    """Whether only an event will do and this is a plan or a programme, which is about something."""
    general = subject.lemma_.lower() in signals.lists["general_nouns"]
    return p.subject == "only-event" and general


def find_participles(sentence: Span, signals: Signals, is_event: IsEvent) -> Iterator[Finding]:
    """Yield a finding for each participle or adjective that tells why its clause came about."""
    for word in sentence:
        if _is_free_participle(word, is_event):
            known = signals.participles.get(word.lemma_.lower(), ())
        elif word.dep_ in {"advcl", "amod", "acl", "nmod"} and _stands_apart(word):
            known = signals.adjectives.get(word.lower_, ())
        else:
            continue
        yield from _hanging(word, known, signals)


def _is_free_participle(word: Token, is_event: IsEvent) -> bool:
    """Whether a participle tells of its clause ("…, fearing") or an event ("a march demanding")."""
    if word.tag_ != "VBG" or children(word, "mark", "nsubj", "aux"):
        return False
    return word.dep_ == "advcl" or (word.dep_ == "acl" and is_event(word.head))


def _stands_apart(word: Token) -> bool:
    """Whether an adjective opens its sentence or follows a comma."""
    edge = word.left_edge.i
    return edge == word.sent.start or word.doc[edge - 1].text == ","


def _hanging(word: Token, known: tuple[Predicate, ...], signals: Signals) -> Iterator[Finding]:
    for predicate in known:
        found = _predicate(predicate, word, signals)
        if found is None or not signals.allows(predicate.governors, *_around(word.head)):
            continue
        free = word.head.pos_ in {"VERB", "AUX"} or word.dep_ == "acl"
        anchor = word.head if free else clause_head(word.head)
        given = subjects(anchor) if predicate.signal.reader == "subject" else []
        denied = bool(children(word, "neg"))
        source = given[0] if given else None
        cue, content = found
        yield Finding(predicate.signal, cue, content, anchor, denied, source=source)
        return


def _around(head: Token) -> list[str]:
    """The clause's own words for what is done: its verb, subject and object."""
    near = (head, *children(head, "nsubj", "nsubjpass", "dobj"))
    return [token.lemma_.lower() for token in near]


Stretch = tuple[Token, Token]


def _predicate(p: Predicate, verb: Token, signals: Signals) -> tuple[Stretch, Stretch] | None:
    """Cue and content when the verb has all that the predicate asks for, else None."""
    if p.particle and not any(c.lower_ == p.particle for c in children(verb, "prt", "advmod")):
        return None
    if p.passive != _is_passive_here(verb):
        return None
    last, governor = verb, verb
    if p.nouns:
        nouns = [c for c in children(verb, "dobj", "attr") if c.lemma_.lower() in p.nouns]
        if not nouns:
            return None
        last = governor = nouns[0]
    found = _reason_of(p, governor, verb)
    if found is None:
        return None
    cue_end, head, start = found
    if not signals.allows(p.objects, *_lemmas_within(head, p.objects)):
        return None
    content = trimmed(verb.doc[start], right_edge(head, start))
    if content is None:
        return None
    return (verb, cue_end if cue_end.i > last.i else last), content


def _is_passive_here(verb: Token) -> bool:
    if verb.pos_ == "ADJ" or verb.tag_ not in {"VBN", "VBD"}:
        return verb.tag_ == "JJ" and verb.lower_.endswith("ed")
    hanging = verb.tag_ == "VBN" and verb.dep_ in _HANGING
    return is_passive(verb) or (hanging and not children(verb, "aux"))


def _lemmas_within(head: Token, listed: str | None) -> list[str]:
    """The reason's head word and, after "series of" and "X and Y", those it stands for."""
    if listed is None:
        return []
    inner = [c for of in children(head, "prep") if of.lower_ == "of" for c in children(of, "pobj")]
    return [t.lemma_.lower() for t in (head, *inner, *children(head, "conj"))]


def _reason_of(p: Predicate, governor: Token, verb: Token) -> tuple[Token, Token, int] | None:
    """Last word of the cue, the reason's head, and the index that the reason starts at."""
    if p.takes_object:
        return _object_of(p, verb)
    if "do" in p.link:
        return _infinitive_of(governor)
    if "that" in p.link:
        after = [c for c in children(governor, *_CLAUSE_LABELS) if c.i > governor.i]
        clauses = [c for c in after if _finite(c)]
        if clauses:
            first = clauses[0].left_edge
            edge = first if first.lower_ == "that" else governor
            return edge, clauses[0], max(edge.i + 1, first.i)
    if ":" in p.link:
        return _after_colon(governor)
    return _governed_by(p.link, governor, verb)


def _finite(clause: Token) -> bool:
    return bool(children(clause, "nsubj", "nsubjpass", "expl"))


def _infinitive_of(governor: Token) -> tuple[Token, Token, int] | None:
    for clause in children(governor, *_CLAUSE_LABELS):
        to = [c for c in children(clause, "aux") if c.lower_ == "to"]
        if to and to[0].i > governor.i:
            return to[0], clause, to[0].i + 1
    return None


def _after_colon(governor: Token) -> tuple[Token, Token, int] | None:
    sentence = governor.sent
    if governor.i + 1 >= sentence.end or governor.nbor(1).text != ":":
        return None
    rest = governor.doc[governor.i + 2 : sentence.end]
    return (governor, sentence[-1], governor.i + 2) if len(rest) > 1 else None


def _governed_by(
    link: frozenset[str], governor: Token, verb: Token
) -> tuple[Token, Token, int] | None:
    for owner in (governor, verb):
        for preposition in children(owner, "prep", "agent", "dative", "prt", "advmod"):
            if preposition.lower_ not in link or preposition.i < owner.i:
                continue
            for head in children(preposition, "pobj", "pcomp"):
                return preposition, head, preposition.i + 1
    return None


def _object_of(p: Predicate, verb: Token) -> tuple[Token, Token, int] | None:
    """An object with all that belongs to it, through the verb's last complement."""
    found = [c for c in children(verb, *_OBJECT_LABELS, "dative", "advcl") if c.i > verb.i]
    if not found or found[0].dep_ == "advcl":
        return None
    first = found[0]
    if "do" in p.link:
        found = [c for c in found if any(t.lower_ == "to" and t.dep_ == "aux" for t in c.children)]
        found = [c for c in found if c.pos_ in {"VERB", "AUX"}]
    elif "so" in p.link:
        labels = ("oprd", "acomp", "ccomp", "xcomp")
        states = [] if verb.lemma_ == "make" else _states(verb, first)
        found = [c for c in found if c.dep_ in labels] + states
    elif p.link:
        found = [c for c in children(verb, "prep") if c.lower_ in p.link]
    else:
        found = [c for c in found if c.dep_ != "advcl"]
    if not found:
        return None
    head = max(found, key=lambda c: c.right_edge.i)
    if first.i > head.i:
        return None
    return verb, head, first.left_edge.i if first.left_edge.i > verb.i else verb.i + 1


def _states(verb: Token, first: Token) -> list[Token]:
    """What "left the town in ruins" says beyond an object; "made headway in talks" says no such."""
    states = [c for c in children(verb, "advcl") if c.i > verb.i and c.tag_ in {"VBN", "JJ"}]
    withouts = [c for c in children(verb, "prep") if c.lower_ in {"without", "in", "with"}]
    behind = [t for t in children(first, "acl", "amod") if t.i > first.i]
    return [*withouts[:1], *states[:1], *behind[:1]]


def _anchor(p: Predicate, verb: Token, is_event: IsEvent, is_actor: IsActor) -> Token | None:
    """What is explained: the subject where it is an event, else the clause; None if neither."""
    if verb.dep_ == "advcl" and not children(verb, "nsubj", "nsubjpass", "csubj"):
        hanging = p.subject != "event" and not children(verb, "mark", "aux")
        return verb.head if hanging and verb.tag_ in {"VBG", "VBN"} else None
    if p.subject == "itself":
        return verb
    if p.subject == "means":
        return _means(verb, is_event)
    found = subjects(verb)
    if not found:
        return None
    subject = next((s for s in reversed(found) if is_event(s)), found[0])
    return _subject(p, verb, subject, is_event, is_actor)


def _means(verb: Token, is_event: IsEvent) -> Token | None:
    """The event by which somebody is after something: "with the visit, …", "by sending …"."""
    governed = governed_by(verb, _MEANS)
    return next((t for t in governed if is_event(t) or t.tag_ == "VBG"), None)


def _subject(
    p: Predicate, verb: Token, subject: Token, is_event: IsEvent, is_actor: IsActor
) -> Token | None:
    if p.subject == "this":
        return subject if subject.lower_ in {"this", "that", "these"} else None
    if p.subject == "only-event":
        return subject if is_event(subject) else None
    if is_event(subject):
        return subject
    if p.subject == "any":
        return clause_head(verb.head) if _postnominal(verb) else verb
    if p.subject == "event":
        return clause_head(subject) if _postnominal(verb) and not is_actor(subject) else None
    return None if is_actor(subject) else subject


def _postnominal(verb: Token) -> bool:
    return verb.dep_ in {"acl", "relcl"}
