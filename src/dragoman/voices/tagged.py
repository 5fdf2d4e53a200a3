"""Speech by the tagger: who says what, where no listed word of speaking stands.

English has more ways of saying that somebody says something than a list holds ("the charity put it
to the minister that …", "in the makers' words"). Where the tagger hears speaker, cue and content in
one sentence, and no list knows the cue, that is a finding like any other.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Span

from dragoman.coding.tagger import Run, Tagged
from dragoman.model.claim import Stance
from dragoman.voices.attribution import Speakers
from dragoman.voices.speech import Finding
from dragoman.voices.trees import TokenRun

# More likely told than not.
LEAST = 0.5
# Fewer are the rest of something else that was said.
FEWEST_WORDS = 3
RULE = "voices.tagger"


def find_tagged(
    sentence: Span, tagged: Tagged, speakers: Speakers, known: Container[int]
) -> Iterator[Finding]:
    """Yield the speech of a sentence that its tags tell; ``tagged`` is of its very words.

    ``known`` are the places of words of speaking that have been found already.
    """
    tags = tagged.tags
    cues = _spans(sentence, tags.runs(("said",), LEAST))
    voices = _spans(sentence, tags.runs(("speaker",), LEAST))
    contents = [
        (span, run)
        for span, run in _spans(sentence, tags.runs(("content",), LEAST))
        if len(span) >= FEWEST_WORDS
    ]
    for cue, run in cues:
        if any(token.i in known for token in cue):
            continue
        speaker = min(voices, key=lambda pair: _apart(cue, pair[0]), default=None)
        said = _contents_of(cue, [span for span, _ in cues], [span for span, _ in contents])
        if speaker is None or not said or not speakers.can_speak(speaker[0].root):
            continue
        yield Finding(
            _run(cue),
            cue.root,
            speaker[0].root,
            tuple(map(_run, said)),
            _stance(cue, speakers),
            RULE,
            round(min(run.shares["said"], speaker[1].shares["speaker"]), 2),
            speaker_run=_run(speaker[0]),
            version=tagged.version,
        )


def _spans(sentence: Span, runs: Iterator[Run]) -> list[tuple[Span, Run]]:
    """The runs as tokens, without marks at their ends."""
    found = []
    for run in runs:
        start = sentence.start_char
        span = sentence.doc.char_span(start + run.start, start + run.end, alignment_mode="expand")
        if span is None or span.start < sentence.start or span.end > sentence.end:
            continue
        first, last = span.start, span.end - 1
        while first < last and sentence.doc[first].is_punct:
            first += 1
        while last > first and sentence.doc[last].is_punct:
            last -= 1
        found.append((sentence.doc[first : last + 1], run))
    return found


def _contents_of(cue: Span, cues: Sequence[Span], contents: Sequence[Span]) -> list[Span]:
    """The contents that are nearer to this cue than to any other."""
    return [c for c in contents if min(cues, key=lambda one: _apart(one, c)) is cue]


def _apart(one: Span, other: Span) -> int:
    """How many tokens stand between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


def _run(span: Span) -> TokenRun:
    return span.start, span.end - 1


def _stance(cue: Span, speakers: Speakers) -> Stance:
    listed = speakers.cues.verbs.get(cue.root.lemma_.lower(), ())
    return next((one.stance for one in listed), Stance.STATES)
