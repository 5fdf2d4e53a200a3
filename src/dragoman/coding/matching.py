"""Cues over a parse: which words tell an act, and which mentions are its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from dragoman.coding.codebook import Codebook
from dragoman.coding.cue import Cue, Side, Slot
from dragoman.coding.sides import (
    Scene,
    country_of,
    distinct,
    is_own,
    is_place,
    number_of,
    owners,
    side_heads,
    states_of,
)
from dragoman.language.syntax import (
    children,
    conjuncts,
    datives,
    governed_by,
    is_passive,
    is_verb,
    logical_objects,
    logical_subjects,
    phrase_bounds,
    subjects,
)

# Verbs that lend their subject to the noun of an act: "launched an attack", "cut short a visit".
_LIGHT_VERBS = frozenset(
    "announce begin boost build carry cement complete conclude conduct continue cut deepen develop "
    "do end establish expand extend finish give have hold increase intensify launch lead make "
    "mount open organise organize pay perform resume stage start strengthen take undertake wage "
    "widen".split()
)
# Prepositions that set one act beside another: "during the meeting with Lima, Quito said …".
_MEANWHILE = frozenset("after at before during following in".split())
# Types whose broadest patterns ("offered …", "kept to …") say nothing without a recipient.
_VAGUE_ALONE = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "SUPPORT"})
# Types in which the people that a cue names as its object are those it is done to.
_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in the text: its words, and the head tokens of the mentions on either side.

    ``objects`` are the nouns that fill what is neither side: what is given, taken, announced.
    """

    cue: Cue
    head: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    objects: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    """What one slot took: mention heads for a side, plain nouns for anything else."""

    tokens: tuple[Token, ...] = ()
    words: tuple[Token, ...] = ()


def find_matches(sentence: Span, scene: Scene) -> tuple[Match, ...]:
    """Return the cues of a sentence with their sides, one a word, in the order of the text.

    Of several cues that one word heads, the most specific that matches is taken, with the sides
    of a plainer cue of its type where that names both and keeps them; a noun that belongs to a
    verb's cue ("pay a visit") is not coded again.
    """
    found: list[Match] = []
    used: set[int] = set()
    for token in sentence:
        if is_verb(token) and (match := _fullest(_verb_matches(token, scene))):
            found.append(match)
            used.update(word.i for word in match.words)
    for token in sentence:
        may_tell = token.pos_ in {"NOUN", "PROPN"} and token.i not in used
        if not may_tell or scene.at(token) is not None:
            continue
        if match := _fullest(_noun_matches(token, scene)):
            found = [other for other in found if not _lends_subject(other, match, scene)]
            found.append(match)
    return tuple(sorted(_without_echoes(found, scene), key=lambda match: match.head.i))


def _fullest(matches: Iterator[Match]) -> Match | None:
    first = next(matches, None)
    if first is None or (first.actors and first.recipients):
        return first
    for other in matches:
        both = bool(other.actors and other.recipients) and other.cue.type == first.cue.type
        kept = {*first.actors} <= {*other.actors} and {*first.recipients} <= {*other.recipients}
        if both and kept:
            return replace(first, actors=other.actors, recipients=other.recipients)
    return first


# --- verbs ---------------------------------------------------------------------------------------


def _verb_matches(verb: Token, scene: Scene) -> Iterator[Match]:
    for cue in scene.codebook.cues_for(verb.lemma_.lower(), "verb"):
        match = _match_verb(cue, verb, scene)
        if match is not None:
            yield match


