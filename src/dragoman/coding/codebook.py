"""The codebook: event types, modes, contexts, and the cues that tell them, read from a TOML file.

The built-in file is PLOVER; a user's own file of the same form drives the same coder. ``cue.py``
tells the language that the patterns of ``[[types.cues]]`` are written in.

An embedding is a word that governs an act and sets its factuality: ``plan to``, ``be ready to``,
``threat of``. Its head may have alternatives, ``plan|intend to``; the words after the head link it
to the act; with no such words the act is its direct complement.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.coding.cue import PARTICLES, Cue, Slot, parse_cue
from dragoman.coding.entry import Entry
from dragoman.coding.example import Example, parse_example
from dragoman.errors import CodebookError

__all__ = [
    "Codebook",
    "Cue",
    "Embedding",
    "EventType",
    "Mode",
    "Slot",
    "WordList",
    "load_codebook",
    "parse_cue",
]

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
FACTUALITIES = ("happened", "ongoing", "planned", "possible", "hypothetical", "denied")
EMBEDDING_KINDS = ("verb", "noun", "adjective", "auxiliary", "conjunction", "adverb")
SUPPORT_BY_OBJECT = "object"
SYMMETRIC = "symmetric"
COUNTED = "R"
_EMBEDDING = re.compile(
    r"(?P<be>be (?=[a-z|]+ ))?(?P<heads>[a-z']+(?:\|[a-z]+)*)(?:-(?P<particle>[a-z]+))?"
    r"(?P<link>(?: [a-z]+)*)"
)


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which an act of its type is done; intensity from -10 to 10."""

    name: str
    intensity: float
    definition: str
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """An event type: its quad class, its intensity (-10 to 10), what it is and what it is not.

    ``examples`` are those without a mode; each mode has its own.
    """

    name: str
    quad: str
    intensity: float
    definition: str
    not_: str
    modes: tuple[Mode, ...]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class WordList:
    """A context or a kind of support: its name, meaning, and the lemmas or phrases that tell it.

    ``modifiers`` are the words that tell a kind of support before a noun that only means help
    ("military assistance").
    """

    name: str
    definition: str
    words: tuple[str, ...]
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words and phrases of word lists with the lists that each stands in, to be looked up."""

    names: Mapping[str, tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, lists: Iterable[WordList]) -> Phrases:
        """Return the phrases of these lists."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for one in lists:
            for words in one.words:
                names[_spaced(words)].append(one.name)
        longest = max((len(words.split()) for words in names), default=0)
        return cls({words: tuple(own) for words, own in names.items()}, longest)

    def among(self, lemmas: Iterable[str]) -> list[tuple[str, int]]:
        """Return the lists that these lemmas have a phrase of, each with the phrase's length."""
        words = _spaced(" ".join(lemmas)).split()
        return [
            (name, length)
            for at in range(len(words))
            for length in range(1, self.longest + 1)
            for name in self.names.get(" ".join(words[at : at + length]), ())
            if at + length <= len(words)
        ]


