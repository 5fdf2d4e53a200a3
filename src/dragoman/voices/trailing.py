"""Speech told behind what was said, by the order of words: "…, the prefect said on Friday".

The parser often loses such a clause in a long sentence, takes "said" for a relative clause or finds
it no subject. The order of words is plain: a comma, somebody, a verb of speaking, and then nothing
that could itself be said.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Span, Token

from dragoman.voices.attribution import Speakers
from dragoman.voices.cues import VerbCue, VerbKind
from dragoman.voices.speech import INSERTED_CONFIDENCE, Finding
from dragoman.voices.trees import FINITE, TokenRun, cue_run, is_negated, join_runs

_LONGEST_SPEAKER = 12
_SPOKEN = frozenset({"VBD", "VBZ", "VBP"})
_NO_SPEAKER = frozenset({"VB", "VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "TO"})
_OPENS_SPEAKER = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD"})
_NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
# "When he arrived, the minister wrote …": what goes before is no content.
_SUBORDINATE = frozenset("when after before while although though since as once until".split())
_BORDERS = frozenset({";", ":"})


def find_trailing(sentence: Span, speakers: Speakers, known: Container[int]) -> Iterator[Finding]:
    """Yield the speech that a sentence tells behind or within what was said.

    ``known`` are the places of verbs whose content has been found by the parse.
    """
    for verb in sentence:
        cue = _reporting(verb, speakers) if verb.i not in known else None
        run = _speaker(verb, sentence) if cue is not None else None
        if cue is None or run is None or is_negated(verb):
            continue
        contents = tuple(join_runs(verb, _said(verb, run, sentence)))
        head = verb.doc[run[0] : run[1] + 1].root
        if contents and speakers.can_speak(head):
            yield Finding(
                cue_run(verb),
                verb,
                head,
                contents,
                cue.stance,
                "voices.trailing_verb",
                INSERTED_CONFIDENCE,
                quotable=True,
                speaker_run=run,
            )


def _reporting(verb: Token, speakers: Speakers) -> VerbCue | None:
    if verb.tag_ not in _SPOKEN:
        return None
    cues = speakers.cues.verbs.get(verb.lemma_.lower(), ())
    told = (VerbKind.SPEECH, VerbKind.ATTITUDE)
    return next((cue for cue in cues if "that" in cue.frames and cue.kind in told), None)


def _speaker(verb: Token, sentence: Span) -> TokenRun | None:
    """The words between the comma and the verb, with an apposition of their own between commas."""
    doc, last = verb.doc, verb.i - 1
    while last > sentence.start and doc[last].pos_ in ("ADV", "AUX"):
        last -= 1
    parted = doc[last].text == ","
    comma = _comma_before(last - 1 if parted else last, sentence)
    if parted and comma is not None:
        comma, last = _comma_before(comma - 1, sentence), last - 1
    if comma is None or not 0 < last - comma <= _LONGEST_SPEAKER:
        return None
    phrase = doc[comma + 1 : last + 1]
    names = any(token.tag_ in _NAMES for token in phrase)
    is_phrase = phrase[0].tag_ in _OPENS_SPEAKER and names
    if not is_phrase or any(token.tag_ in _NO_SPEAKER for token in phrase):
        return None
    return comma + 1, last


def _comma_before(index: int, sentence: Span) -> int | None:
    doc = sentence.doc
    for at in range(index, max(sentence.start, index - _LONGEST_SPEAKER) - 1, -1):
        if doc[at].text == ",":
            return at
    return None


def _said(verb: Token, speaker: TokenRun, sentence: Span) -> set[int]:
    """What stands before the speaker, and behind a comma after the verb; nothing but a clause."""
    doc = verb.doc
    before = [doc[at] for at in range(sentence.start, speaker[0] - 1)]
    border = max((t.i for t in before if t.text in _BORDERS), default=sentence.start - 1)
    before = [token for token in before if token.i > border]
    behind = [doc[at] for at in range(verb.i + 1, sentence.end)]
    comma = next((token.i for token in behind if token.text == ","), sentence.end)
    adjunct = [token for token in behind if token.i < comma]
    tells_itself = any(t.tag_ in FINITE or t.lower_ in ("that", "if", "whether") for t in adjunct)
    if tells_itself or not _is_clause(before):
        return set()
    return {t.i for t in before} | {t.i for t in behind if t.i > comma}


def _is_clause(words: list[Token]) -> bool:
    """Whether words have a verb in a main clause, or are a headline's "Pope to visit Lebanon"."""
    if not words or words[0].lower_ in _SUBORDINATE:
        return False
    headline = any(t.tag_ == "TO" and t.i + 1 <= words[-1].i for t in words)
    return any(t.tag_ in FINITE for t in words) or headline
