"""Match: a cue found in the text with its sides, and when such a find tells an act at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.coding.codebook import Codebook
from dragoman.coding.cue import Cue
from dragoman.coding.sides import Scene, country_of, distinct, number_of
from dragoman.language.syntax import children, conjuncts, phrase_bounds

# Types whose broadest patterns ("offered …", "kept to …") say nothing without a recipient.
_VAGUE_ALONE = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "SUPPORT"})


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


def built(
    cue: Cue, head: Token, words: tuple[Token, ...], sides: dict[str, list[Token]], scene: Scene
) -> Match | None:
    """Return a cue's match with these sides ("*": what is neither); None if it tells no act."""
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
