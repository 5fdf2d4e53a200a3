"""The words of speaking and judging, as ``data/voices.toml`` holds them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.errors import CodebookError
from dragoman.model.claim import Stance

RULES_VERSION = "1"
STRONG_WEIGHT = 1.0
MILD_WEIGHT = 0.5


class VerbKind(StrEnum):
    """What a verb of speaking does with its content."""

    SPEECH = "speech"
    ATTITUDE = "attitude"
    REACTION = "reaction"
    FRAMING = "framing"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that reports speech, with the complements that can be its content.

    ``frames`` are of that, to, object, as, quote; ``preps`` are prepositions whose object is
    content. ``addressed`` says that the object belongs to the content ("accused Y of X"),
    ``active`` that the passive is no speech ("compared with last year"), ``told`` that an object
    must itself be something said ("challenged the claim").
    """

    kind: VerbKind
    stance: Stance
    frames: frozenset[str]
    preps: frozenset[str]
    addressed: bool = False
    active: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun or adjective that reports speech: "claims that …", "critical of …".

    An ``owned`` one does so only where its speaker is told: "their demand for".
    """

    stance: Stance
    frames: frozenset[str]
    preps: frozenset[str]
    owned: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """Nouns of speakers that the cast may not know; see the data file for each set."""

    unnamed: frozenset[str]
    document: frozenset[str]
    official: frozenset[str]
    discourse: frozenset[str]
    official_words: frozenset[str]
    public: frozenset[str]
    counting: frozenset[str]
    heads: frozenset[str]
    unofficial: frozenset[str]


PhraseWord = tuple[frozenset[str], bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern of words that marks judgement: each word's alternatives, and if it may lack."""

    rule: str
    stance: Stance
    weight: float
    words: tuple[PhraseWord, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word that colours; ``neutral`` is plainer wording, None where there is none."""

    weight: float
    neutral: str | None


@dataclass(frozen=True)
class VoiceCues:
    """All tables of the data file; ``words`` holds the small sets by "table.key"."""

    verbs: Mapping[str, tuple[VerbCue, ...]]
    nouns: Mapping[str, NounCue]
    adjectives: Mapping[str, NounCue]
    speakers: SpeakerNouns
    phrases: Mapping[str, tuple[Phrase, ...]]
    loaded: Mapping[str, Loaded]
    words: Mapping[str, frozenset[str]]


@cache
def load_cues() -> VoiceCues:
    """Return the shipped tables, read once per process."""
    path = files("dragoman").joinpath("data", "voices.toml")
    return parse_cues(path.read_text(encoding="utf-8"))


def parse_cues(text: str) -> VoiceCues:
    """Return the tables that a TOML text holds; raises CodebookError when it breaks the format."""
    try:
        table = tomllib.loads(text)
        return VoiceCues(
            _verbs(table["verbs"]),
            _nouns(table["nouns"]),
            _nouns(table["adjectives"]),
            SpeakerNouns(**{key: _set(words) for key, words in table["speakers"].items()}),
            _phrases(table["phrases"]),
            _loaded(table["loaded"]),
            dict(_word_sets(table)),
        )
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise CodebookError(
            f"the table of voices cannot be read ({error})", hint="compare data/voices.toml"
        ) from error


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _verbs(entries: Iterable[dict[str, Any]]) -> dict[str, tuple[VerbCue, ...]]:
    found: dict[str, tuple[VerbCue, ...]] = {}
    for entry in entries:
        cue = VerbCue(
            VerbKind(entry["kind"]),
            Stance(entry["stance"]),
            frozenset(entry["frames"]),
            frozenset(entry.get("preps", ())),
            entry.get("addressed", False),
            entry.get("active", False),
            entry.get("told", False),
        )
        for lemma in dict.fromkeys(entry["lemmas"].split()):
            found[lemma] = (*found.get(lemma, ()), cue)
    return found


def _nouns(entries: Iterable[dict[str, Any]]) -> dict[str, NounCue]:
    found: dict[str, NounCue] = {}
    for entry in entries:
        preps = frozenset(entry.get("preps", ()))
        frames = frozenset(entry["frames"])
        cue = NounCue(Stance(entry["stance"]), frames, preps, entry.get("owned", False))
        found |= dict.fromkeys(entry["lemmas"].split(), cue)
    return found


def _phrases(entries: Iterable[dict[str, Any]]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by each word that can be their first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for entry in entries:
        for pattern in entry["patterns"]:
            words = tuple(_phrase_word(word) for word in pattern.split())
            phrase = Phrase(entry["rule"], Stance(entry["stance"]), entry["weight"], words)
            for first in words[0][0]:
                found[first] = (*found.get(first, ()), phrase)
    return found


def _phrase_word(word: str) -> PhraseWord:
    return frozenset(word.removesuffix("?").split("|")), word.endswith("?")


def _loaded(table: dict[str, dict[str, str]]) -> dict[str, Loaded]:
    found: dict[str, Loaded] = {}
    for strength, weight in (("mild", MILD_WEIGHT), ("strong", STRONG_WEIGHT)):
        for word, neutral in table[strength].items():
            found[word] = Loaded(weight, neutral or None)
    return found


def _word_sets(table: dict[str, Any]) -> Iterable[tuple[str, frozenset[str]]]:
    for name in ("hearsay", "realised", "light", "interpretive", "evaluation", "duty"):
        for key, words in table[name].items():
            yield f"{name}.{key}", _set(words)
