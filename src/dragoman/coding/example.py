"""Example: a sentence that shows what a type or mode is, with the words of its event marked.

It is written as in the guideline of the training corpus, ``[label: words]``; brackets may nest:

    [actor: Peru] [cue: recalled] [recipient: its envoy in [place: Quito]] [date: on Monday].
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.errors import CodebookError
from dragoman.model.quote import Quote

__all__ = ["LABELS", "Example", "Marked", "parse_example"]

CUE = "cue"
LABELS = (
    *(CUE, "actor", "recipient", "date", "place", "quantity"),
    *("purpose", "cause", "motive", "consequence"),
)
_OPENING = re.compile(r"\[(?P<label>[^\[\]:]*): ?")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words of an example and what they are in its event, one of ``LABELS``."""

    label: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example of a type, or of one of its modes.

    ``text`` is the sentence as printed; ``marks`` quote it, in the order in which they begin.
    """

    type: str
    mode: str | None
    text: str
    marks: tuple[Marked, ...]

    def words(self, label: str) -> tuple[str, ...]:
        """Return the words under a label, in the order of the text."""
        return tuple(mark.quote.words for mark in self.marks if mark.label == label)


def parse_example(marked: str, *, type_name: str, mode: str | None = None) -> Example:
    """Return the example that a marked sentence writes.

    Raises CodebookError, with what to write instead, for a bracket without its other half, an
    unknown label, empty marks, or a sentence whose cue is not marked.
    """
    text, spans = _unmarked(marked)
    marks = tuple(Marked(label, Quote.cut(text, start, end)) for start, end, label in spans)
    if all(mark.label != CUE for mark in marks):
        raise _bad(marked, "its cue is not marked", "write [cue: …] round the words that decide")
    return Example(type_name, mode, text, marks)


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the plain text and its spans, the outer before the inner where two begin at once."""
    parts: list[str] = []
    length = at = 0
    opened: list[tuple[int, str]] = []
    spans: list[tuple[int, int, str]] = []
    while at < len(marked):
        if marked[at] == "[":
            opening = _OPENING.match(marked, at)
            opened.append((length, _label(marked, opening)))
            at = opening.end() if opening else at
        elif marked[at] == "]":
            if not opened:
                raise _bad(marked, "a ] closes nothing", "take it away, or open its bracket")
            start, label = opened.pop()
            words = "".join(parts)[start:]
            if not words or words != words.strip():
                hint = "put the brackets against the first and the last word"
                raise _bad(marked, f"{label} marks {words!r}", hint)
            spans.append((start, length, label))
            at += 1
        else:
            parts.append(marked[at])
            length, at = length + 1, at + 1
    if opened:
        raise _bad(marked, f"[{opened[-1][1]}: is not closed", "write ] after its words")
    return "".join(parts), sorted(spans, key=lambda span: (span[0], -span[1]))


def _label(marked: str, opening: re.Match[str] | None) -> str:
    if opening is None:
        raise _bad(marked, "a [ without a label", "write [label: words]; text has no other bracket")
    if opening["label"] not in LABELS:
        raise _bad(
            marked, f"unknown label {opening['label']!r}", f"write one of {' '.join(LABELS)}"
        )
    return opening["label"]


def _bad(marked: str, problem: str, hint: str) -> CodebookError:
    shown = marked if len(marked) <= 60 else f"{marked[:59]}…"
    return CodebookError(f"example {shown!r}: {problem}", hint=hint)