def _match_verb(cue: Cue, verb: Token, scene: Scene) -> Match | None:
    particles = [p for p in children(verb, "prt", "advmod", "prep") if p.lower_ == cue.particle]
    if cue.particle and not particles:
        return None
    target = _object_of(cue, verb, scene)
    if target is None:
        return None
    slots = _fill_slots(cue, (verb, *target.words, *target.tokens), scene, verb)
    if slots is None:
        return None
    subject = _subject_of(cue, verb, scene)
    if subject is None:
        return None
    sides: dict[str, list[Token]] = {"A": [], "R": [], "*": []}
    sides[cue.subject or "*"].extend(subject.tokens)
    sides[cue.object or "*"].extend(target.tokens)
    for slot, filled in slots:
        sides[slot.side].extend(filled.tokens)
    sides["*"].extend(target.words)
    if cue.possessive and target.words:
        whose = owners(target.words[0], scene, recipient=cue.possessive == "R")
        sides[cue.possessive].extend(whose)
    if not sides["R"] and any(slot.side == "R" for slot, _ in slots):
        sides["R"].extend(_recipient_by_means(verb, scene))
    done_to_people = cue.subject == "A" and cue.type in _DONE_TO_PEOPLE
    if done_to_people and all(is_place(token, scene) for token in sides["R"]):
        # In "arrested two men in Lima" it is the men who are arrested, not Lima.
        named = [w for w in target.words if scene.at(w) is not None and not is_own(w)]
        sides["R"] = named or sides["R"]
    if not sides["R"] and cue.subject == "A" and cue.type in _DONE_TO_PEOPLE:
        sides["R"].extend(side_heads(target.words, scene, recipient=True))
    words = (verb, *particles[:1], *target.words, *(w for _, f in slots for w in f.words))
    return _built(cue, verb, words, sides, scene)


