"""What the tagger learns from: sentences with the words that tell who says so, and why.

Sentences of the corpus, cut where the reader cuts them, and those of the Causal News Corpus. A
channel that a source does not mark is not learned from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from dragoman.coding.marking import Extent
from dragoman.coding.tagger import ACT, CHANNELS, CLAIMS, KINDS, RELATIONS
from training.causal_news import CAUSE, EFFECT, SIGNAL, Line
from training.held_out import file_of, is_held_out
from training.markup import Item
from training.printing import printed

# Files in which every claim and every reason is marked; in the others most are, where an item has
# any, and nothing can be learned from an item that has none.
WHOLE = re.compile(r"[a-z]+-why-\d+|[a-z]+-wire-2[1-4]")
_ROLES = {CAUSE: "because", EFFECT: "effect", SIGNAL: "signal"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: extents of each channel's words, of words that come in a voice, both in code
    points; which channels are ``known``; and whether a cause is ``stated``, None where unknown.
    """

    text: str
    spans: tuple[tuple[str, Extent], ...]
    voices: tuple[tuple[str, Extent], ...]
    known: frozenset[str]
    stated: bool | None = None


def corpus_rows(items: Iterable[Item], model: Language) -> Iterator[Row]:
    """Yield the sentences of items, as the reader's parser cuts them."""
    for item in items:
        known = _known(item)
        for sentence in model(item.text).sents:
            yield _part(item, known, (sentence.start_char, sentence.end_char))


def _known(item: Item) -> frozenset[str]:
    labels = {span.label for span in item.spans}
    whole = is_held_out(item) or WHOLE.fullmatch(file_of(item)) is not None
    reasons = KINDS if labels.intersection(KINDS) or (whole and item.events) else ()
    claims = CLAIMS if labels.intersection(CLAIMS) or whole else ()
    return frozenset((*reasons, *claims, ACT))


def _part(item: Item, known: frozenset[str], extent: Extent) -> Row:
    """Return one sentence of an item; ``extent`` is where it stands."""
    start, end = extent
    within = [
        (span, (max(span.start, start) - start, min(span.end, end) - start))
        for span in item.spans
        if span.start < end and start < span.end
    ]
    voice_of = {event.number: event.voice for event in item.events}
    voices = [(voice_of[s.number], at) for s, at in within if s.label == "cue"]
    voices += [
        (voice, at)
        for s, at in within
        if s.label == "speaker" and (voice := _speakers_voice(item, s.number)) is not None
    ]
    told = ((ACT if s.label == "cue" else s.label, at) for s, at in within)
    spans = tuple((channel, at) for channel, at in told if channel in CHANNELS)
    return Row(item.text[start:end], spans, tuple(voices), known)


def _speakers_voice(item: Item, claim: int) -> str | None:
    """Return the voice in which a claim's speaker tells the events inside the claim, if any."""
    contents = item.labelled("content", claim)
    for event in item.events:
        cues = item.labelled("cue", event.number)
        told = any(c.start <= cue.start and cue.end <= c.end for c in contents for cue in cues)
        if told and event.voice != "narrator":
            return event.voice
    return None


def news_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the sentences of the Causal News Corpus as print has them."""
    for line in lines:
        written = printed(line.tokens)
        spans = tuple(
            (_ROLES[role], (written.places[min(span)][0], written.places[max(span)][1]))
            for role, found in line.spans.items()
            for span in found
            if span
        )
        yield Row(written.text, spans, (), frozenset(RELATIONS), line.causal)
