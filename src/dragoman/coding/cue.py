"""Cue: a pattern over the parse that tells an act and its sides, and the language it is written in.

A cue is a pattern of blank-separated words: lower-case lemmas, with alternatives as ``a|b``,
and slots: ``A`` the actor, ``R`` the recipient, ``*`` anything that is neither side.

- A *verb pattern* starts with its subject: a slot, or ``_`` for any or none. Then comes the verb
  (``call-off`` has a particle), then perhaps an object, then prepositional slots. The object is a
  slot or nouns, ``A meet R``, ``A hold talk|meeting with R``, ``A align *|itself with R``; after
  ``be`` it is the predicate word. The matcher reads the parse, so subject and object are the
  logical ones, and ``A give * to R`` holds for "gives R oil" as well.
- A *noun pattern* starts with a word. Its head is the last word before the slots, and a word
  before the head must modify it: ``phone call (between A) (with R)``. When every slot is
  optional, one of them must be filled all the same.
- A *prepositional slot* is one or more prepositions and what they govern, a slot or nouns:
  ``with R``, ``on|upon R``, ``into custody``. It may hang from the verb or the noun before it.
  In parentheses it may be missing: ``A arrive (in R)``; so may an object: ``A visit (R)``.
- A slot after a noun that takes ``of`` or ``by`` may be a possessive or an adjective of nationality
  instead ("Peru's visit", "Peruvian sanctions"). Where two slots could be, ``'s`` among the
  prepositions says which: ``arrest ('s|of R) (by A)``.
- ``between A`` is filled by all that are joined; two distinct sides are A, then R.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal, cast

from dragoman.errors import CodebookError

Side = Literal["A", "R", "*"]
Pos = Literal["verb", "noun"]

POSSESSIVE = "'s"
PREPOSITIONS = frozenset(
    [
        "'s",
        "about",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "among",
        "amid",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "between",
        "beyond",
        "by",
        "despite",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "near",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "outside",
        "over",
        "past",
        "through",
        "throughout",
        "to",
        "toward",
        "towards",
        "under",
        "until",
        "up",
        "upon",
        "via",
        "with",
        "within",
        "without",
    ]
)
PARTICLES = frozenset(
    [
        "ahead",
        "along",
        "apart",
        "around",
        "aside",
        "away",
        "back",
        "down",
        "forth",
        "forward",
        "in",
        "off",
        "on",
        "out",
        "over",
        "through",
        "together",
        "up",
    ]
)
_SIDES = ("A", "R", "*")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TOKEN = re.compile(r"\([^()]*\)|[^\s()]+|[()]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A prepositional slot; ``nouns``, where given, are the only words that fill a ``*``."""

    side: Side
    prepositions: tuple[str, ...]
    optional: bool
    nouns: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Spell the slot as a pattern has it."""
        words = f"{'|'.join(self.prepositions)} {'|'.join(self.nouns) or self.side}"
        return f"({words})" if self.optional else words


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern read into its parts, with what it codes; ``str()`` spells the pattern again.

    ``subject`` is None for any or no subject. The object is a side, or one of ``object_nouns``,
    or either; both empty mean that the pattern has none. ``possessive`` is the side that a
    possessive or a nationality fills. ``modifiers`` are words one of which must modify the noun.
    ``support`` is a kind of support, or "object" where the object noun tells the kind; ``counted``
    says that a number with the recipient counts what was done.
    """

    type: str
    pattern: str
    pos: Pos
    lemmas: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    particle: str | None = None
    subject: Side | None = None
    object: Side | None = None
    object_nouns: tuple[str, ...] = ()
    object_optional: bool = False
    prep_slots: tuple[Slot, ...] = ()
    possessive: Side | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    factuality: str | None = None
    support: str | None = None
    symmetric: bool = False
    counted: bool = False

    def __str__(self) -> str:
        """Spell the pattern again from its parts."""
        if self.pos == "noun":
            words = ["|".join(self.modifiers), "|".join(self.lemmas)]
        else:
            verb = "|".join(self.lemmas) + (f"-{self.particle}" if self.particle else "")
            target = "|".join(((self.object,) if self.object else ()) + self.object_nouns)
            words = [self.subject or "_", verb, f"({target})" if self.object_optional else target]
        return " ".join(word for word in (*words, *map(str, self.prep_slots)) if word)

    @property
    def specificity(self) -> int:
        """How much must be there for it to match; the more specific of two cues is to win."""
        required = [slot for slot in self.prep_slots if not slot.optional]
        nouns = bool(self.object_nouns) + sum(bool(slot.nouns) for slot in required)
        bare_object = self.object is not None and not self.object_optional
        extras = bool(self.particle) + bool(self.modifiers) + bare_object
        return 4 * nouns + 2 * len(required) + 2 * extras + len(self.prep_slots)

    def shapes(self) -> Iterator[tuple[Hashable, ...]]:
        """Yield every single pattern that the alternatives stand for, options taken as given."""
        slots = [
            [(p, filler) for p in s.prepositions for filler in (s.nouns or (s.side,))]
            for s in self.prep_slots
        ]
        targets = (((self.object,) if self.object else ()) + self.object_nouns) or (None,)
        heads = product(self.modifiers or (None,), self.lemmas, (self.particle,), targets)
        for head, tail in product(heads, product(*slots)):
            yield (self.pos, self.subject, *head, *tail)