def _spaced(words: str) -> str:
    # Tokenizers disagree on hyphens, so "anti-tank" is two words here, on either side.
    return " ".join(words.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Embedding:
    """A word that governs an act: ``factuality`` is that of the act it governs.

    Where governing is itself an act ("threatened to invade"), ``becomes`` gives its type, and
    ``mode_of`` its mode, by the act governed. ``copular`` asks for a form of "be" with the head.
    """

    pattern: str
    kind: str
    heads: tuple[str, ...]
    particle: str | None
    copular: bool
    link: tuple[str, ...]
    factuality: str
    if_cooperation: str | None = None
    if_conflict: str | None = None
    modes: tuple[tuple[str, str], ...] = ()

    def becomes(self, quad: str) -> str | None:
        """The type of the governing act when the act governed is of this quad class, if any."""
        return self.if_conflict if quad.endswith("conflict") else self.if_cooperation

    def mode_of(self, type_name: str) -> str | None:
        """The mode of the governing act when the act governed is of this type, if any."""
        return dict(self.modes).get(type_name)


@dataclass(frozen=True, slots=True)
class Codebook:
    """An ontology with its cues; ``cues_for`` is the look-up that a coder lives by."""

    name: str
    version: str
    types: tuple[EventType, ...]
    contexts: tuple[WordList, ...]
    cues: tuple[Cue, ...]
    embeddings: tuple[Embedding, ...]
    supports: tuple[WordList, ...]
    help_nouns: frozenset[str] = frozenset()
    undergoing: frozenset[str] = frozenset()
    _by_lemma: Mapping[tuple[str, str], tuple[Cue, ...]] = field(
        init=False, repr=False, compare=False
    )
    _by_head: Mapping[str, tuple[Embedding, ...]] = field(init=False, repr=False, compare=False)
    _of_contexts: Phrases = field(init=False, repr=False, compare=False)
    _of_supports: Phrases = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index cues by the lemma that heads them, embeddings by theirs, phrases by themselves."""
        cues: defaultdict[tuple[str, str], list[Cue]] = defaultdict(list)
        for cue in sorted(self.cues, key=lambda cue: -cue.specificity):
            for lemma in cue.lemmas:
                cues[lemma, cue.pos].append(cue)
        heads: defaultdict[str, list[Embedding]] = defaultdict(list)
        for embedding in sorted(self.embeddings, key=lambda e: -len(e.link) - e.copular):
            for head in embedding.heads:
                heads[head].append(embedding)
        object.__setattr__(self, "_by_lemma", {k: tuple(v) for k, v in cues.items()})
        object.__setattr__(self, "_by_head", {k: tuple(v) for k, v in heads.items()})
        object.__setattr__(self, "_of_contexts", Phrases.of(self.contexts))
        object.__setattr__(self, "_of_supports", Phrases.of(self.supports))

    def cues_for(self, lemma: str, pos: str) -> tuple[Cue, ...]:
        """Return the cues that this lemma heads as "verb" or "noun", the most specific first."""
        return self._by_lemma.get((lemma, pos), ())

    def embeddings_for(self, lemma: str) -> tuple[Embedding, ...]:
        """Return the embeddings that this lemma heads, the longest first."""
        return self._by_head.get(lemma, ())

    def examples(self) -> Iterator[Example]:
        """Yield the worked examples of every type and its modes, in their order."""
        for event_type in self.types:
            yield from event_type.examples
            for mode in event_type.modes:
                yield from mode.examples

    def has_type(self, name: str) -> bool:
        """Whether there is a type of this name."""
        return any(event_type.name == name for event_type in self.types)

    def type_named(self, name: str) -> EventType:
        """Return the type of this name; raises CodebookError when there is none."""
        for event_type in self.types:
            if event_type.name == name:
                return event_type
        known = ", ".join(t.name for t in self.types)
        raise CodebookError(f"no type {name!r} in codebook {self.name}", hint=f"it has {known}")

    def quad(self, name: str) -> str:
        """Return the quad class of a type; raises CodebookError for an unknown one."""
        return self.type_named(name).quad

    def intensity(self, name: str, modes: Iterable[str] = ()) -> float:
        """Return the intensity of the strongest of these modes, or of the type without any."""
        event_type, wanted = self.type_named(name), set(modes)
        scores = [mode.intensity for mode in event_type.modes if mode.name in wanted]
        return max(scores, key=abs, default=event_type.intensity)

    def help_kind(self, modifier: str) -> str | None:
        """Return the kind of help that this lemma tells before a help noun, if any."""
        return next((kind.name for kind in self.supports if modifier in kind.modifiers), None)

    def support_kind(self, lemmas: Iterable[str]) -> str | None:
        """Return the kind whose word or phrase is the longest among these lemmas, if any."""
        found = self._of_supports.among(lemmas)
        longest = max((length for _, length in found), default=0)
        told = {name for name, length in found if length == longest}
        return next((kind.name for kind in self.supports if kind.name in told), None)

    def contexts_of(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """Return the contexts that any of these lemmas suggest, in the codebook's order."""
        told = {name for name, _ in self._of_contexts.among(lemmas)}
        return tuple(context.name for context in self.contexts if context.name in told)

    def conflicts(self) -> tuple[str, ...]:
        """Return one line for each single pattern that two cues read as different acts."""
        seen: dict[tuple[Hashable, ...], Cue] = {}
        lines = []
        for cue in self.cues:
            for shape in cue.shapes():
                other = seen.setdefault(shape, cue)
                if (other.type, other.mode) != (cue.type, cue.mode):
                    spelled = " ".join(str(part) for part in shape[1:] if part is not None)
                    lines.append(f"{spelled}: {other.type} {other.pattern!r}, {cue.type}")
        return tuple(lines)


def load_codebook(path: Path | None = None) -> Codebook:
    """Return the codebook of a file, or the built-in one (read once) when no path is given.

    Raises CodebookError naming the file, the entry and what to write instead.
    """
    if path is None:
        return _built_in()
    try:
        return _read(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(f"{path}: {error}", hint="name a TOML file in UTF-8") from error


@cache
def _built_in() -> Codebook:
    file = files("dragoman") / "data" / "codebooks" / "plover.toml"
    return _read(file.read_text(encoding="utf-8"), "plover.toml")


def _read(text: str, where: str) -> Codebook:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CodebookError(f"{where}: {error}", hint="mend the TOML at that place") from error
    entry = Entry(table, where)
    contexts = tuple(_word_list(e) for e in entry.entries("contexts"))
    supports = tuple(_support_list(e) for e in entry.entries("supports"))
    help_nouns, undergoing = entry.lemmas("help_nouns"), entry.lemmas("undergoing")
    typed = entry.entries("types", required=True)
    types = tuple(_event_type(e) for e in typed)
    for kind, named in (("type", types), ("context", contexts), ("support", supports)):
        _check_unique(where, kind, [item.name for item in named])
    modes = {t.name: tuple(mode.name for mode in t.modes) for t in types}
    names = _Names(modes, tuple(c.name for c in contexts), tuple(s.name for s in supports))
    cues = tuple(c for e, t in zip(typed, types, strict=True) for c in _cues(e, t.name, names))
    embeddings = tuple(m for e in entry.entries("embeddings") for m in _embeddings(e, names))
    name, version = entry.text("name"), entry.text("version")
    entry.finish()
    lists = (frozenset(help_nouns), frozenset(undergoing))
    return Codebook(name, version, types, contexts, cues, embeddings, supports, *lists)


@dataclass(frozen=True, slots=True)
class _Names:
    """What an entry may refer to."""

    modes: Mapping[str, tuple[str, ...]]
    contexts: tuple[str, ...]
    supports: tuple[str, ...]


def _check_unique(where: str, kind: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise CodebookError(f"{where}: two entries of {kind} {name!r}", hint="keep one of them")


def _word_list(entry: Entry) -> WordList:
    made = WordList(entry.text("name"), entry.text("definition"), entry.lemmas("words"))
    entry.finish()
    return made


def _support_list(entry: Entry) -> WordList:
    modifiers = entry.lemmas("modifiers")
    return replace(_word_list(entry), modifiers=modifiers)


def _event_type(entry: Entry) -> EventType:
    name, intensity = entry.text("name"), entry.score("intensity")
    modes = tuple(_mode(mode, name, intensity) for mode in entry.entries("modes"))
    _check_unique(entry.where, "mode", [mode.name for mode in modes])
    quad, examples = entry.text("quad", among=QUADS), _examples(entry, name)
    definition, not_ = entry.text("definition"), entry.text("not")
    return EventType(name, quad, intensity, definition, not_, modes, examples)


def _mode(entry: Entry, type_name: str, default: float) -> Mode:
    name, intensity = entry.text("name"), entry.score("intensity", default)
    definition, examples = entry.text("definition"), _examples(entry, type_name, name)
    entry.finish()
    return Mode(name, intensity, definition, examples)


def _examples(entry: Entry, type_name: str, mode: str | None = None) -> tuple[Example, ...]:
    try:
        return tuple(
            parse_example(marked, type_name=type_name, mode=mode)
            for marked in entry.texts("examples")
        )
    except CodebookError as error:
        raise entry.fail(error.message, error.hint) from error


def _cues(typed: Entry, type_name: str, names: _Names) -> list[Cue]:
    made = []
    for entry in typed.entries("cues"):
        patterns = entry.texts("patterns", required=True)
        mode = entry.text_or_none("mode", among=names.modes[type_name])
        contexts = entry.texts("contexts", among=names.contexts)
        factuality = entry.text_or_none("factuality", among=FACTUALITIES)
        support = entry.text_or_none("support", among=(*names.supports, SUPPORT_BY_OBJECT))
        sides = entry.text_or_none("sides", among=(SYMMETRIC,))
        quantity = entry.text_or_none("quantity", among=(COUNTED,))
        entry.finish()
        for pattern in patterns:
            try:
                cue = parse_cue(pattern, type=type_name, mode=mode, contexts=contexts)
            except CodebookError as error:
                raise entry.fail(error.message, error.hint) from error
            cue = replace(cue, factuality=factuality, support=support)
            made.append(replace(cue, symmetric=sides is not None, counted=quantity is not None))
    typed.finish()
    return made


def _embeddings(entry: Entry, names: _Names) -> list[Embedding]:
    kind = entry.text("kind", among=EMBEDDING_KINDS)
    factuality = entry.text("factuality", among=FACTUALITIES)
    cooperation = entry.text_or_none("cooperation", among=names.modes)
    conflict = entry.text_or_none("conflict", among=names.modes)
    modes = tuple(entry.pairs("modes").items())
    known = {m for name in (cooperation, conflict) if name for m in names.modes[name]}
    for type_name, mode in modes:
        if type_name not in names.modes or mode not in known:
            hint = "write type = mode, a mode of the type that the entry becomes"
            raise entry.fail(f"no such mode: {type_name} = {mode!r}", hint)
    made = []
    for pattern in entry.texts("patterns", required=True):
        read = _EMBEDDING.fullmatch(pattern)
        if not read or (read["particle"] and read["particle"] not in PARTICLES):
            raise entry.fail(f"cannot read {pattern!r}", 'write for instance "be plan|intend to"')
        heads, link = tuple(read["heads"].split("|")), tuple(read["link"].split())
        copular = read["be"] is not None
        head = (pattern, kind, heads, read["particle"], copular, link, factuality)
        made.append(Embedding(*head, cooperation, conflict, modes))
    entry.finish()
    return made
