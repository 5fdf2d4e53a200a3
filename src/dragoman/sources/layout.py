"""Plain text -> the blocks its author laid out, hard-wrapped lines joined again."""

from __future__ import annotations

import re
from itertools import pairwise

_MAX_WRAP_WIDTH = 120
"""Terminals and mail wrap at 65 to 100 characters; a longer line was not wrapped."""

_WRAPPED_SHARE = 0.3
"""In wrapped English prose about four in five continuation lines begin in lower case; where each
line is a block of its own almost none does."""

_MARKED = re.compile(r"^\s*(?:[-*•▪‣◦–—]\s+|\(?\d{1,2}[.)]\s+|>)")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def text_blocks(text: str) -> list[str]:
    """Return a text's blocks in order: paragraphs, headings and other lines, markers kept.

    Blank lines part blocks. Inside a run of lines, those of hard-wrapped paragraphs are joined;
    other lines are blocks of their own.
    """
    runs = _runs(text)
    width = _wrap_width(runs)
    return [block for run in runs for block in _joined(run, width)]


def _runs(text: str) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            runs[-1].append(line.strip())
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _wrap_width(runs: list[list[str]]) -> int:
    """Return the width at which the text was wrapped; 0 when it was not."""
    following = [line for run in runs for line in run[1:]]
    lower = sum(line[0].islower() for line in following)
    if not following or lower < _WRAPPED_SHARE * len(following):
        return 0
    wrapped = (len(line) for run in runs for line in run if len(line) <= _MAX_WRAP_WIDTH)
    return max(wrapped, default=0)


def _joined(run: list[str], width: int) -> list[str]:
    blocks = [[run[0]]]
    for last, line in pairwise(run):
        if not _MARKED.match(line) and _continues(last, line, width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [" ".join(lines) for lines in blocks]


def _continues(last: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before it.

    A wrapped line ends where the next word would not have fitted; and no sentence that is still
    open goes on in a new block with a small letter.
    """
    is_full = len(last) + 1 + len(line.split(" ", 1)[0]) > width > 0
    is_cut_off = line[0].islower() and not _SENTENCE_END.search(last)
    return is_full or is_cut_off