def _recipient_by_means(verb: Token, scene: Scene) -> list[Token]:
    """Return who is helped in "helped Lima | by sending oil": the object of the main verb."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "by" or not is_verb(verb.head.head):
        return []
    return list(side_heads(logical_objects(verb.head.head), scene, recipient=True))


def _object_of(cue: Cue, verb: Token, scene: Scene) -> _Filled | None:
    """Return what fills the object, an empty filling for a cue without one, None for no match."""
    if verb.lemma_ == "be":
        candidates = [j for c in children(verb, "attr", "acomp") for j in conjuncts(c)]
    else:
        candidates = logical_objects(verb)
    if cue.object is None and not cue.object_nouns:
        return _Filled()
    nouns = [
        c
        for c in candidates
        if c.lemma_.lower() in cue.object_nouns or c.lower_ in cue.object_nouns
    ]
    if nouns:
        return _Filled(words=tuple(nouns[:1]))
    if cue.object == "*":
        candidates = candidates or children(verb, "ccomp")
        return _Filled(tokens=tuple(candidates)) if candidates else _missing(cue)
    if cue.object in ("A", "R"):
        # One who welcomes talks receives nobody; but "Welcomed by …, Lima's visit" has a guest.
        persons = [
            c
            for c in candidates
            if scene.at(c) is not None
            or not scene.is_act(c)
            or (is_passive(verb) and children(c, "poss"))
        ]
        sides = tuple(side_heads(persons, scene, recipient=cue.object == "R"))
        if sides:
            return _Filled(tokens=sides)
    return _missing(cue)


def _missing(cue: Cue) -> _Filled | None:
    """An object that is not there: no matter where it is optional, no match otherwise."""
    return _Filled() if cue.object_optional else None


def _subject_of(cue: Cue, verb: Token, scene: Scene) -> _Filled | None:
    if cue.subject is None:
        return _Filled()
    candidates = logical_subjects(verb)
    if cue.subject == "*":
        return _Filled()
    sides = tuple(side_heads(candidates, scene, recipient=cue.subject == "R"))
    sides = sides or tuple(states_of(candidates, scene))
    if sides:
        return _Filled(tokens=sides)
    # Somebody acts whom no table and no noun shows to be an actor ("the storm killed …").
    return None if candidates and not is_passive(verb) else _Filled()


def _fill_slots(
    cue: Cue, anchors: tuple[Token, ...], scene: Scene, verb: Token | None
) -> list[tuple[Slot, _Filled]] | None:
    """Return what each prepositional slot took, or None when one that must be filled is not."""
    filled = []
    for slot in cue.prep_slots:
        taken = _fill_slot(cue, slot, anchors, scene, verb)
        if taken is None and not slot.optional:
            return None
        filled.append((slot, taken or _Filled()))
    return filled


def _fill_slot(
    cue: Cue, slot: Slot, anchors: tuple[Token, ...], scene: Scene, verb: Token | None
) -> _Filled | None:
    candidates = [g for anchor in anchors for g in governed_by(anchor, slot.prepositions)]
    if verb is not None and "to" in slot.prepositions:
        candidates.extend(datives(verb))
    if slot.nouns:
        nouns = tuple(c for c in candidates if c.lemma_.lower() in slot.nouns)
        return _Filled(words=nouns[:1]) if nouns else None
    if slot.side == "*":
        return _Filled(tokens=tuple(candidates)) if candidates else None
    sides = tuple(side_heads(candidates, scene, recipient=slot.side == "R"))
    if not sides and scene.codebook.quad(cue.type).startswith("material"):
        sides = tuple(states_of(candidates, scene))
    return _Filled(tokens=sides) if sides else None


# --- nouns ---------------------------------------------------------------------------------------


def _noun_matches(noun: Token, scene: Scene) -> Iterator[Match]:
    for cue in scene.codebook.cues_for(noun.lemma_.lower(), "noun"):
        match = _match_noun(cue, noun, scene)
        if match is not None:
            yield match


def _match_noun(cue: Cue, noun: Token, scene: Scene) -> Match | None:
    modifiers = [c for c in noun.lefts if c.lemma_.lower() in cue.modifiers]
    if cue.modifiers and not modifiers:
        return None
    undergone = _undergone(cue, noun, scene)
    slots = _fill_slots(cue, (noun,), scene, None)
    if slots is None:
        return None
    sides: dict[str, list[Token]] = {"A": [], "R": [], "*": []}
    for slot, filled in slots:
        if "between" in slot.prepositions and len(filled.tokens) > 1:
            sides["A"].extend(filled.tokens[:1])
            sides["R"].extend(filled.tokens[1:])
        else:
            sides[slot.side].extend(filled.tokens)
    if cue.possessive:
        owner = _side_of_owner(cue, sides)
        sides[owner].extend(owners(noun, scene, recipient=owner == "R"))
    if undergone:
        sides["R"] = sides["R"] or undergone
        sides["A"] = sides["A"] or _from_whom(noun, scene)
    if not sides["A"]:
        sides["A"].extend(_subject_of_light_verb(cue, noun, scene))
    if not sides["A"] and not sides["R"]:
        return None
    if cue.type == "CONSULT" and not sides["A"]:
        sides["A"].extend(_partner_by_clause(noun, scene))
    return _built(cue, noun, (*modifiers[:1], noun), sides, scene)


def _side_of_owner(cue: Cue, sides: dict[str, list[Token]]) -> Side:
    """Return the side of a possessive: the other one where an of-phrase has filled its own.

    "Lima's arrest" is done to Lima, "Lima's arrest of a courier" by it.
    """
    other: Side = "A" if cue.possessive == "R" else "R"
    taken = bool(sides[cue.possessive or "*"]) and not sides[other]
    could = any(slot.side == other for slot in cue.prep_slots)
    return other if taken and could else cue.possessive or other


def _subject_of_light_verb(cue: Cue, noun: Token, scene: Scene) -> list[Token]:
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in _LIGHT_VERBS:
        return []
    if cue.symmetric and (parties := _between_as_subject(verb, scene)):
        return parties
    return list(side_heads(subjects(verb), scene, recipient=False))


def _between_as_subject(verb: Token, scene: Scene) -> list[Token]:
    """Return both sides of "contacts between Lima and Quito | deepened cooperation"."""
    for subject in children(verb, "nsubj"):
        for noun in subject.subtree:
            parties = list(side_heads(governed_by(noun, ("between",)), scene, recipient=False))
            if len(parties) > 1:
                return parties
    return []


def _lends_subject(verb: Match, noun: Match, scene: Scene) -> bool:
    """Whether a verb only says that the noun is undergone: who "met criticism" has met nobody."""
    return (
        verb.head == noun.head.head
        and not verb.recipients
        and bool(_undergone(noun.cue, noun.head, scene))
    )


def _undergone(cue: Cue, noun: Token, scene: Scene) -> list[Token]:
    """Return to whom it is done where an act is undergone: "Lima faced criticism from Quito"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in scene.codebook.undergoing:
        return []
    if cue.symmetric or not {"A", "R"} <= {cue.possessive, *(s.side for s in cue.prep_slots)}:
        return []
    return list(side_heads(subjects(verb), scene, recipient=True))


def _from_whom(noun: Token, scene: Scene) -> list[Token]:
    sources = [g for anchor in (noun, noun.head) for g in governed_by(anchor, ("from", "by"))]
    return list(side_heads(sources, scene, recipient=False))