def parse_cue(
    pattern: str,
    *,
    type: str = "",  # noqa: A002 - the codebook's word for it
    mode: str | None = None,
    contexts: tuple[str, ...] = (),
) -> Cue:
    """Return the cue that a pattern spells; raises CodebookError saying what to write instead."""
    tokens = _TOKEN.findall(pattern)
    if not tokens:
        raise _bad(pattern, "it is empty", 'write for instance "A visit R"')
    cue = Cue(type, pattern, "noun", (), mode=mode, contexts=contexts)
    is_verb = tokens[0] in (*_SIDES, "_")
    cue, rest = (_verb_head if is_verb else _noun_head)(cue, tokens)
    slots = _slots(pattern, rest)
    cue = replace(cue, prep_slots=slots, possessive=_possessive(cue, slots))
    sides = [cue.subject, cue.object, *(s.side for s in slots)]
    if max(sides.count("A"), sides.count("R")) > 1:
        raise _bad(pattern, "it names one side twice", "give A and R one place each")
    if not {"A", "R"} & set(sides):
        raise _bad(pattern, "it names no side", "give the actor A or the recipient R a place")
    return cue


def _verb_head(cue: Cue, tokens: list[str]) -> tuple[Cue, list[str]]:
    if len(tokens) < 2:
        raise _bad(cue.pattern, "it has no verb", f'write for instance "{tokens[0]} visit R"')
    stem, dash, particle = tokens[1].rpartition("-")
    if dash and "|" in particle:
        hint = 'write the particle last, "a|b-over", or two patterns; it goes with each verb'
        raise _bad(cue.pattern, f"{tokens[1]!r} has a particle inside", hint)
    if dash and particle not in PARTICLES:
        hint = f"after the hyphen write one of {' '.join(sorted(PARTICLES))}"
        raise _bad(cue.pattern, f"{particle!r} is not a particle", hint)
    lemmas = _words(cue.pattern, stem if dash else tokens[1])
    if any("-" in lemma for lemma in lemmas):
        raise _bad(cue.pattern, "a verb has one particle", 'write "a|b-over", it goes with each')
    subject = None if tokens[0] == "_" else cast(Side, tokens[0])
    particle_or_none = particle if dash else None
    cue = replace(cue, pos="verb", subject=subject, lemmas=lemmas, particle=particle_or_none)
    if len(tokens) == 2 or _is_slot(tokens[2]):
        return cue, tokens[2:]
    side, nouns = _filler(cue.pattern, tokens[2].strip("()"))
    optional = tokens[2].startswith("(")
    cue = replace(cue, object=side, object_nouns=nouns, object_optional=optional)
    return cue, tokens[3:]


def _noun_head(cue: Cue, tokens: list[str]) -> tuple[Cue, list[str]]:
    count = next((i for i, token in enumerate(tokens) if _is_slot(token)), len(tokens))
    if not 1 <= count <= 2:
        hint = (
            'write "head (of A)" or "modifier head (of A)"; a verb pattern starts with A, R, * or _'
        )
        raise _bad(cue.pattern, f"a noun pattern has one or two words, not {count}", hint)
    heads = [_words(cue.pattern, token) for token in tokens[:count]]
    modifiers = heads[0] if count == 2 else ()
    return replace(cue, lemmas=heads[-1], modifiers=modifiers), tokens[count:]


def _slots(pattern: str, tokens: list[str]) -> tuple[Slot, ...]:
    slots = []
    queue = list(tokens)
    while queue:
        optional = queue[0].startswith("(")
        pair = queue.pop(0).strip("()").split() if optional else [queue.pop(0), *queue[:1]]
        if not optional:
            queue = queue[1:]
        if len(pair) != 2 or not _is_slot(pair[0]):
            hint = 'write a preposition and one slot or noun, as in "with R" or "(with R)"'
            raise _bad(pattern, f"cannot read {' '.join(pair)!r}", hint)
        side, nouns = _filler(pattern, pair[1])
        if side and nouns:
            raise _bad(pattern, f"{pair[1]!r} mixes slot and nouns", "only an object may do that")
        slots.append(Slot(side or "*", tuple(pair[0].split("|")), optional, nouns))
    return tuple(slots)


def _is_slot(token: str) -> bool:
    first = (token.strip("()").split() or [""])[0]
    return all(word in PREPOSITIONS for word in first.split("|"))


def _filler(pattern: str, token: str) -> tuple[Side | None, tuple[str, ...]]:
    head, _, tail = token.partition("|")
    if head in _SIDES:
        return cast(Side, head), _words(pattern, tail) if tail else ()
    return None, _words(pattern, token)


def _words(pattern: str, token: str) -> tuple[str, ...]:
    words = tuple(token.split("|"))
    for word in words:
        if not _WORD.fullmatch(word) or word != word.lower():
            hint = "write lemmas in lower case, alternatives as a|b, and slots as A, R or *"
            raise _bad(pattern, f"{word!r} is not a word", hint)
    if len(set(words)) < len(words):
        raise _bad(pattern, f"{token!r} repeats a word", "give each alternative once")
    return words


def _possessive(cue: Cue, slots: tuple[Slot, ...]) -> Side | None:
    said = [s for s in slots if POSSESSIVE in s.prepositions]
    nouns_before = [cue.lemmas if cue.pos == "noun" else cue.object_nouns]
    nouns_before += [s.nouns or nouns_before[0] for s in slots]
    could = [
        s
        for s, nouns in zip(slots, nouns_before, strict=False)
        if nouns and not s.nouns and {"of", "by"} & set(s.prepositions)
    ]
    if len(said or could) > 1:
        hint = "write 's among the prepositions of one slot, as in \"arrest ('s|of R) (by A)\""
        raise _bad(cue.pattern, "a possessive could fill more than one slot", hint)
    return next((s.side for s in said or could), None)


def _bad(pattern: str, problem: str, hint: str) -> CodebookError:
    return CodebookError(f"pattern {pattern!r}: {problem}", hint=hint)
