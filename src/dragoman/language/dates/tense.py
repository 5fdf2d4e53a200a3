"""Which way a date looks: whether the clause around it speaks of what is past or still to come.

No parse is needed. The nearest cue to the left of the date in its sentence decides ("will meet on
Friday"); a date that opens its sentence takes the first cue to the right ("On Friday, ministers
will meet"). Without a cue the date is past: news reports what has been.
"""

from __future__ import annotations

import re
from enum import StrEnum

from dragoman.language.dates.words import IRREGULAR_PASTS, NOT_PASTS


class Tense(StrEnum):
    """The time a clause speaks of, as far as its words show."""

    PAST = "past"
    FUTURE = "future"
    UNSAID = "unsaid"


# Verbs and adjectives whose infinitive lies ahead: "plans to", "agreed to", "poised to".
_FUTURE_HEADS = (
    r"plan(?:s|ned|ning)?|intend(?:s|ed)?|expect(?:s|ed)?|schedul(?:ed)?|agree[sd]?|vow(?:s|ed)?|"
    r"pledge[sd]?|promise[sd]?|hope[sd]?|due|set|slated|poised|prepar(?:e|es|ed|ing)|decide[sd]?|"
    r"want(?:s|ed)?|about|going|ready|is|are|was|were|threaten(?:s|ed)?|ask(?:s|ed)?|urge[sd]?"
)
# Nouns of purpose leave the direction open: "an agreement to buy the port in January", "his
# decision to sell it in June".
_PURPOSES = (
    r"plans?|agreements?|deals?|proposals?|offers?|bids?|decisions?|intentions?|promises?|pledges?|"
    r"options?|orders?|mandates?|commitments?"
)
_CUE = re.compile(
    rf"""
    (?P<was_future>
        \bhad\ (?:\w+\ )?been\ (?:due|scheduled|set|expected|planned|slated)\ to\ (?:\w+\ )?\w+
    )
  | (?P<future>
        \b(?:will|shall|may|might|must|should|won['’]t|upcoming|forthcoming|postponed|adjourned|
             tomorrow|deadline|payable|redeemable|effective|plans\ for|ahead\ of|ends|begins?|
             starts|expires?|resumes?)\b
      | (?<!\bhad\ been\ )(?<!\bas\ )(?<!\bpreviously\ )(?<!\boriginally\ )
        \b(?:scheduled|planned|slated|expected|due(?!\ to\b))\b
      | \b(?:would|could)\b(?!\ not)
      | ['’]ll\b
      | \bto\ be\b
      | (?<!\bhad\ been\ )\b(?:{_FUTURE_HEADS})\ to\b(?!\ (?:the|an?|his|her|its|their)\b)
    )
  | (?P<past>
        (?<!\bbe\ )(?<!\bbeen\ )(?<!\bbeing\ )(?<!\bis\ )(?<!\bare\ )
        \b(?:{"|".join(sorted(IRREGULAR_PASTS))}
           |(?!(?:{"|".join(sorted(NOT_PASTS))})\b)[a-z]{{2,}}ed)\b
    )
  | (?P<open>\b(?:is|are|(?:{_PURPOSES})\ to)\b)
    """,
    re.VERBOSE,
)
# A full stop after an initial or a title ends no sentence.
_TITLES = (
    "Mr Ms Mrs Dr St Gen Sen Rep Gov Rev Prof Lt Col Capt Maj Adm Sgt Hon Jr Sr Inc Corp Co Ltd"
)
_ABBREVIATED = "".join(rf"(?<!\b{title}\.)" for title in ("[A-Z]", *_TITLES.split()))
_BREAK = re.compile(rf"(?:[!?]|\.{_ABBREVIATED})['\"”’)]*\s+(?=[\"“‘(]?[A-Z])|[;\n]")

# "A hearing for Friday", "called a session for 5 March": a day after "for" is an appointment.
_APPOINTMENT = re.compile(r"\bfor\ (?:the\ |early\ |late\ )?$")

# How far a cue may stand from the date, in characters: about two lines of print.
_REACH = 160


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the clause that holds ``text[start:end]``."""
    left = text[max(0, start - _REACH) : start]
    for boundary in _BREAK.finditer(left):
        left = " " * boundary.end() + left[boundary.end() :]
    if _is_appointment(text, start, end):
        return Tense.FUTURE
    cues = [_named(m) for m in _CUE.finditer(left)]
    if cues:
        return cues[-1]
    right = text[end : end + _REACH]
    boundary_after = _BREAK.search(right)
    cue = _CUE.search(right[: boundary_after.start()] if boundary_after else right)
    return _named(cue) if cue else Tense.UNSAID


def _named(cue: re.Match[str]) -> Tense:
    if cue["open"]:
        return Tense.UNSAID
    return Tense.FUTURE if cue["future"] else Tense.PAST


def _is_appointment(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    names_a_day = words.lower().endswith("day") or any(letter.isdigit() for letter in words)
    is_possessive = text[end : end + 2] in ("'s", "’s")
    return names_a_day and not is_possessive and bool(_APPOINTMENT.search(text[:start][-12:]))