def _partner_by_clause(noun: Token, scene: Scene) -> list[Token]:
    """Return who was at "the meeting with …": the subject of the clause that it goes with."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _MEANWHILE or not is_verb(preposition.head):
        return []
    return list(side_heads(subjects(preposition.head), scene, recipient=False))


# --- what makes a match --------------------------------------------------------------------------


def _built(
    cue: Cue, head: Token, words: tuple[Token, ...], sides: dict[str, list[Token]], scene: Scene
) -> Match | None:
    actors = distinct(sides["A"], scene, set())
    recipients = distinct(sides["R"], scene, {number_of(token, scene) for token in actors})
    if not actors and not recipients:
        return None
    if cue.symmetric and not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    if _must_have_recipient(cue) and not recipients:
        return None
    if not recipients and _says_little(cue) and not _gives(sides["*"], scene):
        return None
    if cue.mode == "visit" and not _is_state_visit(actors, recipients, scene):
        return None
    objects = tuple(sides["*"])
    ordered = tuple(sorted(words, key=lambda word: word.i))
    return Match(cue, head, ordered, tuple(actors), tuple(recipients), objects)


def _says_little(cue: Cue) -> bool:
    """Whether a pattern takes any object at all: without a recipient it tells no act of its type
    ("vetoed it", "offered a view")."""
    if cue.pos != "verb" or cue.subject != "A" or cue.type not in _VAGUE_ALONE:
        return False
    slots = [slot for slot in cue.prep_slots if not slot.optional]
    fixed = cue.object_nouns or any(slot.nouns for slot in slots)
    anything = cue.object == "*" or any(slot.side == "*" for slot in slots)
    return anything and not fixed


def _is_state_visit(actors: list[Token], recipients: list[Token], scene: Scene) -> bool:
    """Whether somebody with a public role visits somebody else's country.

    Tourists and other private people pay no visit in PLOVER's sense, and coming home is none.
    """
    people = [scene.cast.who(m) for t in actors if (m := scene.at(t)) is not None]
    private = [w for w in people if w is not None and (w.private or w.sectors == ("CVL",))]
    if people and len(private) == len(people):
        return False
    guests = {country_of(token, scene) for token in actors}
    hosts = {country_of(token, scene) for token in recipients}
    return not hosts or hosts != guests or None in hosts


def _gives(objects: Iterable[Token], scene: Scene) -> bool:
    """Whether any of these is a thing that one gives in support ("provided an alibi" is none)."""
    return any(support_kinds(thing, scene.codebook) for thing in objects)


def support_kinds(thing: Token, codebook: Codebook) -> tuple[str, ...]:
    """Return the kinds of support that a noun phrase is.

    They are those that the words before a noun of help tell ("economic and military aid" is two),
    or else the one of its longest phrase.
    """
    if thing.lemma_.lower() in codebook.help_nouns:
        before = [j for c in children(thing, "amod", "compound", "nmod") for j in conjuncts(c)]
        told = [codebook.help_kind(word.lemma_.lower()) for word in before]
        if kinds := tuple(dict.fromkeys(kind for kind in told if kind)):
            return kinds
    first, last = phrase_bounds(thing)
    kind = codebook.support_kind(t.lemma_.lower() for t in thing.doc[first.i : last.i + 1])
    return (kind,) if kind else ()


def _must_have_recipient(cue: Cue) -> bool:
    if cue.pos == "noun":
        return any(slot.side == "R" and not slot.optional for slot in cue.prep_slots)
    required_slot = any(slot.side == "R" and not slot.optional for slot in cue.prep_slots)
    return required_slot or cue.subject == "R" or (cue.object == "R" and not cue.object_optional)


def _without_echoes(matches: list[Match], scene: Scene) -> Iterator[Match]:
    """Leave out a noun's match when another of its type and sentence has all its sides already."""
    for match in matches:
        echo = match.cue.pos == "noun" and any(
            other is not match
            and other.cue.type == match.cue.type
            and _numbers(match, scene) <= _numbers(other, scene)
            and (other.cue.pos == "verb" or other.head.i < match.head.i)
            for other in matches
        )
        if not echo:
            yield match


def _numbers(match: Match, scene: Scene) -> set[int | None]:
    return {number_of(token, scene) for token in (*match.actors, *match.recipients)}
