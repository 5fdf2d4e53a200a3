"""Tagger: a sentence -> what each of its word pieces tells: who speaks, what is said, and why.

An upper half of its own over the encoder's lower half, trained on our corpus and on the Causal News
Corpus (Tan et al., 2022; CC0); ``docs/decisions/024-tagger.md`` says why. A piece may tell
several things at once: what is said may be a reason. States' names are hidden from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import onnxruntime

from dragoman.actors.authority import Authority, load_authority
from dragoman.coding.encoder import Encoder, Floats, Pieces, load_encoder, load_session
from dragoman.coding.marking import Extent, state_extents
from dragoman.errors import ModelError
from dragoman.language.parser import Parse

KINDS = ("purpose", "cause", "motive", "consequence")
CLAIMS = ("speaker", "said", "content")
# What the Causal News Corpus marks; its causes are purposes and motives, too.
RELATIONS = ("because", "effect", "signal")
# The words that tell a codeable act.
ACT = "act"
CHANNELS = (*KINDS, *CLAIMS, *RELATIONS, ACT)
VOICES = ("narrator", "official", "named", "unnamed", "author")

_WEIGHTS = "tagger.onnx"


@dataclass(frozen=True, slots=True)
class Tags:
    """What the pieces of a text tell. ``extents`` are code points of the text.

    ``shares`` has a row for each piece and a column for each of ``CHANNELS``, ``voices`` one for
    each of ``VOICES``; ``stated`` is the share that the text states a cause. All are from 0 to 1.
    """

    extents: tuple[Extent, ...]
    shares: Floats
    voices: Floats
    stated: float

    def runs(self, channel: Sequence[str], least: float) -> Iterator[Run]:
        """Yield the stretches whose pieces have a share of ``least`` in one of the channels."""
        columns = [CHANNELS.index(name) for name in channel]
        best = self.shares[:, columns].max(axis=1)
        open_run: list[int] = []
        for at in range(len(self.extents)):
            if _is_told(self.extents[at]) and best[at] >= least:
                if open_run and at - open_run[-1] > _GAP:
                    yield self._run(open_run, columns)
                    open_run = []
                open_run.append(at)
        if open_run:
            yield self._run(open_run, columns)

    def _run(self, pieces: Sequence[int], columns: Sequence[int]) -> Run:
        rows = self.shares[pieces][:, columns].mean(axis=0)
        start, end = self.extents[pieces[0]][0], self.extents[pieces[-1]][1]
        told = {CHANNELS[column]: float(share) for column, share in zip(columns, rows, strict=True)}
        return Run(start, end, told)

    def mean(self, channel: str, extent: Extent) -> float:
        """Return the mean share of a channel over an extent; 0 where no piece stands there."""
        rows = self._at(extent)
        return float(self.shares[rows, CHANNELS.index(channel)].mean()) if rows else 0.0

    def voice(self, extent: Extent) -> tuple[str, float]:
        """Return the voice that an extent comes in and its share; narrator where nothing stands."""
        rows = self._at(extent)
        if not rows:
            return VOICES[0], 0.0
        means = self.voices[rows].mean(axis=0)
        best = int(means.argmax())
        return VOICES[best], float(means[best])

    def _at(self, extent: Extent) -> list[int]:
        start, end = extent
        return [at for at, (a, b) in enumerate(self.extents) if max(a, start) < min(b, end)]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text, in code points, and its mean shares of the channels asked for."""

    start: int
    end: int
    shares: Mapping[str, float]

    @property
    def best(self) -> str:
        """The channel with the largest share."""
        return max(self.shares, key=lambda name: self.shares[name])


# A piece that tells nothing between two that do parts no run: a comma, the rest of a word.
_GAP = 2


def _is_told(extent: Extent) -> bool:
    return extent[0] < extent[1]


def pieces_of(text: str, encoder: Encoder, authority: Authority) -> Pieces:
    """Return a sentence as the encoder's lower half leaves it, the names of states hidden."""
    return encoder.pieces(text, state_extents(text, authority))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as the encoder's lower half leaves it, and what the tagger says of that.

    ``version`` names the tagger's weights.
    """

    pieces: Pieces
    tags: Tags
    version: str


@dataclass(frozen=True)
class Tagger:
    """The encoder, and the tagger's own upper half; ``version`` names its weights."""

    encoder: Encoder
    authority: Authority
    session: onnxruntime.InferenceSession

    @cached_property
    def version(self) -> str:
        """The name of the weights, as explanations give it."""
        return str(self.session.get_modelmeta().custom_metadata_map["version"])

    def tag(self, text: str) -> Tagged:
        """Return one sentence with its tags."""
        pieces = pieces_of(text, self.encoder, self.authority)
        shares, voices, stated = self.session.run(None, {"pieces": pieces.states[None]})
        tags = Tags(pieces.extents, shares[0], voices[0], float(stated[0]))
        return Tagged(pieces, tags, self.version)


def tag_sentences(parse: Parse, tagger: Tagger) -> tuple[Tagged, ...]:
    """Return every sentence of an article with its tags, by their numbers."""
    return tuple(tagger.tag(sentence.quote.words) for sentence in parse.sentences)


@cache
def load_tagger(folder: Path | None = None) -> Tagger:
    """Return the tagger that the package ships; raises ModelError when it cannot be read."""
    folder = folder or Path(str(files("dragoman").joinpath("data/tagger")))
    try:
        session = load_session(folder / _WEIGHTS)
    except Exception as problem:  # onnxruntime raises kinds of its own
        raise ModelError(
            f"the tagger's weights in {folder} cannot be read: {problem}",
            hint="install dragoman again; if that does not help, please report it",
        ) from problem
    return Tagger(load_encoder(), load_authority(), session)
